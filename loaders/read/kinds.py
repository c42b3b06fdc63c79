"""What kind of input a source is: by its suffix, else by its first words."""

import json
import re
from typing import Literal

from loaders.read.found import Found

Kind = Literal["plain", "markdown", "page", "json", "jsonl", "csv", "yaml"]
_SUFFIXES: dict[str, Kind] = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "page",
    ".htm": "page",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".yaml": "yaml",
    ".yml": "yaml",
}
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n[\"']?[\w-]+[\"']?[ \t]*:")


def kind_of(found: Found) -> Kind:
    """The kind of a source; InputError where its bytes are needed to tell and cannot be had."""
    return _SUFFIXES.get(found.suffix) or sniffed(found.content())


def sniffed(content: bytes) -> Kind:
    """The kind of bytes that have no suffix we know; plain text where nothing says otherwise."""
    head = content[:8192].decode("utf-8-sig", "ignore")
    if _PAGE.match(head):
        return "page"
    if _FRONT_MATTER.match(head):
        return "markdown"
    if head.lstrip()[:1] in ("{", "["):
        return _sniffed_json(content.decode("utf-8-sig", "ignore"))
    return "plain"


def _sniffed_json(text: str) -> Kind:
    if _is_json(text):
        return "json"
    first = text.strip().split("\n", 1)[0]
    return "jsonl" if first.startswith("{") and _is_json(first) else "plain"


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
