"""Articles in and out: all or nothing, in any order, on either engine the same graph."""

import itertools
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import InputError, QuestionError, StoreBusy
from graph.fetch import article_id
from graph.fetch import reading as fetch
from graph.judge import judge
from graph.schema import VERSION
from graph.snapshot import snapshot
from graph.store import Store
from graph.write import put, retract
from tests.conftest import WIPE
from tests.graph.worlds import ACTORS, article, many, reading, readings

FEW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
HOSTILE = (
    "'\"`$ {} \\ \\u0041 %s",
    "</script><script>alert(1)</script>",
    "x'}) DETACH DELETE n //",
    "\u202eevil\u202c\u2028\u0000\x07",
    "Ω" * 10_000,
    "👩‍👩‍👧 é́",
)


def graph_of(store, all_readings):
    store.write(WIPE)
    for one in all_readings:
        put(store, one)
    return snapshot(store)


def test_loading_twice_changes_nothing(store):
    one = reading(said=[(0, 0, 4), (1, 0, 4)], chains=[(0, 1)], ties=[(0, 1)], places=["/a"])
    assert put(store, one) == "added"
    before = snapshot(store)
    assert put(store, one) == "unchanged"
    assert snapshot(store) == before


def test_what_was_put_is_given_back(store):
    one = reading(said=[(0, 0, 4), (4, 0, 4), (2, 1, 6)], chains=[(0, 1)], ties=[(0, 1), (0, 2)], outlet="gazette")
    put(store, one)
    back = fetch(store, one.article.id)
    for name in ("actors", "affiliations", "assertions", "sourcings", "claims", "statings"):
        assert set(getattr(back, name)) == set(getattr(one, name)), name
    assert back.article == one.article


def test_a_changed_article_replaces_its_old_self(store):
    old = reading("old text here", [(0, 0, 4), (1, 0, 5)], places=["/a"])
    new = reading("new text here", [(2, 0, 4)], places=["/a"])
    put(store, old)
    assert put(store, new) == "replaced"
    assert snapshot(store) == graph_of(store, [new])


def test_an_old_text_stays_while_another_place_has_it(store):
    put(store, reading("old text here", places=["/a", "/b"]))
    put(store, reading("new text here", places=["/a"]))
    rows = store.read("MATCH (a:Article) RETURN a.text AS text, a.places AS places ORDER BY text").rows
    assert rows == [("new text here", ["/a"]), ("old text here", ["/b"])]


def test_an_article_of_many_places_is_found_from_each(store):
    places = ["/a", "/b", "/c", "/d"]
    put(store, reading("old text here", places=places))
    for left in (["/a", "/b", "/c"], ["/b", "/c"], ["/c"]):
        gone = next(place for place in places if place not in left)
        places = left
        put(store, reading(f"new text at {gone}", places=[gone]))
        told = store.read("MATCH (a:Article {text: 'old text here'}) RETURN a.places").rows
        assert told == [(left,)]
    put(store, reading("the last text", places=["/c"]))
    assert store.read("MATCH (a:Article {text: 'old text here'}) RETURN a.id").rows == []


def test_the_same_text_at_two_places_is_one_article(store):
    put(store, reading(places=["/b"]))
    put(store, reading(places=["/a"]))
    assert store.read("MATCH (a:Article) RETURN a.places").rows == [(["/a", "/b"],)]


@FEW
@given(readings(), st.randoms(use_true_random=False))
def test_order_does_not_matter(embedded_store, all_readings, random):
    forwards = graph_of(embedded_store, all_readings)
    random.shuffle(all_readings)
    assert graph_of(embedded_store, all_readings) == forwards


@FEW
@given(readings(), st.data())
def test_retracting_leaves_what_the_others_give(store, all_readings, data):
    gone = data.draw(st.sampled_from(all_readings))
    graph_of(store, all_readings)
    retract(store, gone.article.id)
    left = snapshot(store)
    assert left == graph_of(store, [one for one in all_readings if one is not gone])


@FEW
@given(readings())
def test_both_engines_hold_the_same_graph(embedded_store, neo4j_store, all_readings):
    assert graph_of(embedded_store, all_readings) == graph_of(neo4j_store, all_readings)


def test_an_unsupported_circle_of_affiliations_is_not_left_behind(store):
    one = reading(said=[(0, 0, 4)], ties=[(0, 1), (1, 2), (2, 1)])
    put(store, one)
    assert store.read("MATCH (a:Actor) RETURN count(a)").rows == [(3,)]
    retract(store, one.article.id)
    assert snapshot(store).nodes == ()


def test_an_article_goes_in_whole_or_not_at_all(store):
    put(store, reading("first text here", places=["/a"]))
    before = snapshot(store)
    one = reading("second text here", [(0, 0, 4), (1, 0, 5)], places=["/a"])
    twice = replace(one, assertions=(one.assertions[0], replace(one.assertions[1], id=one.assertions[0].id)))
    with pytest.raises(QuestionError):
        put(store, twice)
    assert snapshot(store) == before


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_comes_back_as_it_was(store, text):
    one = reading(text + " abcdefghij", [(0, 0, 3)])
    actor = replace(ACTORS[0], name=text, aliases=(text,))
    put(store, replace(one, actors=(actor,), article=replace(one.article, title=text)))
    back = fetch(store, one.article.id)
    assert (back.article.title, back.article.text, back.actors[0].name) == (text, text + " abcdefghij", text)
    assert store.read("MATCH (a:Actor {name: $name}) RETURN count(a)", {"name": text}).rows == [(1,)]


def test_half_a_character_is_refused_and_nothing_written(store):
    with pytest.raises(InputError, match="half a character"):
        put(store, reading("abc \ud800 abcdef"))
    assert snapshot(store).nodes == ()


def test_articles_are_found_by_path_and_beginning(store):
    one = reading(places=["/tmp/one.txt"])
    put(store, one)
    assert article_id(store, "/tmp/one.txt") == article_id(store, one.article.id[:6]) == one.article.id
    with pytest.raises(QuestionError, match="no article"):
        retract(store, "nowhere")


def test_writers_at_once_lose_nothing(store):
    all_readings = list(many(12))
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda one: put(store, one), all_readings)) == {"added"}
    assert snapshot(store) == graph_of(store, all_readings)


def test_what_one_takes_out_stays_where_another_puts_it_in(store):
    texts = [f"{word} text here" for word in ("old", "new", "odd")]
    said = "MATCH (:Actor)-[:ASSERTED]->(s)-[:APPEARS_IN]->(:Article {id: $id}) RETURN count(s)"

    def come_and_go(text):
        one, seen = reading(text, [(0, 0, 3), (1, 0, 3)]), set()
        for _ in range(15):
            put(store, one)
            seen.add(store.read(said, {"id": one.article.id}).rows[0][0])
            retract(store, one.article.id)
        return seen

    with ThreadPoolExecutor(len(texts)) as pool:
        assert list(pool.map(come_and_go, texts)) == [{2}] * len(texts)
    assert store.read("MATCH (n) WHERE NOT n:WhenceSchema RETURN count(n)").rows == [(0,)]


def test_a_change_that_gets_no_turn_says_so(store, monkeypatch):
    monkeypatch.setattr("graph.embedded.TURN", 0.2)
    monkeypatch.setattr("graph.store.HELD", 1.0)
    held, done = threading.Event(), threading.Event()

    def hold(tx):
        held.set()
        done.wait(20)

    with ThreadPoolExecutor(1) as other:
        changing = other.submit(store.transact, hold)
        try:
            assert held.wait(10)
            with pytest.raises((StoreBusy, QuestionError), match=r"by others|too long"):
                store.write("CREATE (:Claim {id: 'one'})") if store.kind == "embedded" else store.changes()
        finally:
            done.set()
        changing.result(20)
    assert store.write("MATCH (c:Claim) RETURN count(c)").rows == [(0,)]


def test_ids_are_unique(store):
    store.write("CREATE (:Claim {id: 'one'})")
    with pytest.raises(QuestionError):
        store.write("CREATE (:Claim {id: 'one'})")


def test_an_article_without_assertions_is_kept(store):
    put(store, reading(said=[]))
    assert store.read("MATCH (a:Article) RETURN a.id").rows == [(article("abcdefghij").id,)]


def test_in_a_store_of_an_older_whence_articles_are_found_from_their_places(tmp_path):
    with Store(tmp_path / "store") as old:
        put(old, reading("old text here", places=["/a"]))
        old.write("MATCH (a:Article) REMOVE a.at0")
        old.write("MATCH (s:WhenceSchema) SET s.version = 4")
    with Store(tmp_path / "store") as new:
        assert put(new, reading("new text here", places=["/a"])) == "replaced"
        assert new.read("MATCH (a:Article) RETURN a.text").rows == [("new text here",)]


def test_each_change_is_counted_and_nothing_else_is(store):
    one, counts = reading(said=[(0, 0, 4)]), [store.changes()]
    for change in (
        lambda: put(store, one),
        lambda: put(store, one),
        lambda: judge(store, ACTORS[:2], "positive", who="ann", why="the same face"),
        lambda: store.read("MATCH (n) RETURN count(n)"),
        lambda: retract(store, one.article.id),
        lambda: store.write("MATCH (j:Judgement) DETACH DELETE j"),
    ):
        change()
        counts.append(store.changes())
    assert [after - before for before, after in itertools.pairwise(counts)] == [1, 0, 1, 0, 1, 1]


def test_changes_are_none_where_somebody_took_everything_out(store):
    store.write("MATCH (s:WhenceSchema) DETACH DELETE s")
    try:
        assert store.changes() == 0
    finally:
        store.write(f"CREATE (s:WhenceSchema {{id: 'whence', version: {VERSION}}})")
    assert store.changes() == 1
