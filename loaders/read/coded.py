"""Assertions that a person made by hand, in CSV, YAML or JSON Lines."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast, get_args

import yaml

from graph.errors import InputError
from graph.model import Mode, Polarity
from loaders.read.decode import decode
from loaders.read.found import Found
from loaders.read.frontmatter import described
from loaders.read.kinds import kind_of
from loaders.read.rows import TEXTS, jsonl_rows
from loaders.read.tables import table_rows
from loaders.records import CodedAssertion

NEEDED = ("article", "actor", "words")
KNOWN = (*NEEDED, "cue", "citing", "mode", "polarity", "coder", "start", "strike")
YES, NO = ("yes", "true", "1"), ("no", "false", "0")


class _Entry(NamedTuple):
    where: str
    values: Mapping[str, object]


def is_coded(found: Found) -> bool:
    """Whether a source holds hand-made assertions, not articles: CSV and YAML always do; JSON Lines if its first row
    that is an object has "words" and none of "text", "body" and "content"; nothing else does. Never raises."""
    try:
        kind = kind_of(found)
        if kind != "jsonl":
            return kind in ("csv", "yaml")
        rows = jsonl_rows(decode(found.content(), found.name), found.name)
        first = next((row.values for row in rows if isinstance(row.values, dict)), {})
    except (InputError, RecursionError):
        return False
    return "words" in first and not any(name in first for name in TEXTS)


def read_coded(found: Found) -> Iterator[CodedAssertion | InputError]:
    """Every assertion, or why its row cannot be read; one bad row does not keep the others back. Never raises.

    Columns or keys: article, actor (may be empty: source unknown), words; and at will cue, citing, mode, polarity,
    coder, start (the code point at which the words begin) and strike (yes: what is read in these words is wrong).
    """
    empty = True
    try:
        for entry in _entries(found):
            empty = False
            yield entry if isinstance(entry, InputError) else _assertion(entry)
        if empty:
            yield InputError(found.name, "no assertions in it")
    except InputError as refusal:
        yield refusal
    except RecursionError:
        yield InputError(found.name, "nested too deeply")


def coded_row(where: str, values: Mapping[str, object]) -> CodedAssertion:
    """One hand-made assertion from names and values; InputError where it is none."""
    return _checked(_Entry(where, values))


def _entries(found: Found) -> Iterator[_Entry | InputError]:
    kind, text = kind_of(found), decode(found.content(), found.name)
    if kind == "csv":
        for number, row in table_rows(text, found.name, NEEDED, KNOWN):
            yield row if isinstance(row, InputError) else _Entry(f"{found.name} row {number}", row)
    elif kind == "yaml":
        yield from _listed(text, found.name)
    elif kind == "jsonl":
        for line, values in jsonl_rows(text, found.name):
            yield values if isinstance(values, InputError) else _Entry(f"{found.name} row {line}", values)
    else:
        raise InputError(found.name, "not hand-made assertions: CSV, YAML or JSON Lines")


def _listed(text: str, name: str) -> Iterator[_Entry | InputError]:
    try:
        top = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        raise InputError(name, described(error)) from error
    if not isinstance(top, yaml.SequenceNode):
        raise InputError(name, "not a list of assertions")
    for node in top.value:
        where = f"{name} line {node.start_mark.line + 1}"
        if isinstance(node, yaml.MappingNode):
            yield _Entry(where, {str(key.value): _scalar(value) for key, value in node.value})
        else:
            yield InputError(where, "not a list of names and values")


def _scalar(node: yaml.Node) -> object:
    if not isinstance(node, yaml.ScalarNode):
        return node
    return None if node.style is None and node.value in ("", "~", "null") else node.value


def _assertion(entry: _Entry) -> CodedAssertion | InputError:
    try:
        return _checked(entry)
    except InputError as refusal:
        return refusal


def _checked(entry: _Entry) -> CodedAssertion:
    unknown = sorted(set(entry.values) - set(KNOWN))
    if unknown:
        raise InputError(entry.where, f"unknown: {', '.join(unknown)}; known are {', '.join(KNOWN)}")
    values = {name: _text(entry, name) for name in KNOWN}
    article, words = values["article"], values["words"]
    if not article or not words:
        raise InputError(entry.where, f"{'words' if article else 'article'} must not be empty")
    mode = _one_of(entry.where, "mode", values["mode"], get_args(Mode))
    polarity = _one_of(entry.where, "polarity", values["polarity"], get_args(Polarity))
    return CodedAssertion(
        where=entry.where,
        article=article,
        actor=values["actor"],
        words=words,
        cue=values["cue"],
        citing=values["citing"],
        mode=cast("Mode | None", mode),
        polarity=cast("Polarity | None", polarity),
        coder=values["coder"],
        start=_start(entry),
        strike=_one_of(entry.where, "strike", values["strike"], YES + NO) in YES,
    )


def _start(entry: _Entry) -> int | None:
    text = _text(entry, "start")
    if text is not None and not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise InputError(entry.where, f"start {text!r} is no whole number")
    return int(text) if text else None


def _text(entry: _Entry, name: str) -> str | None:
    value = entry.values.get(name)
    if value is None:
        return None
    if name in ("start", "strike") and isinstance(value, int):
        return str(value)
    if not isinstance(value, str):
        raise InputError(entry.where, f"{name} is not a text")
    return value.strip() or None


def _one_of(where: str, name: str, value: str | None, known: tuple[str, ...]) -> str | None:
    if value is not None and value.lower() not in known:
        raise InputError(where, f"{name} {value!r} is none of {', '.join(known)}")
    return value.lower() if value else None
