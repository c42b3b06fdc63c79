"""Prints of texts: copies have like ones, other texts on the same matter have not."""

import random

from graph.copies import bands, similarity
from loaders.match.prints import minhash

WORDS = [f"word{n}" for n in range(400)]


def text(seed, size=300):
    return " ".join(random.Random(seed).choices(WORDS, k=size))


def test_case_marks_and_line_breaks_do_not_matter():
    one = text(1)
    assert minhash(one.upper().replace(" word", ",\n“word")) == minhash(one)


def test_a_cut_copy_with_another_headline_is_found_and_another_text_is_not():
    one = text(1)
    copy = "A headline of the paper's own. " + one[: int(len(one) * 0.85)]
    assert 0.65 < similarity(minhash(one), minhash(copy)) < 0.95
    assert set(bands(minhash(one)).items()) & set(bands(minhash(copy)).items())
    assert similarity(minhash(one), minhash(text(2))) < 0.1
    assert not set(bands(minhash(one)).items()) & set(bands(minhash(text(2))).items())


def test_the_estimate_is_near_the_truth():
    one = text(1, 1000)
    errors = []
    for share in (0.2, 0.5, 0.8):
        other = " ".join(one.split()[: int(1000 * share)]) + " " + text(3, 1000 - int(1000 * share))
        runs = [{tuple(t.split()[i : i + 5]) for i in range(996)} for t in (one, other)]
        truth = len(runs[0] & runs[1]) / len(runs[0] | runs[1])
        errors.append(abs(similarity(minhash(one), minhash(other)) - truth))
    assert max(errors) < 0.12


def test_a_short_text_has_no_print_and_is_no_copy():
    assert minhash("the same short words " * 10) == ()
    assert bands(()) == {}
