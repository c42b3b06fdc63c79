"""Dates of any precision: the earliest and the latest day that an EDTF or ISO 8601 date can mean, and its words."""

import re
from calendar import month_abbr, monthrange

_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_DATE = re.compile(r"(?P<year>[\dX]{4})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?")


def earliest(date: str | None) -> str:
    """The first day that `date` can mean, as YYYY-MM-DD; for a date that is unknown or not understood, 0000-01-01.

    >>> earliest("2024-10"), earliest("2024-10-29T10:00:00Z"), earliest("201X"), earliest(None)
    ('2024-10-01', '2024-10-29', '2010-01-01', '0000-01-01')
    """
    found = _DATE.match(date or "")
    if not found:
        return "0000-01-01"
    month = _least(found["month"], "01")
    return f"{found['year'].replace('X', '0')}-{month}-{_least(found['day'], '01')}"


def latest(date: str | None) -> str:
    """The last day that `date` can mean, as YYYY-MM-DD; for a date that is unknown or not understood, 9999-12-31.

    >>> latest("2024-02"), latest("2024~"), latest("..")
    ('2024-02-29', '2024-12-31', '9999-12-31')
    """
    found = _DATE.match(date or "")
    if not found:
        return "9999-12-31"
    year = found["year"].replace("X", "9")
    month = _most(found["month"], "12")
    last = f"{monthrange(int(year) or 4, int(month))[1]:02}" if "01" <= month <= "12" else "31"
    return f"{year}-{month}-{_most(found['day'], last)}"


def in_words(date: str | None) -> str:
    """An EDTF date, with what it leaves open, for people.

    >>> in_words("2024-10-29"), in_words("../XXXX-12"), in_words("2024-10-27/2024-10-28")
    ('29 Oct 2024', 'until Dec, year not known', '27 Oct 2024 to 28 Oct 2024')
    >>> in_words("XXXX-12-05"), in_words("2024-XX-05"), in_words("2024-10-29~/..")
    ('5 Dec, year not known', '2024', 'from 29 Oct 2024')
    """
    if not date:
        return "date not known"
    first, slash, last = date.partition("/")
    if not slash:
        return _one(first)
    if first in ("", ".."):
        return f"until {_one(last)}"
    return f"from {_one(first)}" if last in ("", "..") else f"{_one(first)} to {_one(last)}"


def _one(date: str) -> str:
    found = _DATE.match(date)
    if not found:
        return date
    month, day = (None if part in (None, "XX") else part for part in found.group("month", "day"))
    words = " ".join([*([f"{int(day)}"] if day and month else []), *([_month(month)] if month else [])])
    year = "year not known" if found["year"] == "XXXX" else found["year"]
    return f"{words}{',' if found['year'] == 'XXXX' and words else ''} {year}".strip()


def _month(number: str) -> str:
    return month_abbr[int(number)] if number.isdigit() and 1 <= int(number) <= 12 else _SEASONS.get(number, number)


def _least(part: str | None, least: str) -> str:
    return least if part is None or part == "XX" else part.replace("X", "0")


def _most(part: str | None, most: str) -> str:
    return most if part is None or part == "XX" else min(part.replace("X", "9"), most)
