"""The page: data as JSON in a block that no browser runs, scripts and styles known by hashes, nothing from outside."""

import ast
import base64
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Required, TypedDict, Unpack

import networkx as nx
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from graph.model import Judgement
from queries.picture.builder import Drawing
from queries.picture.evidence import drawn, evidence

HERE = Path(__file__).parent
VIS = "vendor/vis-network.min.js"
PARTS: tuple[str, ...] = ("dom", "data", "state", "glyphs", "sketch", "lanes", "wires", "flow", "fold", "trace", "plot")
PARTS += ("rivals", "table", "board", "actor", "names", "article", "evidence", "search", "filters", "places")
PARTS += ("network", "vis", "save", "main")
"""Our own scripts, in the order in which they are joined; one scope holds them all."""
_VIS_STYLE = re.compile(r"""\b_e\(("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\)""")


class Told(TypedDict, total=False):
    """What `page` is told beside the graph."""

    title: Required[str]
    focus: str | None
    texts: Mapping[str, str] | None
    judgements: Iterable[Judgement]


def page(
    graph: "nx.MultiDiGraph[str]",
    *,
    title: str,
    focus: str | None = None,
    texts: Mapping[str, str] | None = None,
    judgements: Iterable[Judgement] = (),
) -> str:
    """One offline HTML document of a graph as `queries.network` gives it; the same graph gives the same document.

    `focus` is the id of the claim, actor or article to begin with; else it begins with the table of claims. `texts` are
    the articles' texts by id (see `texts`), `judgements` what people decided on who is who.
    """
    found = evidence(graph, texts, judgements)
    nodes, edges = drawn(found)
    drawing = Drawing(_environment(title, focus, found), "page.html")
    drawing.fill(nodes, edges, {name: actor["kind"] for name, actor in found["actors"].items()})
    return drawing.render()


def write_page(path: Path, graph: "nx.MultiDiGraph[str]", **told: Unpack[Told]) -> None:
    """Write `page` to a file, in UTF-8."""
    path.write_text(page(graph, **told), encoding="utf-8")


def _environment(title: str, focus: str | None, found: dict[str, Any]) -> Environment:
    environment = Environment(autoescape=True, loader=FileSystemLoader(HERE))
    environment.filters["block"] = _block
    environment.globals |= {"title": title, "focus": focus, "evidence": found} | _parts()
    return environment


@cache
def _parts() -> dict[str, Any]:
    """What is the same in every page: scripts, styles and their hashes."""
    vis, css = _read(VIS), _read("page.css")
    ours = '"use strict";\n(() => {\n' + "".join(_read(f"js/{name}.js") for name in PARTS) + "})();\n"
    scripts = [text.replace("</script", "<\\/script") for text in (vis, ours)]
    # vis-network adds its few style elements itself, empty at first; their hashes let it, and nobody else.
    styles = [css, "", *(ast.literal_eval(text) for text in _VIS_STYLE.findall(vis))]
    return {
        "css": Markup(css),  # noqa: S704 - our own file
        "scripts": [Markup(text) for text in scripts],  # noqa: S704 - our own files
        "script_hashes": " ".join(map(_hash, scripts)),
        "style_hashes": " ".join(map(_hash, styles)),
    }


def _read(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _block(value: object) -> Markup:
    """JSON that can stand in a script element: no angle bracket, ampersand or line separator is left in it."""
    text = json.dumps(json.loads(value) if isinstance(value, str) else value, separators=(",", ":"))
    for mark in "<>&":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return Markup(text)  # noqa: S704 - made safe above
