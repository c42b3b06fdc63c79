"""Which two statements cannot both be right: rival figures, a denial, two dates or two places of one event."""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from loaders.match.figures import figure_words, matched, nested, rival_figures
from loaders.match.period import OPEN, days, overlap
from loaders.match.slots import Statement, plain, statement

__all__ = ["Conflict", "Rule", "Statement", "conflict", "statement"]
Rule = Literal["quantity", "polarity", "date", "place"]
_TURNED = frozenset(
    {"against", "instead", "stop", "halt", "ceas", "cancel", "suspend", "postpon", "ban", "prevent", "block", "without"}
)
"""Content words that may turn a statement into its contrary."""
_SOMEBODY = re.compile(r"\W*(?:he|she|they|we|i|it|you|his|her|their|our|my|its|your)\b", re.IGNORECASE)
"""The beginning of a text that does not tell of whom it is."""
APART = 31
"""Days after which a thing may have changed, or happened again."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """The rule that two statements break, and why in one sentence that names the two values."""

    rule: Rule
    why: str


def conflict(a: Statement, b: Statement, *, same: bool = False) -> Conflict | None:
    """Why two statements cannot both be right, or None where they can, or where the words do not tell.

    `same`: the caller knows that both speak of one thing, whatever their words. Without it they have to be of the same
    content words, and figures need the same known time: a rival that is missed costs less than one that is made up.
    """
    if not same and (_SOMEBODY.match(a.text) or _SOMEBODY.match(b.text)):
        return None
    if "open" in (a.so, b.so) or "possible" in (a.status, b.status) or not _alike_in_status(a, b):
        return None
    if a.so != b.so:
        return _denial(a, b, same) if a.so == "denied" else _denial(b, a, same)
    if a.so == "denied":
        return None
    return _quantity(a, b, same) or _date(a, b, same) or _place(a, b, same)


def _quantity(a: Statement, b: Statement, same: bool) -> Conflict | None:
    rivals = rival_figures(a, b)
    if rivals is None or not (same or _one_topic(a, b)) or not _where(a, b) or not _one_time(a, b, same):
        return None
    one, other = (figure_words(text, figure) for text, figure in zip((a.text, b.text), rivals, strict=True))
    sort = rivals[0].kind or rivals[0].counted
    of = f"the number of {sort}" if sort and not rivals[0].unit else "the figure"
    where = f" in {a.place}" if a.place and a.way == "in" else f" {a.way} {a.place}" if a.place else ""
    time = a.when or b.when or a.said or ""
    at = (" on " if len(time) == len("2024-10-28") else " in ") if time else ""
    return Conflict("quantity", f"“{one}” and “{other}” cannot both be {of}{where}{at}{time}")


def _denial(denied: Statement, asserted: Statement, same: bool) -> Conflict | None:
    """A denial is of all that it does not rule in: what is asserted has to be a case of it."""
    if not (same or _is_case(denied, asserted)) or not _later(denied, asserted):
        return None
    if denied.place and not _one_place(denied, asserted):
        return None
    if denied.when and not nested(asserted.when, denied.when):
        return None
    if not all(any(matched(figure, other) for other in asserted.quantities) for figure in denied.quantities):
        return None
    return Conflict("polarity", f"{_told(denied)} and {_told(asserted)} cannot both be right")


def _told(one: Statement) -> str:
    return f"the denial of “{one.text}”" if one.polarity == "denied" else f"“{one.text}”"


def _date(a: Statement, b: Statement, same: bool) -> Conflict | None:
    if not a.when or not b.when or overlap(a.when, b.when) or not _one_event(a, b, same):
        return None
    if not same and ((a.place and b.place and not _one_place(a, b)) or not _one_season(a, b)):
        return None
    return Conflict("date", f"{a.when} and {b.when} cannot both be when it was that “{a.text}”")


def _place(a: Statement, b: Statement, same: bool) -> Conflict | None:
    if not a.place or not b.place or a.way != b.way or not _one_event(a, b, same):
        return None
    if (a.when and b.when and not overlap(a.when, b.when)) or not _apart(a.place, b.place, same):
        return None
    return Conflict("place", f"“{a.place}” and “{b.place}” cannot both be where it was that “{a.text}”")


def _alike_in_status(a: Statement, b: Statement) -> bool:
    """Whether both tell of what is, what was, what is planned or what is to come; of events, "was" and "is" are one."""
    return a.status == b.status or (a.event and b.event and {a.status, b.status} == {"past", "current"})


def _one_topic(a: Statement, b: Statement) -> bool:
    """Whether both have the same content words, and enough of them: for how things stand, a place or a name will do."""
    if set(a.about) != set(b.about) or not _one_order(a, b):
        return False
    told = set(a.about) - {figure.kind for figure in (*a.quantities, *b.quantities)}
    return len(told) >= 2 or (not a.event and bool(a.place or told & (a.names | b.names)))


def _one_order(a: Statement, b: Statement) -> bool:
    """Whether the names come in one order, so that nobody does in one what is done to them in the other."""
    shared = (a.names | b.names) & set(a.about) & set(b.about)
    return [word for word in a.about if word in shared] == [word for word in b.about if word in shared]


def _one_event(a: Statement, b: Statement, same: bool) -> bool:
    """Whether both tell of one event that was but once. Rival figures are of two events, a plan may be changed."""
    if rival_figures(a, b) or any(figure.more for figure in (*a.quantities, *b.quantities)):
        return False
    gap = _gap(a, b)
    if same:
        return True
    near = gap is None or abs(gap) <= (0 if a.status in ("plan", "forecast") else APART)
    return a.once is not None and a.once == b.once and near and _one_topic(a, b)


def _one_season(a: Statement, b: Statement) -> bool:
    """Whether what happens again, as elections do, is told of days so near that it is one."""
    one, other = days(a.when or ""), days(b.when or "")
    near = bool(one and other and max(one[0], other[0]) - min(one[1], other[1]) <= timedelta(days=APART))
    return a.once == "ever" or near


def _is_case(denied: Statement, asserted: Statement) -> bool:
    """Whether what is asserted says all that is denied, and little beside, no name and no word that turns it round."""
    one, other = set(denied.about), set(asserted.about)
    told = len(one) + bool(denied.place)
    enough = told >= 2 and told * 2 >= len(other)
    return enough and one <= other and not (_TURNED | asserted.names) & (other - one) and _one_order(denied, asserted)


def _later(denied: Statement, asserted: Statement) -> bool:
    """Whether the denial was said when what is asserted had been, and not much later; so too where nobody knows."""
    gap = _gap(asserted, denied)
    if gap is None or denied.status in ("plan", "forecast"):
        return not gap
    told, said = days(asserted.when or ""), days(denied.said or "")
    before = bool(told and said and told[1] <= said[0])
    return 0 <= gap <= APART or (before and gap >= -APART)


def _gap(a: Statement, b: Statement) -> int | None:
    """Days from the saying of the one to that of the other."""
    one, other = days(a.said or ""), days(b.said or "")
    return (other[0] - one[0]).days if one and other else None


def _one_time(a: Statement, b: Statement, same: bool) -> bool:
    """Whether the figures are of one time: the times given, else the days of saying."""
    if not a.when and not b.when:
        return a.said == b.said and (same or _gap(a, b) == 0)
    if a.when and b.when:
        return _times_meet(a, b)
    when, said = a.when or b.when or "", b.said if a.when else a.said
    if not said or a.status not in ("current", "past") or OPEN in when or not days(when) or not days(said):
        return False
    return when == said if a.event or b.event else overlap(when, said)


def _times_meet(a: Statement, b: Statement) -> bool:
    when, other = a.when or "", b.when or ""
    if not days(when.replace("XXXX", "2000")) or not days(other.replace("XXXX", "2000")):
        return False
    if OPEN in when or OPEN in other:
        return when == other and (when.startswith(OPEN) or a.said == b.said)
    return when == other if a.event or b.event else overlap(when, other)


def _where(a: Statement, b: Statement) -> bool:
    return not (a.place or b.place) or (a.way == b.way and _one_place(a, b))


def _one_place(a: Statement, b: Statement) -> bool:
    one, other = _parts(a.place or ""), _parts(b.place or "")
    return one[0] == other[0] and (one[1:] == other[1:] or not one[1:] or not other[1:])


def _apart(one: str, other: str, same: bool) -> bool:
    """Whether neither place can lie within the other: the caller vouches for it, or the words show their size."""
    a, b = _parts(one), _parts(other)
    if a[0] in b or b[0] in a:
        return False
    sort = one.rsplit(maxsplit=1)[-1]
    return same or bool(a[1:] and b[1:]) or (sort.islower() and sort == other.rsplit(maxsplit=1)[-1])


def _parts(place: str) -> list[str]:
    """The names of a place from small to large, each in one form."""
    return [" ".join(filter(None, map(plain, part.split()))) for part in place.split(",")]
