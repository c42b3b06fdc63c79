"""Which of those that an article names a description fits: "the ministry", "the spy agency", "the think tank"."""

from loaders.resolve.phrase import Words
from loaders.resolve.scene import Mention
from loaders.words import QUALIFIERS

_BODIES = frozenset(["agency", "service", "services", "bureau", "directorate"])
_SPYING = frozenset(["spy", "intelligence"])
_NATIONAL = frozenset(["nation", "country", "national", "state", "'s"])


def kept_under(words: Words) -> str:
    """The word under which the mentions are kept that a description may mean."""
    if _spies(words):
        return "intelligence"
    return "institute" if _thinks(words) else words.described or ""


def fits(words: Words, mention: Mention) -> bool:
    """Whether a description fits one of the mentions kept under its word."""
    if _spies(words):
        return mention.actor.kind == "organization" and mention.about <= _BODIES | _SPYING
    return _thinks(words) or are_of(words.about, mention.about)


def are_of(about: frozenset[str], known: frozenset[str]) -> bool:
    """Whether words describe somebody of whom others are known: a former president is not "the president"."""
    return about <= known and about & QUALIFIERS == known & QUALIFIERS


def _spies(words: Words) -> bool:
    """Whether it is an intelligence service's, whatever that is called: "the nation's spy agency"."""
    return words.described in _BODIES and bool(words.about & _SPYING) and words.about <= _SPYING | _NATIONAL


def _thinks(words: Words) -> bool:
    return words.described == "tank" and words.about == {"think"}
