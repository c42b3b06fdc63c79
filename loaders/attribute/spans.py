"""Small sums with ranges of text."""

import re
from collections.abc import Iterable, Sequence

from graph.model import Span

_EDGE = " \t\r\n,;:–—-"
_SPACE = re.compile(r"\s*")
_THAT = re.compile(r"that\s+", re.IGNORECASE)
_REST_OF_WORD = re.compile(r"(?<=\w)-\w[\w-]*|(?<=\w-)\w[\w-]*")
SHORTEST = 5
"""Code points of a range that holds anything to be said."""


def touches(span: Span, spans: Iterable[Span]) -> bool:
    """Whether a range shares a code point with one of others."""
    return any(span[0] < end and start < span[1] for start, end in spans)


def gap(a: Sequence[Span], b: Sequence[Span]) -> int:
    """The code points between two sets of ranges, 0 where they meet."""
    return min(max(x[0] - y[1], y[0] - x[1], 0) for x in a for y in b)


def without(spans: Iterable[Span], cut: Span, text: str) -> list[Span]:
    """Ranges with a range cut out, what is left of a cut one trimmed.

    >>> said = "It rained, as he told us, for a week."
    >>> [said[start:end] for start, end in without([(0, 36)], (11, 24), said)]
    ['It rained', 'for a week']
    """
    out: list[Span] = []
    for start, end in spans:
        if not touches(cut, [(start, end)]):
            out.append((start, end))
            continue
        sides = (trimmed(text, (start, cut[0])), trimmed(text, (cut[1], end)))
        out += [side for side in sides if side]
    return out


def word_end(text: str, end: int) -> int:
    """Where a name's last word ends that goes on behind a hyphen.

    >>> word_end("Park Sun-won said", 9)
    12
    """
    rest = _REST_OF_WORD.match(text, end)
    return rest.end() if rest else end


def word_start(text: str, start: int) -> int:
    """Where the white space at `start` ends."""
    found = _SPACE.match(text, start)
    return found.end() if found else start


def trimmed(text: str, span: Span, *, that: bool = False) -> Span | None:
    """A range without white space and punctuation at its edges, and without "that" if asked; None if little is left."""
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    lead = _THAT.match(text, start, end) if that else None
    start = lead.end() if lead else start
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return (start, end) if end - start > SHORTEST and any(c.isalnum() for c in text[start:end]) else None


def words(text: str, spans: Iterable[Span]) -> str:
    """The words of ranges, one after the other."""
    return " ".join(text[start:end] for start, end in spans)
