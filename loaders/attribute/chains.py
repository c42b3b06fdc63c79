"""Who passes on whom, where the sentence round an attribution says so: citing Y, after a briefing by Y, told OUTLET."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph.model import Span
from loaders.attribute.drafts import Draft
from loaders.attribute.phrases import (
    BRIEFED,
    CARRIED,
    CITING,
    HEARSAY,
    Knows,
    Phrase,
    carries,
    phrases,
    speaks,
    wants_subject,
)
from loaders.attribute.sentences import sentence_at

INFERRED = 0.9
"""What a link found by its words keeps of the score of the attribution that it belongs to."""
LONGEST_NAME = 10
"""Words beyond which what follows "citing", or stands before "after a briefing by", is no name."""
LEAD = 400
"""Code points within which "He spoke to OUTLET." leads in the words that follow."""


def chain(drafts: Sequence[Draft], text: str, knows: Knows, is_outlet: Knows) -> list[Draft]:
    """Link the drafts of a section and add those that only their citing words show. Drafts are changed in place."""
    for group in _by_sentence(drafts, text).values():
        _give_back_speaker(group, text)
    drafts = _complete(drafts, text)
    groups = _by_sentence(drafts, text)
    for sentence, group in groups.items():
        for draft in group:
            draft.source = _in_sentence(draft.source, sentence)
        _read_cited_name(group, text, knows)
        _share_source(group, text)
        _share_content(group, text)
    added: list[Draft] = []
    for sentence, group in groups.items():
        voices = [d for d in group if d.content]
        if voices:
            added += _cited(voices, text, sentence, knows)
            added += _carriers(voices, text, sentence, is_outlet)
    spoken = {s for s, group in groups.items() if any(d.content for d in group)}
    return [*drafts, *added, *_led_in(drafts, text, is_outlet, spoken)]


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


def _complete(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """Where all the tagger has of a content is "that", before "according to Y", it is the rest of the sentence."""
    taken: list[Span] = []
    for draft in drafts:
        if [text[s:e].lower() for s, e in draft.content] == ["that"]:
            (start, _) = draft.content[0]
            end = sentence_at(text, start)[1]
            draft.content = [(start, start + len(text[start:end].rstrip(" \r\n.!?")))]
            taken += draft.content
    return [d for d in drafts if d.content or not any(_touches(cue, taken) for cue in d.cue)]


def _in_sentence(source: list[Span], sentence: Span) -> list[Span]:
    """The pieces of a source that stand in its cue's sentence, all of them if none does."""
    return [(s, e) for s, e in source if sentence[0] <= s < sentence[1]] or source


def _read_cited_name(group: Sequence[Draft], text: str, knows: Knows) -> None:
    """The tagger takes the name after "citing" for what is said, and who cites for its speaker: put them right."""
    for draft in group:
        name = " ".join(text[s:e] for s, e in draft.content)
        if cites(draft, text) and 0 < len(name.split()) <= LONGEST_NAME and speaks(name, knows):
            for other in group:
                if other.content and not other.source and other is not draft:
                    other.source = list(draft.source)
            draft.source, draft.content = draft.content, []


def _share_source(group: Sequence[Draft], text: str) -> None:
    """A verb with no speaker of its own has that of the verb before it: "Yoon called it a threat, warning that …"."""
    for draft in sorted(group, key=lambda d: d.cue):
        if draft.source or not draft.cue or not draft.content or not wants_subject(text[slice(*draft.cue[0])]):
            continue
        others = [d for d in group if d.source and d.cue and not cites(d, text) and d.source[0][0] < draft.cue[0][0]]
        if others:
            draft.source = list(max(others, key=lambda d: d.source[0][0]).source)


def _share_content(group: Sequence[Draft], text: str) -> None:
    """Where a cue of the sentence only cites, or only speaks, it has the other's content: "X, citing Y, said Z"."""
    for draft in group:
        others = [d for d in group if d.content and d is not draft]
        if draft.content or not (draft.source and draft.cue and others):
            continue
        other = min(others, key=lambda d: _gap(draft.cue, d.cue or d.content))
        if cites(draft, text):
            draft.content = list(other.content)
            other.rest_on(draft, draft.cue[0])
        elif not other.source and HEARSAY.search(text[slice(*(other.cue or other.content)[0])]):
            draft.content, other.content = other.content, []
        elif cites(other, text) and other.cue:
            draft.content = list(other.content)
            draft.rest_on(other, other.cue[0])


def cites(draft: Draft, text: str) -> bool:
    """Whether the draft's cue is one that brings in somebody cited."""
    return any(CITING.match(text[s:e] + " ") for s, e in draft.cue)


def _cited(voices: Sequence[Draft], text: str, sentence: Span, knows: Knows) -> list[Draft]:
    added = []
    for pattern in (CITING, BRIEFED):
        for phrase in phrases(pattern, text, sentence):
            if _free(phrase, voices) and speaks(text[slice(*phrase.name)], knows):
                voice = _nearest(phrase, voices)
                upstream = Draft([phrase.name], [phrase.cue], list(voice.content), voice.score * INFERRED)
                voice.source = _speaker(voice.source, phrase, text, sentence)
                voice.rest_on(upstream, phrase.cue)
                added.append(upstream)
    return added


def _carriers(voices: Sequence[Draft], text: str, sentence: Span, is_outlet: Knows) -> list[Draft]:
    added = []
    for phrase in phrases(CARRIED, text, sentence):
        within = any(_touches(phrase.name, d.content) for d in voices)
        if carries(text[slice(*phrase.name)], is_outlet) and not within:
            voice = _nearest(phrase, voices)
            carrier = Draft([phrase.name], [phrase.cue], list(voice.content), voice.score * INFERRED)
            carrier.rest_on(voice, phrase.cue)
            added.append(carrier)
    return added


def _led_in(drafts: Sequence[Draft], text: str, is_outlet: Knows, taken: Iterable[Span]) -> list[Draft]:
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
        added += _carriers([draft], text, before, is_outlet)
    return added


def _free(phrase: Phrase, voices: Sequence[Draft]) -> bool:
    """Whether a phrase is outside every content and is not itself one of the voices."""
    taken = [span for d in voices for span in (*d.content, *d.cue)]
    return not _touches(phrase.whole, taken) and not any(_touches(phrase.name, d.source) and d.reported for d in voices)


def _nearest(phrase: Phrase, voices: Sequence[Draft]) -> Draft:
    return min(voices, key=lambda d: _gap([phrase.cue], d.source or d.cue))


def _gap(a: Sequence[Span], b: Sequence[Span]) -> int:
    return min(max(x[0] - y[1], y[0] - x[1], 0) for x in a for y in b)


def _touches(span: Span, spans: Iterable[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in spans)


def _speaker(source: list[Span], phrase: Phrase, text: str, sentence: Span) -> list[Span]:
    """Who speaks, when a phrase that names another stands in or for the source: "Rutte, citing Y" leaves "Rutte"."""
    if not _touches(phrase.whole, source):
        return source
    cut = [(s, min(e, phrase.whole[0])) for s, e in source if s < phrase.whole[0]]
    head = cut or [(sentence[0], phrase.whole[0])]
    trimmed = [(s, s + len(text[s:e].rstrip(" ,;–—-"))) for s, e in head]
    named = [span for span in trimmed if 0 < len(text[slice(*span)].split()) <= LONGEST_NAME]
    return named if named and text[slice(*named[0])] != "" else source
