"""What a figure counts: the head of the words behind it, its kind, and what has become of it."""

import re
from dataclasses import dataclass

from loaders.match.kinds import CONTAINERS, FATE, PEOPLE, kind

LONGEST = 8
"""Words within which the head must stand."""
_OF = re.compile(r"\s+of\s+(?:the\s+|its\s+|their\s+|his\s+|these\s+|those\s+)?|\s+(?:the\s+)?")
_PART = re.compile(r"\s+of\s+(?:the|them|these|those|whom|which|its|their|his)\b")
_STUFF = re.compile(r"\s+(?:worth\s+of|in|of)\s+")
_WORD = re.compile(r"(?:[^\W\d_]|\d+mm\b)[\w'’-]*")
_STOP = re.compile(
    r"a|an|the|this|that|these|those|which|who|whom|whose|of|in|on|at|to|from|for|by|with|without|within|into|near|over|under"
    r"|through|across|along|against|about|around|after|before|since|until|during|between|behind|among|as|than|and|or|but|nor"
    r"|if|when|while|where|because|though|not|it|its|he|she|they|them|their|his|her|we|you|is|are|was|were|be|been|being|has"
    r"|have|had|having|do|does|did|will|would|can|could|may|might|must|shall|should|also|already|now|then|there|here|each"
    r"|says|said|told|came|went|includes|remains|comes|goes|waits|needs|wants|makes|takes|means|shows|per",
    re.IGNORECASE,
)
_FATES = "|".join(FATE)
_AUXILIARY = r"(?:\s+(?:who|that|have|has|had|were|was|are|is|been|being|reportedly|already|also|now|later))"
_BECAME = re.compile(
    rf"(?P<auxiliary>{_AUXILIARY}*)\s+(?P<fate>{_FATES})\b"
    r"(?!\s+(?:\d|the|an?|at\s+least|more|some|their|his|its|dozens|hundreds|up\s+to|about|over)\b)",
    re.IGNORECASE,
)
_DONE = re.compile(rf"\b(?P<fate>{_FATES})\s+\Z", re.IGNORECASE)
_MADE_OF = re.compile(rf"\b(?P<box>{'|'.join(CONTAINERS)})\s+of\s+\Z", re.IGNORECASE)
_OUT_OF = re.compile(
    r"\b(?:(?:first|initial|advance|second|third)(?:\s+(?:\w+\s+)?\w+\s+of)?"
    r"|includ(?:es?|ing|ed)|among\s+them,?|of\s+(?:these|those|whom|which|them),?)\s+\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Counted:
    """The head noun as it stands in the text, its kind, and whether the figure is a part of a larger one."""

    word: str | None
    kind: str | None
    part: bool


def counted(text: str, start: int, end: int, *, one: bool) -> Counted:
    """What the figure at `start` to `end` counts; `one`: the noun may be singular.

    Those of whom it is said that they were killed, wounded or captured are of that kind, whoever they are.
    """
    out_of = _OUT_OF.search(text, max(0, start - 40), start)
    part = bool(_PART.match(text, end) or out_of)
    run = _run(text, of.end() if (of := _OF.match(text, end)) else end)
    head = _head(run, one=one)
    box = _MADE_OF.search(text, max(0, start - 20), start)
    if box and (head is None or kind(head[0], one=one) is None):
        return Counted(box["box"], "soldiers", part)
    named = (kind(head[0], one=one) or _contained(head[0])) if head else None
    became = _BECAME.match(text, head[1] if head else end)
    done = _DONE.search(text, max(0, start - 15), start)
    if became and became["fate"].lower() == "lost" and not became["auxiliary"]:
        became = None
    fate = FATE[(became or done or {"fate": ""})["fate"].lower()] if became or done else None
    if head is None and became and fate:
        return Counted(became["fate"], fate, part)
    return Counted(head[0] if head else None, fate if fate and named in PEOPLE else named, part)


def stuff(text: str, end: int) -> str | None:
    """What an amount of money or a weight is of: "loans" in "$50 billion in loans"."""
    of = _STUFF.match(text, end)
    run = _run(text, of.end()) if of else []
    head = _head(run, one=False)
    return head[0] if head else run[0][0] if len(run) == 1 and run[0][0].islower() else None


def share(text: str, end: int) -> Counted:
    """What a share is of: "soldiers" in "12 percent of the soldiers"."""
    of = re.compile(r"\s+(?:of\s+)?(?:all\s+)?(?:the|its|their|his|these|those)?\s*").match(text, end)
    run = _run(text, of.end()) if of and " of" in text[end : of.end()] + " of" * ("the" in of[0]) else []
    head = _head(run, one=False) or next((word for word in run if word[0].lower() in CONTAINERS), None)
    return Counted(head[0], kind(head[0]) or _contained(head[0]), False) if head else Counted(None, None, False)


def _contained(word: str) -> str | None:
    return "soldiers" if word.lower() in CONTAINERS else None


def _run(text: str, at: int) -> list[tuple[str, int]]:
    """The words from `at` on, each with its end, up to one that cannot stand before a head, or a mark."""
    run: list[tuple[str, int]] = []
    while len(run) < LONGEST and (word := _WORD.match(text, at)) and not _STOP.fullmatch(word[0]):
        run.append((word[0], word.end()))
        at = word.end()
        if text[at : at + 1] not in (" ", "\u00a0"):
            break
        at += 1
    return run


def _head(run: list[tuple[str, int]], *, one: bool) -> tuple[str, int] | None:
    """The head: a word of a known kind, else the first that looks like a plural; "killed" only alone."""
    known = [at for at, (word, _) in enumerate(run) if kind(word, one=one) and word.lower() not in FATE]
    if known:
        last = next(at for at in known if at + 1 not in known)
        return run[last]
    fates = [word for word in run[:1] if word[0].lower() in FATE and kind(word[0])]
    boxes = [word for word in run if one and word[0].lower() in CONTAINERS]
    plurals = [word for word in run if not one and _is_plural(word[0])]
    return next(iter(fates + boxes + plurals), None)


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word.islower() and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))
