"""Who carries what another says, and where documents come from.

"X told OUTLET", "e-mails seen by OUTLET": the outlet rests on the speaker or the document. "Messages intercepted by Y":
the messages rest on Y.
"""

import re
from collections.abc import Iterable, Sequence

from graph.model import Span
from loaders.attribute.drafts import INFERRED, Draft
from loaders.attribute.phrases import BRIEFED, CARRIED, CAUGHT, CITED, GIVEN, INFORMED, SEEN, TALKED, Phrase, phrases
from loaders.attribute.sentences import sentence_at, words_end
from loaders.attribute.spans import gap, touches, without, words
from loaders.attribute.speaking import Knows, is_carrier, speaks

_SPOKE = re.compile(
    r"(?P<who>[A-Z][^,;:“”\"]{0,60}?)\s+(?:(?:was|were)\s+speaking|spoke"
    r"|(?:made|gave|shared|conveyed|presented)\s+(?:the|this)\s+(?:remark|comment|statement|information|assessment|announcement)s?)"
    r"\b[^;:“”\"]{0,120}\s+"
)
_QUOTED_BY = re.compile(r"(?:quoted|cited)\s+by\b", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?P<who>[^,]{2,80}),\s+(?P<name>(?:the\s+)?[A-Z][^,]{1,40}?)\s+(?P<cue>reports?|reported|writes|wrote|says|said)"
)
_WAS_CITED = re.compile(
    r"(?P<who>[^,;:]{2,80}?),?\s+(?P<cue>(?:cited|quoted)\s+by)\s+(?P<name>(?:the\s+)?[^,;:]{2,60}),?"
)
_SAID_AND_QUOTED = re.compile(
    r"(?P<said>[^,]{3,60}?)\s+(?P<by>(?:quoted|cited|carried|published|released|reported|seen|obtained)\s+by)"
)
_ABOUT = re.compile(r"\s+(?:of|about)\s+(?=[\w.’'-]+['’]s\b|an?\b|the\s+[a-z]|their|his|her|its|it\b|this\b)")
"""What somebody is told of: "told the AP of the president's approval"."""
_LEADS = re.compile(
    r"(?:In|During|At)\s+(?:an?\s+|the\s+|his\s+|her\s+|its\s+|their\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:speech|interview|remarks|comments|statement|article|video|broadcast|post|address|message|letter|essay|column"
    r"|editorial|commentary|clip|recording|footage)\b[^,;:.“”\"]{0,40}?\s"
    r"(?P<cue>(?:reported|carried|published|aired|broadcast|quoted|cited|released|posted|televised)\s+by)\s+"
    r"(?P<name>[^,;:.“”\"]{2,60}?)(?:\s+(?:on|in|late|early|last)\s[^,;:“”\"]{2,24})?,\s+"
)
_AS_TOLD = re.compile(
    r"As\s+(?:earlier\s+)?(?P<name>(?:the\s+)?[A-Z][^,;:.“”\"]{1,40}?)\s+(?P<cue>(?:(?:has|had)\s+)?(?:earlier\s+|previously\s+)?"
    r"(?:reported|wrote|noted|informed|revealed)(?:\s+(?:earlier|previously|on\s+\w+))?),\s+"
)
_REPORTS_LAST = re.compile(
    r",\s+(?P<name>(?:the\s+)?[A-Z][^,;:“”\"\n]{1,40}?)\s+(?P<cue>reports?|reported|writes|wrote|informs)\Z"
)
_WHICH_SAW = re.compile(
    r",\s+which\s+(?:(?:has|had)\s+)?(?P<cue>reviewed|seen|saw|obtained|viewed|read|examined)\s+(?P<name>[^,;:“”\"]{3,80})"
)
SCORE = 0.7
_HAD_BRIEFED = re.compile(
    r"(?<=\bafter\s)(?P<name>(?:an?|the|[A-Z])[^,;:.“”\"\n]{2,80}?)(?:,\s[^;:.“”\"\n]{3,90}?,)?\s+(?P<cue>(?:had\s+)?briefed)\b"
)
_ITSELF = re.compile(r"(?:that\s+)?(?:he|she|they|it)\s+", re.IGNORECASE)
LEAD = 400
"""Code points within which "He spoke to OUTLET." leads in the words that follow."""
LONGEST_ARTICLE = 5
"""Code points that may stand in a source before its name."""
LONGEST_NAME = 10
"""Words beyond which what stands before "after a briefing by" is no name."""


def briefed(voices: Sequence[Draft], text: str, sentence: Span, knows: Knows) -> list[Draft]:
    """Those who briefed the speakers of a sentence; each speaker rests on them."""
    added = []
    for phrase in phrases(BRIEFED, text, sentence):
        if _free(phrase, voices) and speaks(text[slice(*phrase.name)], knows):
            voice = _nearest(phrase, voices)
            voice.source = _speaker(voice.source, phrase, text, sentence)
            added.append(voice.rest_on_one([phrase.name], phrase.cue))
    return added


def carriers(voices: Sequence[Draft], text: str, sentence: Span, is_outlet: Knows) -> list[Draft]:
    """The outlets that a sentence says were told; each rests on the speaker."""
    added = []
    for phrase in phrases(CARRIED, text, sentence, short=True):
        named = _before_content(phrase, voices, text)
        name = text[slice(*named.name)]
        proper = (
            TALKED.search(text, *phrase.cue) and name.removeprefix("the ")[:1].isupper() and speaks(name, is_outlet)
        )
        if not (proper or is_carrier(name, is_outlet)):
            continue
        for voice in voices:
            voice.source = _without_aside(voice.source, phrase, text)
        if not any(touches(named.name, [*d.content, *d.source]) for d in voices):
            own = [voice for voice in voices if touches(named.cue, voice.cue)]
            added.append(_carrier(_nearest(named, own or voices), named))
    return added


def _without_aside(source: list[Span], phrase: Phrase, text: str) -> list[Span]:
    """A source less who quoted it: "a scholar, quoted by the Courier," is the scholar."""
    if not _QUOTED_BY.match(text, phrase.cue[0]):
        return source
    cut = [(s, min(e, phrase.cue[0])) if s < phrase.cue[0] < e else (s, e) for s, e in source]
    return [(s, s + len(text[s:e].rstrip(" ,"))) for s, e in cut]


def documents(voices: Sequence[Draft], text: str, knows: Knows, is_outlet: Knows) -> list[Draft]:
    """Who has seen, and who has caught, the documents that speak: named in or right behind the source."""
    added = []
    for voice in voices:
        for start, _ in voice.source[:1]:
            saw = _WHICH_SAW.search(text, start, sentence_at(text, start)[1])
            outlet = is_carrier(words(text, voice.source), is_outlet)
            if outlet and saw and text[start : saw.start()].count(",") == 0 and not touches(saw.span("cue"), voice.cue):
                added.append(voice.rest_on_one([saw.span("name")], saw.span("cue")))
                continue
            for pattern, is_one in ((SEEN, knows), (GIVEN, None), (CAUGHT, knows), (CITED, knows)):
                phrase = _of_document(pattern, voice, text, sentence_at(text, start))
                if phrase is None:
                    continue
                name = text[slice(*phrase.name)]
                if any(touches(phrase.name, d.source) for d in voices if d is not voice):
                    continue
                if is_carrier(name, is_outlet) if is_one is None else speaks(name, is_one):
                    added.append(
                        voice.rest_on_one([phrase.name], phrase.cue)
                        if pattern in (CAUGHT, CITED)
                        else _carrier(voice, phrase)
                    )
    return added


def _of_document(pattern: re.Pattern[str], voice: Draft, text: str, sentence: Span) -> Phrase | None:
    (start, end) = voice.source[0]
    found = phrases(pattern, text, (start, sentence[1]), short=True)
    return next((phrase for phrase in found if phrase.cue[0] <= end + (2 if pattern is CITED else 1)), None)


def _before_content(phrase: Phrase, voices: Sequence[Draft], text: str) -> Phrase:
    """A phrase with its name cut where what is said begins: "told the BBC the bus had …"."""
    begins = [s for d in voices for s, _ in d.content if phrase.name[0] < s < phrase.name[1]]
    begins += [found.start() for found in _ABOUT.finditer(text, *phrase.name)]
    end = min(begins, default=phrase.name[1])
    return Phrase(phrase.cue, (phrase.name[0], phrase.name[0] + len(text[phrase.name[0] : end].rstrip(" ,"))))


def reported_aside(group: Sequence[Draft], text: str, is_outlet: Knows) -> list[Draft]:
    """The outlets within a source: "Analysts, AP reports, say …", "an official cited by AFP". Changes drafts."""
    added = []
    for draft in group:
        added += _parted(draft, text, is_outlet)
        ways = (_ASIDE, _WAS_CITED)
        found = next((m for span in draft.source[:1] for way in ways if (m := way.fullmatch(text, *span))), None)
        if found and is_carrier(found["name"], is_outlet):
            draft.source = [found.span("who"), *draft.source[1:]]
            added.append(_carrier(draft, Phrase(found.span("cue"), found.span("name"))))
    return added


def told_first(group: list[Draft], text: str, sentence: Span, is_outlet: Knows) -> list[Draft]:
    """The drafts with the outlet of "As OUTLET reported earlier, Z": Z is its, whoever says something in it."""
    found = _AS_TOLD.match(text, *sentence)
    if not found or not is_carrier(found["name"], is_outlet):
        return group
    out = [d for d in group if not touches(found.span(), d.cue)]
    outer = Draft([found.span("name")], [found.span("cue")], [(found.end(), words_end(text, sentence))], SCORE)
    for inner in [d for d in out if d.source and d.content and not d.inside]:
        inner.source = [span for span in inner.source if not touches(found.span(), [span])] or inner.source
        inner.inside = outer
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
    return [_carrier(max(voices, key=lambda d: d.cue), Phrase(found.span("cue"), found.span("name")))]


def _parted(draft: Draft, text: str, is_outlet: Knows) -> list[Draft]:
    """Two speakers and two cues that were read as one: "the firm", "said in a statement quoted by", "the Courier"."""
    found = _SAID_AND_QUOTED.fullmatch(text, *draft.cue[0]) if len(draft.cue) == 1 else None
    behind = [span for span in draft.source if found and span[0] >= found.end()]
    before = [span for span in draft.source if span not in behind]
    if not found or not before or not behind or not is_carrier(text[slice(*behind[0])], is_outlet):
        return []
    draft.source, draft.cue = before, [found.span("said")]
    return [_carrier(draft, Phrase(found.span("by"), behind[0]))]


def reported_first(group: Sequence[Draft], text: str, sentence: Span, is_outlet: Knows) -> list[Draft]:
    """The outlets that a sentence begins with: "In a speech carried by OUTLET, X said Z". Changes drafts."""
    found = _LEADS.match(text, *sentence)
    voice = next((d for d in group if d.content and d.cue and found and d.cue[0][0] > found.end()), None)
    if not found or not voice or not is_carrier(found["name"], is_outlet):
        return []
    voice.source = [span for span in voice.source if not touches(found.span(), [span])]
    voice.content = [span for span in voice.content if span[0] >= found.end()] or voice.content
    return [_carrier(voice, Phrase(found.span("cue"), found.span("name")))] if voice.source else []


def led_in(drafts: Sequence[Draft], text: str, is_outlet: Knows, taken: Iterable[Span]) -> list[Draft]:
    """Carriers named in a sentence of their own before the words: "He shared his views with OUTLET. …"."""
    added = []
    spoken = set(taken)
    for draft in drafts:
        if not draft.content:
            continue
        start = min(draft.content)[0]
        before = sentence_at(text, max(0, len(text[:start].rstrip()) - 1))
        if before in spoken or start - before[1] > LEAD:
            continue
        spoken.add(before)
        added += carriers([draft], text, before, is_outlet)
    return added


def briefed_aside(drafts: Sequence[Draft], text: str, within: Span, knows: Knows) -> list[Draft]:
    """Those who briefed a speaker by a sentence of its own: "Lee spoke after a briefing by the agency." """
    added: list[Draft] = []
    briefings = [Phrase(m.span("cue"), m.span("name")) for m in _HAD_BRIEFED.finditer(text, *within)]
    for phrase in (*phrases(BRIEFED, text, within, short=True), *briefings):
        start = sentence_at(text, phrase.cue[0])[0]
        spoke = _SPOKE.fullmatch(text, start, min(phrase.cue, phrase.name)[0])
        if not spoke or not speaks(text[slice(*phrase.name)], knows):
            continue
        before = [d for d in drafts if d.source and d.cue and d.content and not d.reported and d.cue[0][0] < start]
        near = [d for d in before if sentence_at(text, start - 1)[0] <= d.cue[0][0]]
        named = [d for d in before if re.search(rf"\b{re.escape(spoke['who'])}\b", words(text, d.source))]
        unnamed = re.match(r"(?:He|She|They|The)\b", spoke["who"])
        mine = near[: 1 if phrase in briefings else None] if unnamed else named
        added += [voice.rest_on_one([phrase.name], phrase.cue) for voice in mine]
    return added


def informed(drafts: Sequence[Draft], text: str, knows: Knows) -> list[Draft]:
    """Those by whom speakers say that they were informed: "X said Z. He said he was informed by Y."

    What X said right before rests on Y; where nobody said anything, the words themselves do.
    """
    added: list[Draft] = []
    for draft in [d for d in drafts if d.cue and d.content]:
        (start, end) = min(draft.content)
        phrase = next(phrases(INFORMED, text, (start, end)), None)
        if phrase is None or not _ITSELF.fullmatch(text, start, phrase.cue[0]):
            continue
        if not speaks(text[slice(*phrase.name)], knows):
            continue
        before = [d for d in drafts if d.source and d.content and d.cue and 0 < start - d.cue[0][0] < LEAD]
        last = max((d for d in before if d is not draft and not d.reported), key=lambda d: d.cue, default=draft)
        upstream = Draft([phrase.name], [phrase.cue], list(last.content), draft.score * INFERRED)
        last.rest_on(upstream, phrase.cue)
        added.append(upstream)
    return added


def _carrier(voice: Draft, phrase: Phrase) -> Draft:
    carrier = Draft([phrase.name], [phrase.cue], list(voice.content), voice.score * INFERRED)
    carrier.carry(voice, phrase.cue)
    return carrier


def _free(phrase: Phrase, voices: Sequence[Draft]) -> bool:
    """Whether a phrase is outside every content and is not itself one of the voices."""
    cues = [span for d in voices for span in d.cue if not phrase.cue[0] <= span[0] < span[1] <= phrase.cue[1]]
    taken = [*cues, *(span for d in voices for span in d.content)]
    return not touches(phrase.whole, taken) and not any(_is_source(phrase.name, d) for d in voices if d.reported)


def _is_source(name: Span, draft: Draft) -> bool:
    """Whether a name is a source, and not only in what describes it: "lawmakers briefed by the agency"."""
    return any(touches(name, [(start, end)]) and -1 <= name[0] - start < LONGEST_ARTICLE for start, end in draft.source)


def _nearest(phrase: Phrase, voices: Sequence[Draft]) -> Draft:
    return min(voices, key=lambda d: gap([phrase.cue], d.source or d.cue or d.content))


def _speaker(source: list[Span], phrase: Phrase, text: str, sentence: Span) -> list[Span]:
    """Who speaks, when a phrase that names another stands in or for the source: "X, briefed by Y" leaves "X"."""
    if not touches(phrase.whole, source):
        return source
    cut = [(s, min(e, phrase.whole[0])) for s, e in source if s < phrase.whole[0]]
    head = cut or [(sentence[0], phrase.whole[0])]
    trimmed = [(s, s + len(text[s:e].rstrip(" ,;–—-"))) for s, e in head]
    named = [span for span in trimmed if 0 < len(text[slice(*span)].split()) <= LONGEST_NAME]
    return named if named and text[slice(*named[0])] != "" else source
