"""Which claims hold some words.

Every word of the question must begin a word of the claim's text, or of one assertion that states the claim, in any
order and letter case: "korea troop" finds "North Korean troops".
"""

import re

from graph.errors import QuestionError
from graph.lookup import WORDS
from graph.store import Store
from graph.words import asked, words

__all__ = ["claims_holding", "holds", "lower_words", "words"]

_CLAIMS = "OPTIONAL MATCH (n)-[:SAME_AS]->(head:Claim) RETURN coalesce(head.id, n.id) AS id, n.text AS text"
_STATED = "MATCH (s)-[:STATES]->(c:Claim) RETURN c.id AS id, s.exact AS text"
_HOLDING = f"""
CALL db.index.fulltext.queryNodes('{WORDS["Claim"]}', $asked) YIELD node AS n {_CLAIMS}
UNION CALL db.index.fulltext.queryNodes('{WORDS["Assertion"]}', $asked) YIELD node AS s {_STATED}
"""
_SCANNED = "all(word IN $words WHERE toLower({}) CONTAINS word)"
_SCAN = f"""
MATCH (n:Claim) WHERE {_SCANNED.format("n.text")} {_CLAIMS}
UNION MATCH (s:Assertion) WHERE {_SCANNED.format("s.exact")} {_STATED}
"""
"""For a question of common words only ("of the"), which are in no index."""


def claims_holding(store: Store, text: str) -> list[str]:
    """Ids of the claims that hold all the words of `text`. QuestionError where it has no word."""
    wanted = words(text)
    if not wanted:
        raise QuestionError("the question has no words in it")
    index = asked(wanted)
    found = store.read(_HOLDING, {"asked": index}) if index else store.read(_SCAN, {"words": lower_words(text)})
    return sorted({row["id"] for row in found.dicts() if holds(row["text"], wanted)})


def lower_words(text: str) -> list[str]:
    """The words of a text as the store's toLower writes them, to look for what may hold them before `holds` decides."""
    return re.findall(r"\w+", text.lower())


def holds(text: str, wanted: list[str]) -> bool:
    """Whether every wanted word begins a word of `text`.

    >>> holds("North Korean troops", ["troop", "korea"]), holds("Russia", ["us"])
    (True, False)
    """
    return all(any(word.startswith(begin) for word in words(text)) for begin in wanted)
