"""The graph itself, whole or around something, as a networkx graph for pictures, layout and export."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import networkx as nx

from graph.notes import NOTES
from graph.store import Store
from queries.facts import BATCH, batches
from queries.find import actor_id, article_id, claim_id
from queries.graphs import Network, add_edge

Ids = Mapping[str, set[str]]

LABELS = ("Actor", "Article", "Assertion", "Claim")
RELATIONSHIPS = (
    ("Actor", "ASSERTED", "Assertion"),
    ("Assertion", "APPEARS_IN", "Article"),
    ("Assertion", "STATES", "Claim"),
    ("Assertion", "SOURCED_FROM", "Assertion"),
    ("Article", "PUBLISHED_BY", "Actor"),
    ("Actor", "AFFILIATED_WITH", "Actor"),
    ("Actor", "SAME_AS", "Actor"),
    ("Article", "COPIES", "Article"),
    ("Claim", "CONFLICTS_WITH", "Claim"),
)
# What the store keeps beside that: whom an article itself names, where people decided who that is, and their decisions.
KEPT_LABELS = (*LABELS, "Judgement")
KEPT_RELATIONSHIPS = (
    *RELATIONSHIPS,
    ("Actor", "NAMED", "Assertion"),
    ("Article", "PUBLISHED_AS", "Actor"),
    ("Assertion", "WORDED", "Claim"),
    ("Claim", "SAME_AS", "Claim"),
    ("Claim", "MATCHES", "Claim"),
    ("Claim", "MAY_MATCH", "Claim"),
)
# An article's text is long, and the others are the store's own notes of how it was written.
LEFT_OUT = {**NOTES, "Article": ("text", "struck", *NOTES["Article"])}

# A label or type cannot be a parameter in Cypher; these come from the two tables above and never from a user.
_PAGE = "MATCH (n:{label}) WHERE n.id > $after RETURN n.id AS id ORDER BY id LIMIT {size}"
_NODES = "UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN n {{.*{without}}} AS node ORDER BY n.id"
_NEAR = "UNWIND $ids AS id MATCH (:{label} {{id: id}})--(m) RETURN DISTINCT labels(m)[0] AS label, m.id AS id"
_EDGES = """
UNWIND $ids AS id MATCH (:{start} {{id: id}})-[r:{kind}]->(m:{end})
RETURN id, m.id AS other, properties(r) AS properties ORDER BY id, other, r.start, r.end, r.id
"""


def network(  # noqa: PLR0913 - each a way to choose
    store: Store,
    *,
    claim: str | None = None,
    actor: str | None = None,
    article: str | None = None,
    depth: int = 2,
    most: int | None = None,
    whole: bool = False,
) -> "nx.MultiDiGraph[str]":
    """All that is in the store, or what lies within `depth` relationships of a claim, an actor and an article.

    Once it has reached more than `most` nodes, it goes no further.

    Nodes are keyed by id and have `label` (Actor, Article, Assertion, Claim) and their properties; an Article's text
    is left out, a property that is absent is absent. Edges have the relationship's type as `type` and as key (a second
    edge of one type between the same two nodes has the key "TYPE 2") and its properties. Nodes and edges come in the
    same order every time. QuestionError where a name fits nothing or several things.

    `whole` leaves nothing out: the articles' texts, the store's own notes, what people judged (label Judgement, and
    the relationships NAMED and PUBLISHED_AS), so that a store can be made of it again.
    """
    start: defaultdict[str, set[str]] = defaultdict(set)
    if claim is not None:
        start["Claim"].add(claim_id(store, claim))
    if actor is not None:
        start["Actor"].add(actor_id(store, actor))
    if article is not None:
        start["Article"].add(article_id(store, article))
    ids = _around(store, start, depth, most) if start else _everything(store, KEPT_LABELS if whole else LABELS)
    return _graph(store, ids, whole=whole)


def among(store: Store, ids: Ids) -> "nx.MultiDiGraph[str]":
    """The nodes of these ids by label, with the assertions' actors, articles and claims, and all between them."""
    said = {"Assertion": ids.get("Assertion", set())}
    near = _near(store, said)
    return _graph(store, {label: ids.get(label, set()) | near.get(label, set()) for label in LABELS})


def _everything(store: Store, labels: Iterable[str]) -> Ids:
    return {label: set(_all_ids(store, label)) for label in labels}


def _all_ids(store: Store, label: str) -> Iterator[str]:
    after = ""
    while page := store.read(_PAGE.format(label=label, size=BATCH), {"after": after}).rows:
        yield from (row[0] for row in page)
        after = page[-1][0]


def _around(store: Store, start: Ids, depth: int, most: int | None) -> Ids:
    reached = defaultdict(set, {label: set(ids) for label, ids in start.items()})
    edge: Ids = start
    for _ in range(depth):
        if most is not None and sum(map(len, reached.values())) > most:
            break
        near = _near(store, edge)
        edge = {label: ids - reached[label] for label, ids in near.items()}
        for label, ids in edge.items():
            reached[label] |= ids
    return reached


def _near(store: Store, ids: Ids) -> Ids:
    near: defaultdict[str, set[str]] = defaultdict(set)
    for label in LABELS:
        for row in _batched(store, _NEAR.format(label=label), ids.get(label, ())):
            if row["id"] is not None:  # null where it was taken out meanwhile
                near[row["label"]].add(row["id"])
    return near


def _graph(store: Store, ids: Ids, *, whole: bool = False) -> "nx.MultiDiGraph[str]":
    graph = Network()
    for label in KEPT_LABELS if whole else LABELS:
        without = "" if whole else "".join(f", {name}: null" for name in LEFT_OUT.get(label, ()))
        for row in _batched(store, _NODES.format(label=label, without=without), ids.get(label, ())):
            if row["node"].get("id") is not None:
                graph.add_node(row["node"]["id"], label=label, **_present(row["node"]))
    for start, kind, end in KEPT_RELATIONSHIPS if whole else RELATIONSHIPS:
        for row in _batched(store, _EDGES.format(start=start, kind=kind, end=end), ids.get(start, ())):
            if row["id"] in graph and row["other"] in graph:
                add_edge(graph, row["id"], row["other"], kind, _present(row["properties"]))
    if not whole:
        graph.remove_nodes_from(
            [node for node, data in graph.nodes.items() if _is_anothers(graph, node, data["label"])]
        )
    return graph


def _is_anothers(graph: "nx.MultiDiGraph[str]", node: str, label: str) -> bool:
    """Whether a node is a claim that no assertion states any more, since it is counted as another."""
    return label == "Claim" and not any(data["type"] == "STATES" for *_, data in graph.in_edges(node, data=True))


def _batched(store: Store, query: str, ids: Iterable[str]) -> Iterator[dict[str, Any]]:
    for batch in batches(sorted(ids)):
        yield from store.read(query, {"ids": batch}).dicts()


def _present(stored: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in sorted(stored.items()) if value is not None}
