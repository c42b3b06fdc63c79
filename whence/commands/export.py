"""`whence export`: the graph as a file for other programs."""

from pathlib import Path

import click

from graph.errors import QuestionError
from graph.judge import judgements
from graph.store import open_store
from queries import network
from queries.export import FILES, FOLDERS, judged, write_file, write_folder
from whence.options import store_option

STDOUT = Path("-")


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice([*FILES, *FOLDERS]))
@click.option("--claim", help="Export what surrounds this claim: its id or its beginning, or its words.")
@click.option("--actor", help="Export what surrounds this actor: id, name or alias.")
@click.option("--article", help="Export what surrounds this article: id, path, URL or title.")
@click.option("--depth", type=click.IntRange(1, 10), default=4, show_default=True, help="How many relationships away.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=STDOUT,
    help="File to write (csv: folder); - is stdout.",
    show_default=True,
)
@store_option
def export(
    form: str,
    claim: str | None,
    actor: str | None,
    article: str | None,
    depth: int,
    output: Path,
    store: str | None,
) -> int:
    """Write the graph, or what surrounds something, for other programs: FORMAT is one of

    \b
    graphml    Gephi, yEd, Cytoscape, igraph, networkx
    gexf       Gephi, with times
    json-ld    schema.org: Claim, Quotation, Article, Person, …
    prov-json, prov-xml, prov-n  W3C PROV
    ftm        FollowTheMoney entities, one a line, for Aleph
    csv        a folder for `neo4j-admin database import full neo4j @import.args`

    All but csv leave the articles' texts out; csv leaves nothing out. The same graph gives the same bytes.
    """
    if form in FOLDERS and output == STDOUT:
        raise QuestionError(f"{form} is a folder of files: say where with -o FOLDER")
    with open_store(store) as graph:
        found = network(graph, claim=claim, actor=actor, article=article, depth=depth, whole=form in FOLDERS)
        held = judgements(graph)
    if not found:
        raise QuestionError("the graph is empty: load articles first, such as `whence load article.txt`")
    if form in FOLDERS:
        write_folder(output, FOLDERS[form](found))
    else:
        _write(output, FILES[form](judged(found, held)))
    if output != STDOUT:
        click.echo(output)
    return 0


def _write(output: Path, text: str) -> None:
    if output == STDOUT:
        click.echo(text.encode("utf-8"), nl=False)
    else:
        write_file(output, text)
