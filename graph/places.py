"""Where articles were read from, as properties by which they are found again without looking through all of them.

An article has its first places' digests under PLACES indexed properties; one with more of them says so, and those few
are looked through.
"""

from collections.abc import Sequence
from typing import Any

import neo4j

from graph.ids import digest

PLACES = 2
_AT = """
UNWIND $rows AS r MATCH (a:Article {{at{k}: r.at}}) WHERE a.id <> $id RETURN a.id AS id, a.places AS places
"""
_SCATTERED = """
UNWIND $rows AS r MATCH (a:Article {scattered: true}) WHERE a.id <> $id AND r.place IN a.places
RETURN a.id AS id, a.places AS places
"""
_STATEMENTS = (*(_AT.format(k=k) for k in range(PLACES)), _SCATTERED)
_SET = "UNWIND $rows AS r MATCH (a:Article {id: r.id}) SET a += r.set"
_PAGE = """
MATCH (a:Article) WHERE a.id > $after AND a.places IS NOT NULL
RETURN a.id AS id, a.places AS places ORDER BY a.id LIMIT 2000
"""


def located(places: Sequence[str]) -> dict[str, Any]:
    """An article's places, and the properties by which it is found from each; what it has no more is null."""
    digests = [digest("place", place) for place in sorted(places)]
    first = {f"at{k}": digests[k] if k < len(digests) else None for k in range(PLACES)}
    return {"places": sorted(places) or None, "scattered": True if len(digests) > PLACES else None, **first}


def others_at(tx: neo4j.ManagedTransaction, article: str, places: Sequence[str]) -> dict[str, list[str]]:
    """The other articles that were read from any of these places: the places of each, by its id."""
    rows = [{"at": digest("place", place), "place": place} for place in places]
    found = (row for statement in _STATEMENTS if rows for row in tx.run(statement, id=article, rows=rows))
    return {row["id"]: list(row["places"]) for row in found}


def settle_at(tx: neo4j.ManagedTransaction, article: str, places: Sequence[str]) -> None:
    """Let an article have been read from these places alone."""
    tx.run(_SET, rows=[{"id": article, "set": located(places)}]).consume()


def fill(session: neo4j.Session) -> None:
    """Give the articles of a store that an older whence wrote the properties by which they are found from a place."""
    after = ""
    while page := list(session.run(_PAGE, after=after)):
        rows = [{"id": row["id"], "set": located(row["places"])} for row in page]
        session.run(_SET, rows=rows).consume()
        after = page[-1]["id"]
