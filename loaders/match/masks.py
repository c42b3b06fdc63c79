"""Digits that are no quantities: dates, times, ordinals, names of weapons and roads, calibres, telephone numbers."""

import re
from collections.abc import Iterator

from graph.model import Span
from loaders.match.dates import dates

_DESIGNATORS = (
    "article|section|paragraph|clause|chapter|page|pp|volume|verse|resolution|directive|decree|protocol|act|amendment"
    "|unit|brigade|regiment|division|battalion|squadron|boeing|airbus|channel|room|route|highway|flight|apartment|flat"
    "|gate|line|platform|pier|terminal|phase|stage|level|category|grade|day|week|agenda|vision|area|zone|sector|apollo"
    r"|windows|version|season|episode|no\.|nos?|nr\.?|world\s+war|psalm|group\s+of|big|top|formula|type|model"
)
_NOT = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?:https?://|www\.)\S+",
        r"\b\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}(?:\.\d\d)?\s?[ap]\.?m\b\.?|\b\d{1,2}\s+o['’]clock",
        r"\b\d{4}\s*(?:gmt|utc|hrs|hours\s+(?:local|gmt))\b",
        r"\b\d[\d,]*(?:st|nd|rd|th)\b|\b\d+0s\b|['’]\d\ds?\b|\b\d+s\b",
        r"(?<![\w$])[a-z]+-?\d[\w.-]*",
        r"(?<!\w)\.\d+|\b\d[\d.]*[\s-]?(?:mm|millimet(?:re|er)s?|calib(?:re|er))\b(?!\s+of\b)",
        rf"\b(?:{_DESIGNATORS})\s*#?(?:\d[\w.-]*|one|two|three|four|five|six|seven|eight|nine|ten|twenty)\b",
        r"#\d+|§+\s?\d[\d.]*",
        r"\b\d+/\d+(?:/\d+)?\b",
        r"\+\d[\d\s()-]{6,}\d|\b0\d{1,4}[\s-]\d{2,4}[\s-]\d{2,4}(?:[\s-]\d{2,4})*\b|\b\d{3}-\d{3}-\d{4}\b",
        # 1.500 is one and a half in English and fifteen hundred in half of Europe.
        r"(?<![$€£\d.])\b\d{1,3}(?:\.\d{3})+\b(?!\s?(?:bn|m|million|billion)\b)",
        r"\bone\s+in\s+(?:every\s+)?(?:\w+|\d+)|\b\w+\s+out\s+of\s+(?:every\s+)?(?:\w+|\d+)",
        r"\bno\s+one\b|\bone\s+(?:another|day|side|by\s+one|or\s+other)\b",
    )
)


def masks(text: str) -> Iterator[Span]:
    """The spans of a text that hold no quantity, whatever digits or number words they hold."""
    yield from ((date.start, date.end) for date in dates(text, None))
    for form in _NOT:
        yield from (match.span() for match in form.finditer(text))
