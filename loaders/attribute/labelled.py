"""Quotations under a label, as news in paragraphs named "Source:", "Quote:" and "Details:" have them.

`Quote: "…"` is said by whom the line "Source:" above it names, `Quote from Y: "…"` by Y; the quotation may run over
paragraphs that open with no mark of their own. Whom the line names that said nothing in the paragraph above passes it
on: "Source: Reuters, citing the mayor".
"""

import re
from collections.abc import Sequence

from graph.model import Span
from loaders.attribute.drafts import Draft
from loaders.attribute.headlines import headline
from loaders.attribute.paragraphs import paragraph
from loaders.attribute.quotes import CLOSERS, OPENERS
from loaders.attribute.sentences import words_end
from loaders.attribute.spans import touches, words
from loaders.attribute.speaking import Knows, is_carrier, speaks
from loaders.records import Document
from loaders.words import PRONOUNS

SCORE = 0.75
MOST = 50
"""Labels whose paragraph above is looked at."""
LONGEST = 12
"""Paragraphs of a quotation that is closed in a later one."""
_END = rf"[{CLOSERS}\"][.,!?]?\s*\Z"
_QUOTE = re.compile(
    r"^[ \t*_]*(?P<cue>(?:Direct\s+)?Quote)(?:\s+(?:from|by|of)\s+(?P<name>[^:\n]{2,80}?))?"
    rf"[ \t*_]*:[ \t*_]*(?=[{OPENERS}\"])",
    re.MULTILINE,
)
_SOURCE = re.compile(
    r"^[ \t*_]*(?P<cue>Sources?)[ \t*_]*:[ \t*_]*(?P<name>[^\n,;:.(]{2,80}?)"
    r"(?=\s+(?:in|on|at|during|from|to|with|via|citing|quoting|speaking)\b|[,;:.(]|\s*$)"
    r"(?:,?\s+(?:citing|quoting|with\s+reference\s+to)\s+(?P<cited>[^\n,;:.(]{2,80}))?",
    re.MULTILINE,
)
_CARRIED = re.compile(
    r"\b(?P<cue>as\s+(?:reported|quoted|cited)\s+by|in\s+an?\s+(?:\w+\s+)?(?:interview|comment|conversation)\s+(?:with|to|for)"
    r"|in\s+(?:comments|remarks)\s+(?:to|for))\s+(?P<name>[^\n,;:()]{2,60}?)(?=\s+(?:on|in|at|during)\b|[,;:.(]|\s*$)",
    re.MULTILINE,
)
_LABEL = re.compile(
    r"[ \t*_]*(?:Source|Quote|Details|Background|Previously|More details|Why it matters)\b[^:\n]{0,60}:"
)


def labelled(drafts: Sequence[Draft], document: Document, knows: Knows, is_outlet: Knows) -> list[Draft]:
    """The drafts of a document with those of its labelled quotations, in place of what the speaker says of itself."""
    text = document.text
    sources = [m for m in _SOURCE.finditer(text) if speaks(m["name"], knows)]
    out = list(drafts)
    for source in sources[:MOST]:
        out = _passed_on(out, source, document, is_outlet)
    labels = list(_QUOTE.finditer(text))
    for label in labels:
        if label["name"] and speaks(label["name"], knows):
            out = [d for d in out if not touches(label.span(), [*d.cue, *d.source])]
        elif not label["name"]:
            for draft in out:
                if touches(label.span(), draft.cue):
                    draft.source = []
    for label in labels:
        content = label.end(), _closed(text, label.end(), document.body)
        above = [m.span("name") for m in sources if m.end() <= label.start()]
        name = label.span("name") if label["name"] else above[-1] if above else None
        if name is None or any(d.source and touches(content, d.content) and not _within(d, content) for d in out):
            continue
        out = [d for d in out if d.source or not touches(label.span(), d.cue)]
        out = [
            d for d in out if not (_within(d, content) and _is_own(d, text)) and (d.source or not _within(d, content))
        ]
        quoted = Draft([name], [label.span("cue")], [content], SCORE)
        for draft in out:
            if _within(draft, content):
                draft.inside = draft.inside or quoted
                quoted.rest_on(draft, (draft.cue or draft.source)[0])
        out.append(quoted)
    return out


def _passed_on(drafts: list[Draft], label: re.Match[str], document: Document, is_outlet: Knows) -> list[Draft]:
    """The drafts with what the line of a label tells of the paragraph above it, in place of what was read of it."""
    text = document.text
    line = paragraph(text, label.start("cue"))
    above = next((span for span in reversed(document.body) if span[1] <= line[0]), None)
    if above is None or above == headline(document) or _LABEL.match(text, above[0]):
        return drafts
    out = [d for d in drafts if not touches(line, d.cue)]
    told = [d for d in out if not d.reported and touches(above, d.cue)] or [
        Draft([], [], [(above[0], words_end(text, above))], SCORE)
    ]
    for name in ("cited", "name"):
        if not label[name] or any(_is_called(label[name], d, text) for d in told):
            continue
        nobody = [d for d in told if not d.source and not d.cue]
        if nobody:
            told = [Draft([label.span(name)], [label.span("cue")], d.content, SCORE) for d in nobody]
        else:
            told = [_carrier(label.span(name), label.span("cue"), d) for d in told]
        out += told
    carried = _CARRIED.search(text, label.end("name"), line[1])
    if carried and is_carrier(carried["name"], is_outlet) and ";" not in text[label.end("name") : carried.start()]:
        out += [_carrier(carried.span("name"), carried.span("cue"), d) for d in told if d.source]
    return out


def _carrier(name: Span, cue: Span, told: Draft) -> Draft:
    carrier = Draft([name], [cue], list(told.content), SCORE)
    carrier.rest_on(told, cue)
    return carrier


def _is_called(name: str, draft: Draft, text: str) -> bool:
    """Whether the last word of a name, or of its last part, is in an attribution's source."""
    last = re.split(r"[\s-]+", name.strip())[-1].removesuffix("'s").removesuffix("’s")
    return bool(re.search(rf"\b{re.escape(last)}\b", words(text, draft.source)))


def _closed(text: str, start: int, body: Sequence[Span]) -> int:
    """Where a quotation that opens at `start` ends: with the first of the next paragraphs that a mark closes."""
    ends = [(max(a, start), b) for a, b in body if b > start][:LONGEST]
    for n, (first, end) in enumerate(ends):
        if n and _LABEL.match(text, first):
            break
        if re.search(_END, text[first:end]):
            return end
    return ends[0][1]


def _within(draft: Draft, content: Span) -> bool:
    spans = [*draft.cue, *draft.content]
    return bool(spans) and all(content[0] <= start and end <= content[1] for start, end in spans)


def _is_own(draft: Draft, text: str) -> bool:
    """Whether a draft is the speaker's "we expect", who cites nobody by that."""
    return PRONOUNS.get(words(text, draft.source).lower()) in ("i", "we")
