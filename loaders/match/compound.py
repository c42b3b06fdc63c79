"""The statements that a content is made of: "have been sent to Russia and some are already in Kursk" are two."""

import re

from graph.model import Span

_AUX = r"(?:is|are|was|were|has|have|had|will|would|could|can|may|might|should|must|does|do|did)\b"
_COMMENTS = (
    "(?:marking|signal+ing|underscoring|underlining|highlighting|raising|heightening|escalating|deepening|reflecting"
    "|demonstrating|representing|intensifying|sparking|stoking|fuel+ing|threatening|complicating"
    r"|having\s+(?:been\s+)?\w+(?:ed|en|ne|de|lt|nt|ft))"
)
"""Participles by which what was told is judged, or went before it: that is a statement of its own."""
_JOINT = re.compile(
    rf"(?:,|;)?\s+(?:and|while|but)\s+(?=that\s)"
    rf"|(?:,|;)?\s+(?:and|while|but)\s+(?=(?!{_AUX})(?:[\w’'.-]+\s+){{1,7}}?{_AUX})"
    rf"|,\s+(?:thus\s+|thereby\s+)?(?P<comment>(?={_COMMENTS}\b))",
    re.IGNORECASE,
)
_FINITE = re.compile(rf"\b{_AUX}|\b\w{{3,}}(?:ed|es|s)\b", re.IGNORECASE)
_BOTH = re.compile(r"\b(?:both|between|either)\b[^,;]*\Z", re.IGNORECASE)
FEWEST = 3
"""Words of a statement."""


def statements(text: str, content: tuple[Span, ...]) -> tuple[tuple[Span, ...], ...]:
    """The statements in a content, as spans of the text. A content in several pieces is left whole.

    >>> said = "troops have been sent to Russia and some are already in Kursk"
    >>> [said[start:end] for ((start, end),) in statements(said, ((0, len(said)),))]
    ['troops have been sent to Russia', 'some are already in Kursk']
    >>> said = "troops are in Kursk, marking a step that could widen the war"
    >>> [said[start:end] for ((start, end),) in statements(said, ((0, len(said)),))]
    ['troops are in Kursk', 'marking a step that could widen the war']
    """
    if len(content) != 1:
        return (content,)
    ((start, end),) = content
    edges: list[Span] = []
    begin = start
    for joint in _JOINT.finditer(text, start, end):
        left, right = text[begin : joint.start()], text[joint.end() : end]
        if (
            _is_whole(left)
            and (joint["comment"] is not None or _is_whole(right))
            and not _BOTH.search(left)
            and not _in_quotes(text, start, joint.start())
        ):
            edges.append((begin, joint.start()))
            begin = joint.end()
    return tuple((edge,) for edge in (*edges, (begin, end)))


def _is_whole(part: str) -> bool:
    return len(part.split()) >= FEWEST and bool(_FINITE.search(part))


def _in_quotes(text: str, start: int, at: int) -> bool:
    said = text[start:at]
    return said.count("“") > said.count("”") or said.count('"') % 2 == 1
