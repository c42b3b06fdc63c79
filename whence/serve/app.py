"""The app: pages, the JSON interface and our own files, behind the guard."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from graph.errors import WhenceError
from whence.serve import api, pages
from whence.serve.desk import Desk
from whence.serve.errors import expected, unexpected
from whence.serve.guard import Guard

STATIC = Path(__file__).parent / "static"


def create_app(desk: Desk) -> ASGIApp:
    """The explorer over a desk's store, as an ASGI app."""
    static = Mount("/static", StaticFiles(directory=STATIC))
    app = Starlette(
        routes=[*pages.routes(), *api.routes(), static],
        exception_handlers={WhenceError: expected, HTTPException: expected, Exception: unexpected},
    )
    app.state.desk = desk
    return Guard(app, desk.token)
