"""Claims in words like those of a trace, which say where they come from: what a reader of the trace asks for next."""

from collections import Counter

from graph.store import Store
from queries.origins import Rule
from queries.trace import Question, Trace, trace_claims
from queries.words import words

_CHAINED = """
MATCH (s:Assertion)-[:SOURCED_FROM]->(:Assertion) MATCH (s)-[:STATES]->(c:Claim)
RETURN DISTINCT c.id AS id, c.text AS text
"""
STEM = 5
SHORTEST = 4
SHARED = 2
"""Stems that a claim has to share with the trace to be near it."""


def near(store: Store, found: Trace, *, limit: int = 8, rule: Rule = "affiliation") -> Trace:
    """The claims outside `found` that are most like it in words and whose voices cite somebody, the likest first.

    Likeness counts shared stems, each by how many claims of the trace have it. Nothing is joined by it.
    """
    known = {traced.claim.id for traced in found.claims}
    weight = Counter(stem for traced in found.claims for stem in stems(traced.claim.text))
    rows = [row for row in store.read(_CHAINED).dicts() if row["id"] not in known]
    shared = {row["id"]: [weight[stem] for stem in stems(row["text"]) if stem in weight] for row in rows}
    likely = sorted((name for name in shared if len(shared[name]) >= SHARED), key=lambda n: (-sum(shared[n]), n))
    matched = "in like words, with a source cited; not joined to the above"
    return trace_claims(store, Question(found.question.text), matched, likely[:limit], rule=rule)


def stems(text: str) -> set[str]:
    """The first letters of the longer words.

    >>> sorted(stems("the North Korean troops"))
    ['korea', 'north', 'troop']
    """
    return {word[:STEM] for word in words(text) if len(word) >= SHORTEST}
