"""The attribution step with the shipped tagger: its contract on real and on hostile text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import seeds
from loaders.attribute import attribute, extractor
from loaders.attribute.paragraphs import ranges
from loaders.records import Document

NAMES = {"GUR", "Ukrainian intelligence", "the National Intelligence Service"}


def read(text, body=None):
    document = Document("text", None, "", text, ranges(text) if body is None else body)
    return attribute(document, NAMES.__contains__, lambda name: name == "Espreso TV")


def words(text, spans):
    return " … ".join(text[s:e] for s, e in spans)


def assert_contract(text, found):
    ids = [a.id for a in found]
    assert len(set(ids)) == len(ids)
    for a in found:
        assert a.content
        assert 0 < a.score <= 1
        for spans in (a.source, a.cue, a.content):
            assert all(0 <= s < e <= len(text) for s, e in spans)
            assert list(spans) == sorted(spans)
        for (_, end), (start, _) in zip(a.content, a.content[1:], strict=False):
            assert end < start
        assert {c.target for c in a.sourced_from} <= set(ids) - {a.id}
        assert all(text[slice(*c.words)].strip() for c in a.sourced_from)
        assert a.nested_in is None or a.nested_in in ids
    assert {c.target for a in found for c in a.sourced_from} == {a.id for a in found if a.reported}


def test_who_said_what():
    text = "Officials were quiet. Ann Poe, the minister, said on Monday that the bridge had been closed since May."
    (found,) = read(text)
    assert words(text, found.source).startswith("Ann Poe")
    assert words(text, found.cue).startswith("said")
    assert "the bridge had been closed since May" in words(text, found.content)
    assert found.mode == "indirect"


def test_citing_makes_a_chain():
    text = "NATO chief Ann Poe, citing Ukrainian intelligence, said that troops had reached the border region."
    found = read(text)
    (top,) = [a for a in found if a.sourced_from]
    (up,) = [a for a in found if a.reported]
    assert "Ann Poe" in words(text, top.source)
    assert words(text, up.source) == "Ukrainian intelligence"
    assert top.content == up.content
    assert [(c.target, text[slice(*c.words)]) for c in top.sourced_from] == [(up.id, "citing")]


def test_according_to_inside_what_was_said_is_nested():
    text = "President Bo Ray said that, according to Ukrainian intelligence, the first units would cross on Sunday."
    found = read(text)
    (up,) = [a for a in found if a.reported]
    (top,) = [a for a in found if a.sourced_from]
    assert words(text, up.source) == "Ukrainian intelligence"
    assert "the first units would cross" in words(text, up.content)
    assert "Bo Ray" in words(text, top.source)


def test_only_the_body_is_read():
    text = "Ann Poe said that the bridge was closed.\nBo Ray said that the road was open."
    found = read(text, ((0, text.index("\n")),))
    assert found
    assert all(e <= text.index("\n") for a in found for _, e in a.content)


@pytest.mark.parametrize("path", sorted(seeds.articles_dir().glob("*.md")), ids=lambda path: path.stem)
def test_the_contract_holds_on_the_seeds(path):
    text = path.read_text(encoding="utf-8")
    found = read(text)
    assert_contract(text, found)
    assert found == read(text)


PIECES = [
    "said",
    " according to ",
    "“",
    "”",
    '"',
    "Ann",
    " citing ",
    "GUR",
    "\n",
    "\r\n",
    "\x00",
    "\ud800",
    "\u202e",
    "👩‍👩‍👧",
    "  ",
    ", ",
    "." * 9,
]
HOSTILE = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=40).map("".join)


@settings(max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(HOSTILE)
def test_hostile_text_keeps_the_contract(text):
    assert_contract(text, read(text))


@pytest.mark.parametrize(
    "text", ["", " \n ", "x" * 30_000, "said " * 9_000, '"' * 5_000, "Ann said “" * 2_000, "\ufeff", "é́" * 5_000]
)
def test_odd_and_long_text_keeps_the_contract(text):
    assert_contract(text, read(text))


def test_the_extractor_names_its_version():
    assert extractor().startswith("whence-tagger ")


@pytest.mark.parametrize(
    ("headline", "lead", "content"),
    [
        (
            "Harbour chief confirms fire on ferry",
            "Harbour chief Erik Vane has stated that with the latest reports, he can confirm that a fire broke out on"
            " the ferry Aurora.",
            "fire on ferry",
        ),
        (
            "Westland's Vane reports new strike at harbour",
            "Westland President Erik Vane on Monday said dock workers had begun a new strike, adding that some of the"
            " ferries had been stopped, Norberg Courier reports citing Harbour Post.",
            "new strike at harbour",
        ),
    ],
)
def test_a_headline_does_not_run_into_the_lead(headline, lead, content):
    text = f"{headline}\n\n{lead}"
    assert content in [words(text, a.content) for a in read(text, ranges(text))]


def test_a_paragraph_wrapped_at_a_width_is_read_as_one_line():
    flat = "The harbour master said that two of the ferries had been taken out of service on Monday because of ice."
    wrapped = flat.replace("two of the", "two of\nthe").replace("on Monday", "on\nMonday")
    assert [a.content for a in read(wrapped, ((0, len(wrapped)),))] == [a.content for a in read(flat)]
