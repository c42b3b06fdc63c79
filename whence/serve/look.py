"""HTML pages from autoescaped templates."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from queries.dates import in_words

HERE = Path(__file__).parent
PAGES = {
    "/": "Claims",
    "/figures": "Figures",
    "/actors": "Actors",
    "/articles": "Articles",
    "/load": "Load",
    "/console": "Console",
    "/judgements": "Judgements",
}
NARROWED = {"/actors": "actors", "/figures": "figures"}
"""Pages whose search is for what they list; the others' is for everything."""


def page(request: Request, template: str, *, status: int = 200, **values: object) -> HTMLResponse:
    """A page; `here` is the path it is at and `may_write` whether its reader came by the start-up link."""
    return HTMLResponse(rendered(request, template, **values), status)


def rendered(request: Request, template: str, **values: object) -> str:
    """A template's HTML."""
    known = {"here": request.url.path, "may_write": request.scope.get("may_write", False), "words": ""}
    known |= {"pages": PAGES, "narrowed": NARROWED}
    return _environment().get_template(template).render(**known | values)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["date"] = in_words
    return made
