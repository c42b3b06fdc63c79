"""Which claims are the same, which may be, and which are rivals: links between pairs, and the groups that they make.

Whether two claims match is asked of a function of the two alone, so that the graph does not depend on the order of
loading. MATCHES joins them, MAY_MATCH suggests, CONFLICTS_WITH says that both cannot be right. Claims joined by MATCHES
and by people's judgements are counted as one of them, the first said: SAME_AS leads there, what the others' assertions
stated goes over to it, and WORDED remembers which claim an assertion's own words are.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

import neo4j
import networkx as nx

from graph.identity import standing
from graph.model import Claim, Judgement

BY = "whence"
KEYS = 12
SHARED = 0.4
"""The share of the words of two topics that they have in common, below which they are not compared."""
CROWD = 64
"""Claims with one key in common that are compared with a new one: the first by id, where there are more."""


@dataclass(frozen=True, slots=True)
class Match:
    """What two claims are to each other; `score` is 0 to 1, `why` in words, `rule` names the rule of a rival."""

    verdict: Literal["same", "maybe", "rival"]
    score: float
    why: str
    rule: str | None = None


Matcher = Callable[[Claim, Claim], Match | None]


def unmatched(one: Claim, other: Claim) -> None:
    """The matcher that finds nothing to be the same."""


_LINKS = {"same": "MATCHES", "maybe": "MAY_MATCH", "rival": "CONFLICTS_WITH"}
_NEAR = " UNION ALL ".join(
    f"""UNWIND $rows AS r MATCH (c:Claim {{key{k}: r.key{k}}}) WHERE c.id <> r.id
    WITH r, c ORDER BY c.id WITH r, collect(c)[0..$crowd] AS near UNWIND near AS c
    RETURN r.id AS id, c.id AS near, c.topic AS topic"""
    for k in range(KEYS)
)
_CLAIMS = """
UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN c.id AS id, c.text AS text, c.said AS said, c.vector AS vector
"""
_LINK = """
UNWIND $rows AS r MATCH (a:Claim {{id: r.a}}) MATCH (b:Claim {{id: r.b}}) CREATE (a)-[e:{kind}]->(b) SET e = r.set
"""
_AROUND = """
UNWIND $ids AS id MATCH (a:Claim {id: id})-[r:MATCHES]-(b:Claim)
RETURN DISTINCT a.id AS a, b.id AS b, r.score AS score, r.why AS why
"""
_SAID = "UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN c.id AS id, c.said AS said, c.text AS text"
_HEADS = "UNWIND $ids AS id MATCH (c:Claim {id: id})-[:SAME_AS]->(h:Claim) RETURN c.id AS id, h.id AS head"
_MEMBERS = "UNWIND $ids AS id MATCH (h:Claim {id: id}) MATCH (h)<-[:SAME_AS]-(c:Claim) RETURN c.id AS id"
_CLEAR = "UNWIND $ids AS id MATCH (:Claim {id: id})-[r:MATCHES|MAY_MATCH|CONFLICTS_WITH]-(:Claim) DELETE r"
_GIVE_BACK = (
    """UNWIND $ids AS id MATCH (c:Claim {id: id}) MATCH (c)<-[w:WORDED]-(s:Assertion)
    MATCH (s)-[r:STATES {leaf: id}]->(:Claim) CREATE (s)-[e:STATES]->(c) SET e = properties(w) DELETE w, r""",
    "UNWIND $ids AS id MATCH (:Claim {id: id})-[r:SAME_AS]->(:Claim) DELETE r",
)
_HAND_OVER = (
    """UNWIND $rows AS row MATCH (c:Claim {id: row.a}) MATCH (h:Claim {id: row.b})
    CREATE (c)-[e:SAME_AS]->(h) SET e = row.set""",
    """UNWIND $rows AS row MATCH (c:Claim {id: row.a}) MATCH (c)<-[r:STATES]-(s:Assertion) WHERE r.leaf IS NULL
    MATCH (h:Claim {id: row.b})
    CREATE (s)-[w:WORDED]->(c) SET w = properties(r) CREATE (s)-[e:STATES]->(h) SET e = row.set, e.leaf = row.a
    DELETE r""",
)


def keyed(claim: Claim) -> dict[str, str]:
    """The properties by which claims of like words are found."""
    return {f"key{k}": key for k, key in enumerate(claim.keys)}


def neighbours(tx: neo4j.ManagedTransaction, claims: Sequence[str]) -> list[str]:
    """The claims that are linked to these by MATCHES, or counted as one with them, and not among them."""
    linked = {row["b"] for row in tx.run(_AROUND, ids=list(claims))}
    return sorted((linked | {row["head"] for row in tx.run(_HEADS, ids=list(claims))}) - set(claims))


def release(tx: neo4j.ManagedTransaction, claims: Sequence[str]) -> None:
    """Count these claims, and those counted as one of them, as themselves, until they are grouped again."""
    members = [row["id"] for row in tx.run(_MEMBERS, ids=list(claims))]
    for statement in _GIVE_BACK:
        tx.run(statement, ids=sorted({*claims, *members})).consume()


def link_claims(tx: neo4j.ManagedTransaction, claims: Sequence[Claim], matcher: Matcher) -> None:
    """Put what newly written claims are to all others, and to each other, into the graph, in place of what was."""
    tx.run(_CLEAR, ids=[claim.id for claim in claims]).consume()
    topics = {claim.id: frozenset(claim.topic) for claim in claims}
    pairs: set[tuple[str, str]] = set()
    rows = [{"id": claim.id, **keyed(claim)} for claim in claims if claim.keys]
    found = tx.run(_NEAR, rows=rows, crowd=CROWD) if rows else ()
    pairs |= {_pair(row["id"], row["near"]) for row in found if _near(topics[row["id"]], row["topic"] or ())}
    known = _known(tx, claims, pairs)
    rows_of: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for a, b in sorted(pairs):
        match = matcher(known[a], known[b])
        if match:
            told = {"score": match.score, "why": match.why, "by": BY} | ({"rule": match.rule} if match.rule else {})
            rows_of[_LINKS[match.verdict]].append({"a": a, "b": b, "set": told})
    for kind, made in rows_of.items():
        tx.run(_LINK.format(kind=kind), rows=made).consume()


def _near(one: frozenset[str], other: Sequence[str]) -> bool:
    shared = len(one.intersection(other))
    return shared >= SHARED * (len(one) + len(other) - shared)


def _pair(one: str, other: str) -> tuple[str, str]:
    return min(one, other), max(one, other)


def _known(tx: neo4j.ManagedTransaction, claims: Sequence[Claim], pairs: Iterable[tuple[str, str]]) -> dict[str, Claim]:
    own = {claim.id: claim for claim in claims}
    others = sorted({name for pair in pairs for name in pair} - set(own))
    found = tx.run(_CLAIMS, ids=others) if others else ()
    return own | {row["id"]: Claim(row["id"], row["text"], row["said"], vector=row["vector"]) for row in found}


def regroup(tx: neo4j.ManagedTransaction, claims: Sequence[str], judgements: Iterable[Judgement]) -> None:
    """Count these claims, and all that they are joined with, as one or as several, as the links and judgements say."""
    held = list(standing(judgements).values())
    links, seen = _joined(tx, claims, held)
    present = {row["id"]: row for row in tx.run(_SAID, ids=sorted(seen))} if seen else {}
    links = {pair: told for pair, told in links.items() if pair <= set(present)}
    after = _heads(links, held, present)
    before = {row["id"]: row["head"] for row in tx.run(_HEADS, ids=sorted(present))} if present else {}
    moved = sorted(name for name in present if before.get(name) != after.get(name))
    for statement in _GIVE_BACK if moved else ():
        tx.run(statement, ids=moved).consume()
    rows = [
        {"a": name, "b": after[name], "set": _told(name, after[name], links, present)}
        for name in moved
        if name in after
    ]
    for statement in _HAND_OVER if rows else ():
        tx.run(statement, rows=rows).consume()


Links = dict[frozenset[str], tuple[float, str, str]]
"""Score, reason and author of what joins each pair."""


def _joined(tx: neo4j.ManagedTransaction, claims: Sequence[str], held: Sequence[Judgement]) -> tuple[Links, set[str]]:
    """The links of all claims that can be reached from these, and those claims."""
    judged: dict[str, set[str]] = defaultdict(set)
    for one in held:
        if one.finding == "positive":
            judged[one.left].add(one.right)
            judged[one.right].add(one.left)
    links: Links = {}
    seen, frontier = set(claims), set(claims)
    while frontier:
        found = {
            frozenset((row["a"], row["b"])): (row["score"], row["why"], BY)
            for row in tx.run(_AROUND, ids=sorted(frontier))
        }
        links |= found
        reached = {name for pair in found for name in pair} | {n for name in frontier for n in judged[name]}
        frontier = reached - seen
        seen |= frontier
    for one in held:
        pair = frozenset((one.left, one.right))
        if one.finding == "positive" and pair <= seen:
            links[pair] = (1.0, one.why or "judged to be one", one.who)
    return links, seen


def _heads(links: Links, held: Iterable[Judgement], present: Mapping[str, Any]) -> dict[str, str]:
    """The claim that each is counted as, of those that are counted as another: the first said, then the first by id."""
    graph: nx.Graph[str] = nx.Graph()
    for pair in sorted(links, key=sorted):
        graph.add_edge(*sorted(pair), score=links[pair][0])
    for one in sorted((j for j in held if j.finding == "negative"), key=lambda j: j.id):
        _part(graph, one.left, one.right)
    out: dict[str, str] = {}
    for members in nx.connected_components(graph):
        head = min(members, key=lambda name: (present[name]["said"] or "9999", name))
        out |= dict.fromkeys(members - {head}, head)
    return out


def _part(graph: "nx.Graph[str]", left: str, right: str) -> None:
    """Take the weakest links out until nothing joins two claims that are judged not to be one."""
    while left in graph and right in graph and nx.has_path(graph, left, right):
        path = min(nx.all_shortest_paths(graph, left, right))
        steps = list(pairwise(path))
        graph.remove_edge(*min(steps, key=lambda step: (graph.edges[step]["score"], sorted(step))))


def _told(name: str, head: str, links: Links, present: Mapping[str, Any]) -> dict[str, Any]:
    """Why a claim is counted as another, with the weakest link between the two, if none joins them directly."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from((min(pair), max(pair)) for pair in sorted(links, key=sorted))
    path = min(nx.all_shortest_paths(graph, name, head))
    steps = [links[frozenset(step)] for step in pairwise(path)]
    score, why, by = min(steps)
    over = "".join(f" by way of “{present[middle]['text']}”" for middle in path[1:-1][:1])
    return {"score": score, "why": f"the same as “{present[head]['text']}”{over}: {why}", "by": by}
