"""IRIs for what is in the graph, the same in every format that wants them, and short ids made of them."""

from urllib.parse import quote

TERMS = "urn:whence:term:"
NODES = "urn:whence:node:"


def local(label: str, name: str) -> str:
    """A node's name in the namespace NODES: its label, so that it begins with a letter, and its id.

    >>> local("Claim", "00e4"), local("Actor", "a b")
    ('claim-00e4', 'actor-a%20b')
    """
    return f"{label.lower()}-{quote(name, safe='')}"


def iri(label: str, name: str) -> str:
    """A node's IRI.

    >>> iri("Actor", "rutte")
    'urn:whence:node:actor-rutte'
    """
    return NODES + local(label, name)
