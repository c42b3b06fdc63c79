"""EDTF dates as days: the first and the last day that a date or interval can mean.

Own code, since the library for EDTF (edtf 5.0) warns on import with the pyparsing of today, and refuses or misreads
intervals of an unknown year, which an article without a date leaves us with.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

Days = tuple[date, date]
OPEN = ".."
UNKNOWN_YEAR = "XXXX"
_HALF = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?"
    r"(?P<about>[~?%])?",
    re.ASCII,
)
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}


@lru_cache(maxsize=4096)
def days(edtf: str) -> Days | None:
    """The first and last day of a level 0 or 1 date or interval; `date.min` and `date.max` where it is open.

    "~" and "?" widen it by three days, a month or a year, as its precision is. A season is the northern one. None
    where it is no such date.

    >>> days("2024-02"), days("../2024-10-29") == (date.min, date(2024, 10, 29)), days("2024-13")
    ((datetime.date(2024, 2, 1), datetime.date(2024, 2, 29)), True, None)
    """
    halves = [_half(half) for half in edtf.split("/")]
    first, last = halves[0], halves[-1]
    if len(halves) > 2 or first is None or last is None or edtf in ("", OPEN) or first[0] > last[1]:
        return None
    return first[0], last[1]


def overlap(one: str, other: str) -> bool:
    """Whether two dates can mean the same day. One that is not understood can be any day.

    A date without its year is taken in the other's year, so that "XXXX-10-23" and "2024-10-27" cannot.
    """
    a, b = days(_dated(one, other)), days(_dated(other, one))
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


def _dated(edtf: str, other: str) -> str:
    """A date with the year of the other one for its own unknown one; 2000, a leap year, where that has none either."""
    year = re.search(r"\d{4}", other) if not other.startswith(UNKNOWN_YEAR) else None
    return edtf.replace(UNKNOWN_YEAR, year[0] if year else "2000") if "XXXX-" in edtf else edtf


def _half(half: str) -> Days | None:
    if half in ("", OPEN):
        return date.min, date.max
    match = _HALF.fullmatch(half)
    if not match:
        return None
    try:
        return _spread(_first(match), _last(match), match)
    except (ValueError, OverflowError):
        return None


def _first(match: re.Match[str]) -> date:
    month = _number(match["month"], 1)
    year = max(int(match["year"].replace("X", "0")), int("X" in match["year"]))
    day = _number(match["day"], 1)
    return date(year, _SEASONS.get(month, month), min(day, 28) if "X" in match["year"] and month == 2 else day)


def _last(match: re.Match[str]) -> date:
    year, month = int(match["year"].replace("X", "9")), _number(match["month"], 12)
    if month in _SEASONS:
        year, month = (year, _SEASONS[month] + 2) if month < 24 else (year + 1, 2)
    # A day of no known year may be the 29th of February.
    last = 29 if month == 2 and "X" in match["year"] else monthrange(year, month)[1]
    day = _number(match["day"], last)
    return date(year, month, min(day, 28) if "X" in match["year"] and month == 2 else day)


def _spread(first: date, last: date, match: re.Match[str]) -> Days:
    if not match["about"]:
        return first, last
    slack = timedelta(days=3 if match["day"] else 31 if match["month"] else 366)
    return max(first, date.min + slack) - slack, min(last, date.max - slack) + slack


def _number(part: str | None, otherwise: int) -> int:
    return otherwise if part in (None, "XX") else int(part or otherwise)
