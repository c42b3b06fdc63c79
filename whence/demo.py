"""`make demo`: the five seed articles loaded, and one look at each thing that whence shows of them."""

import os
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

import click

import seeds
from whence.__main__ import cli, run

PAGE = Path("network.html")


def steps(store: str) -> list[tuple[str, list[str]]]:
    """What the demo runs, each with a word on why."""
    where = ["--store", store]
    relies = ["ask", "whom-actor-relies-on", "actor=rutte"]
    return [
        ("Load the five seed articles", ["load", os.path.relpath(seeds.articles_dir()), *where]),
        ("Who is heard in them", ["actors", *where]),
        ("Where a claim comes from", ["trace", "first North Korean units", *where]),
        ("A saved question: on whom does Rutte rely, and in which words?", [*relies, *where]),
        ("The figures side by side", ["rivals", "soldiers", *where]),
        ("The whole of it to look at: the evidence explorer", ["show", "-o", str(PAGE), *where]),
    ]


@click.command()
@click.option("--store", default=".whence", show_default=True)
def demo(store: str) -> int:
    """Run the demo; the first failing step's exit status is the demo's."""
    for why, command in steps(store):
        click.secho(f"\n# {why}\n$ whence {shlex.join(command)}", bold=True)
        status = run(cli, command)
        if status:
            return status
    click.secho(f"\nOpen {PAGE.resolve()} in a browser.", bold=True)
    return 0


def main(arguments: Sequence[str] | None = None) -> None:
    """Entry point of `python -m whence.demo`."""
    sys.exit(run(demo, arguments, "whence.demo"))


if __name__ == "__main__":
    main()
