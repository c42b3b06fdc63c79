"""Answers on stdout, in the form that was asked for."""

import click

from graph.store import Answer
from queries import as_csv, as_json, as_jsonl, as_table
from whence.options import console, notes

FORMS = ("table", "json", "jsonl", "csv")
_WRITERS = {"json": as_json, "jsonl": as_jsonl, "csv": as_csv}


def print_answer(answer: Answer, form: str, title: str | None = None) -> None:
    """Print an answer as one of FORMS; what was left out, and that there is nothing, is said on stderr."""
    if form in _WRITERS:
        click.echo(_WRITERS[form](answer), nl=False)
    elif answer.rows:
        console().print(as_table(answer, title))
    if not answer.rows:
        notes().print("no rows")
    if answer.truncated and form != "table":
        notes().print("more rows were left out")
