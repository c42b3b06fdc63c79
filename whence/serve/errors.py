"""Every error as one clear line: as JSON under /api, else as a page."""

import sys
import traceback

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from graph.errors import InputError, StoreError, WhenceError, WriteRefused
from queries.visible import visible
from whence.serve.look import page

PLAIN = {"Not Found": "there is nothing at this address", "Method Not Allowed": "this cannot be done at this address"}
UNKNOWN = "something went wrong in whence itself; what it was stands where `whence serve` runs"


def refusal(request: Request, status: int, line: str) -> Response:
    """An answer that says why there is none."""
    line = visible(line)
    if request.url.path.startswith("/api"):
        return JSONResponse({"error": line}, status)
    return page(request, "error.html", status=status, title="Not that way", line=line)


def expected(request: Request, error: Exception) -> Response:
    """A refusal for what goes wrong on purpose."""
    if isinstance(error, HTTPException):
        answer = refusal(request, error.status_code, PLAIN.get(error.detail, error.detail))
        answer.headers.update(error.headers or {})
        return answer
    return refusal(request, _status(request, error), str(error))


def unexpected(request: Request, error: Exception) -> Response:
    """A refusal that gives nothing away; the traceback goes to standard error."""
    traceback.print_exception(error, file=sys.stderr)
    return refusal(request, 500, UNKNOWN)


def _status(request: Request, error: Exception) -> int:
    if isinstance(error, StoreError):
        return 503
    if isinstance(error, WriteRefused):
        return 403
    if isinstance(error, InputError):
        return 422
    return 404 if request.method == "GET" and isinstance(error, WhenceError) else 400
