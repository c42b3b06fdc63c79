"""Words that say who told the sentence before them, or whose the rest of their own is.

"This was reported by the mayor." makes the sentence before it the mayor's, and so does "The mayor announced this";
"In his words, it was a mistake" makes the rest of the sentence that man's, whom the pronoun stands for.
"""

import re
from collections.abc import Sequence

from graph.model import Span
from loaders.attribute.drafts import Draft
from loaders.attribute.idioms import DENIES
from loaders.attribute.paragraphs import paragraph
from loaders.attribute.phrases import Phrase, phrases
from loaders.attribute.sentences import sentence_at, sentence_before, words_end
from loaders.attribute.spans import touches, trimmed, without, words
from loaders.attribute.speaking import Knows, speaks
from loaders.words import NOT_NAMES

SCORE = 0.6
LEAD = 3
"""Sentences of a paragraph that "this was stated by X" may look back to."""
_TOLD = r"reported|stated|announced|said|confirmed|claimed|published|noted|disclosed|revealed"
_BY = re.compile(
    r"\b(?:[Tt]his|[Tt]hat|[Ii]t|[Tt]he\s+(?:information|news)|[Tt]his\s+announcement)\s+"
    rf"(?P<cue>(?:was|is|has\s+been|had\s+been)\s+(?:also\s+)?(?:{_TOLD}|made\s+(?:through|via))"
    r"(?:\s+(?:on\s+\w+day|earlier|today|yesterday))?(?:(?<=through)|(?<=via)"
    r"|(?:\s+(?:at|during|in|on|to)\s+[^,.;:“”\"\n]{2,60}?)?\s+by))\s+"
)
_ACCORDS = re.compile(r"\b(?:[Tt]his|[Tt]hat)(?:['’]s|\s+is|\s+was)\s+(?P<cue>according\s+to)\s+")
_AND_A = re.compile(r"\s+and\s+(?=an?\s)")
_REFERENCE = re.compile(r",?\s+(?P<cue>with\s+reference\s+to|referring\s+to|citing|quoting)\s+(?P<name>.{3,120})")
_REPORTS = "reports|reported|writes|informs|notes|reminds"
_CITING = r"(?:,?\s+(?P<citing>with\s+reference\s+to|citing|referring\s+to)\s+(?P<cited>[^,;.\n]{2,60}))?"
_SAID_THIS = re.compile(
    r"\b(?:(?:said|stated|announced|told|wrote)\s+(?:about\s+)?this|made\s+th(?:is|e)\s+(?:statement|announcement))\b"
    r"[^.;\n]*,\s+"
    rf"(?:(?P<name>[A-Z][\w.’']+(?:\s[A-Z][\w.’']+){{0,3}})\s+(?P<cue>{_REPORTS})"
    rf"|(?P<cue2>{_REPORTS})\s+(?P<name2>[A-Z][\w’']+(?:\s[A-Z][\w’']+){{0,3}}))"
    rf"{_CITING}"
)
_SAYS_THIS = re.compile(
    r"(?P<name>[^;:“”\"]{2,160}?)\s+(?P<cue>said|stated|announced|reported|wrote|told|posted|published)\s+(?:about\s+)?this(?:\s[^;“”\"\n]*)?"
)
_THIS = re.compile(r"this(?:\s+(?:in|on|at|during|to|via|after)\s.*)?", re.IGNORECASE)
_NOTHING = re.compile(
    r"\b(?:gave|provided|offered|presented)\s+no\b|\b(?:did|has|have)\s+not\s+(?:comment|elaborat|respond|provid)"
)
"""What makes "this" mean something said earlier."""
_WHO = re.compile(r"who|which", re.IGNORECASE)
_THAT = re.compile(r"\s+that\b")
_FRONT = re.compile(
    r"(?P<cue>As\s+(?:reported|stated|noted|written)\s+by)\s+(?P<name>[^,;:.\n]{2,80}),\s+\Z", re.IGNORECASE
)
_BACK = re.compile(
    r"(?:\s*\([^()\n]{2,12}\))?"
    r"(?:\s+(?:at|during|in|on|to|via|after)\s[^,.;:“”\"\n]{2,80}?(?:,\s\d{4})?)?(?:"
    r",\s+(?P<name>(?:the\s+)?[A-Z][\w.’' ]{1,60}?)\s+"
    r"(?P<cue>saw|reports?|reported|writes|wrote|says|informs|notes|learned)(?=[.,\s])"
    r"|,\s+(?P<cue3>according\s+to)\s+(?P<name3>[^,;.\n]{2,60}?)(?=[.,;]|\s*$)"
    r"|,\s+(?P<cue2>reports?|reported|writes|says|informs|notes)\s+(?P<name2>[A-Z][\w.’' ]{1,60}?)(?=[.,]|\s*$)"
    rf"){_CITING}"
)
_WORDS = re.compile(
    r"\b(?P<before>in|by)\s+(?P<whose>his|her|their|its|(?-i:[A-Z])[\w.-]*(?:\s(?-i:[A-Z])[\w.-]*){0,2}(?=['’]s\s))(?:['’]s)?\s+"
    r"(?P<after>(?:own\s+)?(?:words|opinion|view|assessment|account|count|reckoning|estimate|tally|telling))\b"
    r"(?=\s*[,:])",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"\s*[,:]\s*[“\"‘']")


def backward(drafts: Sequence[Draft], text: str, within: Span, knows: Knows) -> list[Draft]:
    """The drafts of a range with those that such words show. Drafts are changed in place."""
    return _in_words(_told_by(list(drafts), text, within, knows), text, within)


def _told_by(drafts: list[Draft], text: str, within: Span, knows: Knows) -> list[Draft]:
    for draft in drafts:
        if draft.source and _THIS.fullmatch(words(text, draft.content)) and not DENIES.search(words(text, draft.cue)):
            before = _before(text, sentence_at(text, min(draft.content)[0])[0])
            before = _before(text, before[0]) if before and _NOTHING.search(text, *before) else before
            told = [d for d in drafts if before and d is not draft and not d.reported and d.overlap([before])]
            draft.content = list(told[0].content) if told else [before] if before else draft.content
    drafts += _says_this(drafts, text, knows)
    drafts += _said_this(drafts, text, within, knows)
    for phrase in (*phrases(_BY, text, within, short=True), *phrases(_ACCORDS, text, within)):
        sentence = sentence_at(text, phrase.cue[0])
        before = _before(text, sentence[0])
        named = speaks(text[slice(*phrase.name)], knows) and not _THAT.match(text, phrase.name[1])
        if before is None or not named:
            continue
        drafts = [d for d in drafts if not touches(sentence, d.cue) or _WHO.fullmatch(words(text, d.source))]
        told = [d for d in drafts if not d.reported and d.overlap([before])]
        carrier = [d for d in told if not d.source]
        before = before if carrier else _lead(before, drafts, text)
        for draft in carrier:
            draft.source, draft.cue = [phrase.name], [phrase.cue]
        if not carrier:
            carrier = _teller(phrase, told, before) or _carriers([phrase.name], phrase.cue, told, before)
            drafts += carrier
        carrier = _with_reference(phrase, carrier, text, drafts)
        for name, cue in _passing_on(phrase, text, sentence, knows):
            carrier = _carriers([name], cue, carrier, before)
            drafts += carrier
    return drafts


def _with_reference(phrase: Phrase, carriers: list[Draft], text: str, drafts: list[Draft]) -> list[Draft]:
    """ "Reported by X with reference to Y": X has it from Y, who is added to the drafts. Changes the carriers."""
    cited = _REFERENCE.search(text, *phrase.name)
    if cited is None:
        return carriers
    name = (phrase.name[0], cited.start())
    for draft in carriers:
        draft.source = [name if touches(name, [span]) else span for span in draft.source]
        for one in _each(text, cited.span("name")):
            upstream = Draft([one], [cited.span("cue")], list(draft.content), draft.score)
            draft.rest_on(upstream, cited.span("cue"))
            drafts.append(upstream)
    return carriers


def _each(text: str, names: Span) -> list[Span]:
    """Two who are named one behind the other: "a Marrish official and an islander"."""
    both = _AND_A.search(text, *names)
    return [(names[0], both.start()), (both.end(), names[1])] if both else [names]


def _says_this(drafts: Sequence[Draft], text: str, knows: Knows) -> list[Draft]:
    """Who "said this" in what another reports, "X said this on Monday, Y reports": both tell the sentence before."""
    found: list[Draft] = []
    for carrier in drafts:
        says = _SAYS_THIS.fullmatch(text, *carrier.content[0]) if len(carrier.content) == 1 and carrier.source else None
        before = _before(text, sentence_at(text, says.start())[0]) if says and speaks(says["name"], knows) else None
        if says is None or before is None:
            continue
        teller = Draft([says.span("name")], [says.span("cue")], [_lead(before, drafts, text)], carrier.score)
        carrier.content = list(teller.content)
        carrier.rest_on(teller, carrier.cue[0] if carrier.cue else says.span("cue"))
        found.append(teller)
    return found


def _said_this(drafts: Sequence[Draft], text: str, within: Span, knows: Knows) -> list[Draft]:
    """Who reports what "he said this", or "made this statement", points back to, and whom that one cites."""
    found: list[Draft] = []
    for said in _SAID_THIS.finditer(text, *within):
        sentence = sentence_at(text, said.start())
        before = _before(text, sentence[0])
        told = [d for d in drafts if before and d.cue and not d.reported and touches(before, d.cue)]
        at = "" if said["name"] else "2"
        name, cue = said.span("name" + at), said.span("cue" + at)
        if not told or not speaks(text[slice(*name)], knows) or any(touches(name, d.source) for d in drafts):
            continue
        if said["cited"] and speaks(said["cited"], knows):
            told = _carriers([said.span("cited")], said.span("citing"), told, sentence)
            found += told
        found += _carriers([name], cue, told, sentence)
    return found


def _carriers(name: list[Span], cue: Span, told: Sequence[Draft], before: Span) -> list[Draft]:
    """Who passes on what was told, each piece of it; the sentence before if nothing in it is anybody's."""
    if not told:
        return [Draft(name, [cue], [before], SCORE)]
    found = [Draft(list(name), [cue], list(draft.content), SCORE) for draft in told]
    for one, draft in zip(found, told, strict=True):
        one.rest_on(draft, cue)
    return found


def _teller(phrase: Phrase, told: Sequence[Draft], before: Span) -> list[Draft]:
    """Who told what stands before, where that is others' words in a sentence of its own: they stand inside."""
    if not told or not all(d.source and all(before[0] <= s and e <= before[1] for s, e in d.source) for d in told):
        return []
    teller = Draft([phrase.name], [phrase.cue], [before], SCORE)
    for draft in told:
        teller.rest_on(draft, phrase.cue)
        draft.inside = draft.inside or teller
    return [teller]


def _lead(before: Span, drafts: Sequence[Draft], text: str) -> Span:
    """A sentence with those before it in its paragraph that nobody is named for."""
    start, first = before[0], paragraph(text, before[0])[0]
    for _ in range(LEAD - 1):
        above = sentence_at(text, start - 1) if start > first else None
        if above is None or any(touches(above, d.cue) for d in drafts):
            break
        start = above[0]
    return start, before[1]


def _passing_on(phrase: Phrase, text: str, sentence: Span, knows: Knows) -> list[tuple[Span, Span]]:
    """Who else passes it on there, the nearest to the teller first.

    "As reported by Y, this was …", "this was reported by X, Y writes, citing Z".
    """
    this = text.rfind(" ", 0, phrase.cue[0] - 1) + 1
    front, back = (
        _FRONT.search(text, sentence[0], max(sentence[0], this)),
        _BACK.match(text, phrase.name[1], sentence[1]),
    )
    found = [(front.span("name"), front.span("cue"))] if front else []
    if back:
        at = next(at for at in ("", "2", "3") if back["name" + at])
        found += [(back.span("cited"), back.span("citing"))] if back["cited"] else []
        found.append((back.span("name" + at), back.span("cue" + at)))
    return [(name, cue) for name, cue in found if speaks(text[slice(*name)], knows)]


def _before(text: str, start: int) -> Span | None:
    """The sentence that ends before a code point; where a paragraph begins there, that of the paragraph before."""
    sentence = sentence_before(text, start)
    return trimmed(text, (sentence[0], words_end(text, sentence))) if sentence else None


def _in_words(drafts: list[Draft], text: str, within: Span) -> list[Draft]:
    for found in _WORDS.finditer(text, *within):
        cue = [found.span("before"), found.span("after")]
        inside = [d for d in drafts if any(start < found.start() and found.end() < end for start, end in d.content)]
        when = found["whose"].split()[-1].lower() in NOT_NAMES
        if inside or when or any(touches(found.span(), d.cue) for d in drafts):
            continue
        start, end = sentence_at(text, found.start())
        if found.start() > start and not _QUOTE.match(text, found.end()):
            continue
        content = trimmed(text, (found.end(), words_end(text, (start, end))))
        if content is None or any(touches(content, d.cue) for d in drafts):
            continue
        for draft in drafts:
            draft.content = without(draft.content, content, text)
        drafts.append(Draft([found.span("whose")], cue, [content], SCORE))
    return drafts
