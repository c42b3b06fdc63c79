"""Pronouns and descriptions."""

import pytest

from graph.model import Actor
from loaders.resolve import Register, actors_of

from .conftest import document, said


def read(register: Register, text: str, *sources: str) -> list[Actor | None]:
    """The actors of sources in order, each with the word behind it for its content."""
    attributions = [said(text, source, text.split(source, 1)[1][:6], name=f"a{i}") for i, source in enumerate(sources)]
    return list(actors_of(document(text), attributions, register).values())


def test_a_pronoun_is_the_speaker_before(register: Register):
    text = "Lena Brandt warned of floods.\nShe added more. Erik Vane agreed now. He went on to say it."
    assert [a and a.id for a in read(register, text, "Lena Brandt", "She", "Erik Vane", "He")] == [
        "brandt",
        "brandt",
        "vane",
        "vane",
    ]


@pytest.mark.parametrize("pronoun", ["He", "It", "They"])
def test_a_pronoun_that_does_not_fit_is_nobody(register: Register, pronoun: str):
    text = f"Lena Brandt warned of floods. {pronoun} added more."
    assert read(register, text, "Lena Brandt", pronoun)[1] is None


def test_a_pronoun_does_not_look_back_far(register: Register):
    text = "Lena Brandt warned of floods.\nIt rained.\nIt snowed.\nShe added more."
    assert read(register, text, "Lena Brandt", "She")[1] is None


def test_a_description_is_who_was_described_so(register: Register):
    text = "Westland diplomat Pavel Orsk warned of floods. Snow fell.\nThe diplomat added more."
    first, second = read(register, text, "Westland diplomat Pavel Orsk", "The diplomat")
    assert first == second


def test_a_description_that_fits_two_is_unnamed(register: Register):
    text = "Diplomat Pavel Orsk came with diplomat Ivo Brenn by train. Snow fell.\nThe diplomat added more."
    (actor,) = read(register, text, "The diplomat")
    assert actor is not None
    assert actor.kind == "unnamed"


def test_a_vice_president_is_not_the_president(register: Register):
    text = "Vice President Pavel Orsk came. Snow fell.\nThe president added more."
    (actor,) = read(register, text, "The president")
    assert actor is not None
    assert actor.kind == "unnamed"


def test_a_statement_is_its_issuers_word(register: Register):
    text = "In a statement, the Stone House warned of floods. The statement reads on."
    assert [a and a.id for a in read(register, text, "the Stone House", "The statement")] == ["ndm", "ndm"]


def test_who_is_the_name_right_before(register: Register):
    assert [a and a.id for a in read(register, "It was Erik Vane, who said it then.", "who")] == ["vane"]


def test_an_outlet_known_by_its_article_is_found_within_a_sentence(register: Register):
    assert [a and a.id for a in read(register, "It snows, The Herald reported on it.", "The Herald")] == ["herald"]
    assert [a and a.id for a in read(register, "It snows. The Herald reported on it.", "The Herald")] != ["herald"]
