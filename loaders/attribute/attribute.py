"""The attribution step: a Document in, its Attributions out."""

from dataclasses import replace

from graph.model import Span
from loaders.attribute.chains import chain
from loaders.attribute.drafts import LOWEST, Draft, records
from loaders.attribute.headlines import cut_headline, headline, read_headlines
from loaders.attribute.labelled import labelled
from loaders.attribute.learning import learned
from loaders.attribute.link import flat_attributions
from loaders.attribute.mending import drop_dateline, make_whole
from loaders.attribute.nested import nested
from loaders.attribute.nouns import by_nouns
from loaders.attribute.outlets import under_outlets
from loaders.attribute.paragraphs import keep_in_paragraph, without_reminders
from loaders.attribute.parting import part
from loaders.attribute.quotations import close_quotations
from loaders.attribute.retold import retold
from loaders.attribute.reviewed import reviewed
from loaders.attribute.saying import believed, is_deed
from loaders.attribute.sharing import go_on_too
from loaders.attribute.singles import doubled
from loaders.attribute.spans import touches
from loaders.attribute.speaking import Knows
from loaders.attribute.standing import give_voices
from loaders.attribute.styled import styled
from loaders.attribute.tagger import Section, Tagger, shipped
from loaders.attribute.upstream import upstream
from loaders.records import Attribution, Document


def attribute(
    document: Document, knows: Knows, is_outlet: Knows, tagger: Tagger | None = None
) -> tuple[Attribution, ...]:
    """Every attribution in the document's body, in order of the text.

    `knows` tells whether a name as written is a known actor's, `is_outlet` whether it is an outlet's; they decide
    whether "citing …" and "told …" name somebody who says things. Spans are code-point ranges of `document.text`.
    """
    document = replace(document, text=doubled(document.prose))
    reader, text = tagger or shipped(), document.text
    drafts: list[Draft] = []
    first = headline(document)
    for section in reader.read(text, without_reminders(text, document.body)):
        told = read_section(section, text, first, reader, (knows, is_outlet))
        told += retold(told, section, text, reader.retold)
        go_on_too(told)
        part(told, text)
        drafts += told
    for draft in drafts:
        drop_dateline(draft, text)
        if first and touches(first, draft.cue):
            cut_headline(draft, first, text)
    drafts = labelled(read_headlines(drafts, document, knows, is_outlet), document, knows, is_outlet)
    return records(believed(drafts, text), text)


def read_section(
    section: Section, text: str, first: Span | None, reader: Tagger, known: tuple[Knows, Knows]
) -> list[Draft]:
    """The attributions of a section, put together and linked, before those in the middle of others' words are sought.

    `first` is the headline's range, `known` are `attribute`'s `knows` and `is_outlet`.
    """
    knows, is_outlet = known
    flats = flat_attributions(section, reader.weights)
    tagged = [Draft(f.source, [f.cue] if f.cue else [], f.content, f.score(reader.weights.right)) for f in flats]
    for draft in tagged:
        drop_dateline(draft, text)
        make_whole(draft, text)
        keep_in_paragraph(draft, text)
        if first and touches(first, draft.cue):
            draft.content = [span for span in draft.content if touches(first, [span])]
    within = section.words[0][0], section.words[-1][1]
    close_quotations(tagged, text, within)
    sure = [d for d in tagged if (d.cue or d.source) and d.score >= LOWEST and not is_deed(d, text)]
    linked = chain(sure, text, within, knows, is_outlet)
    linked += give_voices(linked, text, within, knows)
    inside = nested(linked, text, reader, section, knows)
    under_outlets([*linked, *inside], text, is_outlet)
    told = upstream(section, linked + inside, text, reader, knows)
    told = learned(by_nouns(told, text, within, knows, is_outlet), text, within, knows)
    told += styled(told, text, within, knows)
    return told + reviewed(told, text, is_outlet)


def extractor(tagger: Tagger | None = None) -> str:
    """The name and version that assertions carry in `by`."""
    return f"whence-tagger {(tagger or shipped()).weights.version}"
