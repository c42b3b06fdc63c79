"""An article as the tagger sees it while it learns: pieces, marks, labels, and windows that are cut from them."""

import bisect
import itertools
import random
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from loaders.attribute.labels import GAPS, ROLES, SHAPES, marks, spread
from loaders.attribute.quotes import quoted
from training.corpus import Article

WINDOW = 256


@dataclass
class Example:
    """An article in pieces. `words` holds the first piece of every word.

    Labels and owners (the attribution's number, or -1) go by word; `homes` has the words of each attribution's source,
    `upstream` the numbers of those that others rest on.
    `marked` is false for a text that nobody has marked; `taught` holds a teacher's emissions (words, labels), if any.
    """

    ids: np.ndarray
    marks: np.ndarray
    words: np.ndarray
    labels: np.ndarray
    owners: np.ndarray
    homes: dict[int, set[int]]
    upstream: frozenset[int] = frozenset()
    marked: bool = True
    taught: np.ndarray | None = None


@dataclass
class Window:
    """The words from `first` to `last` (exclusive) of an example."""

    example: Example
    first: int
    last: int

    def pieces(self) -> tuple[int, int]:
        words, ids = self.example.words, self.example.ids
        return int(words[self.first]), int(words[self.last]) if self.last < len(words) else len(ids)


def prepare(article: Article, tokenizer: Tokenizer) -> Example:
    """Label an article's words; where attributions overlap, the later one in the file has the word."""
    encoded = tokenizer.encode(article.text, add_special_tokens=False)
    tokens, offsets = encoded.tokens, encoded.offsets
    starts = [i for i, token in enumerate(tokens) if not token.startswith("##")]
    ends = [*starts[1:], len(tokens)]
    edges = [(offsets[a][0], offsets[b - 1][1]) for a, b in zip(starts, ends, strict=True)]
    held: list[tuple[str, int] | None] = [None] * len(starts)
    homes: dict[int, set[int]] = {}
    for number, gold in enumerate(article.attributions):
        for role in ROLES:
            for s, e in gold.spans[role]:
                first = bisect.bisect_right(edges, s, key=lambda edge: edge[1])
                last = bisect.bisect_left(edges, e, key=lambda edge: edge[0])
                held[first:last] = [(role, number)] * (last - first)
                if role == "source":
                    homes.setdefault(number, set()).update(range(first, last))
    labels: list[int] = []
    for holder, group in itertools.groupby(held):
        size = len(list(group))
        labels += spread(0, size, holder[0]) if holder else [0] * size
    owners = [holder[1] if holder else -1 for holder in held]
    seen = marks(article.text, offsets, quoted(article.text))
    parts = (np.array(row) for row in (encoded.ids, seen, starts, labels, owners))
    upstream = frozenset(number for number, gold in enumerate(article.attributions) if gold.upstream)
    return Example(*parts, homes, upstream)


def windows(example: Example, offset: int, size: int = WINDOW) -> list[Window]:
    """Cut an example into windows of at most `size` - 2 pieces, the first one `offset` pieces short."""
    out, first, room = [], 0, size - 2 - offset
    for i in range(len(example.words) + 1):
        end = int(example.words[i]) if i < len(example.words) else len(example.ids)
        if i > first and end - int(example.words[first]) > room:
            out.append(Window(example, first, i - 1 if i - 1 > first else i))
            first, room = out[-1].last, size - 2
    if first < len(example.words):
        out.append(Window(example, first, len(example.words)))
    return [w for w in out if 8 < w.pieces()[1] - w.pieces()[0] <= size - 2]


def passages(example: Example, size: int = WINDOW) -> list[Window]:
    """Cut an example at its paragraphs, one or two to a window: short texts are read too, contents among them."""
    gaps = example.marks[example.words] // SHAPES % GAPS
    starts = [i for i in range(len(gaps)) if i == 0 or gaps[i] == 2]
    edges = [start for i, start in enumerate(starts) if i == 0 or random.random() < 0.7] + [len(gaps)]
    cut = [Window(example, first, last) for first, last in itertools.pairwise(edges)]
    return [w for w in cut if 8 < w.pieces()[1] - w.pieces()[0] <= size - 2]
