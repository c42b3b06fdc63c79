"""From a source to its articles."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from graph.errors import InputError
from loaders.read.decode import decode, mend
from loaders.read.documents import Contents, Source, document, sha256
from loaders.read.found import Found
from loaders.read.frontmatter import front_matter
from loaders.read.kinds import Kind, kind_of
from loaders.read.markdown import link_targets, markdown_paragraphs
from loaders.read.metadata import Metadata, Options, found_in_source, from_fields
from loaders.read.page import decode_page, read_page
from loaders.read.paragraphs import paragraphs
from loaders.read.rows import Row, json_rows, jsonl_rows, row_text
from loaders.records import Document


def read(found: Found, options: Options) -> Iterator[Document | InputError]:
    """Every article in a source, or why it cannot be read; one bad row does not keep the others back. Never raises."""
    try:
        yield from _READERS[kind_of(found)](found, options)
    except InputError as refusal:
        yield refusal
    except RecursionError:
        yield InputError(found.name, "nested too deeply")


def _plain(found: Found, options: Options) -> Iterator[Document]:
    text = decode(found.content(), found.name)
    whole = mend(text)
    yield document(_source(found), Contents(whole, paragraphs(whole), extracted=whole != text), options)


def _markdown(found: Found, options: Options) -> Iterator[Document]:
    text = decode(found.content(), found.name)
    whole = mend(text)
    metadata, start = front_matter(whole, found.name)
    rows, headline = markdown_paragraphs(whole, start)
    if not rows:
        raise InputError(found.name, "no text after the front matter" if start else "no words in it")
    contents = Contents(whole, rows, metadata, link_targets(whole, rows), headline, extracted=whole != text)
    yield document(_source(found), contents, options)


def _page(found: Found, options: Options) -> Iterator[Document]:
    text, metadata = read_page(decode_page(found.content(), found.name), found.name)
    yield document(_source(found), _extracted(text, metadata), options)


def _json(found: Found, options: Options) -> Iterator[Document | InputError]:
    yield from _rows(found, options, json_rows(decode(found.content(), found.name), found.name))


def _jsonl(found: Found, options: Options) -> Iterator[Document | InputError]:
    yield from _rows(found, options, jsonl_rows(decode(found.content(), found.name), found.name))


def _rows(found: Found, options: Options, rows: Iterator[Row]) -> Iterator[Document | InputError]:
    empty = True
    for row in rows:
        empty = False
        try:
            yield _from_row(found, options, row)
        except InputError as refusal:
            yield refusal
    if empty:
        yield InputError(found.name, "no articles in it")


def _from_row(found: Found, options: Options, row: Row) -> Document:
    if isinstance(row.values, InputError):
        raise row.values
    source = _source(found) if row.number is None else _row_source(found, row.number, row.values)
    metadata = from_fields(row.values)
    return document(source, _extracted(row_text(row.values, source.name), metadata), options)


def _extracted(text: str, metadata: Metadata) -> Contents:
    """Text from inside a page or record, with what a machine wrote of it."""
    whole = mend(text)
    return Contents(whole, paragraphs(whole), found_in_source(metadata), extracted=True)


def _coded(found: Found, options: Options) -> Iterator[InputError]:  # noqa: ARG001 (one signature for all)
    yield InputError(found.name, "hand-made assertions, not an article")


def _source(found: Found) -> Source:
    return Source(found.name, _place(found), sha256(found.content()))


def _row_source(found: Found, number: int, values: object) -> Source:
    """A row is hashed by itself, so that a change in one leaves the others what they were."""
    place = _place(found)
    content = json.dumps(values, sort_keys=True).encode()
    return Source(f"{found.name} row {number}", place and f"{place}#{number}", sha256(content))


def _place(found: Found) -> str | None:
    return str(Path.cwd() / found.path) if found.path else None


_READERS: dict[Kind, Callable[[Found, Options], Iterator[Document | InputError]]] = {
    "plain": _plain,
    "markdown": _markdown,
    "page": _page,
    "json": _json,
    "jsonl": _jsonl,
    "csv": _coded,
    "yaml": _coded,
}
