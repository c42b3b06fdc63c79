"""A reading of several queries that no change falls into: it is taken again until two agree."""

from collections.abc import Callable
from typing import TypeVar

import networkx as nx

T = TypeVar("T")
TRIES = 6


def steady(ask: Callable[[], T], same: Callable[[T, T], bool] = lambda one, other: bool(one == other)) -> T:
    """What `ask` gives, once it gives the same twice running; the last it gave where the store never rests.

    A change is written in one transaction, so only a reading that it falls into can differ from the next.
    """
    before = ask()
    for _ in range(TRIES):
        after = ask()
        if same(before, after):
            break
        before = after
    return after


def same_graph(one: "nx.MultiDiGraph[str]", other: "nx.MultiDiGraph[str]") -> bool:
    """Whether two graphs have the same nodes and relationships with the same properties."""
    return _parts(one) == _parts(other)


def _parts(graph: "nx.MultiDiGraph[str]") -> tuple[list[object], list[object]]:
    return list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))
