"""YAML front matter: what the person who keeps a Markdown file says of the article."""

import re

import yaml

from graph.errors import InputError
from loaders.read.metadata import UNKNOWN, Metadata, from_fields, stated

_OPENING = re.compile(r"---[ \t]*\r?\n(?=[\"']?[\w-]+[\"']?[ \t]*:|---)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$(?:\r?\n)?", re.MULTILINE)
_UNKNOWN = frozenset({"", "~", "null"})


def front_matter(text: str, name: str) -> tuple[Metadata, int]:
    """The metadata in the front matter and where the text after it begins; nothing and 0 where there is none.

    Raises InputError that names the line where it is not YAML, not a mapping, never closed, or a value cannot be read.
    """
    opening = _OPENING.match(text)
    if not opening:
        return UNKNOWN, 0
    closing = _CLOSING.search(text.replace("\r", " "), opening.end())
    if not closing:
        raise InputError(name, "front matter, line 1: opened with --- but never closed")
    values = _values(text[opening.end() : closing.start()], name)
    return stated(from_fields(values), f"{name}: front matter"), closing.end()


def _values(block: str, name: str) -> dict[str, object]:
    """Every value as it is written: YAML's own dates would lose the precision that is known."""
    try:
        node = yaml.compose(block, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        raise InputError(name, f"front matter, {described(error, 1)}") from error
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        raise InputError(name, "front matter, line 2: not a list of names and values")
    values: dict[str, object] = {}
    for key, value in node.value:
        text = value.value if isinstance(value, yaml.ScalarNode) else None
        values[str(key.value)] = None if text in _UNKNOWN else text
    return values


def described(error: yaml.YAMLError, above: int = 0) -> str:
    """What is wrong with a YAML text and in which line; `above` lines stand before it in its file."""
    mark = getattr(error, "problem_mark", None)
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "not YAML")
    return f"line {mark.line + 1 + above}: {problem}" if mark else problem
