"""A network as the XML formats want it: typed attributes, no list, no sign that XML forbids, a caption on each node."""

import re
from dataclasses import dataclass

from queries.export.around import INFERRED, Graph, Properties, caption, edges, nodes
from queries.export.columns import Column, Scalar, columns, present, text

# What these formats themselves mean by the name.
_RENAMED = {
    "start": "startOffset",
    "end": "endOffset",
    "id": "recordId",
    "label": "itsLabel",
    "type": "itsType",
    "weight": "itsWeight",
}
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LABEL = 120


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute's name, and its type, where lists are JSON text."""

    name: str
    column: Column

    def value(self, values: Properties) -> Scalar | None:
        """The attribute's value among a node's or an edge's; None where it has none."""
        found = dict(present({self.name: values.get(self.name)})).get(self.name)
        if found is None:
            return None
        if self.column.many:
            return xml_safe(text(self.column.cells(found)))
        (cell,) = self.column.cells(found)
        return xml_safe(cell) if isinstance(cell, str) else cell

    @property
    def shown(self) -> str:
        """The name in the file, which is another where the format has a meaning of its own for it."""
        return xml_safe(_RENAMED.get(self.name, self.name))


def node_attributes(graph: Graph) -> list[Attribute]:
    """All attributes that nodes have, in order of their names; the id is no attribute but the node's own."""
    found = columns(values for _, values in nodes(graph))
    return [Attribute(name, column) for name, column in found.items() if name != "id"]


def edge_attributes(graph: Graph) -> list[Attribute]:
    """All attributes that edges have, in order of their names."""
    return [Attribute(*item) for item in columns(values for *_, values in edges(graph)).items()]


def xml_safe(words: str) -> str:
    r"""The text with U+FFFD for each sign that XML 1.0 cannot hold.

    >>> xml_safe("a\x1b[2Jb")
    'a�[2Jb'
    """
    return _FORBIDDEN.sub("�", words)


def label(values: Properties) -> str:
    """A node's caption for a picture: one line, not too long."""
    line = " ".join(xml_safe(caption(values)).split())
    return line if len(line) <= LABEL else line[: LABEL - 1] + "…"


def inferred(kind: str) -> bool:
    """Whether a relationship is an inference and no source's own words."""
    return kind in INFERRED
