"""The dates in what is said, as EDTF with the precision of the words, told from the day of publication."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.match import calendar_days, calendar_spans, relative_dates, weekdays
from loaders.match.period import OPEN
from loaders.match.points import LEFT_OPEN, Ends, Rule
from loaders.match.published import Published, published
from loaders.match.tense import Tense, tense
from loaders.match.years import before, with_year

_RULES = (*calendar_days.RULES, *calendar_spans.RULES, *relative_dates.RULES, *weekdays.RULES)
_AHEAD = re.compile(
    r"(?<!\w)(?:(?P<until>by|no\s+later\s+than|until|till|through|up\s+to)|(?P<before>before|prior\s+to)"
    r"|(?P<since>since|from|after)|(?P<range>between))\s+\Z",
    re.IGNORECASE,
)
_LAST = re.compile(r"\b(?:end|close)\s+of\b|\byear[\s-]end\b", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:beginning|start)\s+of\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Date:
    """A phrase of time, code points `start` to `end`, and what it means.

    `edtf` is a level 0 or 1 date or interval: "2024-10", "2024-10-27/2024-10-28", "../2024-12" (by December),
    "2024-08/.." (since August), "2024-10-15~" (two weeks ago). A year that cannot be told is "XXXX". None where the
    phrase stays open: it is told from a day that is not known, or can be read in two ways.
    """

    start: int
    end: int
    edtf: str | None


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    match: re.Match[str]
    rule: Rule


def dates(text: str, published_on: str | None, said_of: Tense | None = None) -> tuple[Date, ...]:
    """The dates of a text in order, none within another.

    `published_on` is the article's date in EDTF or ISO 8601, None where it is unknown: then nothing is made up, and
    what is told from it stays open. A year or weekday that the words leave out is the nearest back, or the nearest on
    where the verbs around it say that it is to come; `said_of` says so in their stead.

    "Early", "mid" and "late" are thirds of a month (to the 10th, to the 20th) or a year (to April, to August), their
    inner bounds approximate ("~"). "After" and "from" a date are read as "since", it included; "before" leaves it out.
    """
    known = published(published_on)
    return tuple(date for found in _found(text) if (date := _date(text, found, known, said_of)) is not None)


def _found(text: str) -> Iterator[_Found]:
    """The leftmost and then longest phrases; one that a rule refuses still hides what is within it."""
    every = [
        _Found(*match.span("time" if "time" in rule.form.groupindex else 0), match, rule)
        for rule in _RULES
        for match in rule.form.finditer(text)
    ]
    end = 0
    for found in sorted(every, key=lambda found: (found.start, -found.end)):
        if found.start >= end:
            end = found.end
            yield found


def _date(text: str, found: _Found, known: Published, said_of: Tense | None) -> Date | None:
    ahead = _AHEAD.search(text, max(0, found.start - 20), found.start)
    told = said_of or _told(text, found, ahead)
    ends = found.rule.read(found.match, known, told)
    if ends is None:
        return None
    ends = with_year(ends, known, told, found.match.groupdict().get("weekday"))
    start = (
        ahead.start()
        if ahead and OPEN not in ends and (not ahead["range"] or ends[0] != ends[1] or ends == LEFT_OPEN)
        else found.start
    )
    return Date(start, found.end, _edtf(ends, ahead, found.match[0]))


def _told(text: str, found: _Found, ahead: re.Match[str] | None) -> Tense | None:
    """The tense of a phrase. "Since" is of the past; a "by" that is not of the future may be of either."""
    if ahead and ahead["since"] and ahead["since"].lower() == "since":
        return "past"
    around = tense(text, found.start, found.end)
    if ahead and ahead["until"]:
        named = "weekday" in found.match.groupdict() and "month" not in found.match.groupdict()
        return "future" if around == "future" or (named and around is None) else None
    return around


def _edtf(ends: Ends, ahead: re.Match[str] | None, words: str) -> str | None:
    first, last = ends
    if ends == LEFT_OPEN or not first or not last:
        return None
    if ahead is None or ahead["range"] or OPEN in ends or (ahead["since"] and first != last and _is_from(ahead)):
        return first if first == last else f"{first}/{last}"
    if ahead["since"]:
        return f"{_whole(first) if _FIRST.search(words) else first}/{OPEN}"
    last = _whole(last) if _LAST.search(words) else last
    return f"{OPEN}/{last if ahead['until'] or _LAST.search(words) else before(first)}"


def _is_from(ahead: re.Match[str]) -> bool:
    return ahead["since"].lower() == "from"


def _whole(part: str) -> str:
    """The month or year that a day or month is the end or the beginning of."""
    return part.rpartition("-")[0]
