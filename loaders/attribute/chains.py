"""What the sentence round the tagger's attributions tells of them: who cites whom, and who carries it."""

import re
from collections import defaultdict
from collections.abc import Sequence

from graph.model import Span
from loaders.attribute.backward import backward
from loaders.attribute.briefings import attended, cited_after, made_it
from loaders.attribute.carriers import (
    briefed,
    briefed_aside,
    carriers,
    documents,
    informed,
    led_in,
    reported_aside,
    reported_first,
    reported_last,
    told_first,
)
from loaders.attribute.citing import ACCORDING, accords, attributed, read_citing
from loaders.attribute.conjoined import conjoined, rejoined
from loaders.attribute.drafts import Draft
from loaders.attribute.echoed import echoed
from loaders.attribute.hearsay import ADVERB, drop_it, give_subject, hearsay, without_hedges
from loaders.attribute.idioms import has_clause, is_idiom
from loaders.attribute.mending import (
    complete_list,
    complete_parts,
    drop_addressee,
    drop_front,
    drop_remark,
    drop_sign,
    drop_silence,
    drop_time,
    part_cue,
    without_gerunds,
)
from loaders.attribute.participles import give_back_participle
from loaders.attribute.passives import QUOTES, quoted_by, quotes_as
from loaders.attribute.phrases import CITING, reports, wants_subject
from loaders.attribute.putting import putting, worded
from loaders.attribute.quotations import give_back_quotations, introduced
from loaders.attribute.quotes import OPENERS, quoted
from loaders.attribute.relatives import go_on_behind_relatives
from loaders.attribute.sentences import sentence_at, subject_before, words_end
from loaders.attribute.spans import gap, touches, trimmed, without, words
from loaders.attribute.speaking import Knows, is_carrier, is_paper, speaks

_NAMES = re.compile(r"(?:[A-Z][\w'’.-]*\s)*[A-Z][\w'’.-]*(?=\s+[a-z])")
_TIME = re.compile(
    r"(?:,?\s+(?:known|who|which|whose|where|based)\b[^;:“”\"]{0,120})?(?:\s+(?:on|in|at|late|early|earlier|today|yesterday)\b[^,;:“”\"]{0,60})?[.\s]*\Z"
)
_HEDGE = re.compile(r"\b(?:reported|alleged|supposed|purported)ly\b", re.IGNORECASE)
_AND = re.compile(r"\b(?:and|or|but)\s+\Z")
_FRONTED = re.compile(r"(?:According|As|In|On|At|But|And|Yet|Still|Asked)\b")
_IF = re.compile(r"(?:If|When|For|As\s+for|Without|With)\s")
"""What a sentence begins with whose quoted words go on behind a comma."""
_ASIDE = re.compile(r"(?:(?:quoted|cited)\s+by|commenting\s+on)\b", re.IGNORECASE)
_FRONT = re.compile(r"(?P<said>(?:Under|Without|With|If|When|For|By|Before|Unless|Until|Of)\b[^,;:“”\"]{3,120}),\s+")
"""What may stand before a speaker whose words go on behind him."""
_QUOTED = re.compile(r"(?:as\s+)?(?:quoted|cited)\b", re.IGNORECASE)
_LETTER = re.compile(r"[A-Z]", re.IGNORECASE)
_BEHIND = re.compile(r",\s+\Z")
_COMMA = re.compile(r",[\"”’']?\s*\Z")
LONGEST_NAME = 8
"""Words of a name that a content may have been given by mistake."""
SHORTEST = 4
"""Words beyond which what stands before a speaker may be all that is said."""


def chain(drafts: Sequence[Draft], text: str, within: Span, knows: Knows, is_outlet: Knows) -> list[Draft]:
    """Link the drafts of a range, drop idioms, add those that only their words show. Drafts are changed in place."""
    for group in _by_sentence(drafts, text).values():
        _give_back_speaker(group, text)
    give_back_quotations(drafts, text, within)
    drafts = [*drafts, *introduced(drafts, text, within, knows)]
    found: list[Draft] = []
    spoken: set[Span] = set()
    _leave_according(drafts, text, within)
    groups = _by_sentence(_complete(drafts, text), text)
    for told in (*ACCORDING.finditer(text, *within), *QUOTES.finditer(text, *within)):
        if not any(start < told.start() and told.end() < end for d in drafts for start, end in d.content):
            groups.setdefault(sentence_at(text, told.start()), [])
    for sentence, group in groups.items():
        read = _sentence(group, text, sentence, knows, is_outlet)
        found += read
        spoken |= {sentence} if any(d.content for d in read) else set()
    idioms = {d for d in found if not _passes_on(d, text) and is_idiom(d, text)}
    kept_up = {up for d in found if d not in idioms for up, _ in d.rests_on}
    idioms |= {up for d in idioms for up, _ in d.rests_on if up.content == d.content} - kept_up
    kept = [d for d in found if d not in idioms and (not d.rests_on or any(up not in idioms for up, _ in d.rests_on))]
    for draft in kept:
        draft.rests_on = [(up, by) for up, by in draft.rests_on if up not in idioms]
    kept += hearsay(kept, text, within)
    kept += list(putting(kept, text, within, knows))
    kept += list(worded(kept, text, within, knows))
    kept += informed(kept, text, knows)
    kept += led_in(kept, text, is_outlet, spoken)
    kept += made_it(kept, text, knows)
    kept += attended(kept, text)
    kept = cited_after(kept, text, within, knows)
    return backward([*kept, *briefed_aside(kept, text, within, knows)], text, within, knows)


def _sentence(group: list[Draft], text: str, sentence: Span, knows: Knows, is_outlet: Knows) -> list[Draft]:
    group = rejoined(without_hedges(group, text), text)
    group += reported_aside(group, text, is_outlet)
    group += reported_first(group, text, sentence, is_outlet)
    group = give_back_participle([*group, *conjoined(group, text)], text)
    group = echoed(group, text, sentence, knows)
    group = quotes_as(quoted_by(group, text, sentence, knows), text, sentence, knows)
    group = without_gerunds(group, text)
    group = _without_asides(group, text)
    _give_back_subject(group, text, knows)
    for draft in group:
        draft.source = _in_sentence(draft.source, sentence)
        drop_it(draft, text)
        give_subject(draft, text)
        part_cue(draft, text)
        drop_sign(draft, text)
        drop_time(draft, text)
        drop_addressee(draft, text)
        drop_remark(draft, text)
        drop_silence(draft, text)
        drop_front(draft, text)
        complete_list(draft, text, sentence)
        complete_parts(draft, text, sentence, group)
    _give_back_next(group, text, sentence)
    _from_the_beginning(group, text, sentence)
    _from_the_front(group, text, sentence)
    _trail(group, text)
    go_on_behind_relatives(group, text, sentence)
    group = read_citing(group, text, sentence, knows, is_outlet)
    group = told_first(group, text, sentence, is_outlet)
    group += reported_last(group, text, sentence, is_outlet)
    group += attributed(group, text, sentence, knows)
    _share_source(group, text, knows)
    _share_content(group, text, is_outlet)
    _trail(group, text)
    voices = [d for d in group if d.content]
    if not voices:
        return group
    group = [*group, *briefed(voices, text, sentence, knows)]
    group += documents(voices, text, knows, is_outlet)
    return [*group, *carriers(voices, text, sentence, is_outlet)]


def _by_sentence(drafts: Sequence[Draft], text: str) -> dict[Span, list[Draft]]:
    groups: dict[Span, list[Draft]] = defaultdict(list)
    for draft in drafts:
        frame = draft.cue or draft.source
        if frame:
            groups[sentence_at(text, frame[0][0])].append(draft)
    return groups


def _give_back_speaker(group: Sequence[Draft], text: str) -> None:
    """A citing cue that was given both its own name and the speaker's leaves the speaker to the verb that has none."""
    for citing in [d for d in group if cites(d, text) and len(d.source) > 1]:
        for verb in group:
            before = [span for span in citing.source if verb.cue and span[1] <= verb.cue[0][0]]
            if verb is not citing and not verb.source and before and len(citing.source) > 1:
                verb.source = [before[-1]]
                citing.source.remove(before[-1])


def _without_asides(group: list[Draft], text: str) -> list[Draft]:
    """The drafts less asides, the "quoted" of "X, quoted by Y, said Z" or "Z, X said, commenting on V"."""
    said = [d for d in group if d.source and d.cue and not _is_aside(d, text)]
    kept = list(group)
    for draft in [d for d in group if _is_aside(d, text)]:
        main = next((d for d in said if d.source == draft.source and (d.content or draft.content)), None)
        if main:
            main.content = main.content or draft.content
            kept.remove(draft)
    return kept


def _is_aside(draft: Draft, text: str) -> bool:
    return bool(draft.cue) and bool(_ASIDE.match(text, draft.cue[0][0]))


def _give_back_subject(group: Sequence[Draft], text: str, knows: Knows) -> None:
    """ "The report, made in May, says that Z, officials said": who says Z is what was read as said. Changes drafts."""
    for draft in [d for d in group if d.cue]:
        before = [span for span in draft.content if span[1] <= draft.cue[0][0]]
        name = words(text, before)
        if len(before) != 1 or has_clause(name) or not speaks(name, knows) or len(name.split()) > LONGEST_NAME:
            continue
        behind = draft.cue[-1][1] + 1
        holding = next((d for d in group if d.content and behind in {start for start, _ in d.content}), None)
        own = any(span[0] < behind for span in draft.source)
        if holding and not own and text.startswith("that ", behind):
            draft.source, draft.content = before, [span for span in holding.content if span[0] >= behind]
            if holding is not draft:
                holding.content = [span for span in holding.content if span[0] < behind]


def _complete(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """Where all the tagger has of a content is "that", before "according to Y", it is the rest of the sentence."""
    taken: list[Span] = []
    for draft in drafts:
        if [text[s:e].lower() for s, e in draft.content] == ["that"] and not _accords(draft, text):
            (start, _) = draft.content[0]
            draft.content = [(start, words_end(text, sentence_at(text, start)))]
            taken += draft.content
    for draft in drafts:
        if _accords(draft, text) and words(text, draft.content).lower() == "that":
            (that,) = draft.content
            end = sentence_at(text, that[0])[1]
            behind = [d for d in drafts if d.content and draft.cue[0][1] < min(d.content)[0] < end]
            for other in behind[:1]:
                first = min(other.content)
                other.content = sorted({*other.content, (that[0], first[1])} - {first})
                draft.content = []
    told = [d for d in drafts if d.content or not any(touches(cue, taken) for cue in d.cue)]
    return [d for d in told if not (_accords(d, text) and any(_holds(other, d) for other in told))]


def _leave_according(drafts: Sequence[Draft], text: str, within: Span) -> None:
    """A sentence that begins "According to Y," is no more of what was said in the one before. Changes the drafts."""
    for found in ACCORDING.finditer(text, *within):
        sentence = sentence_at(text, found.start())
        if sentence[0] == found.start() and not quoted(text)[found.start()]:
            for draft in drafts:
                if draft.cue and not touches(sentence, draft.cue) and draft.cue[0] < sentence:
                    draft.content = without(draft.content, sentence, text) or draft.content


def _passes_on(draft: Draft, text: str) -> bool:
    """Whether an outlet carries what another says: "X said, as quoted by OUTLET"."""
    quoted_by = draft.rests_on and _QUOTED.match(words(text, draft.cue))
    return draft.carries is not None or bool(quoted_by)


def _accords(draft: Draft, text: str) -> bool:
    return accords(words(text, draft.cue))


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether an attribution stands inside another's words: what is inside is read later."""
    return outer is not inner and all(any(s < cue[0] and cue[1] < e for s, e in outer.content) for cue in inner.cue)


def _in_sentence(source: list[Span], sentence: Span) -> list[Span]:
    """The pieces of a source that stand in its cue's sentence, all of them if none does."""
    return [(s, e) for s, e in source if sentence[0] <= s < sentence[1]] or source


def _first_name(text: str, sentence: Span, knows: Knows) -> list[Span]:
    """The name that a sentence begins with: "Erik Vane did nothing to dispel it, saying …"."""
    found = _NAMES.match(text, *sentence)
    return [found.span()] if found and speaks(found.group(), knows) else []


def _share_source(group: Sequence[Draft], text: str, knows: Knows) -> None:
    """A verb with no speaker of its own has that of the verb before it: "Yoon called it a threat, warning that …"."""
    for draft in sorted(group, key=lambda d: d.cue):
        if not draft.cue or not draft.content or not wants_subject(text[slice(*draft.cue[0])]):
            continue
        start = sentence_at(text, draft.cue[0][0])[0]
        others = [d for d in group if d.source and d.cue and not cites(d, text) and d.source[0][0] < draft.cue[0][0]]
        if draft.source and (max(draft.source)[1] > start or not any(d.source[0][0] >= start for d in others)):
            continue
        own = None if draft.source or _HEDGE.search(words(text, draft.cue)) else subject_before(text, draft.cue[0][0])
        if own and not _AND.search(text, start, own[0]) and _may_speak(own, text, knows) and not _taken(own, group):
            draft.source = [own]
            continue
        if others:
            draft.source = list(max(others, key=lambda d: d.source[0][0]).source)
        elif text[draft.cue[0][0] : draft.cue[0][1]].endswith("ing"):
            draft.source = _first_name(text, sentence_at(text, draft.cue[0][0]), knows)


def _may_speak(subject: Span, text: str, knows: Knows) -> bool:
    return bool(_LETTER.match(text, subject[0])) and speaks(text[slice(*subject)], knows)


def _taken(span: Span, group: Sequence[Draft]) -> bool:
    return any(touches(span, [*d.source, *d.cue]) for d in group)


def _from_the_beginning(group: Sequence[Draft], text: str, sentence: Span) -> None:
    """ "Kyiv will discuss whatever “starts from our borders,” he said": what stands before is said too. Changes it."""
    for draft in group:
        start, end = min(draft.content, default=(0, 0))
        behind = draft.source and draft.cue and min(draft.source + draft.cue)[0] >= end
        torn = text[start : start + 1] in (*OPENERS, '"') and text[start + 1 : start + 2].islower()
        before = (sentence[0], start)
        if not (behind and torn and before[0] < start and not _FRONTED.match(text, *before)):
            continue
        others = [span for d in group if d is not draft for span in (*d.source, *d.cue, *d.content)]
        joined = text[start - 2].isalnum() or (text[start - 2] == "," and _IF.match(text, *before))
        if not touches(before, others) and text[start - 1].isspace() and joined:
            draft.content = [(before[0], end), *sorted(draft.content)[1:]]


def _from_the_front(group: Sequence[Draft], text: str, sentence: Span) -> None:
    """ "Under such a deal, thinks X, the town would be lost": what stands before is thought too. Changes drafts."""
    front = _FRONT.match(text, *sentence)
    if front is None or touches(front.span("said"), [s for d in group for s in (*d.source, *d.cue, *d.content)]):
        return
    for draft in group:
        between = sorted([*draft.source, *draft.cue])
        inside = between and between[0][0] == front.end() and min(draft.content, default=(0, 0)) > between[-1]
        if inside and text[between[-1][1] : between[-1][1] + 1] in ",—–-":
            draft.content = [front.span("said"), *draft.content]


def _give_back_next(group: Sequence[Draft], text: str, sentence: Span) -> None:
    """ "“A,” X told the press, Y reported. “B.”": B is X's too, and Y passes on what X said. Changes the drafts."""
    for draft in group:
        if not draft.source or not draft.cue or not draft.content or min(draft.content)[0] < sentence[1]:
            continue
        name = max(draft.source)
        before = [d for d in group if d.source and d.cue and d.content and d.cue[0][1] <= name[0] < draft.cue[0][0]]
        teller = max(before, key=lambda d: d.cue, default=None)
        if teller and max(teller.content)[1] < teller.cue[0][0] and _BEHIND.search(text, teller.cue[0][1], name[0]):
            teller.content = [*teller.content, *draft.content]
            draft.source, draft.content = [name], list(teller.content)
            draft.rest_on(teller, draft.cue[0])


def _share_content(group: Sequence[Draft], text: str, is_outlet: Knows) -> None:
    """Where a cue of the sentence only cites, or only speaks, it has the other's content: "X, citing Y, said Z"."""
    for draft in group:
        others = [d for d in group if d.content and d is not draft and not d.reported]
        if not draft.content and draft.source and draft.cue and not others and _accords(draft, text):
            draft.content = _all_before(draft, text)
        if draft.content or not (draft.source and draft.cue and others):
            continue
        other = min(others, key=lambda d: gap(draft.cue, d.cue or d.content))
        if cites(draft, text):
            if _carries(draft, other, text, is_outlet):
                told = sorted([*other.source, *other.cue, *other.content])
                draft.content = [(told[0][0], max(told[-1][1], max(other.content)[1]))]
                draft.rest_on(other, draft.cue[0])
                other.inside = other.inside or draft
            else:
                draft.content = list(other.content)
                other.rest_on(draft, draft.cue[0])
        elif not other.source and ADVERB.search(words(text, (other.cue or other.content)[:1])):
            draft.content, other.content = other.content, []
        elif cites(other, text) and other.cue:
            draft.content = list(other.content)
            draft.rest_on(other, other.cue[0])


def _carries(draft: Draft, other: Draft, text: str, is_outlet: Knows) -> bool:
    """Whether Y carries what X said: "X said Z, according to OUTLET", or of anybody, "According to Y, X said Z"."""
    first = bool(draft.cue and other.source) and draft.cue[0][0] == sentence_at(text, draft.cue[0][0])[0]
    if first and _accords(draft, text) and max(draft.source) < min(other.source) < max(other.content):
        return True
    last = max(end for _, end in (*other.source, *other.cue, *other.content))
    behind = bool(other.source) and last <= draft.cue[0][0]
    ends = bool(_TIME.match(text, max(draft.source)[1], sentence_at(text, draft.cue[0][0])[1]))
    name = words(text, draft.source)
    passes = is_carrier(name, is_outlet) or is_paper(name) or not is_carrier(words(text, other.source), is_outlet)
    return behind and ends and _accords(draft, text) and passes


def _trail(group: Sequence[Draft], text: str) -> None:
    """ "Y estimates that Z and V that W, X said": what X says is all that stands before, their word in it."""
    for draft in group:
        if draft.content or not draft.source or not draft.cue or cites(draft, text):
            continue
        start = min(draft.source[0][0], draft.cue[0][0])
        before = [d for d in group if d.content and d.source and max(e for _, e in d.content) <= start]
        if not before:
            draft.content = _all_before(draft, text)
            continue
        end = max(e for d in before for _, e in d.content)
        if _COMMA.search(text, max(0, end - 2), start):
            said = [d for d in before if d.cue and ";" not in text[min(d.cue)[0] : end]]
            draft.content = [(min(s for d in said for s, _ in (*d.source, *d.cue, *d.content)), end)]
            for inner in [d for d in said if not d.inside]:
                draft.rest_on(inner, inner.cue[0])
                inner.inside = draft


def _all_before(draft: Draft, text: str) -> list[Span]:
    """ "Z, X said on Monday.", of which the tagger has only "X said": Z is all that stands before in the sentence."""
    start, end = min(draft.source[0][0], draft.cue[0][0]), max(draft.source[-1][1], draft.cue[-1][1])
    sentence = sentence_at(text, start)
    said = trimmed(text, (sentence[0], start))
    whole = said is not None and len(text[slice(*said)].split()) > SHORTEST and _COMMA.search(text, sentence[0], start)
    return [said] if said and whole and reports(words(text, draft.cue)) and _TIME.match(text, end, sentence[1]) else []


def cites(draft: Draft, text: str) -> bool:
    """Whether the draft's cue is one that brings in somebody cited."""
    return any(CITING.match(text[s:e] + " ") for s, e in draft.cue)
