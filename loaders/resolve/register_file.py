"""The register's YAML files: read strictly, so that a slip of the pen is told and not lived with."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, cast, get_args

import yaml

from graph.errors import InputError
from graph.model import Actor, ActorKind
from loaders.resolve.entries import Entry, Role
from loaders.resolve.tokens import key

KEYS = ["id", "name", "kind", "aliases", "titles", "wikidata", "findings", "candidates", "roles", "surname", "pronoun"]
ROLE_KEYS = ["role", "of", "since", "until"]
KINDS = [kind for kind in get_args(ActorKind) if kind != "unnamed"]
PRONOUNS = ("he", "she", "they", "it")

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_WIKIDATA = re.compile(r"Q[1-9]\d*")
_DATE = re.compile(r"\d[\dX]{3}(-[\dX]{2}(-[\dX]{2})?)?[~?%]?")
# Scalars stay strings: a date keeps the precision that it was written in, and the alias "No" is not false.
_Loader: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_entries(paths: Sequence[Path]) -> dict[str, Entry]:
    """The entries of all the files by id, the later ones over the earlier ones; InputError where one does not fit."""
    entries: dict[str, Entry] = {}
    for path in paths:
        seen: dict[str, Entry] = {}
        for entry in _entries(path):
            if entry.actor.id in seen:
                raise InputError(entry.where, f"the id {entry.actor.id!r} stands twice in the file")
            seen[entry.actor.id] = entry
        entries |= seen
    for entry in entries.values():
        _check_links(entry, entries)
    _check_names(entries)
    return entries


def _entries(path: Path) -> Iterator[Entry]:
    try:
        loader = _Loader(path.read_text(encoding="utf-8"))
        node = loader.get_single_node()
        if node is None:
            return
        if not isinstance(node, yaml.SequenceNode):
            raise InputError(str(path), "a register is a YAML list of actors")
        for item in node.value:
            where = f"{path} line {item.start_mark.line + 1}"
            if not isinstance(item, yaml.MappingNode):
                raise InputError(where, "an entry is a mapping with id, name and kind")
            _check_repeated(where, item)
            yield _entry(where, loader.construct_object(item, deep=True))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"cannot be read ({error})") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise InputError(str(path), f"is not YAML ({' '.join(str(error).split())[:200]})") from error


def _check_repeated(where: str, node: yaml.MappingNode) -> None:
    keys = [str(name.value) for name, _ in node.value]
    for name in keys:
        if keys.count(name) > 1:
            raise InputError(where, f"the key {name!r} stands twice")


def _entry(where: str, row: Mapping[str, Any]) -> Entry:
    where = f"{where} ({row['id']})" if isinstance(row.get("id"), str) else where
    _check_keys(where, row, KEYS)
    name = _required(where, row, "id")
    if not _ID.fullmatch(name):
        raise InputError(where, f"the id {name!r} is not lower-case letters, digits and hyphens")
    kind = _one_of(where, "kind", _required(where, row, "kind"), KINDS)
    wikidata = _text(where, row, "wikidata")
    if wikidata is not None and not _WIKIDATA.fullmatch(wikidata):
        raise InputError(where, f"wikidata {wikidata!r} is not of the form Q123")
    pronoun = _text(where, row, "pronoun")
    actor = Actor(
        name,
        _required(where, row, "name"),
        cast("ActorKind", kind),
        _texts(where, row, "aliases"),
        _texts(where, row, "candidates"),
        _one_of(where, "findings", _text(where, row, "findings") or "false", ("true", "false")) == "true",
        wikidata,
    )
    return Entry(
        actor,
        _texts(where, row, "titles"),
        tuple(_roles(where, row)),
        _text(where, row, "surname"),
        pronoun and _one_of(where, "pronoun", pronoun, PRONOUNS),
        where,
    )


def _roles(where: str, row: Mapping[str, Any]) -> Iterator[Role]:
    roles = row.get("roles", [])
    if not isinstance(roles, list) or not all(isinstance(role, dict) for role in roles):
        raise InputError(where, "roles is not a list of {role, of, since, until}")
    for role in roles:
        _check_keys(where, role, ROLE_KEYS)
        since, until = _date(where, role, "since"), _date(where, role, "until")
        if since and until and since[:4].isdigit() and until[:4].isdigit() and since > until and since[:4] != until[:4]:
            raise InputError(where, f"a role is held until {until}, before it is taken up, since {since}")
        yield Role(_required(where, role, "role"), _required(where, role, "of"), since, until)


def _check_keys(where: str, row: Mapping[str, Any], known: Sequence[str]) -> None:
    for name in row:
        if name not in known:
            raise InputError(where, f"unknown key {name!r}; known are {', '.join(known)}")


def _required(where: str, row: Mapping[str, Any], name: str) -> str:
    value = _text(where, row, name)
    if value is None:
        raise InputError(where, f"{name} is missing")
    return value


def _text(where: str, row: Mapping[str, Any], name: str) -> str | None:
    value = row.get(name)
    if value is None or value in ("", "~", "null"):
        return None
    if not isinstance(value, str):
        raise InputError(where, f"{name} is not a text")
    return " ".join(value.split()) or None


def _texts(where: str, row: Mapping[str, Any], name: str) -> tuple[str, ...]:
    values = row.get(name, [])
    values = [] if values in ("", "~", "null") else values
    if not isinstance(values, list) or not all(isinstance(value, str) and value.strip() for value in values):
        raise InputError(where, f"{name} is not a list of texts")
    return tuple(dict.fromkeys(" ".join(value.split()) for value in values))


def _one_of(where: str, name: str, value: str, known: Sequence[str]) -> str:
    if value not in known:
        raise InputError(where, f"{name} {value!r} is not one of {', '.join(known)}")
    return value


def _date(where: str, row: Mapping[str, Any], name: str) -> str | None:
    value = _text(where, row, name)
    if value is not None and not (_DATE.fullmatch(value) and _is_day(value.rstrip("~?%"))):
        raise InputError(where, f"{name} {value!r} is not a date such as 2024, 2024-10 or 2024-10-01")
    return value


def _is_day(value: str) -> bool:
    """Whether a date, its unknown parts filled in, is one of the calendar."""
    year, month, day = ([*value.split("-"), "XX", "XX"])[:3]
    parts = (year.replace("X", "0"), "01" if "X" in month else month, "01" if "X" in day else day)
    try:
        date.fromisoformat("-".join(parts))
    except ValueError:
        return False
    return True


def _check_links(entry: Entry, entries: Mapping[str, Entry]) -> None:
    for role in entry.roles:
        if role.of not in entries:
            raise InputError(entry.where, f"a role of {role.of!r}, which no entry has for its id")
    for candidate in entry.actor.candidates:
        if candidate not in entries:
            raise InputError(entry.where, f"the candidate {candidate!r} is no entry's id")


def _check_names(entries: Mapping[str, Entry]) -> None:
    """No name may stand for two: what is doubtful is an entry of its own, with candidates."""
    means: dict[tuple[str, ...], Entry] = {}
    for entry in entries.values():
        for name in entry.names:
            words = key(name)
            if not any(word[0].isalnum() for word in words):
                raise InputError(entry.where, f"the name {name!r} has no word in it")
            other = means.setdefault(words, entry)
            if other is not entry:
                raise InputError(entry.where, f"the name {name!r} is {other.actor.id}'s too ({other.where})")
