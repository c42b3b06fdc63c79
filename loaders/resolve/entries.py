"""What a register knows of an actor: its names, its titles, and what it is to others, from when until when."""

from dataclasses import dataclass

from graph.model import Actor


@dataclass(frozen=True, slots=True)
class Role:
    """What an entry is to another one. `since` and `until` are EDTF dates."""

    role: str
    of: str
    since: str | None = None
    until: str | None = None

    def may_hold(self, date: str) -> bool:
        """Whether the role may last on a day, to the precision that is known of both."""
        began = self.since is None or _not_after(self.since, date)
        return began and (self.until is None or _not_after(date, self.until))


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor of the register. `titles` are descriptions that mean it while one of its roles lasts."""

    actor: Actor
    titles: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    surname: str | None = None
    pronoun: str | None = None
    where: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        return (self.actor.name, *self.actor.aliases)


def _not_after(one: str, other: str) -> bool:
    """Whether a date may be on or before another, each cut to what is known of both."""
    first, second = (date.rstrip("~?%")[:10].split("X", 1)[0].rstrip("-") for date in (one, other))
    size = min(len(first), len(second))
    return first[:size] <= second[:size]
