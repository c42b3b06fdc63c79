"""Verbs of saying in the middle of somebody's words: what is read there, and what weighs whether it is believed."""

import numpy as np
import pytest

from loaders.attribute import attribute
from loaders.attribute.drafts import Draft
from loaders.attribute.labels import LABELS
from loaders.attribute.paragraphs import ranges
from loaders.attribute.retold import retold, signs
from loaders.attribute.sayers import sayers
from loaders.attribute.tagger import Section, shipped
from loaders.records import Document


def spans(text, *said):
    return [(text.index(one), text.index(one) + len(one)) for one in said]


def outer(text, source, content):
    at = text.index("said", text.index(source))
    return Draft(spans(text, source), [(at, at + len("said"))], spans(text, content), 0.9)


def read(text, source, content):
    """Who is read to say what, by which cue."""
    show = lambda span: text[slice(*span)] if span else None  # noqa: E731
    found = sayers([outer(text, source, content)], text)
    return [(show(one.source), show(one.cue), show(one.content)) for one, _ in found]


def section(text):
    """A section of which neither reader makes anything."""
    at, words = 0, []
    for word in text.split():
        at = text.index(word, at)
        words.append((at, at + len(word)))
    blank = np.zeros((len(words), len(LABELS)), np.float32)
    return Section(tuple(words), tuple(range(len(words) + 1)), blank, (), np.column_stack([blank, blank[:, 0]]))


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("the captains told us that help was near", ("the captains", "told", "that help was near")),
        ("nobody left, because they kept telling him it was safe", ("they", "kept telling", "it was safe")),
        ("both men had told island officials they wished to stay", ("both men", "had told", "they wished to stay")),
        ("the man who had sold the boat swore it was dry", ("the man", "swore", "it was dry")),
        ("they hear a pilot say the harbour is shut", ("a pilot", "say", "the harbour is shut")),
        ("they're saying the port was given up", ("they", "saying", "the port was given up")),
        ("the crew were told the ship was sound", ("the crew", "were told", "the ship was sound")),
        ("she had said to him through the door that it was late", ("she", "had said", "that it was late")),
        ("the road, which the pilots say is safe, is shut", ("the pilots", "say", "is safe")),
    ],
)
def test_who_says_what_is_read_by_its_wording(said, found):
    text = f"“A ship sank, and {said},” the clerk said."
    assert found in read(text, "the clerk", text[: text.index(" the clerk")])


@pytest.mark.parametrize(
    "said",
    [
        "I told him to wait for us there",
        "the estimate is based on photographs taken there",
        "he was sent to tell them the news of it",
        "the divers who complained were tied to a mast",
        "he told them about the harbour wall",
        "a man thought to be the pilot came in",
        "you say that every year",
        "the people there believe in hard work",
        "what did they think was in it?",
        "the harbour is as long as the pilots say",
    ],
)
def test_what_is_no_attribution_to_another_is_no_candidate(said):
    text = f"“A ship sank, and {said}” the mayor said."
    assert read(text, "the mayor", text[: text.index(" the mayor said")]) == []


@pytest.mark.parametrize(
    "odd", ["It was what   called a thing.", "Ann Poe said it was high and the pilots a\u017fk that it be low."]
)
def test_odd_text_is_read(odd):
    document = Document("a", None, "", odd, ranges(odd))
    assert attribute(document, lambda _: False, lambda _: False) is not None


def test_he_in_his_own_indirect_words_is_himself_and_she_is_another():
    text = "He said he thought it was late, and she believed it was early."
    assert [found[0] for found in read(text, "He", text[8:])] == ["she"]


def test_a_verb_that_is_a_cue_already_is_left_alone():
    text = "The mayor said the pilots told us that help was near."
    known = Draft(spans(text, "the pilots"), spans(text, "told"), spans(text, "that help was near"), 0.9)
    assert list(sayers([outer(text, "The mayor", text[15:]), known], text)) == []


def test_the_innermost_words_hold_it():
    text = "The mayor said the pilots wrote that a captain told them it was safe."
    pilots = Draft(spans(text, "the pilots"), spans(text, "wrote"), spans(text, text[32:]), 0.9)
    ((one, holder),) = sayers([outer(text, "The mayor", text[15:]), pilots], text)
    assert text[slice(*one.source)] == "a captain"
    assert holder is pilots


def test_the_weights_decide_and_who_holds_it_rests_on_it():
    text = "The mayor said the road, which the pilots say was safe, was shut."
    drafts, blank = [outer(text, "The mayor", text[15:])], section(text)
    size = len(shipped().retold)
    assert retold(drafts, blank, text, None) == []
    assert retold(drafts, blank, text, np.array([-9.0, *[0.0] * (size - 1)], np.float32)) == []
    (found,) = retold(drafts, blank, text, np.array([9.0, *[0.0] * (size - 1)], np.float32))
    assert found.inside is drafts[0]
    assert drafts[0].rests_on == [(found, found.cue[0])]
    assert found.score == pytest.approx(0.9999, abs=1e-3)


def test_as_many_signs_as_weights():
    text = "The mayor said a captain told them it was safe."
    ((one, _),) = sayers([outer(text, "The mayor", text[15:])], text)
    assert signs(one, section(text), text).shape == shipped().retold.shape
