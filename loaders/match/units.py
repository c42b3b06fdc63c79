"""What a figure is measured in: money, shares, lengths, weights, ages, spans of time."""

import re
from dataclasses import dataclass

_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW", "₴": "UAH", "₽": "RUB", "A$": "AUD", "C$": "CAD"}
_CODES = "USD|EUR|GBP|JPY|KRW|UAH|RUB|CHF|PLN|CNY"
_SIGN = re.compile(rf"(?:(?<!\w)(?P<code>{_CODES})\s|(?<!\w)(?P<sign>US\$|[AC]?\$)\s?|(?P<other>[€£¥₩₴₽])\s?)\Z")
_UNITS = {
    "percent": r"%|per\s?cent|pc|percentage\s+points?",
    "USD": r"(?:US\s+)?dollars?",
    "EUR": r"euros?",
    "GBP": r"pounds\s+sterling",
    "KRW": r"won",
    "RUB": r"rou?bles?",
    "UAH": r"hryvnias?",
    "JPY": r"yen",
    "CNY": r"yuan",
    "years old": r"years?[\s-]olds?",
    "km": r"km|kilomet(?:re|er)s?",
    "km2": r"sq(?:uare)?\.?\s+(?:km|kilomet(?:re|er)s?)|km²",
    "km/h": r"km/h|kph",
    "mi": r"miles?",
    "m": r"met(?:re|er)s?",
    "ft": r"feet|foot",
    "ha": r"hectares?",
    "t": r"(?:metric\s+)?ton(?:ne)?s?",
    "kg": r"kg|kilos?|kilograms?",
    "l": r"lit(?:re|er)s?",
    "MW": r"MW|megawatts?",
    "bbl": r"barrels?",
    "degrees": r"°C?|degrees?",
    "seconds": r"seconds?",
    "minutes": r"minutes?",
    "hours": r"hours?",
    "days": r"days?",
    "weeks": r"weeks?",
    "months": r"months?",
    "years": r"years?",
    "decades": r"decades?",
}
_NAMES = {f"u{at}": unit for at, unit in enumerate(_UNITS)}
_UNIT = re.compile(
    r"[\s-]?(?:" + "|".join(rf"(?P<{name}>{_UNITS[unit]})" for name, unit in _NAMES.items()) + r")(?![\w/²])",
    re.IGNORECASE,
)
_AGED = re.compile(r"(?<!\w)aged?\s+\Z", re.IGNORECASE)
_NAMED = re.compile(r"[A-Z][\w'’-]+,\s\Z")
MONEY = frozenset((*_SIGNS.values(), *_CODES.split("|")))
OF_STUFF = MONEY | {"t", "kg", "l", "bbl"}
"""Units of something that a text can name: "900 tonnes of grain", "$50 billion in loans"."""
OLDEST = 120


@dataclass(frozen=True, slots=True)
class Measured:
    """A unit, and where the figure begins and ends with it."""

    start: int
    end: int
    unit: str | None


def measured(text: str, start: int, end: int) -> Measured:
    """The unit of a figure at `start` to `end`, from a sign before it or a word behind it; None where there is none."""
    sign = _SIGN.search(text, max(0, start - 5), start)
    if sign:
        written = (sign["sign"] or sign["other"] or "").removeprefix("US")
        return Measured(sign.start(), end, sign["code"] or _SIGNS[written])
    if aged := _AGED.search(text, max(0, start - 10), start):
        tail = _UNIT.match(text, end)
        return Measured(
            aged.start(), tail.end() if tail and _NAMES[str(tail.lastgroup)] == "years old" else end, "years old"
        )
    if unit := _UNIT.match(text, end):
        return Measured(start, unit.end(), _NAMES[str(unit.lastgroup)])
    return Measured(start, end, "years old" if _beside_name(text, start, end) else None)


def _beside_name(text: str, start: int, end: int) -> bool:
    """Whether a number is the age behind a name: "Olena Petrenko, 43, lost her house"."""
    digits = text[start:end]
    named = digits.isascii() and digits.isdecimal() and len(digits) <= 3 and 0 < int(digits) <= OLDEST
    return named and text[end : end + 1] == "," and bool(_NAMED.search(text, max(0, start - 40), start))
