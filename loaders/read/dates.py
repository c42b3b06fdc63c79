"""Dates as people and machines write them, made ISO 8601 with the precision that is known, or not read at all."""

import re
from datetime import date, datetime
from typing import NamedTuple

LONGEST = 80
_MONTHS = re.findall(r"\w+", "january february march april may june july august september october november december")
_WEEKDAYS = re.findall(r"\w+", "monday tuesday wednesday thursday friday saturday sunday")
_MONTH = {name[:n]: i for i, name in enumerate(_MONTHS, 1) for n in (3, len(name))} | {"sept": 9}
_WEEKDAY = {day[:n]: i for i, day in enumerate(_WEEKDAYS) for n in (3, len(day))} | {"tues": 1, "thur": 3, "thurs": 3}
_PREFIX = re.compile(r"(?:(?:first |originally )?(?:published|posted)|date)(?: on| at)?\s*:?\s+", re.IGNORECASE)
_ISO = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:(?<=-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s?(Z|[+-]\d\d:?\d\d)?)?"
)
_NUMBERS = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)(?::(\d\d))?\s*([ap]\.?m\.?)?", re.IGNORECASE)
_ZONE = re.compile(r"[+-]\d\d:?\d\d")
_WORD = re.compile(
    r"""
      \d{1,4}[./-]\d{1,2}[./-]\d{1,4}
    | \d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\b\.?)? | [+-]\d\d:?\d\d | \d+ | [^\W\d]+
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Words that say nothing of the date itself, or that name a zone in a way that is not the same all over the world.
_FILLER = re.compile(r"st|nd|rd|th|at|on|the|of|[ecmp][sd]?t|bst|cest|cet|eest|eet|msk|kst|jst|ist")
_AROUND = re.compile(
    r"(?:first|originally|last|published|posted|modified|updated?|date|ago|read|days?|hours?|minutes?|mins?|utc|gmt|z)"
)


class _Parts(NamedTuple):
    days: list[int]
    months: list[int]
    years: list[int]
    weekdays: list[int]
    clocks: list[str]
    zones: list[str]


def parse_date(text: str) -> str | None:
    """A date, month, year or date-time as ISO 8601; None where it is no date or could be two.

    >>> parse_date("29 October 2024, 07:31"), parse_date("1 November, 2024 Friday"), parse_date("Oct 2024")
    ('2024-10-29T07:31', '2024-11-01', '2024-10')
    >>> parse_date("29/10/2024"), parse_date("01/02/2024"), parse_date("27 October")
    ('2024-10-29', None, None)
    """
    text = _PREFIX.sub("", text.strip(), count=1)
    if not text or len(text) > LONGEST or not text.isascii():
        return None
    iso = _ISO.fullmatch(text)
    return _from_iso(iso) if iso else _from_words(text)


def parse_clock(text: str) -> str | None:
    """A stand-alone time of day as HH:MM or HH:MM:SS, on a 24-hour clock.

    >>> parse_clock("10:06"), parse_clock("7.31 pm"), parse_clock("10")
    ('10:06', '19:31', None)
    """
    match = _CLOCK.fullmatch(text.strip()) if len(text) < LONGEST else None
    if not match:
        return None
    hour, minute, second, half = int(match[1]), match[2], match[3], (match[4] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 * half.startswith("p") if half else hour
    clock = f"{hour:02}:{minute}" + (f":{second}" if second else "")
    return clock if _valid(f"2000-01-01T{clock}") else None


def is_dateline(text: str) -> bool:
    """Whether a line is made of nothing but a date, a time, or how long ago or how long to read.

    >>> is_dateline("2025, Wednesday"), is_dateline("Updated 3 hours ago"), is_dateline("March on 5 cities")
    (True, True, False)
    """
    if len(text) > LONGEST or re.search(r"[^\w\s,.:;|/()+•·–—-]", text):
        return False
    words = [word.lower().strip() for word in _WORD.findall(text)]
    known = all(_is_of_dates(word) for word in words)
    return known and any(any(c.isdigit() for c in word) or word in _WEEKDAY for word in words)


def _is_of_dates(word: str) -> bool:
    if word[0] in "0123456789+-":
        return not word.isdecimal() or len(word) in (1, 2, 4)
    return word in _MONTH or word in _WEEKDAY or bool(_FILLER.fullmatch(word) or _AROUND.fullmatch(word))


def _from_iso(match: re.Match[str]) -> str | None:
    day = "-".join(part for part in match.group(1, 2, 3) if part)
    if not match[4]:
        return day if _valid(day + "-01-01"[len(day) - 4 :]) else None
    zone = match[5] or ""
    moment = f"{day}T{match[4]}" + (f"{zone[:3]}:{zone[-2:]}" if zone and zone != "Z" else zone)
    return moment if _valid(moment) else None


def _from_words(text: str) -> str | None:
    parts = _Parts([], [], [], [], [], [])
    if re.search(r"[^\w\s,.:;|/()+-]", text) or not all(_sort(w.lower().strip(), parts) for w in _WORD.findall(text)):
        return None
    if any(len(values) > 1 for values in parts) or not parts.years or (parts.days and not parts.months):
        return None
    day = f"{parts.years[0]:04}" + "".join(f"-{value:02}" for value in parts.months + parts.days)
    if (parts.weekdays or parts.clocks) and not parts.days:
        return None
    if not _valid(day + "-01-01"[len(day) - 4 :]):
        return None
    if parts.weekdays and date.fromisoformat(day).weekday() != parts.weekdays[0]:
        return None
    return "T".join([day, *parts.clocks]) + "".join(parts.zones if parts.clocks else [])


def _sort(word: str, parts: _Parts) -> bool:
    """Put a word where it belongs; False if it belongs nowhere."""
    if numbers := _NUMBERS.fullmatch(word):
        return _sort_numbers(int(numbers[1]), int(numbers[3]), int(numbers[4]), parts)
    if clock := parse_clock(word):
        parts.clocks.append(clock)
    elif word in ("utc", "gmt", "z"):
        parts.zones[:] = ["Z"]
    elif _ZONE.fullmatch(word):
        parts.zones.append(f"{word[:3]}:{word[-2:]}")
    elif word.isdecimal():
        return _sort_number(word, parts)
    elif word in _MONTH:
        parts.months.append(_MONTH[word])
    elif word in _WEEKDAY:
        parts.weekdays.append(_WEEKDAY[word])
    else:
        return bool(_FILLER.fullmatch(word))
    return True


def _sort_number(word: str, parts: _Parts) -> bool:
    if len(word) == 4:
        parts.years.append(int(word))
    elif len(word) <= 2:
        parts.days.append(int(word))
    return len(word) in (1, 2, 4)


def _sort_numbers(first: int, second: int, third: int, parts: _Parts) -> bool:
    """29/10/2024, 10/29/2024 or 2024/10/29; not 01/02/2024, which is a day in January or in February."""
    if first > 999:
        year, month, day = first, second, third
    elif first > 12 or first == second:
        year, month, day = third, second, first
    elif second > 12:
        year, month, day = third, first, second
    else:
        return False
    for values, value in ((parts.years, year), (parts.months, month), (parts.days, day)):
        values.append(value)
    return year > 999


def _valid(moment: str) -> bool:
    try:
        datetime.fromisoformat(moment)
    except ValueError:
        return False
    return True
