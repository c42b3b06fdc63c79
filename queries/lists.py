"""What is in the store, listed: articles, actors and claims, with counts."""

from collections.abc import Callable
from typing import Any

from graph.store import Answer, Store
from queries.words import holds, words

_ARTICLES = """
MATCH (a:Article)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(outlet:Actor)
OPTIONAL MATCH (a)<-[:APPEARS_IN]-(s:Assertion)
OPTIONAL MATCH (who:Actor)-[:ASSERTED]->(s)
OPTIONAL MATCH (s)-[:STATES]->(c:Claim)
RETURN a.id AS id, a.title AS title, outlet.name AS outlet, a.published AS published, a.language AS language,
       count(DISTINCT s) AS assertions, count(DISTINCT who) AS actors, count(DISTINCT c) AS claims,
       coalesce(a.url, head(a.places)) AS place
ORDER BY published, title, id
"""
_ACTORS = """
MATCH (a:Actor) WHERE NOT (a)-[:SAME_AS]->(:Actor)
OPTIONAL MATCH (a)-[:ASSERTED]->(s:Assertion)-[:APPEARS_IN]->(article:Article)
WITH a, count(DISTINCT s) AS assertions, count(DISTINCT article) AS articles
OPTIONAL MATCH (a)-[:AFFILIATED_WITH]->(o:Actor)
WITH a, assertions, articles, o ORDER BY o.name, o.id
WITH a, assertions, articles, collect(DISTINCT o.name) AS affiliations
OPTIONAL MATCH (published:Article)-[:PUBLISHED_BY]->(a)
WITH a, assertions, articles, affiliations, count(DISTINCT published) AS published
OPTIONAL MATCH (other:Actor)-[:SAME_AS]->(a)
WITH a, assertions, articles, affiliations, published, other ORDER BY other.name, other.id
WITH a, assertions, articles, affiliations, published, collect(other.name) AS judged
RETURN a.id AS id, a.name AS name, a.kind AS kind, coalesce(a.aliases, []) + judged AS aliases, affiliations,
       assertions, articles, published
ORDER BY assertions DESC, name, id
"""
_CLAIMS = """
MATCH (c:Claim) WHERE NOT (c)-[:SAME_AS]->(:Claim)
OPTIONAL MATCH (s:Assertion)-[:STATES]->(c)
OPTIONAL MATCH (s)-[:APPEARS_IN]->(article:Article)
OPTIONAL MATCH (who:Actor)-[:ASSERTED]->(s)
OPTIONAL MATCH (article)-[:PUBLISHED_BY]->(outlet:Actor)
RETURN c.id AS id, c.text AS claim, count(DISTINCT s) AS assertions, count(DISTINCT who) AS actors,
       count(DISTINCT article) AS articles, count(DISTINCT outlet) AS outlets, min(article.published) AS first
ORDER BY articles DESC, assertions DESC, claim, id
"""


def articles(store: Store) -> Answer:
    """Articles by date: id, title, outlet, published, language, place and how much was found in each."""
    return store.read(_ARTICLES)


def actors(store: Store, words: str | None = None) -> Answer:
    """Actors, the most heard first; `words` keeps those whose name, id or an alias holds all of them."""
    return _kept(store.read(_ACTORS), words, lambda row: " ".join((row[0], row[1], *row[3])))


def claims(store: Store, words: str | None = None) -> Answer:
    """Claims, the most widely told first; `words` keeps those whose text holds all of them."""
    return _kept(store.read(_CLAIMS), words, lambda row: str(row[1]))


def _kept(answer: Answer, text: str | None, told: Callable[[tuple[Any, ...]], str]) -> Answer:
    if text is None:
        return answer
    wanted = words(text)
    return Answer(answer.columns, [row for row in answer.rows if holds(told(row), wanted)], answer.truncated)
