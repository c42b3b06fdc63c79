"""The decoder's path is the best of all paths."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from loaders.attribute.decode import best_path
from loaders.attribute.labels import (
    BEGIN,
    END,
    FORBIDDEN,
    INSIDE,
    LABELS,
    N_BUCKETS,
    N_MARKS,
    SINGLE,
    distance_bucket,
    marked,
    marks,
    runs,
    spread,
)
from loaders.attribute.quotes import quoted

SCORES = st.integers(-8, 8).map(float)


def total(path, emissions, moves, firsts):
    score = firsts[path[0]] + sum(emissions[t][label] for t, label in enumerate(path))
    return score + sum(moves[a][b] for a, b in pairwise(path))


@given(
    arrays("f4", (4, 3), elements=SCORES), arrays("f4", (3, 3), elements=SCORES), arrays("f4", (3,), elements=SCORES)
)
def test_no_path_scores_higher(emissions, moves, firsts):
    found = best_path(emissions, moves, firsts)
    best = max(total(path, emissions, moves, firsts) for path in product(range(3), repeat=4))
    assert total(found, emissions, moves, firsts) == best


def test_no_words_no_path():
    assert best_path(np.zeros((0, 3), "f4"), np.zeros((3, 3), "f4"), np.zeros(3, "f4")) == []


def test_a_span_goes_on_with_its_own_role_until_its_end():
    assert (BEGIN["source"], INSIDE["cue"]) in FORBIDDEN
    assert (BEGIN["cue"], 0) in FORBIDDEN
    assert (END["cue"], INSIDE["cue"]) in FORBIDDEN
    assert (SINGLE["cue"], END["cue"]) in FORBIDDEN
    assert (BEGIN["cue"], INSIDE["cue"]) not in FORBIDDEN
    assert (INSIDE["cue"], END["cue"]) not in FORBIDDEN
    assert (END["cue"], BEGIN["cue"]) not in FORBIDDEN
    allowed = len(LABELS) ** 2 - len(FORBIDDEN)
    assert allowed == 3 * 2 * 2 + (1 + 3 * 2) * (1 + 3 * 2)


@given(st.lists(st.tuples(st.sampled_from([None, "source", "cue", "content"]), st.integers(1, 4)), max_size=8))
def test_runs_are_the_spans_that_were_spread(spans):
    labels, wanted = [], []
    for role, size in spans:
        if role:
            wanted.append((role, len(labels), len(labels) + size))
        labels += spread(0, size, role) if role else [0] * size
    assert runs(labels) == wanted
    assert all(pair not in FORBIDDEN for pair in pairwise(labels))


def test_what_goes_on_from_nothing_opens_its_own_run():
    assert runs([INSIDE["source"], END["source"], 0, END["content"], INSIDE["cue"], INSIDE["content"]]) == [
        ("source", 0, 2),
        ("content", 3, 4),
        ("cue", 4, 5),
        ("content", 5, 6),
    ]


def test_marks_tell_gap_shape_and_quotation():
    text = 'NATO said\n"Yes"'
    seen = marks(text, [(0, 4), (5, 9), (10, 11), (11, 14), (14, 15)], quoted(text))
    assert seen == [marked(0, 2, 2), marked(0, 1, 0), marked(1, 2, 0), marked(1, 0, 1), marked(1, 0, 0)]
    assert max(seen) < N_MARKS


@given(st.integers(0, 5000), st.integers(1, 50), st.integers(0, 5000), st.integers(1, 50))
def test_every_distance_has_a_bucket(a, width_a, b, width_b):
    assert 0 <= distance_bucket((a, a + width_a), (b, b + width_b)) < N_BUCKETS
