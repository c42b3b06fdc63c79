"""The trained tagger: text in, words with scores for each label out, by ONNX Runtime on the CPU."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from graph.model import Span
from loaders.attribute.labels import CUES, OUTSIDE, marks
from loaders.attribute.quotes import quoted
from loaders.session import session

MODEL = Path(__file__).parent / "model"
WINDOW = 376
OVERLAP = 48
BATCH = 8
SECTION = 4000
STRETCH = 20_000

OUTPUTS = ("emissions", "seek", "cue", "upstream")

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
    `emissions` (words, labels). `upstream` (words, labels + 1) are the second reader's, who looks for those that others
    pass on and for what the first reader misses; the last column holds the log odds that others rest on the
    attribution whose cue begins at a word.
    """

    words: tuple[Span, ...]
    first: tuple[int, ...]
    emissions: Array
    views: tuple[View, ...]
    upstream: Array

    def upstream_cues(self, least: float) -> list[Span]:
        """The words that to the second reader are cues rather than nothing, by a score of `least`."""
        above = self.upstream[:, list(CUES)].max(1) - self.upstream[:, OUTSIDE]
        return [self.words[k] for k in np.flatnonzero(above > least)]


@dataclass(frozen=True, slots=True)
class Upstream:
    """What the second reader has outside the network: CRF `moves` (from, to) and scores of the `firsts` label."""

    moves: Array
    firsts: Array


@dataclass(frozen=True, slots=True)
class Weights:
    """What the first reader has outside the network.

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
    """The shipped model, opened once. Safe to share between threads; `threads` 0 means all cores.

    `retold` weighs the signs of `retold.py`; None for a model that they were not fitted for.
    """

    def __init__(self, folder: Path = MODEL, threads: int = 0) -> None:
        self._session = session(folder / "tagger.onnx", threads)
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._open, self._close, self._stop = self._marks()
        facts = json.loads((folder / "tagger.json").read_text(encoding="utf-8"))
        self.weights = _weights(facts)
        moves, firsts = (np.array(facts["upstream"][name], dtype=np.float32) for name in ("moves", "firsts"))
        self.upstream = Upstream(moves, firsts)
        retold = folder / "retold.json"
        held = json.loads(retold.read_text(encoding="utf-8"))["weights"] if retold.exists() else None
        self.retold: Array | None = None if held is None else np.array(held, dtype=np.float32)

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
        scored: list[list[tuple[View, Array, Array]]] = [[] for _ in texts]
        for i in range(0, len(cuts), BATCH):
            group = cuts[i : i + BATCH]
            rows = self.forward([(texts[k].ids[a:b], texts[k].marks[a:b]) for k, a, b in group])
            for (k, a, b), row in zip(group, rows, strict=True):
                emissions, seek, cue, upstream = (part[1 : 1 + b - a] for part in row)
                scored[k].append((View(a, b, seek, cue), emissions, upstream))
        return [_section(pieces, rows) for pieces, rows in zip(texts, scored, strict=True)]

    def pieces(self, text: str) -> Pieces:
        """The word pieces of a whole text."""
        return self._pieces(text, (0, len(text)))

    def forward(self, windows: Sequence[tuple[tuple[int, ...], tuple[int, ...]]]) -> list[tuple[Array, ...]]:
        """The network's OUTPUTS for each window's (ids, marks); first and last row are its edges."""
        shape = len(windows), max(len(ids) for ids, _ in windows) + 2
        batch, seen, mask = (np.zeros(shape, dtype=np.int64) for _ in range(3))
        for row, (ids, shown) in enumerate(windows):
            batch[row, : len(ids) + 2] = [self._open, *ids, self._close]
            seen[row, 1 : len(ids) + 1] = shown
            mask[row, : len(ids) + 2] = 1
        out = self._session.run(OUTPUTS, {"ids": batch, "marks": seen, "mask": mask})
        return list(zip(*out, strict=True))


def _weights(facts: dict[str, Any]) -> Weights:
    moves, firsts, distance, none, right = (
        np.array(facts[name], dtype=np.float32) for name in ("moves", "firsts", "distance", "none", "right")
    )
    return Weights(moves, firsts, distance, none, facts["none_bias"], right, facts["version"])


def _section(pieces: Pieces, scored: list[tuple[View, Array, Array]]) -> Section:
    scored.sort(key=lambda row: row[0].start)
    length = len(pieces.ids)
    first = [i for i, begins in enumerate(pieces.begins) if begins or i == 0]
    edges = (*first, length)
    words = tuple((pieces.offsets[a][0], pieces.offsets[b - 1][1]) for a, b in pairwise(edges))
    views = tuple(view for view, *_ in scored)
    spans = [(view.start, view.end) for view in views]
    ours, others = [row[1] for row in scored], [row[2] for row in scored]
    emissions, upstream = (blended(length, list(zip(spans, rows, strict=True)))[first] for rows in (ours, others))
    return Section(words, edges, emissions, views, upstream)


def blended(length: int, scored: Sequence[tuple[Span, Array]]) -> Array:
    """The emissions (length, columns) of a text from those of its windows; where two overlap, both count."""
    columns = scored[0][1].shape[1]
    total, weight = np.zeros((length, columns), np.float32), np.zeros((length, 1), np.float32)
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
