"""`whence search`: claims, actors, quotes and articles, by words and by meaning."""

import click
from rich.padding import Padding
from rich.text import Text

import queries
from graph.store import open_store
from loaders.match.meaning import meaning_of
from queries.search import KINDS, Meant, as_answer
from whence.options import console, format_option, store_option
from whence.output import print_answer


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--kind", "kinds", type=click.Choice(KINDS), multiple=True, help="Only these; may be repeated.")
@click.option("--limit", type=click.IntRange(1, 100), default=10, show_default=True, help="Most hits to list.")
@click.option("--by-words", is_flag=True, help="Do not look for what tells the same in other words.")
@format_option("text", "json", "jsonl", "csv")
@store_option
def search(
    words: tuple[str, ...], kinds: tuple[str, ...], limit: int, by_words: bool, form: str, store: str | None
) -> int:
    """Find claims, actors, quotes and articles by WORDS and by what they mean; each hit says why it was found."""
    question = " ".join(words)
    with open_store(store) as graph:
        meaning = None if by_words else meaning_of(question)
        meant = Meant(meaning.vector, meaning.nearest) if meaning else None
        hits = queries.search(graph, question, meant, kinds=kinds or KINDS, limit=limit)  # type: ignore[arg-type]
    if form == "text" and hits:
        for hit in hits:
            _print(hit)
    else:
        print_answer(as_answer(hits), form)
    return 0


def _print(hit: queries.Hit) -> None:
    """A hit in a few lines: what it is, why it was found, and the evidence in place."""
    where = ", ".join(part for part in (hit.article, hit.outlet, hit.published) if part)
    said = f"said {hit.said} things" if hit.said is not None else where
    if hit.exact is not None:
        said = f"{hit.actor or 'nobody named'}: {hit.evidence} ({where or 'untitled'})"
    head = Text(f"{hit.kind:<8}").append(queries.visible(hit.text), "bold").append(f"  {queries.visible(hit.id)}")
    rest = Text(f"{queries.visible(hit.why)}\n{queries.visible(said)}\n")
    console().print(head, Padding(rest, (0, 0, 0, 8)), sep="\n")
