"""The quantities in what is said: how many, how firm the figure is, and of what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.model import Span
from loaders.match.amounts import Amount, amounts
from loaders.match.bounds import Bound, Frame, frame, limits
from loaders.match.counted import Counted, counted, share, stuff
from loaders.match.masks import masks
from loaders.match.ranges import joined
from loaders.match.units import MONEY, OF_STUFF, Measured, measured

_FRACTION = re.compile(
    r"(?<![\w-])(?:half(?=\s+(?:of|the|its|their)\b)|(?P<top>an?|one|two|three|four)[\s-](?P<part>half|third|quarter|fifth|tenth)s?"
    r"(?=\s+of\b))(?!\s+of\s+an?\b)",
    re.IGNORECASE,
)
_TOPS = {"one": 1, "two": 2, "three": 3, "four": 4}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_STRONG = re.compile(r"-(?:strong|man|person|member|soldier|troop)\b", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:total|toll|number|figure|count|tally|sum|strength)s?\b[^.;!?\n]{0,25}\s\Z", re.IGNORECASE)
_BESIDE = re.compile(r",?\s+(?:to|and|or)\s+|\s*[-–/]\s*")
_SENTENCE_START = re.compile(r"(?:\A|[.!?:;(\[\n\"“'‘—–-])\s*\Z")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with the words that bound it, code points `start` to `end`.

    `min` and `max` are the same for a single figure; None where the words leave that side open ("at least", "up to").
    `bound` says how firm they are; a range is "exact" unless it is "about". `unit` is a currency code, "percent",
    "km", "years old" and the like. `counted` is the head noun of what is counted, `kind` what it comes to: "troops"
    and "servicemen" are "soldiers", soldiers who "were killed" are "killed"; None where the noun is of no known kind.
    `more`: it comes on top of another figure ("1,500 more"). `part`: it is a part of one ("a first unit of 2,600").
    """

    start: int
    end: int
    min: float | None
    max: float | None
    bound: Bound
    unit: str | None = None
    counted: str | None = None
    kind: str | None = None
    more: bool = False
    part: bool = False


def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text in order.

    Loose words are read as `amounts` says: "dozens" is 24 or more and "several hundred" 300 to 900, both "about"; a
    third is about 33.33 percent. No quantities are dates, times, ordinals, labels ("Article 5", "Su-34"), calibres,
    telephone numbers, scores and ratios ("one in five"), "1.500" (which has two readings), and a bare number that
    nothing shows to be one. Lengths of time are quantities unless they tell a date ("two weeks ago").
    """
    fractions = list(_FRACTION.finditer(text))
    hidden = sorted([*masks(text), *(match.span() for match in fractions)])
    found = [*(_share(text, match) for match in fractions), *_figures(text, hidden)]
    return _of_one(text, sorted(found, key=lambda quantity: quantity.start))


def _of_one(text: str, found: list[Quantity]) -> tuple[Quantity, ...]:
    """The quantities, a figure of nothing counting what the next one does: "from 8,000 to 11,000 soldiers"."""
    for at in range(len(found) - 2, -1, -1):
        one, other = found[at], found[at + 1]
        if not (one.counted or one.unit) and _BESIDE.fullmatch(text, one.end, other.start):
            found[at] = replace(one, unit=other.unit, counted=other.counted, kind=other.kind)
    return tuple(found)


def _share(text: str, match: re.Match[str]) -> Quantity:
    top = _TOPS.get((match["top"] or "one").lower(), 1)
    percent = round(100 * top / _PARTS[(match["part"] or "half").lower()], 2)
    around, of = frame(text, *match.span()), share(text, match.end())
    bound = around.bound or "about"
    return Quantity(around.start, match.end(), *limits(bound, percent, percent), bound, "percent", of.word, of.kind)


def _figures(text: str, hidden: list[Span]) -> Iterator[Quantity]:
    at = 0
    for amount in joined(text, _visible(amounts(text), hidden)):
        quantity = _quantity(text, amount)
        if quantity and quantity.start >= at:
            at = quantity.end
            yield quantity


def _visible(found: list[Amount], hidden: list[Span]) -> list[Amount]:
    """The amounts that no span hides; both are in order."""
    out: list[Amount] = []
    at, reach = 0, 0
    for amount in found:
        while at < len(hidden) and hidden[at][0] < amount.end:
            reach = max(reach, hidden[at][1])
            at += 1
        if reach <= amount.start:
            out.append(amount)
    return out


def _quantity(text: str, amount: Amount) -> Quantity | None:
    if _is_name(text, amount):
        return None
    unit = measured(text, amount.start, amount.end)
    if amount.short and unit.unit is None:
        unit = replace(unit, start=amount.start)
    strong = None if unit.unit else _STRONG.match(text, unit.end)
    around = frame(text, unit.start, strong.end() if strong else unit.end)
    of = _of(text, amount, unit, around, strong=bool(strong))
    if not _is_sound(text, amount, unit, around, of):
        return None
    bound = around.bound or ("about" if amount.about else "exact")
    if amount.ranged and bound != "exact":
        bound = "about"
    least, most = (amount.low, amount.high) if amount.ranged else limits(bound, amount.low, amount.high)
    return Quantity(around.start, around.end, least, most, bound, unit.unit, of.word, of.kind, around.more, of.part)


def _of(text: str, amount: Amount, unit: Measured, around: Frame, *, strong: bool) -> Counted:
    if unit.unit == "percent":
        return share(text, around.end)
    if unit.unit:
        return Counted(stuff(text, around.end) if unit.unit in OF_STUFF else None, None, False)
    return counted(text, around.start, around.end, one=strong or amount.low == amount.high == 1)


def _is_name(text: str, amount: Amount) -> bool:
    """Whether a number in words is written as a name is: "the Five Eyes"."""
    capital = text[amount.start].isupper() and not text[amount.start : amount.end].isupper()
    return capital and not _SENTENCE_START.search(text, max(0, amount.start - 4), amount.start)


def _is_sound(text: str, amount: Amount, unit: Measured, around: Frame, of: Counted) -> bool:
    """Whether something shows that a number is a quantity, and not a label, a year or a pronoun."""
    if unit.unit and not (amount.short and unit.unit not in MONEY):
        return True
    digits = text[amount.start : amount.end]
    if (len(digits) == 4 and digits.isdecimal() and "1900" <= digits < "2100") or amount.low == amount.high == 1:
        return of.kind is not None
    if of.word:
        return True
    if amount.few or amount.short:
        return of.part and not amount.short
    return bool(
        amount.figure
        or around.bound
        or around.more
        or of.part
        or _TOTAL.search(text, max(0, around.start - 40), around.start)
    )
