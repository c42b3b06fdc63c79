"""How alike two statements are, sign by sign: in meaning, words, names, figures, times and places."""

from dataclasses import dataclass

import numpy as np

from loaders.match.figures import sort
from loaders.match.period import overlap
from loaders.match.quantities import Quantity
from loaders.match.slots import UNCLEAR, Statement

SIGNS = (
    "bias", "meaning", "words", "words of the shorter", "names", "other names", "figures agree", "figure in one",
    "times agree", "time in one", "places agree", "place in one", "same status", "length",
)  # fmt: skip
_MADE = {"past": "fact", "current": "fact", "plan": "ahead", "forecast": "ahead", "possible": "possible"}


@dataclass(frozen=True, slots=True)
class Told:
    """A statement as it is compared: what it is about (loaders.match.topic) and its vector, of unit length."""

    statement: Statement
    topic: frozenset[str]
    vector: np.ndarray[tuple[int], np.dtype[np.float32]]


def signs(a: Told, b: Told) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """The signs (SIGNS) of a pair, each about 0 to 1; the same whichever comes first."""
    one, other = a.statement, b.statement
    names, others = named(a), named(b)
    shared, lengths = a.topic & b.topic, sorted((len(a.topic), len(b.topic)))
    agree, single = figures(one, other)
    return np.array(
        [
            1.0,
            float(a.vector @ b.vector),
            len(shared) / max(1, len(a.topic | b.topic)),
            len(shared) / max(1, lengths[0]),
            len(names & others) / max(1, len(names | others)),
            min(1.0, len(names ^ others) / 5),
            agree,
            single,
            both(one.when, other.when) and overlap(one.when or "", other.when or ""),
            bool(one.when) != bool(other.when),
            both(one.place, other.place) and bool(_parts(one) & _parts(other)),
            bool(one.place) != bool(other.place),
            status(one) == status(other),
            1 - lengths[0] / max(1, lengths[1]),
        ],
        dtype=np.float64,
    )


def named(told: Told) -> frozenset[str]:
    """The words of a statement's topic that are names."""
    return told.topic & (told.statement.names | _parts(told.statement) | {"kor", "north", "south"})


def _parts(statement: Statement) -> frozenset[str]:
    return frozenset(word.lower() for word in (statement.place or "").replace(",", " ").split())


def figures(one: Statement, other: Statement) -> tuple[bool, bool]:
    """Whether a main figure of each is the same, and whether only one of the two has a figure."""
    mine, theirs = main_figures(one), main_figures(other)
    agree = any(same_figure(a, b) for a in mine for b in theirs)
    return agree, bool(mine) != bool(theirs)


def main_figures(statement: Statement) -> list[Quantity]:
    """The figures of a statement that count something."""
    return [figure for figure in statement.quantities if sort(figure) is not None]


def same_figure(a: Quantity, b: Quantity) -> bool:
    """Whether two figures count the same and say the same, "about 10,000" and "10,000" being one, as are "at least
    3,000" and "more than 3,000"."""
    return _kind(a) == _kind(b) and (a.min, a.max) == (b.min, b.max) and (a.more, a.part) == (b.more, b.part)


def _kind(figure: Quantity) -> tuple[str | None, str] | None:
    """Unit and kind; soldiers are people, as who says "North Koreans" means the soldiers."""
    found = sort(figure)
    return (found[0], "people") if found and found[1] == "soldiers" else found


def status(statement: Statement) -> str:
    """Whether a statement is of a fact, of what lies ahead, or of what is possible."""
    return _MADE[statement.status]


def both(one: str | None, other: str | None) -> bool:
    """Whether both are known."""
    return bool(one and other and UNCLEAR not in (one, other))
