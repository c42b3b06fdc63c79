"""Hand-made assertions outlive a new reading: an article that is loaded again keeps them, or the load is refused."""

from graph.errors import InputError, QuestionError
from graph.fetch import article_id, reading
from graph.model import Assertion, Reading
from graph.store import Store
from loaders.records import CodedAssertion
from loaders.resolve import Register, code, merge

MACHINE = "whence-tagger"


def is_by_hand(assertion: Assertion) -> bool:
    """Whether a person made the assertion."""
    return not assertion.by.startswith(MACHINE)


def keep_hand_made(store: Store, fresh: Reading, register: Register, name: str) -> Reading:
    """`fresh` together with the hand-made assertions that the graph has for the same article or its older text.

    Raises InputError if the words of one of them no longer stand in a changed text: nothing a person made is lost.
    """
    for place in (fresh.article.id, *fresh.article.places):
        try:
            old = reading(store, article_id(store, place))
        except QuestionError:
            continue
        rows = [
            _row(assertion, old) for assertion in old.assertions if is_by_hand(assertion) and not assertion.reported
        ]
        return merge(fresh, _coded_again(fresh, rows, register, name)) if rows else fresh
    return fresh


def _coded_again(fresh: Reading, rows: list[CodedAssertion], register: Register, name: str) -> Reading:
    try:
        return code(fresh.article, rows, register)
    except InputError as error:
        raise InputError(
            name, f"its text has changed and a hand-made assertion no longer fits ({error.what})"
        ) from error


def _row(assertion: Assertion, old: Reading) -> CodedAssertion:
    names = {actor.id: actor.name for actor in old.actors}
    upstream = {a.id: a for a in old.assertions}
    cited = [upstream[s.rests_on] for s in old.sourcings if s.assertion == assertion.id]
    return CodedAssertion(
        where=f"hand-made assertion {assertion.id}",
        article=old.article.id,
        actor=assertion.source_text or (names.get(assertion.actor) if assertion.actor else None),
        words=assertion.exact,
        cue=assertion.cue,
        citing=next((up.source_text or names.get(up.actor or "") for up in cited), None),
        mode=assertion.mode,
        polarity=assertion.polarity,
        coder=assertion.by,
    )
