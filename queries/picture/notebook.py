"""The page inside a notebook: a frame that may run its own scripts and nothing else of the notebook's."""

from html import escape
from typing import TYPE_CHECKING

import networkx as nx

from queries.graphs import to_networkx
from queries.picture.page import page

if TYPE_CHECKING:
    from queries.trace import Trace

_FRAME = '<iframe sandbox="{allowed}" style="{style}" title="{title}" srcdoc="{page}"></iframe>'
_ALLOWED = "allow-scripts allow-downloads allow-popups"
_STYLE = "width: 100%; height: 640px; border: 1px solid #cfd6dd; border-radius: 8px"


def framed(graph: "nx.MultiDiGraph[str]", *, title: str, focus: str | None = None) -> str:
    """The page of a graph as a sandboxed frame: an origin of its own, no cookies, no way into the notebook."""
    document = page(graph, title=title, focus=focus)
    return _FRAME.format(allowed=_ALLOWED, style=_STYLE, title=escape(title), page=escape(document))


def framed_trace(trace: "Trace") -> str:
    """A trace's page, opened at its first claim where it has one only, else at the table of its claims."""
    focus = trace.claims[0].claim.id if len(trace.claims) == 1 else None
    return framed(to_networkx(trace), title=trace.question.text or "Trace", focus=focus)
