"""The graph as networkx, whole and around something."""

from collections import Counter

import networkx as nx
import pytest

from graph.errors import QuestionError
from graph.properties import properties
from queries.graphs import add_edge
from queries.network import network
from tests.queries import world


def test_the_whole_graph_holds_every_record(full):
    graph = network(full)
    readings = world.readings()
    labels = Counter(label for _, label in graph.nodes(data="label"))
    assert labels["Article"] == len(readings)
    assert labels["Assertion"] == sum(len(reading.assertions) for reading in readings)
    assert labels["Claim"] == 5
    kinds = Counter(kind for _, _, kind in graph.edges(data="type"))
    assert kinds["SOURCED_FROM"] == sum(len(reading.sourcings) for reading in readings)
    assert kinds["STATES"] == sum(len(reading.statings) for reading in readings)
    assert kinds["AFFILIATED_WITH"] == 3


def test_nodes_have_their_labels_and_properties_and_articles_no_text(full):
    graph = network(full)
    assertion = world.gazette().assertions[0]
    assert graph.nodes[assertion.id] == {"label": "Assertion", **properties(assertion)}
    assert "text" not in graph.nodes[assertion.article]
    assert graph.nodes[world.claim(world.TEN).id]["text"] == world.TEN


def test_edges_are_keyed_by_type_and_have_their_properties(full):
    graph = network(full)
    sourcing = world.gazette().sourcings[0]
    edge = graph.edges[sourcing.assertion, sourcing.rests_on, "SOURCED_FROM"]
    assert edge == {"type": "SOURCED_FROM", "exact": "citing", "start": 12, "end": 18}


@pytest.mark.parametrize(
    ("depth", "expected"),
    [
        (0, {"rutte"}),
        (1, {"rutte", "nato", "Assertion"}),
        (2, {"rutte", "nato", "gur", "Assertion", "Claim", "Article"}),
    ],
)
def test_a_neighbourhood_ends_at_its_depth(full, depth, expected):
    graph = network(full, actor="Mark Rutte", depth=depth)
    found = {name if label == "Actor" else label for name, label in graph.nodes(data="label")}
    assert found == expected - ({"gur"} if depth == 2 else set())


def test_a_neighbourhood_goes_around_several_things(full):
    one, other = world.claim(world.RING).id, world.gazette().article.id
    graph = network(full, claim=world.RING, article=other[:8], depth=1)
    assert {one, other, "gazette"} <= set(graph)
    assert nx.number_weakly_connected_components(graph) == 2


def test_a_name_that_fits_nothing_is_an_error(full):
    with pytest.raises(QuestionError, match="no actor fits"):
        network(full, actor="nobody")


def test_the_order_is_the_same_every_time(full):
    one, other = network(full), network(full)
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))


def test_parallel_edges_of_one_type_are_all_kept():
    graph = nx.MultiDiGraph()
    for role in ("minister", "general", "minister"):
        add_edge(graph, "a", "b", "AFFILIATED_WITH", {"role": role})
    assert {key: edge["role"] for _, _, key, edge in graph.edges(keys=True, data=True)} == {
        "AFFILIATED_WITH": "minister",
        "AFFILIATED_WITH 2": "general",
    }
