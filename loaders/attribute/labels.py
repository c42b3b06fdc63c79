"""The tagger's labels (BIO over words) and the link head's distance buckets: shared by training and reading."""

import math

ROLES = ("source", "cue", "content")
LABELS = ("O", *(f"{mark}-{role}" for role in ROLES for mark in "BI"))
OUTSIDE = 0
BEGIN = {role: LABELS.index(f"B-{role}") for role in ROLES}
INSIDE = {role: LABELS.index(f"I-{role}") for role in ROLES}

FORBIDDEN: list[tuple[int | None, int]] = [
    (before, INSIDE[role])
    for role in ROLES
    for before in (None, *range(len(LABELS)))
    if before not in (BEGIN[role], INSIDE[role])
]
"""(before, after) pairs that BIO rules out; before None is the start of the text."""

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


def runs(labels: list[int]) -> list[tuple[str, int, int]]:
    """The (role, start, end) runs in a BIO label sequence; an I that continues nothing opens its own run.

    >>> runs([0, BEGIN["cue"], INSIDE["cue"], BEGIN["cue"], INSIDE["source"]])
    [('cue', 1, 3), ('cue', 3, 4), ('source', 4, 5)]
    """
    out: list[tuple[str, int, int]] = []
    for i, label in enumerate(labels):
        if label == OUTSIDE:
            continue
        role = LABELS[label][2:]
        if label == INSIDE[role] and out and out[-1][0] == role and out[-1][2] == i:
            out[-1] = (role, out[-1][1], i + 1)
        else:
            out.append((role, i, i + 1))
    return out
