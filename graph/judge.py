"""Judgements on who is who: kept for good, put into effect, and taken back without a trace in the rest of the graph.

A merged actor stays where it is. What it asserted and published goes over to the one that it is counted as; NAMED and
PUBLISHED_AS remember whose it was, so that taking a judgement back gives the graph that there was before.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import neo4j

from graph.errors import QuestionError
from graph.identity import against, counted_as
from graph.ids import digest
from graph.matches import regroup
from graph.model import Actor, Claim, Finding, Judgement
from graph.properties import properties, record
from graph.store import Store, counted
from graph.support import remove_unsupported
from graph.words import kept as worded

_ALL = "MATCH (j:Judgement) RETURN j ORDER BY j.when, j.id"
_KEEP = "MERGE (j:Judgement {id: $id}) SET j = $set"
_GIVE_BACK = (
    """UNWIND $ids AS id MATCH (n:Actor {id: id})-[m:NAMED]->(s:Assertion) MATCH (:Actor)-[r:ASSERTED]->(s)
    DELETE m, r CREATE (n)-[:ASSERTED]->(s)""",
    """UNWIND $ids AS id MATCH (a:Article)-[m:PUBLISHED_AS]->(n:Actor {id: id}) MATCH (a)-[r:PUBLISHED_BY]->(:Actor)
    DELETE m, r CREATE (a)-[:PUBLISHED_BY]->(n)""",
    "UNWIND $ids AS id MATCH (:Actor {id: id})-[r:SAME_AS]->(:Actor) DELETE r",
)
_HAND_OVER = (
    "UNWIND $rows AS row MERGE (o:Actor {id: row.b}) ON CREATE SET o = row.set",
    """UNWIND $rows AS row MATCH (n:Actor {id: row.a}) MATCH (o:Actor {id: row.b}) MERGE (n)-[:SAME_AS]->(o)""",
    """UNWIND $rows AS row MATCH (n:Actor {id: row.a})-[r:ASSERTED]->(s:Assertion) MATCH (o:Actor {id: row.b})
    DELETE r CREATE (n)-[:NAMED]->(s) CREATE (o)-[:ASSERTED]->(s)""",
    """UNWIND $rows AS row MATCH (a:Article)-[r:PUBLISHED_BY]->(n:Actor {id: row.a}) MATCH (o:Actor {id: row.b})
    DELETE r MERGE (a)-[:PUBLISHED_AS]->(n) MERGE (a)-[:PUBLISHED_BY]->(o)""",
)
_HEADS = "UNWIND $ids AS id MATCH (:Actor {id: id})-[:SAME_AS]->(o:Actor) RETURN DISTINCT o.id AS id"
_PRESENT = "UNWIND $ids AS id MATCH (a:Actor {id: id}) RETURN a.id AS id"


def judge(store: Store, pair: tuple[Actor, Actor], finding: Finding, *, who: str, why: str) -> Judgement:
    """Keep a judgement on two actors, left and right, and put it into effect.

    QuestionError for an actor and itself, and where the judgements that hold would contradict one another.
    """
    left, right = pair
    if left.id == right.id:
        raise QuestionError(f"{left.name} is one actor already")
    when = datetime.now(UTC).isoformat(timespec="microseconds")
    name = digest("judgement", left.id, right.id, finding, who, when, why)
    kept = left.id, right.id, left.name, right.name, _json(left), _json(right)
    made = Judgement(name, *kept, finding, who, when, why)
    return store.transact(counted(lambda tx: _changed(tx, made)))


def judge_claims(store: Store, pair: tuple[Claim, Claim], finding: Finding, *, who: str, why: str) -> Judgement:
    """Keep a judgement on two claims and put it into effect: whether they are the same. Errors as for `judge`."""
    left, right = pair
    if left.id == right.id:
        raise QuestionError(f"“{left.text}” is one claim already")
    when = datetime.now(UTC).isoformat(timespec="microseconds")
    name = digest("judgement", left.id, right.id, finding, who, when, why)
    made = Judgement(name, left.id, right.id, left.text, right.text, "", "", finding, who, when, why, about="claim")
    return store.transact(counted(lambda tx: _changed(tx, made)))


def undo(store: Store, judgement: str, *, who: str) -> Judgement:
    """Take a judgement (by id or its unique beginning) back. QuestionError if there is none, or it was taken back."""
    fit = [j for j in judgements(store) if j.id.startswith(judgement)]
    if len(fit) != 1:
        raise QuestionError(f"{'no judgement has' if not fit else f'{len(fit)} judgements have'} the id {judgement!r}")
    if fit[0].undone:
        raise QuestionError(f"judgement {fit[0].id} was taken back by {fit[0].undone_by} at {fit[0].undone}")
    when = datetime.now(UTC).isoformat(timespec="microseconds")
    gone = replace(fit[0], undone=when, undone_by=who)
    return store.transact(counted(lambda tx: _changed(tx, gone)))


def judgements(store: Store) -> list[Judgement]:
    """All judgements, those taken back too, the oldest first."""
    return [record(Judgement, row["j"]) for row in store.read(_ALL).dicts()]


def settle(tx: neo4j.ManagedTransaction, actors: Sequence[str]) -> None:
    """Hand over what these actors have newly asserted and published to the actors that they are counted as."""
    held = _held(tx)
    after = counted_as(held)
    _hand_over(tx, [actor for actor in actors if actor in after], after, held)


def with_heads(tx: neo4j.ManagedTransaction, actors: Sequence[str]) -> list[str]:
    """The actors and those that they are counted as."""
    return [*actors, *sorted({row["id"] for row in tx.run(_HEADS, ids=list(actors))} - set(actors))]


def regroup_claims(tx: neo4j.ManagedTransaction, claims: Sequence[str]) -> None:
    """Count these claims as one or as several, as their links and the judgements on claims say."""
    if claims:
        regroup(tx, claims, _held(tx, "claim"))


def _held(tx: neo4j.ManagedTransaction, about: str = "actor") -> list[Judgement]:
    found = [record(Judgement, row["j"]) for row in tx.run(_ALL)]
    return [judgement for judgement in found if judgement.about == about]


def _changed(tx: neo4j.ManagedTransaction, judgement: Judgement) -> Judgement:
    held = _held(tx, judgement.about)
    before = counted_as(held)
    held = [*(j for j in held if j.id != judgement.id), judgement]
    if other := against(held):
        raise QuestionError(
            f"{other.left_name} and {other.right_name} would become one through others, but {other.who} judged that "
            f"they are not ({other.why or 'no reason given'}; judgement {other.id})"
        )
    after = counted_as(held)
    tx.run(_KEEP, id=judgement.id, set=properties(judgement)).consume()
    if judgement.about == "claim":
        regroup(tx, [judgement.left, judgement.right], held)
        return judgement
    moved = sorted(actor for actor in {*before, *after} if before.get(actor) != after.get(actor))
    left = with_heads(tx, moved)
    for statement in _GIVE_BACK:
        tx.run(statement, ids=moved).consume()
    _hand_over(tx, moved, after, held)
    remove_unsupported(tx, left)
    return judgement


def _hand_over(
    tx: neo4j.ManagedTransaction, actors: Sequence[str], after: Mapping[str, str], held: Iterable[Judgement]
) -> None:
    present = {row["id"] for row in tx.run(_PRESENT, ids=list(actors))} if actors else set()
    known = {name: kept for j in held for name, kept in ((j.left, j.left_actor), (j.right, j.right_actor))}
    rows = [{"a": a, "b": after[a], "set": _kept(known[after[a]])} for a in actors if a in present and a in after]
    for statement in _HAND_OVER if rows else ():
        tx.run(statement, rows=rows).consume()


def _kept(actor: str) -> dict[str, Any]:
    """An actor's properties from what a judgement remembers of it."""
    own: dict[str, Any] = json.loads(actor)
    return own | worded([own["name"], *own.get("aliases", [])])


def _json(actor: Actor) -> str:
    return json.dumps(properties(actor), ensure_ascii=False, sort_keys=True)
