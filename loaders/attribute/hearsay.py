"""What is told with nobody telling it: "reportedly", "is believed to have crossed", "it was reported that"."""

import re
from collections.abc import Sequence

from graph.model import Span
from loaders.attribute.drafts import Draft
from loaders.attribute.phrases import reports
from loaders.attribute.sentences import sentence_at, words_end
from loaders.attribute.spans import SHORTEST, touches, trimmed, words

SCORE = 0.75

ADVERB = re.compile(
    r"^(?:(?:has|have|had|is|are|was|were)\s+)?(?:reportedly|allegedly|supposedly|purportedly|apparently|said to)$",
    re.IGNORECASE,
)
_HEDGED = re.compile(r"(?:reportedly|allegedly|purportedly)\s+\w+$", re.IGNORECASE)
PASSIVE = re.compile(
    r"^(?:(?:is|are|was|were|has\s+been|have\s+been|had\s+been|be|been|being)\s+)(?:also\s+|now\s+|still\s+|widely\s+|\w+ly\s+)?"
    r"(?:believed|thought|said|understood|reported|presumed|rumou?red|alleged|assumed|suspected|feared|considered)\b"
    r"(?!\s+by\b)",
    re.IGNORECASE,
)
_TOLD = "believed|thought|said|understood|reported|presumed|rumou?red|alleged|assumed|suspected|feared|claimed"
_BE = r"(?:is|are|was|were|has\s+been|have\s+been|had\s+been)\s+(?:also\s+|now\s+|still\s+|widely\s+|\w+ly\s+)?"
CUE = re.compile(
    rf"(?P<aside>(?<=,\s)it\s+{_BE}(?:{_TOLD})(?=,|\.|$))"
    rf"|(?P<it>\bit\s+{_BE}(?:{_TOLD}))(?=\s+that\b)"
    rf"|(?P<passive>\b{_BE}(?:{_TOLD}))(?=\s+(?:to|dead)\b(?!\s+(?:{_TOLD})))"
    r"|(?P<reports>\bthere\s+(?:are|were|have\s+been|had\s+been)\s+(?:\w+\s+)?"
    r"(?:reports|claims|rumou?rs|allegations|suggestions))(?=\s+that\b)"
    r"|(?P<adverb>\b(?:reportedly|allegedly|purportedly)\b)",
    re.IGNORECASE,
)
_JOINS = re.compile(r"(?:[;:—–]|,?\s(?:and|but|although|though|while|because|that)\b)\s+", re.IGNORECASE)
_LEAD = re.compile(r"(?:although|though|while|but|and|yet)\s+", re.IGNORECASE)
_WHO = re.compile(r",?\s*(?:\b(?:who|which|that)\s*)?(?:\b(?:is|are|was|were|has|have|had|been)\s*)*\Z", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(?P<what>(?:an?|the|its|their|his|her)\s+(?:[\w’'-]+\s+){0,3}?[\w’'-]+)\s+(?:who|which|that)\s+\Z",
    re.IGNORECASE,
)
_THINKS = re.compile(
    r"\s+to\s+(?:believe|think|fear|suspect|consider|favou?r|oppose|have\s+(?:told|said|warned|argued|complained|concluded))\b"
)
"""What makes those "understood to believe" something the ones who think it."""
_PARTICIPLE = re.compile(r"\s+\w+(?:ed|en|wn|ld|ing)\b")
_GOES_ON = re.compile(r"\s+\w+ing\b")
_ENDS = re.compile(
    r"[;—–]|,\s+(?=(?:and|but|although|though|while|has|have|had|is|was|were|left|said)\b)", re.IGNORECASE
)


def drop_it(draft: Draft, text: str) -> None:
    """The "it" of "it is believed that" is nothing that is told. Changes the draft."""
    if len(draft.content) > 1 and draft.cue:
        draft.content = [span for span in draft.content if text[slice(*span)].lower() != "it" or span > draft.cue[0]]


def give_subject(draft: Draft, text: str) -> None:
    """The subject of "is believed to" or "reportedly" is part of what is told, not its source. Changes the draft.

    That of "reportedly expects" is who expects.
    """
    cue = words(text, draft.cue)
    if _HEDGED.match(cue) and not draft.source and reports(cue.split(maxsplit=1)[1]):
        subject = [span for span in draft.content if text[span[1] : draft.cue[0][0]].isspace()]
        draft.content = [span for span in draft.content if span not in subject]
        draft.source = subject
    if ADVERB.match(cue) and not draft.source and draft.content and min(draft.content) > draft.cue[0]:
        (start, _) = draft.cue[0]
        subject_words = _subject(text, sentence_at(text, start)[0], start)
        draft.content = [*([subject_words] if subject_words else []), *draft.content]
    if not draft.cue or not draft.source or not (PASSIVE.match(cue) or ADVERB.match(cue)):
        return
    thinks = _THINKS.match(text, draft.cue[-1][1])
    if thinks and thinks.end() < max(draft.content, default=(0, 0))[1]:
        draft.cue = [*draft.cue[:-1], (draft.cue[-1][0], thinks.end())]
        draft.content = [(max(s, thinks.end() + 1), e) for s, e in draft.content if e > thinks.end()]
        return
    start = sentence_at(text, draft.cue[0][0])[0]
    if PASSIVE.match(cue) and max(draft.source)[1] <= start:
        draft.source = []
    behind = ADVERB.match(cue)
    before = [
        span for span in draft.source if (behind and span > draft.cue[0]) or text[span[1] : draft.cue[0][0]].isspace()
    ]
    if before and not re.fullmatch(r"it", words(text, before), re.IGNORECASE):
        draft.content = sorted([*draft.content, *before])
    if before:
        draft.source = [span for span in draft.source if span not in before]


def without_hedges(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """The drafts less a "reportedly" that another's words break off at: they go on over it. Changed in place."""
    out = list(drafts)
    for hedge in [d for d in drafts if d.cue and not d.source and ADVERB.match(words(text, d.cue))]:
        at = hedge.cue[0]
        modified = next((d for d in out if _modifies(text, hedge, d)), None)
        if modified:
            out.remove(hedge)
            if _GOES_ON.match(text, at[1]):
                modified.content = [*modified.content[:-1], (max(modified.content)[0], _clause_end(text, at))]
            continue
        before = [d for d in out if d is not hedge and d.source and any(_adjoins(text, span, at) for span in d.content)]
        for draft in before[:1]:
            start = next(span for span in draft.content if _adjoins(text, span, at))[0]
            kept = (span for span in draft.content if span[0] < start)
            draft.content = sorted([*kept, (start, _clause_end(text, at))])
            out.remove(hedge)
    return out


def _clause_end(text: str, cue: Span) -> int:
    """Where the clause ends that a hedge stands in."""
    sentence = sentence_at(text, cue[0])
    stop = _ENDS.search(text, cue[1], sentence[1])
    return stop.start() if stop else words_end(text, sentence)


def _modifies(text: str, hedge: Draft, other: Draft) -> bool:
    """Whether a hedge only tells more of another's last words: "denied the offer, allegedly rejected by the union"."""
    at, behind = hedge.cue[0]
    follows = any(end <= at and text[end:at].strip() == "," for _, end in other.content)
    return bool(other.source and follows and _PARTICIPLE.match(text, behind))


def _adjoins(text: str, span: Span, cue: Span) -> bool:
    return span[1] <= cue[0] and text[span[1] : cue[0]].isspace()


def hearsay(drafts: Sequence[Draft], text: str, within: Span) -> list[Draft]:
    """What the words of hearsay in a range tell that no draft has: nobody's words, subject and rest.

    Inside somebody's words they are that speaker's own hedge, and are left to that speaker.
    """
    taken = [span for draft in drafts for span in (*draft.cue, *draft.content)]
    found: list[Draft] = []
    for cue in CUE.finditer(text, *within):
        if touches(cue.span(), [*taken, *(span for draft in found for span in draft.content)]):
            continue
        start, end = sentence_at(text, cue.start())
        subject, rest = (
            None if cue["it"] or cue["reports"] else _subject(text, start, cue.start()),
            _rest(text, cue, end),
        )
        if subject and any(touches(subject, draft.cue) for draft in drafts):
            continue
        content = [subject] if cue["aside"] and subject else [span for span in (subject, rest) if span]
        if content and (rest or cue["aside"]):
            found.append(Draft([], [_cue_words(cue)], content, SCORE))
    return found


def _cue_words(cue: re.Match[str]) -> Span:
    name = next(name for name in ("passive", "it", "aside", "reports", "adverb") if cue[name])
    return cue.span(name)


def _subject(text: str, start: int, at: int) -> Span | None:
    """The words before a cue back to the beginning of its clause."""
    relative = _RELATIVE.search(text, start, at)
    if relative:
        return relative.span("what")
    joins = [match.end() for match in _JOINS.finditer(text, start, at)]
    begin = joins[-1] if joins and at - joins[-1] > SHORTEST else start
    lead = _LEAD.match(text, begin, at)
    begin = lead.end() if lead else begin
    return trimmed(text, (begin, begin + len(_WHO.sub("", text[begin:at]))))


def _rest(text: str, cue: re.Match[str], end: int) -> Span | None:
    stop = _ENDS.search(text, cue.end(), end)
    return trimmed(text, (cue.end(), stop.start() if stop else len(text[:end].rstrip(" \r\n.!?”\"'’"))))
