"""What stands next to a node of a network, by the relationship between them."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import networkx as nx

Graph: TypeAlias = "nx.MultiDiGraph[str]"
Properties: TypeAlias = dict[str, Any]

INFERRED = frozenset({"STATES", "COPIES", "SAME_AS", "CONFLICTS_WITH"})
"""The relationships that no source states: whence's, or a person's, with why and by whom."""

# The paths that articles were read from are for nobody but who has that disk.
HELD_BACK = ("label", "places")


def nodes(graph: Graph, label: str | None = None) -> Iterator[tuple[str, Properties]]:
    """The nodes, or those with a label, with their properties but the label and the places on this machine."""
    for name, values in graph.nodes(data=True):
        if label in (None, values["label"]):
            yield name, {key: value for key, value in values.items() if key not in HELD_BACK}


def edges(graph: Graph, *kinds: str) -> Iterator[tuple[str, str, str, Properties]]:
    """(start, end, type, properties) of the relationships of these types, or of all."""
    for start, end, values in graph.edges(data=True):
        if not kinds or values["type"] in kinds:
            yield start, end, values["type"], {key: value for key, value in values.items() if key != "type"}


def heads(graph: Graph, node: str, kind: str) -> list[str]:
    """The nodes that relationships of a type lead to from a node, each once."""
    return _once(end for _, end, values in graph.out_edges(node, data=True) if values["type"] == kind)


def tails(graph: Graph, node: str, kind: str) -> list[str]:
    """The nodes that relationships of a type come from to a node, each once."""
    return _once(start for start, _, values in graph.in_edges(node, data=True) if values["type"] == kind)


def caption(values: Properties) -> str:
    """What a node is called in a few words: its name, title, words or id."""
    found = (values.get(key) for key in ("name", "title", "exact", "text", "id"))
    return str(next((value for value in found if value), ""))


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
