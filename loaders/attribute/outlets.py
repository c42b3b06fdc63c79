"""Outlets that a sentence begins or ends with, or names in between: "As OUTLET reported, …", "…, OUTLET reports".

They carry what the sentence's speakers say.
"""

import re
from collections.abc import Sequence

from graph.model import Span
from loaders.attribute.carriers import carrier
from loaders.attribute.drafts import Draft
from loaders.attribute.phrases import ACCORDING_TO, Phrase
from loaders.attribute.sentences import subject_before, words_end
from loaders.attribute.spans import touches, without, words
from loaders.attribute.speaking import Knows, is_carrier, speaks
from loaders.words import PRONOUNS

_ASIDE = re.compile(
    r"(?P<who>[^,]{2,80}),\s+(?P<name>(?:the\s+)?[A-Z][^,]{1,40}?)\s+(?P<cue>reports?|reported|writes|wrote|says|said)"
)
_WAS_CITED = re.compile(
    r"(?P<who>[^,;:]{2,80}?),?\s+(?P<cue>(?:cited|quoted)\s+by)\s+(?P<name>(?:the\s+)?[^,;:]{2,60}),?"
)
_SAID_AND_QUOTED = re.compile(
    r"(?P<said>[^,]{3,60}?)\s+(?P<by>(?:quoted|cited|carried|published|released|reported|seen|obtained)\s+by)"
)
_LEADS = re.compile(
    r"(?:In|During|At|On)\s+(?:an?\s+|the\s+|his\s+|her\s+|its\s+|their\s+|one\s+|another\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:speech|interview|remarks|comments|statement|article|video|broadcast|post|address|message|letter|note|memo|document|text|draft|cable|transcript|e-mail|email|essay|column"
    r"|editorial|commentary|clip|recording|footage|call|conversation|intercept|exchange|entry|diary|audio|messages|calls|report|dispatch)\b"
    r"[^,;:.“”\"]{0,60}?,?\s(?:"
    r"(?P<cue>(?:reported|carried|published|aired|broadcast|quoted|cited|released|posted|televised|intercepted|recorded"
    r"|translated|obtained|leaked|seen|reviewed|viewed|heard|disclosed|shared)\s+by)\s+(?P<name>[^,;:.“”\"]{2,60}?)"
    r"|(?:that|which)\s+(?P<whose>[^,;:.“”\"]{2,60}?)\s+(?P<made>(?:(?:says?|said)\s+(?:it|they|he|she)\s+(?:had\s+)?|had\s+|has\s+)?"
    r"(?:(?:was|were)\s+able\s+to\s+(?:consult|see|read|review)|intercepted|recorded|recovered|published|released|made"
    r"|seen|obtained|reviewed|consulted|viewed))"
    r")(?:\s+and\s+\w+(?:ed|en)\b[^,;:“”\"]{0,60}?)?"
    r"(?:\s+(?:on|in|late|early|last|after|earlier|this|during|from)\s[^,;:“”\"]{2,40})?,\s+"
)
_RELEASED = re.compile(r"(?:released|disclosed|published|posted|intercepted|recorded|translated)\b")
"""Who does that with another's statement passes it on, whoever it is."""
_AS_TOLD = re.compile(
    r"As\s+(?:earlier\s+)?(?P<name>(?:the\s+)?[A-Z][^,;:.“”\"]{1,40}?)\s+(?P<cue>(?:(?:has|had)\s+)?(?:earlier\s+|previously\s+)?"
    r"(?:reported|wrote|noted|informed|revealed)(?:\s+(?:earlier|previously|on\s+\w+))?),\s+"
)
_AS_TOLD_BY = re.compile(
    r"(?P<cue>As\s+(?:earlier\s+|previously\s+)?(?:reported|noted|written)\s+by)\s+(?P<name>(?:the\s+)?[A-Z][^,;:.“”\"]{1,40}?)"
    r"(?:\s+(?:earlier|previously|on\s+\w+))?,\s+"
)
_SUBJECT = re.compile(r"(?P<name>(?:the\s+)?[A-Z][^,;:“”\"]{1,60}?)(?:,\s[^;:“”\"]{2,90},)?\s+")
_CAUGHT = re.compile(r"\b(?:intercept|recording)\b")
"""What others than the one who speaks make: a call, a statement he makes himself."""
_RECORDED = re.compile(r"\b(?:intercepted|recorded|recovered)\b")
"""What is done with another's words: in a statement that a group released, "it" is the group."""
_IN_WHICH = re.compile(
    r"(?:(?:Meanwhile|Earlier|Later|Separately|Also|In\saddition|On\s\w+day),\s+)?(?P<name>(?:[A-Z]|the\s|an?\s)[^,;:“”\"\n]{1,80}?),?\s+(?P<cue>(?:(?:has|had|have|also)\s+){0,2}"
    r"(?:published|released|posted|aired|broadcast|leaked|intercepted|carried|printed|shared|uploaded|showed))\s+(?:an?|the|what)\s+[^;:“”\"\n]{3,90}?\s+(?:in|on)\s+which\s+"
)
"""Who passes on a paper or a recording in which somebody speaks: "The agency published a call in which a nurse"."""
_REPORTS_LAST = re.compile(
    r",\s+(?P<name>(?:the\s+)?[A-Z][^,;:“”\"\n]{1,40}?)\s+(?P<cue>reports?|reported|writes|wrote|informs)\Z"
)
_SAYING = re.compile(r"saying\b")
"""How somebody goes on who was first said to have denounced or welcomed a thing: there his words are."""
_SHARED = re.compile(
    r"(?P<who>(?:[A-Z]|the\s|a\s|an\s)[^;:“”\"\n]{1,120}?),?\s+(?P<cue>(?:(?:has|had|have|also|later)\s+){0,2}"
    r"(?:shared|reposted|retweeted|reshared|republished|forwarded|amplified))\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:post|message|video|claim|statement|thread|clip|letter)\s+(?:by|from)\s+(?P<name>[^,;:“”\"\n]{2,80}?)\s+"
    r"(?P<said>claiming|saying|alleging|predicting|describing|complaining|warning|stating|asserting|declaring|calling)\s"
)
_UNNAMED = re.compile(
    r"\b(?:people|persons?|sources?|officials?|diplomats?|insiders|executives|employees|documents|aides|individuals|lawmakers)\b"
)
"""Those from whom an outlet has what it reports."""
_REPORTED = re.compile(r"\b(?:report(?:s|ed)|writes?|wrote)\b")
SCORE = 0.7


def reported_aside(group: Sequence[Draft], text: str, is_outlet: Knows) -> list[Draft]:
    """The outlets within a source: "Analysts, AP reports, say …", "an official cited by AFP". Changes drafts."""
    added = []
    for draft in group:
        added += _parted(draft, text, is_outlet)
        ways = (_ASIDE, _WAS_CITED)
        found = next((m for span in draft.source[:1] for way in ways if (m := way.fullmatch(text, *span))), None)
        if found and is_carrier(found["name"], is_outlet):
            draft.source = [found.span("who"), *draft.source[1:]]
            added.append(carrier(draft, Phrase(found.span("cue"), found.span("name"))))
    return added


def told_first(group: list[Draft], text: str, sentence: Span, is_outlet: Knows) -> list[Draft]:
    """The drafts with the outlet of "As OUTLET reported earlier, Z" or "As reported by OUTLET, Z": Z is its.

    So it is whoever says something in it.
    """
    found = _AS_TOLD.match(text, *sentence) or _AS_TOLD_BY.match(text, *sentence)
    if not found or not is_carrier(found["name"], is_outlet):
        return group
    if any(d.rests_on and touches(found.span("cue"), d.cue) for d in group):
        return group
    out = [d for d in group if not touches(found.span(), d.cue)]
    outer = Draft([found.span("name")], [found.span("cue")], [(found.end(), words_end(text, sentence))], SCORE)
    for inner in [d for d in out if d.source and d.content and not d.inside]:
        inner.source = [span for span in inner.source if not touches(found.span(), [span])] or inner.source
        named = _SUBJECT.fullmatch(text, found.end(), inner.cue[0][0]) if inner.cue else None
        if named and touches(found.span(), inner.source):
            inner.source = [named.span("name")]
        inner.inside = outer
        if not inner.reported:
            outer.rest_on(inner, outer.cue[0])
    return [*out, outer]


def reported_last(group: list[Draft], text: str, sentence: Span, is_outlet: Knows) -> list[Draft]:
    """The outlet that ends a sentence, where nobody has it: "Z, X said, citing Y, OUTLET reports." Changes drafts."""
    found = _REPORTS_LAST.search(text, sentence[0], words_end(text, sentence))
    voices = [d for d in group if d.source and d.cue and d.content and not d.reported]
    taken = [span for d in group for span in (*d.cue, *d.source)]
    if not found or not voices or touches(found.span("cue"), taken) or not is_carrier(found["name"], is_outlet):
        return []
    for draft in group:
        draft.content = without(draft.content, found.span(), text)
        draft.source = without(draft.source, found.span(), text)
    return [carrier(max(voices, key=lambda d: d.cue), Phrase(found.span("cue"), found.span("name")))]


def reported_first(group: Sequence[Draft], text: str, sentence: Span, is_outlet: Knows) -> list[Draft]:
    """Who passes on what a sentence tells and is named before it: "In a speech carried by OUTLET, X said Z".

    Or "In messages that the agency says it intercepted", "The agency published a call in which". Changes drafts.
    """
    found = _LEADS.match(text, *sentence) or _IN_WHICH.match(text, *sentence)
    behind = [d for d in group if d.content and d.cue and found and d.cue[0][0] > found.end()]
    voice = next((d for d in behind if _SAYING.match(text, *d.cue[0])), behind[0] if behind else None)
    if not found or not voice or not _leads_to(found, voice):
        return []
    at = ("cue", "name") if found["name"] else ("made", "whose")
    phrase = Phrase(*map(found.span, at))
    mine = [d for d in group if touches(phrase.cue, d.cue)]
    said = at[0] == "cue" and any(d.content for d in mine)
    if said or not _passes(found, text[slice(*phrase.name)], is_outlet):
        return []
    voice.source = without(voice.source, found.span(), text)
    voice.content = [span for span in voice.content if span[0] >= found.end()] or voice.content
    pronoun = PRONOUNS.get(words(text, voice.source).lower())
    himself = pronoun and not _RECORDED.search(text, *phrase.cue) and not (pronoun in ("he", "she") and found["name"])
    if not voice.source or himself:
        return []
    for draft in mine:
        draft.source, draft.cue, draft.content = [phrase.name], [phrase.cue], list(voice.content)
        draft.carry(voice, phrase.cue)
    return [] if mine else [_carrier_of_all(voice, behind, phrase)]


def _carrier_of_all(voice: Draft, behind: Sequence[Draft], phrase: Phrase) -> Draft:
    """Who passes on all that a speaker says in a sentence: "In a letter seen by OUTLET, he wrote Y and warned Z"."""
    draft = carrier(voice, phrase)
    for other in behind:
        if other.source == voice.source and other.cue[0] > voice.cue[0] and not other.inside:
            draft.content = [*draft.content, *other.content]
            draft.rest_on(other, phrase.cue)
    return draft


def _leads_to(found: re.Match[str], voice: Draft) -> bool:
    """Whether what stands before a speaker is where he speaks, and not something that is listed or made there."""
    if found.re is _IN_WHICH:
        return any(start == found.end() for start, _ in voice.source)
    return found["made"] != "made" or bool(_CAUGHT.search(found.group()))


def _passes(found: re.Match[str], name: str, is_outlet: Knows) -> bool:
    """Whether one passes on what others say: an outlet does, and whoever has released or intercepted it."""
    passed = found.re is _IN_WHICH or not found["name"] or _RELEASED.match(found["cue"])
    somebody = speaks(name, is_outlet) or PRONOUNS.get(name.lower()) in ("it", "they")
    return is_carrier(name, is_outlet) or bool(passed and somebody)


def under_outlets(drafts: Sequence[Draft], text: str, is_outlet: Knows) -> None:
    """ "OUTLET reported that Z, according to officials": it is the outlet that has Z from them. Changes the drafts."""
    told = [d for d in drafts if d.source and d.cue and d.content and _REPORTED.search(words(text, d.cue))]
    for draft in drafts:
        according = draft.cue and ACCORDING_TO.match(words(text, draft.cue)) and draft.content and not draft.inside
        if not according or not _UNNAMED.search(words(text, draft.source)):
            continue
        mine = [d for d in told if d.cue[0] < draft.cue[0] and (draft.holds(d) or d.inside is draft)]
        for other in mine if len(mine) == 1 else ():
            outlet = _outlet(other, draft, text)
            if outlet and is_carrier(text[slice(*outlet)], is_outlet):
                other.source, other.inside = [outlet], None
                draft.content = list(other.content)
                draft.rests_on = [(up, by) for up, by in draft.rests_on if up is not other]
                other.rest_on(draft, draft.cue[0])
                other.reported = any(up is other for d in drafts for up, _ in d.rests_on)


def _outlet(other: Draft, draft: Draft, text: str) -> Span | None:
    """Who reports it: where those behind "according to" were taken for that, whose verb it is."""
    return subject_before(text, other.cue[0][0]) if touches(other.source[0], draft.source) else other.source[0]


def shared(group: Sequence[Draft], text: str, sentence: Span, knows: Knows) -> list[Draft]:
    """Who passes on what another has posted: "X shared a post by Y claiming that Z"."""
    found = _SHARED.match(text, *sentence)
    who = (found.start("who"), found.start("who") + len(found["who"].split(", ")[0])) if found else (0, 0)
    voice = next((d for d in group if found and d.content and touches(found.span(), d.cue)), None)
    if not found or not voice or voice.reported:
        return []
    if not (speaks(text[slice(*who)], knows) and speaks(found["name"], knows)):
        return []
    voice.source, voice.cue = [found.span("name")], [found.span("said")]
    return [carrier(voice, Phrase(found.span("cue"), who))]


def _parted(draft: Draft, text: str, is_outlet: Knows) -> list[Draft]:
    """Two speakers and two cues that were read as one: "the firm", "said in a statement quoted by", "the Courier"."""
    found = _SAID_AND_QUOTED.fullmatch(text, *draft.cue[0]) if len(draft.cue) == 1 else None
    behind = [span for span in draft.source if found and span[0] >= found.end()]
    before = [span for span in draft.source if span not in behind]
    if not found or not before or not behind or not is_carrier(text[slice(*behind[0])], is_outlet):
        return []
    draft.source, draft.cue = before, [found.span("said")]
    return [carrier(draft, Phrase(found.span("by"), behind[0]))]
