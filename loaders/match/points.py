"""What a phrase of time is read to, before its year is looked for and before "by" or "since" is heeded."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass

from loaders.match.period import UNKNOWN_YEAR
from loaders.match.published import Published
from loaders.match.tense import Tense

Ends = tuple[str, str]
"""The first and last of a time, single EDTF dates; a year that the words do not give is "XXXX"."""
LEFT_OPEN: Ends = ("", "")
"""It is a time, but which one cannot be told."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LONG = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTHS = {name[:3].lower(): number for number, name in enumerate(_LONG.split("|"), 1)}
MONTH = rf"(?:{_LONG}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)(?!\w)"
YEAR = r"(?:19|20)\d\d(?!\w|[.,:/]\d|-\d|\s*%)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\w|[.,:]\d|\s*%)"


@dataclass(frozen=True, slots=True)
class Rule:
    """How phrases of one form are read; None where the phrase is no time after all."""

    form: re.Pattern[str]
    read: Callable[[re.Match[str], Published, Tense | None], Ends | None]


def single(day: str) -> Ends:
    """One date as first and last."""
    return day, day


def month(word: str) -> int:
    """The number of a month's name or its short form."""
    return _MONTHS[word[:3].lower()]


def edtf(year: int | str | None, month: int, day: int | None = None, about: str = "") -> str:
    """A single EDTF date; empty where the calendar has no such day."""
    if not 1 <= month <= 12 or (day and not 1 <= day <= last_day(year, month)):
        return ""
    return f"{year or UNKNOWN_YEAR:0>4}-{month:02}" + (f"-{day:02}" if day else "") + about


def last_day(year: int | str | None, month: int) -> int:
    """The number of days of a month; 29 for a February of no known year."""
    return monthrange(int(year or 2000), month)[1]
