"""What an article says of who is who: its names in full, and how it describes them."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from graph.model import Actor, Span
from loaders.resolve.entries import Entry
from loaders.resolve.register import Register, surname, surname_of
from loaders.resolve.sight import body_of, everywhere, is_person
from loaders.resolve.tokens import POSSESSIVE, Token, key, tokens, written
from loaders.resolve.units import Unit, scan
from loaders.words import (
    DEMONYMS,
    GENDERED,
    GIVEN,
    HONORIFICS,
    NOT_NAMES,
    ORGANIZATIONS,
    PLACES,
    PORTFOLIOS,
    QUALIFIERS,
    ROLES,
    SPELLED,
    SUFFIXES,
    TITLES,
    UNLIKE,
)

JUNIOR = "jr"
"""Before a surname's key: what a junior may be called where the surname is nobody else's."""
STEM = 4
"""Letters that a country's name and its adjective share."""
_SIDES = frozenset(["western", "eastern", "northern", "southern"])
"""What is said of officials and never right before a person's name, but begins names of things."""
_SHORT_TITLES = {"fm": ("foreign", "minister"), "pm": ("prime", "minister")}
TITLED = 6
"""Words of a title that is looked for elsewhere."""
APPOSITION = 10
"""Words that an apposition is looked at."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the article that names an actor in full; `about` are the keys of the words that describe it there."""

    start: int
    end: int
    actor: Actor
    about: frozenset[str]


@dataclass(slots=True)
class Scene:
    """An article as far as naming goes. `date` is its day where it is known.

    `mentions` are in order. `named` gives, for a short name, the first mention in full of each actor that may go by it,
    and `described`, for a word, the first mention in which it describes an actor in each way; `titled`, whom the words
    right before a full name are of: "Kharkiv mayor". `full` are the keys of the names in full, `short` the capitals
    that may be a name in short, `inside` the keys of words with a capital within a sentence, `common` of those without.
    """

    text: str
    article: str
    date: str | None
    register: Register
    mentions: list[Mention] = field(default_factory=list)
    named: dict[tuple[str, ...], dict[str, Mention]] = field(default_factory=lambda: defaultdict(dict))
    described: dict[str, dict[tuple[str, frozenset[str]], Mention]] = field(default_factory=lambda: defaultdict(dict))
    titled: dict[tuple[str, ...], dict[str, Actor]] = field(default_factory=lambda: defaultdict(dict))
    full: set[tuple[str, ...]] = field(default_factory=set)
    short: list[Unit] = field(default_factory=list)
    inside: set[str] = field(default_factory=set)
    common: set[str] = field(default_factory=set)
    lines: list[int] = field(default_factory=list)

    def paragraph(self, at: int) -> int:
        """The number of the line that a code point stands in."""
        return bisect_right(self.lines, at)

    def are_common(self, name: Sequence[Token]) -> bool:
        """Whether a headline's capitals may be all that makes words a name: the article has each in small letters."""
        return all(token.key in self.common for token in name)

    def begins(self, at: int) -> bool:
        """Whether a sentence may begin at a code point, so that a capital there means nothing."""
        return self.text[max(0, at - 40) : at].rstrip(" \t\xa0")[-1:] in ("", *_BEGINS)

    def near(self, at: int) -> list[Mention]:
        """The mentions before a code point in its line and the one before, the nearest first."""
        index = bisect_left(self.mentions, at, key=lambda mention: mention.start)
        first = self.paragraph(at) - 1
        found = []
        while index and self.paragraph(self.mentions[index - 1].start) >= first:
            index -= 1
            found.append(self.mentions[index])
        return found


def scene(text: str, body: Sequence[Span], article: str, date: str | None, register: Register) -> Scene:
    """Reads the names in an article's body, in time that grows with its length alone."""
    made = Scene(text, article, date[:10] if date else None, register)
    found = _tokens(text, body)
    made.lines = [match.start() for match in re.finditer(r"\n+", text)]
    made.inside = {
        token.key for before, token in pairwise(found) if token.capital and token.word and before.text not in _BEGINS
    }
    made.common = {token.key for token in found if token.word and not token.capital}
    units = list(scan(found, register))
    things = {unit.keys for unit, at in units if found[at - 1].key == "the"} | _places(units, found)
    made.short = [unit for unit, _ in units if unit.what == "capitals" and len(cut_titles(unit.tokens)[1]) == 1]
    for unit, at in units:
        for mention, names in _mention(unit, at, found, made, things):
            made.mentions.append(mention)
            made.full.add(key(mention.actor.name))
            for words in _titles(mention, found):
                made.titled[words][mention.actor.id] = mention.actor
            for name in names:
                made.named[name].setdefault(mention.actor.id, mention)
            for word in mention.about:
                made.described[word].setdefault((mention.actor.id, mention.about), mention)
    return made


_BEGINS = frozenset('.!?\n:"“”‘’—–•-')
_PLACING = frozenset(["in", "near", "outside", "around"])
_BELIEVING = frozenset(["faith", "trust", "confidence", "believe", "believes", "believed", "interest", "interested"])


def _places(units: Iterable[tuple[Unit, int]], found: Sequence[Token]) -> set[tuple[str, ...]]:
    """The names that only stand behind "in" and its kind: "his school in Nova Kakhovka" names nobody."""
    seen: dict[tuple[str, ...], bool] = {}
    for unit, at in units:
        owner = found[min(at + len(unit.tokens), len(found) - 1)].key == POSSESSIVE
        given = unit.tokens[0].key in GIVEN or (at > 1 and found[at - 2].key in _BELIEVING)
        placed = found[at - 1].key in _PLACING and not owner and not given
        seen[unit.keys] = seen.get(unit.keys, True) and placed
    return {keys for keys, placed in seen.items() if placed}


def _tokens(text: str, body: Sequence[Span]) -> list[Token]:
    found = [Token(0, 0, "\n", "\n", glued=False)]
    for start, end in body:
        found += tokens(text, start, end)
        found.append(Token(end, end, "\n", "\n", glued=False))
    return found


def _mention(
    unit: Unit, at: int, found: Sequence[Token], made: Scene, things: set[tuple[str, ...]]
) -> Iterator[tuple[Mention, set[tuple[str, ...]]]]:
    """The actor that a unit names, and the short names that it may go by later."""
    if unit.what == "name" and not (is_article_name(unit, made.register) and found[at - 1].text in _BEGINS):
        entry = made.register.entries[unit.ids[0]]
        full = entry.actor.kind == "person" and len(unit.tokens) > 1
        short = {surname_of(entry, written(unit.tokens, made.text))} if full else {unit.keys[-1:]}
        about = _about_person(unit.tokens, at, found) if full else _about_thing(entry.names)
        about |= offices(entry, made.date)
        yield Mention(unit.start, unit.end, entry.actor, about), short if full or len(unit.tokens) > 1 else set()
    elif unit.what == "capitals":
        titles, name = cut_titles(unit.tokens)
        plain = written(name, made.text)
        if is_person(name, titled=bool(titles)) and (titles or unit.keys not in things) and not made.are_common(name):
            about = _about_person(name, at + len(titles), found)
            actor = made.register.person(name) or everywhere("person", plain)
            yield Mention(name[0].start, unit.end, actor, about), _short_names(name)
        kind = body_of(name)
        if kind and len(name) > 1:
            yield Mention(name[0].start, unit.end, everywhere(kind, plain), _about_thing((plain,))), {unit.keys[-1:]}


def _titles(mention: Mention, found: Sequence[Token]) -> Iterator[tuple[str, ...]]:
    """The two words and more right before a person's name that end in an office: "Kharkiv regional governor"."""
    first = bisect_left(found, mention.start, key=lambda token: token.start)
    if mention.actor.kind != "person" or found[first - 1].key not in ROLES:
        return
    for start in range(first - 1, max(0, first - TITLED) - 1, -1):
        if not found[start].word and found[start].key != POSSESSIVE:
            return
        if first - start > 1:
            yield titled(found[start:first])


def titled(title: Sequence[Token]) -> tuple[str, ...]:
    """A title's words, those of a country in one form: "Norland's foreign minister" is the "Norlandish FM"."""
    words: list[str] = []
    for token in title:
        if token.key in _SHORT_TITLES:
            words += _SHORT_TITLES[token.key]
        elif token.key != POSSESSIVE:
            place = UNLIKE.get(token.key, token.key)
            words.append(place[:STEM] if place in PLACES or place in DEMONYMS else place)
    return tuple(SPELLED.get(word, word) for word in words)


def _short_names(name: Sequence[Token]) -> set[tuple[str, ...]]:
    """What a person may be called later: the surname, or the last two words of a longer name."""
    if name[-1].key in SUFFIXES:
        return {surname(name), (JUNIOR, *surname(name[:-1]))}
    return {surname(name), *([tuple(token.key for token in name[-2:])] if len(name) > 2 else [])}


def is_article_name(unit: Unit, register: Register) -> bool:
    """Whether a name is told from plain words only by its article's capital: "The Times", which "Times" is not."""
    if unit.what != "name" or unit.keys[0] != "the" or len(unit.tokens) != 2:
        return False
    bare = register.find(unit.tokens, 1)
    return bare is None or bare.ids != unit.ids


def cut_titles(run: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
    """A run of capitalised words as titles and name; what follows no title, and is no person, stays a name whole.

    >>> [len(part) for part in cut_titles(tokens("Defense Secretary Lloyd Austin"))]
    [2, 2]
    """
    titles = [i for i, token in enumerate(run) if token.key in TITLES or token.key in HONORIFICS]
    start = titles[-1] + 1 if titles else 0
    if not titles and run and run[0].key in DEMONYMS and run[0].key not in _SIDES and is_person(run[1:]):
        start = 1
    if not titles and len(run) > 2 and run[0].key in NOT_NAMES:
        start = 1
    return run[:start], run[start:]


def _about_person(name: Sequence[Token], at: int, found: Sequence[Token]) -> frozenset[str]:
    words = told(token.key for token in (*_preceding(at, found), *apposition(at + len(name), found)))
    kinds = ROLES | QUALIFIERS | HONORIFICS.keys() | GENDERED.keys() | DEMONYMS | ORGANIZATIONS | PORTFOLIOS
    return words & kinds


@lru_cache(maxsize=4096)
def offices(entry: Entry, date: str | None) -> frozenset[str]:
    """The words of the one office that the register knows somebody to hold on a day."""
    held = [role for role in entry.roles if (role.may_hold(date) if date else role.until is None)]
    keys = told(token.key for token in tokens(held[0].role)) if len(held) == 1 else frozenset()
    names = [told(token.key for token in tokens(title)) for title in entry.titles] if held else []
    called = frozenset(key for name in names if not name & QUALIFIERS for key in name)
    return keys & (ROLES | QUALIFIERS | PORTFOLIOS) | called & (ROLES | PORTFOLIOS | ORGANIZATIONS | DEMONYMS)


def _preceding(at: int, found: Sequence[Token]) -> Iterator[Token]:
    """The title and description right before a name, from its end."""
    for token in found[max(0, at - APPOSITION) : at][::-1]:
        if not ((token.word and (token.capital or token.key in ROLES | ORGANIZATIONS)) or token.key == POSSESSIVE):
            return
        yield token


def apposition(at: int, found: Sequence[Token]) -> Sequence[Token]:
    """The words between commas right behind a name, where they say what somebody is: ", head of …,"."""
    if at >= len(found) or found[at].text != ",":
        return ()
    words = found[at + 1 : at + 1 + APPOSITION]
    if words and words[0].key == "whose":
        return ()
    size = next((i for i, token in enumerate(words) if not token.word and token.key != POSSESSIVE), len(words))
    return words[:size] if any(token.key in ROLES for token in words[: min(size, 6)]) else ()


@lru_cache(maxsize=4096)
def _about_thing(names: tuple[str, ...]) -> frozenset[str]:
    return told(token.key for name in names for token in tokens(name)) & (ORGANIZATIONS | PORTFOLIOS)


def told(keys: Iterable[str]) -> frozenset[str]:
    """Words that describe, each spelled in one way."""
    return frozenset(SPELLED.get(key, key) for key in keys)
