"""Verdicts over every shape that chains can have. A graph is written as "voice>source" pairs of one-letter names."""

from itertools import permutations

import pytest

from graph.model import Actor, Affiliation, Assertion, Sourcing
from queries.facts import Facts, Headline, Statement, within
from queries.origins import holds, verdict

ARTICLE = Headline("article", "Title", Actor("outlet", "Outlet", "outlet"), None, "2024-10-28")


def person(name, **more):
    return Actor(name, name.upper(), more.pop("kind", "person"), **more)


def statement(name, actor="same", basis=None, polarity="positive", article=ARTICLE, **more):
    who = person(name) if actor == "same" else actor
    return Statement(
        Assertion(
            name, article.id, who and who.id, "words", "", "", 0, 5, ((0, 5),), None, None, None, None, None, None,
            "indirect", polarity, "stated", False, "test", 1.0, basis, **more,
        ),
        who,
        article,
    )  # fmt: skip


def facts(*statements, chains="", affiliations=(), organizations=()):
    pairs = [pair.split(">") for pair in chains.split()]
    return Facts(
        {one.assertion.id: one for one in statements},
        [Sourcing(one, other, "citing", 0, 6) for one, other in pairs],
        affiliations,
        {one.id: one for one in organizations},
    )


def test_a_root_without_basis_is_no_origin():
    found = verdict(facts(statement("a"), statement("b"), chains="a>b"))
    assert (found.kind, found.words, found.unstated) == ("no origin stated", "no origin stated", ("b",))
    assert found.notes == ("1 root without a stated basis, not counted as an origin",)


def test_nothing_has_no_origin():
    assert verdict(facts()).words == "no origin stated"


@pytest.mark.parametrize("basis", ["own", "findings"])
def test_a_root_with_its_own_basis_is_an_origin(basis):
    found = verdict(facts(statement("a"), statement("b", basis=basis), chains="a>b"))
    assert (found.words, found.unstated) == ("one origin: B", ())


def test_a_basis_below_the_root_does_not_count():
    found = verdict(facts(statement("a", basis="own"), statement("b"), chains="a>b"))
    assert found.kind == "no origin stated"


def test_what_an_agency_that_finds_things_out_says_is_an_origin():
    agency = person("gur", kind="organization", findings=True)
    assert verdict(facts(statement("a", agency))).words == "one origin: GUR"


def test_an_assertion_without_a_source_is_no_origin_whatever_its_basis():
    found = verdict(facts(statement("a", None, basis="own")))
    assert (found.kind, found.unstated, found.actors) == ("no origin stated", ("a",), 0)


def test_a_root_without_basis_beside_one_with_is_told_apart():
    found = verdict(facts(statement("a", basis="own"), statement("b"), statement("c")))
    assert (found.words, found.unstated) == ("one origin: A", ("b", "c"))
    assert found.notes == ("2 roots without a stated basis, not counted as an origin",)


def test_several_origins_are_never_called_independent():
    found = verdict(facts(statement("b", basis="own"), statement("a", basis="own")))
    assert found.words == "2 named origins, independence not established: A, B"


def test_one_unnamed_origin_is_said_to_be_unnamed():
    official = Actor("x", "a senior official", "unnamed")
    found = verdict(facts(statement("a", official, basis="own")))
    assert (found.kind, found.words) == ("one origin", "one origin, unnamed: “a senior official”")


def test_unnamed_origins_are_counted_apart_from_named_ones():
    officials = [statement(name, Actor(name, "an official", "unnamed"), basis="own") for name in "ab"]
    assert verdict(facts(*officials)).words.startswith("2 unnamed origins, independence not established")
    mixed = verdict(facts(*officials, statement("c", basis="own")))
    assert mixed.words.startswith("1 named origin and 2 unnamed, independence not established: C, ")


def test_a_denial_is_no_origin_of_what_it_denies():
    found = verdict(facts(statement("a", basis="own"), statement("b", basis="own", polarity="negative")))
    assert (found.words, found.denied, found.notes) == ("one origin: A", ("b",), ("denied by B",))


def test_who_neither_says_nor_denies_it_is_no_origin_and_is_named():
    found = verdict(facts(statement("a", basis="own"), statement("b", basis="own", polarity="open")))
    assert (found.words, found.open, found.notes) == ("one origin: A", ("b",), ("neither said nor denied by B",))


def test_what_was_read_with_a_low_score_is_no_origin():
    found = verdict(facts(statement("a", basis="own"), statement("b", basis="own", doubtful=True)))
    assert found.words == "one origin: A"
    assert found.notes == ("1 root read with a low score, not counted as an origin",)


def test_a_diamond_has_one_origin():
    four = [statement(name, basis="own") for name in "abcd"]
    assert verdict(facts(*four, chains="a>b a>c b>d c>d")).words == "one origin: D"


def test_a_circle_has_no_origin():
    found = verdict(facts(statement("a", basis="own"), statement("b", basis="own"), chains="a>b b>a"))
    assert (found.kind, found.words, found.circles) == ("circular", "circular", 1)


def test_an_assertion_that_rests_on_itself_is_a_circle():
    assert verdict(facts(statement("a", basis="own"), chains="a>a")).kind == "circular"


def test_a_circle_that_a_chain_leaves_is_noted_and_the_origin_counts():
    three = [statement(name, basis="own") for name in "abc"]
    found = verdict(facts(*three, chains="a>b b>a b>c"))
    assert (found.words, found.circles) == ("one origin: C", 1)
    assert found.notes == ("1 circle of assertions that rest on each other",)


def test_a_circle_left_for_a_root_without_basis_is_not_circular():
    three = [statement(name) for name in "abc"]
    assert verdict(facts(*three, chains="a>b b>a b>c")).kind == "no origin stated"


def test_one_actor_in_two_articles_is_one_origin_by_either_rule():
    other = Headline("other", None, None, None, None)
    two = [statement("a", person("x"), "own"), statement("b", person("x"), "own", article=other)]
    for rule in ("affiliation", "none"):
        found = verdict(facts(*two), rule)
        assert (found.words, found.articles, found.outlets, found.actors) == ("one origin: X", 2, 1, 1)


PENTAGON = person("pentagon", kind="organization")
DEFENCE = person("defence", kind="organization")


def speaks(actor, organization="pentagon", since=None, until=None):
    return Affiliation(actor, organization, "spokesperson", "register", since, until)


def press(rule="affiliation", affiliations=(), more=()):
    two = [statement("singh", basis="own"), statement("ryder", basis="own"), *more]
    return verdict(facts(*two, affiliations=affiliations, organizations=[PENTAGON, DEFENCE]), rule)


def test_spokespersons_of_one_organisation_are_one_origin():
    found = press(affiliations=[speaks("singh"), speaks("ryder")])
    assert found.words == "one origin: PENTAGON"
    assert [actor.id for actor in found.origins[0].actors] == ["ryder", "singh"]


def test_the_organisation_itself_is_the_same_origin():
    found = press(affiliations=[speaks("singh"), speaks("ryder")], more=[statement("p", PENTAGON, "own")])
    assert found.words == "one origin: PENTAGON"
    assert found.origins[0].assertions == ("p", "ryder", "singh")


def test_the_rule_can_be_switched_off():
    found = press("none", [speaks("singh"), speaks("ryder")])
    assert (found.words, found.rule) == ("2 named origins, independence not established: RYDER, SINGH", "none")


def test_affiliation_goes_through_organisations():
    found = press(affiliations=[speaks("singh"), speaks("pentagon", "defence"), speaks("ryder", "defence")])
    assert found.words == "one origin: DEFENCE"


def test_affiliations_in_a_circle_end():
    found = press(affiliations=[speaks("singh"), speaks("pentagon", "defence"), speaks("defence", "pentagon")])
    assert len(found.origins) == 2


@pytest.mark.parametrize(
    ("since", "until", "published", "expected"),
    [
        ("2024-10-28", None, "2024-10-28", True),
        ("2024-10-29", None, "2024-10-28T23:00:00Z", False),
        ("2024-10", None, "2024-10-01", True),
        (None, "2024-09", "2024-10-01", False),
        (None, "2024", "2024-10-01", True),
        ("2025", None, None, True),
        ("unknown", "unknown", "2024-10-01", True),
    ],
)
def test_an_affiliation_counts_on_the_days_that_it_may_hold(since, until, published, expected):
    assert holds(speaks("singh", since=since, until=until), published) is expected


def test_a_past_affiliation_does_not_make_two_one():
    found = press(affiliations=[speaks("singh"), speaks("ryder", until="2024-10-27")])
    assert len(found.origins) == 2


def test_a_doubtful_name_is_counted_apart_and_the_doubt_is_said():
    gur = person("gur", findings=True)
    doubtful = person("intelligence", candidates=("gur",), findings=True)
    found = verdict(facts(statement("a", gur), statement("b", doubtful)))
    assert (len(found.origins), found.notes) == (2, ("INTELLIGENCE may be GUR",))


def test_the_order_of_the_facts_does_not_matter():
    three = [statement(name, basis="own") for name in "abc"]
    roles = [speaks("a"), speaks("b"), speaks("c", "defence")]
    found = {
        verdict(facts(*order, affiliations=roles[::step], organizations=[PENTAGON, DEFENCE]))
        for order in permutations(three)
        for step in (1, -1)
    }
    assert len(found) == 1


def test_within_follows_chains_up_and_not_down():
    four = [statement(name) for name in "abcd"]
    found = within(facts(*four, chains="a>b b>c d>b"), ["b"])
    assert (set(found.statements), len(found.sourcings)) == ({"b", "c"}, 1)


def test_two_that_cite_each_other_in_different_articles_are_circular():
    other = Headline("other", "Other", None, None, "2024-10-29")
    a, b = person("a"), person("b")
    told = facts(
        statement("a1", a), statement("b1", b),
        statement("b2", b, article=other), statement("a2", a, article=other),
        chains="a1>b1 b2>a2",
    )  # fmt: skip
    found = verdict(told)
    assert (found.kind, found.circles) == ("circular", 0)
    assert "A, B rest on each other in different places" in found.notes


def test_two_that_cite_each_other_are_no_circle_once_one_knows_it_itself():
    other = Headline("other", "Other", None, None, "2024-10-29")
    a, b = person("a"), person("b")
    told = facts(
        statement("a1", a), statement("b1", b, basis="own"),
        statement("b2", b, article=other), statement("a2", a, article=other),
        chains="a1>b1 b2>a2",
    )  # fmt: skip
    assert verdict(told).kind == "one origin"
