"""Small sums with ranges of text."""

import re
from collections.abc import Iterable, Sequence

from graph.model import Span

_EDGE = " \t\r\n,;:–—-"
_SPACE = re.compile(r"\s*")
_THAT = re.compile(r"that\s+", re.IGNORECASE)
_REST_OF_WORD = re.compile(r"(?<=\w)-\w[\w-]*|(?<=\w-)\w[\w-]*|(?<=\w)\.[A-Za-z][a-z]{1,5}\b")
_TIME = re.compile(
    r"(?:,?\s+(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\s+(?:last|this)\s+(?:week|month|year)"
    r"|\s+(?:today|yesterday))+(?!\w)\Z"
)
_SOONER = re.compile(r"(?:Earlier|Previously|Meanwhile|Separately),?\s+(?=the\s|[A-Z])")
_DATED = re.compile(
    r"\b(?:released|published|issued|conducted|posted|taken|held|dated|made|signed|filed|aired)"
    r"(?:\s+(?:earlier|late|early))?\s*\Z"
)
"""What a time belongs to within a name: "a report released last week"."""
_FRONT_OF_NAME = re.compile(r"(?<!\S)\w+\.\Z")
SHORTEST = 5
"""Code points of a range that holds anything to be said."""


def touches(span: Span, spans: Iterable[Span]) -> bool:
    """Whether a range shares a code point with one of others."""
    return any(span[0] < end and start < span[1] for start, end in spans)


def gap(a: Sequence[Span], b: Sequence[Span]) -> int:
    """The code points between two sets of ranges, 0 where they meet."""
    return min(max(x[0] - y[1], y[0] - x[1], 0) for x in a for y in b)


def length(spans: Iterable[Span]) -> int:
    """The code points of ranges."""
    return sum(end - start for start, end in spans)


def common(spans: Iterable[Span], others: Sequence[Span]) -> list[Span]:
    """What ranges have in common with others, piece by piece."""
    return [(max(s, a), min(e, b)) for s, e in spans for a, b in others if max(s, a) < min(e, b)]


def up_to(text: str, start: int, end: int) -> Span:
    """A range without a comma and white space at its end."""
    return start, start + len(text[start:end].rstrip(" ,"))


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


def whole_name(text: str, span: Span) -> Span:
    """A name with what belongs to its first and last word, "Sun-won", "News.az", without a time behind or '' before it.

    >>> whole_name("Park Sun-won said", (0, 8)), whole_name("as News.az reports", (8, 10))
    ((0, 12), (3, 10))
    >>> whole_name("The mayor on Monday said", (0, 19))
    (0, 9)
    """
    start, end = span
    start += 2 if text.startswith("''", start) and end - start > SHORTEST else 0
    sooner = _SOONER.match(text, start, end)
    start = sooner.end() if sooner else start
    rest = _REST_OF_WORD.match(text, end)
    end = rest.end() if rest else end
    time = _TIME.search(text, start, end)
    front = _FRONT_OF_NAME.search(text, max(0, start - 30), start) if start and not sooner else None
    cut = time if time and time.start() > start and not _DATED.search(text, start, time.start()) else None
    return front.start() if front else start, cut.start() if cut else end


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
