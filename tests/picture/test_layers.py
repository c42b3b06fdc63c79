"""Where the assertions of a trace stand: layers from the origin on, also where chains meet, part and run in rings."""

from hypothesis import given
from hypothesis import strategies as st

from queries.picture.facts import known
from queries.picture.layers import lanes, layers, rings
from tests.picture.worlds import add_assertion, dam, world


def test_each_stands_behind_all_that_it_rests_on():
    found = layers("abcd", [("b", "a"), ("c", "b"), ("c", "a"), ("d", "a")])
    assert found == {"a": 0, "b": 1, "c": 2, "d": 1}


def test_those_of_a_ring_take_a_layer_each_in_order():
    assert layers("abcd", [("a", "b"), ("b", "c"), ("c", "a"), ("a", "d")]) == {"d": 0, "a": 1, "b": 2, "c": 3}


def test_only_links_within_a_ring_are_of_a_ring():
    assert rings([("a", "b"), ("b", "a"), ("c", "a"), ("d", "d")]) == {("a", "b"), ("b", "a"), ("d", "d")}


NAMES = st.integers(0, 12)


@given(st.lists(st.tuples(NAMES, NAMES), max_size=40))
def test_layers_grow_along_every_link_that_is_in_no_ring(links):
    found = layers(range(13), links)
    circular = rings(links)
    assert all(found[name] > found[up] for name, up in links if (name, up) not in circular)


def test_a_chain_shares_a_row_and_lanes_stand_by_date():
    graph = dam()
    found = lanes(known(graph).about(["s2", "s3", "s5", "s7", "s10"]))
    assert [lane["article"] for lane in found] == ["a", "b", "d", "e"]
    rows = {step[0]: step[1:] for lane in found for step in lane["steps"]}
    assert rows["s1"] == [0, 0, False]
    assert rows["s2"] == [1, 0, True]
    assert rows["s4"][1] == rows["s5"][1] != rows["s6"][1]


def test_no_two_stand_in_one_place():
    for graph in (dam(), world()):
        found = lanes(known(graph).about([n for n, d in graph.nodes(data=True) if d["label"] == "Assertion"]))
        places = [(lane["article"], step[1], step[2]) for lane in found for step in lane["steps"]]
        assert len(places) == len(set(places))


def test_a_chain_of_thousands_is_laid_out():
    graph = world()
    for n in range(3000):
        add_assertion(graph, f"x{n}", "ann", "one", "c1", "it is so", [(f"x{n - 1}", "citing")] if n else [])
    (lane,) = lanes(known(graph).about(["x2999"]))
    assert max(step[1] for step in lane["steps"]) == 2999
    assert {step[2] for step in lane["steps"]} == {0}
