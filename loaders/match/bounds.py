"""How firm a figure is, from the words before and behind it: "at least", "some", "or more"; and whether it is more."""

import re
from dataclasses import dataclass
from typing import Literal

Bound = Literal["exact", "about", "at least", "more than", "up to", "fewer than"]
_CUES: dict[Bound | Literal["more"], str] = {
    "at least": r"at\s+least|no(?:t)?\s+(?:fewer|less)\s+than|a\s+minimum\s+of|as\s+few\s+as|upwards\s+of",
    "up to": r"up\s+to|as\s+(?:many|much)\s+as|at\s+most|no(?:t)?\s+more\s+than|a\s+maximum\s+of",
    "more than": r"(?:(?:well|just|slightly|far)\s+)?(?:more\s+than|over|above)|in\s+excess\s+of|exceeding|>",
    "fewer than": r"(?:(?:well|just|slightly|far)\s+)?(?:(?:fewer|less)\s+than|under|below)|<",
    "about": (
        r"about|around|roughly|some|nearly|almost|approximately|approx\.|close\s+to|(?:an\s+)?estimated|circa|perhaps"
        r"|~|≈"
    ),
    "exact": r"exactly|precisely",
    "more": r"another|(?:a\s+)?further|(?:an\s+)?(?:additional|extra)",
}
_NAMES = {f"c{at}": name for at, name in enumerate(_CUES)}
_CUE = re.compile("|".join(rf"(?P<{name}>{_CUES[cue]})" for name, cue in _NAMES.items()), re.IGNORECASE)
_AHEAD = re.compile(rf"(?<![\w-])(?:(?:{'|'.join(_CUES.values())})(?:\s+|(?<=[~≈<>])))+\Z", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?P<least>\+|\s+or\s+more\b|\s+plus\b)|(?P<about>\s+or\s+so\b|[\s-]odd\b)|(?P<most>\s+or\s+(?:fewer|less)\b)"
    r"|(?P<more>\s+(?:more|additional|extra|further)\b(?!\s+than))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Frame:
    """The words around a figure: where it begins and ends with them, and what they say of it."""

    start: int
    end: int
    bound: Bound | None
    more: bool


def frame(text: str, start: int, end: int) -> Frame:
    """The bound that the words around a figure at `start` to `end` give it; None where they say nothing.

    Of several ("up to around 900") the one that draws a line counts.
    """
    ahead = _AHEAD.search(text, max(0, start - 60), start)
    cues = [_NAMES[str(match.lastgroup)] for match in _CUE.finditer(ahead[0])] if ahead else []
    behind = _BEHIND.match(text, end)
    after = behind.lastgroup if behind else None
    bounds: list[Bound] = [cue for cue in cues if cue != "more"]
    if after in _AFTER:
        bounds.append(_AFTER[after])
    firm = [bound for bound in bounds if bound != "about"]
    return Frame(
        ahead.start() if ahead else start,
        behind.end() if behind else end,
        (firm or bounds or [None])[0],
        "more" in cues or after == "more",
    )


_AFTER: dict[str | None, Bound] = {"least": "at least", "about": "about", "most": "up to"}


def limits(bound: Bound, low: float, high: float | None) -> tuple[float | None, float | None]:
    """Least and most of a single figure under a bound."""
    if bound in ("at least", "more than"):
        return low, None
    return (None, low if high is None else high) if bound in ("up to", "fewer than") else (low, high)
