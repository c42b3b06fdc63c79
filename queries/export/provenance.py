"""W3C PROV, by the prov package: as PROV-JSON, PROV-XML and PROV-N."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from prov.constants import PROV_LABEL, PROV_TYPE
from prov.identifier import QualifiedName
from prov.model import ProvDocument

from queries.export.around import INFERRED, Graph, Properties, caption, edges, heads, nodes
from queries.export.columns import present, text
from queries.export.flat import xml_safe
from queries.export.names import NODES, TERMS, local

Attributes = dict[Any, Any]
Adder = Callable[[ProvDocument, QualifiedName, QualifiedName, Attributes], object]

_AGENTS = {"person": "prov:Person", "organization": "prov:Organization", "outlet": "prov:Organization"}


def prov_json(graph: Graph) -> str:
    """A network as PROV-JSON; see `document`."""
    return _serialized(graph, "json", indent=1)


def prov_xml(graph: Graph) -> str:
    """A network as PROV-XML; see `document`."""
    return _serialized(graph, "xml")


def prov_n(graph: Graph) -> str:
    """A network as PROV-N; see `document`."""
    return _serialized(graph, "provn")


def document(graph: Graph) -> ProvDocument:
    """Articles, assertions and claims as entities, actors as agents, and what relates them.

    An assertion was quoted from its article, was attributed to its actor, and was derived from the one that it rests
    on, which is its primary source where that one speaks of its own act or findings and rests on nothing else. A claim
    was derived from the assertions that state it. Copies, and actors counted as one, are alternates. An affiliated
    actor acted on behalf of the other. Where PROV's own relation cannot carry why, by whom and how sure (alternates),
    or has none (rivals), an entity of the type whence:COPIES and so on does, with `whence:from` and `whence:to`.
    Properties are in the vocabulary whence:, lists as JSON text. Signs that XML cannot hold are U+FFFD.
    """
    made = ProvDocument()
    made.add_namespace("node", NODES)
    made.add_namespace("whence", TERMS)
    for name, values in nodes(graph):
        _add_node(made, graph, name, values)
    for number, (start, end, kind, values) in enumerate(edges(graph)):
        ends = _name(made, graph, start), _name(made, graph, end)
        _add_edge(made, _kind(graph, kind, end), ends, values, number)
    return made


def _serialized(graph: Graph, form: str, **options: Any) -> str:  # noqa: ANN401 - each serializer has its own
    found = document(graph).serialize(format=form, **options)
    assert found is not None
    return found if found.endswith("\n") else found + "\n"


def _name(made: ProvDocument, graph: Graph, name: str) -> QualifiedName:
    return made.mandatory_valid_qname(f"node:{local(graph.nodes[name]['label'], name)}")


def _add_node(made: ProvDocument, graph: Graph, name: str, values: Properties) -> None:
    label = graph.nodes[name]["label"]
    agent = _AGENTS.get(str(values.get("kind"))) if label == "Actor" else None
    types = [(PROV_TYPE, made.mandatory_valid_qname(kind)) for kind in (f"whence:{label}", agent) if kind]
    attributes = [*types, (PROV_LABEL, xml_safe(caption(values))), *_own(made, values).items()]
    add = made.agent if label == "Actor" else made.entity
    add(_name(made, graph, name), attributes)


def _own(made: ProvDocument, values: Properties) -> Attributes:
    found = ((key, value) for key, value in present(values) if key != "id")
    return {made.mandatory_valid_qname(f"whence:{key}"): _value(value) for key, value in found}


def _value(value: object) -> object:
    return value if isinstance(value, bool | int | float | datetime) else xml_safe(text(value))


def _kind(graph: Graph, kind: str, end: str) -> str:
    first = kind == "SOURCED_FROM" and graph.nodes[end].get("basis") and not heads(graph, end, "SOURCED_FROM")
    return "PRIMARY" if first else kind


def _add_edge(
    made: ProvDocument, kind: str, ends: tuple[QualifiedName, QualifiedName], values: Properties, number: int
) -> None:
    start, end = ends
    attributes = _own(made, values)
    add = _RELATIONS.get(kind)
    if add:
        named = "SOURCED_FROM" if kind == "PRIMARY" else kind
        add(made, start, end, {PROV_TYPE: made.mandatory_valid_qname(f"whence:{named}"), **attributes})
    if not add or (kind in INFERRED and kind != "STATES"):
        _add_inference(made, kind, ends, attributes, number)


def _add_inference(
    made: ProvDocument,
    kind: str,
    ends: tuple[QualifiedName, QualifiedName],
    attributes: Attributes,
    number: int,
) -> None:
    term = made.mandatory_valid_qname
    told: Attributes = {PROV_TYPE: term(f"whence:{kind}"), term("whence:from"): ends[0], term("whence:to"): ends[1]}
    made.entity(term(f"node:{kind.lower()}-{number}"), {**told, **attributes})


_RELATIONS: Mapping[str, Adder] = {
    "ASSERTED": lambda made, start, end, more: made.attribution(end, start, other_attributes=more),
    "PUBLISHED_BY": lambda made, start, end, more: made.attribution(start, end, other_attributes=more),
    "APPEARS_IN": lambda made, start, end, more: made.quotation(start, end, other_attributes=more),
    "STATES": lambda made, start, end, more: made.derivation(end, start, other_attributes=more),
    "SOURCED_FROM": lambda made, start, end, more: made.derivation(start, end, other_attributes=more),
    "PRIMARY": lambda made, start, end, more: made.primary_source(start, end, other_attributes=more),
    "AFFILIATED_WITH": lambda made, start, end, more: made.delegation(start, end, other_attributes=more),
    "COPIES": lambda made, start, end, _: made.alternate(start, end),
    "SAME_AS": lambda made, start, end, _: made.alternate(start, end),
}
