"""The `whence` command."""

import sys
from collections.abc import Sequence

import click

from graph.errors import InputError, StoreError, WhenceError
from whence.commands import graph as graph_commands
from whence.commands import lists, load, questions, show

STORE_GONE = 3
REFUSED = 1
USAGE = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="whence")
def cli() -> None:
    """Who sourced which claim from whom: load articles, trace claims to their origin, ask the graph in Cypher."""


for command in (
    load.load,
    load.extract,
    questions.trace,
    questions.ask,
    questions.cypher,
    show.show,
    lists.articles,
    lists.actors,
    lists.claims,
    graph_commands.retract,
    graph_commands.check,
):
    cli.add_command(command)


def run(command: click.Command, arguments: Sequence[str] | None = None, name: str = "whence") -> int:
    """Run a command and give its exit status: 0 done, 1 something refused, 2 wrong usage, 3 no store."""
    try:
        status = command.main(args=arguments, prog_name=name, standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped", err=True)
        return 130
    except WhenceError as error:
        click.echo(f"whence: {error}", err=True)
        return STORE_GONE if isinstance(error, StoreError) else REFUSED if isinstance(error, InputError) else USAGE
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return status if isinstance(status, int) else 0


def main() -> None:
    """Entry point of the installed command."""
    sys.exit(run(cli))


if __name__ == "__main__":
    main()
