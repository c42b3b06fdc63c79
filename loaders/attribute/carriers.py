"""Who carries what another says, and where documents come from.

"X told OUTLET", "e-mails seen by OUTLET": the outlet rests on the speaker or the document. "Messages intercepted by Y":
the messages rest on Y.
"""

import re
from collections.abc import Iterable, Sequence

from graph.model import Span
from loaders.attribute.drafts import INFERRED, Draft
from loaders.attribute.phrases import CARRIED, CAUGHT, CITED, GIVEN, SEEN, TALKED, Phrase, phrases
from loaders.attribute.sentences import sentence_at
from loaders.attribute.spans import gap, touches, up_to, words
from loaders.attribute.speaking import Knows, is_carrier, speaks
from loaders.words import GENDERED, PERSONS, word_set

_NO_OUTLET = re.compile(
    r"(?:Telegram|Facebook|Twitter|X|YouTube|Instagram|TikTok|WhatsApp|Truth\s+Social|VKontakte|\w+day|[A-Z][a-z]+\s\d+)\b"
)
"""Where and when somebody speaks: "in remarks on Telegram", "comments on Monday"."""
_TOLD_FRONTS = [
    re.compile(rf"(?P<name>(?:[Tt]he\s+)?[A-Z][\w.]*(?:\s[A-Z][\w.]*){{{more}}})\s+(?=[A-Z]|an?\s|the\s|one\s)")
    for more in (2, 1, 0)
]
"""An outlet's name, the longest first, before somebody's."""
_QUOTED_BY = re.compile(r"(?:quoted|cited)\s+(?:by|in)\b", re.IGNORECASE)
_WHO = re.compile(r"\bwho\s+(?:[^:;“”\"]+\s)?\Z")
_ABOUT = re.compile(r"\s+(?:of|about)\s+(?=[\w.’'-]+['’]s\b|an?\b|the\s+[a-z]|their|his|her|its|it\b|this\b)")
"""What somebody is told of: "told the AP of the president's approval"."""
_WHICH_SAW = re.compile(
    r",\s+which\s+(?:(?:has|had)\s+)?(?P<cue>reviewed|seen|saw|obtained|viewed|read|examined)\s+(?P<name>[^,;:“”\"]{3,80})"
)
_PUBLISHED = re.compile(r"published\b", re.IGNORECASE)
"""What only an outlet does with another's document: of its own, anybody does."""
_ANOTHERS = re.compile(
    r"(?:diar(?:y|ies)|notebooks?|letters?|notes?|calls?|intercepts?|recordings?|messages|chats|memoirs?|confessions?|testimon(?:y|ies))\b",
    re.IGNORECASE,
)
"""Papers and recordings that are never their publisher's own."""
_PEOPLE = frozenset(["soldier", "men", "women", "people", "prisoner", "troops", "fighter", "national"])
_COLLECTED = frozenset(["logbook", "ledger", "copy", "calculation", "archive", "registry", "imagery"])
_ASIDE = re.compile(r",\s+(?:(?:in|during)\s+(?:(?:an?|his|her|their|the)\s+)?(?:\w+\s+)?)?\Z")
"""Before what is said of a speaker in passing: ", in a comment to the Courier,"."""
_OF_THEM = word_set("he she they one two three four both all another others some many most several")
"""How those begin who have just been named."""
NEAR = 40
"""Code points in which that stands."""
LEAD = 400
"""Code points within which "He spoke to OUTLET." leads in the words that follow."""


def carriers(voices: Sequence[Draft], text: str, sentence: Span, is_outlet: Knows) -> list[Draft]:
    """The outlets that a sentence says were told; each rests on the speaker."""
    added = []
    for phrase in phrases(CARRIED, text, sentence, short=True):
        for voice in voices:
            voice.source = [_behind_outlet(span, phrase, text, is_outlet) for span in voice.source]
        for voice in [v for v in voices if not v.source and touches(phrase.cue, v.cue)]:
            speaker = _behind_outlet(phrase.name, phrase, text, is_outlet)
            voice.source = [speaker] if speaker != phrase.name else []
        named = _before_content(phrase, voices, text)
        name = text[slice(*named.name)]
        proper = (
            not _NO_OUTLET.match(name)
            and (TALKED.search(text, *phrase.cue) or _QUOTED_BY.match(text, phrase.cue[0]))
            and name.removeprefix("the ")[:1].isupper()
            and speaks(name, is_outlet)
        )
        if not (proper or is_carrier(name, is_outlet)):
            continue
        for voice in voices:
            voice.source = _without_aside(voice.source, phrase, text)
        told = next((voice for voice in voices if _who_told(voice, named, text)), None)
        if told:
            added.append(carrier(told, named))
        elif not any(touches(named.name, [*d.content, *d.source]) for d in voices):
            own = [voice for voice in voices if touches(named.cue, voice.cue)]
            added.append(carrier(nearest(named, own or voices), named))
    return added


def _without_aside(source: list[Span], phrase: Phrase, text: str) -> list[Span]:
    """A source less who quoted it or was told: "a scholar, quoted by the Courier," is the scholar."""
    aside = _ASIDE.search(text, max(0, phrase.cue[0] - NEAR), phrase.cue[0])
    quoted_by = _QUOTED_BY.match(text, phrase.cue[0])
    if not quoted_by and not aside:
        return source
    begin = phrase.cue[0] if quoted_by or not aside else aside.start()
    cut = [(s, min(e, begin)) if s < begin < e else (s, e) for s, e in source]
    return [up_to(text, *span) for span in cut]


def _who_told(voice: Draft, phrase: Phrase, text: str) -> bool:
    """Whether a source tells of itself that it spoke to the one named: "an official who spoke to the Courier"."""
    return any(s < phrase.cue[0] < phrase.name[1] <= e and _WHO.search(text, s, phrase.cue[0]) for s, e in voice.source)


def _behind_outlet(span: Span, phrase: Phrase, text: str, is_outlet: Knows) -> Span:
    """A speaker less the outlet that was told: "“Z,” told AFP Ann Lee, a clerk"."""
    fronts = [m for way in _TOLD_FRONTS if (m := way.match(text, *span))] if span[0] == phrase.name[0] else []
    return next(((front.end(), span[1]) for front in fronts if is_outlet(front["name"])), span)


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
            for pattern in (SEEN, GIVEN, CAUGHT, CITED):
                phrase = _of_document(pattern, voice, text, sentence_at(text, start))
                if phrase is None or (pattern is CAUGHT and _is_caught(text[start : phrase.cue[0]])):
                    continue
                name = text[slice(*phrase.name)]
                if any(touches(phrase.name, d.source) for d in voices if d is not voice):
                    continue
                own = _PUBLISHED.match(text, phrase.cue[0]) and not _ANOTHERS.search(text, start, phrase.cue[0])
                only_outlets = pattern is GIVEN or own
                if is_carrier(name, is_outlet) if only_outlets else speaks(name, knows):
                    added.append(
                        voice.rest_on_one([phrase.name], phrase.cue)
                        if pattern in (CAUGHT, CITED)
                        else carrier(voice, phrase)
                    )
    return added


def _is_caught(name: str) -> bool:
    """Whether it is somebody who was captured, and not what he said: "two Koreans captured by Norland"."""
    *before, last = name.split() or [""]
    keys = {last.lower(), last.lower().removesuffix("s")}
    person = keys & (PERSONS | GENDERED.keys() | _PEOPLE) and not keys & _COLLECTED
    return bool(person or (before and last[:1].isupper()))


def _of_document(pattern: re.Pattern[str], voice: Draft, text: str, sentence: Span) -> Phrase | None:
    (start, end) = voice.source[0]
    found = phrases(pattern, text, (start, sentence[1]), short=True)
    near = 2 if pattern is CITED else 1
    verbs = [start for start, _ in voice.cue]
    between = ((phrase.before(verbs, text), text[end : phrase.cue[0]]) for phrase in found)
    return next((phrase for phrase, gone in between if len(gone) <= near or gone.strip() == "and"), None)


def _before_content(phrase: Phrase, voices: Sequence[Draft], text: str) -> Phrase:
    """A phrase with its name cut where what is said begins: "told the BBC the bus had …"."""
    begins = [start for d in voices for start, _ in (*d.content, *d.source)]
    return phrase.before([*begins, *(found.start() for found in _ABOUT.finditer(text, *phrase.name))], text)


def led_in(drafts: Sequence[Draft], text: str, is_outlet: Knows, taken: Iterable[Span]) -> list[Draft]:
    """Carriers named in a sentence of their own before the words: "He shared his views with OUTLET. …"."""
    added = []
    spoken = set(taken)
    for draft in drafts:
        if not draft.content:
            continue
        start = min(draft.content + draft.source + draft.cue if _is_of_them(draft, text) else draft.content)[0]
        before = sentence_at(text, max(0, len(text[:start].rstrip()) - 1))
        if before in spoken or start - before[1] > LEAD:
            continue
        spoken.add(before)
        added += carriers([draft], text, before, is_outlet)
    return added


def _is_of_them(draft: Draft, text: str) -> bool:
    """Whether a speaker may be of those that the sentence before named: "Two said", "She recalled"."""
    return words(text, draft.source).lower().split(" ", 1)[0] in _OF_THEM


def carrier(voice: Draft, phrase: Phrase) -> Draft:
    """The one that a phrase names, who carries the words of a speaker."""
    draft = Draft([phrase.name], [phrase.cue], list(voice.content), voice.score * INFERRED)
    draft.carry(voice, phrase.cue)
    return draft


def nearest(phrase: Phrase, voices: Sequence[Draft]) -> Draft:
    """The speaker that a phrase stands nearest to."""
    return min(voices, key=lambda d: gap([phrase.cue], d.source or d.cue or d.content))
