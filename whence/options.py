"""Options that several commands share."""

import getpass
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from rich.console import Console

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

store_option: Decorator = click.option(
    "--store",
    metavar="STORE",
    help="Where the graph is: a folder (embedded engine) or a bolt:// or neo4j:// address. "
    "Else WHENCE_STORE, NEO4J_URI, or .whence.",
)


register_option: Decorator = click.option(
    "--register",
    "registers",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A YAML register of actors of your own, on top of the one that comes with whence. May be repeated.",
)


def format_option(*formats: str) -> Decorator:
    """`--format` with these choices, the first of them being the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="Form of the output.",
    )


def console() -> Console:
    """The console that results go to: as wide as the terminal, and wide where nobody looks (a file, a pipe)."""
    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else 120
    return Console(width=width, highlight=False, soft_wrap=False)


def notes() -> Console:
    """The console that everything but results goes to."""
    return Console(stderr=True, highlight=False)


def user_name() -> str:
    """Who is logged in."""
    try:
        return getpass.getuser()
    except OSError:
        return "somebody"
