"""Claims that are the same: joined in any order of loading, judged, retracted, and given back as they were."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import QuestionError
from graph.fetch import reading as fetch
from graph.judge import judge_claims, undo
from graph.matches import KEYS, Match
from graph.model import Claim, Reading, Stating
from graph.snapshot import snapshot
from graph.write import put, retract
from queries.check import check
from queries.find import claim, claim_id
from queries.lists import claims
from tests.conftest import WIPE
from tests.graph.test_write import FEW
from tests.graph.worlds import ACTORS, article, assertion

# Two claims are the same where their first letters are, rivals where one is the other with "not", and may be the same
# where they end alike. "Bridge" joins a and b by way of itself.
SAID = {
    "one": ("2024-10-03", "alpha one"),
    "two": ("2024-10-01", "alpha two"),
    "three": ("2024-10-02", "alpha three"),
    "none": (None, "alpha"),
    "beta": ("2024-10-05", "beta"),
    "bridge": ("2024-10-04", "ab bridge"),
    "not": ("2024-10-06", "not alpha"),
}
FIRST = "claim of two"


def matcher(one, other):
    left, right = sorted((one.text, other.text))
    if "not" in right and left.startswith("alpha"):
        return Match("rival", 1.0, f"{left} and {right}", "polarity")
    if left[0] == right[0] == "a" or (left, right) == ("ab bridge", "beta"):
        return Match("same", 0.9 if "bridge" not in left else 0.5, "the same letters")
    return Match("maybe", 0.4, "who knows") if left == "beta" else None


def reading(name):
    day, text = SAID[name]
    head = replace(article(f"{text} said", [f"/{name}"], title=name), published=day)
    said = assertion(head, ACTORS[0].id, 0, len(text))
    made = Claim(f"claim of {name}", text, day, topic=("t",), keys=("k",) * KEYS)
    stating = Stating(said.id, made.id, 1.0, "its own words", "test")
    return Reading(head, (ACTORS[0],), assertions=(said,), claims=(made,), statings=(stating,))


def load(store, *names):
    for name in names:
        put(store, reading(name), matcher)


def stated(store):
    rows = store.read("MATCH (s:Assertion)-[:STATES]->(c:Claim) RETURN s.exact AS x, c.id AS id ORDER BY x").rows
    return dict(rows)


def loose(store):
    """What the check finds wrong with claims; the worlds' cues stand nowhere."""
    return [problem for problem in check(store) if "cue" not in problem.what]


def kept(store):
    whole = snapshot(store)
    return tuple(node for node in whole.nodes if node[0] != "Judgement"), whole.edges


def test_the_same_claims_are_counted_as_the_one_first_said(store):
    load(store, "one", "two", "none")
    assert set(stated(store).values()) == {FIRST}
    (row,) = claims(store).dicts()
    assert (row["id"], row["assertions"], row["articles"]) == (FIRST, 3, 3)
    assert claim_id(store, "claim of one") == claim_id(store, "alpha one") == FIRST
    assert claim(store, "claim of one").text == "alpha one"
    why = store.read("MATCH (:Assertion {exact: 'alpha one'})-[r:STATES]->() RETURN r.why, r.by, r.score").rows
    assert why == [("the same as “alpha two”: the same letters", "whence", 0.9)]
    assert not loose(store)


def test_rivals_and_hints_are_linked_and_not_joined(store):
    load(store, "one", "beta", "not")
    links = store.read(
        "MATCH (a:Claim)-[r:CONFLICTS_WITH|MAY_MATCH]-(b:Claim) WHERE a.id < b.id "
        "RETURN type(r), a.text, b.text, r.rule ORDER BY a.text, b.text"
    ).rows
    assert ("CONFLICTS_WITH", "not alpha", "alpha one", "polarity") in links
    assert ("MAY_MATCH", "beta", "not alpha", None) in links
    assert len(set(stated(store).values())) == 3


def test_what_was_put_is_given_back_and_a_second_load_changes_nothing(store):
    load(store, "one", "two")
    before = snapshot(store)
    again = fetch(store, reading("one").article.id)
    assert (again.claims, again.statings) == (reading("one").claims, reading("one").statings)
    assert put(store, again, matcher) == "unchanged"
    assert snapshot(store) == before


def test_a_retracted_article_is_as_if_it_had_never_been(store):
    load(store, "one", "three", "beta")
    before = snapshot(store)
    load(store, "two", "bridge", "not")
    assert len(set(stated(store).values())) == 2
    for name in ("two", "not", "bridge"):
        retract(store, reading(name).article.id)
    assert snapshot(store) == before
    assert not loose(store)


def test_a_judgement_parts_what_was_joined_at_its_weakest_link_and_can_be_undone(store):
    load(store, "one", "bridge", "beta")
    assert len(set(stated(store).values())) == 1
    before = kept(store)
    pair = claim(store, "alpha one"), claim(store, "beta")
    made = judge_claims(store, pair, "negative", who="ann", why="two things")
    parted = stated(store)
    assert parted["alpha one"] != parted["beta"]
    undo(store, made.id, who="ann")
    assert kept(store) == before


def test_a_judgement_joins_and_holds_on_a_later_load(store):
    load(store, "one", "not")
    made = judge_claims(store, (claim(store, "alpha one"), claim(store, "not alpha")), "positive", who="ann", why="so")
    assert len(set(stated(store).values())) == 1
    retract(store, reading("not").article.id)
    load(store, "not")
    assert len(set(stated(store).values())) == 1
    why = store.read("MATCH (:Assertion {exact: 'not alpha'})-[r:STATES]->() RETURN r.why, r.by").rows
    assert why == [("the same as “alpha one”: so", "ann")]
    undo(store, made.id, who="ann")
    assert len(set(stated(store).values())) == 2


def test_a_claim_is_not_judged_to_be_itself(store):
    load(store, "one")
    one = claim(store, "alpha one")
    with pytest.raises(QuestionError, match="one claim already"):
        judge_claims(store, (one, one), "positive", who="ann", why="")


@FEW
@given(st.permutations(sorted(SAID)), st.sets(st.sampled_from(sorted(SAID))))
def test_the_order_of_loading_and_retracting_makes_no_difference(_embedded_store, order, gone):  # noqa: PT019
    store = _embedded_store
    store.write(WIPE)
    load(store, *order)
    for name in order:
        if name in gone:
            retract(store, reading(name).article.id)
    found = snapshot(store)
    store.write(WIPE)
    load(store, *(name for name in sorted(SAID) if name not in gone))
    assert found == snapshot(store)
