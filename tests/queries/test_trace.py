"""Traces: which claims fit, and each one's chains up to the origin."""

import pytest

from graph.errors import QuestionError
from graph.model import Sourcing
from queries.trace import Question, _nested, _visits, trace, walk
from tests.queries import world
from tests.queries.test_origins import facts, statement


def claims(store, text, by=None):
    return [traced.claim.text for traced in trace(store, Question(text, by)).claims]


def outline(steps):
    return [(depth, step.actor.id if step.actor else None) for depth, step in walk(steps)]


def test_words_find_a_claim_told_by_two_articles_and_its_chains(full):
    found = trace(full, Question("north korean KURSK"))
    assert [traced.claim.text for traced in found.claims] == [world.KURSK]
    assert outline(found.claims[0].voices) == [
        (0, "rutte"),
        (1, "gur"),
        (0, "bay-radio"),
        (1, "official-1"),
        (2, "gur"),
        (0, "moscow"),
    ]
    assert "begin with each of these words" in found.matched


def test_a_step_brings_its_evidence(full):
    voice = trace(full, Question(world.KURSK, "claim")).claims[0].voices[0]
    reading = world.gazette()
    assert voice.assertion in reading.assertions
    assert (voice.article.title, voice.article.outlet.name, voice.article.published) == (
        "Rutte on the troops",
        "The Gazette",
        "2024-10-28",
    )
    assert voice.citing is None
    assert voice.rests_on[0].citing == reading.sourcings[0]
    assert voice.rests_on[0].assertion.reported
    start, end = voice.assertion.start, voice.assertion.end
    assert reading.article.text[start:end] == voice.assertion.exact


def test_two_outlets_relaying_one_origin_count_once(full):
    verdict = trace(full, Question(world.KURSK)).claims[0].verdict
    assert (verdict.words, verdict.notes) == ("one origin: GUR", ("denied by Moscow",))
    assert (verdict.assertions, verdict.actors, verdict.articles, verdict.outlets) == (6, 5, 2, 2)


def test_the_rule_is_chosen_by_the_asker(full):
    question = Question("ten units", "words")
    assert trace(full, question).claims[0].verdict.words == "one origin: The Pentagon"
    assert len(trace(full, question, rule="none").claims[0].verdict.origins) == 2


def test_a_circle_is_shown_once_and_named(full):
    claim = trace(full, Question("ring")).claims[0]
    assert [(depth, step.seen) for depth, step in walk(claim.voices)] == [(0, None), (1, None), (2, "circle")]
    assert claim.verdict.words == "circular"


def test_no_source_named_is_a_step_without_actor(full):
    claim = trace(full, Question("drones")).claims[0]
    assert outline(claim.voices) == [(0, None)]
    assert claim.verdict.kind == "no origin stated"


@pytest.mark.parametrize("name", ["rutte", "Mark Rutte", "MARK  RUTTE".replace("  ", " "), "secretary general rutte"])
def test_an_actor_is_found_by_id_name_or_alias(full, name):
    assert claims(full, name, "actor") == [world.KURSK, world.MEETING]


def test_a_name_with_either_apostrophe_is_one_name(full):
    assert claims(full, "ukraine's military intelligence", "actor") == [world.KURSK]
    assert claims(full, "Ukraine’s military intelligence", "actor") == [world.KURSK]


@pytest.mark.parametrize("name", ["Voices", "/pile/002.txt", "002.txt", "voice"])
def test_an_article_is_found_by_title_path_or_words(full, name):
    assert claims(full, name, "article") == [world.KURSK, world.TEN]


def test_ids_are_found_by_a_unique_beginning(full):
    article, claim = world.bay_radio().article.id, world.claim(world.TEN).id
    assert claims(full, article[:9], "article") == [world.KURSK, world.TEN]
    assert claims(full, claim[:7], "claim") == claims(full, claim) == claims(full, claim[:8]) == [world.TEN]


def test_claims_come_earliest_first_and_those_without_date_last(full):
    assert claims(full, "ryder", "actor") == [world.TEN, world.RING]


def test_words_that_nothing_holds_give_an_empty_trace(full):
    assert claims(full, "submarines") == []
    assert claims(full, "facade12") == []


@pytest.mark.parametrize(
    ("text", "by", "expected"),
    [
        ("nobody", "actor", "no actor fits “nobody”"),
        ("zzz", "claim", "no claim fits"),
        ("zzz", "article", "no article fits"),
        ("", "actor", "no actor fits"),
        ("?!", "words", "no words"),
        ("ryd", "actor", "near it: ryder (Patrick Ryder)"),
        ("the", "claim", "2 claims fit “the”, give an id"),
        ("x\x1b[2J\0", "article", r"no article fits “x\x1b[2J\x00”"),
    ],
)
def test_what_fits_nothing_or_several_is_an_error_in_one_line(full, text, by, expected):
    with pytest.raises(QuestionError) as caught:
        trace(full, Question(text, by))
    assert expected in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", ["' OR 1=1 //", "\\", "$text", "}) DETACH DELETE n //", "%", "*"])
def test_a_question_is_never_read_as_cypher(full, text):
    with pytest.raises(QuestionError):
        trace(full, Question(text, "actor"))
    assert claims(full, world.KURSK) == [world.KURSK]


def forest(*statements, chains):
    found = facts(*statements, chains=chains)
    return _nested(_visits(found), found)


def test_a_diamond_is_shown_once_and_pointed_at():
    steps = forest(*map(statement, "abcd"), chains="a>b a>c b>d c>d")
    assert [(depth, step.assertion.id, step.seen) for depth, step in walk(steps)] == [
        (0, "a", None),
        (1, "b", None),
        (2, "d", None),
        (1, "c", None),
        (2, "d", "above"),
    ]


def test_a_ladder_of_diamonds_does_not_explode():
    rungs = 200
    names = [f"{side}{rung}" for rung in range(rungs) for side in "lr"]
    chains = " ".join(f"{one}{n}>{other}{n + 1}" for n in range(rungs - 1) for one in "lr" for other in "lr")
    assert len(list(walk(forest(*map(statement, names), chains=chains)))) <= 4 * rungs


def test_a_chain_of_thousands_is_followed_to_its_end():
    length = 5000
    found = facts(*(statement(f"{n:05}") for n in range(length)))
    chain = [Sourcing(f"{n:05}", f"{n + 1:05}", "citing", 0, 6) for n in range(length - 1)]
    found = type(found)(found.statements, chain, (), {})
    depth, last = list(walk(_nested(_visits(found), found)))[-1]
    assert (depth, last.assertion.id) == (length - 1, f"{length - 1:05}")
