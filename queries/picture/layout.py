"""Where everything stands at first: worked out here, the same every time, so that nothing bounces in the browser."""

import math
from collections.abc import Iterable, Sequence

import networkx as nx

Position = tuple[float, float]
CLOSE = 400
"""Nodes up to which a component is laid out by forces; larger ones are laid out in rings."""
SPREAD = 170.0


def positions(nodes: Sequence[str], edges: Iterable[tuple[str, str]]) -> dict[str, Position]:
    """A place for each node, in pixels, y downwards: components one beside the other, the largest first."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(nodes))
    graph.add_edges_from(sorted(edges))
    groups = sorted((sorted(group) for group in nx.connected_components(graph)), key=lambda g: (-len(g), g))
    widest = SPREAD * math.sqrt(max(len(graph), 1)) * 1.6
    placed: dict[str, Position] = {}
    x = y = tallest = 0.0
    for group in groups:
        local = _component(graph.subgraph(group), group)
        width, height = _size(local)
        if x and x + width > widest:
            x, y, tallest = 0.0, y + tallest, 0.0
        left, top = min(p[0] for p in local.values()), min(p[1] for p in local.values())
        placed |= {node: (round(px - left + x, 1), round(py - top + y, 1)) for node, (px, py) in local.items()}
        x, tallest = x + width, max(tallest, height)
    return placed


def _component(graph: "nx.Graph[str]", group: Sequence[str]) -> dict[str, Position]:
    if len(group) == 1:
        return {group[0]: (0.0, 0.0)}
    scale = SPREAD * math.sqrt(len(group))
    if len(group) > CLOSE:
        return _rings(graph, group)
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(group)
    ordered.add_edges_from(sorted((min(a, b), max(a, b)) for a, b in graph.edges))
    found = nx.spring_layout(ordered, seed=7, scale=scale, iterations=120, method="force")
    return {node: (float(px), float(py)) for node, (px, py) in found.items()}


def _rings(graph: "nx.Graph[str]", group: Sequence[str]) -> dict[str, Position]:
    """The best connected in the middle, each further ring wide enough for its nodes."""
    order = sorted(group, key=lambda node: (-graph.degree(node), node))
    placed: dict[str, Position] = {}
    radius, at = 0.0, 0
    while at < len(order):
        room = max(1, int(2 * math.pi * radius / SPREAD))
        ring = order[at : at + room]
        for k, node in enumerate(ring):
            angle = 2 * math.pi * k / len(ring)
            placed[node] = (radius * math.cos(angle), radius * math.sin(angle))
        at, radius = at + room, radius + SPREAD
    return placed


def _size(local: dict[str, Position]) -> tuple[float, float]:
    xs, ys = [p[0] for p in local.values()], [p[1] for p in local.values()]
    return max(xs) - min(xs) + 1.5 * SPREAD, max(ys) - min(ys) + 1.2 * SPREAD
