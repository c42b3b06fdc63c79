"""The `whence` command."""

import sys
from collections.abc import Sequence

import click

from graph.errors import InputError, StoreError, WhenceError
from whence.lazy import LazyGroup

STORE_GONE = 3
REFUSED = 1
USAGE = 2


COMMANDS = {
    "load": "whence.commands.load:load",
    "trace": "whence.commands.questions:trace",
    "search": "whence.commands.search:search",
    "ask": "whence.commands.questions:ask",
    "cypher": "whence.commands.questions:cypher",
    "show": "whence.commands.show:show",
    "export": "whence.commands.export:export",
    "serve": "whence.commands.serve:serve",
    "articles": "whence.commands.lists:articles",
    "actors": "whence.commands.lists:actors",
    "claims": "whence.commands.lists:claims",
    "rivals": "whence.commands.rivals:rivals",
    "extract": "whence.commands.extract:extract",
    "retract": "whence.commands.keep:retract",
    "merge": "whence.commands.judge:merge",
    "split": "whence.commands.judge:split",
    "judgements": "whence.commands.judge:judgements_command",
    "check": "whence.commands.keep:check",
}


@click.group(cls=LazyGroup, lazy=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="whence")
def cli() -> None:
    """Who sourced which claim from whom: load articles, trace claims to their origin, ask the graph in Cypher."""


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
