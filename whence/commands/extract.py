"""`whence extract`: what the attribution step sees."""

import json
from pathlib import Path

import click

import seeds
from graph.errors import InputError
from loaders.extract import extract as extract_from
from loaders.read import find
from loaders.resolve import Register
from queries.visible import visible
from whence.options import format_option, register_option


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="FILE|FOLDER|GLOB|-...")
@format_option("jsonl", "text")
@register_option
def extract(sources: tuple[str, ...], form: str, registers: tuple[Path, ...]) -> int:
    """Show what the attribution step sees in articles, one JSON line a file. Needs no store."""
    register = Register.read([seeds.actors_path(), *registers])
    refused = 0
    for item in extract_from(find(sources), register):
        if isinstance(item, InputError):
            refused += 1
            click.echo(f"refused    {visible(str(item))}", err=True)
        elif form == "jsonl":
            click.echo(json.dumps(item.as_dict(), ensure_ascii=False))
        else:
            click.echo(visible(item.as_text()))
    return 1 if refused else 0
