"""Articles in and out of the graph: each in one transaction, all of it or nothing, the same on both engines."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import neo4j

from graph.copies import bands, link_copies
from graph.errors import InputError
from graph.fetch import article_id
from graph.ids import digest
from graph.judge import regroup_claims, settle, with_heads
from graph.matches import Matcher, keyed, link_claims, neighbours, release, unmatched
from graph.model import Reading
from graph.places import located, others_at, settle_at
from graph.properties import properties
from graph.store import Store, count_change, counted
from graph.support import remove_unsupported, supported
from graph.words import kept as worded

State = Literal["added", "replaced", "unchanged"]
Row = dict[str, Any]
BATCH = 2000

_SAME = "MATCH (a:Article {id: $id}) RETURN a.reading AS reading, a.places AS places"
_PUT: Mapping[str, str] = {
    "articles": "UNWIND $rows AS r MERGE (n:Article {id: r.id}) SET n = r.set",
    "actors": "UNWIND $rows AS r MERGE (n:Actor {id: r.id}) SET n = r.set",
    "claims": "UNWIND $rows AS r MERGE (n:Claim {id: r.id}) SET n = r.set",
    "published": """UNWIND $rows AS r MATCH (a:Article {id: r.a}) MATCH (o:Actor {id: r.b})
        MERGE (a)-[:PUBLISHED_BY]->(o)""",
    "affiliations": """UNWIND $rows AS r MATCH (a:Actor {id: r.a}) MATCH (o:Actor {id: r.b})
        MERGE (a)-[e:AFFILIATED_WITH {id: r.id}]->(o) SET e = r.set""",
    "assertions": """UNWIND $rows AS r MATCH (a:Article {id: r.a})
        CREATE (s:Assertion {id: r.id})-[:APPEARS_IN]->(a) SET s = r.set""",
    "asserted": """UNWIND $rows AS r MATCH (w:Actor {id: r.a}) MATCH (s:Assertion {id: r.b})
        CREATE (w)-[:ASSERTED]->(s)""",
    "statings": """UNWIND $rows AS r MATCH (s:Assertion {id: r.a}) MATCH (c:Claim {id: r.b})
        CREATE (s)-[e:STATES]->(c) SET e = r.set""",
    "sourcings": """UNWIND $rows AS r MATCH (s:Assertion {id: r.a}) MATCH (u:Assertion {id: r.b})
        CREATE (s)-[e:SOURCED_FROM]->(u) SET e = r.set""",
}
_CLAIMS = """
MATCH (:Article {id: $id})<-[:APPEARS_IN]-(:Assertion)-[r:STATES|WORDED]->(c:Claim) WHERE r.leaf IS NULL
RETURN DISTINCT c.id AS id
"""
_NAMES = "MATCH (a:Article {id: $id}) RETURN coalesce(a.names, []) AS names"
_TAKE_ASSERTIONS = "MATCH (:Article {id: $id})<-[:APPEARS_IN]-(s:Assertion) DETACH DELETE s"
_TAKE_AFFILIATIONS = """
UNWIND $names AS name MATCH (:Actor {id: name})-[r:AFFILIATED_WITH]->(:Actor) WHERE r.article = $id DELETE r
"""
_TAKE_ARTICLE = "MATCH (a:Article {id: $id}) DETACH DELETE a"
_TAKE_CLAIMS = """
UNWIND $ids AS id MATCH (c:Claim {id: id}) WHERE NOT EXISTS { MATCH (:Assertion)-[:STATES]->(c) } DETACH DELETE c
"""
"""Once the claims are counted as themselves, so that what states one has it in its own words."""


@dataclass(frozen=True, slots=True)
class Retraction:
    """What was taken out of the graph."""

    article: str
    title: str | None
    assertions: int
    claims: int
    actors: int

    def line(self) -> str:
        """One line for the user."""
        went = f"{self.assertions} assertions, {self.claims} claims and {self.actors} actors that only it supported"
        return f"retracted  {self.title or 'untitled'}  {went}  {self.article}"


def put(store: Store, reading: Reading, matcher: Matcher = unmatched) -> State:
    """Write all that an article brings, in one transaction. An older text at one of its places is taken out with it.

    `matcher` tells what two claims are to each other. "unchanged" writes nothing. Raises InputError for text that no
    engine can hold.
    """
    rows = _rows(reading)
    name = reading.article.title or reading.article.id
    _refuse_unholdable(rows, name)
    return store.transact(lambda tx: _put(tx, reading, rows, matcher))


def retract(store: Store, article: str) -> Retraction:
    """Take an article (by id or its unique beginning, URL or path) out, with all that only it supports.

    Raises QuestionError if there is no such article.
    """
    found = article_id(store, article)
    return store.transact(counted(lambda tx: _taken(tx, found)))


def _put(tx: neo4j.ManagedTransaction, reading: Reading, rows: dict[str, list[Row]], matcher: Matcher) -> State:
    article, places = reading.article, set(reading.article.places)
    fresh = rows["articles"][0]["set"]
    known = tx.run(_SAME, id=article.id).single()
    before = set(known["places"] or []) if known else set()
    if known and known["reading"] == fresh["reading"] and places <= before:
        return "unchanged"
    replaced = known is not None and known["reading"] != fresh["reading"]
    for other, held in sorted(others_at(tx, article.id, sorted(places)).items()):
        replaced = True
        left = sorted(set(held) - places)
        settle_at(tx, other, left) if left else _taken(tx, other)
    names = _names(tx, article.id) if known else []
    claims = _ids(tx, _CLAIMS, id=article.id) if known else []
    around = _loosen(tx, claims)
    if known:
        _take_content(tx, article.id, names)
    fresh |= {key: value for key, value in located(sorted(places | before)).items() if value is not None}
    for kind, statement in _PUT.items():
        for i in range(0, len(rows[kind]), BATCH):
            _run(tx, statement, rows=rows[kind][i : i + BATCH])
    link_copies(tx, article.id, article.prints, article.published)
    settle(tx, [row["id"] for row in rows["actors"]])
    _take_unsupported(tx, names, claims)
    link_claims(tx, reading.claims, matcher)
    regroup_claims(tx, [*around, *(claim.id for claim in reading.claims)])
    count_change(tx)
    return "replaced" if replaced else "unchanged" if known else "added"


def _taken(tx: neo4j.ManagedTransaction, article: str) -> Retraction:
    row = tx.run(
        "MATCH (a:Article {id: $id}) OPTIONAL MATCH (a)<-[:APPEARS_IN]-(s) RETURN a.title AS title, count(s) AS n",
        id=article,
    ).single(strict=True)
    names, claims = _names(tx, article), _ids(tx, _CLAIMS, id=article)
    around = _loosen(tx, claims)
    _take_content(tx, article, names)
    _run(tx, _TAKE_ARTICLE, id=article)
    claims_gone, actors_gone = _take_unsupported(tx, names, claims)
    regroup_claims(tx, around)
    return Retraction(article, row["title"], row["n"], claims_gone, actors_gone)


def _loosen(tx: neo4j.ManagedTransaction, claims: Sequence[str]) -> list[str]:
    """Count an article's claims as themselves, and give the claims that were joined with them, to be grouped again."""
    if not claims:
        return []
    around = neighbours(tx, claims)
    release(tx, claims)
    return around


def _take_content(tx: neo4j.ManagedTransaction, article: str, names: Sequence[str]) -> None:
    _run(tx, _TAKE_ASSERTIONS, id=article)
    _run(tx, _TAKE_AFFILIATIONS, id=article, names=names)


def _take_unsupported(tx: neo4j.ManagedTransaction, names: Sequence[str], claims: Sequence[str]) -> tuple[int, int]:
    """Take out those of the claims that nothing states and of the actors that nothing supports; how many went."""
    if not names and not claims:
        return 0, 0
    gone = tx.run(_TAKE_CLAIMS, ids=claims).consume().counters.nodes_deleted
    return gone, remove_unsupported(tx, names)


def _names(tx: neo4j.ManagedTransaction, article: str) -> list[str]:
    row = tx.run(_NAMES, id=article).single()
    return with_heads(tx, row["names"]) if row else []


def _ids(tx: neo4j.ManagedTransaction, query: str, **parameters: object) -> list[str]:
    return [row["id"] for row in tx.run(query, parameters)]


def _run(tx: neo4j.ManagedTransaction, statement: str, **parameters: object) -> None:
    tx.run(statement, parameters).consume()


def _rows(reading: Reading) -> dict[str, list[Row]]:
    """The rows of each statement. What no assertion, article or affiliation supports is not written."""
    kept = supported(reading)
    reading = replace(
        reading,
        actors=tuple(sorted((a for a in reading.actors if a.id in kept), key=lambda a: a.id)),
        affiliations=tuple(a for a in reading.affiliations if a.actor in kept),
    )
    article = reading.article
    told: dict[str, list[Row]] = {
        "actors": [{"id": a.id, "set": properties(a) | worded([a.name, *a.aliases])} for a in reading.actors],
        "claims": [{"id": c.id, "set": properties(c) | keyed(c) | worded([c.text])} for c in reading.claims],
        "published": [{"a": article.id, "b": article.outlet}] if article.outlet else [],
        "affiliations": sorted(
            (_affiliation(properties(a), a.actor, a.organization) for a in reading.affiliations), key=_id
        ),
        "assertions": [
            {"id": s.id, "a": article.id, "set": properties(s) | worded([s.exact])} for s in reading.assertions
        ],
        "asserted": [{"a": s.actor, "b": s.id} for s in reading.assertions if s.actor],
        "statings": [{"a": s.assertion, "b": s.claim, "set": properties(s)} for s in reading.statings],
        "sourcings": [{"a": s.assertion, "b": s.rests_on, "set": properties(s)} for s in reading.sourcings],
    }
    own = {k: v for k, v in properties(article).items() if k != "places"}
    own |= {"reading": digest(own, told), "names": [a.id for a in reading.actors], **bands(article.prints)}
    own |= worded([article.title])
    return told | {"articles": [{"id": article.id, "set": own}]}


def _affiliation(own: Row, actor: str, organization: str) -> Row:
    name = digest("affiliation", actor, organization, own)
    return {"id": name, "a": actor, "b": organization, "set": own | {"id": name}}


def _id(row: Row) -> str:
    return str(row["id"])


def _refuse_unholdable(value: object, name: str) -> None:
    """Refuse halves of characters (lone surrogates), which UTF-8 cannot hold."""
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise InputError(
                name, f"holds half a character (a lone surrogate) after {value[: error.start][-20:]!r}"
            ) from error
    elif isinstance(value, Mapping):
        _refuse_unholdable(list(value.values()), name)
    elif isinstance(value, Iterable):
        for part in value:
            _refuse_unholdable(part, name)
