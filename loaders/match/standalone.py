"""What is said, told so that it can be understood by itself: "they" and "the region" by what the article calls them.

What is put in stands in square brackets: it is ours, found in the article's own words just before.
"""

import re
from collections import Counter

from graph.model import Span

_PEOPLE = r"(?:troops|soldiers|units|forces|personnel|servicemen|recruits|infantrymen|fighters|military)"
_LAND = r"[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?(?:['’]s)?"
_GROUP = re.compile(
    rf"\b(?:{_LAND}\s+(?:\w+\s+)?{_PEOPLE}|{_PEOPLE}\s+(?:from|of)\s+(?:the\s+)?{_LAND}|(?:North|South)\s+Koreans)\b"
)
_THEY = re.compile(
    rf"\b(?:[Tt]hey|of\s+them|[Tt]hem"
    rf"|(?:[Tt]he|[Tt]hese|[Tt]hose)\s+(?:new\s+|fresh\s+|first\s+)?(?:{_PEOPLE}|newcomers|contingent))\b(?!['’])"
)
_SORT = r"(?:(?:border\s+)?(?:region|oblast|province|area)|front)"
_NAMED = r"[A-Z][\w-]+(?:['’]s)?"
_PLACE = re.compile(
    rf"\b(?:the\s+)?(?P<name>(?:{_NAMED}\s+){{1,3}}{_SORT}|{_SORT}\s+of\s+(?:[A-Z][\w-]+\s?){{1,3}}(?<!\s))\b"
)
_THERE = re.compile(
    r"\b(?:[Tt]he\s+(?:region|area|oblast|province)|there(?=\s*(?:$|[.,;]|by\b|in\b|already\b)))\b(?!['’])"
)
_PUT_IN = re.compile(r"\[([^\[\]]+)\]")
_SINCE = 700
"""Code points before a content in which the article's own words for a thing are looked for."""
_MONTHS = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday"
    r"|Thursday|Friday|Saturday|Sunday)\b"
)


def standalone(text: str, content: tuple[Span, ...]) -> str:
    """The content's words, without a leading "that", each group and place told by its name where the article has one.

    >>> said = "North Korean troops are near Kursk. He said that they could fight."
    >>> standalone(said, ((48, 65),))
    '[North Korean troops] could fight'
    """
    words = " … ".join(text[start:end] for start, end in content).strip(" ,;")
    words = re.sub(r"\A[Tt]hat,?\s+", "", words)
    before = text[max(0, content[0][0] - _SINCE) : content[0][0]]
    if not _GROUP.search(words):
        words = _put_in(words, _THEY, _most(_GROUP, before))
    return _put_in(words, _THERE, _last(_PLACE, before))


def bare(text: str) -> str:
    """A claim's text without the brackets round what was put in."""
    return _PUT_IN.sub(r"\1", text)


def _most(form: re.Pattern[str], before: str) -> str | None:
    """The name that what stands before speaks of most; the last of them where two are spoken of as much."""
    found = [match[0] for match in form.finditer(before)]
    lands = Counter(_land(name) for name in found)
    return max(reversed(found), key=lambda name: lands[_land(name)], default=None)


def _land(name: str) -> str:
    return min(re.findall(r"[A-Z]\w{2,5}", name), default="")


def _last(form: re.Pattern[str], before: str) -> str | None:
    found = [match for match in form.finditer(before) if not _MONTHS.match(match["name"])]
    return found[-1]["name"] if found else None


def _put_in(words: str, form: re.Pattern[str], name: str | None) -> str:
    """The words with their first vague one replaced; as they are where they hold the name or begin with another."""
    vague = form.search(words)
    if not name or not vague or name in words:
        return words
    return f"{words[: vague.start()]}[{name}]{words[vague.end() :]}"
