"""A reading of several queries that no change falls into: it is taken again until two agree."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any, TypeVar

import networkx as nx

T = TypeVar("T")
QUICK, PATIENT = 3, 20


def steady(
    ask: Callable[[], T],
    changes: Callable[[], int],
    same: Callable[[T, T], bool] = lambda one, other: bool(one == other),
    calm: AbstractContextManager[Any] | None = None,
) -> T:
    """What `ask` gives, once it gives the same twice running with no change around; else the last it gave.

    A change is written in one transaction, so only a reading that it falls into can differ from the next. Changes that
    come and go may fall into two readings alike, so `changes`, how many the store has seen, has to stand still too.
    On Neo4j that count waits until a change that is being finished is whole; where it cannot wait, that two readings
    agree says that none is. After a few readings that differ, `calm` is entered, which holds back those changes that
    can be.
    """
    found, agreed = _agreeing(ask, changes, same, QUICK)
    if not agreed:
        with calm or nullcontext():
            found, _ = _agreeing(ask, changes, same, PATIENT)
    return found


def _agreeing(
    ask: Callable[[], T], changes: Callable[[], int], same: Callable[[T, T], bool], tries: int
) -> tuple[T, bool]:
    first, before, middle = changes(), ask(), changes()
    for _ in range(tries):
        after, last = ask(), changes()
        if first == last and same(before, after):
            return after, True
        first, before, middle = middle, after, last
    return before, False


def same_graph(one: "nx.MultiDiGraph[str]", other: "nx.MultiDiGraph[str]") -> bool:
    """Whether two graphs have the same nodes and relationships with the same properties."""
    return _parts(one) == _parts(other)


def _parts(graph: "nx.MultiDiGraph[str]") -> tuple[list[object], list[object]]:
    return list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))
