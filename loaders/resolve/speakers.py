"""Who speaks in each attribution of an article, pronouns and descriptions among them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from graph.model import Actor, Span
from loaders.attribute.sentences import sentence_at
from loaders.records import Attribution
from loaders.resolve.described import are_of, fits, kept_under
from loaders.resolve.interview import SPEAKERS, Interview
from loaders.resolve.phrase import Namer, Words
from loaders.resolve.pronouns import Pronouns, Spoken, holder, is_one_of
from loaders.resolve.scene import Mention, Scene, offices
from loaders.resolve.sight import here
from loaders.resolve.tokens import Token, key, tokens
from loaders.words import (
    DEMONYMS,
    GENDERED,
    ISSUED,
    ORGANIZATIONS,
    PLURALS,
    PORTFOLIOS,
    PREPOSITIONS,
    PRESS,
    ROLES,
    WITNESSES,
)

LONGEST = 2000
"""Code points of a source that are looked at."""
BACK = 60
"""Mentions and attributions that a description looks back."""
SENTENCES = 12
"""Sentences back, with its own, in which "the statement" was made."""
LEAD = 3
"""Lines in which a description may mean one who is named only later."""

_OFFICIALS = frozenset(["official", "politician", "diplomat"])
_ONE_OF_SOME = _OFFICIALS | {"source", "lawmaker", "officer", "soldier", "aide", "adviser", "person"}
_COMPANIES = frozenset(["company", "firm", "operator", "utility", "group", "corporation"])
_FIRMS = _COMPANIES | {
    "corp",
    "inc",
    "ltd",
    "industries",
    "motors",
    "airlines",
    "partners",
    "bank",
    "service",
    "services",
}
_ALSO_CALLED = {
    "agency": frozenset(["service", "directorate", "bureau", "intelligence", "administration"]),
    "group": frozenset(
        ["institute", "center", "centre", "foundation", "association", "project", "initiative", "monitor"]
    ),
}
"""What "the agency" or "the group" may be, by a word of its name."""
_CHIEFS = frozenset(["chief", "boss"])
_EXPERTS = frozenset(["expert", "analyst", "author", "professor", "scholar", "observer"])
_MADE = re.compile(
    r"\b(?:made|gave|issued)\s+(?:the|these|those)\s+(?:remarks?|comments?|statements?|announcement|figures?)\b"
)
_COUNTRYS = re.compile(r"(?:the\s+)?(?:country|nation)['’]s\s+(?P<rest>.+)", re.IGNORECASE)
_PEOPLE = re.compile(
    r"(?P<who>(?:(?:[A-Z][\w.'’-]*|senior|several|some|other|many|former|local|military|two|three|four)\s+){0,4}"
    r"(?P<head>[a-z]+)),?\s+\Z"
)
_SOMEBODY = re.compile(r"\b(?P<who>(?:an?|one|another)\s(?:[\w'’-]+\s){0,4}?(?P<head>[\w-]+)),?\s+\Z", re.IGNORECASE)
_OF_COUNTRY = re.compile(
    r"(?<!\bin )(?<!\bto )(?<!\bfor )(?<!\bof )(?P<of>\b(?:(?:North|South)\s)?[A-Z]\w+(?:['’]s)?)\s"
)
"""What may be of a country in a sentence, but for where something is."""
_SOME_OF = re.compile(r"^\w+ of the ")
_WHO_IS = re.compile(r",\s+(?:an?|the|its|their|his|her)\s[^,;:“”\"\n]{2,120}")
_OF = re.compile(r"\s*(?:\([^()]*)?\)?\s*of\s+(?:the\s+)?")


class Speakers:
    """Reads the attributions of one article in the order of their sources, since a pronoun looks back."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.namer = Namer(scene)
        self.pronouns = Pronouns(scene, self.namer)
        self.passed_on: set[str] = set()

    def read(self, attributions: Sequence[Attribution]) -> dict[str, Actor | None]:
        """The actor of each attribution by its id; None where no source is named, or where nobody fits."""
        known: dict[str, Actor | None] = {}
        by_words: dict[tuple[Span, ...], Actor | None] = {}
        selves: list[Attribution] = []
        cues = {one.id: one.cue for one in attributions}
        self.passed_on = {
            citation.target
            for one in attributions
            for citation in one.sourced_from
            if not one.cue
            or one.cue != cues.get(citation.target)  # "told OUTLET" has one for both: whoever tells it speaks
        }
        for one in sorted(attributions, key=lambda a: (a.source[:1] or a.cue[:1] or a.content[:1], a.id)):
            if one.source in by_words:  # the same words are the same speaker's: "he said A, adding B"
                known[one.id] = self._noted(one, by_words[one.source])
                continue
            read = self._read(one.source)
            if isinstance(read, Words) and read.pronoun in ("i", "you"):
                selves.append(one)
            else:
                by_words[one.source] = self._meant(read, one) if isinstance(read, Words) else read
                known[one.id] = self._noted(one, by_words[one.source])
        asked = Interview.of(self.scene)
        for one in selves:
            known[one.id] = self._self(one, attributions, known, asked)
        return self._owned(known)

    def _owned(self, known: dict[str, Actor | None]) -> dict[str, Actor | None]:
        """The actors, where "Kim, the head of …, made the remarks" tells who it was that spoke before unnamed."""
        for made in _MADE.finditer(self.scene.text):
            start = sentence_at(self.scene.text, made.start())[0]
            named = next((m.actor for m in self.scene.mentions if start <= m.start < made.start()), None)
            before = self.pronouns.previous(start)
            if named and named.kind == "person" and before and before.actor.kind == "unnamed":
                known = {name: named if actor == before.actor else actor for name, actor in known.items()}
        return known

    def _noted(self, one: Attribution, actor: Actor | None) -> Actor | None:
        if actor and one.source:
            passed_on = one.id in self.passed_on
            self.pronouns.spoken.append(Spoken(*one.source[0], actor, one.content, one.mode, passed_on))
        return actor

    def _self(
        self,
        one: Attribution,
        others: Sequence[Attribution],
        known: Mapping[str, Actor | None],
        asked: Interview | None,
    ) -> Actor | None:
        """Who "I" or "you" is: the speaker of the words that hold it, else whoever is interviewed."""
        at = one.source[0][0]
        word = self.scene.text[slice(*one.source[0])].lower()
        if word in SPEAKERS:
            if one.nested_in and one.nested_in in known:
                return known[one.nested_in]
            around = [(holder(a.content, at), a.id) for a in others if a is not one and a.id in known]
            held = min(((size, name) for size, name in around if size), default=None)
            if held:
                return known[held[1]]
        return asked.meant(word, at) if asked else None

    def _read(self, source: Sequence[Span]) -> Actor | Words | None:
        """Who a source names: as a whole, else in the first of its pieces that is a name."""
        whole = self.namer.read(source_tokens(self.scene.text, source))
        if isinstance(whole, Actor):
            return whole
        pieces = (self.namer.read(source_tokens(self.scene.text, [piece])) for piece in source[1:])
        return next((piece for piece in pieces if isinstance(piece, Actor)), whole)

    def _meant(self, words: Words, one: Attribution) -> Actor | None:
        at = one.source[0][0]
        if words.pronoun == "who":
            spoke = next((s.actor for s in self._before(at) if not _words_between(self.scene, s, at)), None)
            if spoke:
                return spoke
            named = next((m for m in self.scene.near(at) if not _words_between(self.scene, m, at)), None)
            return _head(self.scene, named).actor if named else self._plural(at) or self._one(one)
        if words.pronoun:
            cue = " ".join(self.scene.text[s:e] for s, e in one.cue)
            return self.pronouns.meant(words.pronoun, at, cue, one.content)
        described = self._introduced(words, at) or self._described(words, at) or self._official(words, at)
        described = described or self._issuer(words.described, at) or self._unnamed(words, at)
        described = described or self._company(words, at)
        described = described or (self._outlet(at) if words.described in PRESS and not words.about else None)
        return described or here("document" if words.document else "unnamed", words.text, self.scene.article)

    def _introduced(self, words: Words, at: int) -> Actor | None:
        """ "The official", where the line or the one before brought in "a senior Ukrainian official" without a name."""
        first = self.scene.paragraph(at) - 1
        end = bisect_left(self.pronouns.introduced, at, key=lambda mention: mention.start)
        for mention in self.pronouns.introduced[:end][::-1]:
            if self.scene.paragraph(mention.start) < first:
                return None
            if _is_a(words, mention.actor):
                spoken = (one.actor for one in self.pronouns.spoken if mention.start <= one.at < mention.end)
                return next(spoken, mention.actor)
        return None

    def _plural(self, at: int) -> Actor | None:
        """Who "who" is behind people without a name: "Russian personnel, who"."""
        people = _PEOPLE.search(self.scene.text, max(0, at - BACK), at)
        if people is None or people["head"] not in PLURALS:
            return None
        return here("unnamed", " ".join(people["who"].split()), self.scene.article)

    def _one(self, one: Attribution) -> Actor | None:
        """Who "who" is behind somebody without a name: "a man who", "one Western official, who"."""
        who = _SOMEBODY.search(self.scene.text, max(0, one.source[0][0] - BACK), one.source[0][0])
        if who is None or who["head"].lower() not in ROLES | WITNESSES | GENDERED.keys():
            return None
        read = self._read([who.span("who")])
        return self._meant(read, replace(one, source=(who.span("who"),))) if isinstance(read, Words) else read

    def _issuer(self, document: str | None, at: int) -> Actor | None:
        """Who speaks in "the statement": whoever spoke, or was named, before in another sentence with that word."""
        if document is None or document not in ISSUED:
            return None
        for start, end in islice(self.pronouns.sentences(at), 1, SENTENCES):
            if not self._has(document, start):
                continue
            spoke = (one.actor for one in self._before(end) if one.at >= start)
            lower = bisect_left(self.scene.mentions, start, key=lambda mention: mention.start)
            named = [m.actor for m in self.scene.mentions[lower : lower + 1] if m.start < end]
            issuers = [one for one in spoke if one.kind not in ("unnamed", "document")][-1:]
            issuers += [one for one in named if one.kind != "outlet"]
            if issuers:
                return issuers[0]
        return None

    def _has(self, word: str, at: int) -> bool:
        """Whether the sentence at a code point has a word."""
        return any(token.key == word for token in tokens(self.scene.text, *sentence_at(self.scene.text, at)))

    def _company(self, words: Words, at: int) -> Actor | None:
        """What "the company" is: the organisation that spoke last before it, unless its name says that it is none.

        "The agency" and "the group" are an organisation whose name has such a head: a service, an institute.
        """
        called = _ALSO_CALLED.get(words.described or "", frozenset())
        last = self.pronouns.previous(at) if (called or words.described in _COMPANIES) and not words.about else None
        if last is None or last.actor.kind != "organization":
            return None
        name = key(last.actor.name) or ("",)
        head = next((name[n - 1] for n, word in enumerate(name) if n and word in PREPOSITIONS), name[-1])
        if head in called:
            return last.actor
        firm = words.described in _COMPANIES and last.actor.id not in self.scene.register.entries
        return last.actor if firm and set(name).isdisjoint(ORGANIZATIONS - _FIRMS) else None

    def _outlet(self, at: int) -> Actor | None:
        """What "the newspaper" is: the outlet named last in its line or the one before, else one that others cite."""
        near = next((mention.actor for mention in self.scene.near(at) if mention.actor.kind == "outlet"), None)
        first = self.scene.paragraph(at) - LEAD
        spoke = [s for s in self._before(at) if s.actor.kind == "outlet" and self.scene.paragraph(s.at) >= first]
        return near or next((s.actor for s in spoke if s.passed_on), spoke[0].actor if spoke else None)

    def _described(self, words: Words, at: int) -> Actor | None:
        """Who "the ministry" or "the Ukrainian diplomat" is: the one before it that the article describes so."""
        if words.described is None:
            return None
        if words.described in _CHIEFS and words.about & PORTFOLIOS:
            tried = (self._described(replace(words, described=office), at) for office in ("minister", "secretary"))
            return next((actor for actor in tried if actor), None)
        described = self.scene.described.get(kept_under(words), {})
        body = words.described in ORGANIZATIONS
        mentions = [m for m in described.values() if m.start < at and fits(words, m)]
        mentions = [m for m in mentions if not (body and m.actor.kind == "person")]
        known = {mention.actor.id: mention.actor for mention in mentions}
        last = self.pronouns.previous(at)
        if last and (last.actor.id in known or self._is_office_of(words, last.actor)):
            return last.actor
        for spoken in self._before(at):
            if spoken.actor.id in known or (spoken.actor.kind == "unnamed" and _is_a(words, spoken.actor)):
                return spoken.actor
        country = self._of_country(words, at) if not known else None
        if country:
            return country
        if not known and self.scene.paragraph(at) < LEAD:
            kinds = ("person", "organization") if not self.scene.paragraph(at) else ("person",)
            kinds = ("organization",) if body else kinds
            known = {m.actor.id: m.actor for m in described.values() if m.actor.kind in kinds and fits(words, m)}
        return next(iter(known.values())) if len(known) == 1 else None

    def _of_country(self, words: Words, at: int) -> Actor | None:
        """ "The country's spy agency", of the country that the article named last, if the register has one."""
        found = _COUNTRYS.fullmatch(words.text)
        register = self.scene.register
        if found is None:
            return None
        start = sentence_at(self.scene.text, at)[0]
        near = [m.group("of") for m in _OF_COUNTRY.finditer(self.scene.text, start, at)][::-1]
        names = (f"{of.removesuffix(ending)}{ending} {found['rest']}" for of in near for ending in ("", "'s"))
        known = next((one for name in names if (one := register.named(name))), None)
        if known:
            return known
        end = bisect_left(self.scene.mentions, at, key=lambda mention: mention.start)
        for mention in self.scene.mentions[max(0, end - BACK) : end][::-1]:
            known = next(
                (one for name in mention.actor.aliases if (one := register.named(f"{name}'s {found['rest']}"))), None
            )
            if known:
                return known
        return None

    def _before(self, at: int) -> Iterator[Spoken]:
        """Who spoke before a code point, the last first, as far as BACK."""
        return (spoken for spoken in self.pronouns.spoken[-BACK:][::-1] if spoken.at < at)

    def _unnamed(self, words: Words, at: int) -> Actor | None:
        """ "The official", "the officials", where one or some without a name have spoken before: the last who did."""
        last = self.pronouns.previous(at)
        if last and words.described in _ONE_OF_SOME and not words.about and is_one_of(last.actor):
            return last.actor
        one = words.described in ROLES - PLURALS
        for spoken in self._before(at) if one or words.several else ():
            apart = words.several and spoken.passed_on
            if spoken.actor.kind == "unnamed" and not apart and _is_a(words, spoken.actor):
                return spoken.actor
        return None

    def _official(self, words: Words, at: int) -> Actor | None:
        """Who "the official" is: the person who spoke last, if no official without a name has spoken."""
        last = self.pronouns.previous(at)
        if last and last.actor.kind == "person" and words.described in _EXPERTS and not words.about:
            return last.actor
        if words.described not in _OFFICIALS or not words.about <= DEMONYMS or not last or last.actor.kind != "person":
            return None
        spoken = (one.actor for one in self.pronouns.spoken if one.actor.kind == "unnamed")
        return None if any(words.described in key(actor.name) for actor in spoken) else last.actor

    def _is_office_of(self, words: Words, actor: Actor) -> bool:
        """Whether the register knows somebody to hold the office that a description tells: "the president"."""
        entry = self.scene.register.entries.get(actor.id)
        held = offices(entry, self.scene.date) if entry else frozenset()
        return words.described in held and are_of(words.about, held)


def _is_a(words: Words, actor: Actor) -> bool:
    """Whether an unnamed actor's head noun is the one that a description has: "a senior official at the ministry"."""
    keys = [token.key for token in tokens(_SOME_OF.sub("", actor.name) if words.several else actor.name)]
    head = next((n for n, key in enumerate(keys) if key in PREPOSITIONS), len(keys))
    return bool(head) and keys[head - 1] == (words.described or words.several) and words.about <= set(keys)


def source_tokens(text: str, source: Sequence[Span]) -> list[Token]:
    """The tokens of a source; between its pieces stands a comma."""
    found: list[Token] = []
    for start, end in source:
        if found:
            found.append(Token(start, start, ",", ",", glued=False))
        found += tokens(text, start, min(end, start + LONGEST))
    return found


def _head(scene: Scene, mention: Mention) -> Mention:
    """What a name after "of" belongs to: "the Intelligence Directorate (GUR) of Ukraine, which" is the directorate.

    And who is at what is named: "Ann Lee, a researcher at the Institute, who" is Ann Lee.
    """
    for above in scene.near(mention.start):
        if above.actor.kind == "organization" and _OF.fullmatch(scene.text, above.end, mention.start):
            return above
        if above.actor.kind == "person" and _WHO_IS.fullmatch(scene.text, above.end, mention.start):
            return above
    return mention


def _words_between(scene: Scene, mention: Mention | Spoken, at: int) -> bool:
    return at < mention.end or any(c.isalnum() for c in scene.text[mention.end : at])
