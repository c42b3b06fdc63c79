"""Markdown as paragraphs of its own text, with the offsets of the file; marks, code and images are left out."""

import re
from collections.abc import Iterator

from graph.model import Span
from loaders.read.paragraphs import Paragraph, joined, lines

_FENCE = re.compile(r"(`{3,}|~{3,})")
_HEADING = re.compile(r"#{1,6}[ \t]+(.*?)[ \t]*#*$")
_MARK = re.compile(r"(?:>[ \t]?)+|(?:[-*+]|\d{1,3}[.)])[ \t]+(?=\S)")
_IMAGE = r"\[?!\[[^\]]{0,500}\](?:\([^()]{0,500}\)|\[[^\]]{0,100}\])(?:\]\([^()]{0,500}\))?"
_IMAGES = re.compile(rf"(?:{_IMAGE}\s*)+")
_APART = re.compile(r"\[[^\]]{1,100}\]:\s*\S.*|<!--.*-->|={3,}|\|?[ \t:|-]{3,}\|?")
_LINK = re.compile(r"(?<!!)(\[)[^\[\]]{1,300}(\]\([^()\s]{0,1000}(?:\s\"[^\"]{0,300}\")?\))")


def markdown_paragraphs(text: str, start: int) -> tuple[list[Paragraph], Span | None]:
    """The paragraphs from `start` on, and the range of the first heading of level one."""
    found: list[Paragraph] = []
    headline: Span | None = None
    apart = True
    for line in _unfenced(line for line in lines(text) if line.start >= start):
        words, offset = _words(line.text)
        apart = apart or line.apart or bool(offset)
        if words:
            row = Paragraph(line.start + offset, line.start + offset + len(words), words, apart)
            if headline is None and line.text.startswith(("# ", "#\t")):
                headline = row.span
            found.append(row)
        apart = not words or line.text.startswith("#")
    return joined(text, found), headline


def link_targets(text: str, found: list[Paragraph]) -> list[Span]:
    """The brackets and targets of links and the images inside paragraphs, in order."""
    gaps: list[Span] = []
    for paragraph in found:
        for link in _LINK.finditer(text, paragraph.start, paragraph.end):
            gaps += [link.span(1), link.span(2)]
    return gaps


def _unfenced(rows: Iterator[Paragraph]) -> Iterator[Paragraph]:
    fence = ""
    for row in rows:
        opening = _FENCE.match(row.text)
        if fence:
            fence = "" if row.text.startswith(fence) and not row.text.strip(fence[0]) else fence
        elif opening:
            fence = opening[1]
        else:
            yield row


def _words(line: str) -> tuple[str, int]:
    """The line's words without its marks, and where in it they begin; no words where the line is no text."""
    if _IMAGES.fullmatch(line) or _APART.fullmatch(line):
        return "", 0
    heading = _HEADING.fullmatch(line)
    if heading:
        return heading[1], heading.start(1)
    offset = 0
    while mark := _MARK.match(line, offset):
        offset = mark.end()
    return line[offset:].strip(), offset
