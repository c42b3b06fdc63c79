"""What is believed of what the tagger finds: words said, not deeds done."""

import pytest

from loaders.attribute.drafts import Draft
from loaders.attribute.saying import HEARSAY, OF_THINGS, SURE, believed


def draft(text: str, source: str, cue: str, content: str, score: float) -> Draft:
    def at(words: str) -> list[tuple[int, int]]:
        return [(text.index(words), text.index(words) + len(words))] if words else []

    return Draft(at(source), at(cue), at(content), score)


@pytest.mark.parametrize(
    ("source", "cue", "content", "score", "kept"),
    [
        ("The minister", "signed", "a military deal", OF_THINGS - 0.01, False),
        ("The minister", "signed", "a military deal", OF_THINGS, True),
        ("The minister", "hid", "how the deal was made", SURE - 0.01, False),
        ("The minister", "hid", "how the deal was made", SURE, True),
        ("", "complaints about", "the officers", 0.9, False),
        ("The minister", "announced", "a military deal", 0.3, True),
        ("The minister", "shrugged", "that it was late", 0.3, True),
        ("The minister", "shrugged", "“it is late”", 0.3, True),
        ("The minister", "issued", "stern warnings", 0.3, True),
        ("", "raising concerns about", "the alliance", HEARSAY - 0.01, False),
        ("", "is widely believed", "that they left", 0.3, True),
        ("", "reportedly", "they left", 0.3, True),
        ("", "rumours that", "they left", HEARSAY, True),
        ("Its decision", "indicates", "imminent changes", 0.9, False),
        ("Its statement", "indicates", "imminent changes", 0.9, True),
        ("The army", "gave", "a lower figure of about 11", 0.3, True),
        ("The army", "gave", "a lower figure", 0.3, False),
    ],
)
def test_what_is_said_is_believed_and_what_is_only_done_is_not(source, cue, content, score, kept):
    text = f"{source} {cue} {content}."
    assert bool(believed([draft(text, source, cue, content, score)], text)) is kept


def test_what_somebody_rests_on_is_kept_with_them():
    text = "The minister said it snowed, a leak in hand."
    leak = draft(text, "a leak", "in hand", "it snowed", 0.1)
    minister = draft(text, "The minister", "said", "it snowed", 0.9)
    minister.rest_on(leak, leak.cue[0])
    assert believed([minister, leak], text) == [minister, leak]
