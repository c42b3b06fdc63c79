"""The decoder's path is the best of all paths."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from loaders.attribute.decode import best_path
from loaders.attribute.labels import BEGIN, FORBIDDEN, INSIDE, LABELS, N_BUCKETS, distance_bucket, runs

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


def test_bio_forbids_what_continues_nothing():
    assert (None, INSIDE["cue"]) in FORBIDDEN
    assert (BEGIN["source"], INSIDE["cue"]) in FORBIDDEN
    assert (BEGIN["cue"], INSIDE["cue"]) not in FORBIDDEN
    assert len(FORBIDDEN) == 3 * (len(LABELS) + 1 - 2)


def test_runs_end_where_the_role_or_the_mark_changes():
    labels = [BEGIN["source"], INSIDE["source"], 0, BEGIN["content"], BEGIN["content"], INSIDE["content"]]
    assert runs(labels) == [("source", 0, 2), ("content", 3, 4), ("content", 4, 6)]


@given(st.integers(0, 5000), st.integers(1, 50), st.integers(0, 5000), st.integers(1, 50))
def test_every_distance_has_a_bucket(a, width_a, b, width_b):
    assert 0 <= distance_bucket((a, a + width_a), (b, b + width_b)) < N_BUCKETS
