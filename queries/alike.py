"""Which actors may be one and have not been judged: suggestions with their reason, never put into effect by themselves.

A name that looks like another is no proof: North and South Korea differ by two letters, the two names of one agency by
all of them. So each rule says what it saw, and a person decides (`whence merge`, `whence split`).
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import OSA

from graph.ids import fold, slug
from graph.judge import judgements
from graph.model import Actor
from graph.properties import record
from graph.store import Answer, Store

_ACTORS = """
MATCH (a:Actor) WHERE NOT (a)-[:SAME_AS]->(:Actor) AND NOT a.kind IN ['unnamed', 'document']
OPTIONAL MATCH (a)-[:ASSERTED]->(s:Assertion)
RETURN a, count(s) AS assertions ORDER BY a.id
"""
COLUMNS = ("actor", "may be", "why", "id", "other")
CROWD = 200
"""Actors that share a key from which on it tells nothing."""
_ON_SIGHT = re.compile(r"-[0-9a-f]{12}\Z")
"""How the id ends of an actor that no register has; the actors of a register are told apart there already."""
SMALL = {"of", "the", "and", "for", "in", "on", "de", "la"}


@dataclass(frozen=True, slots=True)
class Known:
    """An actor, the words of its names in plain letters, and how often it is heard."""

    actor: Actor
    names: tuple[tuple[str, ...], ...]
    assertions: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`actor` may be `other`, the better known one; `why` in words."""

    actor: Actor
    other: Actor
    why: str


def suggestions(store: Store) -> list[Suggestion]:
    """All pairs of actors that a rule finds alike and nobody has judged, the surest rule first."""
    rows = store.read(_ACTORS).dicts()
    known = [_known(record(Actor, row["a"]), row["assertions"]) for row in rows]
    judged = {frozenset((j.left, j.right)) for j in judgements(store) if j.undone is None}
    found: dict[frozenset[str], Suggestion] = {}
    for one in _by_rules(known):
        pair = frozenset((one.actor.id, one.other.id))
        if pair not in judged:
            found.setdefault(pair, one)
    return list(found.values())


def as_answer(found: Iterable[Suggestion]) -> Answer:
    """Suggestions as rows: actor, may be, why, id, other."""
    return Answer(COLUMNS, [(s.actor.name, s.other.name, s.why, s.actor.id, s.other.id) for s in found])


def _known(actor: Actor, assertions: int) -> Known:
    names = (_words(name) for name in (actor.name, *actor.aliases))
    return Known(actor, tuple(dict.fromkeys(name for name in names if name)), assertions)


def _words(name: str) -> tuple[str, ...]:
    plain = slug(fold(name), 80)
    return tuple(plain.split("-")) if plain else ()


def _by_rules(known: list[Known]) -> Iterator[Suggestion]:
    by_id = {one.actor.id: one for one in known}
    for one in known:
        for name in one.actor.candidates:
            if name in by_id:
                yield Suggestion(one.actor, by_id[name].actor, "the register leaves it in doubt whether it is")
    rules = ((_acronyms, _acronym), (_all_words, _same_name), (_last_words, _surname), (_beginnings, _spelling))
    for keys, why in (*rules, (_all_words, _within)):
        yield from _by_rule(known, keys, why)


def _by_rule(
    known: list[Known], keys: Callable[[Known], set[str]], why: Callable[[Known, Known], str | None]
) -> Iterator[Suggestion]:
    """Pairs of actors that share a key and that the rule has a reason for, the less known one first."""
    groups: dict[str, dict[str, Known]] = defaultdict(dict)
    for one in known:
        for key in keys(one):
            groups[key][one.actor.id] = one
    for key in sorted(groups):
        group = sorted(groups[key].values(), key=lambda one: (one.assertions, one.actor.id))
        for one, other in combinations(group, 2) if len(group) <= CROWD else ():
            if not (_ON_SIGHT.search(one.actor.id) or _ON_SIGHT.search(other.actor.id)):
                continue
            for less, more in ((one, other), (other, one)):
                if reason := why(less, more):
                    yield Suggestion(less.actor, more.actor, reason)


def _acronyms(one: Known) -> set[str]:
    return {name[0] for name in one.names if len(name) == 1} | {_initials(name) for name in one.names if len(name) > 2}


def _initials(name: tuple[str, ...]) -> str:
    return "".join(word[0] for word in name if word not in SMALL)


def _acronym(one: Known, other: Known) -> str | None:
    short = {name[0] for name in one.names if len(name) == 1 and 2 < len(name[0]) < 7}
    written = {name for name in (one.actor.name, *one.actor.aliases) if name.isupper()}
    long = {_initials(name) for name in other.names if len(name) > 2}
    same = {s for s in short & long if s.upper() in written}
    return f"{min(same).upper()} are the initials of the other's name" if same else None


def _all_words(one: Known) -> set[str]:
    return {word for name in one.names for word in name if word not in SMALL}


def _same_name(one: Known, other: Known) -> str | None:
    same = set(one.names) & set(other.names)
    return f"both are called “{' '.join(min(same))}”" if same else None


def _last_words(one: Known) -> set[str]:
    return {name[-1] for name in one.names} if one.actor.kind == "person" else set()


def _surname(one: Known, other: Known) -> str | None:
    alone = {name[0] for name in one.names if len(name) == 1 and len(one.names) == 1}
    full = {name[-1] for name in other.names if len(name) > 1}
    return "the same surname, and never a given name" if alone & full else None


def _beginnings(one: Known) -> set[str]:
    return {f"{len(name)} {name[-1][:3]}" for name in one.names}


def _spelling(one: Known, other: Known) -> str | None:
    if one.actor.kind != other.actor.kind or one.assertions > other.assertions:
        return None
    close = next(((a, b) for a in one.names for b in other.names if _spelled_alike(a, b)), None)
    return f"“{' '.join(close[0])}” and “{' '.join(close[1])}” are spelled nearly alike" if close else None


def _spelled_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if len(one) != len(other) or one == other:
        return False
    return all(a == b or OSA.distance(a, b) <= min(len(a), len(b)) // 5 for a, b in zip(one, other, strict=True))


def _within(one: Known, other: Known) -> str | None:
    if {one.actor.kind, other.actor.kind} != {"organization"}:
        return None
    ends = ((a, b) for a in one.names for b in other.names if 1 < len(a) < len(b) and b[-len(a) :] == a)
    held = next(ends, None)
    return f"“{' '.join(held[1])}” ends in the whole name “{' '.join(held[0])}”" if held else None
