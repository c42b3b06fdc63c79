"""The second reader: those whom others pass on, and what the first reader misses."""

import numpy as np
import pytest

from loaders.attribute.drafts import Draft
from loaders.attribute.labels import BEGIN, END, FORBIDDEN, INSIDE, LABELS, N_BUCKETS, SINGLE
from loaders.attribute.tagger import Section, Upstream, Weights
from loaders.attribute.upstream import upstream

WIDTH = 4


class Reader:
    """A reader who finds exactly what its sections say."""

    def __init__(self):
        moves = np.zeros((len(LABELS), len(LABELS)), np.float32)
        for before, after in FORBIDDEN:
            moves[before, after] = -1e4
        distance = np.zeros((N_BUCKETS, 2), np.float32)
        none, right = np.zeros(WIDTH, np.float32), np.array([9, 0, 0, 0, 0, 0, 0], np.float32)
        self.weights = Weights(moves, np.zeros(len(LABELS), np.float32), distance, none, -99.0, right, "0")
        self.upstream = Upstream(moves, np.zeros(len(LABELS), np.float32))


def section(text, *, rests=True, **found):
    """What a second reader finds who sees just these words in these roles."""
    words, at = [], 0
    for word in text.replace(",", " ").replace(".", " ").split():
        at = text.index(word, at)
        words.append((at, at + len(word)))
        at += len(word)
    emissions = np.zeros((len(words), len(LABELS)), np.float32)
    emissions[:, 0] = 20
    for role, said in found.items():
        start = text.index(said)
        inside = [k for k, (s, e) in enumerate(words) if s >= start and e <= start + len(said)]
        marks = [BEGIN, *[INSIDE] * (len(inside) - 2), END] if len(inside) > 1 else [SINGLE]
        for k, mark in zip(inside, marks, strict=True):
            emissions[k, mark[role]] = 40
    first = tuple(range(len(words) + 1))
    odds = np.full(len(words), 3.0 if rests else -3.0, np.float32)
    return Section(tuple(words), first, np.zeros_like(emissions), (), np.column_stack([emissions, odds]))


def spans(text, *said):
    return [(text.index(one), text.index(one) + len(one)) for one in said]


def draft(text, source, cue, *content):
    return Draft(spans(text, source), spans(text, cue), spans(text, *content), 0.9)


def told(drafts, text):
    """Who says what, resting on whom."""
    show = lambda spans: " … ".join(text[s:e] for s, e in spans)  # noqa: E731
    return [(show(d.source), show(d.content), [show(up.source) for up, _ in d.rests_on]) for d in drafts]


def test_somebody_cited_has_the_words_of_who_cites_him():
    text = "Roads are closed, the mayor said, going by the army."
    found = section(text, source="the army", cue="going by")
    drafts = upstream(found, [draft(text, "the mayor", "said", "Roads are closed")], text, Reader(), lambda _: False)
    assert told(drafts, text) == [
        ("the mayor", "Roads are closed", ["the army"]),
        ("the army", "Roads are closed", []),
    ]


def test_somebody_within_anothers_words_has_the_rest_of_them():
    text = "The mayor said her brother had whispered to her that roads were closed."
    said = "her brother had whispered to her that roads were closed"
    found = section(text, source="her brother", cue="had whispered")
    drafts = upstream(found, [draft(text, "The mayor", "said", said)], text, Reader(), lambda _: False)
    assert told(drafts, text)[1] == ("her brother", "that roads were closed", [])
    assert drafts[1].inside is drafts[0]
    assert drafts[0].rests_on == [(drafts[1], drafts[1].cue[0])]


def test_who_denies_does_not_rest_on_whom_he_denies():
    text = "The mayor denied that her brother had whispered that roads were closed."
    said = "that her brother had whispered that roads were closed"
    found = section(text, source="her brother", cue="had whispered", content="that roads were closed")
    drafts = upstream(found, [draft(text, "The mayor", "denied", said)], text, Reader(), lambda _: False)
    assert drafts[1].inside is drafts[0]
    assert drafts[0].rests_on == []


def test_who_carries_words_rests_on_who_spoke_them():
    text = "Roads are closed, the mayor said in remarks that a paper printed."
    found = section(text, rests=False, source="a paper", cue="printed", content="Roads are closed")
    drafts = upstream(found, [draft(text, "the mayor", "said", "Roads are closed")], text, Reader(), lambda _: False)
    assert told(drafts, text)[1] == ("a paper", "Roads are closed", ["the mayor"])


def test_what_is_only_named_gives_way_to_who_is_cited():
    text = "Roads are closed, the mayor said, relaying the account of a driver."
    misread = draft(text, "the mayor", "relaying", "the account of a driver")
    found = section(text, source="a driver", cue="relaying")
    drafts = upstream(
        found, [draft(text, "the mayor", "said", "Roads are closed"), misread], text, Reader(), lambda _: False
    )
    assert misread not in drafts
    assert told(drafts, text)[0] == ("the mayor", "Roads are closed", ["a driver"])


def test_one_whom_the_first_reader_missed_stands_alone():
    text = "In a video a sergeant states that roads were closed."
    found = section(text, source="a sergeant", cue="states", content="that roads were closed")
    assert told(upstream(found, [], text, Reader(), lambda _: False), text) == [
        ("a sergeant", "that roads were closed", [])
    ]


def test_of_whom_something_is_thought_is_no_speaker():
    text = "A film shows men thought to be soldiers."
    found = section(text, source="men", cue="thought")
    first = [draft(text, "A film", "shows", "men thought to be soldiers")]
    assert upstream(found, first, text, Reader(), lambda _: False) == first


def test_two_who_speak_side_by_side_do_not_rest_on_each_other():
    text = "The mayor said roads were closed, while the army noted that bridges were open."
    first = [
        draft(text, "The mayor", "said", "roads were closed"),
        draft(text, "the army", "noted", "that bridges were open"),
    ]
    found = section(text, source="the army", cue="noted", content="that bridges were open")
    assert upstream(found, first, text, Reader(), lambda _: False) == first
    assert [d.rests_on for d in first] == [[], []]


def test_a_cue_that_the_first_reader_gave_nobody_gets_its_speaker():
    text = "The mayor said her brother had whispered that roads were closed."
    nobodys = Draft([], spans(text, "had whispered"), spans(text, "that roads were closed"), 0.9)
    outer = draft(text, "The mayor", "said", "her brother had whispered that roads were closed")
    found = section(text, source="her brother", cue="had whispered", content="that roads were closed")
    assert upstream(found, [outer, nobodys], text, Reader(), lambda _: False) == [outer, nobodys]
    assert nobodys.source == spans(text, "her brother")
    assert outer.rests_on == [(nobodys, nobodys.cue[0])]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("The mayor said I had heard from you that roads were closed.", "I", "had heard"),
        ("The mayor said the army wants roads to be closed.", "the army", "wants"),
    ],
)
def test_selves_and_wishes_are_nobodys_word(text, source, cue):
    said = text.partition("said ")[2].rstrip(".")
    first = [draft(text, "The mayor", "said", said)]
    assert upstream(section(text, source=source, cue=cue), first, text, Reader(), lambda _: False) == first


def test_what_the_words_have_shown_is_not_shown_twice():
    text = "Roads are closed, the mayor said, citing the army."
    mayor, army = (
        draft(text, "the mayor", "said", "Roads are closed"),
        draft(text, "the army", "citing", "Roads are closed"),
    )
    mayor.rest_on(army, army.cue[0])
    drafts = upstream(section(text, source="the army", cue="citing"), [mayor, army], text, Reader(), lambda _: False)
    assert drafts == [mayor, army]
    assert len(mayor.rests_on) == 1
