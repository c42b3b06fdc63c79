"""Who passes on whom, where the sentence round an attribution says so: citing Y, after a briefing by Y, told OUTLET."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph.model import Span
from loaders.attribute.drafts import Draft
from loaders.attribute.phrases import BRIEFED, CARRIED, CITING, Knows, Phrase, carries, phrases, speaks
from loaders.attribute.sentences import sentence_at

INFERRED = 0.9
"""What a link found by its words keeps of the score of the attribution that it belongs to."""


def chain(drafts: Sequence[Draft], text: str, knows: Knows, is_outlet: Knows) -> list[Draft]:
    """Link the drafts of a section and add those that only their citing words show. Drafts are changed in place."""
    groups = _by_sentence(drafts, text)
    for group in groups.values():
        _share_content(group, text)
    added: list[Draft] = []
    for sentence, group in groups.items():
        voices = [d for d in group if d.content]
        if voices:
            added += _cited(voices, text, sentence, knows)
            added += _carriers(voices, text, sentence, is_outlet)
    return [*drafts, *added]


def _by_sentence(drafts: Sequence[Draft], text: str) -> dict[Span, list[Draft]]:
    groups: dict[Span, list[Draft]] = defaultdict(list)
    for draft in drafts:
        frame = draft.cue or draft.source
        if frame:
            groups[sentence_at(text, frame[0][0])].append(draft)
    return groups


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
                voice.rest_on(upstream, phrase.cue)
                voice.source = _without(voice.source, phrase.whole, text)
                added.append(upstream)
    return added


def _carriers(voices: Sequence[Draft], text: str, sentence: Span, is_outlet: Knows) -> list[Draft]:
    added = []
    for phrase in phrases(CARRIED, text, sentence):
        if carries(text[slice(*phrase.name)], is_outlet) and not _touches(phrase.name, (s for d in voices for s in d.content)):
            voice = _nearest(phrase, voices)
            carrier = Draft([phrase.name], [phrase.cue], list(voice.content), voice.score * INFERRED)
            carrier.rest_on(voice, phrase.cue)
            added.append(carrier)
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


def _without(source: list[Span], phrase: Span, text: str) -> list[Span]:
    """The source's pieces up to a phrase that stands in them: "Rutte, citing Y" leaves "Rutte"."""
    cut = [(s, min(e, phrase[0])) if s < phrase[0] < e else (s, e) for s, e in source]
    trimmed = [(s, s + len(text[s:e].rstrip(" ,;–—-"))) for s, e in cut]
    return [(s, e) for s, e in trimmed if e > s] or source
