"""What the first reader is to learn from a passage: its own reading, with what the step gets wrong mended."""

import pytest

from loaders.attribute.tagger import shipped
from loaders.resolve import Register
from seeds import actors_path
from training.corpus import Gold
from training.mended import mended, read_mended
from training.sourced import PASSAGES

TEXT = "The mayor said that the bridge was closed.\nThe road runs along the river, past the mill."
SAID = {"source": "The mayor", "cue": "said", "content": "that the bridge was closed"}


@pytest.fixture(scope="module")
def register():
    return Register.read([actors_path()])


def spans(text, row):
    return {role: [(text.index(words), text.index(words) + len(words))] for role, words in row.items()}


def learnt(text, rows, register):
    marks = [{**spans(text, row), **({"optional": True} if optional else {})} for row, optional in rows]
    return mended("a", text, marks, shipped(), register)


def test_what_is_marked_as_it_was_read_stays(register):
    held = learnt(TEXT, [(SAID, False)], register)
    assert held.attributions == [Gold(spans(TEXT, SAID))]


def test_a_content_with_other_edges_takes_the_marked_ones(register):
    longer = SAID | {"content": "that the bridge was closed.\nThe road runs along the river"}
    held = learnt(TEXT, [(longer, False)], register)
    assert held.attributions == [Gold(spans(TEXT, longer))]


def test_another_source_takes_the_marked_one(register):
    text = "The bridge at Norport was closed, the mayor said."
    row = {"source": "Norport", "cue": "said", "content": "The bridge at Norport was closed"}
    held = learnt(text, [(row, False)], register)
    assert [gold.spans["source"] for gold in held.attributions] == [spans(text, row)["source"]]


def test_what_is_neither_marked_nor_left_out_by_the_step_goes(register):
    held = learnt(TEXT, [], register)
    assert held.attributions == []


def test_what_two_may_see_differently_stays_as_it_was_read(register):
    held = learnt(TEXT, [(SAID | {"content": "that the bridge"}, True)], register)
    assert held.attributions == [Gold(spans(TEXT, SAID))]


def test_what_was_missed_comes_in_unless_it_stands_in_anothers_words(register):
    text = TEXT + " The river gossiped of a drowned bell."
    missed = {"source": "The river", "cue": "gossiped", "content": "of a drowned bell"}
    held = learnt(text, [(SAID, False), (missed, False)], register)
    assert Gold(spans(text, missed)) in held.attributions
    inside = {"source": "the bridge", "cue": "was", "content": "closed"}
    held = learnt(TEXT, [(SAID, False), (inside, False)], register)
    assert Gold(spans(TEXT, inside)) not in held.attributions


def test_the_passages_that_are_kept_can_be_read(register, tmp_path):
    few = tmp_path / "few.jsonl"
    few.write_text("\n".join(PASSAGES.read_text(encoding="utf-8").splitlines()[:5]), encoding="utf-8")
    held = list(read_mended(few, shipped(), register))
    assert len(held) == 5
    assert all(one.attributions for one in held)
