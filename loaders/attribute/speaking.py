"""Whether a name is somebody's or something's that says things: "citing officials", and not "citing Article 5"."""

import re
from collections.abc import Callable

from loaders.words import (
    BODIES,
    DEMONYMS,
    DOCUMENTS,
    NOT_NAMES,
    ORGANIZATIONS,
    PAPERS,
    PRONOUNS,
    RULES,
    SPEAKERS,
)

Knows = Callable[[str], bool]


_HEAD_ENDS = re.compile(
    r"\s+(?:of|at|in|on|from|with|for|to|by|near|inside|within|who|that|which|whose|familiar|associated|affiliated|linked|close|involved|dated|filed"
    r"|compiled|prepared|analy[sz]ed|supplied|provided|shared|produced|intercepted|recovered|found|carried|leaked"
    r"|seen|obtained|reviewed|released|published|issued|posted|held|made|taken|gathered|collected|signed"
    r"|briefed|aware|knowledgeable|speaking|present|working|(?:we|he|she|they|it)\s+(?:had\s+)?\w+ed)\b|,",
    re.IGNORECASE,
)
_PAPER_ENDS = re.compile(
    r"\s+(?:of|from|by|in|on|to|seen|obtained|received|reviewed|posted|issued|published)\b|,", re.IGNORECASE
)
_PART = re.compile(
    r"^(?:one|two|three|some|several|many|most|both|another|a\s+(?:number|group|few)|either|none)\s+of\s+(?:the\s+|its\s+|his\s+)?"
    r"(?=\S+s\b|them\b|people\b|(?:wo)?men\b|two\b|three\b|four\b)",
    re.IGNORECASE,
)
"""What tells how many of them speak: "one of the sources"."""
_SHOW = "seen|obtained|reviewed|viewed|leaked"
_SHOWN = re.compile(
    rf"\b(?:{_SHOW}|published|intercepted|shared|drafted|submitted)\s+(?:by|to|with|in)\b", re.IGNORECASE
)
"""What makes a document of anything that is cited: "calls intercepted by the agency"."""
_SEEN = re.compile(rf"\b(?:{_SHOW})\s+(?:by|to)\b", re.IGNORECASE)
"""What makes a document of a plan: "a draft budget amendment seen by the Gazette"."""
_THEM = ("them", "whom", "two", "three", "four")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_UTTERED = frozenset(["remarks", "comments", "claims", "statements", "words", "allegations"])
_BODIES = BODIES | ORGANIZATIONS
_LETTERS = re.compile(r"(?:[Tt]he\s+)?[A-Z]{2,6}")
_OWNER = re.compile(r"(?P<name>[A-Z][\w/. -]{0,30}?)['’]s?\s+")
_KIND = re.compile(
    r"^(?:the\s+)?(?:[\w-]+\s+){0,3}(?:agency|newspaper|paper|channel|magazine|outlet|portal|daily|weekly|site)\s+(?=[A-Z])"
    r"|\s+(?:news\s+)?(?:agency|newspaper|channel|magazine|outlet|portal|site)$"
)
"""What an outlet is, before or behind its name."""
_OUTLET = re.compile(
    r"\b(?:Post|Times|News|TV|Radio|Journal|Herald|Tribune|Guardian|Telegraph|Reuters|AFP|AP|BBC|CNN|NBC|CBS|ABC|Fox"
    r"|Press|Agency|Independent|Gazette|Mail|Magazine|Television|Channel|Bloomberg|Politico|Axios|Economist|Observer"
    r"|[Bb]roadcaster|[Nn]ewspaper|[Dd]aily|[Ww]eekly|[Nn]ews agenc(?:y|ies)|[Pp]ortal|[Tt]elevision|[Rr]adio"
    r"|[Mm]agazine|[Nn]ews (?:site|outlet)|[Ww]ebsite|[Oo]utlet|[Cc]hannel|[Nn]etwork|[Tt]abloid|DPA|ANSA|TASS"
    r"|Tass|Interfax|Yonhap|Xinhua|Kyodo|Al Jazeera|\w+\.(?:[Aa]z|[Uu]a|[Cc]om|[Rr]u|[Oo]rg|[Nn]et))\b"
)

_AND_OTHERS = re.compile(r"\s+and\s+(?:its\s)?|,\s+")
_UNNAMED = re.compile(
    r"(?:the\s+)?(?!(?:an?|the|social|mass)\b)(?:[\w-]+\s){1,3}"
    r"(?:media|television|TV|radio|newspaper|journal|magazine|broadcaster|channel|news\s(?:agency|site|outlet))s?"
)
"""An outlet by what it is: "Finnish media", "state television"; "the media" and "the press" are anybody."""


def speaks(name: str, knows: Knows) -> bool:
    """Whether a cited name is somebody's or a document's, by its head: "two officials at the ministry"."""
    name = _PART.sub("", name.strip())
    if name.lower() in _THEM:
        return True
    head = _HEAD_ENDS.split(name.strip().strip("\"“”'‘’"), maxsplit=1)[0]
    words = _WORD.findall(head.removesuffix(" today"))
    if not words or words[-1][0].isdigit():
        return False
    last = words[-1].lower().removesuffix("'s").removesuffix("’s")
    if last in RULES or words[0].lower() in RULES:
        return bool(_SEEN.search(name))
    named = {last, last.removesuffix("s"), *last.split("-")[:1]}
    known = not named.isdisjoint(SPEAKERS) or knows(name) or knows(head)
    return known or bool(_SHOWN.search(name)) or _is_proper(words)


def follows(name: str) -> bool:
    """Whether one acts "according to" what is named rather than hears it from there: a plan, a custom, a size."""
    name = _PART.sub("", name.strip())
    words = [word.lower() for word in _WORD.findall(_HEAD_ENDS.split(name, maxsplit=1)[0])]
    if name.lower() in _THEM:
        return False
    if len(words) == 1 and PRONOUNS.get(words[0]) in ("he", "she", "they"):
        return False
    plain = len(words) == 1 and name.strip().islower() and words[0].removesuffix("s") not in SPEAKERS
    rule = bool(words) and words[-1] in RULES and not _SEEN.search(name)
    return not words or rule or (plain and words[0] not in SPEAKERS)


def is_carrier(name: str, is_outlet: Knows) -> bool:
    """Whether the one who was told is an outlet, so that it carries the words: "told Reuters", not "told reporters"."""
    if name.lower().startswith(("its ", "his ", "her ", "their ")):
        return False
    named = name.lower().startswith(("the ", "this ")) or any(map(str.isupper, name))
    owner = _OWNER.match(name)
    first = _AND_OTHERS.split(name, maxsplit=1)[0]
    parts = (name, first, _KIND.sub("", name), *((owner["name"], name[owner.end() :]) if owner else ()))
    called = bool((named and _OUTLET.search(name)) or _UNNAMED.fullmatch(name))
    return called or any(map(is_outlet, dict.fromkeys(parts)))


def is_body(name: str) -> bool:
    """Whether a name is a body's, by its last word or its letters: "the spy agency", "the NIS"."""
    return bool(_LETTERS.fullmatch(name)) or not _BODIES.isdisjoint(name.lower().split()[-1:])


def is_paper(name: str) -> bool:
    """Whether a name is a document's, in which others may speak: "a transcript seen by Reuters"."""
    head = _PAPER_ENDS.split(name, maxsplit=1)[0].lower().split()
    return bool(head) and head[-1] in PAPERS | DOCUMENTS


def _is_proper(words: list[str]) -> bool:
    """Whether words end in a name: a capital behind which there is nothing but a name's usual parts.

    "Remarks Orlov" are not: he made them.
    """
    last = words[-1].lower()
    of_things = any(word.lower() in _UTTERED for word in words[:-1])
    return words[-1][0].isupper() and last not in NOT_NAMES and last not in DEMONYMS and not of_things
