"""A phrase or a text as names, titles, runs of capitalised words, and plain words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from loaders.resolve.register import Register
from loaders.resolve.tokens import POSSESSIVE, Token
from loaders.words import GLUED_ADJECTIVES, NOT_NAMES, PARTICLES

LONGEST_RUN = 12
"""Words beyond which capitals are a headline and not a name."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Adjoining tokens: a name or title of the register (then with `ids`), a run of capitalised words, or one word."""

    tokens: tuple[Token, ...]
    what: Literal["name", "title", "capitals", "word"]
    ids: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end

    @property
    def key(self) -> str:
        return self.tokens[-1].key

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(token.key for token in self.tokens)


def units(found: Sequence[Token], register: Register, *, titles: bool = True) -> list[Unit]:
    """The tokens as units, none left out; without `titles` a description is taken as the words that it is made of."""
    out: list[Unit] = []
    at = 0
    for unit, start in scan(found, register, titles=titles):
        out += [Unit((token,), "word") for token in found[at:start]]
        out.append(unit)
        at = start + len(unit.tokens)
    return out + [Unit((token,), "word") for token in found[at:]]


def scan(found: Sequence[Token], register: Register, *, titles: bool = True) -> Iterator[tuple[Unit, int]]:
    """The names, titles and runs among the tokens, each with the index of its first token; in one pass."""
    at, size = 0, len(found)
    run: list[Token] = []
    while at < size:
        token = found[at]
        match = register.find(found, at, titles=titles) if token.word else None
        if match is None and _continues(run, token, found, at):
            run.append(token)
            at += 1
            continue
        if run:
            yield Unit(tuple(run), "capitals"), at - len(run)
            run = []
        if match:
            part = tuple(found[at : at + match.length])
            yield Unit(part, "title" if match.title else "name", match.ids), at
            at += match.length
        elif _continues(run, token, found, at):
            run.append(token)
            at += 1
        else:
            at += 1
    if run:
        yield Unit(tuple(run), "capitals"), at - len(run)


def _continues(run: Sequence[Token], token: Token, found: Sequence[Token], at: int) -> bool:
    """Whether a token begins a run or goes on with it."""
    if not token.word or len(run) >= LONGEST_RUN:
        return False
    if token.glued and run:
        return token.capital or token.key not in GLUED_ADJECTIVES
    if token.capital:
        compound = at + 1 < len(found) and found[at + 1].glued and found[at + 1].key in GLUED_ADJECTIVES
        return not compound and token.key not in NOT_NAMES
    following = found[at + 1] if at + 1 < len(found) else None
    return bool(run) and token.key in PARTICLES and following is not None and following.capital and following.word


def is_possessive(unit: Unit) -> bool:
    """Whether a unit is the 's behind a name."""
    return unit.key == POSSESSIVE
