"""`whence trace`, `whence ask` and `whence cypher`: questions to the graph."""

import json
import sys
from pathlib import Path
from typing import Any

import click
from rich.table import Table
from rich.text import Text

import queries
from graph.errors import QuestionError
from graph.store import open_store
from queries import Question, Saved
from whence.options import console, format_option, store_option
from whence.output import FORMS, print_answer


@click.command()
@click.argument("text")
@click.option(
    "--by", type=click.Choice(["claim", "words", "actor", "article"]), help="What TEXT is; else a claim's id or words."
)
@click.option(
    "--rule",
    type=click.Choice(["affiliation", "none"]),
    default="affiliation",
    show_default=True,
    help="Whether a spokesperson and their organisation count as one origin.",
)
@click.option("--near", type=click.IntRange(0, 100), default=8, show_default=True, help="Most claims in like words.")
@format_option("tree", "json")
@store_option
def trace(text: str, by: str | None, rule: str, near: int, form: str, store: str | None) -> int:
    """Show where claims come from: who says them, citing whom, back to the origin.

    TEXT is words that the claims hold, or the beginning of a claim's id; with --by, an actor or an article. After
    them come claims in like words that cite their source, most alike first.
    """
    with open_store(store) as graph:
        found = queries.trace(graph, Question(text, by), rule=rule)  # type: ignore[arg-type]
        like = queries.near(graph, found, limit=near, rule=rule) if near else None  # type: ignore[arg-type]
    if form == "json":
        more = {"near": queries.to_json(like)["claims"]} if like else {}
        click.echo(queries.json_text(queries.to_json(found) | more, indent=2))
    elif found.claims:
        console().print(queries.to_tree(found))
        if like and like.claims:
            console().print("", queries.to_tree(like), sep="\n")
    else:
        raise QuestionError(f"no claim fits {text!r}; `whence claims` lists them")
    return 0


@click.command()
@click.argument("question", required=False)
@click.argument("parameters", nargs=-1, metavar="[NAME=VALUE]...")
@click.option(
    "--questions",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of your own questions.",
)
@format_option(*FORMS)
@store_option
def ask(question: str | None, parameters: tuple[str, ...], folder: Path | None, form: str, store: str | None) -> int:
    """Ask a saved question, such as `whence ask who-relies-on actor=rutte`. Without a QUESTION, list them all."""
    if question is None:
        console().print(_listed(queries.questions(folder)))
        return 0
    with open_store(store) as graph:
        print_answer(queries.ask(graph, question, queries.given(list(parameters)), folder=folder), form)
    return 0


def _listed(saved: dict[str, Saved]) -> Table:
    table = Table("name", "question", "parameters", header_style="bold")
    for name, question in saved.items():
        table.add_row(Text(name), Text(question.question), Text(" ".join(p.name for p in question.parameters)))
    return table


@click.command()
@click.argument("query")
@click.argument("parameters", nargs=-1, metavar="[NAME=VALUE]...")
@click.option("--write", is_flag=True, help="Let the query change the graph.")
@click.option("--limit", type=click.IntRange(min=1), default=1000, show_default=True, help="Most rows to read.")
@click.option("--timeout", type=click.FloatRange(min=0.1), default=60.0, show_default=True, help="Seconds it may take.")
@format_option(*FORMS)
@store_option
def cypher(
    query: str, parameters: tuple[str, ...], write: bool, limit: int, timeout: float, form: str, store: str | None
) -> int:
    """Run Cypher of your own. It can only read, unless you say --write. A QUERY of - is read from stdin.

    A parameter's value is text, or JSON where it is valid JSON: `name=rutte n=3 ids='["a", "b"]'`.
    """
    text = sys.stdin.read() if query == "-" else query
    values = {name: _value(value) for name, value in queries.given(list(parameters)).items()}
    with open_store(store) as graph:
        answer = graph.write(text, values) if write else graph.read(text, values, limit=limit, timeout=timeout)
        print_answer(answer, form)
    return 0


def _value(text: str) -> Any:  # noqa: ANN401 - whatever JSON it is
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return text
