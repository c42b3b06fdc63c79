"""Where each assertion of a trace stands: its layer from the origins on, its article's lane and its row in there."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import networkx as nx

from queries.facts import Facts, Statement

Values = dict[str, Any]
Name = TypeVar("Name", bound=Hashable)


def layers(names: Sequence[Name], links: Iterable[tuple[Name, Name]]) -> dict[Name, int]:
    """For each name how many steps it stands from an origin, by the longest way; a link leads to what is rested on.

    Those of a ring, in the order of `names`, take one layer each.
    """
    order = {name: k for k, name in enumerate(names)}
    graph: nx.DiGraph[Name] = nx.DiGraph()
    graph.add_nodes_from(names)
    graph.add_edges_from((up, name) for name, up in links)
    whole = nx.condensation(graph)
    placed: dict[Name, int] = {}
    for ring in nx.lexicographical_topological_sort(
        whole, key=lambda r: min(order[n] for n in whole.nodes[r]["members"])
    ):
        members = sorted(whole.nodes[ring]["members"], key=order.__getitem__)
        before = [placed[up] for name in members for up in graph.predecessors(name) if up not in members]
        first = max(before, default=-1) + 1
        placed |= {name: first + k for k, name in enumerate(members)}
    return placed


def rings(links: Sequence[tuple[Name, Name]]) -> set[tuple[Name, Name]]:
    """Those of the links that are part of a ring."""
    graph = nx.DiGraph(links)
    ring = {name: k for k, names in enumerate(nx.strongly_connected_components(graph)) for name in names}
    return {(a, b) for a, b in links if ring[a] == ring[b]}


def lanes(facts: Facts) -> list[Values]:
    """One lane an article, the earliest first and those without a date last.

    Each has `article` and its `steps` as lists of assertion, layer, row and whether nobody here rests on it (a voice).
    """
    statements = sorted(facts.statements.values(), key=_place)
    names = [statement.assertion.id for statement in statements]
    links = [(sourcing.assertion, sourcing.rests_on) for sourcing in facts.sourcings]
    layer = layers(names, links)
    upstream: defaultdict[str, list[str]] = defaultdict(list)
    for name, up in links:
        upstream[name].append(up)
    inside: defaultdict[str, list[str]] = defaultdict(list)
    for statement in statements:
        inside[statement.article.id].append(statement.assertion.id)
    relied = {up for name, up in links}
    return [
        {"article": article, "steps": [[name, layer[name], row, name not in relied] for name, row in rows.items()]}
        for article, members in inside.items()
        for rows in [_rows(members, upstream, layer)]
    ]


def _rows(members: Sequence[str], upstream: Mapping[str, list[str]], layer: Mapping[str, int]) -> dict[str, int]:
    """A row for each assertion of an article: what it rests on first stands before it in its own row."""
    here, rows, taken = set(members), dict[str, int](), set[tuple[int, int]]()
    last = -1
    for voice in sorted(members, key=lambda name: -layer[name]):
        waiting = [(voice, -1)]
        while waiting:
            name, wanted = waiting.pop()
            if name in rows or name not in here:
                continue
            if wanted < 0 or (wanted, layer[name]) in taken:
                last += 1
                wanted = last
            rows[name] = wanted
            taken.add((wanted, layer[name]))
            ups = upstream.get(name, [])
            waiting += [(up, wanted if k == 0 else -1) for k, up in reversed(list(enumerate(ups)))]
    return _in_text_order(rows, members)


def _in_text_order(rows: Mapping[str, int], members: Sequence[str]) -> dict[str, int]:
    """The same rows, numbered in the order in which their first assertion stands in the text."""
    order: dict[int, int] = {}
    for name in members:
        order.setdefault(rows[name], len(order))
    return {name: order[rows[name]] for name in members}


def _place(statement: Statement) -> tuple[str, str, int, str]:
    return (
        statement.article.published or "9999",
        statement.article.id,
        statement.assertion.start,
        statement.assertion.id,
    )
