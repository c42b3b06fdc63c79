"""What the page shows, as plain values: everything that the reader can open."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import networkx as nx

from graph.model import Judgement
from graph.properties import properties
from queries.picture.facts import known
from queries.picture.folding import traced

Values = dict[str, Any]
_ACTOR = ("name", "kind", "aliases", "candidates", "findings", "wikidata")
_ARTICLE = ("title", "url", "published", "language", "text")
_ASSERTION: tuple[str, ...] = ("exact", "prefix", "suffix", "start", "end", "spans", "cue", "cueStart", "cueEnd")
_ASSERTION += ("sourceText", "sourceStart", "sourceEnd", "mode", "polarity", "certainty")
_ASSERTION += ("reported", "by", "score", "basis", "doubtful", "saidAt")
_CLAIM = ("text", "eventDate", "place", "status")
_JUDGED = ("id", "left", "right", "leftName", "rightName", "finding", "who", "when", "why", "undone", "undoneBy")
_FIGURE = ("min", "max", "bound", "unit", "counted", "kind", "more", "part")
_BOUNDS = frozenset({"exact", "at least", "up to", "about", "fewer than", "more than"})


def evidence(
    graph: "nx.MultiDiGraph[str]", texts: Mapping[str, str] | None = None, judgements: Iterable[Judgement] = ()
) -> Values:
    """Actors, articles, claims and assertions by id with all that is told of them, and each claim's trace.

    `texts` are the articles' texts by id; without them an assertion is shown with the words around it. The same graph
    gives the same values in the same order.
    """
    found: Values = {"actors": {}, "articles": {}, "claims": {}, "assertions": {}}
    for node in sorted(graph):
        _add_node(found, node, graph.nodes[node], (texts or {}).get(node))
    for head, tail, edge in sorted(graph.edges(data=True), key=lambda e: (e[0], e[1], str(sorted(e[2].items())))):
        _add_edge(found, head, tail, edge)
    judged = [_picked(properties(judgement), _JUDGED) for judgement in judgements]
    return found | {"judgements": judged, "traces": _traces(graph, found)}


def _add_node(found: Values, node: str, data: Values, text: str | None) -> None:
    if data["label"] == "Actor":
        found["actors"][node] = _picked(data, _ACTOR) | {"affiliations": [], "judged": []}
    elif data["label"] == "Article":
        article = _picked(data, _ARTICLE) | ({"text": text} if text is not None else {})
        found["articles"][node] = article | {"outlet": None, "copies": []}
    elif data["label"] == "Claim":
        found["claims"][node] = {"text": ""} | _picked(data, _CLAIM) | _figure(data) | {"rivals": [], "like": []}
    elif data["label"] == "Assertion":
        links: Values = {"actor": None, "article": None, "states": [], "restsOn": []}
        found["assertions"][node] = {"exact": ""} | _picked(data, _ASSERTION) | links


def _add_edge(found: Values, start: str, end: str, data: Values) -> None:
    kind = data["type"]
    if kind == "ASSERTED":
        found["assertions"][end]["actor"] = start
    elif kind == "NAMED":
        found["assertions"][end]["named"] = start
    elif kind == "APPEARS_IN":
        found["assertions"][start]["article"] = end
    elif kind == "PUBLISHED_BY":
        found["articles"][start]["outlet"] = end
    elif kind == "STATES":
        found["assertions"][start]["states"].append({"claim": end} | _picked(data, ("score", "why", "by")))
    elif kind == "SOURCED_FROM":
        told = _picked(data, ("exact", "start", "end"))
        _append(found["assertions"][start]["restsOn"], {"assertion": end, "exact": ""} | told)
    elif kind == "AFFILIATED_WITH":
        told = _picked(data, ("role", "since", "until", "by", "exact"))
        _append(found["actors"][start]["affiliations"], {"organization": end} | told)
    elif kind == "SAME_AS":
        found["actors"][start]["judged"].append(end)
    elif kind == "COPIES":
        found["articles"][start]["copies"].append({"article": end} | _picked(data, ("similarity", "why")))
    elif kind in ("CONFLICTS_WITH", "MAY_MATCH"):
        group = "rivals" if kind == "CONFLICTS_WITH" else "like"
        for one, other in ((start, end), (end, start)):
            _append(found["claims"][one][group], {"claim": other} | _picked(data, ("rule", "why", "score")))


def _append(told: list[Values], new: Values) -> None:
    if new not in told:
        told.append(new)


def _picked(data: Values, names: tuple[str, ...]) -> Values:
    return {name: data[name] for name in names if data.get(name) not in (None, [], ())}


def _figure(data: Values) -> Values:
    """A claim's quantity; a `kind` that says how firm it is is its bound."""
    prefixed = {name: data.get(f"quantity{name.capitalize()}", data.get(name)) for name in _FIGURE}
    if prefixed["kind"] in _BOUNDS:
        prefixed = prefixed | {"bound": prefixed["bound"] or prefixed["kind"], "kind": None}
    figure = _picked(prefixed, _FIGURE)
    return {"figure": figure} if {"min", "max"} & figure.keys() else {}


def _traces(graph: "nx.MultiDiGraph[str]", found: Values) -> Values:
    facts = known(graph)
    stated: dict[str, list[str]] = {name: [] for name in found["claims"]}
    for name, assertion in found["assertions"].items():
        for stating in assertion["states"]:
            stated[stating["claim"]].append(name)
    return {name: traced(facts.about(assertions)) for name, assertions in stated.items()}


def drawn(found: Values) -> tuple[list[Values], list[Values]]:
    """The nodes and edges of the drawing: assertions are folded into edges from their actor to their claim.

    An edge has `kind` (own, relayed or unstated by what the assertion rests on; sourced from one actor to the one that
    it cites; affiliated; in, from a claim to its article; rivals), `ids` of the assertions that it stands for.
    """
    nodes = [
        {
            "id": node,
            "kind": group[:-1],
            "name": data.get("name") or data.get("text" if group == "claims" else "title") or "untitled",
        }
        for group in ("actors", "claims", "articles")
        for node, data in found[group].items()
    ]
    merged: dict[tuple[str, str, str], list[str]] = {}
    for name, assertion in found["assertions"].items():
        for edge in _edges_of(found, assertion):
            merged.setdefault(edge, []).append(name)
    for name, actor in found["actors"].items():
        for affiliation in actor["affiliations"]:
            merged.setdefault((name, affiliation["organization"], "affiliated"), []).append(name)
    for name, claim in found["claims"].items():
        for rival in claim["rivals"]:
            merged.setdefault((*sorted((name, rival["claim"])), "rivals"), []).append(name)
    edges = [
        {"from": a, "to": b, "kind": kind, "ids": sorted(set(ids))} for (a, b, kind), ids in sorted(merged.items())
    ]
    return nodes, edges


def _edges_of(found: Values, assertion: Values) -> Sequence[tuple[str, str, str]]:
    edges: list[tuple[str, str, str]] = []
    for stating in assertion["states"]:
        if assertion["actor"]:
            edges.append((assertion["actor"], stating["claim"], _rests(assertion)))
        if assertion["article"]:
            edges.append((stating["claim"], assertion["article"], "in"))
    for link in assertion["restsOn"]:
        upstream = found["assertions"].get(link["assertion"])
        if upstream and upstream["actor"] and assertion["actor"] and upstream["actor"] != assertion["actor"]:
            edges.append((assertion["actor"], upstream["actor"], "sourced"))
    return edges


def _rests(assertion: Values) -> str:
    if assertion["restsOn"]:
        return "relayed"
    return "own" if assertion.get("basis") else "unstated"
