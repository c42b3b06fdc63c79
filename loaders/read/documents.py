"""One source and what was read from it, made a Document."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Span
from loaders.read.boilerplate import parts
from loaders.read.decode import checked, mend
from loaders.read.metadata import Metadata, Options, first_known, found_in_source
from loaders.read.paragraphs import Paragraph, paragraphs
from loaders.records import Document


@dataclass(frozen=True)
class Source:
    """Where a text is from: a name for messages, its absolute path (with `#row` for one row of many), its hash."""

    name: str
    place: str | None
    sha256: str


def sha256(content: bytes) -> str:
    """In hex."""
    return hashlib.sha256(content).hexdigest()


def document(  # noqa: PLR0913 (what a text can bring)
    source: Source,
    text: str,
    options: Options,
    *,
    stated: Metadata | None = None,
    machine: Metadata | None = None,
    found: Sequence[Paragraph] | None = None,
    gaps: Sequence[Span] = (),
    headline: Span | None = None,
    extracted: bool = False,
) -> Document:
    """A Document of `text`, mended where it was garbled.

    `stated` is metadata that a person wrote, `machine` what a page or record says. `found` are the paragraphs where
    they are not those of a plain text, `gaps` ranges inside them to be left out, `headline` one that is marked as such.
    Raises InputError where the text has no words.
    """
    checked(text, source.name)
    mended = mend(text)
    if mended != text:
        text, extracted, found, gaps, headline = mended, True, None, (), None
    kept = parts(paragraphs(text) if found is None else found)
    headline = headline or kept.headline
    title = " ".join(text[slice(*headline)].split()) if headline else None
    known = first_known(
        options.iso,
        stated or Metadata(),
        found_in_source(machine or Metadata()),
        Metadata(title=title, published=kept.published),
    )
    return Document(
        name=source.name,
        place=source.place,
        sha256=source.sha256,
        text=text,
        body=_without(kept.body, gaps, text),
        extracted=extracted,
        headline=headline,
        title=known.title,
        outlet=known.outlet,
        url=known.url,
        published=known.published,
        language=known.language,
    )


def _without(body: Sequence[Span], gaps: Sequence[Span], text: str) -> tuple[Span, ...]:
    """The ranges of the body less the gaps, which are in order; none has white space at its ends."""
    found: list[Span] = []
    waiting = iter([*gaps, (len(text) + 1, len(text) + 1)])
    gap = next(waiting)
    for start, end in body:
        at = start
        while gap[1] <= at:
            gap = next(waiting)
        while gap[0] < end:
            found.append((at, gap[0]))
            at = gap[1]
            gap = next(waiting)
        found.append((at, end))
    return tuple(span for span in (_stripped(text, *span) for span in found) if span[0] < span[1])


def _stripped(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())
