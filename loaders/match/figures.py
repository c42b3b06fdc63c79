"""Which figures leave no room for each other."""

import math
import re

from loaders.match.period import days
from loaders.match.quantities import Quantity
from loaders.match.slots import Statement, plain

ROUGH = 0.1
"""How far "about" reaches to either side, as a share of the figure."""
ROUNDED = 0.05
"""How far a round figure reaches at most."""
_CHANGE = re.compile(
    r"\b(?:by|per|each|every|other|r[io]se[ns]?|rising|f[ae]ll(?:s|en|ing)?|gr[eo]w(?:s|n|ing)?|gain(?:s|ed)?|up|down"
    r"|(?:increas|declin)(?:es?|ed|ing)|(?:jump|climb|drop|shed)(?:s|p?ed|p?ing)?|including)\s+\Z",
    re.IGNORECASE,
)
"""Words after which a figure is a change, a rate or a share, and no total."""


def rival_figures(a: Statement, b: Statement) -> tuple[Quantity, Quantity] | None:
    """The first figures of two statements that count one thing and rule each other out."""
    return next(
        (
            (one, other)
            for one in totals(a)
            for other in totals(b)
            if sort(one) == sort(other) and not _meet(reach(a.text, one), reach(b.text, other))
        ),
        None,
    )


def totals(statement: Statement) -> list[Quantity]:
    """The figures that stand for all of their sort: neither a part nor more of it, nor one of several."""
    sorts = [sort(figure) for figure in statement.quantities]
    return [
        figure
        for figure in statement.quantities
        if sort(figure) is not None
        and sorts.count(sort(figure)) == 1
        and not (figure.more or figure.part or _CHANGE.search(statement.text, 0, figure.start))
    ]


def sort(figure: Quantity) -> tuple[str | None, str] | None:
    """Unit and kind of a figure; None where nothing says what it counts."""
    what = figure.kind or plain(figure.counted or "")
    return (figure.unit, what) if figure.unit or what else None


def reach(text: str, figure: Quantity) -> tuple[float, float]:
    """Least and most that a figure can mean: a round one was rounded, unless it is "exactly" so."""
    least, most = figure.min, figure.max
    low, high = -math.inf if least is None else least, math.inf if most is None else most
    if figure.bound == "about":
        return low * (1 - ROUGH), high * (1 + ROUGH)
    if (
        figure.bound != "exact"
        or low != high
        or text[figure.start : figure.end].lower().startswith(("exact", "precise"))
    ):
        return low, high
    slack = min(_step(high) / 2, high * ROUNDED)
    return low - slack, high + slack


def matched(denied: Quantity, asserted: Quantity) -> bool:
    """Whether who denies the one figure denies the other: it is of the same sort and lies within."""
    if sort(denied) != sort(asserted) or (denied.more, denied.part) != (asserted.more, asserted.part):
        return False
    low, high = denied.min or 0, math.inf if denied.max is None else denied.max
    return low <= (asserted.min or 0) and (math.inf if asserted.max is None else asserted.max) <= high


def nested(inner: str | None, outer: str) -> bool:
    """Whether a date lies within another; both have to be known."""
    one, other = days(inner or ""), days(outer)
    return bool(one and other and other[0] <= one[0] and one[1] <= other[1])


def figure_words(text: str, figure: Quantity) -> str:
    """A figure as it stands in the text, with what it counts."""
    noun = text.find(figure.counted, figure.end, figure.end + 60) if figure.counted else -1
    return (
        text[figure.start : noun + len(figure.counted)]
        if figure.counted and noun >= 0
        else text[figure.start : figure.end]
    )


def _step(number: float) -> float:
    """The last place of a figure that is not nought: 100 for 2,600; nothing for one that is not round."""
    step = 1.0
    while number and number % (step * 10) == 0:
        step *= 10
    return step if step > 1 else 0.0


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
