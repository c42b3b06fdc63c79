"""FollowTheMoney entities, one JSON object a line, for Aleph, OpenAleph and their kin.

Written here: the followthemoney package brings more than whence itself is made of, and the form is plain JSON.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from graph.ids import digest
from queries.export.around import INFERRED, Graph, Properties, caption, edges, heads, nodes, tails
from queries.export.columns import present
from queries.export.flat import xml_safe
from queries.export.names import local
from queries.export.times import span, starts
from queries.plain import plain

Values: TypeAlias = Mapping[str, object]
Lists: TypeAlias = Mapping[str, Iterable[object]]

# "LegalEntity" is their word for a party of which nobody says whether it is a person or an organisation.
_ACTORS = {"person": "Person", "organization": "Organization", "outlet": "Organization", "document": "Document"}
# An assertion's and a claim's properties that a Note has a place for; the others are its notes.
_TOLD = {"id", "exact", "text", "sourceText", "cue"}
_LONG = {"description", "notes", "summary"}
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?)?)?)?")
_ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?")


def ftm(graph: Graph) -> str:
    """A network as FollowTheMoney entities.

    Actors are Person, Organization, LegalEntity or Document, articles Article. Assertions and claims are Notes: an
    assertion's is on its actor and its article, which is its `proof`. Affiliations are Membership; copies, and actors
    counted as one, Similar, with why, by whom and how sure; all else is UnknownLink with the relationship as its
    `role`, and its `status` "inferred" where no source states it. Control
    characters, which their readers drop, are U+FFFD.
    """
    made = (entity for found in (_things(graph), _links(graph)) for entity in found)
    return "".join(json.dumps(entity, ensure_ascii=False) + "\n" for entity in made)


def _things(graph: Graph) -> Iterator[Values]:
    for name, values in nodes(graph):
        label = graph.nodes[name]["label"]
        if label == "Actor":
            yield _actor(graph, name, values)
        elif label == "Article":
            yield _article(graph, name, values)
        else:
            yield _note(graph, name, values)


def _actor(graph: Graph, name: str, values: Properties) -> Values:
    schema = _schema(graph, name)
    named: Lists = {"title": [values.get("name")], "fileName": [values.get("name")]} if schema == "Document" else {}
    told: Lists = {
        "name": [values.get("name")],
        "alias": values.get("aliases", []),
        "wikidataId": [values.get("wikidata")],
    }
    return _entity(_id(graph, name), schema, {**named, **told, "keywords": [values.get("kind")]})


def _schema(graph: Graph, name: str) -> str:
    return _ACTORS.get(str(graph.nodes[name].get("kind")), "LegalEntity")


def _article(graph: Graph, name: str, values: Properties) -> Values:
    title = caption(values)
    outlets = [graph.nodes[outlet].get("name") for outlet in heads(graph, name, "PUBLISHED_BY")]
    told: Lists = {
        "name": [title],
        "title": [values.get("title")],
        "fileName": [title],
        "sourceUrl": [values.get("url")],
    }
    return _entity(
        _id(graph, name), "Article", {**told, "publisher": outlets, "publishedAt": _dates(values.get("published"))}
    )


def _note(graph: Graph, name: str, values: Properties) -> Values:
    actors, articles = tails(graph, name, "ASSERTED"), heads(graph, name, "APPEARS_IN")
    others = (item for item in present(values) if item[0] not in _TOLD)
    told: Lists = {
        "name": [caption(values)],
        "description": [values.get("exact", values.get("text"))],
        "summary": [", ".join(filter(None, (values.get("sourceText"), values.get("cue"))))],
        "entity": [_id(graph, one) for one in (*actors, *articles)],
        "proof": [_id(graph, article) for article in articles],
        "keywords": [graph.nodes[name]["label"]],
        "notes": [f"{key}: {json.dumps(plain(value), ensure_ascii=False)}" for key, value in others],
    }
    return _entity(_id(graph, name), "Note", told)


def _links(graph: Graph) -> Iterator[Values]:
    known = starts(graph)
    for start, end, kind, values in edges(graph):
        day = span(start, end, values, known)[0]
        ends = _id(graph, start), _id(graph, end)
        made = digest("link", kind, *ends, json.dumps(values, sort_keys=True, default=str))
        schema, told = _link(graph, kind, (start, end), values)
        yield _entity(f"whence-link-{made}", schema, {**told, "date": [day]} if schema == "UnknownLink" else told)


def _link(graph: Graph, kind: str, ends: tuple[str, str], values: Properties) -> tuple[str, Lists]:
    start, end = (_id(graph, one) for one in ends)
    if kind in ("COPIES", "SAME_AS"):
        sure: Lists = {
            "confidenceScore": [values.get("similarity", values.get("score"))],
            "criteria": [values.get("why")],
        }
        return "Similar", {"candidate": [start], "match": [end], "matcher": [values.get("by")], **sure}
    told: Lists = {
        "role": [values.get("role") or kind.lower().replace("_", " ")],
        "status": ["inferred"] if kind in INFERRED else [],
        "summary": [values.get("exact")],
        "description": ["; ".join(f"{key}: {values[key]}" for key in ("why", "by", "score") if key in values)],
        "startDate": _dates(values.get("since")),
        "endDate": _dates(values.get("until")),
        "recordId": [values.get("id")],
    }
    if kind == "AFFILIATED_WITH" and (_schema(graph, ends[0]), _schema(graph, ends[1])) in _MEMBERS:
        return "Membership", {"member": [start], "organization": [end], **told}
    return "UnknownLink", {"subject": [start], "object": [end], **told}


_MEMBERS = {(one, "Organization") for one in ("Person", "Organization", "LegalEntity")}


def _id(graph: Graph, name: str) -> str:
    made = f"whence-{local(graph.nodes[name]['label'], name)}"
    return made if _ID.fullmatch(made) else f"whence-{digest(made)}"


def _dates(date: str | None) -> list[str]:
    found = _DATE.match(date or "")
    return [found[0]] if found else []


def _entity(name: str, schema: str, properties: Lists) -> Values:
    kept = {key: _written(key, values) for key, values in properties.items()}
    return {"id": name, "schema": schema, "properties": {key: values for key, values in kept.items() if values}}


def _written(key: str, values: Iterable[object]) -> list[str]:
    """Text as their readers keep it: names and the like in one line, nothing around it."""
    found = (xml_safe(str(value)) for value in values if value is not None)
    whole = (value.strip() if key in _LONG else " ".join(value.split()) for value in found)
    return [value for value in whole if value]
