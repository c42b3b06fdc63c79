"""`whence retract` and `whence check`: keeping the graph in order."""

import click

import queries
from graph.store import open_store
from graph.write import retract as take_back
from queries.find import article_id
from whence.options import store_option


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@store_option
def retract(articles: tuple[str, ...], store: str | None) -> int:
    """Take articles out of the graph, with all that only they support.

    ARTICLE is an article's id or its beginning, path, URL or title.
    """
    with open_store(store) as graph:
        for article in [article_id(graph, text) for text in articles]:
            click.echo(take_back(graph, article).line())
    return 0


@click.command()
@store_option
def check(store: str | None) -> int:
    """Check that every assertion in the graph has its evidence and nothing hangs loose; one line a problem."""
    with open_store(store) as graph:
        problems = queries.check(graph)
    for problem in problems:
        click.echo(str(problem))
    click.echo("the graph is whole" if not problems else f"{len(problems)} problems", err=bool(problems))
    return 1 if problems else 0
