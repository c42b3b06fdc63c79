"""Readings back out of the graph, and articles by what people call them."""

from collections.abc import Iterable
from pathlib import Path

from graph.errors import QuestionError
from graph.model import Actor, Affiliation, Article, Assertion, Claim, Reading, Sourcing, Stating
from graph.properties import record
from graph.store import Store

_ARTICLE = """
MATCH (a:Article) WHERE a.id = $text OR a.url = $text OR any(place IN coalesce(a.places, []) WHERE place IN $places)
RETURN a.id AS id ORDER BY id
"""
_PREFIX = "MATCH (a:Article) WHERE a.id STARTS WITH $text RETURN a.id AS id ORDER BY id LIMIT 5"
_HEAD = (
    "MATCH (a:Article {id: $id}) OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(b:Actor) "
    "OPTIONAL MATCH (a)-[:PUBLISHED_AS]->(n:Actor) RETURN a, coalesce(n, b) AS o"
)
_ASSERTIONS = """
MATCH (:Article {id: $id})<-[:APPEARS_IN]-(s:Assertion)
OPTIONAL MATCH (b:Actor)-[:ASSERTED]->(s)
OPTIONAL MATCH (n:Actor)-[:NAMED]->(s)
RETURN s, coalesce(n, b) AS w ORDER BY s.start, s.id
"""
_STATINGS = """
MATCH (:Article {id: $id})<-[:APPEARS_IN]-(s:Assertion) MATCH (s)-[r:STATES|WORDED]->(c:Claim) WHERE r.leaf IS NULL
RETURN s.id AS assertion, properties(r) AS r, c ORDER BY assertion, c.id
"""
_SOURCINGS = """
MATCH (:Article {id: $id})<-[:APPEARS_IN]-(s:Assertion) MATCH (s)-[r:SOURCED_FROM]->(u:Assertion)
RETURN s.id AS assertion, u.id AS upstream, properties(r) AS r ORDER BY assertion, upstream
"""
_AFFILIATIONS = """
MATCH (a:Actor)-[r:AFFILIATED_WITH]->(o:Actor) WHERE a.id IN $names
RETURN a, o, properties(r) AS r ORDER BY a.id, o.id, r.id
"""


def article_id(store: Store, text: str) -> str:
    """The id of the article with this id (or its unique beginning), URL or path. QuestionError if none or several."""
    places = [text, str(Path(text).absolute()), str(Path(text).resolve())] if "\0" not in text else [text]
    found = [row["id"] for row in store.read(_ARTICLE, {"text": text, "places": places}).dicts()]
    if not found and text:
        found = [row["id"] for row in store.read(_PREFIX, {"text": text}).dicts()]
    if not found:
        raise QuestionError(f"no article has the id, URL or path {text!r}")
    if len(found) > 1:
        raise QuestionError(f"{text!r} is the beginning of several articles' ids: {', '.join(found)}")
    return str(found[0])


def reading(store: Store, article: str) -> Reading:
    """All that the article of an id brought to the graph, as it was put. QuestionError if there is no such article."""
    head = store.read(_HEAD, {"id": article}).dicts()
    if not head:
        raise QuestionError(f"no article has the id {article!r}")
    node, outlet = head[0]["a"], head[0]["o"]
    said = store.read(_ASSERTIONS, {"id": article}).dicts()
    stated = store.read(_STATINGS, {"id": article}).dicts()
    sourced = store.read(_SOURCINGS, {"id": article}).dicts()
    allied = [
        row
        for row in store.read(_AFFILIATIONS, {"names": node.get("names") or []}).dicts()
        if row["r"].get("article") in (None, article)
    ]
    speakers = [row["w"] for row in said if row["w"]]
    nodes = [*speakers, *([outlet] if outlet else []), *(row[k] for row in allied for k in ("a", "o"))]
    return Reading(
        record(Article, node, outlet=outlet["id"] if outlet else None),
        _unique(record(Actor, actor) for actor in nodes),
        tuple(record(Affiliation, row["r"], actor=row["a"]["id"], organization=row["o"]["id"]) for row in allied),
        tuple(record(Assertion, row["s"], article=article, actor=row["w"]["id"] if row["w"] else None) for row in said),
        tuple(record(Sourcing, r["r"], assertion=r["assertion"], rests_on=r["upstream"]) for r in sourced),
        tuple({row["c"]["id"]: record(Claim, row["c"]) for row in stated}.values()),
        tuple(record(Stating, r["r"], assertion=r["assertion"], claim=r["c"]["id"]) for r in stated),
    )


def _unique(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    return tuple({actor.id: actor for actor in actors}.values())
