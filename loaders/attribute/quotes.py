"""Which words are inside quotation marks, and so whether a content is direct, indirect or mixed (Pareti 2015)."""

import re
from collections.abc import Sequence
from functools import lru_cache

from graph.model import Mode, Span

OPENERS, CLOSERS = "“«„", "”»"
OPENING = frozenset([*OPENERS, '"'])
"""Marks that a quotation may begin with."""
_WHOLE = re.compile(rf"[{OPENERS}\"][^{OPENERS}{CLOSERS}\"]*[{CLOSERS}\"]")
"""A quotation from its first mark to its last, whatever line breaks are in it."""


@lru_cache(maxsize=4)
def quoted(text: str) -> bytes:
    """1 for each code point inside double quotation marks, marks included; a line break closes an open quotation.

    >>> list(quoted('a "b" c'))
    [0, 0, 1, 1, 1, 0, 0]
    """
    flags = bytearray(len(text))
    inside = False
    for i, mark in enumerate(text):
        if mark == '"':
            flags[i], inside = 1, not inside
        elif mark in OPENERS or mark in CLOSERS:
            flags[i], inside = 1, mark in OPENERS
        else:
            inside = inside and mark != "\n"
            flags[i] = inside
    return bytes(flags)


def mode(content: Sequence[Span], text: str) -> Mode:
    """Direct where all of the content's words are quoted, mixed where some are, else indirect.

    >>> mode([(0, 5)], '"Yes" he said'), mode([(0, 10)], 'not "yes" now'), mode([(0, 3)], 'yes')
    ('direct', 'mixed', 'indirect')
    """
    if len(content) == 1 and _WHOLE.fullmatch(text, *content[0]):
        return "direct"
    flags = quoted(text)
    marks = [flags[p] for start, end in content for p in range(start, end) if text[p].isalnum()]
    if not any(marks):
        return "indirect"
    return "direct" if sum(marks) >= 0.98 * len(marks) else "mixed"


def quotations(text: str, within: Span) -> list[Span]:
    """The runs of quoted code points in a range, marks included.

    >>> quotations('"a" and "b"', (0, 11))
    [(0, 3), (8, 11)]
    """
    flags = quoted(text)
    out: list[Span] = []
    at = flags.find(1, *within)
    while at >= 0:
        end = flags.find(0, at, within[1])
        end = within[1] if end < 0 else end
        out += _split(text, at, end)
        at = flags.find(1, end, within[1])
    return out


def _split(text: str, start: int, end: int) -> list[Span]:
    """A run of quoted code points at closing marks that stand in it: one quotation right after another."""
    out = []
    for i in range(start + 1, end - 1):
        if text[i] in CLOSERS:
            out.append((start, i + 1))
            start = i + 1
    return [*out, (start, end)]
