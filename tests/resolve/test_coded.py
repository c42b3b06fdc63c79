"""Hand-made assertions."""

from dataclasses import replace

import pytest

from graph.errors import InputError
from graph.model import Article
from loaders.records import CodedAssertion
from loaders.resolve import Register, code, merge, resolve
from loaders.resolve.resolve import article_of

from .conftest import document, said

TEXT = "Vane, citing the NIB,\xa0said\tthat “the dam’s wall\xa0 is gone”. It rained. Erik Vane left.\nIt rained again."
ROW = CodedAssertion(
    "facts.csv row 2", "x", "Vane", "the dam's  wall is gone", cue="said", citing="the NIB", coder="ada"
)


@pytest.fixture
def article() -> Article:
    return article_of(document(TEXT), None)


def test_words_are_found_through_space_and_quotes(article: Article, register: Register):
    made = code(article, [ROW], register)
    speaker, upstream = sorted(made.assertions, key=lambda one: one.reported)
    assert speaker.exact == TEXT[speaker.start : speaker.end] == "the dam’s wall\xa0 is gone"
    assert (speaker.actor, speaker.by, speaker.mode, speaker.cue) == ("vane", "ada", "direct", "said")
    assert (upstream.actor, upstream.reported, upstream.basis, upstream.exact) == (
        "nib",
        True,
        "findings",
        speaker.exact,
    )
    (sourcing,) = made.sourcings
    assert (sourcing.assertion, sourcing.rests_on, sourcing.exact) == (speaker.id, upstream.id, "the NIB")
    assert len(made.claims) == 1


@pytest.mark.parametrize(
    ("row", "what"),
    [
        (replace(ROW, words="It rained"), "stand 2 times in the article"),
        (replace(ROW, words="the dam held"), "do not stand in the article"),
        (replace(ROW, words=" \n "), "the words are missing"),
        (replace(ROW, cue="shouted"), "the cue 'shouted'"),
        (replace(ROW, words="the dam’s … held"), "do not stand in the article"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_row(
    article: Article, register: Register, row: CodedAssertion, what: str
):
    with pytest.raises(InputError) as caught:
        code(article, [row], register)
    assert what in str(caught.value)
    assert str(caught.value).startswith("facts.csv row 2: ")


def test_words_may_be_in_pieces(article: Article, register: Register):
    made = code(article, [replace(ROW, words="the dam's … is gone", citing=None)], register)
    assert made.assertions[0].exact == "the dam’s … is gone"
    assert len(made.assertions[0].spans) == 2
    again = code(article, [replace(ROW, words=made.assertions[0].exact, citing=None)], register)
    assert again == made


def test_defaults(article: Article, register: Register):
    row = CodedAssertion("r", "x", None, "It rained again", citing="a neighbour", polarity="negative")
    made = code(article, [row], register)
    speaker, upstream = sorted(made.assertions, key=lambda one: one.reported)
    assert (speaker.actor, speaker.by, speaker.polarity, speaker.mode) == (None, "hand", "negative", "indirect")
    assert upstream.actor is not None
    assert [actor.kind for actor in made.actors] == ["unnamed"]
    assert made.sourcings[0].exact == "It rained again"


def test_a_persons_reading_joins_the_machines(article: Article, register: Register):
    machine = resolve(document(TEXT), [said(TEXT, "Erik Vane", "left")], register, "m")
    made = merge(machine, code(article, [ROW], register))
    assert {one.by for one in made.assertions} == {"m", "ada"}
    assert len(made.assertions) == 3
