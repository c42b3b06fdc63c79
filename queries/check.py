"""Whether the graph is whole: all evidence stands where it says, and nothing hangs in the air."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.store import Store
from queries.visible import visible

_ARTICLES = "MATCH (a:Article) WHERE a.id > $after RETURN a.id AS id, a.text AS text ORDER BY id LIMIT 50"
_ASSERTIONS = """
UNWIND $ids AS article MATCH (:Article {id: article})<-[:APPEARS_IN]-(s:Assertion)
RETURN article, s.id AS id, properties(s) AS found ORDER BY article, s.start, id
"""
_SOURCINGS = """
UNWIND $ids AS article MATCH (:Article {id: article})<-[:APPEARS_IN]-(s:Assertion)-[r:SOURCED_FROM]->(:Assertion)
RETURN article, s.id AS id, properties(r) AS found ORDER BY article, id, r.start
"""
_AFFILIATIONS = """
MATCH (a:Actor)-[r:AFFILIATED_WITH]->(:Actor) WHERE r.article IN $ids
RETURN r.article AS article, a.id AS id, properties(r) AS found ORDER BY article, id, r.start
"""
_LOOSE = {
    "assertion {} stands in no article": """
MATCH (n:Assertion) WHERE NOT (n)-[:APPEARS_IN]->(:Article) RETURN n.id AS id, n.exact AS called ORDER BY id""",
    "assertion {} stands in several articles": """
MATCH (n:Assertion)-[:APPEARS_IN]->(a:Article) WITH n, count(a) AS articles WHERE articles > 1
RETURN n.id AS id, n.exact AS called ORDER BY id""",
    "assertion {} states no claim": """
MATCH (n:Assertion) WHERE NOT (n)-[:STATES]->(:Claim) RETURN n.id AS id, n.exact AS called ORDER BY id""",
    "claim {} is stated by no assertion": """
MATCH (n:Claim) WHERE NOT (n)<-[:STATES|WORDED]-(:Assertion) RETURN n.id AS id, n.text AS called ORDER BY id""",
    "actor {} has no part in anything": """
MATCH (n:Actor) WHERE NOT (n)--() AND NOT EXISTS { MATCH (m:Actor) WHERE n.id IN m.candidates }
RETURN n.id AS id, n.name AS called ORDER BY id""",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the graph that is not as it has to be: `what` in one line, about the node with this `id`."""

    id: str
    what: str

    def __str__(self) -> str:
        return self.what


def check(store: Store) -> list[Problem]:
    """All problems of the graph, none where it is whole."""
    return [*_loose(store), *_misquoted(store)]


def _loose(store: Store) -> Iterator[Problem]:
    for what, query in _LOOSE.items():
        for row in store.read(query).dicts():
            yield Problem(row["id"], what.format(f"{row['id']} (“{visible(row['called'] or '')[:60]}”)"))


def _misquoted(store: Store) -> Iterator[Problem]:
    after = ""
    while rows := store.read(_ARTICLES, {"after": after}).dicts():
        texts = {row["id"]: row["text"] or "" for row in rows}
        after = rows[-1]["id"]
        for query, wrong in ((_ASSERTIONS, _assertion), (_SOURCINGS, _sourcing), (_AFFILIATIONS, _affiliation)):
            for row in store.read(query, {"ids": list(texts)}).dicts():
                for what in wrong(row["found"], texts[row["article"]]):
                    yield Problem(row["id"], f"{row['id']} in article {row['article']}: {what}")


def _assertion(found: Mapping[str, Any], text: str) -> Iterator[str]:
    flat = found.get("spans") or []
    spans = list(zip(flat[::2], flat[1::2], strict=False))
    start, end = found.get("start"), found.get("end")
    if not spans or len(flat) % 2 or not _inside(spans, text):
        yield "its spans are not pieces of the article's text"
        return
    if " … ".join(text[first:last] for first, last in spans) != found.get("exact"):
        yield "its exact words are not those of the article at its spans"
    if (start, end) != (spans[0][0], spans[-1][1]):
        yield "its start and end are not those of its spans"
        return
    if not text[:start].endswith(found.get("prefix") or "") or not text[end:].startswith(found.get("suffix") or ""):
        yield "the words before and after it are not those of the article"
    if not _stands(text, found.get("cue"), found.get("cueStart"), found.get("cueEnd")):
        yield "its cue is not in the article where it says"
    if not _stands(text, found.get("sourceText"), found.get("sourceStart"), found.get("sourceEnd")):
        yield "its source's words are not in the article where it says"


def _sourcing(found: Mapping[str, Any], text: str) -> Iterator[str]:
    start, end = found.get("start"), found.get("end")
    if start is None or end is None or text[start:end] != found.get("exact"):
        yield "the words of what it rests on are not in the article where it says"


def _affiliation(found: Mapping[str, Any], text: str) -> Iterator[str]:
    if not _stands(text, found.get("exact"), found.get("start"), found.get("end")):
        yield "the words of an affiliation are not in the article where it says"


def _inside(spans: list[tuple[int, int]], text: str) -> bool:
    edges = [edge for span in spans for edge in span]
    return edges == sorted(edges) and edges[0] >= 0 and edges[-1] <= len(text)


def _stands(text: str, exact: str | None, start: int | None, end: int | None) -> bool:
    """Whether words, or nothing, stand at an offset; pieces joined by " … " have to stand in order between the ends."""
    if exact is None or start is None or end is None:
        return exact is None and start is None and end is None
    pieces = map(re.escape, exact.split(" … "))
    return start >= 0 and re.fullmatch(".*?".join(pieces), text[start:end], re.DOTALL) is not None
