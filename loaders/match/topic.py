"""What a statement is about: its content words, places and things counted, in one form each."""

import hashlib
import re
from collections.abc import Iterable

from graph.ids import digest
from loaders.match.slots import Statement, plain

BANDS, ROWS = 12, 3
_CAPITALS = {
    "dprk": "north korea", "rok": "south korea", "pyongyang": "north korea", "seoul": "south korea",
    "moscow": "russia", "kremlin": "russia", "kyiv": "ukraine", "kiev": "ukraine", "washington": "us",
    "pentagon": "us", "beijing": "china", "tehran": "iran", "berlin": "germany", "paris": "france",
    "london": "britain", "tokyo": "japan", "ankara": "turkey",
}  # fmt: skip
"""Capitals that in the news stand for their country."""
_BEING_WORDS = """
    arrive reach see spot presenc present appear notic turn first then already undergo border may might could go
    com early equipp outfit small number som lat new lately last thousand hundr begin military servic
"""
_BEING = frozenset(_BEING_WORDS.split())
"""Words of being somewhere, and words that tell little, beside which two statements are still of one thing."""
LANDS = frozenset(plain(word.title()) for land in _CAPITALS.values() for word in land.split())
"""The words of the names of lands, in one form each."""
_PARTS = re.compile(r"[\w-]+")
_PEOPLE = frozenset({"soldiers", "people"})
_FIGHT = {"combat", "battl", "battlefield", "action"}
_SOLDIERS = {"unit", "forc", "military", "servicem", "army", "contingent", "recruit"}


def topic(statement: Statement) -> frozenset[str]:
    """The words that a statement is about; a group of soldiers counts as "soldiers".

    >>> from loaders.match.slots import statement
    >>> topic(statement("DPRK units reached Kursk")) == topic(statement("North Korean soldiers are in Kursk"))
    True
    """
    words = set(statement.about) | {word for word in map(plain, _PARTS.findall(statement.place or "")) if word}
    words |= {figure.kind for figure in statement.quantities if figure.kind}
    out = _forms(words)
    return frozenset(out - _BEING or out)


def _forms(words: Iterable[str]) -> set[str]:
    """Words with capitals told as their country, and the words for fighting and for soldiers as one each."""
    out: set[str] = set()
    for word in words:
        country = _CAPITALS.get(word)
        out |= {form for part in country.split() if (form := plain(part.title()))} if country else {word}
    for group, form in ((_FIGHT, "fight"), (_SOLDIERS, "soldiers")):
        if out & group:
            out = out - group | {form}
    return out


def spelled(text: str, forms: Iterable[str]) -> list[str]:
    """The words of a text that have one of the forms, as they are written, each once, in order.

    >>> spelled("DPRK troops reached Kursk", {"north", "soldiers"})
    ['DPRK', 'troops']
    """
    wanted = set(forms)
    found = [word for word in _PARTS.findall(text) if (form := plain(word)) and wanted & _forms({form})]
    return list(dict.fromkeys(found))


def keys(words: Iterable[str]) -> tuple[str, ...]:
    """BANDS short strings: two statements of which three of four words are shared have one in common in 999 of
    1,000 cases, of half in 80 of 100, of a fifth in 9. Whether they say "soldiers" makes no difference.

    MinHash with bands (Broder 1997; Leskovec, Rajaraman and Ullman, ch. 3). None for less than two words.
    """
    given = sorted(set(words) - _PEOPLE)
    if len(given) < 2:
        return ()
    hashes = [min(_hash(seed, word) for word in given) for seed in range(BANDS * ROWS)]
    return tuple(digest(*hashes[k * ROWS : (k + 1) * ROWS])[:12] for k in range(BANDS))


def _hash(seed: int, word: str) -> int:
    return int.from_bytes(hashlib.blake2b(f"{seed} {word}".encode(), digest_size=4).digest(), "big")


def apart(one: frozenset[str], other: frozenset[str]) -> list[str]:
    """The words that only one of two topics has and that make a difference, in order.

    With a place in common, whose land it is in makes none; with a nation in common, whether it says "soldiers".

    >>> apart(frozenset({"north", "kor", "soldiers", "kursk"}), frozenset({"north", "kor", "kursk", "russ"}))
    []
    """
    shared = one & other
    free = set(_PEOPLE) if shared & LANDS else set()
    if shared & LANDS and shared - LANDS - _PEOPLE:
        free |= LANDS - {"kor", "north", "south"}
    return sorted((one ^ other) - free)
