"""Words that say who told the sentence before them, or whose the rest of their own is.

"This was reported by the mayor." makes the sentence before it the mayor's; "In his words, it was a mistake" makes the
rest of the sentence that man's, whom the pronoun stands for.
"""

import re
from collections.abc import Sequence

from graph.model import Span
from loaders.attribute.drafts import Draft
from loaders.attribute.paragraphs import paragraph
from loaders.attribute.phrases import phrases
from loaders.attribute.sentences import sentence_at, words_end
from loaders.attribute.spans import touches, trimmed, without
from loaders.attribute.speaking import Knows, speaks

SCORE = 0.6
_BY = re.compile(
    r"\b(?:This|That|It|The\s+(?:information|news))\s+(?P<cue>(?:was|is|has\s+been|had\s+been)\s+(?:also\s+)?"
    r"(?:reported|stated|announced|said|confirmed|claimed|published|noted|disclosed|revealed)\s+by)\s+"
)
_WORDS = re.compile(
    r"\b(?P<before>in)\s+(?P<whose>his|her|their)\s+(?P<after>(?:own\s+)?(?:words|opinion|view|assessment))\b"
    r"(?=\s*[,:])",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"\s*[,:]\s*[“\"‘']")


def backward(drafts: Sequence[Draft], text: str, within: Span, knows: Knows) -> list[Draft]:
    """The drafts of a range with those that such words show. Drafts are changed in place."""
    return _in_words(_told_by(list(drafts), text, within, knows), text, within)


def _told_by(drafts: list[Draft], text: str, within: Span, knows: Knows) -> list[Draft]:
    for phrase in phrases(_BY, text, within, short=True):
        before = _before(text, sentence_at(text, phrase.cue[0])[0])
        if before is None or not speaks(text[slice(*phrase.name)], knows):
            continue
        drafts = [d for d in drafts if not touches(phrase.cue, d.cue)]
        told = [d for d in drafts if not d.reported and d.overlap([before])]
        nobody = [d for d in told if not d.source]
        for draft in nobody:
            draft.source, draft.cue = [phrase.name], [phrase.cue]
        content = told[0].content if told else [before]
        if not nobody:
            carrier = Draft([phrase.name], [phrase.cue], list(content), SCORE)
            for draft in told[:1]:
                carrier.rest_on(draft, phrase.cue)
            drafts.append(carrier)
    return drafts


def _before(text: str, start: int) -> Span | None:
    """The sentence that ends before a code point, in its paragraph."""
    first = paragraph(text, start)[0]
    return trimmed(text, sentence_at(text, start - 1)) if start - 1 > first else None


def _in_words(drafts: list[Draft], text: str, within: Span) -> list[Draft]:
    for found in _WORDS.finditer(text, *within):
        cue = [found.span("before"), found.span("after")]
        inside = [d for d in drafts if any(start < found.start() and found.end() < end for start, end in d.content)]
        if inside or any(touches(found.span(), d.cue) for d in drafts):
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
