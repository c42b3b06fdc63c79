"""`whence merge`, `whence split` and `whence judgements`: people decide who is one, and can take it back."""

import click

import queries
from graph.judge import judge, judge_claims, judgements, undo
from graph.model import Finding, Judgement
from graph.store import Answer, open_store
from queries.find import actor, claim
from whence.options import Decorator, format_option, store_option, user_name
from whence.output import FORMS, print_answer

COLUMNS = ("id", "finding", "left", "right", "who", "when", "why", "undone")

why_option: Decorator = click.option("--why", default="", help="The reason, kept with the judgement.")
claims_option: Decorator = click.option("--claims", is_flag=True, help="The two are claims: by id or words.")
by_option: Decorator = click.option("--by", metavar="NAME", help="Who judges; else the user who is logged in.")


@click.command()
@click.argument("actor")
@click.argument("other")
@claims_option
@why_option
@by_option
@store_option
def merge(actor: str, other: str, claims: bool, why: str, by: str | None, store: str | None) -> int:
    """Judge that ACTOR is OTHER: what the one says is counted as the other's, now and on every later load.

    Each is given by id, name or alias; with --claims, two claims by id or words. `whence judgements --undo` takes it
    back.
    """
    return _judged(store, (actor, other), "positive", why, by, claims=claims)


@click.command()
@click.argument("actor")
@click.argument("other")
@click.option("--unsure", is_flag=True, help="Nobody can tell: only stops it from being suggested again.")
@claims_option
@why_option
@by_option
@store_option
def split(actor: str, other: str, unsure: bool, claims: bool, why: str, by: str | None, store: str | None) -> int:
    """Judge that ACTOR is not OTHER: a merge of the two ends, and it is not suggested again.

    With --claims, that two claims are not the same, whatever joined them.
    """
    return _judged(store, (actor, other), "unsure" if unsure else "negative", why, by, claims=claims)


@click.command(name="judgements")
@click.option("--undo", "gone", metavar="ID", help="Take this judgement back: by its id or the beginning of it.")
@by_option
@format_option(*FORMS)
@store_option
def judgements_command(gone: str | None, by: str | None, form: str, store: str | None) -> int:
    """List the judgements on who is who, with who judged, when and why; or take one back."""
    with open_store(store) as graph:
        if gone is not None:
            click.echo(f"undone     {_line(undo(graph, gone, who=by or user_name()))}")
            return 0
        print_answer(Answer(COLUMNS, [_row(j) for j in judgements(graph)]), form)
    return 0


def _judged(
    store: str | None, names: tuple[str, str], finding: Finding, why: str, by: str | None, *, claims: bool
) -> int:
    who = by or user_name()
    with open_store(store) as graph:
        if claims:
            made = judge_claims(graph, (claim(graph, names[0]), claim(graph, names[1])), finding, who=who, why=why)
        else:
            made = judge(graph, (actor(graph, names[0]), actor(graph, names[1])), finding, who=who, why=why)
    click.echo(f"judged     {_line(made)}")
    return 0


def _line(judgement: Judgement) -> str:
    verb = {"positive": "is", "negative": "is not", "unsure": "may be, nobody can tell,"}[judgement.finding]
    left, right = queries.visible(judgement.left_name), queries.visible(judgement.right_name)
    return f"{left} {verb} {right}  by {queries.visible(judgement.who)}  {judgement.id}"


def _row(j: Judgement) -> tuple[str | None, ...]:
    undone = f"{j.undone} by {j.undone_by}" if j.undone else None
    return j.id, j.finding, j.left_name, j.right_name, j.who, j.when, j.why, undone
