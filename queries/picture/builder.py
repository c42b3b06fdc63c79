"""The drawing's nodes, edges and options, built with pyvis and rendered with our own template."""

from typing import Any

from jinja2 import Environment
from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from queries.picture.layout import positions

Values = dict[str, Any]
LONGEST = 90
SHAPES = {
    "person": "dot",
    "organization": "square",
    "outlet": "star",
    "document": "triangleDown",
    "group": "hexagon",
    "unnamed": "dot",
}
OPTIONS: Values = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "edges": {
        "smooth": {"enabled": True, "type": "curvedCW", "roundness": 0.12},
        "arrows": {"to": {"scaleFactor": 0.7}},
    },
    "interaction": {"hover": True, "keyboard": False, "multiselect": False, "tooltipDelay": 10_000_000},
}


class Drawing(Network):  # type: ignore[misc]
    """pyvis's network, filled without its quadratic look-ups and rendered without its template, which is not safe."""

    def __init__(self, environment: Environment, template: str) -> None:
        super().__init__(directed=True)
        self.templateEnv = environment
        self.path = template
        self.options = OPTIONS

    def fill(self, nodes: list[Values], edges: list[Values], kinds: dict[str, str]) -> None:
        """Add the drawn nodes and edges; `kinds` are the actors' kinds by id."""
        places = positions([n["id"] for n in nodes], [(e["from"], e["to"]) for e in edges if e["kind"] != "affiliated"])
        for node in nodes:
            x, y = places[node["id"]]
            shape = _shape(node["kind"], kinds.get(node["id"]))
            made = Node(node["id"], shape, label=short(node["name"]), font_color=False, x=x, y=y, kind=node["kind"])
            self.nodes.append(made.options)
        for number, edge in enumerate(edges):
            made = Edge(edge["from"], edge["to"], directed=True, id=number, kind=edge["kind"], ids=edge["ids"])
            self.edges.append(made.options)

    def render(self) -> str:
        """The page, by pyvis's renderer over our template."""
        rendered: str = self.generate_html()
        return rendered


def short(name: str) -> str:
    """A label: one line, at most LONGEST code points."""
    line = " ".join(name.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def _shape(kind: str, actor: str | None) -> str:
    if kind == "claim":
        return "box"
    return SHAPES.get(actor or "person", "dot") if kind == "actor" else "diamond"
