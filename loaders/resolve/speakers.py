"""Who speaks in each attribution of an article, pronouns and descriptions among them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.model import Actor, Span
from loaders.attribute.sentences import sentence_at
from loaders.records import Attribution
from loaders.resolve.phrase import Namer, Words
from loaders.resolve.scene import Mention, Scene
from loaders.resolve.sight import here
from loaders.resolve.tokens import Token, tokens
from loaders.resolve.words import GENDERED, GIVEN, HONORIFICS, ISSUED, PLURALS, QUALIFIERS, ROLES

LONGEST = 2000
"""Code points of a source that are looked at."""


@dataclass(frozen=True, slots=True)
class _Spoken:
    """An attribution before this one: where its source stands and who it is."""

    at: int
    actor: Actor
    content: tuple[Span, ...]


class Speakers:
    """Reads the attributions of one article in the order of their sources, since a pronoun looks back."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.namer = Namer(scene)
        self.spoken: list[_Spoken] = []
        self.by_actor: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in scene.mentions:
            self.by_actor[mention.actor.id].append(mention)

    def read(self, attributions: Iterable[Attribution]) -> dict[str, Actor | None]:
        """The actor of each attribution by its id; None where no source is named, or where nobody fits."""
        known: dict[str, Actor | None] = {}
        for one in sorted(attributions, key=lambda a: (a.source[:1] or a.cue[:1] or a.content[:1], a.id)):
            known[one.id] = self._actor(one, known)
        return known

    def _actor(self, one: Attribution, known: Mapping[str, Actor | None]) -> Actor | None:
        read = self._read(one.source)
        actor = self._meant(read, one, known) if isinstance(read, Words) else read
        if actor and one.source:
            self.spoken.append(_Spoken(one.source[0][0], actor, one.content))
        return actor

    def _read(self, source: Sequence[Span]) -> Actor | Words | None:
        """Who a source names: as a whole, else in the first of its pieces that is a name."""
        whole = self.namer.read(source_tokens(self.scene.text, source))
        if isinstance(whole, Actor):
            return whole
        pieces = (self.namer.read(source_tokens(self.scene.text, [piece])) for piece in source[1:])
        return next((piece for piece in pieces if isinstance(piece, Actor)), whole)

    def _meant(self, words: Words, one: Attribution, known: Mapping[str, Actor | None]) -> Actor | None:
        at = one.source[0][0]
        if words.pronoun == "i":
            return known.get(one.nested_in) if one.nested_in else None
        if words.pronoun == "who":
            return next((m.actor for m in self.scene.near(at) if not _words_between(self.scene, m, at)), None)
        if words.pronoun:
            return self._pronoun(words.pronoun, at)
        described = self._described(words, at) if words.described else None
        described = described or (self._issuer(words.described, at) if words.described else None)
        return described or here("document" if words.document else "unnamed", words.text, self.scene.article)

    def _pronoun(self, pronoun: str, at: int) -> Actor | None:
        last = self._previous(at)
        if last and self._fits(pronoun, last):
            return last
        if pronoun not in ("he", "she"):
            return None
        near = {m.actor.id: m.actor for m in self.scene.near(at) if self._fits(pronoun, m.actor)}
        return next(iter(near.values())) if len(near) == 1 else None

    def _previous(self, at: int) -> Actor | None:
        last = self._previous_place(at)
        return last.actor if last else None

    def _previous_place(self, at: int) -> _Spoken | None:
        """The actor of the attribution before, in the same paragraph or the one before it."""
        first = self.scene.paragraph(at) - 1
        for spoken in reversed(self.spoken):
            if self.scene.paragraph(spoken.at) < first:
                return None
            if spoken.at < at and not _inside(at, spoken.content):
                return spoken
        return None

    def _fits(self, pronoun: str, actor: Actor) -> bool:
        if pronoun in ("he", "she"):
            return _is_somebody(actor) and self._gender(actor) in (None, pronoun)
        if pronoun == "it":
            return actor.kind in ("organization", "outlet", "document")
        return pronoun == "they" and (actor.kind == "group" or _is_plural(actor))

    def _gender(self, actor: Actor) -> str | None:
        entry = self.scene.register.entries.get(actor.id)
        if entry and entry.pronoun:
            return entry.pronoun
        words = [word for m in self.by_actor.get(actor.id, ()) for word in m.about]
        name = [token.key for token in tokens(actor.name)]
        told = {GENDERED.get(word) or HONORIFICS.get(word) for word in (*words, *name)} - {None}
        told = told or {GIVEN.get(name[0]) if name and actor.kind == "person" else None}
        return next(iter(told)) if len(told) == 1 else None

    def _issuer(self, document: str, at: int) -> Actor | None:
        """Who speaks in "the statement": whoever spoke before in a sentence with that word."""
        last = self._previous_place(at)
        if last is None or last.actor.kind == "unnamed" or document not in ISSUED:
            return None
        sentence = tokens(self.scene.text, *sentence_at(self.scene.text, last.at))
        return last.actor if any(token.key == document for token in sentence) else None

    def _described(self, words: Words, at: int) -> Actor | None:
        """Who "the ministry" or "the Ukrainian diplomat" is: the one before it that the article describes so."""
        mentions = [
            m
            for m in self.scene.described.get(words.described or "", {}).values()
            if m.start < at and words.about <= m.about and words.about & QUALIFIERS == m.about & QUALIFIERS
        ]
        known = {mention.actor.id: mention.actor for mention in mentions}
        last = self._previous(at)
        if last and last.id in known:
            return last
        return next(iter(known.values())) if len(known) == 1 else None


def source_tokens(text: str, source: Sequence[Span]) -> list[Token]:
    """The tokens of a source; between its pieces stands a comma."""
    found: list[Token] = []
    for start, end in source:
        if found:
            found.append(Token(start, start, ",", ",", glued=False))
        found += tokens(text, start, min(end, start + LONGEST))
    return found


def _words_between(scene: Scene, mention: Mention, at: int) -> bool:
    return at < mention.end or any(c.isalnum() for c in scene.text[mention.end : at])


def _inside(at: int, content: Sequence[Span]) -> bool:
    return any(start <= at < end for start, end in content)


def _is_somebody(actor: Actor) -> bool:
    """Whether an actor is one person, named or not."""
    words = {token.key for token in tokens(actor.name)}
    return actor.kind == "person" or (actor.kind == "unnamed" and bool(words & ROLES) and not words & PLURALS)


def _is_plural(actor: Actor) -> bool:
    return actor.kind == "unnamed" and any(token.key in PLURALS for token in tokens(actor.name))
