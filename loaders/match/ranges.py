"""Two numbers that are the ends of one: "between 10,000 and 12,000", "two or three thousand", "$3-5 billion"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.match.amounts import Amount

_SIGN = r"(?:[A-Z]{0,3}[$€£¥₩₴₽])?"
_TO = re.compile(rf"%?\s*(?:(?P<dash>[-–—])|\b(?:to|or)\b)\s*{_SIGN}")
_AND = re.compile(rf"%?\s+and\s+{_SIGN}")
_AHEAD = re.compile(rf"(?<!\w)(?:(?P<between>between)|from)\s+{_SIGN}\Z", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:r[io]s|rose|gr[eo]w|increas|fell|fall|drop|climb|jump|expand|went|go|reduc|cut|rais|shr[aiu]nk|mov|up|down)"
    r"\w*(?:\s+\w+){0,2}\s+\Z",
    re.IGNORECASE,
)


def joined(text: str, found: Sequence[Amount]) -> list[Amount]:
    """The amounts with both ends of each range made one, "between" and "from" within it; scores (3-2) are left out.

    "Grew from 8,000 to 11,000" is no range: both figures stay.
    """
    out: list[Amount] = []
    at = 0
    while at < len(found):
        pair = found[at : at + 2]
        joins = _joins(text, *pair) if len(pair) == 2 else None
        if joins is None:
            out.append(found[at])
        elif isinstance(joins, Amount):
            out.append(joins)
        at += 1 if joins is None else 2
    return out


def _joins(text: str, low: Amount, high: Amount) -> Amount | bool | None:
    """The range from `low` to `high`; None where there is none, False where they are a score."""
    gap = text[low.end : high.start]
    ahead = _AHEAD.search(text, max(0, low.start - 20), low.start)
    to = _TO.fullmatch(gap)
    changing = ahead and not ahead["between"] and _CHANGE.search(text, max(0, ahead.start() - 60), ahead.start())
    if changing or not (to or (ahead and ahead["between"] and _AND.fullmatch(gap))):
        return None
    least, most = _scaled(low, high), high.low if high.high is None else high.high
    if least >= most:
        return False if to and to["dash"] else None
    start = ahead.start() if ahead else low.start
    about, figure = low.about or high.about, low.figure or high.figure or bool(ahead)
    return replace(high, start=start, low=least, high=most, about=about, figure=figure, ranged=True)


def _scaled(low: Amount, high: Amount) -> float:
    """The lower end, in thousands where only the upper one says so: "two or three thousand"."""
    top = high.low if high.high is None else high.high
    return low.low * high.scale if low.scale == 1 < high.scale and low.low * high.scale < top else low.low
