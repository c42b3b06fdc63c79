"""Whether a name within somebody's words is the speaker's own, "I" or "he", or another's."""

import re

from graph.model import Span
from loaders.attribute.drafts import Draft
from loaders.attribute.quotes import quoted
from loaders.attribute.spans import words
from loaders.attribute.speaking import is_body, is_carrier, is_paper
from loaders.words import ONESELF, PLURALS

THIRD = ("he", "she", "they")
_NEW = re.compile(r"(?:an?|one\s+of|another)\s", re.IGNORECASE)
_REPORTED = re.compile(r"(?:later\s+|earlier\s+)?report(?:s|ed)")
_ONE_OF = re.compile(r"(?:an?|one|another|none|neither|each)\s", re.IGNORECASE)
_HEAD_ENDS = re.compile(r",|\s(?:of|in|at|from|with|familiar|briefed|close|who|on|for|to|near|by)\s")


def is_self(name: str) -> bool:
    """Whether a name is, or begins with, a word for the speaker or for nobody: "We've seen the"."""
    return name.lower() in ONESELF or re.split(r"['’]", name.lower(), maxsplit=1)[0] in ONESELF


def is_own(name: Span, outer: Draft, text: str) -> bool:
    """Whether a name in somebody's words is his own: "I", or "he", unless that is another or said aloud."""
    said = text[slice(*name)].lower().strip("\"“”'‘’ ")
    aloud = said in THIRD and quoted(text)[name[0]]
    return is_self(said) and not aloud and not is_third(name, outer, text)


def is_third(name: Span, outer: Draft, text: str) -> bool:
    """Whether "he", "she" or "they" in somebody's words is another than the one who speaks.

    "He" is no two officials; and who is only then brought in, "he …, according to an official", or reports what "he"
    said, is not "he" before.
    """
    pronoun = text[slice(*name)].lower()
    if pronoun not in THIRD:
        return False
    who = words(text, outer.source[:1])
    one, head = pronoun != "they", _HEAD_ENDS.split(who, maxsplit=1)[0].lower().split()[-1:]
    many = one and not _ONE_OF.match(who) and not PLURALS.isdisjoint(head)
    before = one and bool(outer.source) and name < min(outer.source)
    new = before and bool(_NEW.match(who) or _REPORTED.fullmatch(words(text, outer.cue)))
    return many or new or speaks_of_others(outer, text)


def speaks_of_others(outer: Draft, text: str) -> bool:
    """Whether a body, an outlet or a document speaks, in whose words "he" is another."""
    name = words(text, outer.source[:1])
    return is_body(name) or is_carrier(f"the {name}", lambda _: False) or is_paper(name)
