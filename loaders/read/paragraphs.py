"""A text as paragraphs, whether they are set apart by blank lines, by single line ends, or are wrapped at a width."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from graph.model import Span

NARROWEST, WIDEST = 40, 120
FEWEST_BREAKS = 3
_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_PROSE_END = re.compile(r"[.!…。][\"'”’»)\]]*$")
_QUESTION_END = re.compile(r"\?[\"'”’»)\]]*$")
# What is left of a no-break space that was decoded wrongly; never the end of an English word.
_STRAY = re.compile(r"(?<!\w)Â$")


class Paragraph(NamedTuple):
    """A range of the text without white space at its ends, its words, and whether a blank line stands before it."""

    start: int
    end: int
    text: str
    apart: bool

    @property
    def span(self) -> Span:
        """Its range as a pair."""
        return self.start, self.end


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a plain text."""
    return joined(text, lines(text))


def lines(text: str) -> list[Paragraph]:
    """Every line that is not blank, without the white space and the stray litter at its ends."""
    found, last = [], 0
    for match in _LINE.finditer(text):
        line = trimmed(text, match.start(), match.end())
        if line:
            found.append(line._replace(apart=_breaks(text[last : line.start]) > 1))
            last = line.end
    return found


def trimmed(text: str, start: int, end: int) -> Paragraph | None:
    """The range without white space at its ends, nor a stray "Â"; None if nothing is left."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    while stray := _STRAY.search(words):
        words = words[: stray.start()].rstrip()
    return Paragraph(start, start + len(words), words, False) if words else None


def joined(text: str, rows: Iterable[Paragraph]) -> list[Paragraph]:
    """Paragraphs of lines: each line is one, but lines that were wrapped at a width are joined.

    A block of lines was wrapped if no line could have held the first word of the next, at the width of the text's
    longest line, and at least half of its line ends stand inside a sentence; so do FEWEST_BREAKS in the text. In any
    text a line that begins in lower case goes on from one that has not ended a sentence.
    """
    blocks = list(_blocks(rows))
    width = max((len(row.text) for block in blocks for row in block if " " in row.text), default=0)
    wrapped = [NARROWEST <= width <= WIDEST and _is_wrapped(block, width) for block in blocks]
    if sum(_open_ends(block) for block, it_was in zip(blocks, wrapped, strict=True) if it_was) < FEWEST_BREAKS:
        wrapped = [False] * len(blocks)
    return [whole for block, it_was in zip(blocks, wrapped, strict=True) for whole in _wholes(text, block, it_was)]


def _wholes(text: str, block: list[Paragraph], wrapped: bool) -> Iterator[Paragraph]:
    first = block[0]
    for here, following in pairwise([*block, None]):
        if here and (following is None or not (wrapped or _goes_on(here.text, following.text))):
            yield Paragraph(first.start, here.end, text[first.start : here.end], first.apart)
            first = following or first


def is_prose(text: str) -> bool:
    """Whether it reads as a sentence, not as a headline, label or link: it ends as one, or is too long for a headline.

    >>> is_prose("The port will close."), is_prose("Port to close, says mayor"), is_prose("Will the port close?")
    (True, False, False)
    """
    if len(text) > 200:
        return True
    count = len(text.split())
    return bool(_PROSE_END.search(text)) or count > 22 or (count > 15 and bool(_QUESTION_END.search(text)))


def _ends(text: str) -> bool:
    return bool(_PROSE_END.search(text) or _QUESTION_END.search(text))


def _breaks(between: str) -> int:
    return len(_BREAK.findall(between))


def _blocks(rows: Iterable[Paragraph]) -> Iterator[list[Paragraph]]:
    block: list[Paragraph] = []
    for row in rows:
        if row.apart and block:
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def _is_wrapped(block: list[Paragraph], width: int) -> bool:
    full = all(
        len(here.text) + 1 + len(following.text.split(maxsplit=1)[0]) > width for here, following in pairwise(block)
    )
    return full and 2 * _open_ends(block) >= len(block) - 1


def _open_ends(block: list[Paragraph]) -> int:
    return sum(not _ends(row.text) for row in block[:-1])


def _goes_on(here: str, following: str) -> bool:
    return following[:1].islower() and " " in following and not _ends(here)
