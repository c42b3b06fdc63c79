"""The records that an article brings to the graph."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.ids import digest
from graph.model import Reading
from loaders.records import Attribution, Citation
from loaders.resolve import Register, actors_of, merge, resolve

from .conftest import document, said, spans

TEXT = (
    "Stone House spokesperson Lena Brandt, citing the NIB, denied that the dam may break, and Pavel Orsk agreed.\n"
    "Ivo Brenn, head of PACT, hopes for rain."
)
CONTENT = "that the dam may break"


def chain() -> list[Attribution]:
    first = said(TEXT, "Stone House spokesperson Lena Brandt", CONTENT, "denied", "a1")
    second = replace(said(TEXT, "the NIB", CONTENT, "citing", "a2"), reported=True)
    third = said(TEXT, "Ivo Brenn", "rain", "hopes for", "a3")
    return [replace(first, sourced_from=(Citation("a2", *spans(TEXT, "citing")),)), second, third]


def reading(register: Register) -> Reading:
    return resolve(document(TEXT, "2024-10-29", "Norberg Courier"), chain(), register, "test 1")


def test_an_assertion_is_the_articles_own_words(register: Register):
    made = reading(register)
    assert made.article.outlet == "courier"
    assert made.article.places == ("/tmp/a.txt",)
    by_actor = {one.actor: one for one in made.assertions}
    one = by_actor["brandt"]
    assert one.exact == TEXT[one.start : one.end] == CONTENT
    assert TEXT[one.start - 32 : one.start] == one.prefix
    assert TEXT[one.end : one.end + 32] == one.suffix
    assert (one.cue, one.polarity, one.certainty, one.basis) == ("denied", "negative", "hedged", None)
    assert (one.by, one.score, one.reported) == ("test 1", 0.9, False)
    assert by_actor["nib"].basis == "findings"
    assert by_actor["nib"].reported
    assert next(one for one in made.assertions if one.cue == "hopes for").basis == "own"


def test_ids_are_made_of_what_they_say(register: Register):
    made = reading(register)
    one = next(one for one in made.assertions if one.actor == "brandt")
    source, cue = spans(TEXT, "Stone House spokesperson Lena Brandt"), spans(TEXT, "denied")
    assert one.id == digest("assertion", made.article.id, one.spans, source, cue, False)
    assert made.article.id == digest("article", None, "courier", None, "2024-10-29", None, TEXT)
    assert made == reading(register)


CLAIM = CONTENT.removeprefix("that ")


def test_a_chain_shares_one_claim(register: Register):
    made = reading(register)
    ids = {one.actor: one.id for one in made.assertions}
    (sourcing,) = made.sourcings
    assert (sourcing.assertion, sourcing.rests_on, sourcing.exact) == (ids["brandt"], ids["nib"], "citing")
    why = {(stating.assertion, stating.claim): stating.why for stating in made.statings}
    claims = {claim.text: claim.id for claim in made.claims}
    assert why[ids["brandt"], claims[CLAIM]] == why[ids["nib"], claims[CLAIM]] == "the same words of the same article"
    assert min(why.values()) == "its own words"
    assert len(claims) == 2


def test_roles_come_from_the_register_and_from_the_article(register: Register):
    made = reading(register)
    roles = {(a.actor, a.organization, a.role, a.by) for a in made.affiliations}
    assert ("brandt", "ndm", "spokesperson", "register") in roles
    assert ("ndm", "norland", "ministry", "register") in roles
    (said_here,) = [a for a in made.affiliations if a.actor == "brandt" and a.by == "test 1"]
    assert said_here.exact == "Stone House spokesperson Lena Brandt" == TEXT[said_here.start : said_here.end]
    (head,) = [a for a in made.affiliations if a.role == "head"]
    assert (head.organization, head.exact) == ("pact", "Ivo Brenn, head of PACT")
    known = {actor.id for actor in made.actors}
    named = {a.actor for a in made.affiliations} | {a.organization for a in made.affiliations}
    assert named | {made.article.outlet} <= known


def test_an_office_is_read_where_the_register_has_it_as_a_title(register: Register):
    text = "PACT chief Erik Vane said it rained."
    made = resolve(document(text), [said(text, "PACT chief Erik Vane", "it rained")], register, "t")
    (office,) = [a for a in made.affiliations if a.by == "t"]
    assert (office.role, office.organization, office.exact) == ("chief", "pact", "PACT chief Erik Vane")


def test_pieces_are_joined_and_their_edges_kept(register: Register):
    pieces = Attribution("a1", (), (), (*spans(TEXT, "the dam"), *spans(TEXT, "rain")), "indirect", 1.0)
    (one,) = resolve(document(TEXT), [pieces], register, "t").assertions
    assert one.exact == "the dam … rain"
    assert (one.start, one.end) == (pieces.content[0][0], pieces.content[1][1])
    assert (one.actor, one.cue, one.source_text) == (None, None, None)


def test_a_piece_that_names_is_the_speaker(register: Register):
    pieces = (*spans(TEXT, "denied"), *spans(TEXT, "Pavel Orsk"))
    one = Attribution("a1", pieces, (), spans(TEXT, "rain"), "indirect", 1.0)
    actor = actors_of(document(TEXT), [one], register)["a1"]
    assert actor is not None
    assert actor.name == "Pavel Orsk"


def test_doubt_is_kept_with_those_it_may_be(register: Register):
    text = "Norlandish intelligence said that it rained."
    made = resolve(document(text), [said(text, "Norlandish intelligence", "it rained")], register, "t")
    assert {"norland-intelligence", "nib", "nms"} <= {actor.id for actor in made.actors}
    assert made.assertions[0].actor == "norland-intelligence"


def test_merge_keeps_each_once_and_makes_claims_anew(register: Register):
    one, other, last = chain()
    first = resolve(document(TEXT), [replace(one, sourced_from=()), last], register, "t")
    second = resolve(document(TEXT), [other], register, "t")
    both = merge(first, second)
    assert len(both.assertions) == 3
    assert len(both.claims) == 2
    assert sum(stating.why == "the same words of the same article" for stating in both.statings) == 2
    assert merge(first, first) == first
    assert merge(first, second).statings == merge(second, first).statings
    with pytest.raises(ValueError, match="two articles"):
        merge(first, resolve(document("Other."), [], register, "t"))


WORDS = st.sampled_from(
    ["Kim", "Lena", "Vane", "Brandt", "the", "of", "Stone", "House", "'s", "’s", ",", "(", ")", "and", "“", '"', ".",
     "\n", "spokesman", "US", "it", "He", "who", "\u202e", "`", "Mr.", "A.", "-", "\x00", "\ud800", "ß", "ǅ", "$5",
     "statement"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_text_with_any_spans_is_read(register: Register, data: st.DataObject):
    text = data.draw(
        st.one_of(st.lists(WORDS, min_size=1, max_size=40).map(" ".join), st.text(min_size=1, max_size=80))
    )
    span = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).map(sorted).filter(lambda s: s[0] < s[1])
    some = st.lists(span.map(tuple), max_size=2).map(tuple)
    attributions = [
        Attribution(f"a{i}", data.draw(some), data.draw(some), (data.draw(span.map(tuple)),), "indirect", 0.5)
        for i in range(data.draw(st.integers(1, 4)))
    ]
    made = resolve(document(text), attributions, register, "t")
    known = {actor.id for actor in made.actors}
    assert {one.actor for one in made.assertions} <= known | {None}
    assert set(actors_of(document(text), attributions, register)) == {a.id for a in attributions}
    assert all(text[one.start : one.end].startswith(one.exact.split(" … ")[0]) for one in made.assertions)
