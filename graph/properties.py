"""From a record of graph.model to the properties that it has in the graph, and back."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Record = TypeVar("Record", bound="DataclassInstance")

_EDGES = {"actor", "article", "outlet", "organization", "assertion", "rests_on", "claim"}


def camel(name: str) -> str:
    """A field's name as a property: `cue_start` is `cueStart`."""
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def properties(record: "DataclassInstance") -> dict[str, Any]:
    """A record's own properties: unknown ones absent, tuples as lists, spans flat, ids that are relationships left out.

    `article` of an affiliation is evidence, not a relationship, and stays.
    """
    evidence = {"article"} if hasattr(record, "organization") else set()
    edges = _EDGES - evidence
    found = {camel(field.name): getattr(record, field.name) for field in fields(record) if field.name not in edges}
    return {name: _flat(value) for name, value in found.items() if value is not None}


def record(kind: type[Record], stored: Mapping[str, Any], **known: object) -> Record:
    """The record of `kind` that `stored` properties and `known` fields make; what neither has takes its default."""
    values = {field.name: _value(field, stored) for field in fields(kind)}
    return kind(**values | known)


def _value(field: Field[Any], stored: Mapping[str, Any]) -> object:
    value = stored.get(camel(field.name))
    if value is None:
        return None if field.default is MISSING else field.default
    if field.name == "spans":
        return tuple(zip(value[::2], value[1::2], strict=False))
    return tuple(value) if isinstance(value, list) else value


def _flat(value: object) -> object:
    if not isinstance(value, tuple):
        return value
    return [number for pair in value for number in pair] if value and isinstance(value[0], tuple) else list(value)
