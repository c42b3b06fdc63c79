"""Days from dates of any precision: the earliest and the latest day that an EDTF or ISO 8601 date can mean."""

import re
from calendar import monthrange

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


def _least(part: str | None, least: str) -> str:
    return least if part is None or part == "XX" else part.replace("X", "0")


def _most(part: str | None, most: str) -> str:
    return most if part is None or part == "XX" else min(part.replace("X", "9"), most)
