"""The rest of what is said, where the tagger ends it too soon: a list, a part of the whole, another verb behind it."""

import re
from collections.abc import Sequence

from graph.model import Span
from loaders.attribute.drafts import Draft
from loaders.attribute.mending import CALLS, ended
from loaders.attribute.quotes import OPENING
from loaders.attribute.spans import touches, words

_LIST = re.compile(r"(?:,\s+an?\s[^,;.“”\"]+)*,?\s+and\s+an?\s[^,;.“”\"]+")
_PART = re.compile(
    r",\s+(?:(?:about|around|nearly|almost|at\s+least|more\s+than|up\s+to|some)\s+)?"
    r"(?:an?\s+\w+|half|most|many|some|several|few|all|none|\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|among)"
    r"\s+(?:of\s+)?(?:them|whom|which)\b[^.;:!?“”\"\n]*[^.;:!?“”\"\n,\s]"
)
_VERB = re.compile(
    r"(?:(?<=[”\"])|[”\"])\s+(?:(?:but|and)\s+(?:had|would|could|will)|but\s+(?:was|were|is|are))\b[^;:!?“”\"\n]*[^.,;:!?“”\"\n\s]"
)
"""What goes on behind words that are quoted: "said it was “no accident” but had been ordered"."""


def complete_list(draft: Draft, text: str, sentence: Span) -> None:
    """ "Called it a violation of A, an escalation of B and a danger": the whole list is what is said. Changes it."""
    last = max(draft.content, default=None)
    if last and CALLS.search(words(text, draft.cue)):
        _take(draft, _LIST.match(text, last[1], sentence[1]), ())


def complete_parts(draft: Draft, text: str, sentence: Span, others: Sequence[Draft]) -> None:
    """ "Reported 145 clashes, a third of them near the town": the part is told with the whole. Changes the draft."""
    last = _behind_cue(draft)
    if last:
        _take(draft, _PART.match(text, last[1], sentence[1]), others)


def complete_clause(draft: Draft, text: str, sentence: Span, others: Sequence[Draft]) -> None:
    """ "Said the fire was “no accident” but had been ordered": both verbs are said. Changes the draft."""
    last = _behind_cue(draft)
    if last and text[min(draft.content)[0]] not in OPENING:
        _take(draft, _VERB.match(text, last[1], sentence[1]), others)


def _behind_cue(draft: Draft) -> Span | None:
    """The last piece of what is said, if it stands behind the cue."""
    last = max(draft.content, default=None)
    return last if last and draft.cue and draft.cue[-1] < last else None


def _take(draft: Draft, rest: re.Match[str] | None, others: Sequence[Draft]) -> None:
    """Let what is said go on to the end of what was found, where none of the others has any of it."""
    if rest and not any(touches(rest.span(), [*d.source, *d.cue, *d.content]) for d in others):
        draft.content = ended(draft.content, rest.end())
