"""The JSON interface, documented in docs/serve.md: each function takes what is asked and gives what is found."""

from collections.abc import Callable
from functools import partial
from typing import Any

import networkx as nx
from starlette.routing import Route

import queries
from graph.errors import QuestionError
from graph.judge import judge, judge_claims, judgements, undo
from graph.model import Finding, Judgement
from graph.store import Answer, Store
from graph.write import retract
from loaders.match.meaning import meaning_of
from queries import find
from queries.find import actor_id, article_id, claim_id
from queries.library import questions
from queries.plain import plain
from queries.search import KINDS, Kind, Meant, search
from queries.search import as_answer as as_hits
from queries.steady import same_graph, steady
from whence.serve.asked import Asked, reads, writes
from whence.serve.console import answered, asked_question
from whence.serve.loading import correct, draft, read, save

FINDINGS: dict[str, Finding] = {"positive": "positive", "negative": "negative", "unsure": "unsure"}
HITS = 30
DEEPEST = 8
MOST = 2000
"""Nodes from which on a neighbourhood grows no further."""


def rows(answer: Answer) -> dict[str, Any]:
    """An answer as {"columns", "rows": [{column: value}], "truncated"}."""
    told = [{name: plain(value) for name, value in row.items()} for row in answer.dicts()]
    return {"columns": list(answer.columns), "rows": told, "truncated": answer.truncated}


def claims(asked: Asked) -> dict[str, Any]:
    return rows(queries.claims(asked.desk.store, asked.query.get("q")))


def searched(asked: Asked) -> dict[str, Any]:
    return rows(as_hits(hits(asked.desk.store, asked.query.get("q", ""), asked.query.get("kind"))))


def hits(store: Store, question: str, kind: str | None = None) -> list[queries.Hit]:
    """What fits a question by its words and by its meaning, best first; `kind` None: of every kind."""
    kinds: tuple[Kind, ...] = tuple(one for one in KINDS if kind in (None, one))
    if not kinds:
        raise QuestionError(f"kind has to be one of {', '.join(KINDS)}")
    meaning = meaning_of(question) if question.strip() else None
    meant = Meant(meaning.vector, meaning.nearest) if meaning else None
    return search(store, question, meant, kinds=kinds, limit=HITS)


def claim(asked: Asked) -> dict[str, Any]:
    store = asked.desk.store
    name = claim_id(store, asked.path["id"])
    return queries.to_json(
        steady(lambda: queries.trace(store, queries.Question(name, "claim")), store.changes, calm=asked.desk.writing)
    )


def actors(asked: Asked) -> dict[str, Any]:
    return rows(queries.actors(asked.desk.store, asked.query.get("q")))


def actor_traces(asked: Asked) -> dict[str, Any]:
    store = asked.desk.store
    name = actor_id(store, asked.path["id"])
    return queries.to_json(
        steady(lambda: queries.trace(store, queries.Question(name, "actor")), store.changes, calm=asked.desk.writing)
    )


def articles(asked: Asked) -> dict[str, Any]:
    return rows(queries.articles(asked.desk.store))


def network(asked: Asked) -> dict[str, Any]:
    wanted = {name: asked.query[name] for name in ("claim", "actor", "article") if asked.query.get(name)}
    if not wanted:
        raise QuestionError("say around which claim, actor or article")
    graph = steady(lambda: neighbourhood(asked, **wanted), asked.desk.store.changes, same_graph, asked.desk.writing)
    found: dict[str, Any] = nx.node_link_data(graph, edges="edges")
    return found


def neighbourhood(
    asked: Asked, claim: str | None = None, actor: str | None = None, article: str | None = None
) -> "nx.MultiDiGraph[str]":
    """What surrounds a claim, an actor and an article, to the depth that the query asks for."""
    store, depth = asked.desk.store, _depth(asked.query.get("depth", "4"))
    return queries.network(store, claim=claim, actor=actor, article=article, depth=depth, most=MOST)


def _depth(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) == 1 and 1 <= int(text) <= DEEPEST):
        raise QuestionError(f"depth has to be a whole number from 1 to {DEEPEST}")
    return int(text)


def retract_article(asked: Asked) -> dict[str, Any]:
    store = asked.desk.store
    gone = retract(store, article_id(store, asked.path["id"]))
    return {"article": gone.article, "title": gone.title, "line": gone.line()}


def listed_questions(asked: Asked) -> dict[str, Any]:  # noqa: ARG001 - one signature for all
    told = [
        {
            "name": saved.name,
            "question": saved.question,
            "cypher": saved.cypher,
            "parameters": [
                {"name": p.name, "about": p.about, "required": p.required, "default": p.default}
                for p in saved.parameters
            ],
        }
        for saved in questions().values()
    ]
    return {"questions": told}


def suggestions(asked: Asked) -> dict[str, Any]:
    if asked.query.get("about") == "claim":
        return rows(queries.hints(asked.desk.store))
    return rows(queries.suggested(queries.suggestions(asked.desk.store)))


def all_judgements(asked: Asked) -> dict[str, Any]:
    return {"judgements": [judged(one) for one in judgements(asked.desk.store)]}


def judged(one: Judgement) -> dict[str, Any]:
    """A judgement as plain values."""
    left, right = {"id": one.left, "name": one.left_name}, {"id": one.right, "name": one.right_name}
    told = {"id": one.id, "about": one.about, "finding": one.finding, "left": left, "right": right}
    return told | {"who": one.who, "when": one.when, "why": one.why, "undone": one.undone, "undone_by": one.undone_by}


def make_judgement(asked: Asked) -> dict[str, Any]:
    store, finding = asked.desk.store, FINDINGS.get(asked.text("finding"))
    if finding is None:
        raise QuestionError(f"finding has to be one of {', '.join(FINDINGS)}")
    names, who, why = (asked.text("one"), asked.text("other")), _who(asked), asked.text("why", "")
    about = asked.text("about", "actor")
    if about not in ("actor", "claim"):
        raise QuestionError("about has to be actor or claim")
    if about == "claim":
        made = judge_claims(
            store, (find.claim(store, names[0]), find.claim(store, names[1])), finding, who=who, why=why
        )
    else:
        made = judge(store, (find.actor(store, names[0]), find.actor(store, names[1])), finding, who=who, why=why)
    return judged(made)


def undo_judgement(asked: Asked) -> dict[str, Any]:
    return judged(undo(asked.desk.store, asked.path["id"], who=_who(asked)))


def _who(asked: Asked) -> str:
    return asked.maybe("who") or asked.desk.who


def routes() -> list[Route]:
    """All of /api."""
    get: Callable[..., Route] = partial(Route, methods=["GET"])
    post: Callable[..., Route] = partial(Route, methods=["POST"])
    gone: Callable[..., Route] = partial(Route, methods=["DELETE"])
    return [
        get("/api/search", reads(searched)),
        get("/api/claims", reads(claims)),
        get("/api/claims/{id}", reads(claim)),
        get("/api/actors", reads(actors)),
        get("/api/actors/{id}", reads(actor_traces)),
        get("/api/articles", reads(articles)),
        get("/api/articles/{id}", reads(draft)),
        get("/api/network", reads(network)),
        get("/api/questions", reads(listed_questions)),
        get("/api/suggestions", reads(suggestions)),
        get("/api/judgements", reads(all_judgements)),
        post("/api/cypher", reads(answered, lambda desk: desk.asking)),
        post("/api/ask", reads(asked_question, lambda desk: desk.asking)),
        post("/api/read", reads(read, lambda desk: desk.attributing)),
        post("/api/articles", writes(save)),
        post("/api/articles/{id}", writes(correct)),
        gone("/api/articles/{id}", writes(retract_article)),
        post("/api/judgements", writes(make_judgement)),
        gone("/api/judgements/{id}", writes(undo_judgement)),
    ]
