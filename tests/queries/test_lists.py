"""Listings of articles, actors and claims."""

import pytest

from queries.lists import actors, articles, claims
from tests.queries import world


def column(answer, *names):
    return [tuple(row[name] for name in names) for row in answer.dicts()]


def test_articles_come_by_date_with_their_counts(full):
    found = column(articles(full), "title", "outlet", "assertions", "actors", "claims", "place")
    assert found == [
        ("Rutte on the troops", "The Gazette", 4, 2, 3, "/pile/001.txt"),
        ("Voices", "Bay Radio", 6, 6, 2, "/pile/002.txt"),
        (world.HOSTILE, None, 2, 2, 1, "/pile/003.txt"),
    ]


def test_actors_come_with_names_affiliations_and_counts(full):
    found = {row["id"]: row for row in actors(full).dicts()}
    assert found.keys() == world.ACTORS.keys()
    assert (found["rutte"]["affiliations"], found["rutte"]["assertions"]) == (["NATO"], 2)
    assert (found["gur"]["articles"], found["gazette"]["published"], found["nato"]["aliases"]) == (2, 1, [])


def test_claims_come_most_widely_told_first(full):
    found = column(claims(full), "claim", "assertions", "articles", "outlets")
    assert found[0] == (world.KURSK, 6, 2, 2)
    assert len(found) == 5


@pytest.mark.parametrize(
    ("words", "expected"), [("intelligence", {"gur", "ukrainian-intelligence"}), ("mark", {"rutte"}), ("zzz", set())]
)
def test_actors_can_be_looked_up_by_words(full, words, expected):
    assert {name for (name,) in column(actors(full, words), "id")} == expected


def test_claims_can_be_looked_up_by_words(full):
    assert column(claims(full, "KOREAN troop"), "claim") == [(world.KURSK,)]
