"""Who passes on whom: every construction, and what looks like one but is none. The tagger has no part in this."""

import pytest

from loaders.attribute.chains import chain
from loaders.attribute.drafts import Draft, records

KNOWN = {"GUR", "the GUR", "Ukrainian intelligence"}
OUTLETS = {"Espreso TV", "the Kyiv Post"}


def spans(text, *words):
    return [(text.index(w), text.index(w) + len(w)) for w in words if w]


def read(text, *attributions):
    """Records of the attributions given as (source, cue, content) words, chained as the loader chains them."""
    drafts = [Draft(spans(text, s), spans(text, q), spans(text, c), 0.9) for s, q, c in attributions]
    return records(chain(drafts, text, (0, len(text)), KNOWN.__contains__, OUTLETS.__contains__), text)


def links(text, found):
    """(who, rests on whom, in which words) of every link."""
    name = {a.id: " ".join(text[s:e] for s, e in a.source) for a in found}
    return [(name[a.id], name[c.target], text[slice(*c.words)]) for a in found for c in a.sourced_from]


CHAINS = [
    ("Ann Poe, citing Ukrainian intelligence, said they had crossed.", ("Ann Poe", "said", "they had crossed"),
     ("Ann Poe", "Ukrainian intelligence", "citing")),
    ("Ann Poe said, citing two officials, that they had crossed.", ("Ann Poe", "said", "that they had crossed"),
     ("Ann Poe", "two officials", "citing")),
    ("Citing the GUR, Ann Poe wrote they had crossed.", ("Ann Poe", "wrote", "they had crossed"),
     ("Ann Poe", "the GUR", "Citing")),
    ("Ann Poe, after a briefing by the spy agency, said they had crossed.", ("Ann Poe", "said", "they had crossed"),
     ("Ann Poe", "the spy agency", "after a briefing by")),
    ("Ann Poe said they had crossed, based on intelligence reports.", ("Ann Poe", "said", "they had crossed"),
     ("Ann Poe", "intelligence reports", "based on")),
    ("Ann Poe told the Kyiv Post that they had crossed.", ("Ann Poe", "told", "that they had crossed"),
     ("the Kyiv Post", "Ann Poe", "told")),
    ("“They had crossed,” Ann Poe said in an interview with Espreso TV.", ("Ann Poe", "said", "“They had crossed,”"),
     ("Espreso TV", "Ann Poe", "in an interview with")),
    ("Messages intercepted by the GUR say they had crossed.", ("Messages", "say", "they had crossed"),
     ("Messages", "the GUR", "intercepted by")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "attribution", "link"), CHAINS)
def test_the_one_cited_is_upstream(text, attribution, link):
    found = read(text, attribution)
    assert links(text, found) == [link]
    upstream = next(a for a in found if a.reported)
    assert {a.content for a in found} == {upstream.content}


LOOK_ALIKES = [
    ("Ann Poe, citing Article 5, said they would answer.", ("Ann Poe", "said", "they would answer")),
    ("Ann Poe, citing the cold, said they would wait.", ("Ann Poe", "said", "they would wait")),
    ("Ann Poe said they had crossed according to plan.", ("Ann Poe", "said", "they had crossed")),
    ("Ann Poe told reporters that they had crossed.", ("Ann Poe", "told", "that they had crossed")),
    ("Ann Poe, told to leave, said they had crossed.", ("Ann Poe", "said", "they had crossed")),
    ("After a briefing on Monday Ann Poe said they had crossed.", ("Ann Poe", "said", "they had crossed")),
    ("Ann Poe said they had crossed. It cites the GUR elsewhere.", ("Ann Poe", "said", "they had crossed")),
]


@pytest.mark.parametrize(("text", "attribution"), LOOK_ALIKES)
def test_what_only_looks_like_a_citation_is_none(text, attribution):
    assert links(text, read(text, attribution)) == []


def test_a_citing_cue_without_content_shares_the_speakers():
    text = "Ann Poe, citing Ukrainian intelligence, said they had crossed."
    found = read(text, ("Ann Poe", "said", "they had crossed"), ("Ukrainian intelligence", "citing", ""))
    assert links(text, found) == [("Ann Poe", "Ukrainian intelligence", "citing")]
    assert len(found) == 2


def test_a_second_verb_has_the_first_ones_speaker():
    text = "Ann Poe called it a threat, warning that it would spread."
    found = read(text, ("Ann Poe", "called", "it a threat"), ("", "warning", "that it would spread"))
    assert [a.source for a in found] == [((0, 7),), ((0, 7),)]


def test_what_stands_before_a_semicolon_is_not_said_behind_it():
    text = "The presenter said he was caught; his comrades had all been killed, the man mumbled."
    found = read(
        text, ("The presenter", "said", "he was caught; his comrades had all been killed"), ("the man", "mumbled", "")
    )
    assert links(text, found) == []


def test_a_passive_has_no_speaker_to_borrow():
    text = "Ann Poe said they had crossed; it was reported they had not."
    found = read(text, ("Ann Poe", "said", "they had crossed"), ("", "was reported", "they had not"))
    assert [a.source for a in found] == [((0, 7),), ()]


def test_a_briefing_is_cut_from_the_speakers_name():
    text = "Ann Poe, speaking after briefings with intelligence officials, said they had crossed."
    source = "Ann Poe, speaking after briefings with intelligence officials"
    found = read(text, (source, "said", "they had crossed"))
    assert links(text, found) == [("Ann Poe, speaking", "intelligence officials", "after briefings with")]


def test_a_loop_is_never_made():
    one, other = Draft([(0, 1)], [], [(2, 3)], 1.0), Draft([(1, 2)], [], [(2, 3)], 1.0)
    one.rest_on(other, (0, 1))
    other.rest_on(one, (0, 1))
    assert other.rests_on == []
