"""What a query's answer holds of the graph, as a network: its nodes, and what lies between them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import networkx as nx
from neo4j.graph import Entity, Node, Path, Relationship

from graph.store import Answer, Store
from queries.network import LABELS, among

_BY_ELEMENT = "MATCH (n) WHERE elementId(n) IN $ids RETURN labels(n)[0] AS label, n.id AS id"


def is_graph(answer: Answer) -> bool:
    """Whether any value of the answer is, or holds, a node, a relationship or a path."""
    return next(_entities(answer.rows), None) is not None


def picked(store: Store, answer: Answer) -> "nx.MultiDiGraph[str]":
    """The nodes of an answer and the ends of its relationships, as `network` gives a graph.

    An assertion brings its actor, article and claim, which are what it is drawn between.
    """
    ids: defaultdict[str, set[str]] = defaultdict(set)
    hollow: set[str] = set()
    for node in _nodes(_entities(answer.rows)):
        label = next((one for one in LABELS if one in node.labels), None)
        if label and node.get("id"):
            ids[label].add(str(node["id"]))
        elif not node.labels:
            hollow.add(node.element_id)
    for row in store.read(_BY_ELEMENT, {"ids": sorted(hollow)}).dicts() if hollow else ():
        ids[row["label"]].add(row["id"])
    return among(store, ids)


def _nodes(entities: Iterable[Entity | Path]) -> Iterator[Node]:
    for entity in entities:
        if isinstance(entity, Node):
            yield entity
        elif isinstance(entity, Relationship | Path):
            yield from (node for node in entity.nodes if node is not None)


def _entities(value: object) -> Iterator[Entity | Path]:
    if isinstance(value, Entity | Path):
        yield value
    elif isinstance(value, Mapping):
        yield from _entities(list(value.values()))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _entities(item)
