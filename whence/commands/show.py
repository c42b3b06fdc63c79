"""`whence show`: the evidence explorer as one page."""

import webbrowser
from pathlib import Path

import click

from graph.errors import QuestionError
from graph.store import Store, open_store
from queries import network
from queries.find import actor_id, article_id, claim_id
from queries.picture import page_of
from whence.options import store_option


@click.command()
@click.option("--claim", help="Open at this claim: its id or its beginning, or its words.")
@click.option("--actor", help="Open at this actor: id, name or alias.")
@click.option("--article", help="Open at this article: id, path, URL or title.")
@click.option("--depth", type=click.IntRange(1, 10), help="Only what is so many relationships around; else all.")
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
    depth: int | None,
    title: str,
    output: Path,
    opens: bool,
    store: str | None,
) -> int:
    """Write the evidence explorer as one offline HTML file: traces, claims, actors, articles and the network."""
    with open_store(store) as graph:
        focus = _focus(graph, claim, actor, article)
        if depth is None:
            found = network(graph)
        else:
            found = network(graph, claim=claim, actor=actor, article=article, depth=depth)
        if not found:
            raise QuestionError("the graph is empty: load articles first, such as `whence load article.txt`")
        output.write_text(page_of(graph, found, title=title, focus=focus), encoding="utf-8")
    click.echo(output)
    if opens:
        webbrowser.open(output.resolve().as_uri())
    return 0


def _focus(graph: Store, claim: str | None, actor: str | None, article: str | None) -> str | None:
    """The id of what to open at."""
    if claim is not None:
        return claim_id(graph, claim)
    if actor is not None:
        return actor_id(graph, actor)
    return None if article is None else article_id(graph, article)
