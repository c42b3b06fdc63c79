"""Quotation marks: which words are quoted, and that a quotation goes whole to one speaker."""

from hypothesis import given
from hypothesis import strategies as st

from loaders.attribute.drafts import Draft
from loaders.attribute.quotations import close_quotations
from loaders.attribute.quotes import mode, quotations, quoted
from loaders.attribute.sentences import sentence_at

TEXTS = st.text(alphabet='ab “”"«».!?\nÀ', max_size=80)


def test_modes():
    text = 'He said "we will stay". She said they were “ready to go” now.'
    assert mode([(8, 22)], text) == "direct"
    assert mode([(text.index("they"), len(text) - 1)], text) == "mixed"
    assert mode([(0, 7)], text) == "indirect"


def test_a_missing_closing_mark_ends_at_the_line():
    text = "“We stay, he said.\nThey left."
    assert not quoted(text)[text.index("They")]


@given(TEXTS)
def test_quotations_are_what_is_quoted(text):
    inside = {p for start, end in quotations(text, (0, len(text))) for p in range(start, end)}
    assert inside == {p for p, flag in enumerate(quoted(text)) if flag}


def test_a_broken_quotation_goes_whole_to_the_nearest_cue():
    text = 'According to Bo, it is late. "It is not too late at all. We will try again," Ann added.'
    marks = (text.index('"'), text.rindex('"') + 1)
    bo = Draft([], [(0, 12)], [(17, 27), (marks[0] + 1, marks[0] + 24)], 1.0)
    ann = Draft([], [(text.index("added"), len(text) - 1)], [(text.index("We"), marks[1])], 1.0)
    close_quotations([bo, ann], text, (0, len(text)))
    assert bo.content == [(17, 27)]
    assert ann.content == [marks]


@given(TEXTS, st.data())
def test_sentences_tile_the_text(text, data):
    if text:
        start, end = sentence_at(text, data.draw(st.integers(0, len(text) - 1)))
        assert 0 <= start <= end <= len(text)
        assert start == 0 or sentence_at(text, start - 1)[1] == start
