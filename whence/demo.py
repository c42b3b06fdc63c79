"""`make demo`: the five seed articles loaded, and one look at each thing that whence shows of them."""

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
    return [
        ("Load the five seed articles", ["load", str(seeds.articles_dir()), *where]),
        ("Who is heard in them", ["ask", "most-heard", *where]),
        (
            "Where a claim comes from: Rutte said it, citing Ukrainian intelligence",
            ["trace", "Rutte", "--by", "actor", *where],
        ),
        ("Who relies on others, and in which words", ["ask", "long-chains", *where]),
        ("The whole of it as an interactive network", ["show", "-o", str(PAGE), *where]),
    ]


@click.command()
@click.option("--store", default=".whence", show_default=True)
def demo(store: str) -> int:
    """Run the demo; the first failing step's exit status is the demo's."""
    for why, command in steps(store):
        click.secho(f"\n# {why}\n$ whence {' '.join(command)}", bold=True)
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
