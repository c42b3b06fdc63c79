"""The words that two claims both quote: who quotes the same words tells the same."""

import re
from difflib import SequenceMatcher

QUOTED, MOSTLY = 5, 0.6
"""Words that two claims have to quote alike, and the share of the longer claim that they have to be."""
LONGEST = 2000
"""Code points of a text in which quotations are looked for."""
_QUOTATION = re.compile(r"[“\"]([^“”\"]+)[”\"]?")
_WORD = re.compile(r"[\w’'-]+")


def shared_quote(one: str, other: str) -> str | None:
    """The words that two texts both quote, if they are most of either; None where there are none.

    >>> shared_quote("“we will never give up this fight”", "they “will never give up this fight”")
    'will never give up this fight'
    """
    longest: list[str] = []
    for mine in quotations(one):
        for theirs in quotations(other):
            block = SequenceMatcher(None, mine, theirs, autojunk=False).find_longest_match()
            longest = max(longest, mine[block.a : block.a + block.size], key=len)
    most = max(len(one.split()), len(other.split()), 1)
    return " ".join(longest) if len(longest) >= QUOTED and len(longest) >= MOSTLY * most else None


def quotations(text: str) -> list[list[str]]:
    """The words of each quotation in a text, in lower case without marks."""
    found = (match[1] for match in _QUOTATION.finditer(text[:LONGEST]))
    return [words for quoted in found if len(words := _WORD.findall(quoted.lower())) >= QUOTED]
