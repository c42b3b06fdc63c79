"""GraphML and GEXF, read back by networkx."""

import io
import json

import networkx as nx
import pytest

from queries.export import gexf, graphml
from queries.export.around import INFERRED
from queries.export.flat import xml_safe
from tests.export.conftest import HOSTILE
from tests.queries import world

OFFSETS = {"startOffset": "start", "endOffset": "end", "recordId": "id"}


def read_graphml(text):
    return nx.read_graphml(io.BytesIO(text.encode()), force_multigraph=True)


def read_gexf(text):
    return nx.read_gexf(io.BytesIO(text.encode()), version="1.3")


def back(values):
    """A node's or an edge's attributes under the names and as the values that they had."""
    named = {OFFSETS.get(key, key): value for key, value in values.items()}
    return {key: json.loads(value) if str(value).startswith(("[", "{")) else value for key, value in named.items()}


def expected(values, *without):
    """What of a node or an edge the file holds."""
    kept = {key: value for key, value in values.items() if key not in {"places", *without} and value is not None}
    return {key: xml_safe(value) if isinstance(value, str) else value for key, value in kept.items()}


@pytest.mark.parametrize(("write", "read"), [(graphml, read_graphml), (gexf, read_gexf)])
def test_every_node_comes_back(graph, write, read):
    found = read(write(graph))
    assert list(found) == list(graph)
    for name, values in graph.nodes(data=True):
        own = dict(found.nodes[name])
        assert own.pop("type") == values["label"]
        title = own.pop("title", None)
        got = back({key: value for key, value in own.items() if key not in ("label", "start")})
        assert got == expected(values, "label", "id", "title")
        assert title == (xml_safe(values["title"]) if "title" in values else None)


@pytest.mark.parametrize(("write", "read"), [(graphml, read_graphml), (gexf, read_gexf)])
def test_every_relationship_comes_back(graph, write, read):
    found = read(write(graph))
    got = [(a, b, d["label"], d["inferred"], back_edge(d)) for a, b, d in found.edges(data=True)]
    want = [(a, b, d["type"], d["type"] in INFERRED, expected(d, "type")) for a, b, d in graph.edges(data=True)]
    assert sorted(got, key=repr) == sorted(want, key=repr)
    assert {d["label"] for *_, d in found.edges(data=True) if d["inferred"]} == INFERRED


def back_edge(values):
    known = {"label", "type", "inferred", "start", "end", "id"}
    return back({key: value for key, value in values.items() if key not in known})


@pytest.mark.parametrize(("write", "read"), [(graphml, read_graphml), (gexf, read_gexf)])
def test_hostile_text_comes_back_or_is_replaced(graph, write, read):
    found = read(write(graph))
    assert found.nodes["gur"]["name"] == HOSTILE
    assert json.loads(found.nodes["gur"]["aliases"]) == [HOSTILE, "x"]
    assert found.nodes[world.ring().article.id]["title"] == "[red]=2+2[/red]\u202e\ufffd[2J"


def test_numbers_of_one_property_have_one_type(graph):
    found = read_graphml(graphml(graph))
    values = [found.nodes[world.claim(text).id]["min"] for text in (world.TEN, world.RING)]
    assert [(type(value), value) for value in values] == [(float, 10.0), (float, 10.5)]


def test_what_has_a_date_starts_on_it(graph):
    found = read_gexf(gexf(graph))
    assert found.graph["mode"] == "dynamic"
    starts = {name: values.get("start") for name, values in found.nodes(data=True)}
    assert starts[world.gazette().article.id] == "2024-10-28"
    assert starts[world.bay_radio().article.id] == "2024-10-29"
    assert starts[world.ring().article.id] is None
    assert starts["rutte"] is None
    assert starts[world.claim(world.KURSK).id] == "2024-10-28"
    assert starts[world.claim(world.RING).id] is None
    assert {starts[one.id] for one in world.bay_radio().assertions} == {"2024-10-29"}


def test_relationships_have_the_times_of_what_they_join(graph):
    edges = {(a, b, d["label"]): d for a, b, d in read_gexf(gexf(graph)).edges(data=True)}
    role = edges["ryder", "pentagon", "AFFILIATED_WITH"]
    assert (role["start"], role["end"], role["since"]) == ("2022-08-01", "2025-01-20", "2022-08")
    assert "start" not in edges["singh", "pentagon", "AFFILIATED_WITH"]
    sourced = next(d for (*_, label), d in edges.items() if label == "SOURCED_FROM" and d["exact"] == "citing")
    assert sourced["start"] == "2024-10-28"


def test_paths_of_this_machine_stay_here(graph):
    for write in (graphml, gexf):
        assert "/pile/001.txt" not in write(graph)


def test_why_an_actor_is_another_stands_on_the_relationship(graph):
    edges = {(a, b): d for a, b, d in read_graphml(graphml(graph)).edges(data=True)}
    assert edges["singh", "ryder"]["why"] == "one desk"
    assert edges["singh", "ryder"]["by"] == "ann"
