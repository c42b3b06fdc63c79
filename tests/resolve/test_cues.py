"""What cues say of an assertion."""

import pytest

from graph.model import Actor
from loaders.cues import basis, certainty, polarity

ANN = Actor("ann", "Ann", "person")
BUREAU = Actor("b", "Bureau", "organization", findings=True)


@pytest.mark.parametrize(
    ("cue", "content", "wanted"),
    [
        ("denied", "that it rained", "negative"),
        ("rejects", "the report", "negative"),
        ("has rejected", "claims that it rained", "negative"),
        ("doubted", "that it would rain", "negative"),
        ("said", "that it rained", "positive"),
        ("did not hide", "that it rained", "positive"),
        ("noted", "that it was not so", "positive"),
        ("did not deny", "that it rained", "open"),
        ("did not confirm", "that it rained", "open"),
        ("could not verify", "that it rained", "open"),
        ("couldn't confirm", "that it rained", "open"),
        ("has neither confirmed nor denied", "that it rained", "open"),
        ("declined to say", "whether it rained", "open"),
        ("refused to comment on", "the rain", "open"),
        ("has yet to confirm", "the rain", "open"),
        ("asked whether", "it rained", "open"),
        ("is investigating", "whether it rained", "open"),
        ("was asked about", "the rain", "open"),
        ("asked", "for rain", "positive"),
        ("asked", "“Who sent the rain?”", "open"),
    ],
)
def test_polarity(cue: str, content: str, wanted: str):
    assert polarity(cue, content) == wanted


@pytest.mark.parametrize(
    ("content", "own"),
    [
        ("that he would go", True),
        ("“We struck the bridge", True),
        ("it rained", False),
        ("the bridge fell", False),
        ("“It’s over", False),
        ("that they had seen it", True),
    ],
)
def test_what_speakers_say_of_themselves_is_their_own(content: str, own: bool):
    assert (basis(ANN, "said", content, reported=False) == "own") == own
    assert basis(ANN, "said", content, reported=True) is None


def test_an_organisation_says_it_of_itself():
    firm = Actor("f", "Firm", "organization")
    assert basis(firm, "said", "it had shot down ten drones", reported=False) == "own"
    assert basis(firm, "said", "it was raining", reported=False) is None
    assert basis(ANN, "said", "it had rained", reported=False) is None


@pytest.mark.parametrize(
    ("cue", "own"),
    [
        ("believes", True), ("called on", True), ("called", True), ("has also called", True), ("labeled", True),
        ("hoped", True), ("said", False), ("warned", False), ("reported", False), ("is believed", False),
        ("does not believe", False), ("it was thought", False), ("", False),
    ],
)  # fmt: skip
def test_basis_is_own_only_for_what_is_the_speakers(cue: str, own: bool):
    assert (basis(ANN, cue, reported=False) == "own") == own
    assert basis(ANN, cue, reported=True) is None
    assert basis(None, cue, reported=False) is None
    assert basis(BUREAU, cue, reported=True) == "findings"


@pytest.mark.parametrize(
    ("text", "is_hedged"),
    [
        ("Ann said that it may rain", True),
        ("Ann said that in May it rained", False),
        ("Ann reportedly said that it rained", True),
        ("It could be. Ann said that it rained", False),
        ("Ann said that the rain in the north would likely end", True),
        ("Ann said that it rained, which may end", False),
        ("Ann said that it rained", False),
    ],
)
def test_certainty(text: str, is_hedged: bool):
    at = text.index("said")
    assert (certainty(text, (at, at + 4), (at + 5, len(text))) == "hedged") == is_hedged
