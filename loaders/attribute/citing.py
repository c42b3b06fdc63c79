"""Who is cited in a sentence: "X, citing Y, said Z", "X quoted Y as saying Z", "according to Y".

The tagger takes the name behind "citing" for what is said, as the corpus does. Here it is read as the source of the
words that the sentence gives, if it is somebody's or a document's; "citing Article 5" cites nobody.
"""

import re
from collections.abc import Sequence

from graph.model import Span
from loaders.attribute.drafts import INFERRED, Draft
from loaders.attribute.idioms import has_clause
from loaders.attribute.phrases import CITING, Phrase, phrases
from loaders.attribute.quotes import quoted
from loaders.attribute.sentences import sentence_at, subject_before, words_end
from loaders.attribute.spans import gap, touches, trimmed, up_to, without, words
from loaders.attribute.speaking import Knows, follows, is_carrier, speaks
from loaders.words import PRONOUNS

ACCORDING = re.compile(
    r"according\s+to|as\s+per|in\s+the\s+(?:judge?ment|view|opinion|assessment|words)\s+of"
    r"|as\s+(?:reported|confirmed|announced|stated|claimed|revealed|disclosed)\s+by",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+and\s+(?=\w+ed\b)")
_SINCE = re.compile(r"(?<!that)\s(?:since|when|who|which|where|after|before|while)\s")
_EXPECTS = re.compile(r"(?:is|are|was|were|be|been) (?:\w+ )?(?:expected|believed|thought|said|known)\b", re.IGNORECASE)
_QUOTING = re.compile(r",?\s+(?:quoting|citing)\s")
_REFERS = re.compile(r"(?:referring|in\s+reference)\s+to", re.IGNORECASE)
_WAS = re.compile(r"\b(?:was|were)\s+\Z")
"""What makes a verb of it, and none beside one of saying: "he was referring to the injured"."""
_AS = re.compile(r"as\s", re.IGNORECASE)
_TO = re.compile(r"\s+to\s+(?P<name>(?:the\s+)?[A-Z][^,.;]*)\Z")
_AS_SAYING = re.compile(
    r",?\s+(?P<cue>as\s+(?:saying|telling|reporting|writing|having\s+said)|saying|confirming)(?=[\s.,;]|$)",
    re.IGNORECASE,
)
_ATTRIBUTED = re.compile(
    r"\b(?P<cue>attribut(?:ed|es|ing))\s+(?P<content>[^,;:“”\"\n]{3,80}?)\s+(?P<to>to)\s+(?P<name>[^,;:.“”\"\n]{3,80})"
)
_SAID = re.compile(r"that\s|[“\"‘]")
_WHOM = re.compile(r"(?:whom|which|whose|by)\b", re.IGNORECASE)
_TORN = re.compile(r"\b(?:would|will|could|may|might|can|should|had|has|have|is|are|was|were|to|that|which)\Z")
_TURNS = re.compile(r";|\b(?:and|but|while|whereas|though)\b")
_APPOSED = re.compile(
    r",\s+(?:dated|seen|obtained|reviewed|published|issued|released|posted|signed|which|who)\b[^,;“”\"]{2,90},\s"
)
"""What is said of a source between commas: ", dated May 27 and seen by the Gazette,"."""
GUESSED = 0.6
"""The score of an attribution that only its words show."""
_LEADS = re.compile(
    r"(?:By|In|On|At|Since|After|Before|During|For|From|Until|Over|Under|With|Within|Among|Between|Despite|Last|Next|Earlier|Later)\b"
)
_THAT_SOMEBODY = re.compile(
    r"\sthat\s(?:[A-Z]|\d|(?:the|an?|its|his|her|their|our|some|many|most|more|no|he|she|it|they|we|there|this|these|those)\s)"
)
"""How what somebody says begins, and not what is told of him: "a source that asked not to be named"."""
_SENT = re.compile(
    r"that\s+(?:[\w.’'-]+\s+){1,5}?(?:(?:had|has|have)\s+)?"
    r"(?:sent|wrote|written|issued|published|obtained|received|saw|seen|reviewed|signed|submitted|made|gave|shared|posted"
    r"|called|denied|dismissed|rejected|ordered|commissioned)\b"
)
"""How is said whose a paper is: "a notice that the grid sent to its neighbour"."""
_MEANWHILE = re.compile(r"(?:even\s+)?(?:as|while|when|after|before|amid|with|since|though|although)\s")
"""How the article goes on behind whom something accords with."""
_ABOUT_WHOM = re.compile(r"(?:an?|the|its|one\s+of|which|who|whose)\s")
"""How more is told of whom it accords with: ", the country's largest supplier"."""
_IRREGULAR = re.compile(
    r"\b(?:fell|rose|grew|came|went|took|lost|hit|left|made|saw|got|sent|gave|began|struck|shot|flew|kept|held|ran|led|became"
    r"|brought|drove|broke|met|set|spent|built|bought|sold|cut|won|caught|died|fled|sank|fought|dealt|paid|rode|wore)\b"
)


def attributed(group: Sequence[Draft], text: str, sentence: Span, knows: Knows) -> list[Draft]:
    """Those to whom a sentence says that somebody attributed his words: "It attributed the toll to a source"."""
    added = []
    for found in _ATTRIBUTED.finditer(text, *sentence):
        mine = [d for d in group if d.source and touches(found.span("cue"), d.cue)]
        if mine and speaks(found["name"], knows) and not any(touches(found.span("name"), d.source) for d in group):
            mine[0].content = [found.span("content")]
            upstream = Draft(
                [found.span("name")], [found.span("to")], [found.span("content")], mine[0].score * INFERRED
            )
            mine[0].rest_on(upstream, found.span("to"))
            added.append(upstream)
    return added


def accords(cue: str) -> bool:
    """Whether a cue is "according to" or another of its kind."""
    return bool(ACCORDING.match(cue)) or cue.lower() == "per"


def read_citing(group: list[Draft], text: str, sentence: Span, knows: Knows, is_outlet: Knows) -> list[Draft]:
    """The drafts of a sentence with those that cite put right, and those cited added. Drafts are changed in place."""
    for phrase in phrases(CITING, text, sentence):
        verb = _WHOM.match(text, phrase.name[0]) or _WAS.search(text, max(0, phrase.cue[0] - 12), phrase.cue[0])
        if verb or any(touches(phrase.cue, d.cue) and d.rests_on for d in group):
            continue
        if accords(text[slice(*phrase.cue)]):
            group = _according(group, phrase, text, knows, is_outlet)
            for draft in [d for d in group if touches(phrase.cue, d.cue)]:
                _on_both_sides(draft, phrase, text, sentence, [d for d in group if d is not draft])
        elif not _is_inside(phrase, group):
            group = _cited(group, phrase, text, knows)
    return group


def _according(group: list[Draft], phrase: Phrase, text: str, knows: Knows, is_outlet: Knows) -> list[Draft]:
    sentence = sentence_at(text, phrase.cue[0])
    mine = [d for d in group if touches(phrase.cue, d.cue)]
    quoting = _QUOTING.search(text, *phrase.name)
    phrase = Phrase(phrase.cue, (phrase.name[0], quoting.start())) if quoting else phrase
    told = _TO.search(text, *phrase.name)
    phrase = Phrase(phrase.cue, (phrase.name[0], told.start())) if told else phrase
    _leave_name([d for d in group if d not in mine], phrase)
    name = text[slice(*phrase.name)]
    if follows(name if speaks(name, knows) else _AND.split(name, maxsplit=1)[0]) and not knows(name):
        return [d for d in group if d not in mine]
    for draft in mine:
        near = [span for span in draft.source if touches(phrase.name, [span])]
        near = near or ([phrase.name] if speaks(name, knows) else draft.source)
        draft.source = [phrase.name] if quoting else near
        _take_name(draft, phrase, text, sentence)
    if mine and _AS.match(text, phrase.cue[0]):
        group, mine = [d for d in group if d not in mine and not touches(phrase.name, d.source)], []
    if not mine:
        taken = [d for d in group if touches(phrase.name, d.source) and _EXPECTS.match(words(text, d.cue))]
        for draft in taken:
            draft.cue, draft.content = [phrase.cue], []
        mine = taken
        said = trimmed(text, (sentence[0], phrase.whole[0]))
        if taken and said and phrase.whole[0] > sentence[0]:
            taken[0].content = [said]
    if mine and phrase.whole[0] == sentence[0]:
        _as_far_as(mine[0], words_end(text, sentence), [d for d in group if d not in mine], text)
    pronoun = PRONOUNS.get(name.lower()) in ("he", "she", "they")
    if mine or _is_inside(phrase, group) or not (pronoun or speaks(name, knows)):
        return group
    content = trimmed(text, (phrase.whole[1], words_end(text, sentence)))
    if text[sentence[0] : phrase.whole[0]].strip('"“ '):
        content = trimmed(text, (sentence[0], phrase.whole[0]))
    if content and phrase.whole[0] > sentence[0] and any(touches(content, d.cue) for d in group):
        return [*group, Draft([phrase.name], [phrase.cue], [], GUESSED)]
    if content is None or any(touches(content, d.content) for d in group):
        return group
    voice = Draft([phrase.name], [phrase.cue], [content], GUESSED)
    if not told or not is_carrier(told["name"], is_outlet):
        return [*group, voice]
    carrier = Draft([told.span("name")], [phrase.cue], [content], GUESSED)
    carrier.carry(voice, phrase.cue)
    return [*group, voice, carrier]


def _take_name(draft: Draft, phrase: Phrase, text: str, sentence: Span) -> None:
    """A sentence's first "According to Y," that was given a speaker of another sentence is Y's. Changes the draft."""
    first = phrase.whole[0] == sentence[0]
    if first and draft.source and not any(touches(sentence, [span]) for span in draft.source):
        apposed = _APPOSED.match(text, phrase.name[1])
        said = trimmed(text, (apposed.end() if apposed else phrase.name[1], words_end(text, sentence)))
        draft.source, draft.content = [phrase.name], [said] if said else draft.content


def _leave_name(others: Sequence[Draft], phrase: Phrase) -> None:
    """Leave a name to "according to", where others have it beside their own. Changes the drafts."""
    for draft in others:
        draft.source = [span for span in draft.source if not touches(phrase.name, [span])] or draft.source


def _on_both_sides(draft: Draft, phrase: Phrase, text: str, sentence: Span, others: Sequence[Draft]) -> None:
    """ "By May, according to Y, they moved", "it would, according to Y, move": both sides are Y's. Changes drafts."""
    before = trimmed(text, (sentence[0], phrase.cue[0]))
    behind = trimmed(text, (phrase.name[1], words_end(text, sentence)))
    mine = draft.content and text[phrase.name[1] : phrase.name[1] + 1] == ","
    if before and behind and _goes_on(draft, before, behind, text):
        draft.content = [before]
        _take_in(draft, [d for d in others if d.cue and draft.holds(d)], phrase)
        return
    goes_on = before and behind and not _TURNS.match(text, *behind)
    outer = _breaks_off(phrase, text, others) if goes_on else None
    if outer and behind and all(d is outer or not touches(behind, (*d.source, *d.cue, *d.content)) for d in others):
        draft.source, draft.inside = [phrase.name], outer
        set_within(draft, [max(outer.content), behind], outer, phrase.cue, text)
        return
    if not before or not behind or not mine or any(touches(before, (*d.source, *d.cue, *d.content)) for d in others):
        return
    torn = _TORN.search(text, *before)
    plain = not has_clause(text[slice(*before)]) and not _IRREGULAR.search(text, *before)
    plain = plain and bool(_LEADS.match(text, *before) or not _ABOUT_WHOM.match(text, *behind))
    inner = [d for d in others if touches(behind, (*d.source, *d.cue, *d.content))]
    if (torn and not inner) or plain:
        draft.source, draft.content = [phrase.name], [before, behind]
    _take_in(draft, inner if plain else (), phrase)


def _breaks_off(phrase: Phrase, text: str, others: Sequence[Draft]) -> Draft | None:
    """Whose words break off where it says with whom they accord: "X said that it would, according to Y, move"."""
    for other in others:
        start, end = max(other.content, default=(0, 0))
        ends = (
            end < phrase.cue[0] and text[end : phrase.cue[0]].strip() == "," and other.cue and other.cue[0][0] < start
        )
        said = text[start:end].removeprefix("that ")
        if ends and text[phrase.name[1]] == "," and (_TORN.search(said) or not (has_clause(said) or "," in said)):
            return other
    return None


def set_within(draft: Draft, pieces: Sequence[Span], outer: Draft, cue: Span, text: str) -> None:
    """What accords with one, in pieces, stands in what another says, from the first of them on. Changes the drafts."""
    (start, end), *rest = pieces
    begin = start + len("that ") if text.startswith("that ", start) else start
    outer.content = [*(span for span in outer.content if span[0] < start), (start, max(pieces)[1])]
    draft.content = [(begin, end), *rest]
    outer.rest_on(draft, cue)


def _take_in(draft: Draft, others: Sequence[Draft], phrase: Phrase) -> None:
    """What others say is in the words of the one with whom it accords. Changes the drafts."""
    for other in others:
        if other.content and not other.inside:
            other.inside = draft
            draft.rest_on(other, phrase.cue)


def _goes_on(draft: Draft, before: Span, behind: Span, text: str) -> bool:
    """Whether what was taken for the words is the article's: "Z, according to Y, as the war goes on"."""
    return draft.content == [behind] and bool(_MEANWHILE.match(text, *behind)) and has_clause(text[slice(*before)])


def _as_far_as(draft: Draft, end: int, others: Sequence[Draft], text: str) -> None:
    """ "According to Y, …": what Y says goes on to the end of the sentence, unless somebody else speaks there."""
    behind = [span for span in draft.content if draft.source and span > max(draft.source)]
    starts = [min(d.source + d.cue)[0] for d in others if d.source + d.cue]
    if not behind or any(start < max(behind)[1] or _TURNS.search(text, max(behind)[1], start) for start in starts):
        return
    turn = text.find(";", max(behind)[1], end)
    stop = turn if turn >= 0 and not quoted(text)[turn] else max(end, max(behind)[1])
    draft.content = [(min(behind)[0], stop)]
    for other in others:
        other.inside = other.inside or draft


def _cited(group: list[Draft], phrase: Phrase, text: str, knows: Knows) -> list[Draft]:
    mine = [d for d in group if touches(phrase.cue, d.cue)]
    others = [d for d in group if d not in mine and d.cue]
    as_saying = _AS_SAYING.match(text, phrase.name[1])
    if as_saying and not mine:
        mine = [d for d in others if touches(as_saying.span("cue"), d.cue)]
    if mine and as_saying:
        said = as_saying.span("cue")
        kept = [d for d in group if d is mine[0] or not touches(said, d.cue)]
        mine[0].content = mine[0].content or [span for d in group if d not in kept for span in d.content]
        return [*kept, _as_saying(mine[0], phrase, said, text)]
    names = speaks(text[slice(*phrase.name)], knows)
    if not names and mine and not any(_is_bare(draft, text) or _is_of_things(draft, phrase, text) for draft in mine):
        return group
    for draft in mine:
        _hand_over(draft, others, phrase, text)
    for draft in others:
        draft.content = without(draft.content, phrase.whole, text)
    kept = [d for d in group if d not in mine or (not others and d.content)]
    voices = [d for d in kept if d.content and not _is_another_clause(d, phrase, text)]
    if not voices or not names:
        return kept
    before = [d for d in voices if min(d.source + d.cue, default=phrase.cue) < phrase.cue]
    voice = min(before or voices, key=lambda d: gap([phrase.cue], d.source or d.cue or d.content))
    if _REFERS.match(text, phrase.cue[0]) and any(map(quoted(text).__getitem__, (s for s, _ in voice.content))):
        return kept
    if phrase.cue[0] == sentence_at(text, phrase.cue[0])[0]:
        voice.source = without(voice.source, phrase.whole, text) or voice.source
    voice.source = [_without_aside(span, phrase, text) for span in voice.source]
    if touches(phrase.name, voice.source):
        return [*kept, *_by_itself(voice, phrase, text)]
    return [*kept, _with_clause(voice, phrase, text) or voice.rest_on_one([phrase.name], phrase.cue)]


def _with_clause(voice: Draft, phrase: Phrase, text: str) -> Draft | None:
    """ "X said Z, citing an estimate by Y that W": W is Y's, and Z only rests on it. Changes the draft."""
    end = words_end(text, sentence_at(text, phrase.cue[0]))
    said = trimmed(text, (phrase.name[1], end)) if _THAT_SOMEBODY.match(text, phrase.name[1]) else None
    before = without(voice.content, (phrase.cue[0], end), text)
    if (
        said is None
        or _SENT.match(text, *said)
        or not before
        or max(before)[1] > phrase.cue[0]
        or _TURNS.search(text, *said)
    ):
        return None
    voice.content = before
    upstream = voice.rest_on_one([phrase.name], phrase.cue)
    upstream.content = [said]
    return upstream


def _by_itself(voice: Draft, phrase: Phrase, text: str) -> list[Draft]:
    """ "X, quoting the chief, Ann Lee, said Z", of which she was given the verb: X says Z. Changes the draft."""
    end = phrase.cue[0] - 2
    subject = subject_before(text, end) if text[end : end + 2] == ", " else None
    if not (subject and voice.cue and voice.cue[0] > phrase.cue and not touches(subject, voice.source)):
        return []
    named, voice.source = voice.source, [subject]
    return [voice.rest_on_one(named, phrase.cue)]


def _without_aside(span: Span, phrase: Phrase, text: str) -> Span:
    """A speaker less whom he cites between commas: "the Gazette, with reference to its sources,"."""
    within = span[0] < phrase.cue[0] and phrase.name[1] <= span[1]
    aside = within and text[span[0] : phrase.cue[0]].rstrip().endswith(",")
    return up_to(text, span[0], phrase.cue[0]) if aside else span


def _is_another_clause(draft: Draft, phrase: Phrase, text: str) -> bool:
    """Whether a semicolon stands between an attribution and a phrase that cites."""
    cue = (draft.cue or draft.source or draft.content)[0]
    return ";" in text[min(cue[1], phrase.cue[1]) : max(cue[0], phrase.cue[0])]


def _is_bare(draft: Draft, text: str) -> bool:
    """Whether what is cited is only named, "Article 5", "weak demand", so that nothing is said in it."""
    return not has_clause(_SINCE.split(words(text, draft.content), maxsplit=1)[0])


def _is_of_things(draft: Draft, phrase: Phrase, text: str) -> bool:
    """Whether what is cited, and is nobody, "the late hour", was taken for who says it."""
    return touches(phrase.name, draft.source) and text[slice(*phrase.name)].islower()


def _hand_over(draft: Draft, others: Sequence[Draft], phrase: Phrase, text: str) -> None:
    """What a citing draft has beside the name goes to the verb of saying next to it."""
    draft.content = [
        part for part in without(draft.content, phrase.whole, text) if len(words(text, [part]).split()) > 2
    ]
    draft.source = without(draft.source, phrase.whole, text)
    if others:
        main = min(others, key=lambda d: gap([phrase.cue], d.cue))
        main.source = main.source or draft.source
        main.content = main.content or draft.content


def _as_saying(carrier: Draft, phrase: Phrase, cue: Span, text: str) -> Draft:
    """ "The channel quoted Y as saying Z": Z is Y's, and the channel carries it."""
    carrier.content = without(without(carrier.content, phrase.whole, text), cue, text)
    said = trimmed(text, (cue[1], words_end(text, sentence_at(text, cue[0]))))
    if not carrier.content and said and _SAID.match(text, *said):
        carrier.content = [said]
    subject = subject_before(text, phrase.cue[0])
    carrier.source = without(carrier.source, phrase.whole, text) or ([subject] if subject else [])
    carrier.cue = [phrase.cue]
    upstream = Draft([phrase.name], [cue], list(carrier.content), carrier.score * INFERRED)
    carrier.carry(upstream, phrase.cue)
    return upstream


def _is_inside(phrase: Phrase, group: Sequence[Draft]) -> bool:
    """Whether a phrase stands within words that somebody says, with more of them on both sides."""
    return any(
        start < phrase.whole[0] and phrase.whole[1] < end and not touches(phrase.cue, d.cue)
        for d in group
        for start, end in d.content
    )
