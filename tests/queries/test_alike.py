"""Who may be one: each rule says why, what a person has judged is not asked again, and no look-alike is suggested."""

import pytest

from graph.ids import digest
from graph.judge import judge
from graph.model import Actor, Reading
from graph.write import put
from loaders.resolve.sight import everywhere
from queries.alike import suggestions
from tests.graph.worlds import article, assertion

NIS = Actor("nis", "National Intelligence Service", "organization", aliases=("Seoul's spy agency",))
DOUBT = Actor("spies", "Ukrainian intelligence", "organization", candidates=("gur",))
GUR = Actor("gur", "GUR", "organization")
RUTTE = Actor("rutte", "Mark Rutte", "person")


def told(store, *actors):
    head = article("a text of some words for everybody", places=["/a"])
    said = tuple(assertion(head, actor.id, n, n + 5) for n, actor in enumerate(actors))
    put(store, Reading(head, actors, assertions=said))
    return {(s.actor.name, s.other.name): s.why for s in suggestions(store)}


def on_sight(kind, name):
    """An actor as one article names it, known from nowhere else."""
    return Actor(f"{name.lower().replace(' ', '-')}-{digest(name)[:12]}", name, kind)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (DOUBT, GUR, "in doubt"),
        (on_sight("organization", "NIS"), NIS, "NIS are the initials"),
        (on_sight("person", "Rutte"), RUTTE, "surname"),
        (on_sight("person", "Mark Ruttte"), RUTTE, "spelled nearly alike"),
        (on_sight("outlet", "Seoul’s Spy Agency"), NIS, "both are called"),
        (
            on_sight("organization", "Defence Ministry"),
            everywhere("organization", "Russian Defence Ministry"),
            "ends in",
        ),
    ],
    ids=lambda value: value.name if isinstance(value, Actor) else value,
)
def test_a_rule_says_what_it_saw(embedded_store, one, other, why):
    found = told(embedded_store, one, other)
    assert why in {**found, **{(b, a): w for (a, b), w in found.items()}}[one.name, other.name]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("North Korea", "South Korea"),
        ("Iran", "Iraq"),
        ("Austria", "Australia"),
        ("Kim Yong-hyun", "Kim Jong-un"),
        ("Ministry of Defence of Ukraine", "Ministry of Defence of Russia"),
    ],
)
def test_look_alikes_are_not_suggested(embedded_store, one, other):
    assert told(embedded_store, on_sight("organization", one), on_sight("organization", other)) == {}


@pytest.mark.parametrize("finding", ["positive", "negative", "unsure"])
def test_what_was_judged_is_not_asked_again(embedded_store, finding):
    short = on_sight("person", "Rutte")
    assert told(embedded_store, short, RUTTE)
    judge(embedded_store, (short, RUTTE), finding, who="ann", why="")
    assert suggestions(embedded_store) == []


def test_actors_of_a_register_and_unnamed_ones_are_left_alone(embedded_store):
    others = Actor("intel", "Intelligence Service", "organization"), on_sight("unnamed", "officials")
    assert told(embedded_store, NIS, *others, on_sight("unnamed", "the officials")) == {}
