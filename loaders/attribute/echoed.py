"""Who else makes what a sentence has just told: "…, a claim also made by lawmakers, who cited the agency".

The tagger takes "a claim" for what they say. It is the words before that they say, or deny.
"""

import re
from collections.abc import Sequence

from graph.model import Span
from loaders.attribute.drafts import Draft
from loaders.attribute.phrases import Phrase, phrases
from loaders.attribute.spans import touches, without
from loaders.attribute.speaking import Knows, speaks

_CLAIM = (
    r"(?:claim|assessment|allegation|view|figure|charge|accusation|statement|warning|account|version|estimate|assertion"
    r"|number|toll|report|contention|suggestion)s?"
)
_VERB = (
    r"(?:made|echoed|repeated|shared|backed|supported|confirmed|corroborated|endorsed|voiced|denied|rejected|disputed"
    r"|dismissed|contested|refuted)"
)
_ECHOED = re.compile(rf",\s+(?P<cue>an?\s+(?:\w+\s+)?{_CLAIM}\s+(?:(?:\w+ly|also|later|since)\s+)?{_VERB}\s+by)\s+")
_AGAIN = re.compile(r"\b(?:repeated|echoed)\b")
"""How one makes a claim who has it from the other."""
SCORE = 0.7


def echoed(group: Sequence[Draft], text: str, sentence: Span, knows: Knows) -> list[Draft]:
    """The drafts of a sentence with those who make the same claim, in place of what was read of them.

    Contents that run on into the phrase, and sources behind it, are cut: drafts are changed in place.
    """
    out = list(group)
    for phrase in phrases(_ECHOED, text, sentence):
        said = [d for d in out if d.content and d.source and min(d.content) < phrase.cue]
        if said and speaks(text[slice(*phrase.name)], knows):
            for draft in out:
                draft.content = without(draft.content, phrase.whole, text)
                draft.source = [span for span in draft.source if span < phrase.cue] or draft.source
            out = [d for d in out if not _is_of(phrase, d)]
            first = max(said, key=lambda d: max(d.content))
            other = Draft([phrase.name], [phrase.cue], list(first.content), SCORE)
            if _AGAIN.search(text, *phrase.cue):
                other.rest_on(first, phrase.cue)
            out.append(other)
    return out


def _is_of(phrase: Phrase, draft: Draft) -> bool:
    """Whether all of a draft but its source stands in a phrase."""
    return bool(draft.cue) and all(touches(phrase.whole, [span]) for span in (*draft.cue, *draft.content))
