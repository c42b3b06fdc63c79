"""Who briefed a speaker: "after a briefing by Y", "X said he had been informed by Y"; X passes on Y."""

import re
from collections.abc import Sequence

from graph.model import Span
from loaders.attribute.carriers import nearest
from loaders.attribute.drafts import INFERRED, Draft
from loaders.attribute.idioms import has_clause
from loaders.attribute.phrases import BRIEFED, INFORMED, TOLD_BY, Phrase, phrases
from loaders.attribute.sentences import sentence_at
from loaders.attribute.spans import touches, up_to, without, words
from loaders.attribute.speaking import Knows, is_body, speaks

_SPOKE = re.compile(
    r"(?P<who>[A-Z][^,;:“”\"]{0,60}?)\s+(?:(?:was|were)\s+speaking|spoke"
    r"|(?:made|gave|shared|conveyed|presented)\s+(?:the|this)\s+(?:remark|comment|statement|information|assessment|announcement)s?)"
    r"\b[^;:“”\"]{0,120}\s+"
)
_BRIEFING = re.compile(
    r"\b(?:after|following|attended)\s+(?P<name>(?:the\s+)?(?:[\w.-]+\s){0,4}?(?P<body>[\w.-]+))['’]s?\s+(?:[\w-]+\s+){0,2}"
    r"(?P<cue>briefing)\b(?!\s+room)"
)
"""Whose briefing it was: "after the agency's closed briefing"."""
_HAD_BRIEFED = re.compile(
    r"(?<=\bafter\s)(?P<name>(?:an?|the|[A-Z])[^,;:.“”\"\n]{2,80}?)(?:,\s[^;:.“”\"\n]{3,90}?,)?\s+(?P<cue>(?:had\s+)?briefed|(?:came|flew\s+in|travelled)\s+to\s+brief)\b"
)
_AFTER = re.compile(r"\s(?:after|following)\s+an?\s+(?:[\w-]+\s+){0,2}briefing\s+(?:by|from)\s")
_ITSELF = re.compile(r"(?:that\s+)?(?:he|she|they|it)\s+", re.IGNORECASE)
_WHO_SPOKE = re.compile(
    r"(?:,\s+who\s+(?:spoke|was\s+speaking)\s+(?:to\s+(?:the\s+)?\w+\s+)?"
    r"|\b(?:said|told\s+\w+|announced|confirmed)(?:\s+in\s+[A-Z]\w+)?(?:\s+(?:on\s+)?[A-Z]\w+day)?,?\s+)after\s\Z"
)
_WHO = re.compile(r",?\s+who(?:\s+spoke\s+after)?\s*\Z")
_RELAYING = re.compile(
    r"\b(?:relaying|repeating|recounting|quoting|citing|summari[sz]ing|passing\s+on)\s+what\s+"
    r"(?P<name>[^,;:.“”\"\n]{2,70}?)\s+(?P<cue>(?:(?:had|has|have)\s+)?(?:said|told|reported|stated|written|found|learned))\b"
    r"|\b(?P<by>attributing)\s+(?:(?:the|this)\s+(?:information|claim|figures?|report|account|news)|this|it)\s+to\s+"
    r"(?P<whom>[^,;:.“”\"\n]{2,70})"
)
_ADDING = re.compile(r"(?:adding|saying|noting|warning|explaining|stressing)\b")
NEAR = 60
"""Code points before whoever briefed him in which "who spoke after" stands."""
REACH = 1500
"""Code points back in which somebody named spoke, of whom a sentence says that he was briefed."""
BEFORE = 400
"""Code points back in which stands what a speaker then says that he was informed of."""
LONGEST_ARTICLE = 5
"""Code points that may stand in a source before its name."""
LONGEST_NAME = 10
"""Words beyond which what stands before "after a briefing by" is no name."""


def briefed(voices: Sequence[Draft], text: str, sentence: Span, knows: Knows) -> list[Draft]:
    """Those who briefed the speakers of a sentence; each speaker rests on them."""
    added = []
    told = _had_briefed(text, sentence)
    aside = [p for p in told if _WHO_SPOKE.search(text, max(sentence[0], p.name[0] - NEAR), p.name[0])]
    whose = [Phrase(m.span("cue"), m.span("name")) for m in _BRIEFING.finditer(text, *sentence) if is_body(m["body"])]
    verbs = [start for d in voices for start, _ in d.cue]
    for voice in voices:
        voice.content = [_before_briefing(span, text) for span in voice.content]
    for phrase in (*(p.before(verbs, text) for p in phrases(BRIEFED, text, sentence)), *aside, *whose):
        if _free(phrase, voices) and speaks(text[slice(*phrase.name)], knows):
            voice = nearest(phrase, voices)
            same = [d for d in voices if d is not voice and d.cue and d.source == voice.source]
            later = [d for d in same if d.cue[0] > phrase.cue and _ADDING.match(text, *d.cue[0])]
            voice.source = _speaker(voice.source, phrase, text, sentence)
            added.append(voice.rest_on_one([phrase.name], phrase.cue))
            added += [d.rest_on_one([phrase.name], phrase.cue) for d in later]
    return added


def _before_briefing(span: Span, text: str) -> Span:
    """What is confirmed, less when: "confirmed the loss of a ship after a briefing by the navy"."""
    found = _AFTER.search(text, *span)
    return up_to(text, span[0], found.start()) if found and not has_clause(text[span[0] : found.start()]) else span


def relayed(voices: Sequence[Draft], text: str, sentence: Span) -> list[Draft]:
    """Those whose words a speaker is said to pass on: "X told reporters Z, relaying what Y had reported"."""
    found = _RELAYING.search(text, *sentence)
    before = [d for d in voices if found and d.cue and d.source and d.cue[0][1] <= found.start() and not d.reported]
    voice = max(before, key=lambda d: d.cue, default=None)
    if found is None or voice is None:
        return []
    name, cue = ("name", "cue") if found["name"] else ("whom", "by")
    for draft in voices:
        kept = without(draft.content, found.span(), text)
        draft.content = kept if draft is voice else [s for s in draft.content if not touches(found.span(name), [s])]
    return [voice.rest_on_one([found.span(name)], found.span(cue))]


def informed(drafts: Sequence[Draft], text: str, knows: Knows) -> list[Draft]:
    """Those by whom speakers say that they were informed: "X said Z. He said he was informed by Y."

    What X said right before rests on Y; where nobody said anything, the words themselves do.
    """
    added: list[Draft] = []
    for draft in [d for d in drafts if d.cue and d.content]:
        (start, end) = min(draft.content)
        phrase = next(phrases(INFORMED, text, (start, end)), None)
        if phrase is None or not _ITSELF.fullmatch(text, start, phrase.cue[0]) or TOLD_BY.search(text, start, end):
            continue
        if not speaks(text[slice(*phrase.name)], knows):
            continue
        before = [d for d in drafts if d.source and d.content and d.cue and 0 < start - d.cue[0][0] < BEFORE]
        last = max((d for d in before if d is not draft and not d.reported), key=lambda d: d.cue, default=draft)
        upstream = Draft([phrase.name], [phrase.cue], list(last.content), draft.score * INFERRED)
        last.rest_on(upstream, phrase.cue)
        added.append(upstream)
    return added


def briefed_aside(drafts: Sequence[Draft], text: str, within: Span, knows: Knows) -> list[Draft]:
    """Those who briefed a speaker by a sentence of its own: "Lee spoke after a briefing by the agency." """
    added: list[Draft] = []
    briefings = _had_briefed(text, within)
    for phrase in (*phrases(BRIEFED, text, within, short=True), *briefings):
        start = sentence_at(text, phrase.cue[0])[0]
        spoke = _SPOKE.fullmatch(text, start, min(phrase.cue, phrase.name)[0])
        if not spoke or not speaks(text[slice(*phrase.name)], knows):
            continue
        before = [d for d in drafts if d.source and d.cue and d.content and not d.reported and d.cue[0][0] < start]
        near = [d for d in before if sentence_at(text, start - 1)[0] <= d.cue[0][0]]
        late = [d for d in before if d.cue[0][0] > start - REACH]
        named = [d for d in late if re.search(rf"\b{re.escape(spoke['who'])}\b", words(text, d.source))]
        unnamed = re.match(r"(?:He|She|They|The)\b", spoke["who"])
        mine = near[: 1 if phrase in briefings else None] if unnamed else named
        mine = mine or _next(drafts, text, phrase.name[1])[:1]
        added += [voice.rest_on_one([phrase.name], phrase.cue) for voice in mine]
    return added


def _had_briefed(text: str, within: Span) -> list[Phrase]:
    """Who "had briefed" somebody: here the name stands before the cue."""
    return [Phrase(m.span("cue"), m.span("name")) for m in _HAD_BRIEFED.finditer(text, *within)]


def _next(drafts: Sequence[Draft], text: str, at: int) -> list[Draft]:
    """Who speaks in the sentence behind that of a code point: "Lee spoke after a briefing by Y. He said"."""
    start = sentence_at(text, at)[1]
    behind = sentence_at(text, start) if start < len(text) else (start, start)
    told = [d for d in drafts if d.source and d.cue and d.content and not d.reported]
    return sorted((d for d in told if behind[0] <= d.cue[0][0] < behind[1]), key=lambda d: d.cue)


def _free(phrase: Phrase, voices: Sequence[Draft]) -> bool:
    """Whether a phrase is outside every content and is not itself one of the voices."""
    cues = [span for d in voices for span in d.cue if not phrase.cue[0] <= span[0] < span[1] <= phrase.cue[1]]
    taken = [*cues, *(span for d in voices for span in d.content)]
    return not touches(phrase.whole, taken) and not any(_is_source(phrase.name, d) for d in voices if d.reported)


def _is_source(name: Span, draft: Draft) -> bool:
    """Whether a name is a source, and not only in what describes it: "lawmakers briefed by the agency"."""
    return any(touches(name, [(start, end)]) and -1 <= name[0] - start < LONGEST_ARTICLE for start, end in draft.source)


def _speaker(source: list[Span], phrase: Phrase, text: str, sentence: Span) -> list[Span]:
    """Who speaks, when a phrase that names another stands in or for the source: "X, briefed by Y" leaves "X"."""
    if not touches(phrase.whole, source):
        return source
    cut = [(s, min(e, phrase.whole[0])) for s, e in source if s < phrase.whole[0]]
    head = cut or [(sentence[0], phrase.whole[0])]
    trimmed = [(s, s + len(_WHO.sub("", text[s:e]).rstrip(" ,;–—-"))) for s, e in head]
    named = [span for span in trimmed if 0 < len(text[slice(*span)].split()) <= LONGEST_NAME]
    return named if named and text[slice(*named[0])] != "" else source
