"""`whence load`: articles in."""

from pathlib import Path

import click
from rich.progress import Progress

import seeds
from graph.store import open_store
from loaders.load import Outcome, Summary
from loaders.load import load as load_into
from loaders.read import MIN_SCORE, Options, find
from loaders.resolve import Register
from queries.visible import visible
from whence.options import notes, register_option, store_option

MANY = 20


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="FILE|FOLDER|GLOB|-...")
@click.option("--outlet", help="Outlet of all of them; wins over what they say themselves.")
@click.option("--published", help="Date of publication: 2024-10-29, 2024-10 or 2024-10-29T07:31.")
@click.option("--title", help="Title of all of them.")
@click.option("--url", help="Address that it was published at.")
@click.option("--language", help="Language code, such as en.")
@click.option(
    "--min-score",
    type=click.FloatRange(0, 1),
    default=MIN_SCORE,
    show_default=True,
    help="Mark as doubtful what is read with a lower score; it is kept, and counts for no origin.",
)
@register_option
@store_option
def load(
    sources: tuple[str, ...],
    outlet: str | None,
    published: str | None,
    title: str | None,
    url: str | None,
    language: str | None,
    min_score: float,
    registers: tuple[Path, ...],
    store: str | None,
) -> int:
    """Read articles, find who said what citing whom, and write it into the graph.

    Takes text, Markdown with front matter, HTML, JSON and JSONL, and hand-made assertions as CSV, YAML or JSONL.
    A file that cannot be read gets one line that says why, and the rest goes on.
    """
    register = Register.read([seeds.actors_path(), *registers])
    options = Options(outlet=outlet, published=published, title=title, url=url, language=language, min_score=min_score)
    summary = Summary()
    err = notes()
    found = list(find(sources))
    with open_store(store) as graph, Progress(console=err, transient=True, disable=len(found) < MANY) as progress:
        task = progress.add_task("loading", total=len(found))
        for outcome in load_into(graph, found, register, options, each=lambda: progress.advance(task)):
            summary.add(outcome)
            _say(outcome)
    err.print(summary.line(), markup=False)
    return 1 if summary.refused else 0


def _say(outcome: Outcome) -> None:
    click.echo(visible(outcome.line()), err=outcome.error is not None)
