"""Figures side by side, and which claims cannot both be right: each with who says so, citing whom, as of when.

A rival is never retired for a newer or larger one: both stand, and the reader sees what sets them apart.
"""

from collections.abc import Iterable
from typing import Any

from graph.store import Answer, Store
from loaders.match.kinds import kind
from queries.facts import batches
from queries.words import claims_holding

COLUMNS = ("figure", "of", "as of", "status", "who", "citing", "outlet", "published", "against", "claim", "id")
_FIGURES = """
UNWIND $ids AS id MATCH (c:Claim {id: id}) WHERE c.quantityBound IS NOT NULL
MATCH (s:Assertion)-[:STATES]->(c) MATCH (s)-[:APPEARS_IN]->(a:Article)
WHERE coalesce(s.reported, false) = false
OPTIONAL MATCH (who:Actor)-[:ASSERTED]->(s)
OPTIONAL MATCH (s)-[:SOURCED_FROM]->(up:Assertion)
OPTIONAL MATCH (source:Actor)-[:ASSERTED]->(up)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(outlet:Actor)
RETURN c AS claim, s.id AS assertion, s.polarity AS polarity, coalesce(who.name, s.sourceText) AS who,
       collect(DISTINCT CASE WHEN up IS NULL THEN null ELSE coalesce(source.name, up.sourceText, 'not named') END)
       AS citing,
       outlet.name AS outlet, a.published AS published
ORDER BY claim.id, assertion
"""
_COUNTING = "MATCH (c:Claim {quantityKind: $kind}) WHERE NOT (c)-[:SAME_AS]->(:Claim) RETURN c.id AS id"
_COUNTED = """
MATCH (c:Claim) WHERE c.quantityKind IS NOT NULL AND NOT (c)-[:SAME_AS]->(:Claim)
RETURN c.id AS id ORDER BY c.quantityKind, id LIMIT $most
"""
_AGAINST = """
UNWIND $ids AS id MATCH (c:Claim {id: id}) OPTIONAL MATCH (m:Claim)-[:SAME_AS]->(c)
WITH c, [c] + collect(m) AS members UNWIND members AS one
MATCH (one)-[r:CONFLICTS_WITH]-(other:Claim) OPTIONAL MATCH (other)-[:SAME_AS]->(head:Claim)
RETURN DISTINCT c.id AS id, coalesce(head.id, other.id) AS other, coalesce(head.text, other.text) AS text,
       r.rule AS rule, r.why AS why ORDER BY id, other, why
"""
_ALL = """
MATCH (a:Claim)-[r:CONFLICTS_WITH]->(b:Claim)
OPTIONAL MATCH (a)-[:SAME_AS]->(x:Claim) OPTIONAL MATCH (b)-[:SAME_AS]->(y:Claim)
RETURN DISTINCT r.rule AS rule, coalesce(x.text, a.text) AS claim, coalesce(y.text, b.text) AS against, r.why AS why,
       coalesce(x.id, a.id) AS id, coalesce(y.id, b.id) AS other ORDER BY rule, claim, against
"""


def rivals(store: Store, text: str | None = None) -> Answer:
    """The figures of the claims that hold the words of `text`, a row for each voice; by what is counted, then by time.

    "against" tells, in words, which other claims a claim cannot be right with. Without `text`: all pairs of claims that
    cannot both be right. QuestionError where `text` has no words.
    """
    if text is None:
        return store.read(_ALL)
    return _figures(store, sorted({*claims_holding(store, text), *_counting(store, text)}))


def figures(store: Store, most: int = 1000) -> Answer:
    """The figures that count something, of at most `most` claims, in the columns of `rivals`."""
    return _figures(store, [row["id"] for row in store.read(_COUNTED, {"most": most}).dicts()])


def _figures(store: Store, ids: list[str]) -> Answer:
    against: dict[str, list[str]] = {}
    for row in _rows(store, _AGAINST, ids):
        against.setdefault(row["id"], []).append(row["why"])
    rows = [_row(row, against.get(row["claim"]["id"], ())) for row in _rows(store, _FIGURES, ids)]
    return Answer(COLUMNS, sorted(rows, key=lambda row: tuple(str(part or "~") for part in (row[1], row[2], *row))))


def _counting(store: Store, text: str) -> list[str]:
    """The claims that count what one word is for: "troops" are soldiers."""
    what = kind(text.strip())
    return [row["id"] for row in store.read(_COUNTING, {"kind": what}).dicts()] if what else []


def conflicts(store: Store, ids: Iterable[str]) -> list[dict[str, Any]]:
    """What the claims of these ids cannot be right with: id, other, text, rule and why, a row each."""
    return _rows(store, _AGAINST, list(ids))


def _rows(store: Store, query: str, ids: list[str]) -> list[dict[str, Any]]:
    return [row for batch in batches(ids) for row in store.read(query, {"ids": batch}).dicts()]


def _row(row: dict[str, Any], against: Iterable[str]) -> tuple[Any, ...]:
    claim = row["claim"]
    denied = "not " if row["polarity"] == "negative" else ""
    return (
        denied + figure(claim),
        claim.get("quantityKind") or claim.get("quantityUnit"),
        claim.get("eventDate") or (row["published"] or "")[:10] or None,
        claim.get("status"),
        row["who"] or "not named",
        "; ".join(sorted(row["citing"])) or None,
        row["outlet"],
        row["published"],
        "; ".join(dict.fromkeys(against)) or None,
        claim["text"],
        claim["id"],
    )


def figure(claim: dict[str, Any]) -> str:
    """A claim's figure with its bound, from the properties of its node.

    >>> figure({"quantityMin": 3000.0, "quantityBound": "at least"})
    'at least 3,000'
    >>> figure({"quantityMin": 10.0, "quantityMax": 12.5, "quantityBound": "exact"})
    '10–12.5'
    >>> figure({"quantityMin": 24.0, "quantityBound": "about"})
    'about 24 or more'
    """
    least, most = claim.get("quantityMin"), claim.get("quantityMax")
    edges = [f"{edge:,.10g}" for edge in dict.fromkeys((least, most)) if edge is not None]
    bound = claim.get("quantityBound") or "exact"
    open_end = " or more" if bound == "about" and most is None else ""
    return ("" if bound == "exact" else f"{bound} ") + "–".join(edges) + open_end
