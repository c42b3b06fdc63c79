"""Which articles copy which: near-duplicates and wire copy, by the prints of their texts (loaders/match/prints.py).

An article copies another where their prints say that half of their runs of words are the same. It points to the one
that was published first; where that is not known, to the one whose id comes first, so that order does not matter.
"""

from collections.abc import Sequence
from typing import Any

import neo4j

BANDS, ROWS = 8, 3
LIKE = 0.5
WHY = "the same runs of five words"
_NEAR = " UNION ".join(
    f"MATCH (a:Article {{band{k}: $band{k}}}) WHERE a.id <> $id "
    "RETURN a.id AS id, a.prints AS prints, a.published AS day"
    for k in range(BANDS)
)
_CLEAR = "MATCH (:Article {id: $id})-[r:COPIES]-(:Article) DELETE r"
_COPIES = """
UNWIND $rows AS r MATCH (a:Article {id: r.a}) MATCH (b:Article {id: r.b}) CREATE (a)-[e:COPIES]->(b) SET e = r.set
"""


def bands(prints: Sequence[int]) -> dict[str, str]:
    """The properties by which articles with a like print are found; none without a print.

    Two texts that share 7 of 10 runs share a band in 97 of 100 cases, two that share one of 10 in less than one.
    """
    cut = [prints[k * ROWS : (k + 1) * ROWS] for k in range(BANDS)] if prints else []
    return {f"band{k}": " ".join(map(str, part)) for k, part in enumerate(cut)}


def similarity(one: Sequence[int], other: Sequence[int]) -> float:
    """The estimated share of runs of words that two texts have in common, from their prints.

    >>> similarity((1, 2, 3, 4), (1, 2, 0, 0))
    0.5
    """
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


def link_copies(tx: neo4j.ManagedTransaction, article: str, prints: Sequence[int], published: str | None) -> None:
    """Put COPIES between an article and all that it copies or that copy it, in place of those that there were."""
    tx.run(_CLEAR, id=article).consume()
    near = {row["id"]: row.data() for row in tx.run(_NEAR, {"id": article, **bands(prints)})} if prints else {}
    found = [_row(article, published, near[name], prints) for name in sorted(near)]
    rows = [row for row in found if row["set"]["similarity"] >= LIKE]
    if rows:
        tx.run(_COPIES, rows=rows).consume()


def _row(article: str, published: str | None, other: dict[str, Any], prints: Sequence[int]) -> dict[str, Any]:
    pair = sorted([(published or "9999", article), (other["day"] or "9999", other["id"])])
    told = {"similarity": similarity(prints, other["prints"]), "why": WHY, "by": "whence"}
    return {"a": pair[1][1], "b": pair[0][1], "set": told}
