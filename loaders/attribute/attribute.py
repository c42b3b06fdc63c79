"""The attribution step: a Document in, its Attributions out."""

import re
from dataclasses import replace

from loaders.attribute.chains import chain
from loaders.attribute.drafts import LOWEST, Draft, records
from loaders.attribute.headlines import headline, read_headline
from loaders.attribute.labelled import labelled
from loaders.attribute.link import flat_attributions
from loaders.attribute.nested import nested
from loaders.attribute.paragraphs import keep_in_paragraph
from loaders.attribute.quotations import close_quotations
from loaders.attribute.saying import believed
from loaders.attribute.spans import touches, whole_name, word_start
from loaders.attribute.speaking import Knows
from loaders.attribute.standing import give_voices
from loaders.attribute.tagger import Tagger, shipped
from loaders.records import Attribution, Document

_DOES = re.compile(r"(?P<name>(?:[A-Z][\w'’.-]*\s)*?[A-Z][\w'’.-]*)\s+[a-z]+ed\s+\S")
"""Who does what somebody says something by: "Norland summoned the envoy" to complain."""


def attribute(
    document: Document, knows: Knows, is_outlet: Knows, tagger: Tagger | None = None
) -> tuple[Attribution, ...]:
    """Every attribution in the document's body, in order of the text.

    `knows` tells whether a name as written is a known actor's, `is_outlet` whether it is an outlet's; they decide
    whether "citing …" and "told …" name somebody who says things. Spans are code-point ranges of `document.text`.
    """
    document = replace(document, text=document.prose)
    reader, text = tagger or shipped(), document.text
    drafts: list[Draft] = []
    first = headline(document)
    for section in reader.read(text, document.body):
        flats = flat_attributions(section, reader.weights)
        tagged = [
            _whole(Draft(f.source, [f.cue] if f.cue else [], f.content, f.score(reader.weights.right)), text)
            for f in flats
        ]
        for draft in tagged:
            keep_in_paragraph(draft, text)
            if first and touches(first, draft.cue):
                draft.content = [span for span in draft.content if touches(first, [span])]
        within = section.words[0][0], section.words[-1][1]
        close_quotations(tagged, text, within)
        linked = chain([d for d in tagged if (d.cue or d.source) and d.score >= LOWEST], text, within, knows, is_outlet)
        linked += give_voices(linked, text, within, knows)
        drafts += linked + nested(linked, text, reader, knows)
    drafts = labelled(read_headline(drafts, document, knows), document, knows)
    return records(believed(drafts, text), text)


def _whole(draft: Draft, text: str) -> Draft:
    """The draft with its sources' names whole and alone: the tagger may part "Sun-won", or take "on Monday" in."""
    if draft.cue and text[slice(*draft.cue[0])].startswith("to "):
        doing = [found for span in draft.source if (found := _DOES.match(text, *span))]
        draft.source = [found.span("name") for found in doing] or draft.source
    draft.source = sorted({whole_name(text, span) for span in draft.source})
    taken = max((end for _, end in draft.source), default=0)
    draft.cue = [(word_start(text, taken), end) if start < taken < end else (start, end) for start, end in draft.cue]
    return draft


def extractor(tagger: Tagger | None = None) -> str:
    """The name and version that assertions carry in `by`."""
    return f"whence-tagger {(tagger or shipped()).weights.version}"
