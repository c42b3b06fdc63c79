"""The pages: lists, the explorer around something, the text with its attributions, the console, the judgements."""

from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

import queries
from graph.errors import QuestionError
from graph.judge import judgements
from graph.store import Answer
from loaders.draft import draft_of
from queries.find import actor_id, article_id, claim_id
from queries.library import questions
from queries.picture import page_of
from queries.rivals import figures, rivals
from queries.trace import Question, trace_claims
from whence.serve import console
from whence.serve.api import hits, judged, neighbourhood
from whence.serve.asked import Asked, asked_of
from whence.serve.guard import cookie, same
from whence.serve.live import DEPTHS, Bar, explorer
from whence.serve.look import page

MOST = 300
"""Rows of a list that a page shows; words find the others."""
_STATED = "MATCH (:Assertion {id: $id})-[:STATES]->(c:Claim) RETURN c.id ORDER BY c.id LIMIT 1"
Values = dict[str, Any]
Endpoint = Callable[[Request], Awaitable[Response]]


async def home(request: Request) -> Response:
    """The claims; with ?token=…, the door that lets the reader change things."""
    if "token" in request.query_params:
        return _let_in(request)
    if request.query_params.get("q", "").strip():
        return await _listed("search.html", _search)(request)
    return await _listed("claims.html", _claims)(request)


def _let_in(request: Request) -> Response:
    token = request.app.state.desk.token
    if not same(request.query_params["token"], token):
        return page(request, "error.html", status=403, title="Not that way", line="this link is of an older start")
    answer = RedirectResponse("/", 303)
    answer.set_cookie(cookie(request), token, httponly=True, samesite="strict", path="/")
    return answer


def _search(asked: Asked) -> Values:
    words = asked.query["q"]
    try:
        found, line = hits(asked.desk.store, words), None
    except QuestionError as error:
        found, line = [], str(error)
    return {"title": words, "words": words, "hits": found, "line": line}


def _claims(asked: Asked) -> Values:
    store = asked.desk.store
    told = _rows(queries.claims(store), asked)
    ids = [row["id"] for row in told["rows"]]
    traced = trace_claims(store, Question(""), "", ids).claims if ids else ()
    return {"title": "Claims", "verdicts": {one.claim.id: one.verdict for one in traced}, **told}


def _figures(asked: Asked) -> Values:
    store, words = asked.desk.store, asked.query.get("q", "").strip()
    try:
        found, line = (rivals(store, words) if words else figures(store)), None
    except QuestionError as error:
        found, line = Answer((), []), str(error)
    pairs = [] if words else rivals(store).dicts()[:MOST]
    told = _rows(found, asked)
    groups: dict[str, list[Values]] = {}
    for row in told["rows"]:
        groups.setdefault(row["of"] or "other", []).append(row)
    largest_first = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    return {"title": "Figures and rivals", "line": line, "pairs": pairs, "groups": largest_first, **told}


def _actors(asked: Asked) -> Values:
    answer = queries.actors(asked.desk.store, asked.query.get("q") or None)
    return {"title": "Actors", **_rows(answer, asked)}


def _articles(asked: Asked) -> Values:
    return {"title": "Articles", **_rows(queries.articles(asked.desk.store), asked)}


def _rows(answer: Answer, asked: Asked) -> Values:
    rows = answer.dicts()
    return {"rows": rows[:MOST], "more_rows": max(0, len(rows) - MOST), "words": asked.query.get("q", "")}


def _judgements(asked: Asked) -> Values:
    store = asked.desk.store
    made = [judged(one) for one in reversed(judgements(store))]
    actors = queries.suggested(queries.suggestions(store))
    claims = queries.hints(store)
    waiting = [("actor", "Actors", actors.rows[:MOST]), ("claim", "Claims", claims.rows[:MOST])]
    return {"title": "Judgements", "waiting": waiting, "made": made, "who": asked.desk.who}


def _console(asked: Asked) -> Values:
    saved = [
        {
            "name": one.name,
            "question": one.question,
            "cypher": one.cypher,
            "parameters": [vars_of(p) for p in one.parameters],
        }
        for one in questions().values()
    ]
    limits = {"rows": console.ROWS, "seconds": console.SECONDS, "megabytes": console.BYTES // 1_000_000}
    return {"title": "Console", "saved": saved, "limits": limits, "query": asked.query.get("query", "")}


def vars_of(parameter: queries.Parameter) -> Values:
    """A parameter of a saved question as plain values."""
    return {"name": parameter.name, "about": parameter.about, "default": parameter.default or ""}


def _load(asked: Asked) -> Values:
    return {"title": "Load an article", "who": asked.desk.who, "names": _names(asked), "draft": None}


def _text(asked: Asked) -> Values:
    draft = draft_of(asked.desk.store, article_id(asked.desk.store, asked.path["id"])).as_dict()
    title = draft["article"]["title"] or "An article without a title"
    return {"title": title, "who": asked.desk.who, "names": _names(asked), "draft": draft}


def _names(asked: Asked) -> list[str]:
    return [row[1] for row in queries.actors(asked.desk.store).rows[:MOST]]


def _listed(template: str, work: Callable[[Asked], Values]) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        values = await run_in_threadpool(work, await asked_of(request))
        return page(request, template, **values)

    return endpoint


def _around(kind: str, find: Callable[..., str]) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        asked = await asked_of(request)
        return await run_in_threadpool(_explored, request, asked, kind, find)

    return endpoint


def _explored(request: Request, asked: Asked, kind: str, find: Callable[..., str]) -> Response:
    name = find(asked.desk.store, asked.path["id"])
    if name != asked.path["id"]:
        return RedirectResponse(f"/{kind}/{quote(name, safe='')}", 303)

    def draw() -> str:
        graph = neighbourhood(asked, **{kind: name})
        told = graph.nodes[name] if name in graph else {}
        title = told.get("text") or told.get("name") or told.get("title") or "An article without a title"
        return page_of(asked.desk.store, graph, title=title, focus=name)

    depth = asked.query.get("depth", "4")
    links = [(f"/{kind}/{quote(name, safe='')}?depth={d}", d, d == depth) for d in DEPTHS]
    text = f"/article/{quote(name, safe='')}/text" if kind == "article" else None
    return explorer(request, draw, Bar(links, text))


async def drawn(request: Request) -> Response:
    """The console's answer as a network."""
    asked = await asked_of(request)

    def work() -> HTMLResponse:
        return explorer(request, lambda: page_of(asked.desk.store, console.drawn(asked), title="What the query found"))

    return await run_in_threadpool(work)


async def node(request: Request) -> Response:
    """From any id to its page."""
    asked = await asked_of(request)

    def work() -> str:
        for kind, find in (("claim", claim_id), ("actor", actor_id), ("article", article_id)):
            try:
                return f"/{kind}/{quote(find(asked.desk.store, asked.path['id']), safe='')}"
            except QuestionError:
                continue
        found = asked.desk.store.read(_STATED, {"id": asked.path["id"]}).rows
        if not found:
            raise QuestionError("nothing in the graph has this id")
        return f"/claim/{quote(found[0][0], safe='')}#{quote(asked.path['id'], safe='')}"

    return RedirectResponse(await run_in_threadpool(work), 303)


def routes() -> list[Route]:
    """All pages."""
    return [
        Route("/", home),
        Route("/figures", _listed("figures.html", _figures)),
        Route("/actors", _listed("actors.html", _actors)),
        Route("/articles", _listed("articles.html", _articles)),
        Route("/load", _listed("text.html", _load)),
        Route("/console", _listed("console.html", _console)),
        Route("/console/network", drawn),
        Route("/judgements", _listed("judgements.html", _judgements)),
        Route("/claim/{id}", _around("claim", claim_id)),
        Route("/actor/{id}", _around("actor", actor_id)),
        Route("/article/{id}", _around("article", article_id)),
        Route("/article/{id}/text", _listed("text.html", _text)),
        Route("/node/{id}", node),
    ]
