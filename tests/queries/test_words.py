"""Which texts hold the words of a question."""

import pytest

from queries.words import holds, words


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        ("North Korean troops are in Kursk", "KURSK north", True),
        ("North Korean troops are in Kursk", "troop korea", True),
        ("North Korean troops are in Kursk", "South", False),
        ("Russia said so", "us", False),
        ("Ukraine's GUR", "ukraine’s", True),
        ("Straße", "STRASSE", True),
        ("війська КНДР у Курську", "Війська кндр", True),
        ("ﬁfty tanks", "fifty", True),
        ("", "word", False),
    ],
)
def test_every_word_of_the_question_begins_a_word_of_the_text(text, question, expected):
    assert holds(text, words(question)) is expected
