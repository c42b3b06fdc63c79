"""Pages from a store: the same verdicts as a trace gives, also where only a part of the graph is in the page."""

import json
import re

import pytest

from graph.write import put
from queries import Network, Question, network, trace
from queries.picture import page_of, texts
from tests.queries.world import readings


@pytest.fixture
def full(store):
    for reading in readings():
        put(store, reading)
    return store


def told(document):
    block = re.search(r'id="evidence">(.*?)</script>', document, re.DOTALL)
    return json.loads(block[1])


def test_the_page_says_of_each_claim_what_a_trace_says(full):
    found = told(page_of(full, network(full), title="t"))
    assert len(found["traces"]) == 5
    for name, drawn in found["traces"].items():
        for rule in ("affiliation", "none"):
            said = trace(full, Question(name, by="claim"), rule=rule).claims[0].verdict
            shown = drawn.get(rule, drawn["affiliation"])
            assert (shown["words"], shown["notes"]) == (said.words, list(said.notes))
            assert shown["counts"] == [said.actors, said.assertions, said.articles, said.outlets, len(said.origins)]


def test_a_part_of_the_graph_has_whole_traces(full):
    whole = told(page_of(full, network(full), title="t"))
    part = told(page_of(full, network(full, actor="rutte", depth=2), title="t"))
    assert set(part["claims"]) < set(whole["claims"])
    assert all(drawn == whole["traces"][name] for name, drawn in part["traces"].items())


def test_texts_come_with_the_page(full):
    graph = network(full)
    found = told(page_of(full, graph, title="t"))
    assert texts(full, graph) == {name: article["text"] for name, article in found["articles"].items()}
    assert all(found["articles"])


def test_a_trace_and_a_network_show_themselves(full):
    kursk = trace(full, Question("North Korean troops are in Kursk", by="claim"))
    name = kursk.claims[0].claim.id
    assert f"id=&quot;focus&quot;&gt;&quot;{name}&quot;" in kursk._repr_html_()
    assert isinstance(network(full), Network)
    assert network(full)._repr_html_().startswith("<iframe sandbox=")
