"""The trained tagger: text in, words with scores for each label out, by ONNX Runtime on the CPU."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from graph.model import Span

MODEL = Path(__file__).parent / "model"
WINDOW = 254
OVERLAP = 64
BATCH = 8
SECTION = 4000
STRETCH = 20_000

Array = np.ndarray[tuple[int, ...], np.dtype[np.float32]]


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of a stretch of text: their ids, code-point offsets, and whether each begins a word."""

    ids: tuple[int, ...]
    offsets: tuple[Span, ...]
    begins: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Up to SECTION pieces of a document that are read in one go.

    `words` are code-point offsets; `first` the number of each word's first piece, with one more entry for the end.
    `emissions` (words, labels); `seek` and `cue` (pieces, width) are the link head's two views.
    """

    words: tuple[Span, ...]
    first: tuple[int, ...]
    emissions: Array
    seek: Array
    cue: Array


@dataclass(frozen=True, slots=True)
class Weights:
    """What is outside the network: CRF moves (from, to), scores of the first label, link bias by distance bucket."""

    moves: Array
    firsts: Array
    distance: Array
    version: str


class Tagger:
    """The shipped model, opened once. Safe to share between threads; `threads` 0 means all cores."""

    def __init__(self, folder: Path = MODEL, threads: int = 0):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        options.enable_cpu_mem_arena = False
        self._session = onnxruntime.InferenceSession(folder / "tagger.onnx", options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._open = self._tokenizer.token_to_id("[CLS]")
        self._close = self._tokenizer.token_to_id("[SEP]")
        facts = json.loads((folder / "tagger.json").read_text(encoding="utf-8"))
        self.weights = Weights(
            np.array(facts["moves"], dtype=np.float32),
            np.array(facts["firsts"], dtype=np.float32),
            np.array(facts["distance"], dtype=np.float32),
            facts["version"],
        )

    def read(self, text: str, ranges: tuple[Span, ...]) -> Iterator[Section]:
        """Score the words of the ranges of `text`, section by section, so that memory does not grow with length."""
        for pieces in _sections(self._pieces(text, part) for part in _stretches(text, ranges)):
            yield self._score(pieces)

    def _pieces(self, text: str, part: Span) -> Pieces:
        start, end = part
        encoded = self._tokenizer.encode(_plain(text[start:end]), add_special_tokens=False)
        offsets = tuple((a + start, b + start) for a, b in encoded.offsets)
        return Pieces(tuple(encoded.ids), offsets, tuple(not token.startswith("##") for token in encoded.tokens))

    def _score(self, pieces: Pieces) -> Section:
        cuts = _windows(len(pieces.ids))
        emissions, seek, cue = (np.concatenate(part) for part in zip(*self._stitched(pieces.ids, cuts), strict=True))
        first = [i for i, begins in enumerate(pieces.begins) if begins or i == 0]
        edges = [*first, len(pieces.ids)]
        words = tuple((pieces.offsets[a][0], pieces.offsets[b - 1][1]) for a, b in pairwise(edges))
        return Section(words, tuple(edges), emissions[first], seek, cue)

    def _stitched(self, ids: tuple[int, ...], cuts: list[Span]) -> Iterator[tuple[Array, ...]]:
        for k in range(0, len(cuts), BATCH):
            group = cuts[k : k + BATCH]
            for (a, b), rows in zip(group, self._run(ids, group), strict=True):
                head = 0 if a == 0 else OVERLAP // 2
                tail = b - a if b == len(ids) else b - a - OVERLAP // 2
                yield tuple(row[1 + head : 1 + tail] for row in rows)

    def _run(self, ids: tuple[int, ...], group: list[Span]) -> list[tuple[Array, ...]]:
        width = max(b - a for a, b in group) + 2
        batch = np.zeros((len(group), width), dtype=np.int64)
        mask = np.zeros_like(batch)
        for row, (a, b) in enumerate(group):
            batch[row, : b - a + 2] = [self._open, *ids[a:b], self._close]
            mask[row, : b - a + 2] = 1
        out = self._session.run(["emissions", "seek", "cue"], {"ids": batch, "mask": mask})
        return list(zip(*out, strict=True))


@cache
def shipped() -> Tagger:
    """The tagger that comes with the package."""
    return Tagger()


def _plain(text: str) -> str:
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text) if not text.isascii() else text


def _stretches(text: str, ranges: tuple[Span, ...]) -> Iterator[Span]:
    for start, end in ranges:
        while end - start > STRETCH:
            cut = max(text.rfind(mark, start + STRETCH // 2, start + STRETCH) for mark in "\n .")
            cut = start + STRETCH if cut < 0 else cut + 1
            yield start, cut
            start = cut
        yield start, end


def _sections(parts: Iterator[Pieces]) -> Iterator[Pieces]:
    held: list[Pieces] = []
    for part in parts:
        if held and sum(len(p.ids) for p in held) + len(part.ids) > SECTION:
            yield _joined(held)
            held = []
        if part.ids:
            held.append(part)
    if held:
        yield _joined(held)


def _joined(parts: list[Pieces]) -> Pieces:
    return Pieces(
        tuple(i for p in parts for i in p.ids),
        tuple(o for p in parts for o in p.offsets),
        tuple(b for p in parts for b in p.begins),
    )


def _windows(length: int) -> list[Span]:
    """Windows of WINDOW pieces that overlap by OVERLAP, the last one shifted to the end.

    >>> _windows(300)
    [(0, 254), (190, 300)]
    """
    cuts = [(0, min(WINDOW, length))]
    while cuts[-1][1] < length:
        start = cuts[-1][1] - OVERLAP
        cuts.append((start, min(start + WINDOW, length)))
    return cuts
