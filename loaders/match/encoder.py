"""What a text means, as a vector: all-MiniLM-L6-v2 by ONNX Runtime on the CPU."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import numpy as np
from tokenizers import Encoding, Tokenizer

from loaders.attribute.tagger import MODEL as TAGGER
from loaders.session import session

MODEL = Path(__file__).parent / "model"
WIDTH = 384
PIECES = 256
"""Word pieces of a text that are read: as many as the encoder was trained with."""
LONGEST = 16 * PIECES
"""Code points of a text that are looked at for them."""

Vectors = np.ndarray[tuple[int, int], np.dtype[np.float32]]
Vector = np.ndarray[tuple[int], np.dtype[np.float32]]


class Encoder:
    """The shipped model, opened once. Safe to share between threads; `threads` 0 means all cores.

    Each text is run by itself, on one thread: so its vector is the same to the last bit whatever it is encoded with,
    and cores are used as well as by batches.
    """

    def __init__(self, file: Path = MODEL / "sentences.onnx", threads: int = 0) -> None:
        self._session = session(file, threads=1)
        self._tokenizer = Tokenizer.from_file(str(TAGGER / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(PIECES)
        self._threads = threads or os.cpu_count() or 1

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The texts' vectors (texts, 384), float32, of unit length: the dot product of two is their cosine.

        A text's vector depends on its first PIECES word pieces only. Any text has one, the empty one too.
        """
        # half a surrogate pair is no text that the tokenizer takes
        plain = [text[:LONGEST].encode("utf-8", "replace").decode() for text in texts]
        read = self._tokenizer.encode_batch(plain)
        with ThreadPoolExecutor(self._threads) as pool:
            rows = list(pool.map(self._vector, read))
        return np.stack(rows) if rows else np.zeros((0, WIDTH), dtype=np.float32)

    def _vector(self, text: Encoding) -> Vector:
        feed = {"ids": np.array([text.ids]), "mask": np.array([text.attention_mask])}
        vector: Vector = self._session.run(["vectors"], feed)[0][0]
        return vector


@cache
def encoder() -> Encoder:
    """The encoder that comes with the package."""
    return Encoder()
