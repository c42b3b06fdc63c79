"""JSON-LD with schema.org terms: each claim is a schema.org Claim that a ClaimReview can take as its `itemReviewed`."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from queries.export.around import INFERRED, Graph, Properties, edges, heads, nodes, tails
from queries.export.columns import columns, present
from queries.export.names import TERMS, iri
from queries.export.times import starts
from queries.plain import plain

Item = dict[str, Any]

# Ours to theirs; what is not here keeps its name in our vocabulary.
_PROPERTIES: Mapping[str, Mapping[str, str]] = {
    "Actor": {"name": "name", "aliases": "alternateName"},
    "Article": {"title": "headline", "url": "url", "published": "datePublished", "language": "inLanguage"},
    "Assertion": {"exact": "text", "saidAt": "dateCreated"},
    "Claim": {"text": "text"},
}
_ACTORS = {
    "person": "Person",
    "organization": "Organization",
    "outlet": "NewsMediaOrganization",
    "document": "CreativeWork",
}
_WIKIDATA = "https://www.wikidata.org/entity/"


def json_ld(graph: Graph) -> str:
    """A network as one JSON-LD document with its context inside, so that a reader fetches nothing.

    `appearance` of a claim are the assertions that say it is so, each `isPartOf` its article; `author` are the actors
    that say so on nobody else's word. What schema.org has no term for is in the vocabulary `whence:`: every other
    property, and every relationship with its own, `whence:inferred` where no source states it.
    """
    known = starts(graph)
    links = _links(graph)
    items = [_item(graph, name, values, known) | links.get(name, {}) for name, values in nodes(graph)]
    return json.dumps({"@context": _context(graph), "@graph": items}, ensure_ascii=False, indent=1) + "\n"


def _context(graph: Graph) -> Item:
    rows = [*(values for _, values in nodes(graph)), *(values for *_, values in edges(graph))]
    ordered = {f"whence:{name}": {"@container": "@list"} for name, column in columns(rows).items() if column.many}
    links = {"url": {"@type": "@id"}, "sameAs": {"@type": "@id"}}
    return {"@vocab": "https://schema.org/", "whence": TERMS, **links, **ordered}


def _item(graph: Graph, name: str, values: Properties, known: Mapping[str, str]) -> Item:
    label = graph.nodes[name]["label"]
    terms = _PROPERTIES.get(label, {})
    own = {terms.get(key, f"whence:{key}"): plain(value) for key, value in present(values) if key != "id"}
    made = {"@id": iri(label, name), "@type": [_type(label, values), f"whence:{label}"], **own}
    return made | {term: value for term, value in _near(graph, name, values, known).items() if value}


def _type(label: str, values: Properties) -> str:
    if label == "Actor":
        return _ACTORS.get(str(values.get("kind")), "Thing")
    if label == "Assertion":
        return "Statement" if values.get("mode") == "indirect" else "Quotation"
    return label if label in _PROPERTIES else "Thing"


def _near(graph: Graph, name: str, values: Properties, known: Mapping[str, str]) -> Item:
    label = graph.nodes[name]["label"]
    if label == "Assertion":
        parts = {"isPartOf": heads(graph, name, "APPEARS_IN"), "author": tails(graph, name, "ASSERTED")}
        return _references(graph, {**parts, "isBasedOn": heads(graph, name, "SOURCED_FROM")})
    if label == "Article":
        return _references(graph, {"publisher": heads(graph, name, "PUBLISHED_BY")})
    if label == "Actor":
        same = {"sameAs": _WIKIDATA + values["wikidata"]} if values.get("wikidata") else {}
        return same | _references(graph, {"memberOf": heads(graph, name, "AFFILIATED_WITH")})
    return _claim(graph, name, known) if label == "Claim" else {}


def _claim(graph: Graph, name: str, known: Mapping[str, str]) -> Item:
    said = [one for one in tails(graph, name, "STATES") if graph.nodes[one].get("polarity", "positive") == "positive"]
    dated = {one: known[one] for one in said if one in known}
    first = [one for one, day in dated.items() if day == min(dated.values())]
    roots = [one for one in said if not heads(graph, one, "SOURCED_FROM")]
    authors = dict.fromkeys(actor for one in roots for actor in tails(graph, one, "ASSERTED"))
    found = _references(graph, {"author": authors, "appearance": said, "firstAppearance": first})
    return {"datePublished": min(dated.values(), default=None), **found}


def _references(graph: Graph, found: Mapping[str, Iterable[str]]) -> Item:
    return {term: [_reference(graph, name) for name in names] for term, names in found.items()}


def _reference(graph: Graph, name: str) -> Item:
    return {"@id": iri(graph.nodes[name]["label"], name)}


def _links(graph: Graph) -> dict[str, Item]:
    made: dict[str, Item] = {}
    for start, end, kind, values in edges(graph):
        own = {f"whence:{key}": plain(value) for key, value in present(values)}
        marked = {"whence:inferred": True} if kind in INFERRED else {}
        link = {"whence:head": _reference(graph, end), **marked, **own}
        made.setdefault(start, {}).setdefault(f"whence:{kind}", []).append(link)
    return made
