"""Vectors of what texts mean: near the full model's, and the same whatever they are encoded with."""

from pathlib import Path

import numpy as np
import pytest

from loaders.match.encoder import PIECES, WIDTH, Encoder, encoder

FULL = np.load(Path(__file__).parent / "sentences.npz")  # made by training.sentences' model before it is quantised
TEXTS = [str(text) for text in FULL["texts"]]


def test_vectors_are_those_of_the_full_model_but_for_a_trace():
    assert ((encoder().encode(TEXTS) * FULL["vectors"]).sum(1) > 0.995).all()


def test_a_vector_is_the_same_to_the_bit_whatever_it_is_encoded_with():
    alone = np.concatenate([Encoder(threads=1).encode([text]) for text in TEXTS])
    assert (encoder().encode(TEXTS * 3) == np.tile(alone, (3, 1))).all()
    assert (encoder().encode(TEXTS[::-1]) == alone[::-1]).all()


def test_what_means_the_same_is_nearer_than_what_does_not():
    one, same, other = encoder().encode(["Soldiers were sent abroad", "Troops have left the country", "It rains"])
    assert one @ same > one @ other + 0.3


@pytest.mark.parametrize("text", ["", " \n", "\ud800", "\0", "🪖" * 9000, "word " * 100_000, "a" * 1_000_000])
def test_any_text_has_a_vector_of_unit_length(text):
    (vector,) = encoder().encode([text])
    assert vector.shape == (WIDTH,)
    assert vector.dtype == np.float32
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


def test_no_texts_have_no_vectors():
    assert encoder().encode([]).shape == (0, WIDTH)


def test_a_text_is_read_as_far_as_the_model_was_trained():
    assert (encoder().encode(["word " * PIECES])[0] == encoder().encode(["word " * PIECES + "more"])[0]).all()
