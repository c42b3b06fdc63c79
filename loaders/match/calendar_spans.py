"""Months, seasons, years and parts of them: "early November", "the end of 2024", "the summer of 2022"."""

import re

from loaders.match.kinds import COUNTED_NEXT
from loaders.match.points import MONTH, YEAR, Ends, Rule, edtf, last_day, month, single
from loaders.match.published import Published
from loaders.match.tense import Tense

_SEASON = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_PART = r"(?P<part>[Ee]arly(?:[\s-]+to[\s-]+mid)?|[Mm]id(?:[\s-]+to[\s-]+late)?|[Ll]ate)[\s-]+"
_EDGE = r"(?:[Tt]he\s+)?(?P<edge>end|close|beginning|start|middle)\s+of\s+"
_AHEAD = (
    r"(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Tt]ill|[Ff]rom|[Bb]efore|[Aa]fter|[Dd]uring|[Tt]hrough|[Tt]hroughout|[Oo]f)"
)
_BETWEEN = r"(?:(?P<between>(?<=[Bb]etween\s))|(?<=[Ff]rom\s))"
_JOIN = r"(?(between)\s+and\s+|\s*(?:[-–—]|\b(?:to|through|until)\b)\s*)"


def _month(match: re.Match[str], _published: Published, _tense: Tense | None) -> Ends:
    return single(edtf(match.groupdict().get("year"), month(match["month"])))


def _months(match: re.Match[str], _published: Published, _tense: Tense | None) -> Ends:
    first, last, year = month(match["month"]), month(match["month2"]), match["year"]
    first_year = match["year1"] or (str(int(year) - 1) if year and first > last else year)
    return edtf(first_year, first), edtf(year, last)


def _part_of_month(match: re.Match[str], _published: Published, _tense: Tense | None) -> Ends:
    year, number = match["year"], month(match["month"])
    first, first_about, last, last_about = _thirds(match["part"], (1, 10, 20, last_day(year, number)))
    return edtf(year, number, first, first_about), edtf(year, number, last, last_about)


def _part_of_year(match: re.Match[str], _published: Published, _tense: Tense | None) -> Ends:
    first, first_about, last, last_about = _thirds(match["part"], (1, 4, 8, 12))
    return edtf(match["year"], first, None, first_about), edtf(match["year"], last, None, last_about)


def _thirds(part: str, marks: tuple[int, int, int, int]) -> tuple[int, str, int, str]:
    """First and last of early, mid and late, each with "~" where the words draw no sharp line."""
    words = re.split(r"[\s-]+", part.lower())
    first = {"early": (marks[0], ""), "mid": (marks[1] + 1, "~"), "late": (marks[2] + 1, "~")}[words[0]]
    last = {"early": (marks[1], "~"), "mid": (marks[2], "~"), "late": (marks[3], "")}[words[-1]]
    return *first, *last


def _edge_of_month(match: re.Match[str], _published: Published, _tense: Tense | None) -> Ends:
    year, number = match["year"], month(match["month"])
    days = {"beginning": 1, "start": 1, "middle": 15}
    return single(edtf(year, number, days.get(match["edge"], last_day(year, number)), "~"))


def _edge_of_year(match: re.Match[str], _published: Published, _tense: Tense | None) -> Ends:
    months = {"beginning": 1, "start": 1, "middle": 6}
    return single(edtf(match["year"], months.get(match["edge"], 12), None, "~"))


def _season(match: re.Match[str], _published: Published, _tense: Tense | None) -> Ends:
    return single(f"{match['year']}-{_SEASON[match['season'].lower()]}")


def _portion(match: re.Match[str], _published: Published, _tense: Tense | None) -> Ends | None:
    size = 6 if match["portion"] == "half" else 3
    last = _NTH[match["nth"].lower()] * size
    return (edtf(match["year"], last - size + 1), edtf(match["year"], last)) if last <= 12 else None


def _year(match: re.Match[str], _published: Published, _tense: Tense | None) -> Ends:
    return single(match["year"])


def _years(match: re.Match[str], _published: Published, _tense: Tense | None) -> Ends | None:
    """2022 to 2023, also as 2022-23."""
    last = match["year"][: 4 - len(match["year2"])] + match["year2"]
    return (match["year"], last) if match["year"] < last else None


def _decade(match: re.Match[str], _published: Published, _tense: Tense | None) -> Ends:
    return single(f"{match['decade']}X")


_OF_YEAR = rf"(?:,?\s+(?:of\s+)?(?P<year>{YEAR}))"
RULES = tuple(
    Rule(re.compile(form), read)
    for form, read in (
        (rf"{_BETWEEN}(?P<month>{MONTH})(?:\s+(?P<year1>{YEAR}))?{_JOIN}(?P<month2>{MONTH}){_OF_YEAR}?", _months),
        (rf"(?<!\w){_PART}(?P<month>{MONTH}){_OF_YEAR}?", _part_of_month),
        (rf"(?<!\w){_EDGE}(?P<month>{MONTH}){_OF_YEAR}?", _edge_of_month),
        (rf"(?<!\w)(?P<month>{MONTH}){_OF_YEAR}", _month),
        (rf"(?<!\w){_AHEAD}\s+(?P<time>(?P<month>{MONTH}))(?!\s+of\s+the)", _month),
        (rf"(?<!\w){_PART}(?P<year>{YEAR})", _part_of_year),
        (rf"(?<!\w){_EDGE}(?P<year>{YEAR})", _edge_of_year),
        (
            rf"(?<!\w)(?:[Tt]he\s+)?(?P<season>(?i:spring|summer|autumn|fall|winter))\s+(?:of\s+)?(?P<year>{YEAR})",
            _season,
        ),
        (
            r"(?<!\w)(?:[Tt]he\s+)?(?P<nth>(?i:first|second|third|fourth))\s+(?P<portion>half|quarter)"
            rf"\s+of\s+(?P<year>{YEAR})",
            _portion,
        ),
        (rf"{_BETWEEN}(?P<year>{YEAR}){_JOIN}(?P<year2>{YEAR}){COUNTED_NEXT}", _years),
        (rf"(?<!\w){_AHEAD}\s+(?P<time>(?P<year>(?:19|20)\d\d)[-–](?P<year2>(?:19|20)?\d\d))(?![\w-]|[.,]\d)", _years),
        (rf"(?<!\w){_AHEAD}\s+(?P<time>(?P<year>{YEAR})){COUNTED_NEXT}", _year),
        (rf"(?<!\w)[Tt]he\s+(?P<time>(?P<year>{YEAR}))(?=\s+[a-z]){COUNTED_NEXT}", _year),
        (r"(?<!\w)(?:[Tt]he\s+)?(?P<decade>(?:19|20)\d)0s(?!\w)", _decade),
    )
)
