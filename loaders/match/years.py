"""The year that an article leaves out, and the time before a date."""

from datetime import date, timedelta

from loaders.match.period import UNKNOWN_YEAR, days
from loaders.match.points import WEEKDAYS, Ends, edtf
from loaders.match.published import Published
from loaders.match.tense import Tense

SLACK = timedelta(days=7)
"""How far a day may lie on the wrong side of publication: it is far likelier of this year than a year off."""


def with_year(ends: Ends, published: Published, told: Tense | None, weekday: str | None = None) -> Ends:
    """First and last with the year that the words leave out; unchanged where it cannot be told.

    It is the last such time before publication, the first after it, or, where the tense is unknown, the nearest.
    It cannot be told where publication itself is known too loosely, or a weekday beside the day belies it.
    """
    if not ends[0].startswith(UNKNOWN_YEAR) or published.known is None:
        return ends
    found = {_nearest(ends, day, told) for day in published.known}
    dated = found.pop()
    if found or dated is None or (weekday and WEEKDAYS[date.fromisoformat(dated[0]).weekday()] != weekday):
        return ends
    return dated


def _nearest(ends: Ends, published: date, told: Tense | None) -> Ends | None:
    slack = SLACK if len(ends[0].rstrip("~")) == len("XXXX-10-27") else timedelta()
    possible: list[tuple[date, date, Ends]] = []
    for year in range(published.year - 1, published.year + 2):
        dated = _dated(ends, year)
        span = days("/".join(dated).replace("~", ""))
        if span:
            possible.append((*span, dated))
    if told == "past":
        possible = [one for one in possible if one[0] <= published + slack][-1:]
    elif told == "future":
        possible = [one for one in possible if one[1] >= published - slack][:1]
    return min(possible, key=lambda one: _apart(one, published))[2] if possible else None


def _apart(one: tuple[date, date, Ends], published: date) -> int:
    return max((one[0] - published).days, (published - one[1]).days, 0)


def _dated(ends: Ends, year: int) -> Ends:
    first, last = ends
    after = year + (last < first)
    return first.replace(UNKNOWN_YEAR, f"{year:04}"), last.replace(UNKNOWN_YEAR, f"{after:04}")


def before(day: str) -> str:
    """The last day, month or year before a date, in its own precision.

    >>> before("2020"), before("2025-01"), before("XXXX-12"), before("2024-10-23"), before("2024-11-01")
    ('2019', '2024-12', 'XXXX-11', '2024-10-22', '2024-10')
    """
    year, _, rest = day.rstrip("~").partition("-")
    month, _, number = rest.partition("-")
    known = int(year) if year.isdecimal() else None
    if not month:
        return f"{known - 1:04}" if known else day
    if number and int(number) > 1:
        return edtf(year if known else None, int(month), int(number) - 1)
    earlier = known - 1 if known and month == "01" else known
    return edtf(earlier, (int(month) - 2) % 12 + 1)
