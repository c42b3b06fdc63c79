"""The tagger's labels and marks, and the link head's distance buckets: shared by training and reading.

Labels go by words: begin, inside, end of a span of a role, or a span of a single word (BIES), or outside.
"""

import math
from collections.abc import Sequence

from graph.model import Span

ROLES = ("source", "cue", "content")
LABELS = ("O", *(f"{mark}-{role}" for role in ROLES for mark in "BIES"))
OUTSIDE = 0
BEGIN, INSIDE, END, SINGLE = ({role: LABELS.index(f"{mark}-{role}") for role in ROLES} for mark in "BIES")
ROLE = (None, *(role for role in ROLES for _ in "BIES"))
"""The role of each label."""

CUES = tuple(label for label, role in enumerate(ROLE) if role == "cue")
"""The labels of a cue."""

_OPEN = {*BEGIN.values(), *INSIDE.values()}
_GOES_ON = {*INSIDE.values(), *END.values()}

FORBIDDEN: list[tuple[int, int]] = [
    (before, after)
    for before in range(len(LABELS))
    for after in range(len(LABELS))
    if (before in _OPEN or after in _GOES_ON)
    and not (before in _OPEN and after in _GOES_ON and ROLE[before] == ROLE[after])
]
"""(before, after) pairs that cannot be. A text may begin and end inside a span: windows are cut anywhere."""

GAPS = 3
SHAPES = 3
N_MARKS = 2 * GAPS * SHAPES

TABLE = {"source": 0, "content": 1}
"""Which column of the link head's distance biases a role has."""
REACH = 31
N_BUCKETS = 2 * REACH + 3

Range = tuple[int, int]


def distance_bucket(span: Range, cue: Range) -> int:
    """Bucket of the signed gap in pieces from `span` to `cue`: exact to 10, then by logarithm, 0 to N_BUCKETS - 1.

    >>> distance_bucket((0, 3), (3, 4)), distance_bucket((5, 6), (3, 4))
    (33, 30)
    """
    if cue[0] >= span[1]:
        gap = cue[0] - span[1] + 1
    elif cue[1] <= span[0]:
        gap = -(span[0] - cue[1] + 1)
    else:
        return REACH + 1
    size = abs(gap)
    step = size if size <= 10 else min(REACH, 11 + int(math.log2(size / 10) * 5))
    return REACH + 1 + (step if gap > 0 else -step)


def spread(start: int, end: int, role: str) -> list[int]:
    """The labels of a span of words.

    >>> [LABELS[label] for label in spread(3, 6, "cue")]
    ['B-cue', 'I-cue', 'E-cue']
    """
    if end - start == 1:
        return [SINGLE[role]]
    return [BEGIN[role], *[INSIDE[role]] * (end - start - 2), END[role]]


def runs(labels: list[int]) -> list[tuple[str, int, int]]:
    """The (role, start, end) runs in a label sequence; what goes on from nothing opens its own run.

    >>> runs([0, BEGIN["cue"], END["cue"], SINGLE["cue"], INSIDE["source"]])
    [('cue', 1, 3), ('cue', 3, 4), ('source', 4, 5)]
    """
    out: list[tuple[str, int, int]] = []
    for i, label in enumerate(labels):
        role = ROLE[label]
        if role is None:
            continue
        if i and label in _GOES_ON and labels[i - 1] in _OPEN and ROLE[labels[i - 1]] == role:
            out[-1] = (role, out[-1][1], i + 1)
        else:
            out.append((role, i, i + 1))
    return out


def marks(text: str, pieces: Sequence[Span], quoted: bytes) -> list[int]:
    """What the uncased pieces do not tell, a number below N_MARKS for each.

    It holds the gap before the piece (none, space, line break), its shape (no capital, capital first, all capitals)
    and whether it is inside quotation marks; `quoted` has a flag for each code point of `text`.
    """
    out, before = [], 0
    for start, end in pieces:
        gap = 0 if start == before and start else 2 if not start or "\n" in text[before:start] else 1
        first = text[start : start + 1]
        shape = 0 if not first.isupper() else 2 if end - start > 1 and text[start:end].isupper() else 1
        out.append(marked(quoted[start], gap, shape))
        before = end
    return out


def marked(quoted: int, gap: int, shape: int) -> int:
    """The mark with these parts."""
    return (quoted * GAPS + gap) * SHAPES + shape
