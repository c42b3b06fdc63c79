"""The day, month or year of an article, as far as it is known: what "yesterday" and "last year" are counted from."""

from dataclasses import dataclass
from datetime import date

from loaders.match.period import Days, days


@dataclass(frozen=True, slots=True)
class Published:
    """The `known` first and last day on which the article can have been published; None: nothing is known."""

    known: Days | None

    @property
    def day(self) -> date | None:
        return self.known[0] if self.known and self.known[0] == self.known[1] else None

    @property
    def month(self) -> tuple[int, int] | None:
        """Year and month."""
        both = {(day.year, day.month) for day in self.known or ()}
        return both.pop() if len(both) == 1 else None

    @property
    def year(self) -> int | None:
        both = {day.year for day in self.known or ()}
        return both.pop() if len(both) == 1 else None


def published(edtf: str | None) -> Published:
    """When an article was published; `edtf` may have a time, which is left aside. What is no date counts as none."""
    known = days(edtf) if edtf else None
    # Nobody published before, and the outermost years have no neighbours to look for a date in.
    return Published(known if known and known[0].year >= 1000 and known[1].year <= 9000 else None)
