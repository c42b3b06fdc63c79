"""Who a source's words name, and above all whom they do not."""

from collections.abc import Callable

import pytest

from graph.model import Actor

Who = Callable[..., Actor | None]


@pytest.mark.parametrize(
    ("source", "known"),
    [
        ("Erik Vane", "vane"),
        ("PACT Secretary General Erik Vane", "vane"),
        ("PACT Secretary-General Erik Vane,", "vane"),
        ("Stone House spokesperson Lena Brandt", "brandt"),
        ("Lena Brandt, a spokesperson for the Stone House", "brandt"),
        ("The spokesperson, Lena Brandt,", "brandt"),
        ("President of Norland Erik Vane", "vane"),
        ("Vane", "vane"),
        ("Mr. Vane", "vane"),
        ("the Stone House", "ndm"),
        ("Pact", "pact"),
        ("Norland’s Defence Ministry", "ndm"),
        ("a Stone House announcement", "ndm"),
        ("a statement by the Stone House", "ndm"),
        ("a statement released by the Stone House", "ndm"),
        ("reports from the Norland Intelligence Bureau (NIB)", "nib"),
        ("the Norlandish intelligence", "norland-intelligence"),
        ("the Norberg Courier", "courier"),
    ],
)
def test_a_known_name_at_the_head_is_the_actor(who: Who, source: str, known: str):
    actor = who(source)
    assert actor is not None
    assert actor.id == known


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Stone House officials", "unnamed"),
        ("a Stone House spokesperson", "unnamed"),
        ("a spokesman for Erik Vane", "unnamed"),
        ("supporters of Erik Vane", "unnamed"),
        ("a senior official", "unnamed"),
        ("Experts", "unnamed"),
        ("Norlandish soldiers", "unnamed"),
        ("two people familiar with the matter", "unnamed"),
        ("Westland's Defence Ministry", "organization"),
        ("the Defence Ministry of Westland", "organization"),
        ("Stone House Press", "outlet"),
        ("the Erik Vane Foundation", "organization"),
        ("Anna Vane", "person"),
        ("Erik Vane and Lena Brandt", "group"),
        ("Stone House/Gallup pollsters", "unnamed"),
        ("us", None),
        ("a statement released by a group associated with the Stone House", "document"),
        ("Norland, Westland and Eastland", "group"),
        ("The Herald", "outlet"),
        ("Norberg to Westburg", "unnamed"),
        ("the Herald", "outlet"),
    ],
)
def test_a_name_that_is_not_the_head_is_not_the_actor(who: Who, source: str, kind: str | None):
    actor = who(source)
    assert (actor.kind if actor else None) == kind
    assert actor is None or actor.id not in ("ndm", "vane", "brandt", "states", "herald")


def test_a_title_means_who_holds_it_on_the_day(who: Who):
    def holder(published: str | None) -> str | None:
        actor = who("The PACT chief", published=published)
        assert actor is not None
        return actor.id if actor.kind == "person" else None

    assert holder("2024-10-29T07:31") == "vane"
    assert holder("2020-01-01") == "holm"
    assert holder("2018-12-31") is None
    assert holder(None) is None


def test_with_no_day_a_title_means_whom_the_article_names(who: Who):
    def holder(before: str) -> str | None:
        actor = who("The PACT chief", before=before)
        return actor and actor.id if actor and actor.kind == "person" else None

    assert holder("Holm came by train.") == "holm"
    assert holder("Sara Holm met Erik Vane.") is None
    assert holder("Nobody came.") is None


def test_an_initial_makes_nobody_another_person(who: Who):
    actor = who("Erik K. Vane")
    assert actor is not None
    assert actor.id == "vane"
    other = who("Erik Karl Vane")
    assert other is not None
    assert other.id != "vane"


def test_a_surname_of_two_known_people_is_nobody_known(who: Who):
    actor = who("Kim")
    assert actor is not None
    assert actor.id not in ("kim-dae-su", "kim-ji-woo")
    assert actor.candidates == ("kim-dae-su", "kim-ji-woo")


def test_a_surname_is_whom_the_article_names_in_full(who: Who):
    first = who("Kim", before="Lawmaker Kim Ji-woo was there.")
    assert first is not None
    assert first.id == "kim-ji-woo"
    second = who("Orsk", before="Westland diplomat Pavel Orsk was there.")
    assert second == who("Pavel Orsk")
    assert second is not None
    assert (second.name, second.kind) == ("Pavel Orsk", "person")
    other = who("Vane", before="Her sister Anna Vane was there.")
    assert other is not None
    assert other.name == "Anna Vane"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Rep. Jim Jordan", "Jim Jordan"),
        ("Stein spokeswoman Ada K. Lund", "Ada K. Lund"),
        ("Del. Ivo Brenn", "Ivo Brenn"),
    ],
)
def test_a_title_shows_a_person(who: Who, source: str, name: str):
    actor = who(source)
    assert actor is not None
    assert (actor.name, actor.kind) == (name, "person")


def test_a_short_name_is_the_outlet_named_in_full(who: Who):
    actor = who("The Post", before="The Westburg Post was first.")
    assert actor is not None
    assert actor.name == "Westburg Post"


def test_a_korean_surname_comes_first(who: Who):
    actor = who("Park", before="South Korean lawmaker Park Min-ho was there.")
    assert actor is not None
    assert actor.name == "Park Min-ho"


def test_named_on_sight_is_the_same_everywhere_and_unnamed_only_here(who: Who):
    assert who("Pavel Orsk", before="Once.") == who("Pavel Orsk", before="Twice.")
    assert who("the Herald", before="Once.") != who("the Herald", before="Twice.")
    assert who("a senior official", before="Once.") != who("a senior official", before="Twice.")


def test_a_country_has_one_foreign_ministry(who: Who):
    actor = who("the German foreign ministry")
    assert actor is not None
    assert (actor.name, actor.kind) == ("German foreign ministry", "organization")
    assert who("Germany's foreign ministry officials") != actor


@pytest.mark.parametrize(
    "source", ["`x` {id: 1}", '"', "\u202eeno\u202c", "A" * 10_000, "’s", "и" * 300, "$1 (", "\x00"]
)
def test_hostile_names_are_read(who: Who, source: str):
    actor = who(source)
    assert actor is None or len(actor.name) <= 200
    assert actor is None or "\u202e" not in actor.name
