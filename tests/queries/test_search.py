"""Search by words and by meaning: what is found and why, the same on both engines, gone with its article."""

from dataclasses import replace

import pytest

from graph.errors import QuestionError
from graph.judge import judge, undo
from graph.model import Reading
from graph.store import Store
from graph.write import put, retract
from loaders.match.encoder import encoder
from loaders.match.meaning import filed, meaning_of, packed
from queries import Meant, search
from queries.find import actor
from queries.network import network
from queries.search import KINDS, as_answer
from queries.words import claims_holding, holds, words
from tests.queries.world import DRONES, KURSK, MEETING, RING, TEN, claim, readings


def meant(question: str) -> Meant:
    found = meaning_of(question)
    return Meant(found.vector, found.nearest)


def with_meaning(reading: Reading) -> Reading:
    vectors = encoder().encode([one.text for one in reading.claims])
    both = zip(reading.claims, packed(vectors), filed(vectors), strict=True)
    return replace(reading, claims=tuple(replace(one, vector=v, meaning=m) for one, v, m in both))


@pytest.fixture
def meaningful(store):
    for reading in readings():
        put(store, with_meaning(reading))
    return store


def ids(hits, kind=None):
    return [hit.id for hit in hits if kind in (None, hit.kind)]


def test_a_claim_is_found_by_its_words_and_says_so(full):
    first, *_ = search(full, "Kursk troops")
    assert (first.kind, first.id, first.text) == ("claim", claim(KURSK).id, KURSK)
    assert (first.words, first.cosine, first.why) == (("kursk", "troops"), None, "has kursk, troops")
    assert (first.actor, first.exact, first.article, first.outlet) == (
        "Mark Rutte", KURSK, "Rutte on the troops", "The Gazette",
    )  # fmt: skip
    assert f"»{KURSK}«" in first.evidence


def test_a_claim_is_found_by_what_it_means(meaningful):
    question = "soldiers of Pyongyang on Russian soil"
    assert ids(search(meaningful, question), "claim") == []
    first, *_ = search(meaningful, question, meant(question), kinds=["claim"])
    assert (first.id, first.words) == (claim(KURSK).id, ())
    assert first.cosine > 0.4
    assert first.why == f"close in meaning ({first.cosine:.2f})"


def test_quotes_are_found_by_their_own_words_and_by_what_their_claims_mean(meaningful):
    question = "soldiers of Pyongyang on Russian soil"
    found = search(meaningful, question, meant(question), kinds=["quote"])
    stating = meaningful.read(
        "MATCH (s:Assertion)-[:STATES]->(:Claim {id: $id}) RETURN s.id", {"id": claim(KURSK).id}
    ).rows
    assert set(ids(found)) == {row[0] for row in stating}
    assert {hit.actor for hit in search(meaningful, "ten units", kinds=["quote"])} == {"Sabrina Singh", "Patrick Ryder"}


def test_words_and_meaning_together_come_before_either(meaningful):
    found = search(meaningful, "drones were seen", meant("drones were seen"))
    assert found[0].id == claim(DRONES).id
    assert found[0].words == ("drones", "seen")
    assert found[0].cosine > 0.99


@pytest.mark.parametrize("name", ["rutte", "Secretary General Rutte", "MARK"])
def test_an_actor_is_found_by_any_of_its_names(full, name):
    first = search(full, name)[0]
    assert (first.kind, first.id, first.text, first.said) == ("actor", "rutte", "Mark Rutte", 2)


def test_an_article_is_found_by_its_title(full):
    (found,) = search(full, "voices", kinds=["article"])
    assert (found.text, found.outlet, found.published) == ("Voices", "Bay Radio", "2024-10-29T08:00:00Z")


def test_what_has_all_words_comes_before_what_has_some_and_rare_words_count_more(full):
    found = ids(search(full, "pentagon units drones", kinds=["claim"]))
    assert found == [claim(TEN).id, claim(DRONES).id]
    assert ids(search(full, "we meet monday kursk", kinds=["claim"])) == [claim(MEETING).id, claim(KURSK).id]


@pytest.mark.parametrize(
    ("question", "expected"), [("troo", [KURSK]), ("tro", []), ("ring", [RING]), ("KURSK", [KURSK])]
)
def test_longer_words_are_found_where_they_begin_a_word(full, question, expected):
    assert ids(search(full, question, kinds=["claim"])) == [claim(text).id for text in expected]


@pytest.mark.parametrize("question", ["", " \n", "!!!", "“”", "the of and"])
def test_a_question_without_words_of_weight_is_an_error(full, question):
    with pytest.raises(QuestionError, match="question has"):
        search(full, question)


@pytest.mark.parametrize(
    "question",
    [
        "xyzzy", "AND xyzzy OR NOT", "kursk AND", "+kursk -troops", "kursk*) OR (*:*", "words:kursk", "/.*/ xyzzy",
        '"kursk', "[a TO z]",
        "kursk~2^9", "x'}) DETACH DELETE n //", "a\\xyzzy", "kursk\x00", "word " * 5000, "w" * 100_000, "北京 🪖 عربي",
    ],
)  # fmt: skip
def test_hostile_questions_find_what_has_their_words_and_nothing_else(full, question):
    found = search(full, question, meant(question))
    assert all(hit.words or hit.cosine for hit in found)
    assert set(ids(search(full, question), "claim")) <= {claim(KURSK).id}
    assert (claim(KURSK).id in ids(search(full, question))) is (
        "kursk" in words(question) or "troops" in words(question)
    )


def test_limits_and_kinds_are_kept(meaningful):
    question = "troops kursk units drones pentagon rutte voices"
    assert len(search(meaningful, question, meant(question), limit=3)) == 3
    for kind in KINDS:
        assert {hit.kind for hit in search(meaningful, question, meant(question), kinds=[kind])} == {kind}


def test_a_quote_in_the_words_of_a_claims_evidence_is_not_told_twice(full):
    found = search(full, "drones seen")
    assert [hit.kind for hit in found] == ["claim"]


def test_both_engines_find_the_same(embedded_store, neo4j_store):
    answers = []
    for store in (embedded_store, neo4j_store):
        for reading in readings():
            put(store, with_meaning(reading))
        answers.append(
            [search(store, q, meant(q)) for q in ("troops in Kursk", "rutte", "spies saw it", "pentagon ten")]
        )
    assert answers[0] == answers[1]
    assert all(answers[0])


def test_what_is_retracted_is_found_no_more(meaningful):
    for reading in readings():
        retract(meaningful, reading.article.id)
    question = "troops kursk units drones pentagon rutte voices ring"
    assert search(meaningful, question, meant(question)) == []


def test_a_changed_article_is_found_by_its_new_words_only(store):
    old, *_ = readings()
    put(store, old)
    put(
        store,
        replace(old, claims=tuple(replace(one, text=one.text.replace("Kursk", "Belgorod")) for one in old.claims)),
    )
    assert ids(search(store, "kursk", kinds=["claim"])) == []
    assert ids(search(store, "belgorod", kinds=["claim"])) == [claim(KURSK).id]


def test_a_merged_actor_is_found_as_the_one_it_is_counted_as(full):
    made = judge(full, (actor(full, "ukrainian-intelligence"), actor(full, "gur")), "positive", who="ann", why="")
    assert ids(search(full, "ukrainian intelligence", kinds=["actor"])) == ["gur"]
    undo(full, made.id, who="ann")
    assert ids(search(full, "ukrainian intelligence", kinds=["actor"]))[0] == "ukrainian-intelligence"


def test_the_head_of_a_merge_is_found_when_no_article_names_it_any_more(full):
    one, other = actor(full, "official-1"), actor(full, "singh")
    judge(full, (one, other), "positive", who="ann", why="")
    for reading in readings():
        retract(full, reading.article.id)
    put(full, readings()[1])
    assert ids(search(full, "sabrina", kinds=["actor"])) == ["singh"]


def test_the_notes_by_which_things_are_found_are_shown_to_nobody(meaningful):
    notes = {"words", "vector", "meaning"}
    assert not any(notes & set(told) for _, told in network(meaningful).nodes(data=True))
    found = search(meaningful, "kursk", meant("kursk"))
    assert not notes & set(as_answer(found).columns)


@pytest.mark.parametrize(
    "question", ["troop korea", "KURSK north", "t", "the", "th", "in the", "units the", "zzz", "10", "s", "we", "_"]
)
def test_a_trace_finds_by_words_exactly_what_reading_all_would_find(full, question):
    every = full.read(
        "MATCH (s:Assertion)-[:STATES]->(c:Claim) RETURN c.id AS id, c.text AS text, s.exact AS exact"
    ).dicts()
    expected = {
        row["id"] for row in every if holds(row["text"], words(question)) or holds(row["exact"], words(question))
    }
    assert claims_holding(full, question) == sorted(expected)


def test_a_large_store_is_searched_by_fewer_words_of_meaning(meaningful, monkeypatch):
    monkeypatch.setattr("queries.found.LARGE", 0)
    question = "North Korean soldiers are in Kursk"
    assert ids(search(meaningful, question, meant(question), kinds=["claim"]))[0] == claim(KURSK).id


def test_a_long_question_finds_what_has_its_rarest_words(full):
    question = "rain sun wind snow hail fog thunder drones"
    assert ids(search(full, question, kinds=["claim"])) == [claim(DRONES).id]


def test_a_store_of_an_older_whence_is_brought_up_to_date(tmp_path):
    folder = tmp_path / "store"
    with Store(folder) as old:
        put(old, readings()[0])
        old.write("MATCH (n) REMOVE n.words, n.meaning")
        old.write("MATCH (s:WhenceSchema) SET s.version = 3")
        assert search(old, "kursk") == []
    with Store(folder) as new:
        assert {hit.kind for hit in search(new, "kursk rutte troops")} >= {"claim", "actor", "article"}
