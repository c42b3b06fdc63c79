"""Which actors have a reason to be in the graph: they assert, publish, or a supported one leads to them."""

from collections.abc import Sequence

import neo4j

from graph.model import Reading

_ROOTS = """
UNWIND $ids AS id MATCH (a:Actor {id: id})
WHERE EXISTS { MATCH (a)-[:ASSERTED|NAMED]->(:Assertion) }
   OR EXISTS { MATCH (:Article)-[:PUBLISHED_BY|PUBLISHED_AS]->(a) }
RETURN a.id AS id
"""
_ABOVE = (
    "UNWIND $ids AS id MATCH (b:Actor)-[:AFFILIATED_WITH|SAME_AS]->(:Actor {id: id}) RETURN DISTINCT b.id AS below, id"
)

_LEADS_TO = """
UNWIND $ids AS id MATCH (a:Actor {id: id})-[:AFFILIATED_WITH|SAME_AS]->(b:Actor) RETURN DISTINCT b.id AS above
"""
_TAKE = "UNWIND $ids AS id MATCH (a:Actor {id: id}) DETACH DELETE a"


def supported(reading: Reading) -> set[str]:
    """Ids of the reading's actors that its own assertions, outlet and affiliations support."""
    kept = {s.actor for s in reading.assertions if s.actor} | ({reading.article.outlet} - {None})
    waiting = list(kept)
    while waiting:
        actor = waiting.pop()
        above = {a.organization for a in reading.affiliations if a.actor == actor} - kept
        kept |= above
        waiting += above
    return {actor for actor in kept if actor}


def remove_unsupported(tx: neo4j.ManagedTransaction, actors: Sequence[str]) -> int:
    """Take those of the actors out of the graph that nothing supports any more; how many went."""
    gone = unsupported(tx, _upwards(tx, actors))
    tx.run(_TAKE, ids=gone).consume()
    return len(gone)


def _upwards(tx: neo4j.ManagedTransaction, actors: Sequence[str]) -> list[str]:
    """The actors and all that they lead to: what an actor belongs to may have been told by an article gone before."""
    seen, frontier = set(actors), sorted(set(actors))
    while frontier:
        frontier = sorted({row["above"] for row in tx.run(_LEADS_TO, ids=frontier)} - seen)
        seen |= set(frontier)
    return sorted(seen)


def unsupported(tx: neo4j.ManagedTransaction, actors: Sequence[str]) -> list[str]:
    """Those of the actors that nothing in the graph supports any more, however they are affiliated with one another."""
    below: dict[str, set[str]] = {actor: set() for actor in actors}
    seen, frontier = set(actors), list(actors)
    while frontier:
        pairs = [(row["below"], row["id"]) for row in tx.run(_ABOVE, ids=frontier)]
        for actor, above in pairs:
            below.setdefault(above, set()).add(actor)
        frontier = sorted({actor for actor, _ in pairs} - seen)
        seen |= set(frontier)
    held = {row["id"] for row in tx.run(_ROOTS, ids=sorted(seen))}
    return [actor for actor in sorted(set(actors)) if not _reaches(actor, below, held)]


def _reaches(actor: str, below: dict[str, set[str]], held: set[str]) -> bool:
    seen, waiting = {actor}, [actor]
    while waiting:
        one = waiting.pop()
        if one in held:
            return True
        fresh = below.get(one, set()) - seen
        seen |= fresh
        waiting += fresh
    return False
