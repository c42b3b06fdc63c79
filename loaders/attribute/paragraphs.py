"""What an attribution says stays in its paragraph, unless a quotation runs on."""

import re
from collections.abc import Sequence

from graph.model import Span
from loaders.attribute.drafts import Draft
from loaders.attribute.quotes import OPENERS, quoted

_LINE = re.compile(r"\S(?:.*\S)?")
_REMINDER = re.compile(
    r"(?:(?:Let us|We)\s+)?(?:Recall|Remind|As a reminder|To recall|(?:will\s+)?remind(?:\s+you)?|As we reported)"
    r"(?:,\s*|:\s*|\s+that\s+)",
    re.IGNORECASE,
)
_BREAK = re.compile(r"\s*\n\s*")


def ranges(text: str) -> tuple[Span, ...]:
    """The ranges of a text's lines, without white space at their ends: its body, where each line is a paragraph.

    >>> ranges("One\\n\\n Two \\n")
    ((0, 3), (6, 9))
    """
    return tuple(line.span() for line in _LINE.finditer(text))


def without_reminders(text: str, body: Sequence[Span]) -> tuple[Span, ...]:
    """The ranges of a body less the words that only remind: "Recall that X said Z" is "X said Z".

    >>> without_reminders("As a reminder, it rained.", [(0, 25)])
    ((15, 25),)
    """
    found = ((span, _REMINDER.match(text, *span)) for span in body)
    return tuple((reminder.end(), span[1]) if reminder else span for span, reminder in found)


def keep_in_paragraph(draft: Draft, text: str) -> None:
    """Cut the draft's spans at line breaks and keep, of each, the piece in the cue's paragraph. Changed in place."""
    draft.cue = [_pieces(span, text)[-1] for span in draft.cue]
    home = paragraph(text, draft.cue[0][0]) if draft.cue else None
    draft.source = [_at_home(_pieces(span, text), home)[-1] for span in draft.source]
    content = [piece for span in draft.content for piece in _at_home(_pieces(span, text), home)]
    belonging = [piece for piece in content if _belongs(piece, home, text)]
    draft.content = _hanging_together(belonging, home, text) or content


def paragraph(text: str, place: int) -> Span:
    """The range of the line that holds code point `place`."""
    end = text.find("\n", place)
    return text.rfind("\n", 0, place) + 1, len(text) if end < 0 else end


def _pieces(span: Span, text: str) -> list[Span]:
    """A span's parts between line breaks; one whole where every further line opens with a quotation mark."""
    start, end = span
    edges = [start, *(p for m in _BREAK.finditer(text, start, end) for p in m.span()), end]
    parts = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]
    runs_on = len(parts) > 1 and all(text[a] in OPENERS + '"' for a, _ in parts)
    return [span] if runs_on or not parts else parts


def _belongs(piece: Span, home: Span | None, text: str) -> bool:
    """Whether a piece is in the cue's paragraph, or quoted; a heading above it is neither."""
    flags, line = quoted(text), text[slice(*paragraph(text, piece[0]))].strip()
    heading = line == text[slice(*piece)] and line[-2:-1].isalnum()
    spoken = flags[piece[0]] and flags[piece[1] - 1] and not heading
    return home is None or home[0] <= piece[0] < home[1] or bool(spoken)


def _hanging_together(pieces: Sequence[Span], home: Span | None, text: str) -> list[Span]:
    """Those that stand in the cue's paragraph or are joined to it by paragraphs of others, with none between."""
    if home is None:
        return list(pieces)
    kept: list[Span] = []
    for side in (sorted(pieces), sorted(pieces, reverse=True)):
        reached = home
        for piece in side:
            between = text[min(reached[1], piece[1]) : max(reached[0], piece[0])]
            if piece not in kept and "\n" not in between.strip():
                kept.append(piece)
                reached = paragraph(text, piece[0])[0], paragraph(text, piece[1] - 1)[1]
    return sorted(kept)


def _at_home(parts: Sequence[Span], home: Span | None) -> list[Span]:
    inside = [part for part in parts if home and home[0] <= part[0] and part[1] <= home[1]]
    return inside or [max(parts, key=lambda part: part[1] - part[0])]
