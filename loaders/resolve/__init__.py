"""Who is who: from attributions and hand-made assertions to the records that one article brings to the graph."""

from loaders.resolve.coded import code
from loaders.resolve.merge import merge
from loaders.resolve.register import Register
from loaders.resolve.resolve import actors_of, resolve

__all__ = ["Register", "actors_of", "code", "merge", "resolve"]
