"""The register: the actors that are known before any article is read, found by their names, and by nothing else."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from pathlib import Path

from graph.model import Actor, Affiliation
from loaders.resolve.entries import Entry
from loaders.resolve.register_file import read_entries
from loaders.resolve.tokens import POSSESSIVE, Token, key, tokens
from loaders.words import CHINESE, KOREAN, PARTICLES, PLACES, PRONOUNS, SUFFIXES

ACRONYM = 3
"""Letters up to which a name in capitals is only found in capitals: "US" is not "us", but "Nato" is "NATO"."""


@dataclass(frozen=True, slots=True)
class Match:
    """A name or title found: the entries that it may mean, and how many tokens it is long."""

    ids: tuple[str, ...]
    length: int
    title: bool


@dataclass(frozen=True, slots=True)
class _Form:
    words: tuple[Token, ...]
    ids: tuple[str, ...]
    title: bool

    def fits(self, part: Sequence[Token]) -> bool:
        """Whether tokens of the same keys are written so that they mean this name."""
        return all(map(_written_alike, self.words, part)) and (
            self.title or any(t.capital for t in part) or not any(t.capital for t in self.words)
        )


class Register:
    """Entries by id, and the names that mean them."""

    def __init__(self, entries: Mapping[str, Entry] | None = None) -> None:
        self.entries = dict(entries or {})

    @classmethod
    def read(cls, paths: Sequence[Path]) -> "Register":
        """The entries of YAML files; a later file adds to an earlier one and overrides it by id.

        Raises InputError that names the file, the line and the entry of what does not fit.
        """
        return cls(read_entries(paths))

    def actor(self, name: str) -> Actor:
        """The actor of an id."""
        return self.entries[name].actor

    def find(self, found: Sequence[Token], at: int, *, titles: bool = True) -> Match | None:
        """The longest name or title that begins at a token. What is a name is not a title too."""
        for size in self._sizes.get(found[at].key, ()):
            part = found[at : at + size]
            form = self._forms.get(tuple([token.key for token in part]))
            if form and len(part) == size and (titles or not form.title) and form.fits(part):
                return Match(form.ids, size, form.title)
        return None

    def named(self, name: str) -> Actor | None:
        """The actor whose name or alias this is, whole; a leading article and what stands in brackets do not count."""
        written = tokens(name.split("(", 1)[0][:400])
        while written and not written[-1].word:
            written.pop()
        bare = [token for token in written if token.word or token.key == POSSESSIVE]
        for found in (written, bare) if len(bare) < len(written) else (bare,):
            for start in (0, 1) if found and found[0].key in ("the", "a", "an") else (0,):
                if actor := self._whole(found[start:]):
                    return actor
        return None

    def person(self, name: Sequence[Token]) -> Actor | None:
        """The person whose name this is but for initials in its middle: "Vladimir V. Putin"."""
        plain = [token for n, token in enumerate(name) if len(token.key.rstrip(".")) > 1 or n in (0, len(name) - 1)]
        return self._whole(plain) if 1 < len(plain) < len(name) else None

    def _whole(self, name: Sequence[Token]) -> Actor | None:
        """The actor whose name these tokens are from first to last."""
        match = self.find(name, 0) if name else None
        whole = match is not None and not match.title and match.length == len(name)
        return self.actor(match.ids[0]) if match and whole else None

    def knows(self, name: str) -> bool:
        """Whether a name as written is an actor's of the register; a person's surname counts."""
        return self.named(name) is not None or bool(self.surnames.get(key(name[:100])))

    def is_outlet(self, name: str) -> bool:
        """Whether a name as written is an outlet's of the register."""
        actor = self.named(name)
        return actor is not None and actor.kind == "outlet"

    def holders(self, ids: Iterable[str], date: str | None) -> list[str]:
        """Those of the entries that a title of theirs fits on a day; with no day, only those that need none."""
        return [name for name in ids if _holds(self.entries[name], date)]

    def affiliations(self, ids: Iterable[str]) -> Iterator[Affiliation]:
        """The roles of the entries and of those that they belong to, to any depth."""
        waiting = [name for name in dict.fromkeys(ids) if name in self.entries]
        seen = set(waiting)
        for name in waiting:
            for role in self.entries[name].roles:
                yield Affiliation(name, role.of, role.role, "register", role.since, role.until)
                if role.of not in seen:
                    seen.add(role.of)
                    waiting.append(role.of)

    def above(self, name: str) -> set[str]:
        """The ids of what an entry belongs to, to any depth."""
        return {affiliation.organization for affiliation in self.affiliations([name])}

    @cached_property
    def surnames(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        """The ids of the persons of each surname."""
        found: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for name, entry in self.entries.items():
            if entry.actor.kind == "person":
                for surname in {surname_of(entry, alias) for alias in (entry.actor.name, *self._full(entry))}:
                    found[surname].append(name)
        return {surname: tuple(ids) for surname, ids in found.items()}

    def _full(self, entry: Entry) -> Iterator[str]:
        """The aliases that are a full name like the name itself: another spelling of as many words."""
        size = len(key(entry.actor.name))
        yield from (alias for alias in entry.actor.aliases if len(key(alias)) == size)

    @cached_property
    def _forms(self) -> Mapping[tuple[str, ...], _Form]:
        forms: dict[tuple[str, ...], _Form] = {}
        for name, words, title in (*self._names(), *self._titles()):
            known = forms.get(tuple(token.key for token in words))
            if known is None:
                forms[tuple(token.key for token in words)] = _Form(words, (name,), title)
            elif known.title == title and name not in known.ids:
                forms[tuple(token.key for token in words)] = replace(known, ids=(*known.ids, name))
        return forms

    @cached_property
    def _sizes(self) -> Mapping[str, Sequence[int]]:
        """How long the names are that begin with a key, the longest first."""
        sizes: defaultdict[str, set[int]] = defaultdict(set)
        for words in self._forms:
            sizes[words[0]].add(len(words))
        return {first: sorted(found, reverse=True) for first, found in sizes.items()}

    @cached_property
    def _countries(self) -> Mapping[str, Sequence[str]]:
        """The places that stand for a government, under each of its names: Ukraine and Kyiv."""
        found: dict[str, Sequence[str]] = {}
        for entry in self.entries.values():
            places = [name for name in entry.actor.aliases if name.lower() in PLACES]
            if entry.actor.kind == "organization" and places:
                found |= dict.fromkeys(entry.actor.aliases, places)
        return found

    def _seats(self, titles: Iterable[str]) -> Iterator[str]:
        """Titles, and as they are put with the seat for the country: "Seoul's defence minister"."""
        for title in titles:
            yield title
            of, _, rest = title.partition("'s ")
            seats = self._countries.get(of, ()) if rest else ()
            yield from (f"{seat}'s {rest}" for seat in seats if seat != of)

    def _names(self) -> Iterator[tuple[str, tuple[Token, ...], bool]]:
        for name, entry in self.entries.items():
            for alias in entry.names:
                yield name, tuple(tokens(alias)), False

    def _titles(self) -> Iterator[tuple[str, tuple[Token, ...], bool]]:
        for name, entry in self.entries.items():
            for title in chain.from_iterable(map(_ways, self._seats(entry.titles))):
                yield name, tuple(tokens(title)), True


def _ways(title: str) -> Iterator[str]:
    """A title as it may be put: the "NATO chief" is the head of NATO."""
    yield title
    of = title.removesuffix(" chief")
    if of != title and "'" not in of:
        yield from (f"{of} head", f"{of} boss", f"head of {of}", f"head of the {of}", f"chief of the {of}")


def surname_of(entry: Entry, alias: str) -> tuple[str, ...]:
    """The key of a person's surname: as the register says, else by where it stands in the name."""
    return key(entry.surname) if entry.surname else surname(tokens(alias))


def surname(name: Sequence[Token]) -> tuple[str, ...]:
    """The surname's key in a person's full name. Korean and Chinese names have it in front.

    >>> surname(tokens("Kim Yong-hyun")), surname(tokens("Mark Rutte")), surname(tokens("Ursula von der Leyen"))
    (('kim',), ('rutte',), ('von', 'der', 'leyen'))
    """
    words = [token.key for token in name]
    if not words:
        return ()
    if words[-1] in SUFFIXES and len(words) > 2:
        return tuple(words[-2:])
    korean = words[0] in KOREAN and len(words) == 3
    chinese = words[0] in CHINESE and len(words) in (2, 3)
    if korean or chinese:
        return (words[0],)
    start = len(words) - 1
    while start > 1 and (name[start].glued or words[start - 1] in PARTICLES):
        start -= 1
    return tuple(words[start:])


def _written_alike(known: Token, seen: Token) -> bool:
    letters = known.text.replace(".", "")
    if letters.isupper() and len(letters) <= ACRONYM and (len(letters) > 1 or known.key in PRONOUNS):
        return seen.text.replace(".", "").isupper()
    if letters == "The":
        return seen.text == "The"
    return True


def _holds(entry: Entry, date: str | None) -> bool:
    if not entry.roles:
        return True
    return date is not None and any(role.may_hold(date) for role in entry.roles)
