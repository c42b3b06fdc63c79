"""Whether what is said of a date has happened or is to come, from the verbs around it."""

import re
from typing import Literal

Tense = Literal["past", "future"]
REACH = 200
"""Code points to either side that are looked at."""

_FUTURE = (
    "will|would|'ll|’ll|shall|may|might|could|can|must|should|plans?|planned|planning|expects?|expected|due|going to"
    "|set to|likely|scheduled|upcoming|to be|is to|are to|prepar(?:es?|ing)"
)
_PAST = (
    "was|were|had|has|have|did|said|told|met|held|took|sent|came|went|saw|began|left|fell|rose|wrote|spoke|gave|made"
    "|found|got|ran|fought|flew|drove|lost|won|sat|shot|brought|became|grew|knew|led|stood|struck|thought|broke"
    r"|[a-z]{2,}(?<!ne)(?<!hundr)ed"
)
_VERB = re.compile(rf"(?<![\w'’])(?:(?P<future>{_FUTURE})|{_PAST})(?!\w)")
_CLAUSE = re.compile(r"[,;:()–—]|\b(?:that|who|which|and|but|while|as)\b")
_SENTENCE = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z“\"])|\n")


def tense(text: str, start: int, end: int) -> Tense | None:
    """The tense of the nearest verb: the last one before the date in its clause, else the first one behind it in its
    sentence, else the last one before it in its sentence. None where there is none that shows it.

    >>> tense("Kim said on Monday that they will go", 12, 18), tense("They will go on Monday, Kim said", 16, 22)
    ('past', 'future')
    """
    before = _SENTENCE.split(text[max(0, start - REACH) : start])[-1]
    after = _SENTENCE.split(text[end : end + REACH])[0]
    verbs = (
        *reversed(_verbs(_CLAUSE.split(before)[-1])),
        *_verbs(after),
        *reversed(_verbs(before)),
    )
    return verbs[0] if verbs else None


def _verbs(words: str) -> list[Tense]:
    return ["future" if match["future"] else "past" for match in _VERB.finditer(words)]
