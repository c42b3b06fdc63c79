"""What a person says of a reading wins over the extractor, and holds when the article is read again."""

from dataclasses import replace

import pytest

from graph.errors import InputError
from graph.model import Actor, Article
from loaders.correct import corrected
from loaders.hand import rows_of
from loaders.read import coded_row
from loaders.records import CodedAssertion
from loaders.resolve import Register, code
from loaders.resolve.resolve import article_of

from .conftest import document

TEXT = "The dam is gone, Vane said. Nobody saw it.\nThe dam is gone, Orr said, citing the NIB. The dam is gone."
FIRST, SECOND, THIRD = (TEXT.index("The dam", at) for at in (0, 5, 60))


@pytest.fixture
def article() -> Article:
    return article_of(document(TEXT), None)


def row(**values) -> CodedAssertion:
    return coded_row("here", {"article": "x", "actor": None, "words": "The dam is gone"} | values)


def machine(article: Article, register: Register, *rows: CodedAssertion):
    """A reading as if the extractor had made it."""
    made = corrected(replace_struck(code_all(article, register, rows)), [], register)
    return replace(made, assertions=tuple(replace(a, by="whence-tagger 1") for a in made.assertions))


def code_all(article, register, rows):
    return corrected(code(article, [], register), list(rows), register)


def replace_struck(whole):
    return replace(whole, article=replace(whole.article, struck=None))


SAID = {"actor": "Vane", "cue": "said", "start": FIRST}
CITED = {"actor": "Orr", "cue": "said", "citing": "the NIB", "start": SECOND}


def test_words_that_stand_thrice_are_found_at_their_place(article, register):
    for start in (FIRST, SECOND, THIRD):
        made = code_all(article, register, [row(actor="Vane", start=start)])
        (one,) = made.assertions
        assert (one.start, one.exact) == (start, "The dam is gone")
        assert TEXT[: one.start].endswith(one.prefix)
        assert TEXT[one.end :].startswith(one.suffix)
    with pytest.raises(InputError, match="stand 3 times"):
        code_all(article, register, [row(actor="Vane")])


def test_what_is_struck_goes_with_what_was_known_only_through_it(article, register):
    whole = machine(article, register, row(**SAID), row(**CITED))
    assert len(whole.assertions) == 3
    left = corrected(whole, [row(strike=True, start=SECOND, cue="said")], register)
    assert [a.start for a in left.assertions] == [FIRST]
    assert (left.sourcings, len(left.claims)) == ((), 1)


def test_striking_the_cited_one_leaves_the_speaker(article, register):
    whole = machine(article, register, row(**CITED))
    (cited,) = [a for a in whole.assertions if a.reported]
    left = corrected(whole, [row(strike=True, start=SECOND, actor=cited.source_text)], register)
    assert [a.reported for a in left.assertions] == [False]
    assert left.sourcings == ()


def test_a_person_wins_where_the_places_are_the_same(article, register):
    whole = machine(article, register, row(**SAID))
    (one,) = corrected(whole, [row(**SAID, polarity="negative", coder="ann")], register).assertions
    assert (one.by, one.polarity) == ("ann", "negative")


def test_a_correction_holds_when_the_article_is_read_again(article, register):
    whole = machine(article, register, row(**SAID), row(**CITED))
    rows = [row(**SAID, strike="yes", coder="ann"), row(actor="Orr", start=FIRST, coder="ann")]
    once = corrected(whole, rows, register)
    again = corrected(whole, rows_of(once), register, again=True)
    assert again == once
    assert {a.by for a in again.assertions if a.start == FIRST} == {"ann"}
    moved = replace(article, text="It rained. " + TEXT)
    later = machine(moved, register, row(**SAID | {"start": FIRST + 11}))
    assert corrected(later, rows_of(once)[:1], register, again=True).assertions == ()


def test_what_is_not_read_cannot_be_struck(article, register):
    with pytest.raises(InputError, match="could be struck out"):
        corrected(machine(article, register), [row(strike="yes", start=FIRST)], register)
    with pytest.raises(InputError, match="'maybe' is none of"):
        row(strike="maybe")
    with pytest.raises(InputError, match="no whole number"):
        row(start="-1")


def test_a_name_that_the_article_has_already_means_that_actor(article, register):
    whole = machine(article, register, row(**SAID))
    gazette = Actor("gazette-1", "the Gazette", "outlet")
    heard = replace(whole, actors=(*whole.actors, gazette))
    (one, _) = sorted(
        corrected(heard, [row(actor="The gazette", start=THIRD)], register).assertions, key=lambda a: -a.start
    )
    assert one.actor == "gazette-1"
