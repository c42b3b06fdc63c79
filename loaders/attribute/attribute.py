"""The attribution step: a Document in, its Attributions out."""

from loaders.attribute.chains import chain
from loaders.attribute.drafts import Draft, records
from loaders.attribute.link import flat_attributions
from loaders.attribute.nested import nested
from loaders.attribute.paragraphs import keep_in_paragraph
from loaders.attribute.phrases import Knows
from loaders.attribute.quotations import close_quotations
from loaders.attribute.tagger import Tagger, shipped
from loaders.records import Attribution, Document


def attribute(
    document: Document, knows: Knows, is_outlet: Knows, tagger: Tagger | None = None
) -> tuple[Attribution, ...]:
    """Every attribution in the document's body, in order of the text.

    `knows` tells whether a name as written is a known actor's, `is_outlet` whether it is an outlet's; they decide
    whether "citing …" and "told …" name somebody who says things. Spans are code-point ranges of `document.text`.
    """
    reader, text = tagger or shipped(), document.text
    drafts: list[Draft] = []
    for section in reader.read(text, document.body):
        flats = flat_attributions(section, reader.weights)
        tagged = [Draft(f.source, [f.cue] if f.cue else [], f.content, f.score) for f in flats]
        for draft in tagged:
            keep_in_paragraph(draft, text)
        close_quotations(tagged, text, (section.words[0][0], section.words[-1][1]))
        linked = chain([d for d in tagged if d.cue or d.source], text, knows, is_outlet)
        drafts += linked + nested(linked, text, reader, knows)
    return records(drafts, text)


def extractor(tagger: Tagger | None = None) -> str:
    """The name and version that assertions carry in `by`."""
    return f"whence-tagger {(tagger or shipped()).weights.version}"
