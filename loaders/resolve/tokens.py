"""A text as words with their places: the one way in which names are cut up, in a register and in an article alike."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.ids import fold

_SHORT = "Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Prof|Rev|Jr|Sr|St|Adm|Brig|Cmdr|Hon"
_TOKEN = re.compile(
    rf"\d+(?:[.,]\d+)+(?!\w)|(?:[^\W\d_]\.){{2,}}|\b(?:{_SHORT})\.|\b[A-Z]\.(?=[^\S\n]+[A-Z])|['’ʼ]s\b"
    r"|[^\W_]+(?:['’ʼ](?!s\b)[^\W_]+)*|\n|[^\w\s-]|(?<![\w.])-|-(?!\w)"
)
POSSESSIVE = "'s"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a possessive 's, a punctuation mark or a line's end. `key` is what it is compared by; an initial keeps
    its full stop there, since "A." is no article.

    A hyphen between two words is no token: the second word is `glued` to the first.
    """

    start: int
    end: int
    text: str
    key: str
    glued: bool

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def word(self) -> bool:
        return self.text[0].isalnum()


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of a range of `text`.

    >>> [token.key for token in tokens("U.S. Vice-Admiral’s")]
    ['us', 'vice', 'admiral', "'s"]
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        at, written = match.start(), match.group()
        glued = bool(found) and found[-1].end == at - 1 and text[at - 1] == "-" and written[0].isalnum()
        found.append(Token(at, match.end(), written, _key(written), glued))
    return found


def _key(written: str) -> str:
    flat = written.lower() if written.isascii() else fold(written)
    return flat if len(flat) <= 2 else flat.replace(".", "")


@lru_cache(maxsize=4096)
def key(words: str) -> tuple[str, ...]:
    """What a name is compared by."""
    return tuple(token.key for token in tokens(words))


def written(part: Sequence[Token], text: str) -> str:
    """The words of adjoining tokens as they stand in `text`, white space and apostrophes made one."""
    if not part:
        return ""
    return " ".join(text[part[0].start : part[-1].end].replace("’", "'").replace("ʼ", "'").split())
