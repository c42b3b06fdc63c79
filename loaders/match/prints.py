"""A text's print: a few of its runs of words, chosen so that copies can be found among millions of texts.

MinHash (Broder 1997): of each of SIZE orders of all possible runs, the first one that the text has. The share of equal
numbers in two prints estimates the share of runs that two texts have in common (Jaccard), to about ±.09 at 128 numbers.
"""

import hashlib
import re

import numpy as np

from graph.ids import fold

SIZE = 128
RUN = 5
"""Words of a run."""
FEWEST = 40
"""Runs below which a text is too short to tell a copy from a phrase."""
_RANDOM = np.random.RandomState(1997)  # its numbers are the same in every version of numpy, for good
_SCALE, _SHIFT = np.frombuffer(_RANDOM.bytes(16 * SIZE), dtype="<u8").astype(np.uint64).reshape(2, SIZE)
_SCALE = _SCALE | np.uint64(1)


def minhash(text: str) -> tuple[int, ...]:
    """The print of a text, SIZE numbers of 32 bits; none for a text with too few words.

    >>> minhash("too short to say")
    ()
    """
    words = re.findall(r"\w+", fold(text))
    runs = {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}
    if len(runs) < FEWEST:
        return ()
    first = np.full(SIZE, np.iinfo(np.uint64).max)
    for number in (_number(run) for run in sorted(runs)):
        # multiply-shift (Dietzfelbinger 1996): products wrap at 64 bits, and the upper half is what is kept
        np.minimum(first, _SCALE * number + _SHIFT, out=first)
    return tuple(int(value) >> 32 for value in first)


def _number(run: str) -> np.uint64:
    return np.uint64(int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest(), "big"))
