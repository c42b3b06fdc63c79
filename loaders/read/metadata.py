"""What a source says of itself, and who is believed when two places say different things."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from urllib.parse import urlsplit

from graph.errors import InputError
from loaders.read.dates import parse_date

_NAMES = {
    "title": ("title",),
    "outlet": ("outlet", "source", "publisher"),
    "url": ("url",),
    "published": ("published", "date"),
    "language": ("language", "lang"),
}


@dataclass(frozen=True)
class Metadata:
    """Title, outlet, address, date of publication (ISO 8601) and language (BCP 47); unknown is None."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None


UNKNOWN = Metadata()
MIN_SCORE = 0.5
"""Below which an attribution is likelier wrong than right."""


@dataclass(frozen=True)
class Options(Metadata):
    """What the user says of the sources. It wins over front matter, which wins over a page's or text's own metadata.

    `published` may be in any form that `parse_date` reads. Raises InputError for a date or address that cannot be read.
    What is read with a score below `min_score` is marked doubtful.
    """

    min_score: float = MIN_SCORE

    def __post_init__(self) -> None:
        stated(self, "the options")

    @property
    def iso(self) -> Metadata:
        """The same with its date in ISO 8601."""
        return stated(self, "the options")


def stated(metadata: Metadata, where: str) -> Metadata:
    """Metadata that a person wrote, its date made ISO 8601; InputError where it cannot be read without guessing."""
    published = metadata.published and parse_date(metadata.published)
    if metadata.published and not published:
        raise InputError(where, f"cannot read the date {metadata.published!r} without guessing; write it as 2024-10-29")
    if metadata.url and not is_address(metadata.url):
        raise InputError(where, f"{metadata.url!r} is not an http(s) address")
    return Metadata(metadata.title, metadata.outlet, metadata.url, published, metadata.language)


def found_in_source(metadata: Metadata) -> Metadata:
    """Metadata that a machine wrote, its date made ISO 8601; what cannot be read is left unknown."""
    url = metadata.url if metadata.url and is_address(metadata.url) else None
    published = parse_date(metadata.published) if metadata.published else None
    return Metadata(metadata.title, metadata.outlet, url, published, metadata.language)


def first_known(*in_order: Metadata) -> Metadata:
    """For each field the first value that is known."""
    values = {f.name: next(filter(None, (getattr(m, f.name) for m in in_order)), None) for f in fields(Metadata)}
    return Metadata(**values)


def from_fields(values: Mapping[str, object]) -> Metadata:
    """Metadata from a mapping that a person or machine wrote, under any of the names in use; other keys are left."""
    lowered = {name.lower(): value for name, value in values.items()}
    return Metadata(**{field: _first_text(lowered, names) for field, names in _NAMES.items()})


def _first_text(values: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = values.get(name)
        if isinstance(value, str) and value.strip() and value.isprintable():
            return " ".join(value.split())
    return None


def is_address(url: str) -> bool:
    """Whether it is an absolute http or https URL."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
