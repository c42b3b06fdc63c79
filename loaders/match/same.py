"""Whether two claims are the same: decided on what the words show, joined only when sure, else suggested.

A figure, a time, a status, a "not" or a telling word that one has and the other has not keeps two claims apart, however
alike they sound. What is left is scored by a logistic regression, learned on event coreference (ECB+) by
training/claims.py; below its `join` score two claims are only suggested.
"""

import json
from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np

from graph.matches import Match
from graph.model import Claim
from loaders.match.encoder import encoder
from loaders.match.likeness import SIGNS, Told, both, main_figures, named, same_figure, signs, status
from loaders.match.period import overlap
from loaders.match.quoted import shared_quote
from loaders.match.rivals import conflict
from loaders.match.slots import statement
from loaders.match.standalone import bare
from loaders.match.topic import LANDS, apart, spelled, topic

MODEL = Path(__file__).parent / "model" / "same.json"
CLOSE = 0.68
"""The cosine from which on two statements are compared further."""
NEAR, SHARED = 0.85, 0.75
"""The cosine and the share of words from which on words that only one has do not keep two statements apart."""
LIKE, FEW = 0.76, 2
"""The cosine from which on so many words, none a name, do not keep two statements with one figure apart."""
MOST = 6
"""Words that a reason names."""
HALF = 0.5
"""The share of words in common from which on a match in doubt is suggested."""
FEWEST = 3
"""Words of a topic, one beside lands and people, that tell what it is: "North Korean troops" are nothing said."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The learned weights (SIGNS), and the scores from which on two claims are joined and suggested."""

    weights: tuple[float, ...]
    join: float
    suggest: float


@cache
def shipped() -> Weights:
    """The weights that come with the package."""
    read = json.loads(MODEL.read_text(encoding="utf-8"))
    return Weights(tuple(read["weights"][sign] for sign in SIGNS), read["join"], read["suggest"])


def match(a: Claim, b: Claim) -> Match | None:
    """What two claims are to each other, None where nothing much; the same whichever comes first."""
    a, b = sorted((a, b), key=lambda claim: (claim.text, claim.said or "", claim.id))
    one, other = told(a), told(b)
    rival = conflict(one.statement, other.statement)
    if rival:
        return Match("rival", 1.0, rival.why, rival.rule)
    words = shared_quote(a.text, b.text)
    if words:
        return Match("same", 1.0, f"both quote “{words}”")
    return _weighed(one, other)


def _weighed(one: Told, other: Told) -> Match | None:
    score = likeness(one, other)
    if score < shipped().suggest or meaning(one, other) < CLOSE or not (tells(one) and tells(other)):
        return None
    if kept_apart(one, other):
        return None
    reason = doubt(one, other)
    if reason is None and score >= shipped().join:
        return Match("same", score, _alike(one, other))
    if _shared(one, other) < HALF:
        return None
    return Match("maybe", score, f"{_alike(one, other)}, but {reason or 'not alike enough to be sure'}")


def tells(one: Told) -> bool:
    """Whether a statement says enough to be the same as another."""
    return len(one.topic) >= FEWEST and bool(one.topic - LANDS - {"soldiers", "people"})


def meaning(one: Told, other: Told) -> float:
    """The cosine of two statements' vectors."""
    return float(one.vector @ other.vector)


def likeness(one: Told, other: Told) -> float:
    """The chance that two statements are of one thing, by their signs."""
    return float(1 / (1 + np.exp(-(signs(one, other) @ np.array(shipped().weights)))))


def kept_apart(one: Told, other: Told) -> str | None:
    """Why two statements cannot be one however alike they sound, in words; None where they may be."""
    a, b = one.statement, other.statement
    mine, theirs = main_figures(a), main_figures(b)
    if mine and theirs and not _all_same(mine, theirs):
        return "their figures are not the same"
    if both(a.when, b.when) and not overlap(a.when or "", b.when or ""):
        return "they give different times"
    if status(a) != status(b):
        return f"one is of {_STATUS[status(a)]}, the other of {_STATUS[status(b)]}"
    words = set(apart(one.topic, other.topic))
    if words & named(one) - other.topic and words & named(other) - one.topic:
        return "each names what the other does not"
    return "one says that it is not so" if a.so != b.so else None


def doubt(one: Told, other: Told) -> str | None:
    """Why two statements that may be one are only suggested, in words; None where nothing is in doubt."""
    mine, theirs = main_figures(one.statement), main_figures(other.statement)
    if bool(mine) != bool(theirs):
        return "only one gives a figure"
    words = apart(one.topic, other.topic)
    names = set(words) & (one.statement.names | other.statement.names | LANDS)
    if not words or _nearly(one, other):
        return None
    if mine and not names and len(words) <= FEW and meaning(one, other) >= LIKE:
        return None
    text = f"{one.statement.text} {other.statement.text}"
    return f"only one has “{'”, “'.join(spelled(text, words)[:MOST] or words[:MOST])}”"


def _nearly(one: Told, other: Told) -> bool:
    """Whether two statements are so near in words and meaning that a word or two makes no difference."""
    return _shared(one, other) >= SHARED and meaning(one, other) >= NEAR


def _shared(one: Told, other: Told) -> float:
    return len(one.topic & other.topic) / len(one.topic | other.topic)


_STATUS = {"fact": "what is", "ahead": "what is to come", "possible": "what may be"}


def _all_same(mine: Sequence[object], theirs: Sequence[object]) -> bool:
    return len(mine) == len(theirs) and all(any(same_figure(a, b) for b in theirs) for a in mine)  # type: ignore[arg-type]


def _alike(one: Told, other: Told) -> str:
    shared = spelled(one.statement.text, one.topic & other.topic)
    return f"both are about {', '.join(shared[:MOST])}; alike in meaning {meaning(one, other):.2f}"


@lru_cache(maxsize=20_000)
def told(claim: Claim) -> Told:
    """A claim as it is compared, with the vector that it brings; without one it is encoded."""
    read = statement(bare(claim.text), "asserted", claim.said)
    if not claim.vector:
        return Told(read, topic(read), encoder().encode([claim.text])[0])
    vector = np.frombuffer(b64decode(claim.vector), dtype=np.int8).astype(np.float32)
    return Told(read, topic(read), vector / np.linalg.norm(vector))
