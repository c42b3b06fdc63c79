"""What the store knows of some assertions: who made them, where they stand, and what they rest on, to any depth."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from graph.model import Actor, Affiliation, Assertion, Copy, Sourcing
from graph.properties import record
from graph.store import Store

BATCH = 1000

_STATEMENTS = """
UNWIND $ids AS id
MATCH (s:Assertion {id: id})-[:APPEARS_IN]->(a:Article)
OPTIONAL MATCH (who:Actor)-[:ASSERTED]->(s)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(outlet:Actor)
OPTIONAL MATCH (s)-[r:SOURCED_FROM]->(up:Assertion)
RETURN s, who, a {.id, .title, .url, .published} AS article, outlet,
       up.id AS restsOn, r.exact AS exact, r.start AS start, r.end AS end
ORDER BY s.id, start, end, restsOn, exact
"""
_AFFILIATIONS = """
UNWIND $ids AS id
MATCH (a:Actor {id: id})
OPTIONAL MATCH (other:Actor)-[:SAME_AS]->(a)
WITH id, a, collect(other) AS others
UNWIND [a] + others AS one
MATCH (one)-[r:AFFILIATED_WITH]->(named:Actor)
OPTIONAL MATCH (named)-[:SAME_AS]->(head:Actor)
RETURN id, r, coalesce(head, named) AS organization ORDER BY id, organization.id, r.id
"""
_COPIES = """
UNWIND $ids AS id MATCH (:Article {id: id})-[r:COPIES]->(b:Article)
RETURN id, properties(r) AS r, b.id AS original ORDER BY id, original
"""


@dataclass(frozen=True, slots=True)
class Headline:
    """An article without its text; `outlet` is None where nobody knows it."""

    id: str
    title: str | None
    outlet: Actor | None
    url: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """An assertion with the actor that made it (None: no source is named) and the article that it stands in."""

    assertion: Assertion
    actor: Actor | None
    article: Headline


@dataclass(frozen=True, slots=True)
class Facts:
    """Statements by their assertion's id, the sourcings among them, and how their actors are affiliated.

    `organizations` are the actors, by id, that the affiliations lead to; `copies` which of the articles copy which.
    """

    statements: Mapping[str, Statement]
    sourcings: Sequence[Sourcing] = ()
    affiliations: Sequence[Affiliation] = ()
    organizations: Mapping[str, Actor] | None = None
    copies: Sequence[Copy] = ()


def gather(store: Store, assertions: Iterable[str]) -> Facts:
    """The facts about the assertions of these ids, all that they rest on, and the actors' affiliations.

    One round trip a thousand assertions and a step of the longest chain, not one an assertion.
    """
    statements: dict[str, Statement] = {}
    sourcings: dict[Sourcing, None] = {}

    def ask(ids: list[str]) -> Iterable[str]:
        rows = store.read(_STATEMENTS, {"ids": ids}).dicts()
        statements.update((row["s"]["id"], _statement(row)) for row in rows)
        found = [_sourcing(row) for row in rows if row["restsOn"] is not None]
        sourcings.update(dict.fromkeys(found))
        return [sourcing.rests_on for sourcing in found]

    follow(assertions, ask)
    actors = [statement.actor.id for statement in statements.values() if statement.actor]
    affiliations, organizations = _affiliated(store, actors)
    whole = [sourcing for sourcing in sourcings if sourcing.rests_on in statements]
    return Facts(statements, whole, affiliations, organizations, _copies(store, statements.values()))


def follow(first: Iterable[str], ask: Callable[[list[str]], Iterable[str]]) -> None:
    """Asks about `first`, then about what the answers name, until nothing new is named; nothing is asked twice."""
    asked: set[str] = set()
    waiting = sorted(set(first))
    while waiting:
        asked.update(waiting)
        named = [name for batch in batches(waiting) for name in ask(batch)]
        waiting = sorted(set(named) - asked)


def within(facts: Facts, assertions: Collection[str]) -> Facts:
    """The facts about these assertions and all that they rest on."""
    upstream: defaultdict[str, list[Sourcing]] = defaultdict(list)
    for sourcing in facts.sourcings:
        upstream[sourcing.assertion].append(sourcing)
    reached = dict.fromkeys(name for name in assertions if name in facts.statements)
    waiting = list(reached)
    for name in waiting:
        new = [sourcing.rests_on for sourcing in upstream[name] if sourcing.rests_on not in reached]
        reached.update(dict.fromkeys(new))
        waiting += dict.fromkeys(new)
    kept = [sourcing for name in reached for sourcing in upstream[name]]
    own = {name: facts.statements[name] for name in reached}
    return replace(facts, statements=own, sourcings=kept)


def batches(ids: Iterable[str]) -> Iterator[list[str]]:
    """The ids, a thousand at a time."""
    rest = iter(ids)
    while batch := list(islice(rest, BATCH)):
        yield batch


def actor_of(node: Mapping[str, Any] | None) -> Actor | None:
    """The actor that a node's properties describe, None for no node."""
    return None if node is None else record(Actor, node)


def _statement(row: dict[str, Any]) -> Statement:
    who = actor_of(row["who"])
    article = record(Headline, row["article"], outlet=actor_of(row["outlet"]))
    assertion = record(Assertion, row["s"], actor=who.id if who else None, article=article.id)
    return Statement(assertion, who, article)


def _sourcing(row: dict[str, Any]) -> Sourcing:
    return Sourcing(row["s"]["id"], row["restsOn"], row["exact"], row["start"], row["end"])


def _copies(store: Store, statements: Iterable[Statement]) -> list[Copy]:
    names = sorted({statement.article.id for statement in statements})
    rows = (row for batch in batches(names) for row in store.read(_COPIES, {"ids": batch}).dicts())
    return [record(Copy, row["r"], article=row["id"], original=row["original"]) for row in rows]


def _affiliated(store: Store, actors: Iterable[str]) -> tuple[list[Affiliation], dict[str, Actor]]:
    affiliations: list[Affiliation] = []
    organizations: dict[str, Actor] = {}

    def ask(ids: list[str]) -> Iterable[str]:
        for row in store.read(_AFFILIATIONS, {"ids": ids}).dicts():
            organization = record(Actor, row["organization"])
            organizations[organization.id] = organization
            affiliations.append(record(Affiliation, row["r"], actor=row["id"], organization=organization.id))
        return list(organizations)

    follow(actors, ask)
    return affiliations, organizations
