"""Values of an answer as JSON knows them: nodes, relationships, paths, dates and places made plain."""

import math
from collections.abc import Mapping
from typing import TypeAlias

from neo4j.graph import Node, Path, Relationship

from graph.notes import NOTES

Plain: TypeAlias = "bool | int | float | str | list[Plain] | dict[str, Plain] | None"


def plain(value: object) -> Plain:
    """`value` as None, bool, number, text, list or dict with text keys.

    A node is {"labels", "properties"}, the latter without the store's own notes (graph.notes); a relationship {"type",
    "start", "end", "properties"} with the ids of its ends; a path {"nodes", "relationships"}. Dates, times and
    durations are ISO 8601. NaN and the infinities are None, since JSON has none. Bytes are hexadecimal. What is none of
    these is its text.
    """
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, bytes | bytearray):
        return value.hex()
    return _dated(value) if hasattr(value, "iso_format") or hasattr(value, "isoformat") else _composite(value)


def _composite(value: object) -> Plain:
    if isinstance(value, Node):
        notes = {name for label, names in NOTES.items() if label in value.labels for name in names}
        told = {name: item for name, item in sorted(value.items()) if name not in notes}
        return {"labels": plain(sorted(value.labels)), "properties": plain(told)}
    if isinstance(value, Relationship):
        return _relationship(value)
    if isinstance(value, Path):
        return {"nodes": plain(value.nodes), "relationships": plain(value.relationships)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list | tuple | set | frozenset) else str(value)


def _relationship(value: Relationship) -> Plain:
    start, end = (plain(node.get("id")) if node is not None else None for node in value.nodes)
    return {"type": value.type, "start": start, "end": end, "properties": plain(dict(sorted(value.items())))}


def _dated(value: object) -> str:
    """neo4j's own dates say `iso_format`, Python's `isoformat`."""
    iso = "iso_format" if hasattr(value, "iso_format") else "isoformat"
    return str(getattr(value, iso)())
