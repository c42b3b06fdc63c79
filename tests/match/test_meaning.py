"""Words that a text is nearest to: the same for the same text, shared by texts that tell the same."""

from base64 import b64decode

import numpy as np

from loaders.match.encoder import WIDTH, encoder
from loaders.match.meaning import ASKED, FILED, filed, meaning_of, packed


def near(text: str) -> set[str]:
    return set(filed(encoder().encode([text]))[0].split())


def test_texts_that_tell_the_same_are_filed_under_the_same_words():
    assert len(near("Soldiers were sent to Russia") & near("Moscow has received troops")) >= 2
    assert not near("Soldiers were sent to Russia") & near("It rains in the mountains")


def test_a_question_is_looked_for_under_the_words_that_it_would_be_filed_under():
    asked = meaning_of("Soldiers were sent to Russia")
    assert len(asked.nearest) == len(set(asked.nearest)) == ASKED
    assert list(map(str, asked.nearest[:FILED])) == filed(encoder().encode(["Soldiers were sent to Russia"]))[0].split()


def test_vectors_keep_their_direction_when_they_are_packed():
    vectors = encoder().encode(["Soldiers were sent to Russia", "It rains", ""])
    kept = np.frombuffer(b"".join(map(b64decode, packed(vectors))), dtype=np.int8).reshape(3, WIDTH).astype(np.float32)
    assert ((kept * vectors).sum(1) / np.linalg.norm(kept, axis=1) > 0.995).all()


def test_no_vectors_are_filed_nowhere():
    assert (filed(encoder().encode([])), packed(encoder().encode([]))) == ([], [])
