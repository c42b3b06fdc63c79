"""Who a source's words name: "Pentagon spokesperson Sabrina Singh" is she, "Pentagon officials" are nobody known.

The head of the phrase decides. A name counts only where it is the head: what stands before it may be a title, an
organisation, a nationality; what stands behind it may not change what it is.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.model import Actor, ActorKind
from loaders.attribute.sentences import sentence_at
from loaders.resolve.parts import (
    SILENT,
    alike,
    bare,
    between_marks,
    cut,
    ends_in_name,
    is_acronym,
    is_name,
    is_office,
    is_one_name,
    is_other,
    may_precede,
    name_end,
    span,
    undetermined,
    without_seat,
)
from loaders.resolve.scene import JUNIOR, Mention, Scene, cut_titles, is_article_name, titled, told
from loaders.resolve.sight import everywhere, here, is_person, kind_of
from loaders.resolve.tokens import Token, tokens, written
from loaders.resolve.units import Unit, is_possessive, units
from loaders.words import (
    DEMONYMS,
    DETERMINERS,
    DOCUMENTS,
    GENERIC,
    HEADS,
    HONORIFICS,
    ISSUED,
    MODIFIERS,
    OFFICES,
    ORGANIZATIONS,
    PLACES,
    PLURALS,
    PORTFOLIOS,
    PREPOSITIONS,
    PRESS,
    PRONOUNS,
    ROLES,
    TITLES,
    VOICES,
    WITNESSES,
)

LONG = 3
"""Words from which on a name is its own, whoever's it is called."""
LONGEST = 120
"""Tokens of a source that are looked at; what is longer is a sentence."""
_PLACE = re.compile(r"\s*In\s+(?P<name>[A-Z]\w+(?:\s[A-Z]\w+)?),")
_KINDS = frozenset(
    (
        "newspaper", "website", "broadcaster", "agency", "outlet", "news", "think", "tank", "official", "state",
        "state-run", "run", "independent", "public", "private", "local", "national", "leading", "daily", "weekly",
        "channel", "portal", "magazine", "paper", "tabloid", "radio", "television",
    )
)  # fmt: skip
"""What an outlet or an institute is called before its name."""
_REGIONS = frozenset(["region", "oblast", "krai", "district", "republic", "province", "county", "territory", "city"])
_NEITHER = re.compile(r"^(?:neither|either)\s+", re.IGNORECASE)
_NOR = re.compile(r"\s+nor\s+")
_ONE = ("one", "another")
_PERSONS = (ROLES | WITNESSES) - PLURALS
_DEFINITE = frozenset(["the", "that", "this", "these", "those"])
_AND = ("and", "or", "&", "nor")
_LAST = frozenset(
    (
        "himself",
        "herself",
        "itself",
        "themselves",
        "too",
        "also",
        "again",
        "later",
        "earlier",
        "today",
        "yesterday",
        "alone",
    )
)
SHORTEST_ACRONYM = 3
"""Letters of an acronym that is looked for among the names of an article."""
_SAYS_NOTHING = frozenset(["top", "same"])
"""What tells nothing of who a description means: "the same official"."""
_ISSUED = frozenset(["released", "issued", "published", "posted", "shared"])
_ISSUED_BY = frozenset(["by", "from", "of", "in"])


@dataclass(frozen=True, slots=True)
class Words:
    """A source's words when they name nobody: a pronoun, a description such as "the ministry", or neither.

    `several` is the last word of a description of more than one: "the two officials".
    """

    text: str
    pronoun: str | None = None
    described: str | None = None
    about: frozenset[str] = frozenset()
    document: bool = False
    several: str | None = None


def _initials(name: str) -> str:
    """The first letters of the words with a capital.

    >>> _initials("Institute of Public Health")
    'iph'
    """
    return "".join(token.key[0] for token in tokens(name) if token.capital)


def _apart(rest: Sequence[Unit]) -> Sequence[Unit]:
    """A region or body and the person named right behind it as two: "of the Kursk Region Alexey Smirnov"."""
    last = rest[-1] if rest else None
    of_place = [n for n, token in enumerate(last.tokens) if token.key in _REGIONS | ORGANIZATIONS] if last else []
    at = next((n for n in of_place[::-1] if last and len(last.tokens) - n > 2), None)
    if last is None or last.what != "capitals" or not at or len(last.tokens) - at < 3:
        return rest
    return [*rest[:-1], Unit(last.tokens[: at + 1], "capitals"), Unit(last.tokens[at + 1 :], "capitals")]


def _begins_in_office(part: Sequence[Unit]) -> bool:
    """Whether a phrase begins "the head of", whatever that is of."""
    found = span(part)
    end = next((n for n, token in enumerate(found) if token.key in PREPOSITIONS), 0)
    return bool(end) and found[end - 1].key in _PERSONS


class Namer:
    """Reads the sources of one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.register = scene.register

    def read(self, found: Sequence[Token]) -> Actor | Words | None:
        """The actor that a source names, or its words where it names none; None where there are no words."""
        parts = between_marks(without_seat([token for token in found[:LONGEST] if token.text not in SILENT]))
        if not parts:
            return None
        if len(parts[0]) == 1 and parts[0][0].key in PRONOUNS and not is_acronym(parts[0][0]):
            return Words(parts[0][0].text, pronoun=PRONOUNS[parts[0][0].key])
        heads = [self._units(part) for part in parts]
        whole = written(bare(parts[0]), self.scene.text)
        named = self._several(heads, whole) or self._head(heads) or self._titled(bare(parts[0]))
        return named or self._words(parts[0], heads[0], whole)

    def _titled(self, part: Sequence[Token]) -> Actor | None:
        """Whom the article names right behind the same words: "Kharkiv mayor" where it has "Kharkiv mayor Terekhov"."""
        known = self.scene.titled.get(titled(part), {})
        return next(iter(known.values())) if len(known) == 1 else None

    def _units(self, part: Sequence[Token]) -> list[Unit]:
        out: list[Unit] = []
        for unit in units(part, self.register):
            loose = is_article_name(unit, self.register) and self.scene.begins(unit.start)
            if loose:
                out += [Unit(unit.tokens[:1], "word"), Unit(unit.tokens[1:], "capitals")]
                continue
            lowered = unit.what == "capitals" and unit.start == part[0].start and self._is_common(unit)
            out += [Unit((token,), "word") for token in unit.tokens] if lowered else [unit]
        return out

    def _is_common(self, unit: Unit) -> bool:
        """Whether a capital may be a sentence's and no name's: "Experts", "Prosecutors"."""
        word = unit.keys[0]
        if len(unit.tokens) > 1 or is_acronym(unit.tokens[0]):
            return False
        known = word in self.scene.inside or (word,) in self.scene.named or (word,) in self.register.surnames
        return (
            word in GENERIC or word in DETERMINERS or (not known and (word.endswith("s") or word in self.scene.common))
        )

    def _head(self, heads: Sequence[list[Unit]]) -> Actor | None:
        first = self._named(heads[0])
        core, _ = cut(undetermined(heads[0]))
        agency = [unit.key for unit in core[-2:]] == ["news", "agency"]
        if (first and not agency) or len(heads) < 2:
            return first
        one = heads[0][0].key in _ONE or (core and core[-1].key in _PERSONS) or _begins_in_office(heads[0])
        press = agency or (core and core[-1].key in PRESS)
        following = self._named(heads[1]) if (one or press) and ends_in_name(heads[1]) else None
        fits = following and (following.kind == "person" if one else following.kind == "outlet")
        return following if fits else first

    def _named(self, part: Sequence[Unit]) -> Actor | None:
        """The actor at the head of a phrase without commas; None where the head is no name."""
        definite = bool(part) and part[0].key == "the"
        part = undetermined(part)
        core, rest = cut(part)
        while core and is_possessive(core[-1]):
            core = core[:-1]
        if not core:
            return None
        return self._behind_office(part, rest) or self._last(core, rest, definite=definite)

    def _behind_office(self, part: Sequence[Unit], rest: Sequence[Unit]) -> Actor | None:
        """ "President of Ukraine Volodymyr Zelenskyy": a person right behind the organisation or place of an office."""
        rest = _apart(rest)
        if len(rest) < 3 or rest[0].key not in ("of", "for", "to") or part[0].key in ("a", "an"):
            return None
        office = next(n for n, unit in enumerate(part) if unit is rest[0])
        if any(unit.key in PREPOSITIONS for unit in rest[1:]) or not is_office(part[:office]):
            return None
        person = self._person(rest[-1])
        place = rest[-2]
        known = place.what == "name" and self.register.actor(place.ids[0]).kind != "person"
        capital = place.what == "capitals" and place.key not in TITLES and kind_of(place.tokens) != "person"
        return person if known or capital or place.key in ORGANIZATIONS else None

    def _last(self, core: Sequence[Unit], rest: Sequence[Unit], *, definite: bool) -> Actor | None:
        last, before = core[-1], core[:-1]
        person = self._person(last)
        if last.what == "word":
            return self._noun(core, rest, definite=definite)
        if person:
            titled = last.what == "capitals" and bool(self._titles_and_name(last)[0])
            return person if titled or may_precede(before) else self._composite(core)
        if last.what == "name":
            return self._thing(last, before, rest)
        return self._on_sight(core, rest, definite=definite) if last.what == "capitals" else self._holder(core)

    def _holder(self, core: Sequence[Unit]) -> Actor | None:
        """Who a title alone means on the article's day, if that is one; with no day, whom the article names."""
        holders = self.register.holders(core[-1].ids, self.scene.date)
        if not self.scene.date and len(holders) != 1:
            holders = [name for name in core[-1].ids if name in self._here]
        return self.register.actor(holders[0]) if len(holders) == 1 and len(core) == 1 else None

    @cached_property
    def _here(self) -> frozenset[str]:
        """The ids of those whom the article names, in full or by a surname."""
        short = (self.called(unit) for unit in self.scene.short)
        return frozenset(actor.id for actor in (*(m.actor for m in self.scene.mentions), *short) if actor)

    def _person(self, unit: Unit) -> Actor | None:
        """The person that a unit names in full, or by a surname that means one person here."""
        if unit.what == "name":
            actor = self.register.actor(unit.ids[0])
            return actor if actor.kind == "person" else None
        if unit.what != "capitals":
            return None
        titles, name = self._titles_and_name(unit)
        known = self._surname(titles, name, unit.start)
        if known:
            return known
        if is_person(name, titled=bool(titles)) and not self.scene.are_common(name):
            return self.register.person(name) or everywhere("person", written(name, self.scene.text))
        if len(name) == 1 and titles and titles[-1].key not in ("general", "press") and not is_other(name[0].key):
            return here("person", written(name, self.scene.text), self.scene.article)
        return None

    def _titles_and_name(self, unit: Unit) -> tuple[Sequence[Token], Sequence[Token]]:
        """Titles and name; a capital that is only a sentence's is not of the name: "Rival Hillary Clinton"."""
        titles, name = cut_titles(unit.tokens)
        if not titles and len(name) > 2 and name[0].key not in self.scene.inside:
            rest = tuple(token.key for token in name[1:])
            if rest in self.scene.full:
                return name[:1], name[1:]
        return titles, name

    def _surname(self, titles: Sequence[Token], name: Sequence[Token], at: int) -> Actor | None:
        words = tuple(token.key for token in name)
        mentions = [m for m in self._called(words) if m.actor.kind == "person"]
        earlier = {m.actor.id: m.actor for m in mentions if m.start < at}
        known = earlier or {m.actor.id: m.actor for m in mentions}
        if not known and words not in self.register.surnames:
            known = {m.actor.id: m.actor for m in self._called((JUNIOR, *words))}
        if not known:
            known = {i: self.register.actor(i) for i in self.register.surnames.get(words, ())}
        if len(known) > 1:
            known = alike(known)
        if len(known) > 1:
            known = self._of_gender(titles, known) or known
        if len(known) == 1:
            return next(iter(known.values()))
        name_here = written(name, self.scene.text)
        candidates = [i for i in known if i in self.register.entries]
        return here("person", name_here, self.scene.article, candidates) if known else None

    def called(self, unit: Unit) -> Actor | None:
        """The person whom capitals call by a name that the article or the register gives in full."""
        titles, name = self._titles_and_name(unit)
        known = self._surname(titles, name, unit.start) if name else None
        return known if known and not known.candidates else None

    def _called(self, name: tuple[str, ...]) -> Sequence[Mention]:
        """The first mention in full of each actor that may go by a short name."""
        return tuple(self.scene.named.get(name, {}).values())

    def _of_gender(self, titles: Sequence[Token], known: dict[str, Actor]) -> dict[str, Actor]:
        pronoun = next((HONORIFICS[t.key] for t in titles if t.key in HONORIFICS), None)
        entries = self.register.entries
        return {i: a for i, a in known.items() if pronoun and i in entries and entries[i].pronoun == pronoun}

    def _thing(self, last: Unit, before: Sequence[Unit], rest: Sequence[Unit]) -> Actor | None:
        """An organisation of the register, if nothing round it makes it another one."""
        actor = self.register.actor(last.ids[0])
        above = self.register.above(actor.id)
        of_country = actor.kind == "outlet" and all(key in DEMONYMS for unit in before for key in unit.keys)
        own = of_country or all(self._leaves_alone(unit, last, above) for unit in before)
        if not own:
            return self._composite([*before, last])
        if rest and rest[0].key == "to":
            return None
        if len(rest) > 1 and rest[0].key in ("of", "for") and not (set(rest[1].ids) & above):
            return self._composite([*before, last, *rest])
        return actor

    def _leaves_alone(self, unit: Unit, last: Unit, above: set[str]) -> bool:
        short = len(last.tokens) == 1
        if len(last.tokens) >= LONG and unit.what in ("capitals", "word") and self._is_of(unit, last, above):
            return True
        if unit.what == "name":
            return short or bool(set(unit.ids) & above)
        if is_possessive(unit) or unit.key in _KINDS:
            return True
        return short and all(word in MODIFIERS or word in PLACES for word in unit.keys)

    def _is_of(self, unit: Unit, last: Unit, above: set[str]) -> bool:
        """Whether a people's or a place's word before a long name only tells where it belongs: "the South's"."""
        if unit.keys in (("south",), ("north",)):
            return any(alias.lower().startswith(f"{unit.key} ") for alias in self.register.actor(last.ids[0]).aliases)
        if not all(word in DEMONYMS or word in PLACES for word in unit.keys):
            return False
        whose = self.register.named(f"{written(unit.tokens, self.scene.text)} government")
        return whose is None or whose.id in above or not above

    def _composite(self, part: Sequence[Unit]) -> Actor:
        """A longer name that a known one is part of."""
        whole = span(part)
        kind = kind_of([token for token in whole if token.capital]) or "organization"
        name = written(whole, self.scene.text)
        return here("organization" if kind == "person" else kind, name, self.scene.article)

    def _on_sight(self, core: Sequence[Unit], rest: Sequence[Unit], *, definite: bool) -> Actor | None:
        """A name in capitals that no register has."""
        last, before = core[-1], core[:-1]
        if any(unit.key in PRESS for unit in before if unit.what == "word"):
            name = (*before[-1].tokens, *last.tokens) if last.tokens[0].glued else last.tokens
            return everywhere("outlet", written(name, self.scene.text))
        if not is_name(last, before, rest):
            return None
        alone = definite and not before and not (rest and rest[0].key in ("of", "for"))
        short = (self._short(last) if len(last.tokens) == 1 else self._body(last)) if alone else None
        if short:
            return short
        whole_name = self._spelled_out(last) if not before and not rest else None
        if whole_name:
            return whole_name
        kind = kind_of(last.tokens)
        staff = len(rest) > 1 and rest[1].key == "staff"
        if rest and rest[0].key in ("of", "for") and (last.key in ORGANIZATIONS or staff) and len(rest) > 1:
            core = [*core, *rest[: name_end(rest)]]
        whole = written(span(core), self.scene.text)
        if len(last.tokens) > 1 or len(core) > len(before) + 1 or last.key in PLACES:
            return everywhere("organization" if kind in (None, "person") else kind, whole)
        return here(kind or ("organization" if definite else "person"), whole, self.scene.article)

    def _spelled_out(self, unit: Unit) -> Actor | None:
        """The one organisation of the article of whose name an acronym has the first letters."""
        if len(unit.tokens) > 1 or not is_acronym(unit.tokens[0]) or len(unit.key) < SHORTEST_ACRONYM:
            return None
        known = self._by_initials.get(unit.key, {})
        return next(iter(known.values())) if len(known) == 1 else None

    @cached_property
    def _by_initials(self) -> dict[str, dict[str, Actor]]:
        """The organisations that the article names, by their first letters and their ids."""
        found: dict[str, dict[str, Actor]] = defaultdict(dict)
        for actor in {m.actor.id: m.actor for m in self.scene.mentions if m.actor.kind == "organization"}.values():
            found[_initials(actor.name)][actor.id] = actor
        return found

    def _short(self, unit: Unit) -> Actor | None:
        """ "the Post", where the article names one such in full."""
        known = {m.actor.id: m.actor for m in self._called(unit.keys) if m.actor.kind != "person"}
        return next(iter(known.values())) if len(known) == 1 else None

    def _body(self, unit: Unit) -> Actor | None:
        """ "In Moscow, the Defense Ministry": that country's; else the one of that name that spoke of itself before."""
        about = told(unit.keys)
        if not about <= ORGANIZATIONS | PORTFOLIOS:
            return None
        place = _PLACE.match(self.scene.text, sentence_at(self.scene.text, unit.start)[0])
        country = self.register.named(place["name"]) if place and place.end() <= unit.start else None
        name = written(unit.tokens, self.scene.text)
        for alias in country.aliases if country else ():
            known = self.register.named(f"{alias}'s {name}")
            if known:
                return known
        mentions = (m for m in self.scene.described.get(unit.key, {}).values() if m.start < unit.start)
        known_before = {
            m.actor.id: m.actor for m in mentions if about <= m.about and m.actor.id in self.register.entries
        }
        return next(iter(known_before.values())) if len(known_before) == 1 else None

    def _noun(self, core: Sequence[Unit], rest: Sequence[Unit], *, definite: bool) -> Actor | None:
        """A phrase whose head is a plain noun: an issuer's statement, a voice, or an office of a country."""
        while core and core[-1].key in _LAST:
            core = core[:-1]
        press = next((n for n, unit in enumerate(core) if unit.what == "name" and self._is_press(core[n + 1 :])), None)
        if press is not None and self.register.actor(core[press].ids[0]).kind == "outlet":
            return self._thing(core[press], core[:press], rest)
        if core and core[-1].what != "word":
            return self._last(core, rest, definite=definite)
        for voice in VOICES:
            if len(core) > len(voice) and tuple(unit.key for unit in core[-len(voice) :]) == voice:
                return self._issuer(core[: -len(voice)])
        if core and core[-1].key in ("authorities", "government") and len(core) == 1 and rest and rest[0].key == "in":
            return self._issuer(rest[1:2])
        if core and core[-1].key in ISSUED:
            by = rest[1:] if len(rest) > 1 and rest[0].key in _ISSUED else rest
            issuer = by[1:] if by and by[0].key in _ISSUED_BY else core[:-1]
            return self._issuer(issuer) if issuer else None
        return self._office(core, rest)

    def _is_press(self, behind: Sequence[Unit]) -> bool:
        """Whether what stands behind a name only says that it is an outlet's: "TASS news agency"."""
        keys = [unit.key for unit in behind]
        return keys[-1:] != [] and keys[-1] in PRESS and all(word in ("news", "state") for word in keys[:-1])

    def _issuer(self, part: Sequence[Unit]) -> Actor | None:
        while part and is_possessive(part[-1]):
            part = part[:-1]
        return self._named(part) if part else None

    def _office(self, core: Sequence[Unit], rest: Sequence[Unit]) -> Actor | None:
        """ "German foreign ministry", "Russia's embassy in Pyongyang": there is one of each."""
        if len(core) < 2 or core[-1].key not in OFFICES:
            return None
        country = core[0].what != "word" and all(
            key in DEMONYMS or key in PLACES or key in ("south", "north") for key in core[0].keys
        )
        plain = all(unit.what == "word" for unit in core[1:]) and not any(u.key in PLURALS for u in core)
        if not (country and plain):
            return None
        placed = rest[:2] if len(rest) > 1 and rest[0].key in ("in", "to") and rest[1].what != "word" else []
        return everywhere("organization", written(span([*core, *placed]), self.scene.text))

    def _several(self, heads: Sequence[list[Unit]], whole: str) -> Actor | None:
        """Two or more sources in one: themselves together, and none of them."""
        first = heads[0]
        splits = [i for i, unit in enumerate(first) if unit.key in _AND]
        if not splits:
            many = len(heads) > 1 and len(first) == 1 and self._are_many(heads[-1])
            listed = any(self._is_list(part) for part in heads[1:]) and self._named(first)
            kind: ActorKind = "unnamed" if many else "group"
            return here(kind, self._all(heads), self.scene.article) if many or listed else None
        left, right = undetermined(first[: splits[0]]), first[splits[-1] + 1 :]
        if not left or not right or (any(unit.key in PREPOSITIONS for unit in left) and not self._two(left, right)):
            return None
        if left[-1].key in ROLES and left[-1].key not in PLURALS:
            return None
        one, other = self._named(left), self._named(right)
        if other and is_one_name(left[-1], right[-1]):
            return everywhere("organization", whole)
        if one and other and one.id != other.id:
            return here("group", _NOR.sub(" and ", _NEITHER.sub("", whole)), self.scene.article)
        return here("unnamed", whole, self.scene.article)

    def _two(self, left: Sequence[Unit], right: Sequence[Unit]) -> bool:
        """Whether two persons are named: "Reps. Park Sun-won of the ruling party and Lee Seong-kweun of the other"."""
        one, other = self._named(left), self._named(right)
        return one is not None and other is not None and one.id != other.id and one.kind == other.kind == "person"

    def _are_many(self, part: Sequence[Unit]) -> bool:
        """Whether a part behind a comma ends a list before a plural: "Ukrainian and South Korean officials"."""
        return any(unit.key in _AND for unit in part[:-1]) and part[-1].key in PLURALS and not self._named(part)

    def _is_list(self, part: Sequence[Unit]) -> bool:
        """Whether a part behind a comma ends a list of names: "Britain and France", "and France"."""
        at = next((i for i, unit in enumerate(part) if unit.key in _AND), None)
        if at is None or not self._named(part[at + 1 :]):
            return False
        return at == 0 or self._named(part[:at]) is not None

    def _all(self, heads: Sequence[list[Unit]]) -> str:
        return written(span([*heads[0], *heads[-1]]), self.scene.text)

    def _words(self, part: Sequence[Token], head: Sequence[Unit], whole: str) -> Words:
        named = " ".join(token.key for token in part if token.key not in ("the", "'s"))
        if named in HEADS and part[0].key in ("the", "that", "this"):
            return Words(whole, None, HEADS[named])
        core, rest = cut(undetermined(head))
        keys = [token.key for token in span(core)]
        noun = keys[-1] if keys else None
        title = bool(core) and core[-1].what == "capitals" and not cut_titles(core[-1].tokens)[1]
        plain = noun is not None and (core[-1].what in ("word", "title") or title) and not rest
        definite = part[0].key in _DEFINITE and plain
        held = span(core)
        seat = {k for n, token in enumerate(held) if token.glued and token.key == "based" for k in (n - 1, n)}
        about = told(key for n, key in enumerate(keys[:-1]) if n not in seat and key not in _SAYS_NOTHING)
        many = noun in PLURALS
        one, several = (noun if definite and not many else None), (noun if definite and many else None)
        return Words(whole, None, one, about, noun in DOCUMENTS, several)
