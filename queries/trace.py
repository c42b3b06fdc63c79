"""A claim back to its origins: who says it, in which words, citing whom, as far up as the articles tell."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import networkx as nx

from graph.model import Actor, Affiliation, Assertion, Claim, Sourcing, Stating
from graph.properties import record
from graph.store import Store
from queries.facts import Facts, Headline, Statement, batches, gather, within
from queries.find import actor_id, article_id, claim_id, is_claim_prefix
from queries.origins import Rule, Verdict, verdict
from queries.words import claims_holding

By = Literal["claim", "words", "actor", "article"]

_CLAIM_PREFIX = re.compile(r"[0-9a-f]{6,}")
_OF_ACTOR = "MATCH (:Actor {id: $id})-[:ASSERTED]->(:Assertion)-[:STATES]->(c:Claim) RETURN DISTINCT c.id AS id"
_OF_ARTICLE = "MATCH (:Article {id: $id})<-[:APPEARS_IN]-(:Assertion)-[:STATES]->(c:Claim) RETURN DISTINCT c.id AS id"
_STATINGS = """
UNWIND $ids AS id
MATCH (c:Claim {id: id})
OPTIONAL MATCH (s:Assertion)-[r:STATES]->(c)
RETURN c AS claim, s.id AS assertion, r AS stating ORDER BY c.id, assertion
"""


@dataclass(frozen=True, slots=True)
class Question:
    """What to trace. `by` None: a claim where `text` is the beginning of one claim's id, else words."""

    text: str
    by: By | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """An assertion in a trace. `actor` is None where the article names no source.

    `citing` is the sourcing that leads here from the step above, None for the first of a chain. `seen` is "circle"
    where the step stands above on its own chain, "above" where it stood in another before; then `rests_on` is empty,
    since it has been shown there.
    """

    assertion: Assertion
    actor: Actor | None
    article: Headline
    citing: Sourcing | None
    seen: Literal["above", "circle"] | None
    rests_on: tuple["Step", ...]


@dataclass(frozen=True, slots=True)
class TracedClaim:
    """A claim, its voices (the assertions that no other rests on, each with its chain) and the verdict on its origins.

    `facts` are all the statements of the forest with their sourcings, each once.
    """

    claim: Claim
    voices: tuple[Step, ...]
    verdict: Verdict
    statings: tuple[Stating, ...]
    facts: Facts


@dataclass(frozen=True, slots=True)
class Trace:
    """The claims that fit a question, earliest first; `matched` says how they fit it."""

    question: Question
    matched: str
    claims: tuple[TracedClaim, ...]
    affiliations: tuple[Affiliation, ...]
    organizations: tuple[Actor, ...]

    def _repr_html_(self) -> str:
        """In a notebook, the explorer's page in a sandboxed frame."""
        from queries.picture.notebook import framed_trace  # noqa: PLC0415 - drawn only where it is looked at

        return framed_trace(self)


def trace(store: Store, question: Question, *, rule: Rule = "affiliation") -> Trace:
    """Traces every claim that fits. No fitting claim is an empty Trace; an unknown claim, actor or article an error.

    `rule` says which origins are one, see queries.origins.
    """
    matched, ids = _claims(store, question)
    return trace_claims(store, question, matched, ids, rule=rule)


def trace_claims(
    store: Store, question: Question, matched: str, ids: Sequence[str], *, rule: Rule = "affiliation"
) -> Trace:
    """Traces the claims of these ids; `matched` says why it is they."""
    claims, statings = _statings(store, ids)
    facts = gather(store, (stating.assertion for stated in statings.values() for stating in stated))
    traced = [_traced(claim, statings[claim.id], facts, rule) for claim in claims]
    return Trace(
        question,
        matched,
        tuple(sorted(traced, key=_order)),
        tuple(facts.affiliations),
        tuple((facts.organizations or {}).values()),
    )


def walk(steps: Iterable[Step]) -> Iterator[tuple[int, Step]]:
    """Every step with its depth (0 for a voice), in reading order."""
    waiting = [(0, step) for step in steps][::-1]
    while waiting:
        depth, step = waiting.pop()
        yield depth, step
        waiting += [(depth + 1, below) for below in reversed(step.rests_on)]


def _claims(store: Store, question: Question) -> tuple[str, list[str]]:
    text = question.text
    if question.by == "actor":
        found = actor_id(store, text)
        return f"claims stated by {found}", _ids(store, _OF_ACTOR, found)
    if question.by == "article":
        found = article_id(store, text)
        return f"claims stated in article {found}", _ids(store, _OF_ARTICLE, found)
    if question.by == "claim":
        return "the claim with this id or these very words", [claim_id(store, text)]
    return _claims_by_id_or_words(store, question)


def _claims_by_id_or_words(store: Store, question: Question) -> tuple[str, list[str]]:
    if question.by is None and _CLAIM_PREFIX.fullmatch(question.text) and is_claim_prefix(store, question.text):
        return "the claim with this id", [claim_id(store, question.text)]
    found = claims_holding(store, question.text)
    return "claims of which the text, or one assertion, has words that begin with each of these words", found


def _ids(store: Store, query: str, found: str) -> list[str]:
    return [row["id"] for row in store.read(query, {"id": found}).dicts()]


def _statings(store: Store, ids: Sequence[str]) -> tuple[list[Claim], Mapping[str, tuple[Stating, ...]]]:
    claims: dict[str, Claim] = {}
    statings: defaultdict[str, tuple[Stating, ...]] = defaultdict(tuple)
    for row in (row for batch in batches(ids) for row in store.read(_STATINGS, {"ids": batch}).dicts()):
        claim = record(Claim, row["claim"])
        claims[claim.id] = claim
        if row["assertion"] is not None:
            statings[claim.id] += (_stating(row, claim),)
    return list(claims.values()), statings


def _stating(row: dict[str, Any], claim: Claim) -> Stating:
    return record(Stating, row["stating"], assertion=row["assertion"], claim=claim.id)


def _traced(claim: Claim, statings: tuple[Stating, ...], facts: Facts, rule: Rule) -> TracedClaim:
    own = within(facts, [stating.assertion for stating in statings])
    return TracedClaim(claim, _nested(_visits(own), own), verdict(own, rule), statings, own)


def _order(traced: TracedClaim) -> tuple[Any, ...]:
    return (not traced.voices, *map(_place, traced.voices[:1]), traced.claim.id)


def _place(step: Step | Statement) -> tuple[str, str, int, str]:
    return (step.article.published or "9999", step.article.id, step.assertion.start, step.assertion.id)


@dataclass(frozen=True, slots=True)
class _Visit:
    name: str
    depth: int
    citing: Sourcing | None
    seen: Literal["above", "circle"] | None


def _visits(facts: Facts) -> list[_Visit]:
    """The forest in reading order. What an assertion rests on is visited once, so that no tangle grows without end."""
    upstream = _upstream(facts)
    visits: list[_Visit] = []
    path: list[str] = []
    opened: set[str] = set()
    waiting: list[tuple[str, int, Sourcing | None]] = [(name, 0, None) for name in reversed(_voices(facts))]
    while waiting:
        name, depth, citing = waiting.pop()
        del path[depth:]
        seen: Literal["above", "circle"] | None = None
        if name in opened:
            seen = "circle" if name in path else "above"
        else:
            waiting += [(up.rests_on, depth + 1, up) for up in reversed(upstream[name])]
        visits.append(_Visit(name, depth, citing, seen))
        path.append(name)
        opened.add(name)
    return visits


def _upstream(facts: Facts) -> Mapping[str, list[Sourcing]]:
    upstream: defaultdict[str, list[Sourcing]] = defaultdict(list)
    for sourcing in facts.sourcings:
        upstream[sourcing.assertion].append(sourcing)
    return upstream


def _voices(facts: Facts) -> list[str]:
    """The assertions on which no other rests; of a circle on which nothing outside it rests, the earliest."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(facts.statements)
    graph.add_edges_from((sourcing.assertion, sourcing.rests_on) for sourcing in facts.sourcings)
    whole = nx.condensation(graph)
    tops = [whole.nodes[ring]["members"] for ring in whole if not whole.in_degree(ring)]
    first = [min(ring, key=lambda name: _place(facts.statements[name])) for ring in tops]
    return sorted(first, key=lambda name: _place(facts.statements[name]))


def _nested(visits: Sequence[_Visit], facts: Facts) -> tuple[Step, ...]:
    """Steps from visits, the last one first, so that no depth is too deep."""
    below: defaultdict[int, list[Step]] = defaultdict(list)
    for visit in reversed(visits):
        statement = facts.statements[visit.name]
        rests_on = tuple(reversed(below.pop(visit.depth + 1, [])))
        step = Step(statement.assertion, statement.actor, statement.article, visit.citing, visit.seen, rests_on)
        below[visit.depth].append(step)
    return tuple(reversed(below[0]))
