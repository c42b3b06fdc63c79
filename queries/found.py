"""Candidates for a search, from the indexes by words and by meaning, in an order that is the same on both engines.

An engine's own score only picks which candidates come back where there are more than `MOST`.
"""

import math
from base64 import b64decode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from graph.lookup import MEANING, WORDS, Label
from graph.store import Store
from graph.words import COMMON, LONGEST, beginning, words

MOST = 200
NEAREST = 3000
"""Claims whose vectors are compared with the question's."""
LARGE, FEWER = 200_000, 8
"""In a store of more claims than LARGE, only those are looked at that share one of the FEWER nearest words."""
CLOSE = 0.4
"""The least cosine that counts as like meaning; texts that have nothing to do with each other are at 0 to 0.3."""
LONGEST_QUESTION = 12
"""Words of a question that are looked for: the first ones, of those that tell texts apart."""
RAREST = 5
"""Words of a question, those UNKNOWN aside, by which texts are looked for that have only some of them."""
CAP = 1000
"""Texts from which on a word counts as being in many."""
UNKNOWN = math.log(1 + CAP)
"""The weight of a word that one claim has or none: to ask an index for it costs nothing."""
WHOLE, BEGUN = 1.0, 0.6
"""What a word is worth that the text has as it is, and that only begins one."""
SHORTEST = 4
"""Letters of a word that may also be the beginning of one: "war" does not find "warning"."""
MIDDLE = 10.0
"""Words of weight in a middling text."""

_COUNT = """
UNWIND $asked AS one CALL db.index.fulltext.queryNodes($index, one, {limit: $cap}) YIELD node
RETURN one, count(*) AS texts
"""
_FIND = """
CALL db.index.fulltext.queryNodes($index, $asked, {limit: $most}) YIELD node RETURN node.id AS id, node.words AS words
"""
_CLAIMS = "MATCH (c:Claim) RETURN count(c)"
_NEAR = """
CALL db.index.fulltext.queryNodes($index, $asked, {limit: $most}) YIELD node
RETURN node.id AS id, node.vector AS vector
"""


@dataclass(frozen=True, slots=True)
class Found:
    """A node by its id, how well it fits (0 to 1), and which words of the question it has, in the question's order."""

    id: str
    score: float
    words: tuple[str, ...] = ()


def weighty(question: str) -> list[str]:
    """The words of a question that tell texts apart, each once."""
    return list(dict.fromkeys(word[:LONGEST] for word in words(question) if word not in COMMON))[:LONGEST_QUESTION]


def rarity(store: Store, wanted: Sequence[str]) -> dict[str, float]:
    """How much each word weighs, by how few claims have it: from 0.7 for those in CAP or more to UNKNOWN.

    A word that no claim has may still be an actor's name and weighs most.
    """
    asked = {word: _asked(word) for word in wanted}
    values = {"index": WORDS["Claim"], "asked": list(asked.values()), "cap": CAP}
    counts: dict[str, int] = dict(store.read(_COUNT, values).rows)
    return {word: math.log(1 + CAP / counts.get(one, 1)) for word, one in asked.items()}


def by_words(
    store: Store, label: Label, wanted: Sequence[str], enough: int, weigh: Callable[[], Mapping[str, float]]
) -> list[Found]:
    """The nodes of a label that have most of the wanted words, best first.

    Where `enough` have all of the words, those that have some are not looked for; else `weigh` tells what each word
    counts, and those are looked for that have any of the rarest. An index takes about a microsecond for every text that
    has a word that is asked for, so as little as can be is asked.
    """
    if not wanted:
        return []
    weights: Mapping[str, float] = dict.fromkeys(wanted, 1.0)
    rows: dict[str, str] = {}
    if len(wanted) <= RAREST:
        rows = _rows(store, label, " ".join(f"+{_asked(word)}" for word in wanted))
    if len(rows) < enough and len(wanted) > 1:
        weights = weigh()
        order = sorted(wanted, key=weights.__getitem__, reverse=True)
        free = sum(weights[word] == UNKNOWN for word in wanted)
        rows |= _rows(store, label, " ".join(map(_asked, order[: free + RAREST])))
    return sorted((_scored(name, told.split(" "), weights) for name, told in rows.items()), key=_order)


def _rows(store: Store, label: Label, asked: str) -> dict[str, str]:
    return dict(store.read(_FIND, {"index": WORDS[label], "asked": asked, "most": MOST}).rows)


def by_meaning(store: Store, vector: str, nearest: Sequence[int]) -> list[Found]:
    """The claims nearest to a vector (384 int8 as base64) that are filed under any of these numbers, best first."""
    if not nearest:
        return []
    asked = nearest[:FEWER] if store.read(_CLAIMS).rows[0][0] > LARGE else nearest
    values = {"index": MEANING, "asked": " ".join(map(str, asked)), "most": NEAREST}
    rows = [row for row in store.read(_NEAR, values).rows if row[1]]
    if not rows:
        return []
    own = np.frombuffer(b64decode(vector), dtype=np.int8).astype(np.float32)
    others = np.frombuffer(b64decode("".join(row[1] for row in rows)), dtype=np.int8).astype(np.float32)
    others = others.reshape(len(rows), -1)
    cosines = (others @ own) / (np.linalg.norm(others, axis=1) * np.linalg.norm(own) + 1e-9)
    found = [Found(row[0], round(float(cosine), 4)) for row, cosine in zip(rows, cosines, strict=True)]
    return sorted((one for one in found if one.score >= CLOSE), key=_order)[:MOST]


def _asked(word: str) -> str:
    return beginning(word) if len(word) >= SHORTEST else word


def _scored(name: str, told: Sequence[str], weights: Mapping[str, float]) -> Found:
    worth = {word: _worth(word, told) for word in weights}
    sum_of = sum(weight * worth[word] for word, weight in weights.items())
    brevity = 2.2 / (1 + 1.2 * (0.25 + 0.75 * len(told) / MIDDLE))  # BM25's (Robertson and Walker 1994), each word once
    return Found(name, round(sum_of * brevity, 6), tuple(word for word in weights if worth[word]))


def _worth(word: str, told: Sequence[str]) -> float:
    if word in told:
        return WHOLE
    return BEGUN if len(word) >= SHORTEST and any(other.startswith(word) for other in told) else 0.0


def _order(found: Found) -> tuple[float, str]:
    return (-found.score, found.id)
