"""`whence load` and `whence extract`: articles in."""

import json
import sys
from pathlib import Path

import click
from rich.progress import Progress

import seeds
from graph.store import open_store
from loaders.extract import extract as extract_from
from loaders.load import Outcome, Summary
from loaders.load import load as load_into
from loaders.read import Options, find
from loaders.resolve import Register
from whence.options import Decorator, format_option, notes, store_option

register_option: Decorator = click.option(
    "--register",
    "registers",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A YAML register of actors of your own, on top of the one that comes with whence. May be repeated.",
)
MANY = 20


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="FILE|FOLDER|GLOB|-...")
@click.option("--outlet", help="Outlet of all of them; wins over what they say themselves.")
@click.option("--published", help="Date of publication: 2024-10-29, 2024-10 or 2024-10-29T07:31.")
@click.option("--title", help="Title of all of them.")
@click.option("--url", help="Address that it was published at.")
@click.option("--language", help="Language code, such as en.")
@register_option
@store_option
def load(  # noqa: PLR0913 - one argument an option
    sources: tuple[str, ...],
    outlet: str | None,
    published: str | None,
    title: str | None,
    url: str | None,
    language: str | None,
    registers: tuple[Path, ...],
    store: str | None,
) -> int:
    """Read articles, find who said what citing whom, and write it into the graph.

    Takes text, Markdown with front matter, HTML, JSON and JSONL, and hand-made assertions as CSV, YAML or JSONL.
    A file that cannot be read gets one line that says why, and the rest goes on.
    """
    register = Register.read([seeds.actors_path(), *registers])
    options = Options(outlet=outlet, published=published, title=title, url=url, language=language)
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
    click.echo(outcome.line(), err=outcome.error is not None)


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="FILE|FOLDER|GLOB|-...")
@format_option("jsonl", "text")
@register_option
def extract(sources: tuple[str, ...], form: str, registers: tuple[Path, ...]) -> int:
    """Show what the attribution step sees in articles, one JSON line a file. Needs no store."""
    register = Register.read([seeds.actors_path(), *registers])
    refused = 0
    for item in extract_from(find(sources), register):
        if isinstance(item, Exception):
            refused += 1
            click.echo(f"refused: {item}", err=True)
        elif form == "jsonl":
            click.echo(json.dumps(item.as_dict(), ensure_ascii=False))
        else:
            click.echo(item.as_text())
    sys.stdout.flush()
    return 1 if refused else 0
