"""Who may ask what: this machine may read, who came by the start-up link may change, other sites may do neither.

Host is held to this machine's names (a name that an attacker points here is refused), every request that may do
something to this very origin, and every answer goes out with headers that let nothing in the page run or ask but ours.
"""

import secrets

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from whence.serve.errors import refusal

NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})
SMALL, LARGE = 1_000_000, 28_000_000
TAKES_FILES = frozenset({"/api/read", "/api/articles"})
READ_ONLY = frozenset({"/api/cypher", "/api/ask"})
"""What is asked with a body and changes nothing."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """Middleware around the whole app, its errors too. `token` lets change things; it comes as cookie or bearer."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        scope["may_write"] = may_write(request, self._token)
        wrong = _wrong(request, may=scope["may_write"])
        answer: ASGIApp = refusal(request, *wrong) if wrong else self._app
        await answer(scope, _limited(request, receive), _with_headers(send))


def may_write(request: Request, token: str) -> bool:
    """Whether a request carries the token, as bearer or in the cookie of the start-up link."""
    scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return same(bearer, token)
    return same(request.cookies.get(cookie(request), ""), token)


def cookie(request: Request) -> str:
    """The cookie's name, with the port, since cookies are shared between the ports of a machine."""
    return f"whence-{request.url.port or 80}"


def same(given: str, token: str) -> bool:
    """Whether two tokens are the same, in a time that tells nothing."""
    return secrets.compare_digest(given.encode(), token.encode())


def _wrong(request: Request, *, may: bool) -> tuple[int, str] | None:
    hosts = request.headers.getlist("host")
    if len(hosts) != 1 or _name(hosts[0]) not in NAMES:
        return 421, "this address is not one of whence's: use the link that it printed"
    site = request.headers.get("sec-fetch-site")
    if request.method in ("GET", "HEAD"):
        foreign = site in ("cross-site", "same-site") and not _is_visit(request)
        return (403, "another site may not ask this") if foreign else None
    origin = request.headers.get("origin")
    if site not in (None, "same-origin") or origin not in (None, f"http://{hosts[0]}"):
        return 403, "another site may not ask this"
    if cookie(request) in request.cookies and "authorization" not in request.headers and not (site or origin):
        return 403, "a cookie alone is not enough without Origin or Sec-Fetch-Site: send the token as bearer"
    if not may and request.url.path not in READ_ONLY:
        return 403, "reading only: open the start-up link that `whence serve` printed to change things"
    return None


def _is_visit(request: Request) -> bool:
    """A person following a link to a page; the console's answers and the API are not visited from elsewhere."""
    page = not request.url.path.startswith(("/api", "/console/"))
    return page and request.headers.get("sec-fetch-mode") == "navigate" and "sec-fetch-dest" in request.headers


def _name(host: str) -> str:
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdecimal() and not host.endswith("]") else host).lower()


def _limited(request: Request, receive: Receive) -> Receive:
    most, seen = LARGE if request.url.path in TAKES_FILES else SMALL, 0

    async def limited() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > most:
            raise HTTPException(413, f"more than {most // 1_000_000} MB")
        return message

    return limited


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sending
