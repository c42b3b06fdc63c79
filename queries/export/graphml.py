"""GraphML, for Gephi, yEd, Cytoscape, igraph and networkx."""

from io import BytesIO

import networkx as nx

from queries.export.around import Graph, Properties, edges, nodes
from queries.export.flat import Attribute, edge_attributes, inferred, label, node_attributes, xml_safe


def graphml(graph: Graph) -> str:
    """A network as GraphML: a node's label (Actor, Article, …) is its `type`, its caption its `label`.

    Lists are JSON text. Offsets are `startOffset` and `endOffset`. A relationship that no source states has `inferred`.
    """
    flat: Graph = nx.MultiDiGraph()
    known = node_attributes(graph)
    for name, values in nodes(graph):
        own = {"type": graph.nodes[name]["label"], "label": label(values)}
        flat.add_node(xml_safe(name), **own, **_shown(known, values))
    known = edge_attributes(graph)
    for number, (start, end, kind, values) in enumerate(edges(graph)):
        ours = {"type": kind, "label": kind, "inferred": inferred(kind), **_shown(known, values)}
        flat.add_edge(xml_safe(start), xml_safe(end), key=f"e{number}", **ours)
    return _written(flat)


def _shown(attributes: list[Attribute], values: Properties) -> Properties:
    found = ((attribute.shown, attribute.value(values)) for attribute in attributes if attribute.name in values)
    return {name: value for name, value in found if value is not None}


def _written(flat: Graph) -> str:
    file = BytesIO()
    nx.write_graphml(flat, file)
    return file.getvalue().decode("utf-8")
