"""Actors that no register knows, made where an article names them. Ids hash all that they are, so order is nothing."""

import unicodedata
from collections.abc import Sequence

from graph.ids import digest, fold, slug
from graph.model import Actor, ActorKind
from loaders.resolve.tokens import Token
from loaders.words import (
    CHINESE,
    DEMONYMS,
    DOCUMENTS,
    KOREAN,
    NOT_NAMES,
    NOT_PERSONS,
    ORGANIZATIONS,
    OUTLETS,
    PARTICLES,
    PLACES,
    PLURALS,
    ROLES,
    SUFFIXES,
    TITLES,
)

ACRONYM = 5
"""Letters up to which a word all in capitals is an organisation's and not a name shouted."""
_ALSO_GIVEN = frozenset(["german"])
"""Words of a people that are a given name behind a title: "Energy Minister German Galushchenko"."""
LONGEST = 200
"""Code points that an actor's name keeps."""
_OTHER = ORGANIZATIONS | OUTLETS | DOCUMENTS | PLACES | DEMONYMS | NOT_NAMES | NOT_PERSONS | TITLES | PLURALS


def everywhere(kind: ActorKind, name: str) -> Actor:
    """An actor whose full name is known: the same in every article that writes it alike."""
    name = _plain(name)
    return Actor(_id(name, kind, name), _short(name), kind)


def here(kind: ActorKind, name: str, article: str, candidates: Sequence[str] = ()) -> Actor:
    """An actor that is only known as one article calls it: the same in that article, and in no other."""
    name = _plain(name)
    known = tuple(sorted(set(candidates)))
    return Actor(_id(name, kind, fold(name), article, *known), _short(name), kind, candidates=known)


def _id(name: str, *parts: str) -> str:
    return f"{slug(name) or 'actor'}-{digest('actor', *parts)[:12]}"


def _plain(name: str) -> str:
    """The name without what cannot be seen: control and direction marks."""
    seen = (
        " " if unicodedata.category(c) in ("Cc", "Zs", "Zl", "Zp") else c for c in unicodedata.normalize("NFKC", name)
    )
    return " ".join("".join(c for c in seen if unicodedata.category(c) not in ("Cf", "Cs", "Co", "Cn")).split())


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"


def _is_coined(word: str) -> bool:
    """Whether a capital within a word makes it no person's: "PolitiFact", but not "McCain"."""
    inside = any(c.isupper() for c in word[1:]) and not word.isupper()
    return inside and not word.startswith(("Mc", "Mac", "O'", "O’", "De", "Di", "La", "Le", "Van", "Fitz", "D'", "D’"))


def is_person(name: Sequence[Token], *, titled: bool = False) -> bool:
    """Whether capitalised words have the shape of a person's full name, and nothing in them says otherwise.

    Behind a title a surname may be a place's too: "Rep. Jim Jordan".
    """
    particles = PARTICLES - {"ben"} if name and name[0].key == "ben" else PARTICLES
    words = [token for token in name if token.key not in SUFFIXES and token.key not in particles]
    if not 2 <= len(words) <= 4 or not words[0].capital or (len(words) == 2 and words[1].glued):
        return False
    if words[-1].key in ROLES:
        return False
    checked = words[:-1] if titled and words[-1].key in PLACES else words
    checked = checked[1:] if titled and words[0].key in _ALSO_GIVEN else checked
    return not any(_is_other(token, first=token is words[0]) for token in checked)


def _is_other(token: Token, *, first: bool) -> bool:
    if first and token.key in KOREAN | CHINESE:
        return False
    letters = token.text.replace(".", "").replace("'", "").replace("’", "").replace("ʼ", "")
    acronym = letters.isupper() and 2 <= len(letters) <= 4 and not (first and len(letters) == 2)
    spelled = len(letters) == 2 and letters[1:].islower()  # "Yang Uk" is not of the UK
    return (token.key in _OTHER and not spelled) or acronym or not letters.isalpha()


def body_of(name: Sequence[Token]) -> ActorKind | None:
    """Organization or outlet, where a word of the name says so."""
    if any(token.key in ORGANIZATIONS for token in name):
        return "organization"
    return "outlet" if any(token.key in OUTLETS for token in name) else None


def kind_of(name: Sequence[Token]) -> ActorKind | None:
    """The kind that a capitalised name shows; None for a single word that shows nothing."""
    keys = [token.key for token in name]
    shown = body_of(name)
    if shown:
        return shown
    if len(keys) > 1 and keys[-1] in DOCUMENTS:
        return "document"
    if is_person(name):
        return "person"
    if len(name) == 1 and _is_coined(name[0].text):
        return "organization"
    acronym = len(name) == 1 and 1 < len(keys[0]) <= ACRONYM and name[0].text.replace(".", "").isupper()
    return "organization" if acronym or keys[-1] in PLACES | NOT_PERSONS or len(keys) > 1 else None
