"""CSV with a header row, however its columns are set apart."""

import csv
import io
from collections.abc import Iterator, Sequence

from graph.errors import InputError

_DELIMITERS = (",", ";", "\t")


def table_rows(
    text: str, name: str, needed: Sequence[str], known: Sequence[str]
) -> Iterator[tuple[int, dict[str, str] | InputError]]:
    """Each row's number, as a spreadsheet counts (the header is row 1), and its cells by column; blank rows are passed.

    Columns are set apart by comma, semicolon or tab, whichever makes most of the header known. Raises InputError where
    a needed column is missing or one is unknown or there twice; a row that cannot be read is an InputError of its own.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text, known), strict=True)
    rows = _numbered(reader, name)
    header = _header(next(rows, (1, []))[1], name, needed, known)
    for number, cells in rows:
        if isinstance(cells, InputError):
            yield number, cells
        elif any(cell.strip() for cell in cells):
            yield number, _by_column(header, cells, f"{name} row {number}")


def _delimiter(text: str, known: Sequence[str]) -> str:
    first = text.lstrip().split("\n", 1)[0]
    return max(_DELIMITERS, key=lambda d: len({_column(cell) for cell in first.split(d)} & set(known)))


def _numbered(reader: Iterator[list[str]], name: str) -> Iterator[tuple[int, list[str] | InputError]]:
    number = 0
    while True:
        number += 1
        try:
            yield number, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, InputError(f"{name} row {number}", f"cannot be read: {error}")


def _header(cells: list[str] | InputError, name: str, needed: Sequence[str], known: Sequence[str]) -> list[str]:
    if isinstance(cells, InputError):
        raise cells
    header = [_column(cell) for cell in cells]
    for what, columns in (
        ("missing", [c for c in needed if c not in header]),
        ("unknown", [c or "(no name)" for c in header if c not in known]),
        ("there twice", sorted({c for c in header if header.count(c) > 1})),
    ):
        if columns:
            plural = "s" if len(columns) > 1 else ""
            raise InputError(name, f"column{plural} {what}: {', '.join(columns)}; known are {', '.join(known)}")
    return header


def _column(cell: str) -> str:
    return cell.strip().strip('"').strip().lower()


def _by_column(header: list[str], cells: list[str], where: str) -> dict[str, str] | InputError:
    if len(cells) != len(header):
        return InputError(where, f"{len(cells)} cells, but the header has {len(header)}")
    return dict(zip(header, cells, strict=True))
