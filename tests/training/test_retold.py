"""What the weights of verbs within others' words are fitted on."""

import json

import pytest

from loaders.attribute.tagger import shipped
from training.retold import LABELS, UNREAD, Weighed, marked

TEXT = "Some have not understood it, “because their captains keep telling them that help is on the way,” Brenn said."


@pytest.fixture
def weighed():
    return Weighed(shipped())


def test_a_candidate_with_a_marked_cue_is_right_and_with_an_open_one_half(weighed):
    at = TEXT.index("telling")
    cue = [(at, at + len("telling"))]
    weighed.add_marked(TEXT, [(cue, 1.0)])
    weighed.add_marked(TEXT, [(cue, 0.5)])
    weighed.add_marked(TEXT, [])
    assert weighed.right == [1.0, 0.5, 0.0]


def test_a_verb_of_the_articles_own_is_left_out_and_one_without_a_label_is_none(weighed):
    weighed.add_labelled(TEXT, {TEXT.index("telling"): None})
    assert weighed.right == []
    weighed.add_labelled(TEXT, {})
    assert weighed.right == [0.0]


def test_the_articles_and_labels_that_are_kept_can_be_read():
    lines = UNREAD.read_text(encoding="utf-8").splitlines()
    texts = list(marked(lines))
    assert len(texts) >= 100
    for line, (text, cues) in zip(lines, texts, strict=True):
        assert all(0 <= s < e <= len(text) for spans, _ in cues for s, e in spans)
        held = json.loads(line)
        assert all(0 <= i < len(cues) and 0 <= j < len(cues) for i, j in held["cites"])
    rights = [json.loads(line)["right"] for line in LABELS.read_text(encoding="utf-8").splitlines()]
    assert set(rights) == {0, 0.5, 1, None}
