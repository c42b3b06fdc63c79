"""From what a person types to an id: an actor by id, name or alias, an article or a claim by a unique prefix.

What fits nothing, or several things, is a QuestionError that names what is near.
"""

from pathlib import Path
from typing import Any

from graph.errors import QuestionError
from graph.ids import fold
from graph.model import Actor, Claim
from graph.properties import record
from graph.store import Store
from queries.visible import visible
from queries.words import holds, lower_words, words

NAMED = 5

_ACTOR_BY_ID = """
MATCH (n:Actor {id: $text}) OPTIONAL MATCH (n)-[:SAME_AS]->(head:Actor) WITH coalesce(head, n) AS a
RETURN a.id AS id, a.name AS called, a.kind AS kind
"""
_ACTOR_BY_NAME = """
MATCH (n:Actor)
WHERE toLower(n.name) IN $forms OR any(alias IN coalesce(n.aliases, []) WHERE toLower(alias) IN $forms)
OPTIONAL MATCH (n)-[:SAME_AS]->(head:Actor) WITH coalesce(head, n) AS a
RETURN a.id AS id, a.name AS called, a.kind AS kind ORDER BY id
"""
_ACTOR_ITSELF = """
MATCH (a:Actor)
WHERE a.id = $text OR toLower(a.name) IN $forms OR any(alias IN coalesce(a.aliases, []) WHERE toLower(alias) IN $forms)
RETURN a ORDER BY a.id
"""
_ACTORS_NEAR = """
MATCH (a:Actor) WHERE toLower(a.name) CONTAINS $text OR a.id CONTAINS $text
RETURN a.id AS id, a.name AS called ORDER BY id LIMIT 5
"""
_ARTICLE_EXACT = """
MATCH (a:Article)
WHERE a.id = $text OR a.url = $text OR toLower(a.title) IN $forms
   OR any(place IN coalesce(a.places, []) WHERE place IN $places OR place ENDS WITH $name)
RETURN a.id AS id, a.title AS called ORDER BY id
"""
_ARTICLE_BY_PREFIX = "MATCH (a:Article) WHERE a.id STARTS WITH $text RETURN a.id AS id, a.title AS called ORDER BY id"
_COUNTED_AS = (
    "OPTIONAL MATCH (n)-[:SAME_AS]->(head:Claim) RETURN coalesce(head.id, n.id) AS id, n.text AS called ORDER BY id"
)
_CLAIM_BY_ID = f"MATCH (n:Claim {{id: $text}}) {_COUNTED_AS}"
_CLAIM_EXACT = f"MATCH (n:Claim) WHERE toLower(n.text) IN $forms {_COUNTED_AS}"
_CLAIM_BY_PREFIX = f"MATCH (n:Claim) WHERE n.id STARTS WITH $text {_COUNTED_AS}"
_CLAIM_ITSELF = """
MATCH (c:Claim) WHERE c.id STARTS WITH $text OR toLower(c.text) IN $forms RETURN c ORDER BY c.id
"""
_ARTICLE_BY_WORDS = """
MATCH (a:Article) WHERE all(word IN $words WHERE toLower(a.title) CONTAINS word)
RETURN a.id AS id, a.title AS called ORDER BY id
"""
_CLAIM_BY_WORDS = f"MATCH (n:Claim) WHERE all(word IN $words WHERE toLower(n.text) CONTAINS word) {_COUNTED_AS}"


def actor_id(store: Store, text: str) -> str:
    """The id of the actor with this id, name or alias, or of the one that it was judged to be.

    A known actor goes before unnamed ones of the same name.
    """
    found = _rows(store, _ACTOR_BY_ID, text) or _rows(store, _ACTOR_BY_NAME, text)
    known = list({row["id"]: row for row in found if row["kind"] != "unnamed"}.values())
    return _only("actor", text, known or found, _rows(store, _ACTORS_NEAR, text.lower()) if not found else [])


def actor(store: Store, text: str) -> Actor:
    """The actor with this id, name or alias itself, also where it is counted as another."""
    found = [record(Actor, row["a"]) for row in store.read(_ACTOR_ITSELF, {"text": text, "forms": forms(text)}).dicts()]
    exact = [one for one in found if one.id == text]
    known = [one for one in found if one.kind != "unnamed"]
    rows = [{"id": one.id, "called": one.name} for one in exact or known or found]
    near = _rows(store, _ACTORS_NEAR, text.lower()) if not rows else []
    name = _only("actor", text, rows, near)
    return next(one for one in found if one.id == name)


def article_id(store: Store, text: str) -> str:
    """The id of the article with this id, URL, path, file name or title, else whose id alone begins with it, else
    whose title alone holds these words."""
    found = _rows(store, _ARTICLE_EXACT, text) or _rows(store, _ARTICLE_BY_PREFIX, text)
    return _only("article", text, found or _holding(store, _ARTICLE_BY_WORDS, text), [])


def claim_id(store: Store, text: str) -> str:
    """The id of the claim with this id or these very words, else whose id alone begins with it, else whose text alone
    holds these words; of the claim that it is counted as, where it was found to be the same as another."""
    known = _rows(store, _CLAIM_BY_ID, text) or _rows(store, _CLAIM_EXACT, text)
    found = known or _rows(store, _CLAIM_BY_PREFIX, text)
    return _only("claim", text, found or _holding(store, _CLAIM_BY_WORDS, text), [])


def claim(store: Store, text: str) -> Claim:
    """The claim with this id (or its unique beginning) or these very words itself, also where it is another's."""
    found = [record(Claim, row["c"]) for row in store.read(_CLAIM_ITSELF, {"text": text, "forms": forms(text)}).dicts()]
    name = _only("claim", text, [{"id": one.id, "called": one.text} for one in found], [])
    return next(one for one in found if one.id == name)


def is_claim_prefix(store: Store, text: str) -> bool:
    """Whether the id of any claim begins with `text`."""
    return bool(_rows(store, _CLAIM_BY_PREFIX, text))


def forms(text: str) -> list[str]:
    """How a text may be written in lower case: as it is, folded, and with the typographic apostrophe."""
    folded = fold(text)
    return sorted({text.lower(), folded, folded.replace("'", "’")})


def _rows(store: Store, query: str, text: str) -> list[dict[str, Any]]:
    if not text.strip():
        return []
    places = [text, str(Path(text).absolute())] if "\0" not in text else [text]
    values = {"text": text, "forms": forms(text), "places": places, "name": "/" + text}
    used = {name: value for name, value in values.items() if f"${name}" in query}
    rows: list[dict[str, Any]] = store.read(query, used).dicts()
    return rows


def _holding(store: Store, query: str, text: str) -> list[dict[str, Any]]:
    wanted = words(text)
    rows = store.read(query, {"words": lower_words(text)}).dicts() if wanted else []
    return [row for row in rows if holds(row["called"], wanted)]


def _only(what: str, text: str, found: list[dict[str, Any]], near: list[dict[str, Any]]) -> str:
    found = list({row["id"]: row for row in found}.values())
    if len(found) == 1:
        return str(found[0]["id"])
    if not found:
        hint = f"; near it: {_listed(near)}" if near else ""
        raise QuestionError(f"no {what} fits “{visible(text)}”{hint}")
    raise QuestionError(f"{len(found)} {what}s fit “{visible(text)}”, give an id: {_listed(found)}")


def _listed(rows: list[dict[str, Any]]) -> str:
    named = [f"{row['id']} ({visible(row['called'] or 'no title')[:60]})" for row in rows[:NAMED]]
    return ", ".join(named) + (", …" if len(rows) > NAMED else "")
