"""The trained tagger: text in, words with scores for each label out, by ONNX Runtime on the CPU."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from graph.model import Span
from loaders.attribute.labels import LABELS, marks
from loaders.attribute.quotes import quoted

MODEL = Path(__file__).parent / "model"
WINDOW = 376
OVERLAP = 48
BATCH = 8
SECTION = 4000
STRETCH = 20_000

Array = np.ndarray[tuple[int, ...], np.dtype[np.float32]]


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of a stretch of text: ids, marks, code-point offsets, and whether each begins a word."""

    ids: tuple[int, ...]
    marks: tuple[int, ...]
    offsets: tuple[Span, ...]
    begins: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The link head's two views (pieces, width) of the pieces from `start` to `end` of a section.

    They are comparable within one view only: the encoder counts positions from each window's start.
    """

    start: int
    end: int
    seek: Array
    cue: Array


@dataclass(frozen=True, slots=True)
class Section:
    """Up to SECTION pieces of a document that are read in one go.

    `words` are code-point offsets; `first` the number of each word's first piece, with one more entry for the end;
    `emissions` (words, labels).
    """

    words: tuple[Span, ...]
    first: tuple[int, ...]
    emissions: Array
    views: tuple[View, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """What is outside the network.

    CRF `moves` (from, to) and scores of the `firsts` label; link bias by bucket of `distance` (buckets, 2: of a source,
    of a content); the score that a cue has no source, `none` (width) of its view plus `none_bias`. `right` weighs
    the signs that an attribution is right.
    """

    moves: Array
    firsts: Array
    distance: Array
    none: Array
    none_bias: float
    right: Array
    version: str


_CLOSING = "\"'”’»)]"


class Tagger:
    """The shipped model, opened once. Safe to share between threads; `threads` 0 means all cores."""

    def __init__(self, folder: Path = MODEL, threads: int = 0) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        options.enable_cpu_mem_arena = False
        self._session = onnxruntime.InferenceSession(
            folder / "tagger.onnx", options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._open, self._close, self._stop = self._marks()
        facts = json.loads((folder / "tagger.json").read_text(encoding="utf-8"))
        self.weights = Weights(
            np.array(facts["moves"], dtype=np.float32),
            np.array(facts["firsts"], dtype=np.float32),
            np.array(facts["distance"], dtype=np.float32),
            np.array(facts["none"], dtype=np.float32),
            facts["none_bias"],
            np.array(facts["right"], dtype=np.float32),
            facts["version"],
        )

    def _marks(self) -> tuple[int, int, int]:
        opens, closes, stop = (self._tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]", "."))
        if opens is None or closes is None or stop is None:
            raise ValueError("the tokenizer has no [CLS], no [SEP] or no full stop")
        return opens, closes, stop

    def read(self, text: str, ranges: tuple[Span, ...]) -> Iterator[Section]:
        """Score the words of the ranges of `text`, each a paragraph, section by section: memory does not grow."""
        ends = {end for _, end in ranges}
        parts = (self._pieces(text, part) for part in _stretches(text, ranges))
        for pieces in _sections(self._stopped(part, text) if _end(part) in ends else part for part in parts):
            yield from self._score([pieces])

    def read_each(self, text: str, ranges: Sequence[Span]) -> list[Section]:
        """Score every range of `text` as a text of its own, all in one go; empty ones are left out."""
        parts = [_joined([self._pieces(text, part) for part in _stretches(text, (span,))]) for span in ranges]
        return self._score([pieces for pieces in parts if pieces.ids])

    def _pieces(self, text: str, part: Span) -> Pieces:
        start, end = part
        encoded = self._tokenizer.encode(_plain(text[start:end]), add_special_tokens=False)
        offsets = tuple((a + start, b + start) for a, b in encoded.offsets)
        begins = tuple(not token.startswith("##") for token in encoded.tokens)
        return Pieces(tuple(encoded.ids), tuple(marks(text, offsets, quoted(text))), offsets, begins)

    def _stopped(self, line: Pieces, text: str) -> Pieces:
        """The line with a full stop of no width, where it has none: a heading would run into what follows."""
        end = _end(line)
        if not text[max(0, end - 4) : end].rstrip(_CLOSING)[-1:].isalnum():
            return line
        return _joined([line, Pieces((self._stop,), (0,), ((end, end),), (False,))])

    def _score(self, texts: list[Pieces]) -> list[Section]:
        cuts = [(k, a, b) for k, pieces in enumerate(texts) for a, b in windows(len(pieces.ids))]
        cuts.sort(key=lambda cut: (cut[2] - cut[1], cut))
        scored: list[list[tuple[View, Array]]] = [[] for _ in texts]
        for i in range(0, len(cuts), BATCH):
            group = cuts[i : i + BATCH]
            rows = self.forward([(texts[k].ids[a:b], texts[k].marks[a:b]) for k, a, b in group])
            for (k, a, b), (emissions, seek, cue) in zip(group, rows, strict=True):
                inside = slice(1, 1 + b - a)
                scored[k].append((View(a, b, seek[inside], cue[inside]), emissions[inside]))
        return [_section(pieces, rows) for pieces, rows in zip(texts, scored, strict=True)]

    def pieces(self, text: str) -> Pieces:
        """The word pieces of a whole text."""
        return self._pieces(text, (0, len(text)))

    def forward(self, windows: Sequence[tuple[tuple[int, ...], tuple[int, ...]]]) -> list[tuple[Array, ...]]:
        """The network's (emissions, seek, cue) for each window's (ids, marks); first and last row are its edges."""
        shape = len(windows), max(len(ids) for ids, _ in windows) + 2
        batch, seen, mask = (np.zeros(shape, dtype=np.int64) for _ in range(3))
        for row, (ids, shown) in enumerate(windows):
            batch[row, : len(ids) + 2] = [self._open, *ids, self._close]
            seen[row, 1 : len(ids) + 1] = shown
            mask[row, : len(ids) + 2] = 1
        out = self._session.run(["emissions", "seek", "cue"], {"ids": batch, "marks": seen, "mask": mask})
        return list(zip(*out, strict=True))


def _section(pieces: Pieces, scored: list[tuple[View, Array]]) -> Section:
    scored.sort(key=lambda pair: pair[0].start)
    length = len(pieces.ids)
    emissions = blended(length, [((view.start, view.end), rows) for view, rows in scored])
    first = [i for i, begins in enumerate(pieces.begins) if begins or i == 0]
    edges = [*first, length]
    words = tuple((pieces.offsets[a][0], pieces.offsets[b - 1][1]) for a, b in pairwise(edges))
    return Section(words, tuple(edges), emissions[first], tuple(view for view, _ in scored))


def blended(length: int, scored: Sequence[tuple[Span, Array]]) -> Array:
    """The emissions (length, labels) of a text from those of its windows; where two overlap, both count."""
    total, weight = np.zeros((length, len(LABELS)), np.float32), np.zeros((length, 1), np.float32)
    for (start, end), emissions in scored:
        share = _fading(start, end, length)
        total[start:end] += share * emissions
        weight[start:end] += share
    mean: Array = total / weight
    return mean


def _fading(start: int, end: int, length: int) -> Array:
    """How much each piece of a window counts (pieces, 1) where two overlap: less near a window's edge."""
    places = np.arange(end - start)
    left = places + 1 if start else np.full_like(places, OVERLAP)
    right = places[::-1] + 1 if end < length else np.full_like(places, OVERLAP)
    return np.minimum(np.minimum(left, right), OVERLAP // 2)[:, None].astype(np.float32)


@cache
def shipped() -> Tagger:
    """The tagger that comes with the package."""
    return Tagger()


def _plain(text: str) -> str:
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text) if not text.isascii() else text


def _stretches(text: str, ranges: tuple[Span, ...]) -> Iterator[Span]:
    for first, end in ranges:
        start = first
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


def _end(pieces: Pieces) -> int:
    """Where the last piece ends in the text, 0 if there is none."""
    return pieces.offsets[-1][1] if pieces.offsets else 0


def _joined(parts: list[Pieces]) -> Pieces:
    return Pieces(
        tuple(i for p in parts for i in p.ids),
        tuple(m for p in parts for m in p.marks),
        tuple(o for p in parts for o in p.offsets),
        tuple(b for p in parts for b in p.begins),
    )


def windows(length: int) -> list[Span]:
    """Windows of WINDOW pieces that overlap by OVERLAP, the last one shifted to the end.

    >>> windows(400)
    [(0, 376), (328, 400)]
    """
    cuts = [(0, min(WINDOW, length))]
    while cuts[-1][1] < length:
        start = cuts[-1][1] - OVERLAP
        cuts.append((start, min(start + WINDOW, length)))
    return cuts
