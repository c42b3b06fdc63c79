"""Whether check finds what is wrong, and nothing where all is well."""

import pytest

from graph.write import put
from queries.check import check
from tests.queries import world

HOME = "MATCH (s:Assertion {id: $id})"


def assertion(nth=0):
    return world.gazette().assertions[nth].id


def test_a_graph_as_it_was_loaded_is_whole(full):
    assert check(full) == []


@pytest.fixture
def broken(store):
    """A store with one article in it, for a test to break."""
    put(store, world.gazette())
    return store


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (f"{HOME} SET s.exact = 'other words'", ["its exact words are not those of the article at its spans"]),
        (f"{HOME} SET s.spans = [0, 99999]", ["its spans are not pieces of the article's text"]),
        (f"{HOME} SET s.spans = [5, 2]", ["its spans are not pieces of the article's text"]),
        (f"{HOME} SET s.spans = [1]", ["its spans are not pieces of the article's text"]),
        (f"{HOME} REMOVE s.spans", ["its spans are not pieces of the article's text"]),
        (f"{HOME} SET s.start = 0", ["its start and end are not those of its spans"]),
        (f"{HOME} SET s.prefix = 'x'", ["the words before and after it are not those of the article"]),
        (f"{HOME} SET s.cue = 'denied'", ["its cue is not in the article where it says"]),
        (f"{HOME} SET s.sourceStart = 1", ["its source's words are not in the article where it says"]),
        (f"{HOME} REMOVE s.cueEnd", ["its cue is not in the article where it says"]),
        (
            f"{HOME}-[r:SOURCED_FROM]->() SET r.start = 0",
            ["the words of what it rests on are not in the article where it says"],
        ),
        (f"{HOME}-[r:APPEARS_IN]->() DELETE r", ["stands in no article"]),
        (f"{HOME}-[r:STATES]->() DELETE r", ["states no claim"]),
        ("CREATE (c:Claim {id: $id, text: 'nobody says so'})", ["is stated by no assertion"]),
        ("CREATE (a:Actor {id: $id, name: 'Nobody'})", ["has no part in anything"]),
        (
            f"{HOME} CREATE (s)-[:APPEARS_IN]->(:Article {{id: 'x', text: ''}})",
            ["several articles", "spans", "rests on"],
        ),
    ],
)
def test_each_thing_wrong_is_one_line(broken, query, expected):
    broken.write(query, {"id": assertion()})
    found = check(broken)
    assert len(found) == len(expected)
    for problem, words in zip(found, expected, strict=True):
        assert words in problem.what
        assert problem.id == assertion()
        assert "\n" not in str(problem)


def test_an_actor_that_another_may_be_has_a_part(broken):
    put(broken, world.ring())
    assert check(broken) == []
