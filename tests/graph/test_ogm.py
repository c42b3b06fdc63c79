"""py2neo models over the same graph, on both engines."""

import pytest

from graph.ogm import Actor, Article, Assertion, connect
from graph.write import put
from tests.graph.worlds import reading


@pytest.fixture
def closed_after():
    """py2neo leaves its connections open unless it is told."""
    graphs = []
    yield lambda graph: graphs.append(graph) or graph
    for graph in graphs:
        graph.service.connector.close()


pytestmark = pytest.mark.filterwarnings(
    "ignore::DeprecationWarning", "ignore::SyntaxWarning", "ignore::ResourceWarning"
)


def test_models_walk_the_chain(store, closed_after):
    one = reading(said=[(1, 0, 4), (4, 0, 4)], chains=[(0, 1)], ties=[(1, 2)], outlet="gazette")
    put(store, one)
    graph = closed_after(connect(store))
    actor = Actor.match(graph, "p1").first()
    (said,) = list(actor.asserted)
    assert (actor.name, said.exact, said.source_text) == ("Person 1", "abcd", None)
    assert [upstream.exact for upstream in said.sourced_from] == ["abcd"]
    assert [voice.name for upstream in said.sourced_from for voice in upstream.actor] == ["Person 4"]
    assert [claim.text for claim in said.claims] == ["abcd"]
    assert [o.name for o in actor.affiliated_with] == ["Person 2"]
    article = Article.match(graph, one.article.id).first()
    assert [o.name for o in article.outlet] == ["The Gazette"]
    assert len(list(article.assertions)) == 2


def test_a_change_through_a_model_is_in_the_graph(store, closed_after):
    put(store, reading())
    graph = closed_after(connect(store))
    assertion = Assertion.match(graph).first()
    assertion.certainty = "hedged"
    graph.push(assertion)
    assert store.read("MATCH (s:Assertion) RETURN s.certainty").rows == [("hedged",)]
