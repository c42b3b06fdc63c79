"""`whence articles`, `whence actors` and `whence claims`: what is in the graph."""

import click

import queries
from graph.store import Answer, open_store
from whence.options import format_option, store_option
from whence.output import FORMS, print_answer


@click.command()
@format_option(*FORMS)
@store_option
def articles(form: str, store: str | None) -> int:
    """List the articles: title, outlet, date, how much was found in each, where each was read from."""
    with open_store(store) as graph:
        print_answer(queries.articles(graph), form)
    return 0


@click.command()
@click.argument("words", required=False)
@click.option("--suggest", is_flag=True, help="List pairs that may be one actor instead, with why; you decide.")
@format_option(*FORMS)
@store_option
def actors(words: str | None, suggest: bool, form: str, store: str | None) -> int:
    """List the actors, the most heard first; WORDS keeps those whose name, id or alias holds them.

    What --suggest lists is decided with `whence merge` or `whence split`; nothing is joined by itself.
    """
    with open_store(store) as graph:
        if suggest:
            print_answer(queries.suggested(queries.suggestions(graph)), form)
            return 0
        answer = queries.actors(graph, words)
    print_answer(_without(answer, "aliases") if form == "table" else answer, form)
    return 0


def _without(answer: Answer, column: str) -> Answer:
    """The answer for a terminal, where a column of long lists would take all the room."""
    kept = [n for n, name in enumerate(answer.columns) if name != column]
    rows = [tuple(row[n] for n in kept) for row in answer.rows]
    return Answer(tuple(answer.columns[n] for n in kept), rows, answer.truncated)


@click.command()
@click.argument("words", required=False)
@click.option("--suggest", is_flag=True, help="List pairs that may be one claim instead, with why; you decide.")
@format_option(*FORMS)
@store_option
def claims(words: str | None, suggest: bool, form: str, store: str | None) -> int:
    """List the claims, the most widely told first; WORDS keeps those that hold them.

    What --suggest lists is decided with `whence merge --claims` or `whence split --claims`.
    """
    with open_store(store) as graph:
        print_answer(queries.hints(graph) if suggest else queries.claims(graph, words), form)
    return 0
