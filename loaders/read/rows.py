"""JSON and JSON Lines as rows: each a mapping, or the reason why it is none."""

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from graph.errors import InputError

TEXTS = ("text", "body", "content")


class Row(NamedTuple):
    """A row's number (from 1; None where the file is one object) and its values, or what is wrong with it."""

    number: int | None
    values: Mapping[str, object] | InputError


def json_rows(text: str, name: str) -> Iterator[Row]:
    """An object, or a list of objects. Raises InputError with line and column where it is not JSON."""
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(name, f"line {error.lineno}, column {error.colno}: {_plain(error)}") from error
    except ValueError as error:
        raise InputError(name, "a number with too many digits") from error
    if isinstance(whole, dict):
        yield Row(None, whole)
    elif isinstance(whole, list):
        yield from (_row(number, item, name) for number, item in enumerate(whole, 1))
    else:
        raise InputError(name, "JSON, but neither an object nor a list of objects")


def jsonl_rows(text: str, name: str) -> Iterator[Row]:
    """An object on each line that is not blank; a row's number is its line's."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield _row(number, json.loads(line), name)
            except json.JSONDecodeError as error:
                yield Row(number, InputError(f"{name} row {number}", f"column {error.colno}: {_plain(error)}"))
            except ValueError:
                yield Row(number, InputError(f"{name} row {number}", "a number with too many digits"))
            except RecursionError:
                yield Row(number, InputError(f"{name} row {number}", "nested too deeply"))


def row_text(values: Mapping[str, object], where: str) -> str:
    """The article's text, under any of the names in use; InputError where there is none."""
    name = next((name for name in TEXTS if values.get(name) is not None), None)
    if name is None:
        raise InputError(where, 'no text: none of "text", "body" and "content" is there')
    text = values[name]
    if not isinstance(text, str):
        raise InputError(where, f'"{name}" is not a string')
    return text


def _row(number: int, item: object, name: str) -> Row:
    return Row(number, item if isinstance(item, dict) else InputError(f"{name} row {number}", "not an object"))


def _plain(error: json.JSONDecodeError) -> str:
    return error.msg[:1].lower() + error.msg[1:]
