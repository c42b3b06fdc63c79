"""Judgements on who is who: in effect at once and on every later load, in any order, and undone without a trace."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import QuestionError
from graph.fetch import reading as fetch
from graph.judge import judge, judgements, undo
from graph.model import Actor
from graph.snapshot import snapshot
from graph.write import put, retract
from queries.facts import gather
from queries.find import actor_id
from queries.lists import actors
from tests.conftest import WIPE
from tests.graph.test_write import FEW
from tests.graph.worlds import ACTORS, OUTLET, reading, readings

ONE = reading("one abcdefghij", [(0, 0, 4), (1, 0, 5)], [(0, 1)], ties=[(0, 3)])
TWO = reading("two abcdefghij", [(2, 1, 6)], outlet="gazette")


def kept(store):
    """The snapshot without judgements, which stay also when they are taken back."""
    whole = snapshot(store)
    return tuple(node for node in whole.nodes if node[0] != "Judgement"), whole.edges


def said_by(store, actor):
    rows = store.read("MATCH (:Actor {id: $id})-[:ASSERTED]->(s) RETURN s.exact AS x ORDER BY x", {"id": actor}).rows
    return [row[0] for row in rows]


def merge(store, left, right, finding="positive"):
    return judge(store, (left, right), finding, who="ann", why="the same face")


@pytest.fixture
def world(store):
    put(store, ONE)
    put(store, TWO)
    return store


def test_a_merged_actor_is_counted_as_the_other_and_can_be_called_by_both_names(world):
    merge(world, ACTORS[0], ACTORS[2])
    assert said_by(world, "p0") == []
    assert said_by(world, "p2") == ["one ", "wo ab"]
    assert actor_id(world, "Person 0") == actor_id(world, "p0") == "p2"
    names = {row["id"]: row["aliases"] for row in actors(world).dicts()}
    assert "p0" not in names
    assert "Person 0" in names["p2"]


def test_affiliations_of_both_count(world):
    merge(world, ACTORS[0], ACTORS[2])
    name = world.read("MATCH (:Actor {id: 'p2'})-[:ASSERTED]->(s) RETURN s.id ORDER BY s.exact").rows[0][0]
    assert {(a.actor, a.organization) for a in gather(world, [name]).affiliations} >= {("p2", "p3")}


def test_what_was_put_is_still_given_back(world):
    merge(world, ACTORS[0], ACTORS[2])
    merge(world, OUTLET, ACTORS[1])
    assert set(fetch(world, ONE.article.id).assertions) == set(ONE.assertions)
    assert fetch(world, TWO.article.id).article == TWO.article
    assert world.read("MATCH (a:Article)-[:PUBLISHED_BY]->(o) RETURN o.id").rows == [("p1",)]


def test_undoing_leaves_the_graph_that_was_there_and_the_judgement(world):
    before = kept(world)
    first = merge(world, ACTORS[0], ACTORS[2])
    second = merge(world, OUTLET, ACTORS[1])
    undo(world, second.id[:8], who="bo")
    undo(world, first.id, who="bo")
    assert kept(world) == before
    assert [(j.who, j.undone_by) for j in judgements(world)] == [("ann", "bo"), ("ann", "bo")]
    with pytest.raises(QuestionError, match="taken back by bo"):
        undo(world, first.id, who="bo")


def test_a_later_judgement_on_the_same_two_wins(world):
    before = kept(world)
    merge(world, ACTORS[0], ACTORS[2])
    merge(world, ACTORS[2], ACTORS[0], "negative")
    assert kept(world) == before


def test_what_contradicts_itself_is_refused_and_changes_nothing(world):
    merge(world, ACTORS[0], ACTORS[2], "negative")
    merge(world, ACTORS[0], ACTORS[1])
    before = snapshot(world)
    with pytest.raises(QuestionError, match="ann judged that they are not"):
        merge(world, ACTORS[1], ACTORS[2])
    assert snapshot(world) == before
    with pytest.raises(QuestionError, match="one actor already"):
        merge(world, ACTORS[1], ACTORS[1])


def test_judgements_outlive_the_articles(world):
    merge(world, ACTORS[2], Actor("x", "Somebody else", "person"))
    retract(world, TWO.article.id)
    assert world.read("MATCH (a:Actor) WHERE a.id IN ['p2', 'x'] RETURN a.id").rows == []
    put(world, TWO)
    assert said_by(world, "x") == ["wo ab"]
    assert said_by(world, "p2") == []


@FEW
@given(readings(), st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=3), st.data())
def test_judging_before_or_after_loading_makes_no_difference(embedded_store, all_readings, pairs, data):
    store = embedded_store
    store.write(WIPE)
    for one in all_readings:
        put(store, one)
    plain = kept(store)
    for a, b in pairs:
        if a != b:
            merge(store, ACTORS[a], ACTORS[b])
    judged = kept(store)
    gone = data.draw(st.sampled_from(all_readings))
    retract(store, gone.article.id)
    put(store, gone)
    assert kept(store) == judged
    for one in all_readings:
        retract(store, one.article.id)
    assert kept(store) == ((), ())
    for one in reversed(all_readings):
        put(store, one)
    assert kept(store) == judged
    for judgement in judgements(store):
        undo(store, judgement.id, who="bo")
    assert kept(store) == plain
