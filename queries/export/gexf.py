"""GEXF 1.3 with times, for Gephi's timeline and for networkx.

Written here, because networkx's writer puts the day of writing into the file and takes an assertion's offsets, `start`
and `end`, for times.
"""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from queries.export.around import Graph, Properties, edges, nodes
from queries.export.columns import text
from queries.export.flat import Attribute, edge_attributes, inferred, label, node_attributes, xml_safe
from queries.export.times import Span, span, starts

_TYPES = {"bool": "boolean", "int": "long", "float": "double", "str": "string"}
_TYPE, _INFERRED = "type", "inferred"


def gexf(graph: Graph) -> str:
    """A network as dynamic GEXF: articles, assertions, claims and what joins them begin on their first known day.

    What has no known day has no start: it is always there. A node's label (Actor, Article, …) is its attribute
    `type`, its caption its `label`; an edge's type is its `kind` and `label`. Lists are JSON text.
    """
    known = starts(graph)
    root = Element("gexf", xmlns="http://gexf.net/1.3", version="1.3")
    SubElement(SubElement(root, "meta"), "creator").text = "whence"
    timed = {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"}
    inside = SubElement(root, "graph", {"defaultedgetype": "directed", "idtype": "string", **timed})
    at_nodes, at_edges = node_attributes(graph), edge_attributes(graph)
    _declare(inside, "node", (_TYPE, "string"), at_nodes)
    _declare(inside, "edge", (_INFERRED, "boolean"), at_edges)
    _add_nodes(SubElement(inside, "nodes"), graph, at_nodes, known)
    _add_edges(SubElement(inside, "edges"), graph, at_edges, known)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _declare(inside: Element, kind: str, own: tuple[str, str], attributes: list[Attribute]) -> None:
    block = SubElement(inside, "attributes", {"class": kind, "mode": "static"})
    SubElement(block, "attribute", id=own[0], title=own[0], type=own[1])
    for number, attribute in enumerate(attributes):
        column = attribute.column
        made = "liststring" if column.many else _TYPES[column.kind]
        SubElement(block, "attribute", id=str(number), title=attribute.shown, type=made)


def _add_nodes(block: Element, graph: Graph, attributes: list[Attribute], known: dict[str, str]) -> None:
    for name, values in nodes(graph):
        told = {"id": xml_safe(name), "label": label(values), **_times((known.get(name), None))}
        made = SubElement(block, "node", told)
        _add_values(made, (_TYPE, graph.nodes[name]["label"]), attributes, values)


def _add_edges(block: Element, graph: Graph, attributes: list[Attribute], known: dict[str, str]) -> None:
    for number, (start, end, kind, values) in enumerate(edges(graph)):
        ends = {"source": xml_safe(start), "target": xml_safe(end), "kind": kind, "label": kind}
        made = SubElement(block, "edge", {"id": f"e{number}", **ends, **_times(span(start, end, values, known))})
        _add_values(made, (_INFERRED, text(inferred(kind))), attributes, values)


def _times(found: Span) -> dict[str, str]:
    return {name: day for name, day in zip(("start", "end"), found, strict=True) if day}


def _add_values(made: Element, own: tuple[str, str], attributes: list[Attribute], values: Properties) -> None:
    block = SubElement(made, "attvalues")
    SubElement(block, "attvalue", {"for": own[0], "value": own[1]})
    for number, attribute in enumerate(attributes):
        value = attribute.value(values)
        if value is not None:
            SubElement(block, "attvalue", {"for": str(number), "value": text(value)})
