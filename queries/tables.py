"""An answer as a table for people, and as JSON, JSON lines or CSV for programs."""

import csv
import io
import json
import re

from rich.table import Table
from rich.text import Text

from graph.store import Answer
from queries.plain import Plain, plain
from queries.visible import visible

LEFT_OUT = "more rows were left out"
LONGEST_UNBROKEN = 24
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
# Control and bidi characters that JSON lets through unescaped, and what no UTF-8 can hold.
_UNSEEN = re.compile(
    "[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\U000e0000-\U000e007f]"
)


def as_table(answer: Answer, title: str | None = None) -> Table:
    """A rich table. Text is shown as text: markup is not obeyed, control and bidi characters are written out."""
    caption = Text(LEFT_OUT) if answer.truncated else None
    heading = Text(visible(title)) if title else None
    table = Table(title=heading, caption=caption, header_style="bold", min_width=len(LEFT_OUT) if caption else None)
    cells = [[visible(_cell(value)) for value in row] for row in answer.rows]
    for number, column in enumerate(answer.columns):
        numeric = any(_is_number(row[number]) for row in answer.rows)
        narrowest = _unbroken([row[number] for row in cells])
        table.add_column(
            Text(visible(column)), justify="right" if numeric else "left", min_width=narrowest, overflow="fold"
        )
    for row in cells:
        table.add_row(*map(Text, row))
    return table


def as_json(answer: Answer) -> str:
    """A JSON list with an object a row; characters that nobody can see are escaped."""
    return json_text(_objects(answer), indent=2) + "\n"


def as_jsonl(answer: Answer) -> str:
    """A JSON object a line."""
    return "".join(json_text(row) + "\n" for row in _objects(answer))


def as_csv(answer: Answer) -> str:
    """RFC 4180 with a header line; null is empty, lists and objects are JSON.

    Text that begins with = + - @, a tab or a line end gets a ' before it, so that no spreadsheet runs it as a formula.
    Numbers are left as they are.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([_guarded(column) for column in answer.columns])
    writer.writerows([[_field(plain(value)) for value in row] for row in answer.rows])
    return out.getvalue()


def json_text(value: Plain, indent: int | None = None) -> str:
    """JSON in which letters of every script stand as they are and characters that nobody can see are escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    return _UNSEEN.sub(lambda found: json.dumps(found[0])[1:-1], text)


def _objects(answer: Answer) -> list[Plain]:
    return [dict(zip(answer.columns, map(plain, row), strict=True)) for row in answer.rows]


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _unbroken(cells: list[str]) -> int | None:
    """The width of a column of ids, dates or numbers, which are no use in pieces; None for a column of words."""
    whole = all(len(cell) <= LONGEST_UNBROKEN and " " not in cell for cell in cells)
    return max(map(len, cells), default=0) if whole else None


def _cell(value: object) -> str:
    simple = plain(value)
    if simple is None:
        return ""
    if isinstance(simple, list) and all(isinstance(item, str) for item in simple):
        return ", ".join(map(str, simple))
    return simple if isinstance(simple, str) else json.dumps(simple, ensure_ascii=False)


def _field(value: Plain) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return _guarded(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text
