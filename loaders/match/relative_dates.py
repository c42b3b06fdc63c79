"""Times told from the day of publication: "yesterday", "two weeks ago", "the coming months", "next year"."""

import re
from datetime import date, timedelta

from loaders.match.amounts import amounts
from loaders.match.period import OPEN
from loaders.match.points import LEFT_OPEN, MONTH, Ends, Rule, edtf, last_day, month, single
from loaders.match.published import Published
from loaders.match.tense import Tense

_UNIT = r"(?P<unit>day|week|month|year)"
_COUNT = r"(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})"
_DAY = {"yesterday": -1, "tomorrow": 1}
_SEASON = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_TURN = {"last": -1, "previous": -1, "this": 0, "next": 1}


def _day(match: re.Match[str], published: Published, _tense: Tense | None) -> Ends:
    if not published.day:
        return LEFT_OPEN
    return single((published.day + timedelta(days=_DAY.get(match["day"].lower(), 0))).isoformat())


def _overnight(_match: re.Match[str], published: Published, _tense: Tense | None) -> Ends:
    today = published.day
    return ((today - timedelta(days=1)).isoformat(), today.isoformat()) if today else LEFT_OPEN


def _unit(match: re.Match[str], published: Published, _tense: Tense | None) -> Ends:
    """Last, this or next week (Monday to Sunday), month or year; of this one the earlier or later part."""
    unit = match["unit"].lower()
    ends = _turned(unit, _TURN[match["turn"].lower()], published)
    now = _now(unit, published)
    if not match["part"] or ends == LEFT_OPEN or not now:
        return LEFT_OPEN if match["part"] else ends
    first, last = _bounds(unit, ends)
    return (first, now) if match["part"].lower() == "earlier" else (now, last)


def _now(unit: str, published: Published) -> str:
    """The month of publication within a year, the day within what is shorter; empty where it is not known."""
    if unit == "year":
        return edtf(*published.month) if published.month else ""
    return published.day.isoformat() if published.day else ""


def _bounds(unit: str, ends: Ends) -> Ends:
    """The first and last part of a unit: of a year its months, of a month its days."""
    if ends == LEFT_OPEN or unit == "week":
        return ends
    if unit == "year":
        return f"{ends[0]}-01", f"{ends[1]}-12"
    return f"{ends[0]}-01", f"{ends[1]}-{last_day(ends[1][:4], int(ends[1][5:]))}"


def _turned(unit: str, turn: int, published: Published) -> Ends:
    if unit == "week" and published.day:
        monday = published.day + timedelta(days=7 * turn - published.day.weekday())
        return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    if unit == "month" and published.month:
        return single(_months_on(published.month, turn))
    return single(f"{published.year + turn:04}") if unit == "year" and published.year else LEFT_OPEN


def _months_on(since: tuple[int, int], count: int) -> str:
    year, number = divmod(since[0] * 12 + since[1] - 1 + count, 12)
    return edtf(year, number + 1)


def _edge(match: re.Match[str], published: Published, _tense: Tense | None) -> Ends:
    """The end or beginning of a year or month; `dates` takes the whole of it behind "by"."""
    unit = (match["unit"] or "year").lower()
    first, last = _bounds(unit, _turned(unit, _TURN.get((match["turn"] or "").lower(), 0), published))
    day = last if (match["edge"] or "end").lower() == "end" else first
    return single(f"{day}~") if day else LEFT_OPEN


def _ago(match: re.Match[str], published: Published, _tense: Tense | None) -> Ends:
    """Days are counted to the day; longer units say only about when."""
    return single(_moved(match, published, -1))


def _within(match: re.Match[str], published: Published, _tense: Tense | None) -> Ends:
    end = _moved(match, published, 1)
    return (published.day.isoformat(), end) if published.day and end else LEFT_OPEN


def _past_count(match: re.Match[str], published: Published, _tense: Tense | None) -> Ends:
    start = _moved(match, published, -1)
    return (start, published.day.isoformat()) if published.day and start else LEFT_OPEN


def _moved(match: re.Match[str], published: Published, sign: int) -> str:
    """The date so many units on (or back) from publication, approximate where the unit is longer than a day."""
    one = match.groupdict().get("one")
    count, unit = sign * (1 if one else _count(match["count"])), (one or match["unit"]).lower()
    if unit in ("day", "week"):
        steps = timedelta(days=count * (7 if unit == "week" else 1))
        return (published.day + steps).isoformat() + "~" * (unit == "week") if published.day else ""
    if unit == "month":
        return _months_on(published.month, count) + "~" if published.month else ""
    return f"{published.year + count:04}~" if published.year and published.year + count > 0 else ""


def _count(word: str) -> int:
    return 1 if word.lower() in ("a", "an") else int(amounts(word)[0].low)


def _coming(_match: re.Match[str], published: Published, _tense: Tense | None) -> Ends:
    """From publication on; how far is not said."""
    return (published.day.isoformat(), OPEN) if published.day else LEFT_OPEN


def _recent(_match: re.Match[str], published: Published, _tense: Tense | None) -> Ends:
    """Up to publication; since when is not said."""
    return (OPEN, published.day.isoformat()) if published.day else LEFT_OPEN


def _named_month(match: re.Match[str], published: Published, _tense: Tense | None) -> Ends:
    """Last, this or next August: the nearest one before or after the month of publication."""
    if not published.month:
        return LEFT_OPEN
    (year, now), number, turn = published.month, month(match["month"]), _TURN[match["turn"].lower()]
    behind = -1 if turn < 0 and number >= now else 0
    return single(edtf(year + behind + (1 if turn > 0 and number <= now else 0), number))


def _this_season(match: re.Match[str], published: Published, _tense: Tense | None) -> Ends:
    """This summer; last or next summer can be either of two."""
    this = match["turn"].lower() == "this" and published.year
    return single(f"{published.year}-{_SEASON[match['season']]}") if this else LEFT_OPEN


def nearest(weekday: int, published: date, tense: Tense | None, *, strictly: bool = False) -> date:
    """The nearest such weekday, back from publication unless what is said is to come."""
    days = (weekday - published.weekday()) % 7 if tense == "future" else -((published.weekday() - weekday) % 7)
    return published + timedelta(days=days or strictly * (7 if tense == "future" else -7))


_FEW = r"(?:few|several|couple\s+of)\s+"
RULES = tuple(
    Rule(re.compile(form, re.IGNORECASE if folded else 0), read)
    for form, read, folded in (
        (r"(?<![\w-])(?P<day>yesterday|today|tonight|tomorrow)(?![\w-])", _day, True),
        (r"(?<!\w)(?P<day>this)\s+(?:morning|afternoon|evening)(?!\w)", _day, True),
        (r"(?<![\w-])overnight(?![\w-])", _overnight, True),
        (rf"(?<!\w)(?:(?P<part>earlier|later)\s+)?(?P<turn>this)\s+{_UNIT}(?!\w)", _unit, True),
        (rf"(?<!\w)(?P<part>)(?P<turn>last|next)\s+{_UNIT}(?!\w)", _unit, True),
        (
            r"(?<!\w)(?:the\s+(?P<edge>end|beginning|start)\s+of\s+(?P<turn>the|this|last|next)\s+(?P<unit>year|month)"
            r"|(?:the\s+)?year[\s-]end)(?!\w)",
            _edge,
            True,
        ),
        (rf"(?<!\w){_COUNT}\s+{_UNIT}s?\s+ago(?!\w)", _ago, True),
        (rf"(?<!\w)(?:a\s+few|several|some|a\s+couple\s+of)\s+{_UNIT}s\s+ago(?!\w)", _recent, True),
        (rf"(?<!\w)within\s+(?:the\s+(?:next|coming)\s+)?{_COUNT}\s+{_UNIT}s?(?!\w)", _within, True),
        (rf"(?<!\w)the\s+(?:next|coming)\s+(?:{_COUNT}\s+{_UNIT}s?|(?P<one>day|week|month|year))(?!\w)", _within, True),
        (rf"(?<!\w)(?:the\s+)?(?:past|last)\s+{_COUNT}\s+{_UNIT}s?(?!\w)", _past_count, True),
        (r"(?<!\w)the\s+(?:past|last)\s+(?P<one>day|week|month|year)(?!\w)(?P<count>)(?P<unit>)", _past_count, True),
        (rf"(?<!\w)(?:the\s+)?(?:coming|next)\s+(?:{_FEW})?{_UNIT}s(?!\w)", _coming, True),
        (rf"(?<!\w)within\s+(?:a\s+)?(?:{_FEW})?{_UNIT}s(?!\w)", _coming, True),
        (rf"(?<!\w)(?:the\s+)?(?:past|last)\s+(?:{_FEW}){_UNIT}s(?!\w)", _recent, True),
        (rf"(?<!\w)recent\s+{_UNIT}s(?!\w)", _recent, True),
        (rf"(?<!\w)(?P<turn>[Ll]ast|[Tt]his|[Nn]ext)\s+(?P<month>{MONTH})", _named_month, False),
        (r"(?<!\w)(?P<turn>last|this|next)\s+(?P<season>spring|summer|autumn|fall|winter)(?!\w)", _this_season, True),
    )
)
