"""What a person says of a reading: assertions of their own, and what was wrongly read struck out."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace

from graph.errors import InputError
from graph.ids import fold
from graph.model import Actor, Article, Assertion, Reading
from loaders.records import CodedAssertion
from loaders.resolve import Register, code, merge
from loaders.resolve.evidence import BETWEEN, CONTEXT


def corrected(whole: Reading, rows: Sequence[CodedAssertion], register: Register, *, again: bool = False) -> Reading:
    """A reading with what hand-made rows say of it, in their order; a person's words win over the extractor's.

    `again`: the rows have been taken before, and what they strike out need not have been read this time. Raises
    InputError for the first row that does not fit, and then takes none.
    """
    for row in rows if not again else ():
        if row.strike and not _meant(whole, row):
            raise InputError(row.where, f"nothing is read in the words {row.words[:80]!r} that could be struck out")
    for row in rows:
        whole = _struck(whole, row) if row.strike else _added(whole, row, register)
    return whole


def struck_rows(article: Article) -> list[CodedAssertion]:
    """What people struck out of an article, as rows."""
    return [CodedAssertion(**{"article": article.id, **json.loads(text)}) for text in article.struck or ()]


def _added(whole: Reading, row: CodedAssertion, register: Register) -> Reading:
    made = _coded(whole.article, row, register)
    known = {fold(actor.name): actor for actor in whole.actors}
    said = tuple(
        _of_known(one, known.get(fold((row.citing if one.reported else row.actor) or ""))) for one in made.assertions
    )
    return merge(replace(made, article=whole.article, assertions=said, actors=made.actors + whole.actors), whole)


def _of_known(one: Assertion, actor: Actor | None) -> Assertion:
    """The assertion as the actor's who has this very name in the article already."""
    return replace(one, actor=actor.id) if actor else one


def _coded(article: Article, row: CodedAssertion, register: Register) -> Reading:
    """What a row brings; where it says at which of several places its words stand, the others are hidden meanwhile."""
    first = _first(row)
    others = [at for at in _places(article.text, first) if at != row.start]
    if row.start is None or not others or not article.text.startswith(first, row.start):
        return code(article, [row], register)
    hidden = article.text
    for at in others:
        if not row.start - len(first) < at < row.start + len(first):
            hidden = hidden[:at] + "x" * len(first) + hidden[at + len(first) :]
    made = code(replace(article, text=hidden), [row], register)
    return replace(made, assertions=tuple(_in_context(one, article.text) for one in made.assertions))


def _places(text: str, words: str) -> Iterator[int]:
    at = -1
    while words and (at := text.find(words, at + 1)) >= 0:
        yield at


def _in_context(one: Assertion, text: str) -> Assertion:
    prefix, suffix = text[max(0, one.start - CONTEXT) : one.start], text[one.end : one.end + CONTEXT]
    return replace(one, prefix=prefix, suffix=suffix)


def _meant(whole: Reading, row: CodedAssertion) -> set[str]:
    return {one.id for one in whole.assertions if _is_meant(one, row, whole.article.text)}


def _struck(whole: Reading, row: CodedAssertion) -> Reading:
    left = _without(whole, _meant(whole, row))
    kept = dict.fromkeys((*(whole.article.struck or ()), _kept(row)))
    left = replace(left, article=replace(whole.article, struck=tuple(kept)))
    return merge(left, left)  # makes the claims anew, whose words may have been the struck one's


def _is_meant(one: Assertion, row: CodedAssertion, text: str) -> bool:
    same_words = _plain(one.exact) == _plain(row.words)
    unmoved = row.start is not None and text.startswith(_first(row), row.start)
    same_place = one.start == row.start or not unmoved
    return same_words and same_place and row.cue in (None, one.cue) and row.actor in (None, one.source_text)


def _first(row: CodedAssertion) -> str:
    """The first piece of the words, which may stand in pieces."""
    return row.words.split(BETWEEN.strip())[0].strip()


def _without(whole: Reading, gone: set[str]) -> Reading:
    """The reading less some assertions, and less what was known only through them."""
    left = tuple(s for s in whole.sourcings if s.assertion not in gone)
    rested_on = {s.rests_on for s in whole.sourcings} - {s.rests_on for s in left}
    orphans = {one.id for one in whole.assertions if one.reported and one.id in rested_on} - gone
    if orphans:
        return _without(whole, gone | orphans)
    return replace(
        whole,
        assertions=tuple(one for one in whole.assertions if one.id not in gone),
        sourcings=tuple(s for s in left if s.rests_on not in gone),
    )


def _kept(row: CodedAssertion) -> str:
    told = {name: value for name, value in asdict(row).items() if value is not None and name != "article"}
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def _plain(words: str) -> str:
    return " ".join(words.split())


def in_order(rows: Iterable[CodedAssertion]) -> list[CodedAssertion]:
    """Rows with what they strike out first, so that a correction may stand in the words of what it corrects."""
    return sorted(rows, key=lambda row: not row.strike)
