"""Persons whom an article brings in without a name: "A Western adviser based in Kyiv" may be "he" in what follows.

Only where one begins a sentence, as its subject does in news. In the graph they are no more than their own words.
"""

import re
from collections.abc import Iterator

from graph.model import ActorKind
from loaders.resolve.scene import Mention, Scene
from loaders.resolve.sight import here
from loaders.resolve.tokens import POSSESSIVE, Token, tokens, written
from loaders.words import DOCUMENTS, GIVEN, NOT_NAMES, PLURALS, ROLES, WITNESSES

_START = r"(?:(?<=\n)|\A|(?<=[.!?]\s)|(?<=[.!?][\"”’]\s))"
_BEGINNING = re.compile(rf"{_START}(?:An?|One)\s")
_BY_ONE_NAME = re.compile(rf"{_START}(?P<name>[A-Z]\w+)(?=,|\s[a-z])")
_AGED = re.compile(r"(?P<before>[A-Z][\w.'’-]*\s)?\b(?P<name>[A-Z][a-z]+)(?=,\s\d\d?,\s|\s\(\d\d\)[\s,])")
"""A name with an age: "among them is Maksym, 16, who"."""
_NOT_ALONE = frozenset(
    ["georgia", "sofia", "victoria", "virginia", "german", "christian", "bill", "mark", "rose", "frank"]
)
"""Given names that alone are more often something else."""
_HEADS = (ROLES | WITNESSES | DOCUMENTS) - PLURALS
LONGEST = 8
"""Words up to the one that tells that it is a person."""


def introduced(scene: Scene) -> Iterator[Mention]:
    """Each such place."""
    for one in _BY_ONE_NAME.finditer(scene.text):
        name = one["name"].lower()
        if name in GIVEN and name not in _NOT_ALONE and (name,) not in scene.named:
            yield _by_name(one, scene)
    for one in _AGED.finditer(scene.text):
        before, name = (one["before"] or "").strip().lower(), one["name"].lower()
        if (not before or before in NOT_NAMES) and name not in NOT_NAMES and (name,) not in scene.named:
            yield _by_name(one, scene)
    for begins in _BEGINNING.finditer(scene.text):
        words = tokens(scene.text, begins.end(), begins.end() + 100)[:LONGEST]
        size = next((n for n, word in enumerate(words) if not word.word), len(words))
        head = next((n for n in range(size) if _is_head(words, n)), None)
        if head is not None and [w.text for w in words[head + 1 :][:1]] == [","] and words[head + 2 :][:1]:
            head = None if words[head + 2].capital else head
        if head is not None:
            name = written(words[: head + 1], scene.text)
            about = frozenset(word.key for word in words[: head + 1])
            kind: ActorKind = "document" if words[head].key in DOCUMENTS else "unnamed"
            yield Mention(begins.start(), words[head].end, here(kind, name, scene.article), about)


def _by_name(one: re.Match[str], scene: Scene) -> Mention:
    return Mention(*one.span("name"), here("person", one["name"], scene.article), frozenset())


def _is_head(words: list[Token], at: int) -> bool:
    """Whether a word is a person's and ends what it is called: not "an official document" nor "officer Lee"."""
    after = words[at + 1] if at + 1 < len(words) else None
    if words[at].capital or words[at].key not in _HEADS:
        return False
    return after is None or not (after.capital or after.glued or after.key in _HEADS or after.key == POSSESSIVE)
