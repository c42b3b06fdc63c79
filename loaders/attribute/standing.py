"""Quotations that stand by themselves, their speaker in the sentence before ("The admiral was blunt.") or after."""

import re
from collections.abc import Sequence

from graph.model import Span
from loaders.attribute.drafts import Draft
from loaders.attribute.paragraphs import paragraph
from loaders.attribute.quotations import CLOSED, SHORTEST
from loaders.attribute.quotes import quotations, quoted
from loaders.attribute.sentences import sentence_at
from loaders.attribute.spans import touches, without, words
from loaders.attribute.speaking import Knows, speaks
from loaders.words import PRONOUNS

SCORE = 0.6
_NAME = r"(?P<name>[\w'’][^;:“”\"]*?)"
_WHOSE, _WHO = _NAME.replace("name", "whose"), _NAME.replace("name", "who")
_VERB = r"(?:was|is|were|are|had|has|put|gave|took|made|went|stood|spoke|left|saw|did|would|could|[a-z]+ed|[a-z]+ly)"
_BEFORE = re.compile(rf"(?:But\s+|And\s+|Yet\s+)?{_NAME},?\s+{_VERB}\b")
_WORD = re.compile(r"[^\W_]+")
_ARTICLES = frozenset(["the", "a", "an", "of", "s"])
_BELONGS = re.compile(rf".*\b(?:belonged|went|fell|came)\s+(?:to|from)\s+{_NAME}\s*[:.]\s*\Z")
_AFTER = re.compile(
    rf"(?:(?:So|Thus)\s+(?:says|said|spoke)\s+{_NAME}"
    rf"|(?:The|These|Those)\s+(?:\w+\s+)?words\s+(?:are|were|come|came)\s+(?:those\s+of|from)\s+{_WHOSE}"
    rf"|That\s+(?:was|is)\s+(?:all|what|how)\s+{_WHO}\s+(?:would|could|had|put|saw|said|has))"
    r"(?=[.,;]|\s+(?:say|put|saw|to|it|as|who)\b|\s*\Z)"
)
_INVERTED = re.compile(
    r"\s+(?P<cue>said|says|added|adds|warned|wrote|insisted|explained|noted|stressed|argued|recalled|told)\s+"
    r"(?P<name>[^,.;:“”\"\n]{2,90}?)(?=[,.;]|\s+(?:in|on|at|to|after|during|when|as|who)\b|\s*$)",
    re.MULTILINE,
)
_UPRIGHT = re.compile(
    r"\s+(?P<name>[A-Z][^,.;:“”\"\n]{2,80}?)(?:,\s[^“”\"\n;:.]{3,120}?,?)?\s+(?P<cue>said|says|told|added|wrote|stated|noted"
    r"|explained|warned|claimed)\b"
)


def give_voices(drafts: Sequence[Draft], text: str, within: Span, knows: Knows) -> list[Draft]:
    """Attributions for the quotations of a range that stand alone.

    Where the one who speaks in the sentence before goes on, that draft gains the quotation, in place.
    """
    _take_back(drafts, text, within, knows)
    taken = [span for draft in drafts for span in (*draft.content, *draft.cue)]
    found: list[Draft] = []
    for quotation in quotations(text, within):
        inverted = _inverted(quotation, text, taken, knows)
        if inverted:
            found.append(inverted)
            continue
        if not _alone(quotation, text, taken):
            continue
        above = _goes_on(quotation, text, drafts)
        if above:
            above.content.append(quotation)
            continue
        before = _neighbour(text, quotation[0] - 2, quotation)
        speaking = [d for d in drafts if before and d.source and d.content and _stands_in(d, before)]
        name = _speaker(text, quotation, before, knows)
        if speaking:
            max(speaking, key=lambda d: d.cue).content.append(quotation)
        elif name:
            found.append(Draft([name], [], [quotation], SCORE))
    return found


def _take_back(drafts: Sequence[Draft], text: str, within: Span, knows: Knows) -> None:
    """Take a quotation from one who spoke a paragraph above, where the sentence before it or behind names another.

    "“…,” Lee said.", "The admiral was blunt. “…”": it is the admiral's. Drafts are changed in place.
    """
    for quotation in quotations(text, within):
        before = _neighbour(text, quotation[0] - 2, quotation)
        owners = [d for d in drafts if d.overlap([quotation])]
        start = paragraph(text, quotation[0])[0]
        above = owners and all(d.cue and d.source and max(d.cue)[1] <= start for d in owners)
        if not above or not _alone(quotation, text, ()) or (before and any(_stands_in(d, before) for d in drafts)):
            continue
        name = _speaker(text, quotation, before, knows)
        if name is None or text[slice(*name)].lower() in PRONOUNS or any(_shares(d, name, text) for d in owners):
            continue
        for draft in owners:
            draft.content = without(draft.content, quotation, text)


def _shares(draft: Draft, name: Span, text: str) -> bool:
    """Whether a name has a word of what a speaker is called, and so may be his."""
    called = {word for word in _WORD.findall(text[slice(*name)].lower()) if word not in _ARTICLES}
    return not called.isdisjoint(_WORD.findall(words(text, draft.source).lower()))


def _inverted(quotation: Span, text: str, taken: Sequence[Span], knows: Knows) -> Draft | None:
    """ "…," said Y, or "…," Y said: nobody's quotation with its verb and its speaker right behind it."""
    found = _INVERTED.match(text, quotation[1])
    if not found and text[quotation[1] - 2] in ",?!":
        found = _UPRIGHT.match(text, quotation[1])
    if not found or quotation[1] - quotation[0] < SHORTEST or not speaks(found["name"], knows):
        return None
    if touches(quotation, taken) or touches(found.span(), taken):
        return None
    return Draft([found.span("name")], [found.span("cue")], [quotation], SCORE)


def _alone(quotation: Span, text: str, taken: Sequence[Span]) -> bool:
    """Whether a quotation is whole sentences, and nobody's yet."""
    start, end = quotation
    whole = end - start >= SHORTEST and CLOSED.search(text, end - 2, end)
    return bool(whole) and sentence_at(text, start)[0] in (start, _colon(text, start)) and not touches(quotation, taken)


def _goes_on(quotation: Span, text: str, drafts: Sequence[Draft]) -> Draft | None:
    """Whose quotation stood in the paragraph before, if this one is a paragraph of its own."""
    start, end = paragraph(text, quotation[0])
    above = len(text[:start].rstrip()) - 1
    if text[start:end].strip() != text[slice(*quotation)] or above < 0:
        return None
    before, flags = paragraph(text, above), quoted(text)
    speaking = [d for d in drafts if d.source and any(before[0] <= s < before[1] and flags[s] for s, _ in d.content)]
    if speaking:
        return max(speaking, key=lambda d: max(d.content))
    ending = [d for d in drafts if d.source and d.cue and d.content and not d.reported and _ends(d, text, before)]
    return max(ending, key=lambda d: d.cue, default=None)


def _ends(draft: Draft, text: str, line: Span) -> bool:
    """Whether an attribution is the last of its paragraph, the whole of its last sentence but for a mark."""
    last = max(end for _, end in (*draft.source, *draft.cue, *draft.content))
    return line[0] <= draft.cue[0][0] < line[1] and not any(map(str.isalnum, text[last : line[1]]))


def _colon(text: str, start: int) -> int:
    """Where the sentence begins that a colon ends right before `start`; -1 if none does."""
    lead = text[max(0, start - 2) : start].rstrip()
    return sentence_at(text, start)[0] if lead.endswith(":") else -1


def _neighbour(text: str, place: int, quotation: Span) -> Span | None:
    """The sentence at `place` if it is of the quotation's paragraph and holds none of it."""
    first, last = paragraph(text, quotation[0])
    if not first <= place < last:
        return None
    start, end = sentence_at(text, place)
    inside = (start, min(end, quotation[0])) if place < quotation[0] else (max(start, quotation[1]), min(end, last))
    return inside if inside[1] > inside[0] else None


def _stands_in(draft: Draft, sentence: Span) -> bool:
    return any(sentence[0] <= start < sentence[1] for start, _ in draft.cue)


def _speaker(text: str, quotation: Span, before: Span | None, knows: Knows) -> Span | None:
    after = _neighbour(text, quotation[1] + 1, quotation)
    tries = [(_AFTER, after), (_BELONGS, before), (_BEFORE, before)]
    for pattern, sentence in tries:
        found = pattern.match(text, *sentence) if sentence else None
        named = next((key for key, value in found.groupdict().items() if value), None) if found else None
        if found and named and speaks(found[named], knows):
            return found.span(named)
    return None
