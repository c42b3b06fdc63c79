"""Days of the calendar: "October 27-28", "Wednesday, 23 October 2024", "28.10.2024"."""

import re
from datetime import date

from loaders.match.points import DAY, LEFT_OPEN, MONTH, WEEKDAYS, YEAR, Ends, Rule, edtf, month, single
from loaders.match.published import Published
from loaders.match.tense import Tense

_TO = r"(?P<between>(?<=[Bb]etween\s))?"
_JOIN = r"(?(between)\s+and\s+|\s*(?:[-–—]|\b(?:to|through|until)\b)\s*)"
_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)})(?:,?\s+(?:the\s+)?|\s+(?P<paren>\()))?"
_END = rf"(?:,?\s+(?P<year>{YEAR}))?(?(paren)\)|)"


def _days(match: re.Match[str], _published: Published, _tense: Tense | None) -> Ends:
    year, last_month = match["year"], month(match["month2"] or match["month"])
    first_month = month(match["month"] or match["month2"])
    last_year = year
    if year and first_month > last_month:
        year = str(int(year) - 1)
    first = edtf(year, first_month, _number(match["day"]))
    last = edtf(last_year, last_month, _number(match["day2"])) if match["day2"] else first
    backward = last < first and first_month == last_month
    return LEFT_OPEN if not first or not last or backward or not _on(match["weekday"], first) else (first, last)


def _on(weekday: str | None, day: str) -> bool:
    """Whether a day of a known year is the weekday that stands beside it."""
    return not weekday or day[0] == "X" or WEEKDAYS[date.fromisoformat(day).weekday()] == weekday


def _iso(match: re.Match[str], _published: Published, _tense: Tense | None) -> Ends:
    return single(edtf(match["year"], int(match["month"]), int(match["day"])))


def _numbers(match: re.Match[str], _published: Published, _tense: Tense | None) -> Ends:
    """28.10.2024 or 10/28/2024; where both could be the month, it stays open."""
    one, two = int(match["one"]), int(match["two"])
    if one <= 12 and two <= 12 and one != two:
        return LEFT_OPEN
    return single(edtf(match["year"], min(one, two), max(one, two)))


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


RULES = tuple(
    Rule(re.compile(form), read)
    for form, read in (
        (
            r"(?<![\w.-])(?P<year>\d{4})(?P<dash>[-/])(?P<month>\d\d)(?P=dash)(?P<day>\d\d)(?:T[\d:.]*\d(?:Z|[+-][\d:]+)?)?(?![\w-])",
            _iso,
        ),
        (
            r"(?<![\w./-])(?P<one>\d{1,2})(?P<dot>[./-])(?P<two>\d{1,2})(?P=dot)(?P<year>(?:19|20)\d\d)(?![\w/-])",
            _numbers,
        ),
        (
            rf"(?<!\w){_TO}{_WEEKDAY}(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{DAY})"
            rf"(?:{_JOIN}(?:(?P<month2>{MONTH})\s+)?(?P<day2>{DAY}))?{_END}",
            _days,
        ),
        (
            rf"(?<![\w.,/:-]){_TO}{_WEEKDAY}(?P<day>{DAY})(?:(?:\s+(?:of\s+)?(?P<month>{MONTH}))?{_JOIN}(?P<day2>{DAY}))?"
            rf"\s+(?:of\s+)?(?P<month2>{MONTH}){_END}",
            _days,
        ),
    )
)
