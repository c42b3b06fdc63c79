"""A graph as `queries.network` gives it, as facts a claim at a time, so that verdicts here are the ones of a trace."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import networkx as nx

from graph.model import Actor, Affiliation, Assertion, Copy, Sourcing
from graph.properties import record
from queries.facts import Facts, Headline, Statement

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Known:
    """All facts of a graph, found by id: what rests on what, who belongs to whom, which article copies which."""

    statements: dict[str, Statement] = field(default_factory=dict)
    upstream: dict[str, list[Sourcing]] = field(default_factory=lambda: defaultdict(list))
    above: dict[str, list[Affiliation]] = field(default_factory=lambda: defaultdict(list))
    copies: dict[str, list[Copy]] = field(default_factory=lambda: defaultdict(list))
    actors: dict[str, Actor] = field(default_factory=dict)

    def about(self, assertions: Iterable[str]) -> Facts:
        """The facts about these assertions and all that they rest on, as `queries.facts.within` would give them."""
        reached = dict.fromkeys(name for name in assertions if name in self.statements)
        waiting = list(reached)
        for name in waiting:
            new = [s.rests_on for s in self.upstream.get(name, ()) if s.rests_on not in reached]
            reached.update(dict.fromkeys(new))
            waiting += dict.fromkeys(new)
        own = {name: self.statements[name] for name in reached}
        sourcings = [sourcing for name in reached for sourcing in self.upstream.get(name, ())]
        copies = [c for name in {s.article.id for s in own.values()} for c in self.copies.get(name, ())]
        return Facts(own, sourcings, self._affiliations(own.values()), self.actors, copies)

    def _affiliations(self, statements: Iterable[Statement]) -> list[Affiliation]:
        waiting = sorted({statement.actor.id for statement in statements if statement.actor})
        seen = set(waiting)
        found: list[Affiliation] = []
        for actor in waiting:
            for affiliation in self.above.get(actor, ()):
                found.append(affiliation)
                if affiliation.organization not in seen:
                    seen.add(affiliation.organization)
                    waiting.append(affiliation.organization)
        return found


def known(graph: "nx.MultiDiGraph[str]") -> Known:
    """The facts of a graph. An assertion whose article is not in the graph stands in one without id, title or date."""
    found = Known(actors={name: record(Actor, data, id=name) for name, data in _of(graph, "Actor")})
    ends = {kind: _ends(graph, kind) for kind in ("APPEARS_IN", "PUBLISHED_BY", "SAME_AS")}
    made = {b: a for a, b, data in graph.edges(data=True) if data["type"] == "ASSERTED"}
    articles = {
        name: record(Headline, data, id=name, outlet=found.actors.get(ends["PUBLISHED_BY"].get(name, "")))
        for name, data in _of(graph, "Article")
    }
    nowhere = Headline("", None, None, None, None)
    for name, data in _of(graph, "Assertion"):
        actor, article = found.actors.get(made.get(name, "")), articles.get(ends["APPEARS_IN"].get(name, ""), nowhere)
        assertion = record(Assertion, data, id=name, actor=actor.id if actor else None, article=article.id)
        found.statements[name] = Statement(assertion, actor, article)
    for a, b, data in _edges(graph):
        if data["type"] == "SOURCED_FROM" and b in found.statements:
            found.upstream[a].append(Sourcing(a, b, data.get("exact", ""), data.get("start", 0), data.get("end", 0)))
        elif data["type"] == "AFFILIATED_WITH":
            one, other = ends["SAME_AS"].get(a, a), ends["SAME_AS"].get(b, b)
            found.above[one].append(record(Affiliation, data, actor=one, organization=other))
        elif data["type"] == "COPIES":
            found.copies[a].append(record(Copy, data, article=a, original=b))
    return found


def _of(graph: "nx.MultiDiGraph[str]", label: str) -> list[tuple[str, Values]]:
    return sorted((name, data) for name, data in graph.nodes(data=True) if data["label"] == label)


def _ends(graph: "nx.MultiDiGraph[str]", kind: str) -> dict[str, str]:
    return {a: b for a, b, data in _edges(graph) if data["type"] == kind}


def _edges(graph: "nx.MultiDiGraph[str]") -> list[tuple[str, str, Values]]:
    return sorted(graph.edges(data=True), key=lambda e: (e[0], e[1], e[2].get("start", 0), str(sorted(e[2].items()))))
