"""Two verbs, one speaker: "She confirmed that the boy had been found and said he was cold" are two attributions."""

import re
from collections.abc import Sequence

from loaders.attribute.drafts import INFERRED, Draft
from loaders.attribute.quotes import quoted
from loaders.attribute.spans import trimmed

_STEMS = "add|warn|urge|accuse|order|call|confirm|promise|insist|argue|claim|announce|demand|describe|predict|admit|vow"
_PAST = rf"said|told|denied|(?:{_STEMS})e?d"
_PRESENT = rf"says|tells|denies|believes|thinks|(?:{_STEMS})s"
_IS_PAST = re.compile(r"\b(?:said|told|found|wrote|\w+ed)$", re.IGNORECASE)
_IS_PRESENT = re.compile(r"(?:^|\s)\w+s$", re.IGNORECASE)
_JOINS = {
    tense: re.compile(rf",?\s+(?:and|but)\s+(?:(?:also|then|later)\s+)?(?P<cue>{verbs})\s", re.IGNORECASE)
    for tense, verbs in (("past", _PAST), ("present", _PRESENT))
}
SHORTEST = 3
"""Words of what is said before the second verb."""


def conjoined(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """The attributions of second verbs that a content runs on into. The drafts that lose them are changed in place."""
    return [second for draft in drafts if (second := _second(draft, text))]


def _second(draft: Draft, text: str) -> Draft | None:
    tense = _tense(draft, text)
    if not (tense and draft.content and draft.source and draft.source[0][1] <= draft.cue[0][0]):
        return None
    start, end = max(draft.content)
    joins = _JOINS[tense].finditer(text, start, end) if start >= draft.cue[0][1] else ()
    for found in joins:
        rest = trimmed(text, (found.end("cue"), end))
        said = text[start : found.start()].split()
        if rest and len(said) >= SHORTEST and not quoted(text)[found.start("cue")]:
            draft.content = [*(span for span in draft.content if span != (start, end)), (start, found.start())]
            return Draft(list(draft.source), [found.span("cue")], [rest], draft.score * INFERRED)
    return None


def _tense(draft: Draft, text: str) -> str | None:
    cue = text[slice(*draft.cue[0])] if len(draft.cue) == 1 else ""
    return "past" if _IS_PAST.search(cue) else "present" if _IS_PRESENT.search(cue) else None
