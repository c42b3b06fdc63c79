"""What cues say of an assertion."""

import pytest

from graph.model import Actor
from loaders.resolve.cues import basis, certainty, polarity

ANN = Actor("ann", "Ann", "person")
BUREAU = Actor("b", "Bureau", "organization", findings=True)


@pytest.mark.parametrize(
    ("cue", "is_negative"),
    [
        ("denied", True),
        ("rejects", True),
        ("did not deny", False),
        ("neither confirmed nor denied", False),
        ("said", False),
    ],
)
def test_polarity(cue: str, is_negative: bool):
    assert (polarity(cue) == "negative") == is_negative


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
        ("Ann said that it rained", False),
    ],
)
def test_certainty(text: str, is_hedged: bool):
    at = text.index("said")
    assert (certainty(text, (at, at + 4), (at + 5, len(text))) == "hedged") == is_hedged
