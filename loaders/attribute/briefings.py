"""Whom those pass on who were told something behind closed doors, where the words were said a sentence before.

"…, the spy agency said. The agency made the assessment in a closed session, according to Park": Park passes it on.
"The agency told lawmakers that Y. Lee, who attended the briefing, said Z": Lee has Z from the agency.
"""

import re
from collections.abc import Sequence

from graph.model import Span
from loaders.attribute.drafts import INFERRED, Draft
from loaders.attribute.sentences import sentence_at, sentence_before, words_end
from loaders.attribute.spans import touches, words
from loaders.attribute.speaking import Knows, is_body, is_paper, speaks
from loaders.words import PERSONS, PRONOUNS

_MADE = re.compile(
    r"(?:that\s+)?(?P<name>[^,;:“”\"\n]{2,70}?)\s+(?P<cue>(?:(?:had|has)\s+)?(?:made|gave|given)\s+(?:the|this|that|its)\s+"
    r"(?:\w+\s+)?(?:assessment|estimate|evaluation|disclosure|announcement|statement|prediction|claim|remark|comment)s?)"
    r"(?=\s+(?:in|during|at|on)\b|\s*\Z)"
)
_ATTENDED = re.compile(
    r"\b(?:who\s+(?:also\s+)?)?(?P<cue>(?:attended|(?:was|were)\s+(?:at|present\s+at)|(?<!\w)present\s+at|took\s+part\s+in|sat\s+in\s+on)\s+"
    r"(?:the|that|this)\s+(?:[\w-]+\s+){0,3}(?:briefing|session|hearing|audit|meeting)|(?<=who\s)(?:was|were)\s+briefed(?!\s+by)(?!\s+(?:on|about)))\b"
)
_TOLD = re.compile(
    r"\b(?:told|briefed|informed|reported\s+to|said\s+in\s+a\s+report\s+to)\s+(?:[\w'’-]+\s+){0,4}?"
    r"(?:lawmakers|legislators|MPs|members|parliament|parliamentary|committee|assembly|congress|senators|deputies)\b",
    re.IGNORECASE,
)
_HAS_SAID = re.compile(r"\b(?:told|said|says|reported|believes?|estimate[ds]?|put)\b")
_OWN = re.compile(r"[“\"‘']|(?:that\s+)?(?:he|she|his|her|they|their|we|our|I|my)\b", re.IGNORECASE)
_CITED = re.compile(
    r"(?P<who>[A-Z][^,;:“”\"\n]{0,40}?)\s+(?P<cue>(?:(?:was|were)\s+)?(?:(?P<refers>refer(?:red|ring|s)\s+to)|cit(?:ed|es|ing)|based\s(?:its|his|her|their|the)\s\w+\son))\s+"
    r"(?P<name>[^,;:“”\"\n]{3,90})"
)
_SPOKE = re.compile(
    r"(?P<who>[A-Z][^,;:“”\"\n]{0,60}?)\s+(?:was|were)\s+(?:speaking|talking)\b[^,;:“”\"\n]{0,40}?\s+"
    r"(?P<cue>(?:after|following)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}briefing\s+(?:by|from))\s+"
    r"(?P<name>[^,;:“”\"\n]{3,90}?)(?:\s+(?:in|on|at)\s[^“”\"\n]*)?"
)
_UNNAMED = ("a ", "A ", "an ", "An ", "one ", "One ")
NEAR = 2
"""Sentences in which somebody who attended may stand behind what was told there."""


def made_it(drafts: Sequence[Draft], text: str, knows: Knows) -> list[Draft]:
    """Those of whom others say that they "made the assessment" somewhere: of what the sentence before tells."""
    added: list[Draft] = []
    for outer in [d for d in drafts if d.source and len(d.content) == 1]:
        made = _MADE.match(text, *outer.content[0])
        if not made or not speaks(made["name"], knows) or any(up.overlap(outer.content) for up, _ in outer.rests_on):
            continue
        told = _told_before(drafts, text, made.start())
        if told:
            inner = Draft([made.span("name")], [made.span("cue")], list(told.content), outer.score * INFERRED)
            outer.rest_on(inner, made.span("cue"))
            added.append(inner)
    return added


def attended(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """Those who told lawmakers what one who "attended the briefing" passes on. Drafts are changed in place."""
    added: list[Draft] = []
    for voice in [d for d in drafts if d.source and d.cue and d.content and not d.rests_on]:
        start, end = sentence_at(text, voice.source[0][0])
        there = _ATTENDED.search(text, start, end)
        own = _HAS_SAID.search(text, *min(voice.content)) or _OWN.match(text, *min(voice.content))
        teller = _teller(drafts, text, start) if there and not voice.reported and not own else None
        if there and teller and teller.source != voice.source:
            added.append(voice.rest_on_one(teller.source, there.span("cue")))
    return added


def cited_after(drafts: Sequence[Draft], text: str, within: Span, knows: Knows) -> list[Draft]:
    """The drafts with those whom a sentence of its own names as the basis of the one before: "He cited the police."

    Or "Lee was speaking after a briefing by the agency", where "a lawmaker" spoke before. Drafts are changed in place.
    """
    out = list(drafts)
    for end in sorted({sentence_at(text, d.cue[0][0])[1] for d in drafts if d.source and d.cue and d.content}):
        behind = sentence_at(text, end) if end < within[1] else (end, end)
        whole = (end, words_end(text, behind)) if behind[0] == end else (end, end)
        spoke = _SPOKE.fullmatch(text, *whole)
        cited = spoke or _CITED.fullmatch(text, *whole)
        refers = cited and cited.groupdict().get("refers")
        based = cited and (is_paper(cited["name"]) or (not refers and speaks(cited["name"], knows)))
        called = _UNNAMED if spoke else ("The ",)
        voice = _speaker(cited["who"], drafts, text, end, called) if cited and based else None
        if cited and voice:
            out = [d for d in out if d is voice or not touches(cited.span(), d.cue)]
            out.append(voice.rest_on_one([cited.span("name")], cited.span("cue")))
    return out


def _speaker(who: str, drafts: Sequence[Draft], text: str, end: int, called: tuple[str, ...]) -> Draft | None:
    """Who speaks last in the sentence before a code point, if a pronoun or a name may be his.

    Or who speaks there alone, if what he is called begins so: "The official", "a lawmaker".
    """
    there = [d for d in drafts if d.source and d.cue and d.content and sentence_at(text, d.cue[0][0])[1] == end]
    mine = [d for d in there if who.lower() in PRONOUNS or who in words(text, d.source)]
    alone = [
        d
        for d in there
        if len(there) == 1 and (words(text, d.source).startswith(called) or _is_same_body(who, words(text, d.source)))
    ]
    return max(mine or alone, key=lambda d: d.source, default=None)


def _is_same_body(who: str, source: str) -> bool:
    """Whether "The newspaper" may be who spoke: a body too, or a name with an article, and no person."""
    named = is_body(source) or source.startswith(("The ", "Der ", "Die ", "Le ", "La "))
    return who.startswith("The ") and is_body(who) and named and PERSONS.isdisjoint(source.lower().split())


def _told_before(drafts: Sequence[Draft], text: str, at: int) -> Draft | None:
    before = sentence_before(text, sentence_at(text, at)[0])
    told = [d for d in drafts if before and d.source and d.content and not d.reported and d.overlap([before])]
    return told[0] if told else None


def _teller(drafts: Sequence[Draft], text: str, at: int) -> Draft | None:
    """Who told lawmakers something in the sentences right before a code point."""
    for _ in range(NEAR):
        before = sentence_before(text, at)
        if before is None:
            return None
        at = before[0]
        said = _TOLD.search(text, *before)
        told = [d for d in drafts if d.source and d.cue and said and d.cue[0][0] <= said.start() < d.cue[-1][1]]
        if told:
            return told[0]
    return None
