"""Copies among articles: found on loading in any order, gone with their article, folded when origins are counted."""

from dataclasses import replace

import pytest

from graph.model import Claim, Reading, Stating
from graph.snapshot import snapshot
from graph.write import put, retract
from loaders.match.prints import minhash
from queries.facts import gather
from queries.library import ask
from queries.origins import verdict
from tests.conftest import WIPE
from tests.graph.worlds import ACTORS, article, assertion

BODY = " ".join(f"word{n % 97} and{n % 31}" for n in range(200))
TEXTS = {
    "first": ("2024-10-26", f"{BODY} first"),
    "copy": ("2024-10-28", f"A line of its own. {BODY}"),
    "undated": (None, f"{BODY} undated"),
    "other": ("2024-10-27", " ".join(f"other{n % 89} words{n % 37}" for n in range(200))),
}


def reading(name, number=0):
    day, text = TEXTS[name]
    head = replace(article(text, [f"/{name}"], title=name), published=day, prints=minhash(text))
    actor = replace(ACTORS[number], findings=True, id=f"{name}-p", kind="unnamed")
    said = replace(assertion(head, actor.id, 20, 60), basis="findings", exact="the same words")
    claim = Claim(f"claim of {name}", "the same words")
    stating = Stating(said.id, claim.id, 1.0, "its own words", "test")
    return Reading(head, (actor,), assertions=(said,), claims=(claim,), statings=(stating,))


def copies(store):
    found = "MATCH (a)-[r:COPIES]->(b) RETURN a.title AS a, b.title AS b, r.similarity > 0.8 ORDER BY a, b"
    return store.read(found).rows


@pytest.mark.parametrize("order", [("first", "copy", "undated", "other"), ("other", "undated", "copy", "first")])
def test_the_later_one_copies_the_earlier_one(store, order):
    for name in order:
        put(store, reading(name))
    assert copies(store) == [("copy", "first", True), ("undated", "copy", True), ("undated", "first", True)]


def test_a_retracted_article_copies_nothing_and_loading_again_changes_nothing(store):
    for name in TEXTS:
        put(store, reading(name))
    before = snapshot(store)
    assert [(row["article"], row["copies"]) for row in ask(store, "copies", {}).dicts()][-1] == ("undated", "copy")
    assert {row["voices"] for row in ask(store, "one-unnamed-source", {}).dicts()} == {1}
    assert put(store, reading("copy")) == "unchanged"
    retract(store, reading("copy").article.id)
    assert copies(store) == [("undated", "first", True)]
    put(store, reading("copy"))
    assert snapshot(store) == before


def test_the_same_words_in_copied_articles_are_one_origin(embedded_store):
    embedded_store.write(WIPE)
    for name in ("first", "copy", "other"):
        put(embedded_store, reading(name))
    names = [row[0] for row in embedded_store.read("MATCH (s:Assertion) RETURN s.id").rows]
    facts = gather(embedded_store, names)
    assert len(verdict(facts).origins) == 2
    assert "1 article in much the same words as another of them" in verdict(facts).notes
    assert len(verdict(facts, "none").origins) == 3
