"""Which words a text is nearest to in meaning: numbers by which claims are found that tell the same in other words.

Of the 12,000 commonest words in the tokenizer's vocabulary each has its vector; a text is filed under the few that are
nearest to its own, and looked for under those nearest to the question. What is found is then put in order by cosine.
"""

from base64 import b64encode
from dataclasses import dataclass
from functools import cache

import numpy as np

from loaders.match.encoder import MODEL, Vectors, encoder

FILED = 8
"""Words that a claim is filed under."""
ASKED = 16
"""Words that a question is looked for under: .83 of the ten nearest are then among the 1,000 that share most."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A question's vector, 384 int8 as base64, and the numbers of the words nearest to it, nearest first."""

    vector: str
    nearest: tuple[int, ...]


def meaning_of(question: str) -> Meaning:
    """What a question means, to look for claims of like meaning."""
    vectors = encoder().encode([question])
    return Meaning(packed(vectors)[0], tuple(_nearest(vectors, ASKED)[0]))


def packed(vectors: Vectors) -> list[str]:
    """Vectors as they are kept: 384 int8 as base64; cosines change by .003 at the most."""
    return [b64encode(row.tobytes()).decode() for row in np.rint(vectors * 127).astype(np.int8)]


def filed(vectors: Vectors) -> list[str]:
    """The numbers of the FILED words nearest to each vector, nearest first."""
    return [" ".join(map(str, row)) for row in _nearest(vectors, FILED)]


def _nearest(vectors: Vectors, count: int) -> list[list[int]]:
    found: list[list[int]] = np.argsort(-(vectors @ _words().T), axis=1, kind="stable")[:, :count].tolist()
    return found


@cache
def _words() -> Vectors:
    with np.load(MODEL / "words.npz") as file:
        vectors: Vectors = file["vectors"].astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors
