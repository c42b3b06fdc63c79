"""The words of a text as they are kept for looking it up, and as they are looked for.

Both engines index the property `words` by white space and nothing else, so that what is found does not hang on an
engine's own idea of a word.
"""

import re
from collections.abc import Iterable

from graph.ids import fold

LONGEST = 60
"""Code points of a word that are kept; an index breaks longer ones."""
COMMON = frozenset(
    """
    a about after again all also am an and any are as at be because been before being but by can could did do does for
    from further had has have having he her here hers him his how i if in into is it its itself just me more most my no
    nor not now of off on once only or other our ours out over own s said same say says she should so some such t than
    that the their theirs them then there these they this those through to too under until up us very was we were what
    when where which while who whom why will with would you your yours
    """.split()  # noqa: SIM905 - a list of words is read as one
) - {"us"}
"""Words that nearly every text has: not indexed. "US" is a country."""


def words(text: str) -> list[str]:
    """The words of a text, folded.

    >>> words("Ukraine’s GUR")
    ['ukraine', 's', 'gur']
    """
    return re.findall(r"\w+", fold(text))


def kept(texts: Iterable[str | None]) -> dict[str, str]:
    """The property by which something called or told in these texts is found; none where they have no word of weight.

    >>> kept(["Troops of the North", None])
    {'words': 'north troops'}
    """
    found = {word[:LONGEST] for text in texts if text for word in words(text)} - COMMON
    return {"words": " ".join(sorted(found))} if found else {}


def beginning(word: str) -> str:
    """What an index is asked for words that begin with `word`, which is one of `words`."""
    return f"{word[:LONGEST]}*"


def asked(wanted: Iterable[str]) -> str:
    """What an index is asked for texts that have words beginning with all of these; "" where it cannot tell.

    It finds all such texts, and some more: a beginning that is also one of COMMON's is left out.

    >>> asked(["north", "the", "troop"])
    '+north* +troop*'
    """
    weighty = [word for word in wanted if not any(common.startswith(word) for common in COMMON)]
    return " ".join(f"+{beginning(word)}" for word in weighty)
