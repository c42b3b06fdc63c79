"""The page: data as JSON in a block that no browser runs, scripts known by their hashes, nothing from outside."""

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

import networkx as nx
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from queries.picture.builder import Drawing
from queries.picture.evidence import drawn, evidence

HERE = Path(__file__).parent
SCRIPTS = ("vendor/vis-network.min.js", "page.js")


def page(graph: "nx.MultiDiGraph[str]", *, title: str, focus: str | None = None) -> str:
    """One offline HTML document of a graph as `queries.network` gives it; the same graph gives the same document.

    `focus` is the id of the claim or actor to begin with; else it is the claim with the longest chain.
    """
    found = evidence(graph)
    nodes, edges = drawn(found)
    drawing = Drawing(_environment(title, focus, found), "page.html")
    drawing.fill(nodes, edges, {name: actor["kind"] for name, actor in found["actors"].items()})
    return drawing.render()


def write_page(path: Path, graph: "nx.MultiDiGraph[str]", *, title: str, focus: str | None = None) -> None:
    """Write `page` to a file, in UTF-8."""
    path.write_text(page(graph, title=title, focus=focus), encoding="utf-8")


def _environment(title: str, focus: str | None, found: dict[str, Any]) -> Environment:
    scripts = [(HERE / name).read_text(encoding="utf-8").replace("</script", "<\\/script") for name in SCRIPTS]
    environment = Environment(autoescape=True, loader=FileSystemLoader(HERE))
    environment.filters["block"] = _block
    environment.globals |= {
        "title": title,
        "focus": focus,
        "evidence": found,
        "css": Markup((HERE / "page.css").read_text(encoding="utf-8")),  # noqa: S704 - our own file
        "scripts": [Markup(text) for text in scripts],  # noqa: S704 - our own files
        "hashes": " ".join(f"'sha256-{_hash(text)}'" for text in scripts),
    }
    return environment


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _block(value: object) -> Markup:
    """JSON that can stand in a script element: no angle bracket, ampersand or line separator is left in it."""
    text = json.dumps(json.loads(value) if isinstance(value, str) else value, separators=(",", ":"))
    for mark in "<>&":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return Markup(text)  # noqa: S704 - made safe above
