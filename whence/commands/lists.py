"""`whence articles`, `whence actors` and `whence claims`: what is in the graph."""

import click

import queries
from graph.store import open_store
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
@format_option(*FORMS)
@store_option
def actors(words: str | None, form: str, store: str | None) -> int:
    """List the actors, the most heard first; WORDS keeps those whose name, id or alias holds them."""
    with open_store(store) as graph:
        print_answer(queries.actors(graph, words), form)
    return 0


@click.command()
@click.argument("words", required=False)
@format_option(*FORMS)
@store_option
def claims(words: str | None, form: str, store: str | None) -> int:
    """List the claims, the most widely told first; WORDS keeps those that hold them."""
    with open_store(store) as graph:
        print_answer(queries.claims(graph, words), form)
    return 0
