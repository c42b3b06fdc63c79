"""Nothing that an article holds reaches a terminal as anything but letters."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from queries.visible import visible


@given(st.text(st.characters(categories=None)))
def test_no_control_format_or_line_character_is_left(text):
    shown = visible(text).replace("\u200c", "").replace("\u200d", "")
    assert not {unicodedata.category(one) for one in shown} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(st.text(st.characters(categories=("L", "N", "P", "S", "M"))))
def test_letters_of_every_script_stay(text):
    assert visible(text) == text


def test_what_turns_or_moves_is_written_out():
    assert visible("a\u202eb\x1b[31m\x9bK\u2066\ud800\U000e0041") == r"a\u202eb\x1b[31m\x9bK\u2066\ud800\U000e0041"
    assert visible("one\r\ntwo\tthree") == "one  two three"
