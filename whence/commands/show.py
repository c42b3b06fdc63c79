"""`whence show`: the interactive network page."""

import webbrowser
from pathlib import Path

import click

from graph.errors import QuestionError
from graph.store import open_store
from queries import network
from queries.find import claim_id
from queries.picture import write_page
from whence.options import store_option


@click.command()
@click.option("--claim", help="Show what surrounds this claim: its id or its beginning, or its words.")
@click.option("--actor", help="Show what surrounds this actor: id, name or alias.")
@click.option("--article", help="Show what surrounds this article: id, path, URL or title.")
@click.option("--depth", type=click.IntRange(1, 10), default=4, show_default=True, help="How many relationships away.")
@click.option("--title", default="Who sourced which claim from whom", show_default=True, help="Heading of the page.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("network.html"),
    help="File to write.",
    show_default=True,
)
@click.option("--open", "opens", is_flag=True, help="Open it in the browser.")
@store_option
def show(
    claim: str | None,
    actor: str | None,
    article: str | None,
    depth: int,
    title: str,
    output: Path,
    opens: bool,
    store: str | None,
) -> int:
    """Write an interactive network of the graph, or of what surrounds something, as one offline HTML file."""
    with open_store(store) as graph:
        focus = claim_id(graph, claim) if claim else None
        found = network(graph, claim=claim, actor=actor, article=article, depth=depth)
    if not found:
        raise QuestionError("the graph is empty: load articles first, such as `whence load article.txt`")
    write_page(output, found, title=title, focus=focus)
    click.echo(output)
    if opens:
        webbrowser.open(output.resolve().as_uri())
    return 0
