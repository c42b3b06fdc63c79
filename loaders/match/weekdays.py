"""Weekdays and weekends: told from the day of publication, back or on as the words around them say."""

import re
from datetime import timedelta

from loaders.match.points import LEFT_OPEN, WEEKDAYS, Ends, Rule, single
from loaders.match.published import Published
from loaders.match.relative_dates import nearest
from loaders.match.tense import Tense

_DAYS = "|".join(WEEKDAYS)
_NEWSPAPER = r"(?!\s+(?:Times|Telegraph|Mirror|Express|Mail|Post|Night\s+Live|Review))"
_NAMED = r"(?<!\bBlack\s)(?<!\bGood\s)(?<!\bSuper\s)(?<!\bBloody\s)(?<!\bEaster\s)(?<!\b[Ee]very\s)(?<!\b[Ee]ach\s)"


def _weekday(match: re.Match[str], published: Published, tense: Tense | None) -> Ends:
    """A weekday is the nearest one back, the day of publication counted, or on where it is to come.

    "This Friday" with no verb to tell is that of the week of publication (Monday to Sunday).
    """
    if not published.day:
        return LEFT_OPEN
    weekday, turn = WEEKDAYS.index(match["weekday"]), (match["turn"] or "").lower()
    if turn == "this" and tense is None:
        return single((published.day + timedelta(days=weekday - published.day.weekday())).isoformat())
    if turn in ("last", "next"):
        tense = "past" if turn == "last" else "future"
    return single(nearest(weekday, published.day, tense, strictly=turn in ("last", "next")).isoformat())


def _weekdays(match: re.Match[str], published: Published, tense: Tense | None) -> Ends:
    """From one weekday to the next such other one."""
    if not published.day:
        return LEFT_OPEN
    first, last = (WEEKDAYS.index(match[name]) for name in ("weekday1", "weekday2"))
    begin = nearest(first, published.day, tense)
    end = begin + timedelta(days=(last - first) % 7)
    back = timedelta(days=7 * (tense != "future" and end > published.day))
    return (begin - back).isoformat(), (end - back).isoformat()


def _weekend(match: re.Match[str], published: Published, tense: Tense | None) -> Ends:
    """This weekend is the one that has begun or is to come, or was where the verb says so; next is the one after it."""
    if not published.day:
        return LEFT_OPEN
    turn, now = match["turn"].lower(), published.day
    coming = now + timedelta(days=5 - now.weekday())
    past = turn == "last" or (turn in ("this", "the") and tense == "past" and now < coming)
    saturday = coming + timedelta(days=-7 if past else 7 * (turn == "next"))
    return saturday.isoformat(), (saturday + timedelta(days=1)).isoformat()


RULES = tuple(
    Rule(re.compile(form), read)
    for form, read in (
        (
            rf"(?<!\w){_NAMED}(?:(?P<turn>[Ll]ast|[Tt]his|[Nn]ext)\s+)?(?P<weekday>{_DAYS})(?!\w){_NEWSPAPER}"
            r"(?:\s+(?:morning|afternoon|evening|night)(?!\w))?",
            _weekday,
        ),
        (
            rf"(?:(?<=[Ff]rom\s)|(?P<between>(?<=[Bb]etween\s)))(?P<weekday1>{_DAYS})(?(between)\s+and\s+|\s+(?:to|through|until)\s+)"
            rf"(?P<weekday2>{_DAYS})(?!\w)",
            _weekdays,
        ),
        (r"(?<!\w)(?P<turn>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he)\s+weekend(?!\w)", _weekend),
    )
)
