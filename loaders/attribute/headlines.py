"""Who speaks in a headline: "Troops cross border – Minister", "Mine collapse kills 17: state media"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from graph.model import Span
from loaders.attribute.drafts import INFERRED, Draft
from loaders.attribute.paragraphs import paragraph
from loaders.attribute.spans import common, touches
from loaders.attribute.speaking import Knows, speaks
from loaders.records import Document
from loaders.words import PERSONS, PLACES, SPEAKERS

LONGEST = 200
"""Code points beyond which a first line is no headline."""
LONGEST_NAME = 8
"""Words of a name in a headline."""
LONGEST_FIRST = 5
"""Words of one before a colon: more are a clause, "Missile hits the children's hospital: …"."""
SCORE = 0.8
_CITING = r"(?:,\s+(?P<citing>citing)\s+(?P<cited>[^,:–—]+))?"
_LAST = re.compile(
    rf"^(?P<content>.+?\w.*?)(?P<cue>\s[-–—](?=\s|[A-Za-z]+$)|:[’”'\"]?(?=\s))\s*(?P<name>[^:–—,]+?){_CITING}\s*$"
)
_SAYS = re.compile(
    rf"^(?P<content>.+?),?\s+(?P<cue>says?|said|claims?|warns?|reports?|admits?|confirms?)\s+"
    rf"(?P<name>(?:(?!\s(?:on|over|against|about|that|amid)\s)[^:–—,])+?){_CITING}\s*$"
)
_THEN = r"says|warns|accuses|denies|urges|vows|calls|blames|threatens|insists|promises|rejects"
_SAYS_AS = re.compile(
    r"^(?P<content>.+?),\s+(?P<cue>says?|said|warns?|claims?)\s+(?P<name>[^:–—,]+?)"
    r"\s+(?:as|after|amid|while|ahead of)\s.+$"
)
_SAID = re.compile(
    r"^(?P<name>[^:–—,“”\"]+?)\s+(?P<cue>says?|said|claims?|warns?|admits?|confirms?|denies|announces|believes?|insists?)"
    rf"\s+(?P<content>(?:[^,“”\"]|(?<=\d),(?=\d))+?){_CITING}(?:,\s+(?:and\s+)?(?P<then>{_THEN})\s+(?P<rest>[^,“”\"]+?))?\s*$"
)
_FINDS = re.compile(
    r"^(?P<name>[^:–—,“”\"]*?\b(?:intelligence|reports?|data|documents?|assessments?|analysis|study|poll|survey|images|footage|videos?"
    r"|recordings?|calls?|files|leaks?))\s+(?P<cue>suggests?|indicates?|shows?|finds?|reveals?|assess(?:es)?)\s+"
    r"(?P<content>[^,“”\"]+?)\s*$",
    re.IGNORECASE,
)
"""What shows something within another's headline: "US intelligence suggests Moscow pays in missiles, sources say"."""
_LAST_SAYS = re.compile(
    r"^(?:[A-Z][\w’'-]*(?:\s[\w’'-]+){0,2}:\s+)?(?P<content>.+?),\s+(?P<name>[^:–—,“”\"]+?)\s+(?P<cue>says?|said|claims?|warns?)\s*$"
)
"""Whose a headline is with its rubric: "Selonia: harbour freezes over, pilots say"."""
_RUBRIC = re.compile(
    r"(?P<place>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?):\s+(?=(?P<who>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?)\s"
    rf"(?:{_THEN}|claims|admits|confirms|announces|demands|pledges|hints|rules\s(?:out|on))\s)"
)
"""The country that a headline is about, before somebody who does or says something: "Germany: Merz rules out"."""
_OUTLET = re.compile(r"^(?P<content>.+?\w.*?)(?P<cue>,)\s+(?P<name>[A-Z][\w.&’' ]*?)\s*$")
_SERIES = re.compile(
    r"[^:|“”\"]{0,40}\b(?:briefing|live|explainer|explained|opinion|analysis|exclusive|breaking|updates?|factbox"
    r"|fact check|interview|video|watch|podcast|newsletter)\b[^:|]{0,20}[:|]\s+",
    re.IGNORECASE,
)
_ON = re.compile(r"^(?P<content>[“\"‘].+?[”\"’])\s*(?P<cue>[-–—])\s+(?P<name>[^:–—,“”\"]{2,60}?)\s+(?:on|about)\s.+$")
_ASKS = re.compile(r"(?:What|How|Why|Who|Where)\s[^,:–—“”\"‘]+\Z")
"""A heading that tells what the article is about: "What the captured pilot revealed"."""
_ON_TOPIC = re.compile(
    r"(?P<name>[A-Z][^:–—,“”\"‘]{1,60}?)\s+(?:on|about)\s[^:–—“”\"]{2,60}?(?P<cue>:)\s+"
    r"(?P<content>(?=[“\"‘']|(?:I|We|Our|My)\b|.*[“\"‘'][^“”\"‘’']+[”\"’'.]+\s*$).{12,}?)\s*$"
)
"""Who speaks on what, in words of his own: "Orlov on the harvest: ‘It is not enough’"."""
_FIRST = re.compile(r"^(?P<name>[A-Z][^:–—,]*?)(?P<cue>:|\s[-–—](?=\s))\s+(?P<content>.+?)\s*$")
_QUOTED = re.compile(r"[“\"‘']|.*(?<!\S)[“\"‘'][^“”\"‘’']+[”\"’'.]+$")
"""What begins or ends in a quotation, and so is what is said and not who says it."""
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|may|might|can|tells|told|warns|urges|asks|assures)\b"
)
_TORN = re.compile(r"(?:of|that|in|on|to|from|about|for|with|at|by|after|over)\b")
_BARE = re.compile(r"[^\s:“”\"‘’–—-]+(?:\s+[^\s:“”\"‘’–—-]+){0,3}")
"""A heading of up to four words, which names what follows and says nothing: "Kyiv expects more"."""
_GUIDE = re.compile(
    r"(?:how|why|what|who|when|where|live|watch|in pictures|explained|a guide|timeline|analysis)\b"
    r"|.*\b(?:digest|bulletin|newsletter|round-?up|daily update|highlights)\b",
    re.IGNORECASE,
)


_KICKER = re.compile(
    r"(?:(?:[01]?\d|2[0-3]):[0-5]\d(?:\s?(?:[ap]\.?m\.?|GMT|UTC|BST|CES?T|EES?T|MSK|E[SD]T))?:?(?=\s)|\((?:\w+\s)?(?:LEAD|LD|URGENT)\)|(?:EXCLUSIVE|Exclusive|BREAKING|Breaking|UPDATE|Update|WATCH|Watch|Analysis|ANALYSIS)(?:\s\d)?:)\s*"
)
_BESIDE = re.compile(r";\s+|\s+(?:as|while)\s+(?=(?:[A-Z][\w'’.-]*\s+){1,3}[a-z]+\b)")


def read_headlines(drafts: list[Draft], document: Document, knows: Knows, is_outlet: Knows) -> list[Draft]:
    """The drafts with the headlines' own attributions in place of what the tagger made of them."""
    first = headline(document)
    series = _SERIES.match(document.text, *first) if first else None
    if first and _ASKS.match(document.text, *first):
        drafts = [d for d in drafts if not touches(first, d.cue)]
    if series:
        drafts = [d for d in drafts if not touches(series.span(), d.source)]
    read = [(first, _read(document.text, _behind_kicker(first, document.text), knows, is_outlet))] if first else []
    crossheads = list(_crossheads(document, first))
    read += [(line, _signed(document.text, _behind_kicker(line, document.text), knows)) for line in crossheads]
    bare: list[tuple[Span, list[Draft]]] = [(line, []) for line in crossheads if _BARE.fullmatch(document.text, *line)]
    drafts = [d for d in drafts if not any(_over(span, bare) for span in d.cue)]
    told = sorted(((line, found) for line, found in read if found), key=lambda one: one[0])
    kept = [d for d in drafts if _follows(d, told)] if told else drafts
    return [*(draft for _, found in told for draft in found), *kept]


def _follows(draft: Draft, told: Sequence[tuple[Span, list[Draft]]]) -> bool:
    """Whether a draft may stay: it has nothing of a heading that tells who speaks, or says all of it by its own cue.

    "X announced this" does, and then says the heading's words.
    """
    over = [heading for span in draft.content if (heading := _over(span, told))]
    own = any(_over(span, told) for span in draft.cue)
    if own or not over:
        return not own
    (start, end), found = over[0]
    whole = bool(draft.cue) and all(start <= s and e <= end for s, e in draft.content)
    rest = [span for span in draft.content if not _over(span, told)]
    draft.content = list(found[0].content) if whole else rest
    return whole or bool(draft.cue and rest)


def _over(span: Span, told: Sequence[tuple[Span, list[Draft]]]) -> tuple[Span, list[Draft]] | None:
    """The heading that a range shares a code point with."""
    at = bisect_right(told, span[1] - 1, key=lambda one: one[0][0]) - 1
    return told[at] if at >= 0 and touches(told[at][0], [span]) else None


def cut_headline(draft: Draft, line: Span, text: str) -> None:
    """Leave to a speaker of a headline his own part of it: "X confirms Z as Y warns of W". Changes the draft."""
    beside = list(_BESIDE.finditer(text, *line))
    start = max((m.end() for m in beside if m.end() <= draft.cue[0][0]), default=line[0])
    end = min((m.start() for m in beside if m.start() >= draft.cue[-1][1]), default=line[1])
    start = max(start, _behind_kicker(line, text)[0])
    draft.content = common(draft.content, [(start, end)]) or draft.content


def _behind_kicker(line: Span, text: str) -> Span:
    """A headline less what is set before it: "(LEAD)", "EXCLUSIVE:", "14:32"."""
    kicker = _KICKER.match(text, *line)
    return (kicker.end() if kicker else line[0], line[1])


def headline(document: Document) -> Span | None:
    """The headline's range, else the first line of the body if it looks like one: short, and no sentence."""
    if document.headline or not document.body:
        return document.headline
    start = document.body[0][0]
    start += len(document.text[start:]) - len(document.text[start:].lstrip())
    end = min(paragraph(document.text, start)[1], document.body[0][1])
    line = document.text[start:end].rstrip()
    return (start, start + len(line)) if 0 < len(line) <= LONGEST and line[-1] not in ".!?" else None


def _crossheads(document: Document, first: Span | None) -> Iterator[Span]:
    """The headings among the paragraphs: lines as short as a headline, with no mark at their end."""
    for start, end in document.body:
        line = document.text[start:end].rstrip()
        if (start, start + len(line)) != first and 0 < len(line) <= LONGEST and line[-1].isalpha():
            yield start, start + len(line)


def _signed(text: str, line: Span, knows: Knows) -> list[Draft]:
    """What a heading tells that ends in a known name behind a dash: "Troops cross border — Zelensky"."""
    found = _LAST.match(text[slice(*line)])
    signed = found and found["cue"] != ":" and knows(found["name"]) and _names(found, knows, first=False)
    return _drafts(found, line[0], text, knows) if found and signed else []


def _read(text: str, line: Span, knows: Knows, is_outlet: Knows) -> list[Draft]:
    series = _SERIES.match(text, *line)
    line = (series.end(), line[1]) if series else line
    rubric = _RUBRIC.match(text, *line)
    about = rubric and rubric["place"].lower() in PLACES and rubric["who"].lower() not in PLACES
    line = (rubric.end(), line[1]) if rubric and about else line
    topic = _FIRST.match(text[slice(*line)])
    topical = topic and not knows(topic["name"]) and _head(topic["name"]) not in PERSONS
    said = _SAID.match(topic["content"]) if topic and topical else None
    line = (line[0] + topic.start("content"), line[1]) if topic and said and knows(said["name"]) else line
    words = text[slice(*line)]
    outlet = _OUTLET.match(words)
    if outlet and is_outlet(outlet["name"]) and len(outlet["content"].split()) > LONGEST_NAME // 2:
        return _drafts(outlet, line[0], text, knows)
    topic = _ON_TOPIC.match(words)
    if topic and knows(topic["name"]) and not _GUIDE.match(topic["content"]):
        return _drafts(topic, line[0], text, knows)
    for pattern in (_ON, _SAYS_AS, _SAYS, _LAST, _LAST_SAYS, _FIRST, _SAID):
        found = pattern.match(words)
        if found and _names(found, knows, first=pattern is _FIRST):
            return _drafts(found, line[0], text, knows)
    return []


def _names(found: re.Match[str], knows: Knows, *, first: bool) -> bool:
    """Whether the short side of a headline is somebody who speaks, and the other side something said."""
    name, content = found["name"], found["content"]
    named = speaks(name, knows) if not first else _head(name) in SPEAKERS
    if _TORN.match(name) or _VERB.search(name) or (_QUOTED.match(name) and not knows(name)):
        return False
    if first and len(name.split()) > LONGEST_FIRST and not knows(name):
        return False
    known = knows(name) or (named and not any(map(str.isdigit, name)))
    return known and len(name.split()) <= LONGEST_NAME and len(content.split()) > 2 and not _GUIDE.match(content)


def _head(name: str) -> str:
    head = re.split(r"\s+(?:of|at|in|for|from)\s+", name, maxsplit=1)[0].split()
    return head[-1].lower() if head else ""


def _drafts(found: re.Match[str], at: int, text: str, knows: Knows) -> list[Draft]:
    start, end = found.span("cue")
    start += len(found["cue"]) - len(found["cue"].lstrip())
    draft = Draft([_at(found, "name", at)], [(start + at, end + at)], [_at(found, "content", at)], SCORE)
    read = (way.match(text, *draft.content[0]) for way in (_SAID, _SAYS, _FINDS))
    inner = next((found for found in read if found), None)
    if inner and not inner.groupdict().get("cited") and _names(inner, knows, first=False):
        told = Draft([inner.span("name")], [inner.span("cue")], [inner.span("content")], SCORE * INFERRED, inside=draft)
        draft.rest_on(told, inner.span("cue"))
        return [draft, told]
    if found.groupdict().get("then"):
        return [draft, Draft(list(draft.source), [_at(found, "then", at)], [_at(found, "rest", at)], SCORE)]
    if not found.groupdict().get("cited") or not speaks(found["cited"], knows):
        return [draft]
    upstream = Draft([_at(found, "cited", at)], [_at(found, "citing", at)], list(draft.content), SCORE * INFERRED)
    draft.rest_on(upstream, upstream.cue[0])
    return [draft, upstream]


def _at(found: re.Match[str], group: str, at: int) -> Span:
    start, end = found.span(group)
    return start + at, end + at
