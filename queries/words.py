"""Which claims hold some words.

Every word of the question must begin a word of the claim's text, or of one assertion that states the claim, in any
order and letter case: "korea troop" finds "North Korean troops".
"""

import re

from graph.errors import QuestionError
from graph.ids import fold
from graph.store import Store

_HOLDING = """
MATCH (n:Claim) WHERE all(word IN $words WHERE toLower(n.text) CONTAINS word)
OPTIONAL MATCH (n)-[:SAME_AS]->(head:Claim) RETURN coalesce(head.id, n.id) AS id, n.text AS text
UNION
MATCH (s:Assertion)-[:STATES]->(c:Claim) WHERE all(word IN $words WHERE toLower(s.exact) CONTAINS word)
RETURN c.id AS id, s.exact AS text
"""


def claims_holding(store: Store, text: str) -> list[str]:
    """Ids of the claims that hold all the words of `text`. QuestionError where it has no word."""
    wanted = words(text)
    if not wanted:
        raise QuestionError("the question has no words in it")
    rows = store.read(_HOLDING, {"words": lower_words(text)}).dicts()
    return sorted({row["id"] for row in rows if holds(row["text"], wanted)})


def words(text: str) -> list[str]:
    """The words of a text, folded.

    >>> words("Ukraine’s GUR")
    ['ukraine', 's', 'gur']
    """
    return re.findall(r"\w+", fold(text))


def lower_words(text: str) -> list[str]:
    """The words of a text as the store's toLower writes them, to look for what may hold them before `holds` decides."""
    return re.findall(r"\w+", text.lower())


def holds(text: str, wanted: list[str]) -> bool:
    """Whether every wanted word begins a word of `text`.

    >>> holds("North Korean troops", ["troop", "korea"]), holds("Russia", ["us"])
    (True, False)
    """
    return all(any(word.startswith(begin) for word in words(text)) for begin in wanted)
