"""What somebody calls so, or says that it is: "what the ministry called a provocation", "what it said were passports".

The corpus mostly leaves these out, and the tagger takes them for a part of what the sentence tells.
"""

import re
from collections.abc import Sequence

from graph.model import Span
from loaders.attribute.drafts import Draft, innermost
from loaders.attribute.nested import put_inside
from loaders.attribute.quotes import OPENING, quotations
from loaders.attribute.selves import is_own, speaks_of_others
from loaders.attribute.sentences import sentence_at
from loaders.attribute.spans import touches, trimmed, words
from loaders.attribute.speaking import Knows, is_paper, speaks
from loaders.words import ONESELF, PRONOUNS

SCORE = 0.75
_CALLS = (
    r"(?:call(?:s|ed)?|dub(?:s|bed)?|term(?:s|ed)?|brand(?:s|ed)?|label(?:s|l?ed)?|deem(?:s|ed)?)"
    r"(?!\s(?:on|from|in|at|for|out|off|up|to|by|with|about|after|before|during)\b)|describe[sd]?(?=\sas\s)"
)
_SAYS = (
    r"(?:said|says?|claim(?:s|ed)?|believe[sd]?|alleg(?:e|es|ed)|insist(?:s|ed)?|reported|reports|asserted|asserts"
    r"|consider(?:s|ed)?|suspect(?:s|ed)?|thinks?|thought)(?=\s(?:is|are|was|were|had\sbeen|has\sbeen|have\sbeen|to\s(?:be|have))\s(?!(?:true|wrong"
    r"|right|false|not|clear|correct|untrue|important|that|to|going|about|why|how|what|because)\b))"
)
_WHAT = re.compile(
    r"\bwhat\s(?P<name>[^\s,;:.“”\"()][^,;:.“”\"()\n]{0,79}?)\s"
    r"(?P<cue>(?:(?:has|have|had|would|later|also|still|once|long|repeatedly|since|now)\s){0,3}"
    rf"(?:{_CALLS}|{_SAYS})(?:\sas(?=\s))?)\s(?=\S)",
)
_ASKED = re.compile(r"\b(?:ask(?:s|ed)?|wonder(?:s|ed)?|kn(?:ow|ows|ew)|knowing|unclear|sure|not)\s\Z", re.IGNORECASE)
"""What makes "what he thought" a question, or no answer."""
LONGEST = 300
"""Code points of what is called so."""
_ENDS = re.compile(
    r"[,;:]\s|\s[–—-]\s|[)\]]|\s(?:after|before|while|when|because|although|though|but|and\s(?:was|is|has|had|said|that)|since|(?:on|last|this|late|early)\s(?:\w+day|week|month|year)"
    r"|with\sthe\saim)\b"
)
"""Where a name of something ends."""


def styled(drafts: Sequence[Draft], text: str, within: Span, knows: Knows) -> list[Draft]:
    """The attributions of those who call something so, where the drafts have none of that cue.

    A draft in whose words one stands rests on it, unless he is its speaker: drafts are changed in place.
    """
    known = [span for d in drafts for span in d.cue]
    out: list[Draft] = []
    for found in _WHAT.finditer(text, *within):
        asked = _ASKED.search(text, max(0, found.start() - 12), found.start())
        if asked or touches(found.span("cue"), known) or not _is_somebody(found["name"], knows):
            continue
        content = trimmed(text, (found.end(), _end(found, text)))
        if content is None:
            continue
        draft = Draft([found.span("name")], [found.span("cue")], [content], SCORE)
        outer = innermost(d for d in drafts if d.source and d.holds(draft))
        if outer and _is_another(found.span("name"), outer, text):
            put_inside(draft, outer, text)
        for other in drafts if outer else ():
            if not draft.reported and any(up is outer for up, _ in other.rests_on):
                other.rest_on(draft, draft.cue[0])
        out.append(draft)
    return out


def _is_somebody(name: str, knows: Knows) -> bool:
    pronoun = PRONOUNS.get(name.lower())
    return (
        pronoun in ("he", "she", "it", "they")
        or name in ("both sides", "the two sides")
        or (name.split(maxsplit=1)[0].lower() not in ONESELF and (speaks(name, knows) or is_paper(name)))
    )


def _is_another(name: Span, outer: Draft, text: str) -> bool:
    """Whether one is not the speaker in whose words he stands."""
    pronoun = text[slice(*name)].lower()
    thing = pronoun == "it" and words(text, outer.source).lower() != "it" and not speaks_of_others(outer, text)
    return thing or not is_own(name, outer, text)


def _end(found: re.Match[str], text: str) -> int:
    """Where what is called so ends: with its quotation, or with its clause."""
    start = found.end()
    stop = min(sentence_at(text, start)[1], start + LONGEST)
    if text[start] in OPENING:
        closed = next((end for first, end in quotations(text, (start, stop)) if first == start), None)
        if closed:
            return closed
    stop = start + len(text[start:stop].rstrip(" \r\n.!?"))
    cut = _ENDS.search(text, start, stop)
    return cut.start() if cut else stop
