"""A trace for analysis: a networkx graph with the labels, relationships and properties of the store."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import networkx as nx

from graph.model import Actor
from graph.notes import NOTES
from graph.properties import properties
from queries.facts import Headline

if TYPE_CHECKING:
    from queries.trace import Trace, TracedClaim

    _Graph = nx.MultiDiGraph[str]
else:
    _Graph = nx.MultiDiGraph


class Network(_Graph):
    """A networkx graph of actors, articles, assertions and claims that shows itself in a notebook."""

    def _repr_html_(self) -> str:
        """The explorer's page in a sandboxed frame; without the articles' texts, which the graph need not have."""
        from queries.picture.notebook import framed  # noqa: PLC0415 - a picture is only drawn where one is looked at

        return framed(self, title="Network")


def to_networkx(trace: "Trace") -> Network:
    """A trace as a graph: nodes by id with `label` (Actor, Article, Assertion, Claim) and the properties of the store.

    Edges have the relationship's type as `type` and as key (a second edge of one type between the same two nodes has
    the key "TYPE 2") and its properties. An Article's text is left out.
    """
    graph = Network()
    for actor in trace.organizations:
        graph.add_node(actor.id, label="Actor", **properties(actor))
    for claim in trace.claims:
        _add_claim(graph, claim)
    for affiliation in trace.affiliations:
        if affiliation.actor in graph and affiliation.organization in graph:
            add_edge(graph, affiliation.actor, affiliation.organization, "AFFILIATED_WITH", properties(affiliation))
    return graph


def add_edge(graph: "nx.MultiDiGraph[str]", start: str, end: str, kind: str, values: dict[str, Any]) -> None:
    """Adds a relationship unless the very same one is there; a second one of its type gets a key of its own."""
    wanted = {"type": kind, **values}
    there = graph.get_edge_data(start, end) or {}
    if wanted in there.values():
        return
    same = sum(edge["type"] == kind for edge in there.values())
    graph.add_edge(start, end, key=f"{kind} {same + 1}" if same else kind, **wanted)


def _add_claim(graph: "nx.MultiDiGraph[str]", traced: "TracedClaim") -> None:
    told = {name: value for name, value in properties(traced.claim).items() if name not in NOTES["Claim"]}
    graph.add_node(traced.claim.id, label="Claim", **told)
    for statement in traced.facts.statements.values():
        name = statement.assertion.id
        graph.add_node(name, label="Assertion", **properties(statement.assertion))
        _add_article(graph, statement.article)
        add_edge(graph, name, statement.article.id, "APPEARS_IN", {})
        for actor in _actors(statement.actor):
            graph.add_node(actor.id, label="Actor", **properties(actor))
            add_edge(graph, actor.id, name, "ASSERTED", {})
    for stating in traced.statings:
        if stating.assertion in graph:
            add_edge(graph, stating.assertion, stating.claim, "STATES", properties(stating))
    for sourcing in traced.facts.sourcings:
        add_edge(graph, sourcing.assertion, sourcing.rests_on, "SOURCED_FROM", properties(sourcing))


def _add_article(graph: "nx.MultiDiGraph[str]", article: Headline) -> None:
    graph.add_node(article.id, label="Article", **properties(article))
    for outlet in _actors(article.outlet):
        graph.add_node(outlet.id, label="Actor", **properties(outlet))
        add_edge(graph, article.id, outlet.id, "PUBLISHED_BY", {})


def _actors(actor: Actor | None) -> Iterable[Actor]:
    return [actor] if actor else []
