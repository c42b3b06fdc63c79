"""What is inside a content: it is read again as a text of its own, and searched for "according to Y"."""

from collections.abc import Sequence

from graph.model import Span
from loaders.attribute.chains import INFERRED
from loaders.attribute.drafts import Draft
from loaders.attribute.link import flat_attributions
from loaders.attribute.phrases import CITING, FINDING, Knows, Phrase, phrases, reports, speaks
from loaders.attribute.sentences import sentence_at
from loaders.attribute.tagger import Tagger

SELF = {"i", "we", "you", "us", "me", "my", "our", "they", "he", "she", "it"}
SHORTEST = 30
"""Code points below which a content holds no attribution of somebody else."""


def nested(drafts: Sequence[Draft], text: str, tagger: Tagger, knows: Knows) -> list[Draft]:
    """The attributions inside the drafts' contents; each outer one rests on them. Drafts are changed in place."""
    found: list[Draft] = []
    outers = [d for d in drafts if d.content and not d.reported]
    for outer in outers:
        for span in outer.content:
            found += _by_words(outer, span, text, knows)
    spans = [(outer, span) for outer in outers for span in outer.content if span[1] - span[0] > SHORTEST]
    for section in tagger.read_each(text, [span for _, span in spans]):
        outer, span = next(pair for pair in spans if pair[1][0] <= section.words[0][0] < pair[1][1])
        for flat in flat_attributions(section, tagger.weights):
            inner = Draft(flat.source, [flat.cue] if flat.cue else [], flat.content, flat.score)
            if _is_another(inner, outer, text) and not _known(inner, found):
                found.append(_put_inside(inner, outer))
    return found


def _by_words(outer: Draft, span: Span, text: str, knows: Knows) -> list[Draft]:
    found = []
    for phrase in phrases(CITING, text, span):
        if speaks(text[slice(*phrase.name)], knows):
            content = _rest(text, span, phrase)
            if content:
                inner = Draft([phrase.name], [phrase.cue], content, outer.score * INFERRED)
                found.append(_put_inside(inner, outer))
    finding = FINDING.search(text, *span)
    if finding and not found:
        start = span[0] + len("that ") * text.startswith("that ", span[0])
        found_out = _trimmed(text, (finding.end(), min(span[1], sentence_at(text, finding.start("cue"))[1])))
        if knows(text[start : finding.start()]) and found_out:
            inner = Draft([(start, finding.start())], [finding.span("cue")], [found_out], outer.score * INFERRED)
            found.append(_put_inside(inner, outer))
    return found


def _rest(text: str, span: Span, phrase: Phrase) -> list[Span]:
    """The sentence of the content that holds the phrase, without it."""
    start, end = sentence_at(text, phrase.cue[0])
    sides = ((max(span[0], start), phrase.whole[0]), (phrase.whole[1], min(span[1], end)))
    return [side for side in (_trimmed(text, s) for s in sides) if side]


def _trimmed(text: str, span: Span) -> Span | None:
    """A range without "that", white space and punctuation at its edges, None if no word is left."""
    start, end = span
    while start < end and not text[start].isalnum() and text[start] not in "\"“'‘$€£":
        start += 1
    if text[start:end].lower().startswith("that "):
        return _trimmed(text, (start + 5, end))
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—-"):
        end -= 1
    return (start, end) if any(c.isalnum() for c in text[start:end]) and end - start > 5 else None


def _is_another(inner: Draft, outer: Draft, text: str) -> bool:
    """Whether an attribution found in a content is somebody else's, with speaker, cue and words all there."""
    if not (inner.source and inner.cue and inner.content):
        return False
    if not reports(text[slice(*inner.cue[0])]):
        return False
    words = text[inner.source[0][0] : inner.source[0][1]].lower().strip("\"“”'‘’ ")
    return words not in SELF and inner.overlap(outer.content) == sum(e - s for s, e in inner.content)


def _known(inner: Draft, found: Sequence[Draft]) -> bool:
    return any(c[0] < d[1] and d[0] < c[1] for other in found for c in inner.cue for d in other.cue)


def _put_inside(inner: Draft, outer: Draft) -> Draft:
    outer.rest_on(inner, inner.cue[0])
    inner.inside = outer
    return inner
