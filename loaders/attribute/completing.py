"""The rest of what is said, where the tagger ends it too soon: a list, a part of the whole, another verb behind it."""

import re
from collections.abc import Sequence

from graph.model import Span
from loaders.attribute.drafts import Draft
from loaders.attribute.mending import CALLS, ended
from loaders.attribute.quotes import OPENERS
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
    listed = _LIST.match(text, last[1], sentence[1]) if last and CALLS.search(words(text, draft.cue)) else None
    if last and listed:
        draft.content = ended(draft.content, listed.end())


def complete_parts(draft: Draft, text: str, sentence: Span, others: Sequence[Draft]) -> None:
    """ "Reported 145 clashes, a third of them near the town": the part is told with the whole. Changes the draft."""
    last = max(draft.content, default=None)
    part = _PART.match(text, last[1], sentence[1]) if last and draft.cue and draft.cue[-1] < last else None
    if last and part and not any(touches(part.span(), [*d.source, *d.cue, *d.content]) for d in others):
        draft.content = ended(draft.content, part.end())


def complete_clause(draft: Draft, text: str, sentence: Span, others: Sequence[Draft]) -> None:
    """ "Said the fire was “no accident” but had been ordered": both verbs are said. Changes the draft."""
    last = max(draft.content, default=None)
    behind = last and draft.cue and draft.cue[-1] < last and text[min(draft.content)[0]] not in (*OPENERS, '"')
    verb = _VERB.match(text, last[1], sentence[1]) if last and behind else None
    if last and verb and not any(touches(verb.span(), [*d.source, *d.cue, *d.content]) for d in others):
        draft.content = ended(draft.content, verb.end())
