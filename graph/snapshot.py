"""The whole graph as plain values in one order, to compare two stores node for node and edge for edge."""

from dataclasses import dataclass
from typing import Any

from graph.store import Store

LABELS = ("Actor", "Article", "Assertion", "Claim", "Judgement")
_NODES = "MATCH (n:{label}) RETURN properties(n) AS n"
_EDGES = """
MATCH (a)-[r]->(b) WHERE NOT a:WhenceSchema RETURN type(r) AS kind, a.id AS start, b.id AS end, properties(r) AS r
"""
Properties = tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Nodes as (label, properties) and edges as (type, from, to, properties), sorted; properties sorted by name."""

    nodes: tuple[tuple[str, Properties], ...]
    edges: tuple[tuple[str, str, str, Properties], ...]


def snapshot(store: Store) -> Snapshot:
    """All that is in the store. For tests and small graphs: everything is in memory at once."""
    nodes = [(label, _plain(row["n"])) for label in LABELS for row in store.read(_NODES.format(label=label)).dicts()]
    edges = [(row["kind"], row["start"], row["end"], _plain(row["r"])) for row in store.read(_EDGES).dicts()]
    return Snapshot(tuple(sorted(nodes, key=repr)), tuple(sorted(edges, key=repr)))


def _plain(values: dict[str, Any]) -> Properties:
    return tuple((k, tuple(v) if isinstance(v, list) else v) for k, v in sorted(values.items()))
