"""What somebody says by a noun: "followed an assessment by Y that Z", "had passed on an assurance from Y that Z".

The corpus has few of these, and the tagger takes the sentence's subject for the speaker.
"""

import re
from collections.abc import Sequence

from graph.model import Span
from loaders.attribute.carriers import carrier
from loaders.attribute.clauses import clause_end
from loaders.attribute.drafts import Draft, innermost
from loaders.attribute.nested import put_innermost, put_inside
from loaders.attribute.phrases import CITING, THAT_CLAUSE, Phrase
from loaders.attribute.selves import is_own
from loaders.attribute.sentences import is_endless, sentence_at, subject_before
from loaders.attribute.spans import touches, trimmed, words
from loaders.attribute.speaking import Knows, is_carrier, speaks

SCORE = 0.75
_NOUNS = (
    r"(?:assessment|report|claim|statement|promise|pledge|warning|assurance|signal|message|announcement|allegation"
    r"|admission|finding|conclusion|estimate|prediction|complaint|guarantee|accusation|threat|suggestion|confirmation"
    r"|testimony|insistence|assertion|comment|remark|tip)s?"
)
_SAID_SO = re.compile(
    rf"\b(?P<cue>(?:(?:(?:an?|the|this|that|his|her|their|its)\s(?:[\w-]+\s)?|(?:earlier|recent|repeated|fresh|new|several)\s))?{_NOUNS}\s(?:by|from))\s"
    r"(?P<name>[^\s,;:.“”\"()][^,;:“”\"()\n]{1,79}?)"
    r"(?:,\s(?:(?P<by>(?:first\s)?(?:reported|seen|obtained|reviewed|published)\sby)\s(?P<outlet>[^,;:.“”\"()\n]{3,60})"
    r"|[^;:.“”\"()\n]{3,90}?),)?\s"
    rf"(?={THAT_CLAUSE})",
    re.IGNORECASE,
)
_FRONT = re.compile(r"(?:And\s|But\s)?(?:Amid|Despite|After|Following|Before|In|With|Since|Citing)(?:\s\w+)?")
"""Words before a noun with which its phrase is only a front of the sentence, up to a comma."""
_FROM_WHERE = re.compile(r"(?:(?:an?|the|earlier|recent)\s)?(?:[\w-]+\s)?reports?\sfrom\s(?:the\s)?[A-Z]\w+")
"""Whence a report comes, and not whose it is: "reports from Kharkiv that"."""
_OF_THE_NOUN = re.compile(
    r"\b(?:commission|order|ma[dk]e|keep|kept|withdr[ae]w|publish|issue|wr[io]te|request|reject|honou?r|receive|sent|seen|read)\w*\Z"
    r"|\bcalled\san?\s\w+\Z"
)
"""How a clause ends that tells of the noun and not what is said: "a report that the government commissioned"."""
NEAR = 20
"""Code points before a noun in which "no" stands."""
_NONE = re.compile(r"\b(?:no|not|without|any|nor|never)\s(?:[\w-]+\s)?\Z", re.IGNORECASE)
"""What tells that nobody said so."""
_VERB = re.compile(r"\b(?:said|says|was|were|is|are|had|has|have|told|which|who|that)\b")
"""What is not in a name."""
_PASSED = re.compile(
    r"\b(?P<cue>(?:(?:has|had|have|also|then)\s){0,2}(?:passed\s(?:on|along)|conveyed|relayed|delivered|transmitted|forwarded))\s\Z"
)
LONGEST_VERB = 40
"""Code points of such a verb."""
_PASSES = re.compile(r"\b(?:pass|convey|relay|repeat|echo|cit|quot|report|deliver|transmit|shar)\w*", re.IGNORECASE)
"""Verbs by which somebody passes on what another said."""


def by_nouns(drafts: Sequence[Draft], text: str, within: Span, knows: Knows, is_outlet: Knows) -> list[Draft]:
    """The drafts with those who say something by a noun; who passes it on rests on them. Changes the drafts."""
    out = list(drafts)
    for found in _SAID_SO.finditer(text, *within):
        said = _said(found, out, text, knows)
        if said:
            out = [*_with(said, found, out, text), *_first_told(found, said, is_outlet)]
    return out


def _said(found: re.Match[str], drafts: Sequence[Draft], text: str, knows: Knows) -> Draft | None:
    """What somebody says by a noun; None where he says nothing, or is read already. May cut another's words."""
    name, cue, sentence = found.span("name"), found.span("cue"), sentence_at(text, found.start())
    denied = _NONE.search(text, max(0, cue[0] - NEAR), cue[0]) or _FROM_WHERE.fullmatch(text, cue[0], name[1])
    if denied or is_endless(text, cue[0]) or _VERB.search(text, *name) or not speaks(text[slice(*name)], knows):
        return None
    round_it = (end for d in drafts if d.source for start, end in d.content if start <= cue[0] and found.end() < end)
    whole = min([sentence[1], *round_it])
    front = text[sentence[0] : cue[0]].strip()
    stop = whole
    if not front or _FRONT.fullmatch(front):
        stop = text.find(",", found.end(), whole) if front else -1
    if stop < 0:
        return None
    stop = min(stop, _before_next(drafts, whole, found.end(), text))
    content = trimmed(text, (found.end(), clause_end(text, found.end(), stop, that=True)))
    if content is None or _OF_THE_NOUN.search(text, *content):
        return None
    if any(_has(d, name, cue, content) or _is_cited(d, found, text) for d in drafts):
        return None
    return Draft([name], [cue], [content], SCORE)


def _with(said: Draft, found: re.Match[str], drafts: Sequence[Draft], text: str) -> list[Draft]:
    """The drafts with one more, and with whoever passes it on, in the innermost words that hold it."""
    taken = [d for d in drafts if _is_misread(d, found, said.content[0])]
    said.score = max([said.score, *(d.score for d in taken)])
    for draft in taken:
        _leave(draft, said, found, text)
    out = [d for d in drafts if d not in taken or d.source]
    relay = next((d for d in taken if d.source), None) or _relay(said, out, text)
    new = [relay] if relay and relay not in out else []
    outer = innermost(d for d in out if d.source and d is not relay and d.holds(said))
    if relay is None or new:
        _place(relay or said, outer, out, text)
    said.inside = relay.inside if relay else said.inside
    return [*out, said, *new]


def _first_told(found: re.Match[str], said: Draft, is_outlet: Knows) -> list[Draft]:
    """The outlet of "an assessment by Y, first reported by OUTLET, that Z"."""
    if not found["outlet"] or not is_carrier(found["outlet"], is_outlet):
        return []
    return [carrier(said, Phrase(found.span("by"), found.span("outlet")))]


def _place(draft: Draft, outer: Draft | None, known: Sequence[Draft], text: str) -> None:
    """Put what another says into the words that hold it, unless it is their speaker's own. Changes the drafts."""
    if outer and not is_own(draft.source[0], outer, text):
        put_innermost(put_inside(draft, outer, text), known, text)


def _relay(said: Draft, drafts: Sequence[Draft], text: str) -> Draft | None:
    """Who is told to have passed it on, right before the noun: "The consul had conveyed an assurance from Y that Z".

    A draft that has that verb is he.
    """
    start = said.cue[0][0]
    verb = _PASSED.search(text, max(0, start - LONGEST_VERB), start)
    who = subject_before(text, verb.start()) if verb else None
    if not verb or not who:
        return None
    read = next((d for d in drafts if d.source and touches(verb.span("cue"), d.cue)), None)
    draft = read or Draft([who], [verb.span("cue")], [], said.score)
    draft.content = list(said.content)
    draft.rest_on(said, said.cue[0])
    return draft


def _before_next(drafts: Sequence[Draft], stop: int, start: int, text: str) -> int:
    """Where another begins to speak behind a comma, who keeps his own words: "Despite a claim by Y that Z, X said"."""
    fronts = ((d, span[0]) for d in drafts for span in d.source[:1] if start < span[0] < stop)
    behind = [(at, d) for d, at in fronts if text[:at].rstrip().endswith(",") and d.cue and d.cue[0][0] > at]
    if not behind:
        return stop
    at, other = min(behind, key=lambda one: one[0])
    own = [span for span in other.content if span[0] >= at]
    if own and own != other.content:
        other.content = own
        _part(other, drafts)
    return at


def _part(draft: Draft, drafts: Sequence[Draft]) -> None:
    """Let those no more rest on a draft who do not share its words."""
    for other in drafts:
        other.rests_on = [(up, by) for up, by in other.rests_on if up is not draft or up.overlap(other.content)]
    draft.reported = any(up is draft for d in drafts for up, _ in d.rests_on)


def _has(draft: Draft, name: Span, cue: Span, content: Span) -> bool:
    """Whether a draft is that attribution as it should be."""
    mine = bool(draft.source) and all(touches(name, [span]) for span in draft.source)
    return mine and touches(cue, draft.cue) and all(touches(content, [span]) for span in draft.content)


def _is_cited(draft: Draft, found: re.Match[str], text: str) -> bool:
    """Whether somebody cites it, "citing estimates by Y that Z", and so has been read already."""
    cited = draft.reported and draft.cue and CITING.match(text, draft.cue[0][0])
    return bool(cited) and touches(found.span(), draft.source)


def _is_misread(draft: Draft, found: re.Match[str], content: Span) -> bool:
    """Whether a draft takes those words for another's, or more than he says for his."""
    at = touches(found.span("cue"), draft.cue) or touches(found.span(), draft.source)
    return at and touches(content, draft.content)


def _leave(draft: Draft, said: Draft, found: re.Match[str], text: str) -> None:
    """Leave to a misread draft the verb before the noun, by which its speaker passes it on; without one, nothing."""
    start = found.start("cue")
    source = [span for span in draft.source if span[1] <= start and not touches(said.source[0], [span])]
    cue = [s for span in draft.cue if span[0] < start and (s := trimmed(text, (span[0], min(span[1], start))))]
    passes = source and cue and _PASSES.search(words(text, cue))
    draft.source = source if passes else []
    if passes:
        draft.cue, draft.content = cue, list(said.content)
        draft.rest_on(said, said.cue[0])
