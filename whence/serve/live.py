"""The one-file explorer's page, served: the same document with a bar that leads on to the rest of the graph."""

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import HTMLResponse

from queries.steady import steady
from whence.serve.desk import Desk
from whence.serve.look import rendered

DEPTHS = ("2", "4", "6")


@dataclass(frozen=True)
class Bar:
    """What the bar leads on to: more or less around it as (address, steps, whether shown now), the article's words."""

    depths: Sequence[tuple[str, str, bool]] = ()
    text: str | None = None


NO_BAR = Bar()
_META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_BODY = re.compile(r"<body[^>]*>")


def explorer(request: Request, draw: Callable[[], str], bar: Bar = NO_BAR) -> HTMLResponse:
    """The explorer's page that `draw` makes of the store, its own policy and all, with the bar on top."""
    desk: Desk = request.app.state.desk
    document = steady(draw, desk.store.changes, calm=desk.writing)
    top = rendered(request, "bar.html", bar=bar)
    policy = _META.search(document)
    if policy is None:
        raise ValueError("the explorer's page has no policy")
    # The page's own policy goes out as a header, which can forbid framing too, and lets our bar's script in.
    document = _META.sub("", document, count=1)
    document = _BODY.sub(lambda body: body[0] + top, document, count=1)
    return HTMLResponse(document, headers={"Content-Security-Policy": _served(html.unescape(policy[1]))})


def _served(policy: str) -> str:
    """The policy of the offline page with what a served one needs: our own files, and no frame around it."""
    parts = dict(part.strip().partition(" ")[::2] for part in policy.split(";") if part.strip())
    for name in ("script-src", "style-src"):
        parts[name] = f"{parts.get(name, '')} 'self'".strip()
    parts |= {"form-action": "'self'", "frame-ancestors": "'none'", "base-uri": "'none'"}
    return "; ".join(f"{name} {value}" for name, value in parts.items())
