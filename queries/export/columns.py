"""Which type the values of each property have, for formats that say it once for all of them."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from queries.plain import plain

Kind = Literal["bool", "int", "float", "str"]
Scalar: TypeAlias = bool | int | float | str
Row: TypeAlias = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Column:
    """A property's type: `many` for lists of it."""

    kind: Kind
    many: bool = False

    def cells(self, value: object) -> list[Scalar]:
        """The items of a list, or the one value, in the column's type."""
        items = value if isinstance(value, list | tuple) and self.many else [value]
        return [_cast(plain(item), self.kind) for item in items]


def columns(rows: Iterable[Row]) -> dict[str, Column]:
    """The column of each property of the rows, by name in order.

    Whole numbers among others are taken as floats, values of several types as text, and so are a list where others
    have one value (its JSON), and a list of nothing.

    >>> columns([{"a": 1, "b": []}, {"a": 0.5, "b": ["x"]}])
    {'a': Column(kind='float', many=False), 'b': Column(kind='str', many=True)}
    """
    shapes: defaultdict[str, set[bool]] = defaultdict(set)
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        for name, value in present(row):
            many = isinstance(value, list | tuple)
            shapes[name].add(many)
            kinds[name] |= {type(item).__name__ for item in (value if many else [value])}  # type: ignore[attr-defined]
    return {name: _column(shapes[name], kinds[name]) for name in sorted(shapes)}


def present(row: Row) -> Iterator[tuple[str, object]]:
    """The properties that have a value that can be written; numbers that are none are absent."""
    return ((name, value) for name, found in row.items() if (value := plain(found)) is not None)


def text(value: object) -> str:
    """A value as text: as it is, or as JSON.

    >>> text("a"), text(True), text([1, 2])
    ('a', 'true', '[1, 2]')
    """
    return value if isinstance(value, str) else json.dumps(plain(value), ensure_ascii=False)


def _column(shapes: set[bool], kinds: set[str]) -> Column:
    many = shapes == {True}
    if len(shapes) == 1:
        if len(kinds) == 1 and (kind := next(iter(kinds))) in ("bool", "int", "float"):
            return Column(kind, many)  # type: ignore[arg-type]
        if kinds == {"int", "float"}:
            return Column("float", many)
    return Column("str", many)


def _cast(value: object, kind: Kind) -> Scalar:
    if kind == "str" or not isinstance(value, bool | int | float):
        return text(value)
    return float(value) if kind == "float" else value
