"""CSV files that `neo4j-admin database import` reads: the way to put a large graph into a server at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.errors import InputError
from queries.export.around import Graph, Properties
from queries.export.columns import Column, Row, Scalar, columns, present, text

ARGUMENTS = "import.args"
_TYPES = {"bool": "boolean", "int": "long", "float": "double", "str": "string"}
_DELIMITERS = ";|\t\x1f\x1e\x1d"
_BUFFER = 4 * 1024 * 1024


def neo4j_csv(graph: Graph) -> dict[str, str]:
    """Files by name: one for each label, one for each type of relationship between two labels, and `import.args`.

    In their folder, `neo4j-admin database import full neo4j @import.args` makes a database of them. Arrays are divided
    by ";" or, where that stands in an item, by what `import.args` names. A list of nothing is absent afterwards, since
    neo4j-admin writes none.
    """
    nodes, relationships = _nodes(graph), _relationships(graph)
    values = [value for row in graph.nodes.values() for value in row.values()]
    delimiter = _delimiter([*values, *(value for *_, row in graph.edges(data=True) for value in row.values())])
    files = {f"{label}.csv": _node_file(label, rows, delimiter) for label, rows in nodes.items()}
    ways = {_named(way): _relationship_file(way, rows, delimiter) for way, rows in relationships.items()}
    longest = max((len(line.encode()) for line in (*files.values(), *ways.values())), default=0)
    options = [
        *(f"--nodes={name}" for name in files),
        *(f"--relationships={name}" for name in ways),
        f"--array-delimiter={_spelt(delimiter)}",
        "--multiline-fields=true",
        f"--read-buffer-size={max(_BUFFER, 2 * longest)}",
    ]
    return {**files, **ways, ARGUMENTS: "".join(f"{option}\n" for option in options)}


Way = tuple[str, str, str]
Ends = tuple[str, str, Properties]


def _nodes(graph: Graph) -> dict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for name, values in graph.nodes(data=True):
        found[values["label"]].append({**values, "id": name})
    return found


def _relationships(graph: Graph) -> dict[Way, list[Ends]]:
    found: defaultdict[Way, list[Ends]] = defaultdict(list)
    for start, end, values in graph.edges(data=True):
        way = graph.nodes[start]["label"], values["type"], graph.nodes[end]["label"]
        found[way].append((start, end, values))
    return found


def _named(way: Way) -> str:
    return "-".join(way) + ".csv"


def _node_file(label: str, rows: list[Row], delimiter: str) -> str:
    typed = _typed(rows, {"id", "label"})
    head = [f"id:ID({label})", *map(_heading, typed.items()), ":LABEL"]
    body = ([_quoted(str(row["id"])), *_cells(row, typed, delimiter), _quoted(label)] for row in rows)
    return _lines(head, body)


def _relationship_file(way: Way, rows: list[Ends], delimiter: str) -> str:
    typed = _typed((values for *_, values in rows), {"type"})
    head = [f":START_ID({way[0]})", f":END_ID({way[2]})", ":TYPE", *map(_heading, typed.items())]
    ends = ([start, end, way[1]] for start, end, _ in rows)
    cells = (_cells(values, typed, delimiter) for *_, values in rows)
    return _lines(head, ([*map(_quoted, three), *rest] for three, rest in zip(ends, cells, strict=True)))


def _typed(rows: Iterable[Row], known: set[str]) -> dict[str, Column]:
    return {name: column for name, column in columns(rows).items() if name not in known}


def _heading(item: tuple[str, Column]) -> str:
    name, column = item
    return _quoted(f"{name}:{_TYPES[column.kind]}{'[]' if column.many else ''}")


def _cells(row: Row, typed: Mapping[str, Column], delimiter: str) -> list[str]:
    there = dict(present(row))
    return [_cell(there[name], column, delimiter) if name in there else "" for name, column in typed.items()]


def _cell(value: object, column: Column, delimiter: str) -> str:
    """Text and lists in quotation marks, since only what has none and is empty is absent."""
    cells = column.cells(value)
    if column.many:
        return _quoted(delimiter.join(map(text, cells)))
    return _quoted(text(cells[0])) if column.kind == "str" else text(cells[0])


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


def _lines(head: list[str], body: Iterable[list[str]]) -> str:
    return "".join(",".join(cells) + "\n" for cells in [head, *body])


def _delimiter(values: Iterable[Scalar | list[Scalar]]) -> str:
    items = {item for value in values if isinstance(value, list) for item in value if isinstance(item, str)}
    free = (sign for sign in _DELIMITERS if not any(sign in item for item in items))
    found = next(free, None)
    if found is None:
        raise InputError("csv", "the lists in this graph hold every sign that could divide their items")
    return found


def _spelt(delimiter: str) -> str:
    return delimiter if delimiter in ";|" else f"U+{ord(delimiter):04X}"
