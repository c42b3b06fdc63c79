"""What the page shows, as plain values: everything that the reader can open, and what is drawn of it."""

from collections import defaultdict
from typing import Any

import networkx as nx

Values = dict[str, Any]
_ACTOR = ("name", "kind", "aliases", "candidates", "findings", "wikidata")
_ARTICLE = ("title", "url", "published", "language")
_ASSERTION: tuple[str, ...] = (
    "exact",
    "prefix",
    "suffix",
    "start",
    "end",
    "cue",
    "sourceText",
    "mode",
    "polarity",
    "certainty",
)
_ASSERTION += ("reported", "by", "score", "basis", "doubtful", "saidAt")


def evidence(graph: "nx.MultiDiGraph[str]") -> Values:
    """Actors, articles, claims and assertions by id with all that the panel tells of them, in one order always."""
    found: Values = {"actors": {}, "articles": {}, "claims": {}, "assertions": {}}
    for node in sorted(graph):
        data: Values = graph.nodes[node]
        if data["label"] == "Actor":
            found["actors"][node] = _picked(data, _ACTOR) | {"affiliations": []}
        elif data["label"] == "Article":
            found["articles"][node] = _picked(data, _ARTICLE) | {"outlet": None}
        elif data["label"] == "Claim":
            found["claims"][node] = {"text": data["text"]}
        else:
            found["assertions"][node] = _picked(data, _ASSERTION) | {
                "actor": None,
                "article": None,
                "states": [],
                "restsOn": [],
            }
    for head, tail, edge in sorted(graph.edges(data=True), key=lambda e: (e[0], e[1], str(sorted(e[2].items())))):
        _add_edge(found, head, tail, edge)
    return found


def _add_edge(found: Values, start: str, end: str, data: Values) -> None:
    kind = data["type"]
    if kind == "ASSERTED":
        found["assertions"][end]["actor"] = start
    elif kind == "APPEARS_IN":
        found["assertions"][start]["article"] = end
    elif kind == "PUBLISHED_BY":
        found["articles"][start]["outlet"] = end
    elif kind == "STATES":
        found["assertions"][start]["states"].append({"claim": end} | _picked(data, ("score", "why", "by")))
    elif kind == "SOURCED_FROM":
        found["assertions"][start]["restsOn"].append({"assertion": end, "exact": data.get("exact", "")})
    elif kind == "AFFILIATED_WITH":
        told = _picked(data, ("role", "since", "until", "by", "exact"))
        found["actors"][start]["affiliations"].append({"organization": end} | told)


def _picked(data: Values, names: tuple[str, ...]) -> Values:
    return {name: data[name] for name in names if data.get(name) not in (None, [], ())}


def drawn(found: Values) -> tuple[list[Values], list[Values]]:
    """The nodes and edges of the drawing: assertions are folded into edges from their actor to their claim.

    An edge has `kind` (own, relayed or unstated by what the assertion rests on; sourced from one actor to the one that
    it cites; affiliated; in, from a claim to its article), `ids` of the assertions that it stands for.
    """
    nodes = [
        {
            "id": node,
            "kind": group[:-1],
            "name": data.get("name") or data.get("text") or data.get("title") or "untitled",
        }
        for group in ("actors", "claims", "articles")
        for node, data in found[group].items()
    ]
    merged: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for name, assertion in found["assertions"].items():
        for stating in assertion["states"]:
            if assertion["actor"]:
                merged[assertion["actor"], stating["claim"], _rests(assertion)].append(name)
            if assertion["article"]:
                merged[stating["claim"], assertion["article"], "in"].append(name)
        for link in assertion["restsOn"]:
            upstream = found["assertions"].get(link["assertion"])
            if upstream and upstream["actor"] and assertion["actor"] and upstream["actor"] != assertion["actor"]:
                merged[assertion["actor"], upstream["actor"], "sourced"].append(name)
    for name, actor in found["actors"].items():
        for affiliation in actor["affiliations"]:
            merged[name, affiliation["organization"], "affiliated"].append(name)
    edges = [
        {"from": a, "to": b, "kind": kind, "ids": sorted(set(ids))} for (a, b, kind), ids in sorted(merged.items())
    ]
    return nodes, edges


def _rests(assertion: Values) -> str:
    if assertion["restsOn"]:
        return "relayed"
    return "own" if assertion.get("basis") else "unstated"
