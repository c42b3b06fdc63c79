"""Single quotation marks, ‘…’ or '…' as British papers set them, made double, code point for code point.

What reads attributions, network and rules alike, then sees one kind of mark, at the offsets of the text as it is.
"""

import re
from collections.abc import Iterator

from graph.model import Span
from loaders.attribute.quotes import quoted

_OPENS = re.compile(r"(?<![^\s(\[—–:-])[‘'](?=[\w“\"£$€])")
_CLOSES = re.compile(r"(?<=[\w.,!?…%”\"])[’'](?!\w)")
_POSSESSIVE = re.compile(r"(?<=[sS])[’'] [a-z]")
_RUNS_ON = re.compile(r"(?<![^\n])‘(?=[^\n]*\n\s*‘)")
"""The mark of a quotation that goes on in the next paragraph, and so is not closed in its own."""
_DOUBLE = {"‘": "“", "’": "”", "“": "‘", "”": "’"}


def doubled(text: str) -> str:
    """The text with the single quotation marks that open and close in a line made double, double ones in them single.

    >>> doubled("‘It’s the soldiers’ war,’ he said, ‘not ours’.")
    '“It’s the soldiers’ war,” he said, “not ours”.'
    """
    marks = list(text)
    for start, end in _pairs(text):
        straight = text[start] == "'"
        for i in range(start + 1, end - 1):
            marks[i] = _DOUBLE.get(text[i], text[i]) if text[i] in "“”" else "'" if text[i] == '"' else text[i]
        marks[start], marks[end - 1] = ('"', '"') if straight else ("“", "”")
    for opens in _RUNS_ON.finditer(text):
        marks[opens.start()] = "“"
    return "".join(marks)


def _pairs(text: str) -> Iterator[Span]:
    """The quotations in single marks that are not inside double ones."""
    flags, reached = quoted(text), 0
    for opens in _OPENS.finditer(text):
        if opens.start() < reached or flags[opens.start()]:
            continue
        line = text.find("\n", opens.start())
        following = _OPENS.search(text, opens.end())
        stop = min(len(text) if line < 0 else line, following.start() if following else len(text))
        closes = [m.start() for m in _CLOSES.finditer(text, opens.end(), stop)]
        if closes:
            plain = [at for at in closes if not _POSSESSIVE.match(text, at)]
            reached = (plain or closes)[0] + 1
            yield opens.start(), reached
