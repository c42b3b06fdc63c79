"""`whence serve`: the live explorer."""

import webbrowser
from pathlib import Path

import click

import seeds
from graph.store import open_store
from loaders.resolve import Register
from whence.options import notes, register_option, store_option, user_name
from whence.serve import Desk
from whence.serve.run import link, listen
from whence.serve.run import serve as serve_on


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Name of this machine to listen on; no other.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
@click.option("--open", "opens", is_flag=True, help="Open it in the browser.")
@register_option
@store_option
def serve(host: str, port: int, opens: bool, registers: tuple[Path, ...], store: str | None) -> int:
    """Explore the graph in the browser: claims, actors and articles, a Cypher console, loading and correcting.

    Everybody on this machine may read; to change anything takes the link that is printed. Ctrl-C stops it.
    """
    register = Register.read([seeds.actors_path(), *registers])
    with listen(host, port) as listening, open_store(store) as graph:
        desk = Desk(graph, register, who=user_name())
        click.echo(link(listening, desk))
        notes().print("whoever has this link may change the graph; Ctrl-C stops the server", style="dim")
        if opens:
            webbrowser.open(link(listening, desk))
        serve_on(desk, listening)
    return 0
