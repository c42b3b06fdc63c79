"""From a request to what it asks, and from what is found to an answer; the work is done beside the event loop."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import anyio
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from graph.errors import QuestionError
from whence.serve.desk import PATIENCE, Desk

T = TypeVar("T")
Endpoint = Callable[[Request], Awaitable[Response]]
BUSY = "another change is still being written: try again in a moment"


@dataclass(frozen=True)
class Asked:
    """A request's path, query and JSON body as plain values, with the desk that answers it."""

    desk: Desk
    path: dict[str, str]
    query: dict[str, str]
    body: dict[str, Any]

    def text(self, name: str, default: str | None = None) -> str:
        """A text of the body; QuestionError where it is missing or none."""
        value = self.body.get(name, default)
        if not isinstance(value, str):
            raise QuestionError(f"{name} is missing" if value is None else f"{name} has to be text")
        return value

    def maybe(self, name: str) -> str | None:
        """A text of the body, None where it is missing or blank."""
        return self.text(name, "").strip() or None if self.body.get(name) is not None else None


Work = Callable[[Asked], Any]


def reads(work: Work, limit: Callable[[Desk], anyio.CapacityLimiter] | None = None) -> Endpoint:
    """An endpoint that answers what `work` finds as JSON; `limit`: so many of a kind at once."""

    async def endpoint(request: Request) -> Response:
        asked = await asked_of(request)
        limiter = limit(asked.desk) if limit else None
        return JSONResponse(await anyio.to_thread.run_sync(work, asked, limiter=limiter))

    return endpoint


def writes(work: Work) -> Endpoint:
    """An endpoint that changes the graph: one at a time, and 503 for whoever waits too long."""

    async def endpoint(request: Request) -> Response:
        asked = await asked_of(request)
        return JSONResponse(await anyio.to_thread.run_sync(_in_turn, work, asked, limiter=asked.desk.changing))

    return endpoint


def _in_turn(work: Work, asked: Asked) -> Any:  # noqa: ANN401 - whatever the work gives
    if not asked.desk.writing.acquire(timeout=PATIENCE):
        raise HTTPException(503, BUSY, {"Retry-After": "5"})
    try:
        return work(asked)
    finally:
        asked.desk.writing.release()


async def asked_of(request: Request) -> Asked:
    """What a request asks. HTTPException where its body is no JSON object."""
    desk: Desk = request.app.state.desk
    body = await _json(request) if request.method in ("POST", "DELETE") else {}
    return Asked(desk, dict(request.path_params), dict(request.query_params), body)


async def _json(request: Request) -> dict[str, Any]:
    raw = await request.body()
    try:
        found = json.loads(raw or b"{}")
        json.dumps(found, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise HTTPException(400, "the request holds half a character (a lone surrogate)") from error
    except (ValueError, RecursionError) as error:
        raise HTTPException(400, "the request is no JSON") from error
    if not isinstance(found, dict):
        raise HTTPException(400, "the request is no JSON object")
    return found
