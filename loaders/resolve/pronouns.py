"""Whom a pronoun means: the nearest sentence before it that speaks of somebody it fits, and there the one who speaks.

The order is that of centering (Grosz, Joshi and Weinstein 1995) with the speaker in front: a speaker of the sentence,
else the one named at its beginning, which in news is its subject. Where no sentence has either, the first one named
will do, in the possessive only if need be.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model import Actor, Mode, Span
from loaders.attribute.quotes import quoted
from loaders.attribute.sentences import sentence_at
from loaders.attribute.spans import length
from loaders.resolve.introduced import introduced
from loaders.resolve.phrase import Namer
from loaders.resolve.scene import Mention, Scene
from loaders.resolve.sight import here
from loaders.resolve.tokens import POSSESSIVE, Token, tokens, written
from loaders.words import (
    ADDING,
    DETERMINERS,
    GENDERED,
    GIVEN,
    HONORIFICS,
    MODIFIERS,
    ORGANIZATIONS,
    PEOPLE,
    PLURALS,
    PREPOSITIONS,
    ROLES,
    WITNESSES,
)

REACH = 2
"""Lines before its own in which a pronoun's meaning is looked for."""

DESCRIBING = MODIFIERS | ORGANIZATIONS

_OFFICE = re.compile(
    r"(?:[A-Z][^,.;:“”\"]{0,40},\s+)?(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[A-Z][\w’'-]+)\s[^,;:“”\"]{3,110},\s+"
    r"(?:[A-Z][\w-]*\.?\s+){0,3}"
)
_GOVERNING = PREPOSITIONS - {"of", "for", "to", "who", "which", "that", "whose", "whom", "where"}
_OPENING = re.compile(
    r"(?:[Aa]sked|[Ss]peaking|[Rr]esponding|[Ww]riting|[Aa]ddressing|[Cc]iting|[Ii]n|[Oo]n|[Aa]t|[Aa]fter|[Bb]efore|[Dd]uring"
    r"|[Ww]hile|[Ww]hen|[Ff]ollowing|[Aa]s)\s[^,.;:“”\"]{3,140},\s"
)
"""What stands before a sentence's subject."""
SUBJECT = 60
"""Code points at a sentence's beginning in which its subject stands as a rule."""


_ANYBODY = frozenset(["source", "man", "woman"])
_ONE = re.compile(
    r"(?:one of|another of|the other|(?:the )?(?:older|younger|elder|first|second|other) of)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """An attribution whose speaker is known: where its source stands, who it is, and what is said.

    `passed_on`: others cite it.
    """

    at: int
    end: int
    actor: Actor
    content: tuple[Span, ...]
    mode: Mode
    passed_on: bool = False


class Pronouns:
    """Looks back from a pronoun; `spoken` grows while the article's attributions are read in order."""

    def __init__(self, scene: Scene, namer: Namer) -> None:
        self.scene = scene
        self.spoken: list[Spoken] = []
        self.introduced = sorted(introduced(scene), key=lambda m: m.start)
        named = [*scene.mentions, *_short(scene, namer)]
        self.mentions = sorted([*named, *self.introduced], key=lambda m: m.start)
        self.about: defaultdict[str, set[str]] = defaultdict(set)
        self.called: dict[str, str] = {}
        for mention in scene.mentions:
            self.about[mention.actor.id] |= mention.about

    def meant(self, pronoun: str, at: int, cue: str, content: Sequence[Span] = ()) -> Actor | None:
        """The actor that a pronoun at a code point stands for, None if nobody near fits it.

        Whom the `content` that the pronoun's own words introduce speaks of is not meant.
        """
        found = self._meant(pronoun, at, cue, content)
        if found and pronoun in ("he", "she"):
            self.called.setdefault(found.id, pronoun)
        return found

    def _meant(self, pronoun: str, at: int, cue: str, content: Sequence[Span]) -> Actor | None:
        if any(word in ADDING for word in cue.lower().split()):
            last = self.previous(at, first_hand=True) or self.previous(at)
            if last and self.fits(pronoun, last.actor):
                return last.actor
        inside = bool(quoted(self.scene.text)[at])
        sentences = list(self.sentences(at))
        if not inside and _begins_with(self.scene.text, sentences[0], pronoun):
            sentences = sentences[1:]
        for leading in (True, False):
            for sentence in sentences:
                found = self._speaker(pronoun, sentence, at, content)
                found = found or self._named(pronoun, sentence, content, inside=inside, leading=leading)
                found = found or (self._several(sentence) if pronoun == "they" else None)
                if found:
                    return found
        return None

    def previous(self, at: int, *, first_hand: bool = False) -> Spoken | None:
        """Who spoke last before a code point, in its line or the one before, and not in words that hold it.

        `first_hand`: nobody passes his words on.
        """
        first = self.scene.paragraph(at) - 1
        for spoken in reversed(self.spoken):
            if self.scene.paragraph(spoken.at) < first:
                return None
            if spoken.at < at and not _holds(spoken, at) and not (first_hand and spoken.passed_on):
                return spoken
        return None

    def sentences(self, at: int) -> Iterator[Span]:
        """The range of its sentence before a code point, then the sentences before that, as far as REACH."""
        start = sentence_at(self.scene.text, at)[0]
        yield start, at
        first = self.scene.paragraph(at) - REACH
        while start > 0:
            end = start
            start = sentence_at(self.scene.text, start - 1)[0]
            if self.scene.paragraph(start) < first:
                return
            yield start, end

    def _speaker(self, pronoun: str, sentence: Span, at: int, content: Sequence[Span]) -> Actor | None:
        for spoken in self.spoken:
            aloud = (spoken.mode == "direct" and _holds(spoken, at)) or _is_in(content, spoken.at)
            told = spoken.content == tuple(content)  # whom the pronoun's words were told to
            if sentence[0] <= spoken.at < sentence[1] and not (aloud or told) and self.fits(pronoun, spoken.actor):
                return spoken.actor
        return None

    def _named(
        self, pronoun: str, sentence: Span, content: Sequence[Span], *, inside: bool, leading: bool
    ) -> Actor | None:
        """The first that a sentence, or its beginning, names outside what it quotes, and whom the pronoun fits."""
        flags = quoted(self.scene.text)
        opening = _OPENING.match(self.scene.text, *sentence) if leading else None
        start = opening.end() if opening else sentence[0]
        lower = bisect_left(self.mentions, start, key=lambda m: m.start)
        end = min(sentence[1], start + SUBJECT) if leading else sentence[1]
        upper = bisect_left(self.mentions, end, key=lambda m: m.start)
        if leading and upper < len(self.mentions) and self._is_apposed(sentence, self.mentions[upper]):
            upper += 1
        fitting = [
            m
            for m in self.mentions[lower:upper]
            if (inside or not flags[m.start]) and pronoun != "they" and self.fits(pronoun, m.actor)
            if not _is_in(content, m.start)
        ]
        free = [m for m in fitting if self.scene.text[m.end : m.end + 2] not in ("'s", "’s")]
        subjects = [m for m in free if not self._is_governed(m)]
        if leading:
            return subjects[0].actor if subjects else None
        return next((m.actor for m in (subjects or free if pronoun == "it" else subjects or free or fitting)), None)

    def _is_governed(self, mention: Mention) -> bool:
        """Whether a name cannot be the subject, as it stands behind a preposition: "in a call with Chancellor Merz"."""
        words = tokens(self.scene.text, max(0, mention.start - SUBJECT), mention.start)
        before = (w for w in words[::-1] if not (w.capital or w.key == POSSESSIVE or w.key in DETERMINERS | ROLES))
        return next((w.key in _GOVERNING for w in before), False)

    def _is_apposed(self, sentence: Span, mention: Mention) -> bool:
        """Whether an office that begins the sentence is a name's: "In Kyiv, the head of the service, Gen. Ann Lee,"."""
        return mention.end <= sentence[1] and bool(_OFFICE.fullmatch(self.scene.text, sentence[0], mention.start))

    def _several(self, sentence: Span) -> Actor | None:
        """The first people that a sentence tells of outside what it quotes: "top security advisers"."""
        flags = quoted(self.scene.text)
        words = tokens(self.scene.text, *sentence)
        for index, token in enumerate(words):
            if token.key in PEOPLE and not flags[token.start]:
                first = index
                while first and self._describes(words[first - 1]):
                    first -= 1
                return here("unnamed", written(words[first : index + 1], self.scene.text), self.scene.article)
        return None

    def _describes(self, word: Token) -> bool:
        """Whether a word before people may tell which they are: a nationality, an office, a name."""
        return word.word and (word.key in DESCRIBING or (word.capital and not self.scene.begins(word.start)))

    def fits(self, pronoun: str, actor: Actor) -> bool:
        """Whether an actor may be called so."""
        if pronoun in ("he", "she"):
            return is_somebody(actor) and self._gender(actor) in (None, pronoun)
        if pronoun == "it":
            return actor.kind in ("organization", "outlet", "document")
        return pronoun == "they" and (actor.kind in ("group", "organization", "unnamed"))

    def _gender(self, actor: Actor) -> str | None:
        entry = self.scene.register.entries.get(actor.id)
        if entry and entry.pronoun:
            return entry.pronoun
        name = [token.key for token in tokens(actor.name)]
        told = {GENDERED.get(word) or HONORIFICS.get(word) for word in (*self.about[actor.id], *name)} - {None}
        told = told or {GIVEN.get(name[0]) if name and actor.kind == "person" else None}
        return next(iter(told)) if len(told) == 1 and None not in told else self.called.get(actor.id)


def _short(scene: Scene, namer: Namer) -> Iterator[Mention]:
    """Where the article names a person by less than the full name."""
    for unit in scene.short:
        actor = namer.called(unit)
        if actor:
            yield Mention(unit.start, unit.end, actor, frozenset())


def _begins_with(text: str, sentence: Span, pronoun: str) -> bool:
    """Whether a sentence's subject is the same pronoun before: "It thanked the envoys for what it called a gift"."""
    first = text[slice(*sentence)].split(maxsplit=1)[:1]
    return first == [pronoun.capitalize()]


def _holds(spoken: Spoken, at: int) -> bool:
    return _is_in(spoken.content, at)


def _is_in(spans: Sequence[Span], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def is_somebody(actor: Actor) -> bool:
    """Whether an actor is one person, named or not."""
    words = {token.key for token in tokens(actor.name)}
    one = bool(words & (ROLES | WITNESSES | _ANYBODY)) and not words & PLURALS
    return actor.kind == "person" or (actor.kind == "unnamed" and (one or is_one_of(actor)))


def is_one_of(actor: Actor) -> bool:
    """Whether an actor is one of several without a name: "one of the sources"."""
    return bool(_ONE.match(actor.name))


def holder(spans: Sequence[Span], at: int) -> int | None:
    """How much text the spans hold if a code point is in them."""
    return length(spans) if _is_in(spans, at) else None
