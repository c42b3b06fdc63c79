"""`whence rivals`: figures and claims that stand against each other."""

import click

import queries
from graph.store import Answer, open_store
from whence.options import format_option, store_option
from whence.output import FORMS, print_answer


@click.command()
@click.argument("words", required=False)
@format_option(*FORMS)
@store_option
def rivals(words: str | None, form: str, store: str | None) -> int:
    """Put the figures of the claims that hold WORDS side by side: value, as of when, who, citing whom, against what.

    Without WORDS, list all pairs of claims that cannot both be right, and by which rule.
    """
    with open_store(store) as graph:
        answer = queries.rivals(graph, words)
    print_answer(_narrow(answer) if form == "table" and words is not None else answer, form)
    return 0


def _narrow(answer: Answer) -> Answer:
    """The columns that a terminal has room for; "against" only where something is against something."""
    wide = {"outlet", "published", "id"} | ({"against"} if not any(row[8] for row in answer.rows) else set())
    kept = [n for n, name in enumerate(answer.columns) if name not in wide]
    return Answer(tuple(answer.columns[n] for n in kept), [tuple(row[n] for n in kept) for row in answer.rows])
