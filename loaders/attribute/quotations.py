"""A quotation has one speaker: the pieces of it that the tagger gave to several cues, or broke up, are put together."""

import re
from collections.abc import Sequence

from graph.model import Span
from loaders.attribute.drafts import Draft
from loaders.attribute.paragraphs import paragraph
from loaders.attribute.quotes import CLOSERS, quotations
from loaders.attribute.sentences import sentence_at
from loaders.attribute.spans import touches, words
from loaders.attribute.speaking import Knows, speaks

ENOUGH = 0.5
"""Share of a quotation's code points that must be content before the rest of it counts as content too."""
SCORE = 0.7
LEAD = 120
"""Code points in which a quotation is brought in."""
_INTRODUCED = re.compile(
    r"(?:\bwhile|\bas|;|,\s+(?:and|but))\s+(?P<name>[^,;:“”\".\n]{2,80}?)\s+(?P<cue>[a-z]+(?:ed|id|said|told)(?:\s+again)?):\s*\Z"
)
_OBJECT = re.compile(r"\s+(?:the|an?|his|her|its|their|this|these|those)\s", re.IGNORECASE)
_WHOM = re.compile(r"\b(?:told|tells|remind|warn|assur|inform)\w*$", re.IGNORECASE)
CLOSED = re.compile(rf"[.!?…][{CLOSERS}\"]\Z")
"""How a quotation of whole sentences ends."""
SHORTEST = 25
"""Code points below which what is in quotation marks is a phrase or a title rather than a quotation."""


def close_quotations(drafts: Sequence[Draft], text: str, within: Span) -> None:
    """Give each quotation in the range whole to the attribution nearest to its marks. Drafts are changed in place."""
    for quotation in quotations(text, within):
        size = quotation[1] - quotation[0]
        sharing = [d for d in drafts if d.overlap([quotation])]
        covered = sum(d.overlap([quotation]) for d in sharing)
        if size < SHORTEST or covered < ENOUGH * size:
            continue
        speaker = min(sharing, key=lambda d: (_distance(d, quotation), -d.overlap([quotation])))
        for draft in sharing:
            draft.content = [part for span in draft.content for part in _outside(span, quotation)]
        speaker.content.append(quotation)


def give_back_quotations(drafts: Sequence[Draft], text: str, within: Span) -> None:
    """Quotations to those who have no words of their own right before or behind them. Drafts are changed in place.

    "Y answered, saying: “…,” X reports": the quotation is Y's, and X passes it on.
    """
    _leave_to_who_spoke(drafts, text, within)
    bare = [d for d in drafts if d.source and d.cue and not d.content]
    for start, end in quotations(text, within):
        leads = [d for d in bare if _leads(text, d.cue[-1][1], start)]
        behind = [d for d in bare if end <= _start(d) and not text[end : _start(d)].strip() and not _acts(d, text)]
        owners = [d for d in drafts if d.overlap([(start, end)])]
        elsewhere = all(d.cue and not touches(paragraph(text, start), d.cue) for d in owners)
        if behind and end - start >= SHORTEST and elsewhere:
            behind[0].content = [(start, end)]
            for draft in owners:
                draft.content = [part for span in draft.content for part in _outside(span, (start, end))]
            continue
        outers = [d for d in drafts if (start, end) in d.content and d.cue and d.cue[0][0] >= end]
        for lead, outer in zip(leads, outers, strict=False):
            lead.content = [(start, end)]
            outer.rest_on(lead, lead.cue[0])


def _leave_to_who_spoke(drafts: Sequence[Draft], text: str, within: Span) -> None:
    """A whole quotation is not the next sentence's, whose verb has an object: “…” Y answered the reports, saying …"""
    for start, end in quotations(text, within):
        if end - start < SHORTEST or not CLOSED.search(text, end - 2, end):
            continue
        for draft in drafts:
            after = bool(draft.cue) and sentence_at(text, draft.cue[0][0])[0] >= end
            if after and draft.overlap([(start, end)]) and _acts(draft, text):
                draft.content = [part for span in draft.content for part in _outside(span, (start, end))]


def _acts(draft: Draft, text: str) -> bool:
    """Whether a verb has an object that is neither what was said nor whom it was said to: "answered the reports"."""
    return bool(_OBJECT.match(text, draft.cue[-1][1])) and not _WHOM.search(words(text, draft.cue))


def introduced(drafts: Sequence[Draft], text: str, within: Span, knows: Knows) -> list[Draft]:
    """Whose a quotation is that another's words bring in: "A," X said, while Y asked again: "B". Changed in place."""
    found = []
    for quotation in quotations(text, within):
        before = _INTRODUCED.search(text, max(0, quotation[0] - LEAD), quotation[0])
        if not before or quotation[1] - quotation[0] < SHORTEST or not speaks(before["name"], knows):
            continue
        owners = [d for d in drafts if d.cue and d.overlap([quotation])]
        near = [d for d in drafts if touches(before.span(), [*d.cue, *d.source])]
        if any(d.content for d in near):
            continue
        for draft in owners:
            draft.content = [part for span in draft.content for part in _outside(span, quotation)]
        voice = Draft([before.span("name")], [before.span("cue")], [quotation], SCORE)
        found += [] if near else [voice]
        for draft in near[:1]:
            draft.source, draft.cue, draft.content = voice.source, voice.cue, voice.content
    return found


def _start(draft: Draft) -> int:
    return min(draft.source + draft.cue)[0]


def _leads(text: str, cue: int, start: int) -> bool:
    return cue <= start and text[cue:start].strip() in ("", ":") and ":" in text[cue - 1 : start]


def _distance(draft: Draft, quotation: Span) -> int:
    """Code points between a quotation and the cue outside it; far for a cue inside it."""
    gaps = [max(s - quotation[1], quotation[0] - e) for s, e in draft.cue]
    outside = [gap for gap in gaps if gap >= 0]
    return min(outside, default=quotation[1] - quotation[0] + 10_000)


def _outside(span: Span, quotation: Span) -> list[Span]:
    start, end = span
    parts = ((start, min(end, quotation[0])), (max(start, quotation[1]), end))
    return [(s, e) for s, e in parts if e > s]
