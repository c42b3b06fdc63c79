"""Hand-made assertions outlive a new reading: an article that is loaded again keeps them, or the load is refused."""

from graph.errors import InputError, QuestionError
from graph.fetch import article_id, reading
from graph.model import Assertion, Reading
from graph.store import Store
from loaders.correct import corrected, struck_rows
from loaders.records import CodedAssertion
from loaders.resolve import Register

MACHINE = "whence-tagger"


def is_by_hand(assertion: Assertion) -> bool:
    """Whether a person made the assertion."""
    return not assertion.by.startswith(MACHINE)


def keep_hand_made(store: Store, fresh: Reading, register: Register, name: str) -> Reading:
    """`fresh` with what people made of the same article or its older text: their assertions, and what they struck out.

    Raises InputError if the words of one of them no longer stand in a changed text: nothing a person made is lost.
    """
    for place in (fresh.article.id, *fresh.article.places):
        try:
            old = reading(store, article_id(store, place))
        except QuestionError:
            continue
        return _made_again(fresh, old, register, name)
    return fresh


def rows_of(old: Reading) -> list[CodedAssertion]:
    """What people made of an article, as rows of a file of hand-made assertions: first what they struck out."""
    said = [a for a in old.assertions if is_by_hand(a) and not a.reported]
    return [*struck_rows(old.article), *(_row(assertion, old) for assertion in said)]


def _made_again(fresh: Reading, old: Reading, register: Register, name: str) -> Reading:
    rows = rows_of(old)
    try:
        return corrected(fresh, rows, register, again=True) if rows else fresh
    except InputError as error:
        raise InputError(
            name, f"its text has changed and a hand-made assertion no longer fits ({error.what})"
        ) from error


def _row(assertion: Assertion, old: Reading) -> CodedAssertion:
    names = {actor.id: actor.name for actor in old.actors}
    return CodedAssertion(
        where=f"hand-made assertion {assertion.id}",
        article=old.article.id,
        actor=assertion.source_text or names.get(assertion.actor or ""),
        words=assertion.exact,
        cue=assertion.cue,
        citing=next((up.source_text or names.get(up.actor or "") for up in cited(assertion, old)), None),
        mode=assertion.mode,
        polarity=assertion.polarity,
        coder=assertion.by,
        start=assertion.start,
    )


def cited(assertion: Assertion, whole: Reading) -> list[Assertion]:
    """The assertions that one rests on, in order."""
    upstream = {a.id: a for a in whole.assertions}
    return [upstream[s.rests_on] for s in whole.sourcings if s.assertion == assertion.id and s.rests_on in upstream]
