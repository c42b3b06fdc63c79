"""The parts of a source's phrase: where it is cut, and what its units are to each other."""

from collections.abc import Iterator, Sequence

from graph.model import Actor
from loaders.resolve.scene import cut_titles
from loaders.resolve.sight import is_person, kind_of
from loaders.resolve.tokens import Token, tokens
from loaders.resolve.units import Unit, is_possessive
from loaders.words import (
    DEMONYMS,
    DETERMINERS,
    GENERIC,
    MODIFIERS,
    ORGANIZATIONS,
    PLACES,
    PLURALS,
    PREPOSITIONS,
    ROLES,
    TITLES,
)


def alike(known: dict[str, Actor]) -> dict[str, Actor]:
    """Persons whose names differ only by an initial are one."""
    names: dict[tuple[str, ...], Actor] = {}
    for actor in known.values():
        words = [token.key for token in tokens(actor.name)]
        plain = tuple(word for i, word in enumerate(words) if not i or len(word.rstrip(".")) > 1)
        kept = names.setdefault(plain, actor)
        if len(words) < len(tokens(kept.name)):
            names[plain] = actor
    return {actor.id: actor for actor in names.values()}


SILENT = frozenset("\n\"“”‘«»'’.")
"""Marks that say nothing of who a source is."""
SEAT = 8
"""Tokens in which a seat is told: "The Washington, D.C.-based …"."""
_MARKS = frozenset(",;:()[]{}-–—")


def between_marks(found: Sequence[Token]) -> list[list[Token]]:
    """The tokens between punctuation marks."""
    parts: list[list[Token]] = [[]]
    found = _without_short_name(found)
    for before, token in zip([None, *found], found, strict=False):
        slash = token.text == "/" and before is not None and before.end == token.start and is_person(parts[-1])
        if token.text not in _MARKS and not slash:
            parts[-1].append(token)
        elif parts[-1]:
            parts.append([])
    return [part for part in parts if part and any(token.word for token in part)]


def without_seat(found: Sequence[Token]) -> Sequence[Token]:
    """The tokens behind "Washington D.C.-based", if a name stands there."""
    at = next((n for n, token in enumerate(found[:SEAT]) if token.glued and token.key == "based"), None)
    behind = found[at + 1 :] if at is not None else ()
    return behind if any(token.capital for token in behind) else found


def _without_short_name(found: Sequence[Token]) -> Sequence[Token]:
    """The tokens less "(NATO)" between a name and the words that go on with it."""
    for at in range(1, len(found) - 3):
        opens, name, closes, after = found[at : at + 4]
        if opens.text == "(" and closes.text == ")" and is_acronym(name) and after.word:
            return [*found[:at], *found[at + 3 :]]
    return found


def bare(part: Sequence[Token]) -> Sequence[Token]:
    """The words without a leading article."""
    return part[1:] if len(part) > 1 and part[0].key in ("the", "a", "an") else part


def undetermined(part: Sequence[Unit]) -> Sequence[Unit]:
    """The units without the determiners in front."""
    while len(part) > 1 and part[0].what == "word" and part[0].key in DETERMINERS:
        part = part[1:]
    return part


def cut(part: Sequence[Unit]) -> tuple[Sequence[Unit], Sequence[Unit]]:
    """The phrase up to its first preposition, and the rest; "Washington-based" has none."""
    for i, unit in enumerate(part):
        if unit.what == "word" and unit.key in PREPOSITIONS and not unit.tokens[0].glued:
            return part[:i], part[i:]
    return part, ()


def is_name(last: Unit, before: Sequence[Unit], rest: Sequence[Unit]) -> bool:
    """Whether a run of capitals at the head is a name: no bare title, no people of a country, no "Member of"."""
    name = cut_titles(last.tokens)[1]
    if not name or name[-1].key in ROLES | DEMONYMS or any(unit.key in PLURALS for unit in (*before, last)):
        return False
    if last.key[:-1] in DEMONYMS or (len(name) == 1 and not kind_of(name) and rest and rest[0].key in ("of", "for")):
        return False
    return all(unit.key in MODIFIERS or is_possessive(unit) or unit.what == "name" for unit in before)


def span(part: Sequence[Unit]) -> list[Token]:
    """The tokens of adjoining units."""
    return [token for unit in part for token in unit.tokens]


def is_one_name(left: Unit, right: Unit) -> bool:
    """ "House Oversight and Government Reform Committee": the word for what it is comes at the end."""
    return right.key in ORGANIZATIONS and left.what == "capitals" and left.key not in ORGANIZATIONS


def is_office(part: Sequence[Unit]) -> bool:
    """Whether the units end in the name of an office."""
    return bool(part) and (part[-1].key in ROLES or part[-1].what == "title") and part[-1].key not in PLURALS


def may_precede(before: Sequence[Unit]) -> bool:
    """Whether a person's name may follow these units and still be the head."""
    if not before or before[-1].what in ("word", "title"):
        return not any(unit.key in PLURALS for unit in before[-1:])
    last = before[-1]
    return last.what == "name" or last.key in TITLES or last.key in DEMONYMS or last.key in ROLES


def ends_in_name(part: Sequence[Unit]) -> bool:
    """Whether the last unit is a name and not a title alone."""
    last = part[-1]
    return last.what == "name" or (last.what == "capitals" and bool(cut_titles(last.tokens)[1]))


def name_end(rest: Sequence[Unit]) -> int:
    """How many units of "of … for …" belong to an organisation's name."""
    ends: Iterator[int] = (
        i
        for i, unit in enumerate(rest)
        if unit.what == "word" and unit.key not in ("of", "for", "the", "a", "an", "and", "&")
    )
    return next(ends, len(rest))


def is_acronym(token: Token) -> bool:
    """Whether a word of more than a letter is all in capitals."""
    return token.text.replace(".", "").isupper() and len(token.key) > 1


def is_other(key: str) -> bool:
    """Whether a word is a place's, a people's or a thing's, and so no surname."""
    return key in GENERIC or key in PLACES or key in DEMONYMS
