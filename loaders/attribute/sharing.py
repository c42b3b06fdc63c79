"""What the attributions of one sentence give each other: a speaker to a verb that has none, words to who only cites."""

import re
from collections.abc import Sequence

from graph.model import Span
from loaders.attribute.citing import accords, set_within
from loaders.attribute.drafts import Draft
from loaders.attribute.hearsay import ADVERB
from loaders.attribute.idioms import has_clause
from loaders.attribute.phrases import CITING, QUOTED, reports, wants_subject
from loaders.attribute.quotes import OPENING
from loaders.attribute.sentences import ENDS_WITH_COMMA, sentence_at, subject_before
from loaders.attribute.spans import gap, touches, trimmed, words
from loaders.attribute.speaking import Knows, is_carrier, is_paper, speaks

_NAMES = re.compile(r"(?:[A-Z][\w'’.-]*\s)*[A-Z][\w'’.-]*(?=\s+[a-z])")
_TIME = re.compile(
    r"(?:,?\s+(?:known|who|which|whose|where|based)\b[^;:“”\"]{0,120})?"
    r"(?:,\s+(?:even\s+)?(?:as|while|after|amid)\s[^;:“”\"]{0,160})?"
    r"(?:\s+(?:on|in|at|late|early|earlier|today|yesterday)\b[^,;:“”\"]{0,60})?[.\s]*\Z"
)
_HEDGE = re.compile(r"\b(?:reported|alleged|supposed|purported)ly\b", re.IGNORECASE)
_TWO = re.compile(r"(?P<one>[^,]{3,}),\s(?P<other>.{3,})")
_AND = re.compile(r"\b(?:and|or|but)\s+\Z")
_FRONTED = re.compile(r"(?:According|As|In|On|At|But|And|Yet|Still|Asked)\b")
_IF = re.compile(r"(?:If|When|For|As\s+for|Without|With)\s")
"""What a sentence begins with whose quoted words go on behind a comma."""
_FRONT = re.compile(r"(?P<said>(?:Under|Without|With|If|When|For|By|Before|Unless|Until|Of)\b[^,;:“”\"]{3,120}),\s+")
"""What may stand before a speaker whose words go on behind him."""
_FIGURES = re.compile(
    r"\b(?:data|figures?|estimates?|calculations?|findings?|results?|statistics|information|intelligence|numbers|surveys?|polls?"
    r"|assessments?|forecasts?|projections?|counts?|tally|studies|study|models?|analys[ie]s|audits?|reviews?|research)\b"
    r"|^(?:its|his|her|their)\b"
)
"""What somebody has his words from, and who never tells of them."""
_LETTER = re.compile(r"[A-Z]", re.IGNORECASE)
_FIRST = re.compile(r"(?P<name>[A-Z][^,;:“”\"]{2,80})(?:,|\Z)")
_BEHIND = re.compile(r",\s+\Z")
LONGEST_NAME = 8
"""Words of a name that a content may have been given by mistake."""
NEAR = 8
"""Code points before a name in which "that" or "which" stands."""
SHORTEST = 4
"""Words beyond which what stands before a speaker may be all that is said."""


def give_back_speaker(group: Sequence[Draft], text: str) -> None:
    """A citing cue that was given both its own name and the speaker's leaves the speaker to the verb that has none."""
    for citing in [d for d in group if cites(d, text) and len(d.source) > 1]:
        for verb in group:
            before = [span for span in citing.source if verb.cue and span[1] <= verb.cue[0][0]]
            own = not verb.source or before[-1:] == verb.source
            if verb is not citing and own and before and len(citing.source) > 1:
                verb.source = [before[-1]]
                citing.source.remove(before[-1])


def part_source(group: Sequence[Draft], text: str, knows: Knows) -> None:
    """ "According to two officials, the general told …", of whom both cues were given all: parts them."""
    for citing in [d for d in group if is_according(d, text) and len(d.source) == 1]:
        told = [d for d in group if d.cue and d.source == citing.source and citing.cue < d.source < d.cue]
        found = _TWO.fullmatch(text, *citing.source[0])
        if found and told and speaks(found["one"], knows) and speaks(found["other"], knows):
            citing.source = [found.span("one")]
            told[0].source = [found.span("other")]


def give_back_subject(group: Sequence[Draft], text: str, knows: Knows) -> None:
    """ "The report, made in May, says that Z, officials said": who says Z is what was read as said. Changes drafts."""
    for draft in [d for d in group if d.cue]:
        before = [span for span in draft.content if span[1] <= draft.cue[0][0]]
        name = words(text, before)
        if len(before) != 1 or has_clause(name) or not speaks(name, knows) or len(name.split()) > LONGEST_NAME:
            continue
        behind = draft.cue[-1][1] + 1
        holding = next((d for d in group if d.content and behind in {start for start, _ in d.content}), None)
        own = any(span[0] < behind for span in draft.source)
        nobodys = not draft.source and is_paper(name)
        if holding and not own and (nobodys or text.startswith("that ", behind)):
            draft.source, draft.content = before, [span for span in holding.content if span[0] >= behind]
            if holding is not draft:
                holding.content = [span for span in holding.content if span[0] < behind]


def give_back_next(group: Sequence[Draft], text: str, sentence: Span) -> None:
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


def share_source(group: Sequence[Draft], text: str, knows: Knows) -> None:
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


def share_content(group: Sequence[Draft], text: str, is_outlet: Knows) -> None:
    """Where a cue of the sentence only cites, or only speaks, it has the other's content: "X, citing Y, said Z"."""
    for draft in group:
        others = [d for d in group if d.content and d is not draft and not d.reported]
        if not draft.content and draft.source and draft.cue and not others and is_according(draft, text):
            draft.content = _all_before(draft, text)
        if draft.content or not (draft.source and draft.cue and others):
            continue
        other = min(others, key=lambda d: gap(draft.cue, d.cue or d.content))
        if _has_all(draft, other, text):
            continue
        if cites(draft, text):
            if _carries(draft, other, text, is_outlet):
                draft.content = _told_of(other, draft.cue[0])
                draft.rest_on(other, draft.cue[0])
                other.inside = other.inside or draft
            else:
                draft.content = list(other.content)
                other.rest_on(draft, draft.cue[0])
        elif not other.source and ADVERB.search(words(text, (other.cue or other.content)[:1])):
            draft.content, other.content = other.content, []
        elif _tells_of(other, draft, text):
            draft.content, draft.inside = list(other.content), draft.inside or other
            other.content = [(min(other.content)[0], max(draft.source + draft.cue)[1])]
            other.rest_on(draft, draft.cue[0])
        elif cites(other, text) and other.cue:
            draft.content = list(other.content)
            start = draft.source[0]
            if start < draft.cue[0] < min(draft.content) and _carries(other, draft, text, is_outlet):
                draft.inside, other.content = other, [(start[0], max(draft.content)[1])]
                other.rest_on(draft, other.cue[0])
            else:
                draft.rest_on(other, other.cue[0])


def _has_all(draft: Draft, other: Draft, text: str) -> bool:
    """Whether one has all that another says and nothing links them or the other stands inside. Changes the drafts.

    "Z, a figure that the ministry also cites"; "X said that it would, according to Y, move".
    """
    start, end = draft.source[0][0], draft.cue[-1][1]
    which = text[max(0, start - NEAR) : start].rstrip().endswith((" that", " which"))
    if which and cites(draft, text) and not text[end : end + 2].strip()[:1].isalnum():
        draft.content = list(other.content)
        return True
    first, last = min(other.content), max(other.content)
    if not (is_according(other, text) and draft.cue[-1] < first < other.cue[0] < last):
        return False
    other.inside = other.inside or draft
    set_within(other, [first, *(span for span in other.content if span > first)], draft, other.cue[0], text)
    return True


def _told_of(other: Draft, at: Span) -> list[Span]:
    """What tells of another: that one, the verb and the words, without what stands between them at a place."""
    spans = sorted([*other.source, *other.cue, *other.content])
    told = [span for span in spans if span < at or at < min(other.source)]
    later = [span for span in spans if span not in told]
    first = min((span for span in later if span in other.content), default=None)
    rest = [(later[0][0], first[1]), *(span for span in later if span > first)] if first else []
    return [(told[0][0], max(end for _, end in told)), *rest]


def _tells_of(teller: Draft, draft: Draft, text: str) -> bool:
    """Whether one tells what another said: "“Z,” X said, according to Y" is Y's word for it."""
    said = max(draft.source + draft.cue)[1]
    return (
        is_according(teller, text)
        and max(teller.content)[1] <= min(draft.source + draft.cue)[0] < said <= teller.cue[0][0]
    )


def trail(group: Sequence[Draft], text: str) -> None:
    """ "Y estimates that Z and V that W, X said": what X says is all that stands before, their word in it."""
    for draft in group:
        if draft.content or not draft.source or not draft.cue or cites(draft, text):
            continue
        if any(d.content and d.cue and _tells_of(d, draft, text) for d in group if d is not draft):
            continue
        start = min(draft.source[0][0], draft.cue[0][0])
        before = [d for d in group if d.content and d.source and max(e for _, e in d.content) <= start]
        if not before:
            draft.content = _all_before(draft, text)
            continue
        end = max(e for d in before for _, e in d.content)
        if QUOTED.match(words(text, draft.cue)):  # "Z, he said, as quoted by OUTLET": with no "as" it cites
            teller = max(before, key=lambda d: d.cue)
            draft.content = list(teller.content)
            draft.carry(teller, draft.cue[0])
            if draft.inside is not teller:
                teller.inside = teller.inside or draft
        elif ENDS_WITH_COMMA.search(text, max(0, end - 2), start):
            said = [d for d in before if d.cue and ";" not in text[min(d.cue)[0] : end]]
            if not said:
                _behind_semicolon(draft, before, text)
                continue
            draft.content = [(min(s for d in said for s, _ in (*d.source, *d.cue, *d.content)), end)]
            for inner in [d for d in said if not d.inside]:
                draft.rest_on(inner, inner.cue[0])
                inner.inside = draft


def _behind_semicolon(draft: Draft, before: Sequence[Draft], text: str) -> None:
    """ "X said A; B, Y said": what stands behind the semicolon is Y's and not X's. Changes the drafts."""
    other = max(before, key=lambda d: max(d.content))
    start, end = max(other.content)
    turn = text.rfind(";", start, end)
    said = trimmed(text, (turn + 1, end)) if turn > start else None
    if said:
        draft.content = [said]
        other.content = [*(span for span in other.content if span != (start, end)), (start, turn)]


def go_on_too(drafts: Sequence[Draft]) -> None:
    """ "“A,” OUTLET quoted X as saying. “B.”": the outlet passes B on too. Changes the drafts."""
    for draft in drafts:
        for upstream, _ in draft.rests_on:
            known, more = upstream.content[: len(draft.content)], upstream.content[len(draft.content) :]
            if known and more and draft.content == known and min(more) > max(known):
                draft.content = list(upstream.content)


def give_back_reporter(group: Sequence[Draft], text: str, sentence: Span, knows: Knows) -> None:
    """ "X, asked about it, said Z, Y reported", of which Y was given both verbs: X says Z. Changes the drafts."""
    for told in [d for d in group if d.cue and d.source and d.content]:
        first = min(told.content)
        who = _FIRST.match(text, *first) if first[0] == sentence[0] and first[1] <= told.cue[0][0] else None
        carriers = [d for d in group if d is not told and d.source == told.source and d.cue and not d.content]
        behind = carriers and told.source[0] > max(told.content) and carriers[0].cue[0] > told.source[0]
        if who and behind and len(told.content) > 1 and speaks(who["name"], knows):
            carriers[0].content = [(sentence[0], max(told.content)[1])]
            carriers[0].rest_on(told, carriers[0].cue[0])
            told.source, told.inside = [who.span("name")], carriers[0]
            told.content = [span for span in told.content if span != first]


def from_the_beginning(group: Sequence[Draft], text: str, sentence: Span) -> None:
    """ "Kyiv will discuss whatever “starts from our borders,” he said": what stands before is said too. Changes it."""
    for draft in group:
        start, end = min(draft.content, default=(0, 0))
        behind = draft.source and draft.cue and min(draft.source + draft.cue)[0] >= end
        torn = text[start : start + 1] in OPENING and text[start + 1 : start + 2].islower()
        before = (sentence[0], start)
        if not (behind and torn and before[0] < start and not _FRONTED.match(text, *before)):
            continue
        others = [span for d in group if d is not draft for span in (*d.source, *d.cue, *d.content)]
        joined = text[start - 2].isalnum() or (text[start - 2] == "," and _IF.match(text, *before))
        if not touches(before, others) and text[start - 1].isspace() and joined:
            draft.content = [(before[0], end), *sorted(draft.content)[1:]]


def from_the_front(group: Sequence[Draft], text: str, sentence: Span) -> None:
    """ "Under such a deal, thinks X, the town would be lost": what stands before is thought too. Changes drafts."""
    front = _FRONT.match(text, *sentence)
    if front is None or touches(front.span("said"), [s for d in group for s in (*d.source, *d.cue, *d.content)]):
        return
    for draft in group:
        between = sorted([*draft.source, *draft.cue])
        inside = between and between[0][0] == front.end() and min(draft.content, default=(0, 0)) > between[-1]
        if inside and text[between[-1][1] : between[-1][1] + 1] in ",—–-":
            draft.content = [front.span("said"), *draft.content]


def _first_name(text: str, sentence: Span, knows: Knows) -> list[Span]:
    """The name that a sentence begins with: "Erik Vane did nothing to dispel it, saying …"."""
    found = _NAMES.match(text, *sentence)
    return [found.span()] if found and speaks(found.group(), knows) else []


def _may_speak(subject: Span, text: str, knows: Knows) -> bool:
    return bool(_LETTER.match(text, subject[0])) and speaks(text[slice(*subject)], knows)


def _taken(span: Span, group: Sequence[Draft]) -> bool:
    return any(touches(span, [*d.source, *d.cue]) for d in group)


def _carries(draft: Draft, other: Draft, text: str, is_outlet: Knows) -> bool:
    """Whether Y carries what X said: "X said Z, according to OUTLET", or of anybody, "According to Y, X said Z"."""
    first = bool(draft.cue and other.source) and draft.cue[0][0] == sentence_at(text, draft.cue[0][0])[0]
    if first and is_according(draft, text) and max(draft.source) < min(other.source) < max(other.content):
        return True
    if _is_between(draft, other, text):
        return not is_carrier(words(text, other.source), is_outlet)
    before = [end for start, end in (*other.source, *other.cue, *other.content) if start < draft.cue[0][0]]
    last = max(before, default=len(text))
    behind = bool(other.source) and last <= draft.cue[0][0]
    ends = bool(_TIME.match(text, max(draft.source)[1], sentence_at(text, draft.cue[0][0])[1]))
    name = words(text, draft.source)
    passes = is_carrier(name, is_outlet) or is_paper(name) or not is_carrier(words(text, other.source), is_outlet)
    return behind and ends and is_according(draft, text) and passes


def _is_between(draft: Draft, other: Draft, text: str) -> bool:
    """Whether somebody's word stands within what tells of another's: "X, according to Y, told them that Z"."""
    said = bool(draft.source and other.cue and other.source and other.content)
    between = said and min(other.source + other.cue) < draft.cue[0] < min(other.content)
    name = words(text, draft.source)
    return (
        between and is_according(draft, text) and not _FIGURES.search(name) and not is_paper(words(text, other.source))
    )


def _all_before(draft: Draft, text: str) -> list[Span]:
    """ "Z, X said on Monday.", of which the tagger has only "X said": Z is all that stands before in the sentence."""
    start, end = min(draft.source[0][0], draft.cue[0][0]), max(draft.source[-1][1], draft.cue[-1][1])
    sentence = sentence_at(text, start)
    said = trimmed(text, (sentence[0], start))
    whole = (
        said is not None
        and len(text[slice(*said)].split()) > SHORTEST
        and ENDS_WITH_COMMA.search(text, sentence[0], start)
    )
    return [said] if said and whole and reports(words(text, draft.cue)) and _TIME.match(text, end, sentence[1]) else []


def is_according(draft: Draft, text: str) -> bool:
    """Whether the draft's cue is "according to" or another of its kind."""
    return accords(words(text, draft.cue))


def cites(draft: Draft, text: str) -> bool:
    """Whether the draft's cue is one that brings in somebody cited."""
    return any(CITING.match(text[s:e] + " ") for s, e in draft.cue)
