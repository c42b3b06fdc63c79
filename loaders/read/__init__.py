"""From files to Documents, and from tables to hand-made assertions: the first step of loading."""

from loaders.read.coded import coded_row, is_coded, read_coded
from loaders.read.found import LARGEST, Found, find
from loaders.read.metadata import MIN_SCORE, Options
from loaders.read.reading import read

__all__ = ["LARGEST", "MIN_SCORE", "Found", "Options", "coded_row", "find", "is_coded", "read", "read_coded"]
