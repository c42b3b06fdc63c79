"""Which claims may be the same and are not joined: what the machine is in doubt about, for people to decide."""

from graph.identity import standing
from graph.judge import judgements
from graph.store import Answer, Store

COLUMNS = ("claim", "may be", "why", "id", "other")
_HINTS = """
MATCH (a:Claim)-[r:MAY_MATCH]->(b:Claim)
OPTIONAL MATCH (a)-[:SAME_AS]->(x:Claim) OPTIONAL MATCH (b)-[:SAME_AS]->(y:Claim)
RETURN a.text AS claim, b.text AS other_text, r.why AS why, r.score AS score, a.id AS id, b.id AS other,
       coalesce(x.id, a.id) AS one, coalesce(y.id, b.id) AS two
ORDER BY score DESC, claim, other_text, id, other
"""


def hints(store: Store) -> Answer:
    """Pairs of claims that may be the same, the likeliest first, one for each two groups and none that was judged."""
    judged = set(standing(judgements(store)))
    seen: set[frozenset[str]] = set()
    rows = []
    for row in store.read(_HINTS).dicts():
        groups = frozenset((row["one"], row["two"]))
        if len(groups) == 2 and groups not in seen and frozenset((row["id"], row["other"])) not in judged:
            seen.add(groups)
            rows.append((row["claim"], row["other_text"], row["why"], row["id"], row["other"]))
    return Answer(COLUMNS, rows)
