"""Numbers as they stand in a text, in digits or in words, before anybody asks what they count."""

import re
from dataclasses import dataclass

from text_to_num import text2num  # type: ignore[import-untyped]

SCALES = {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}
_VAGUE = {
    "tens": 20.0,
    "dozens": 24.0,
    "scores": 40.0,
    "hundreds": 2e2,
    "thousands": 2e3,
    "millions": 2e6,
    "billions": 2e9,
}
_FEW = {"a couple": (2.0, 2.0), "a few": (2.0, 9.0), "a handful": (2.0, 9.0), "several": (3.0, 9.0)}

_SCALE = "|".join(SCALES)
_BIG = "hundred|thousand|million|billion|trillion"
_SIMPLE = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_RUN = rf"(?:(?:(?:{_BIG})\s+and|{_BIG}|{_SIMPLE})[-\s]+)*(?:{_BIG}|{_SIMPLE})"
_NUMBER = re.compile(
    rf"""
    (?<![\w.,])(?<![^\W\d_]-)(?:
      (?P<vague>tens|dozens|scores|hundreds|thousands|millions|billions)(?:\s+of\s+(?P<of>thousands|millions|billions))?
    | (?P<few>a\s+few|a\s+couple|a\s+handful|several)(?:\s+(?P<fewscale>{_SCALE}))?
    | half\s+a\s+(?P<half>{_SCALE})
    | (?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d{{1,3}}(?:[ \u00a0\u2009\u202f]\d{{3}})+|\d+(?:\.\d+)?)
        |(?P<article>an?(?=\s+(?:{_SCALE})\b))|(?P<words>{_RUN}))
      (?P<andahalf>\s+and\s+a\s+half)?(?:(?:(?<=\d)|[\s-]+)(?P<scale>{_SCALE})|(?<=\d)(?P<short>k|m|mn|bn|tn))?
    )(?![^\W_])(?![.,]\d)
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number from `low` to `high` (None: open). `scale` is that of its last word ("thousand": 1000).

    `about`: the words themselves are loose ("dozens"). `figure`: it shows by itself that it is a number of things
    and not a label (3,000 or "two million", but not 42). `few`: "a few" or "several". `short`: it ends in k, m or bn.
    `ranged`: the text gives both ends.
    """

    start: int
    end: int
    low: float
    high: float | None
    scale: float = 1.0
    about: bool = False
    figure: bool = False
    few: bool = False
    short: str | None = None
    ranged: bool = False


def amounts(text: str) -> list[Amount]:
    """The numbers of a text, in order.

    What words leave loose is read so: "dozens" 24 or more, "hundreds" 200 or more (at least two of them), "scores"
    40 or more, "tens of thousands" 20,000 or more, "several" 3 to 9, "a few" 2 to 9, of hundreds where it says so.
    """
    return [amount for match in _NUMBER.finditer(text) if (amount := _amount(match))]


def _amount(match: re.Match[str]) -> Amount | None:
    start, end = match.span()
    if vague := (match["vague"] or "").lower():
        low = _VAGUE[vague] * _factor((match["of"] or "")[:-1])
        return Amount(start, end, low, None, about=True, figure=True, few=low < 1000 and vague in ("tens", "scores"))
    if few := match["few"]:
        low, high = _FEW[" ".join(few.lower().split())]
        scale = _factor(match["fewscale"])
        return Amount(start, end, low * scale, high * scale, scale, about=True, figure=scale > 1, few=True)
    base = 0.5 if match["half"] else _base(match)
    return None if base is None else _single(match, base + 0.5 * bool(match["andahalf"]))


def _single(match: re.Match[str], base: float) -> Amount:
    short = (match["short"] or "").lower() or None
    word = (match["half"] or match["scale"] or "").lower()
    scale = _SHORT[short] if short else _factor(word)
    value = base * scale
    figure = scale > 1 or bool(re.search(r"\d[^\d.]", match["digits"] or "")) or (value >= 100 and not match["digits"])
    scale = scale if scale > 1 else _last(match["words"])
    return Amount(*match.span(), value, value, scale, about=word == "dozen", figure=figure, short=short)


def _base(match: re.Match[str]) -> float | None:
    if digits := match["digits"]:
        return float(re.sub(r"[^\d.]", "", digits)) if len(digits) < 20 else None
    if match["article"]:
        return 1.0
    try:
        return float(text2num(" ".join(match["words"].lower().split()), "en"))
    except ValueError:
        return None


def _factor(word: str | None) -> float:
    return SCALES[word.lower()] if word else 1.0


def _last(words: str | None) -> float:
    """The scale that a number in words ends with: "two thousand" is in thousands."""
    return SCALES.get(re.split(r"[-\s]+", (words or "").lower())[-1], 1.0)
