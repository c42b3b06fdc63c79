"""One source and what was read from it, made a Document."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from graph.errors import InputError
from graph.model import Span
from loaders.read.boilerplate import NEAR_TOP, parts
from loaders.read.decode import checked
from loaders.read.metadata import UNKNOWN, Metadata, Options, first_known
from loaders.read.paragraphs import Paragraph
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


@dataclass(frozen=True)
class Contents:
    """What was read from a source: the text, its paragraphs, and what the source says of itself.

    `gaps` are ranges inside paragraphs that are not to be read, in order; `headline` is one that is marked as such;
    `extracted`: the text is not the decoded input itself.
    """

    text: str
    paragraphs: Sequence[Paragraph]
    metadata: Metadata = UNKNOWN
    gaps: Sequence[Span] = ()
    headline: Span | None = None
    extracted: bool = False


def document(source: Source, contents: Contents, options: Options) -> Document:
    """A Document; InputError where the text has no words."""
    text = checked(contents.text, source.name)
    kept = parts(contents.paragraphs)
    body = _without(kept.body, contents.gaps, text)
    if not body:
        raise InputError(source.name, "no words in it")
    headline = contents.headline or _titled(contents) or kept.headline
    title = " ".join(text[slice(*headline)].split()) if headline else None
    known = first_known(options.iso, contents.metadata, Metadata(title=title, published=kept.published))
    return Document(
        name=source.name,
        place=source.place,
        sha256=source.sha256,
        text=text,
        body=body,
        extracted=contents.extracted,
        headline=headline,
        title=known.title,
        outlet=known.outlet,
        url=known.url,
        published=known.published,
        language=known.language,
    )


def _titled(contents: Contents) -> Span | None:
    """The paragraph near the top that is the title that the source states."""
    near = contents.paragraphs[:NEAR_TOP]
    return next((row.span for row in near if " ".join(row.text.split()) == contents.metadata.title), None)


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
