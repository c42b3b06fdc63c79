"""A page straight from a store: the graph with whole traces, the articles' texts, and people's judgements."""

from collections.abc import Iterable, Iterator
from typing import Any

import networkx as nx

from graph.judge import judgements
from graph.store import Store
from queries.facts import batches
from queries.graphs import add_edge, to_networkx
from queries.picture.page import page
from queries.trace import Question, trace_claims

_TEXTS = "UNWIND $ids AS id MATCH (a:Article {id: id}) RETURN a.id AS id, a.text AS text ORDER BY id"
_BESIDE = """
UNWIND $ids AS id MATCH (h:Claim {id: id})
OPTIONAL MATCH (leaf:Claim)-[:SAME_AS]->(h)
WITH id, h, collect(leaf) AS leaves
UNWIND leaves + [h] AS one
MATCH (one)-[r:CONFLICTS_WITH|MAY_MATCH]-(b:Claim)
OPTIONAL MATCH (b)-[:SAME_AS]->(head:Claim)
RETURN id, type(r) AS kind, properties(r) AS told, coalesce(head, b).id AS other ORDER BY id, other, kind
"""


def page_of(store: Store, graph: "nx.MultiDiGraph[str]", *, title: str, focus: str | None = None) -> str:
    """The page of a graph that `queries.network` took from a store, all of it or a part.

    What the page needs beside it is added: of each claim all its assertions and what they rest on, so that no verdict
    comes from half a trace, its rivals and what may be the same, the articles' texts, and the judgements.
    """
    whole = completed(store, graph)
    return page(whole, title=title, focus=focus, texts=texts(store, whole), judgements=judgements(store))


def texts(store: Store, articles: Iterable[str]) -> dict[str, str]:
    """The articles' texts by id; ids of other things are passed over."""
    rows = (row for batch in batches(articles) for row in store.read(_TEXTS, {"ids": batch}).dicts())
    return {row["id"]: row["text"] for row in rows if row["text"] is not None}


def completed(store: Store, graph: "nx.MultiDiGraph[str]") -> "nx.MultiDiGraph[str]":
    """A copy of the graph with the whole trace of each claim in it."""
    claims = sorted(name for name, data in graph.nodes(data=True) if data["label"] == "Claim")
    whole = to_networkx(trace_claims(store, Question(""), "in the page", claims))
    found = graph.copy()
    for name, data in whole.nodes(data=True):
        if name not in found:
            found.add_node(name, **data)
    for start, end, data in whole.edges(data=True):
        if all(edge["type"] != data["type"] for edge in (graph.get_edge_data(start, end) or {}).values()):
            add_edge(found, start, end, data["type"], {name: told for name, told in data.items() if name != "type"})
    for start, end, kind, told in _beside(store, claims):
        if start < end and end in found and not any(e["type"] == kind for e in _between(found, start, end)):
            add_edge(found, start, end, kind, told)
    return found


def _between(graph: "nx.MultiDiGraph[str]", one: str, other: str) -> list[dict[str, Any]]:
    both = ((one, other), (other, one))
    return [edge for a, b in both for edge in (graph.get_edge_data(a, b) or {}).values()]


def _beside(store: Store, claims: Iterable[str]) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Rivals and likely twins of claims, also of the claims that are counted as them."""
    for batch in batches(claims):
        for row in store.read(_BESIDE, {"ids": batch}).dicts():
            yield row["id"], row["other"], row["kind"], row["told"]
