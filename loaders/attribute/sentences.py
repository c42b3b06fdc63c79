"""Where a sentence begins and ends, well enough to look for the words that cite around an attribution."""

import re
from bisect import bisect_right
from functools import lru_cache

from graph.model import Span

_TITLES = "Mr Mrs Ms Dr Prof Gen Lt Col Sgt Maj Capt Adm Sen Rep Gov St"
SHORT_TITLES = tuple(_TITLES.split())
ENDS_WITH_COMMA = re.compile(r",[\"”’']?\s*\Z")
"""A comma at the end, and the mark that closes a quotation there."""
_SHORT = "Jr Sr No vs Inc Ltd Co Corp Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
_AFTER_SHORT = "".join(rf"(?<!\b{word}\.)" for word in (*SHORT_TITLES, *_SHORT.split()))
_END = re.compile(rf"[.!?…]{_AFTER_SHORT}(?<!\b[A-Z]\.)[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-Z0-9])|\s*\n\s*")


_CLAUSE = re.compile(r"[,;:–—“”\"]\s*|\b(?:and|but|while)\s+")
_ADVERB = re.compile(
    r",\s+(?:meanwhile|however|in\s+turn|for\s+(?:its|his|her|their)\s+part|separately|though|too|also|earlier|later),\s*\Z"
    r"|(?<=,)\s+(?:(?:earlier\s+)?this|last)\s+(?:week|month|year)\s*\Z"
)
_RELATIVE = re.compile(r"(?P<name>[^,;:“”\"]{2,90}),\s+(?:who|which)\b[^;:“”\"]*,\s*")
_APPOSED = re.compile(
    r"(?:\A|[”\",]\s+)(?P<name>(?:the|its|his|her|their|[A-Z][\w'’]*)\s[^,;:“”\"]{2,60},\s[A-Z][^,;:“”\"]{2,60}),\s*\Z"
)
"""An office and who holds it, between commas: "its director, Ann Lee, was"."""
_TITLED = re.compile(r"(?P<name>[A-Z][\w'’-]*(?:\s[A-Z][\w'’.-]*){1,4}),\s(?:the\s|an?\s)?[a-z][^,;:“”\"]{2,90},\s*\Z")
"""A name and what its bearer is, between commas: "Ann Lee, head of the port, was"."""
LONGEST = 2000
"""Code points of a sentence beyond which it is none."""
LONGEST_NAME = 10
"""Words of a subject that is a name."""


@lru_cache(maxsize=4)
def _starts(text: str) -> tuple[int, ...]:
    return (0, *(match.end() for match in _END.finditer(text)))


def sentence_at(text: str, place: int) -> Span:
    """The range of the sentence that holds code point `place`; a line break always ends one.

    >>> text = "He went to the U.S. Army base. She stayed."
    >>> text[slice(*sentence_at(text, 3))], text[slice(*sentence_at(text, 35))]
    ('He went to the U.S. Army base. ', 'She stayed.')
    """
    starts = _starts(text)
    at = bisect_right(starts, place) - 1
    return starts[at], starts[at + 1] if at + 1 < len(starts) else len(text)


def sentence_before(text: str, at: int) -> Span | None:
    """The range of the sentence that ends before a code point; None where there is none."""
    return sentence_at(text, len(text[:at].rstrip()) - 1) if text[:at].strip() else None


def is_endless(text: str, at: int) -> bool:
    """Whether the sentence at a code point is too long to be one, and not worth reading."""
    start, end = sentence_at(text, at)
    return end - start > LONGEST


def words_end(text: str, sentence: Span) -> int:
    """Where a sentence's words end, before the mark that closes it and the white space behind that.

    >>> words_end("He left. She stayed.", (0, 9))
    7
    """
    return sentence[0] + len(text[slice(*sentence)].rstrip(" \r\n.!?"))


def subject_before(text: str, verb: int) -> Span | None:
    """The words of its clause before a verb, None where there are none or too many for a name.

    >>> text = "It rained, the mayor was told."
    >>> text[slice(*subject_before(text, text.index("was")))]
    'the mayor'
    """
    start = sentence_at(text, verb)[0]
    relative = _RELATIVE.fullmatch(text, start, verb)
    if relative:
        return relative.span("name")
    aside = _ADVERB.search(text, start, verb)
    verb = aside.start() if aside else verb
    apposed = _APPOSED.search(text[start:verb])
    if apposed and len(apposed["name"].split()) <= LONGEST_NAME:
        return start + apposed.start("name"), start + apposed.end("name")
    titled = _TITLED.match(text[start:verb])
    if titled:
        return start, start + titled.end("name")
    clause = _CLAUSE.split(text[start:verb].rstrip())[-1].strip()
    begin = text.rindex(clause, start, verb)
    return (begin, begin + len(clause)) if 0 < len(clause.split()) <= LONGEST_NAME else None
