"""Read PolNeAR (brat stand-off files) and GUM's attributions into articles with attributions.

PolNeAR (Newell, Margolin and Ruths, LREC 2018) marks source, cue and content spans in US news articles, none inside
another. GUM (Zeldes, 2017) has attributions inside attributions, in many genres.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROLES = ("source", "cue", "content")
Span = tuple[int, int]
LONGEST_CONTENT = 600
"""Code points beyond which a content of GUM is a passage and not what somebody said."""


@dataclass
class Gold:
    """An attribution as somebody marked it: spans in code points, end exclusive, by role; whether others rest on it."""

    spans: dict[str, list[Span]] = field(default_factory=lambda: {role: [] for role in ROLES})
    upstream: bool = False


@dataclass
class Article:
    """An article's text and the attributions that one annotator marked in it."""

    name: str
    text: str
    attributions: list[Gold]


def read_annotations(path: Path) -> list[Gold]:
    """Read one `.ann` file; Source2, Content3, … count with their role, events without a role are left out."""
    spans: dict[str, list[Span]] = {}
    events: list[str] = []
    with path.open(encoding="utf-8", newline="") as handle:
        for line in handle:
            columns = line.rstrip("\r\n").split("\t")
            if columns[0].startswith("T") and len(columns) > 1:
                pieces = columns[1].split(" ", 1)[1]
                spans[columns[0]] = [(int(s), int(e)) for s, e in (piece.split() for piece in pieces.split(";"))]
            elif columns[0].startswith("E") and len(columns) > 1:
                events.append(columns[1])
    out = []
    for event in events:
        gold = Gold()
        for argument in event.split():
            role, target = argument.split(":")
            name = re.sub(r"\d+$", "", role).lower()
            if name in ROLES:
                gold.spans[name] += spans.get(target, [])
        if any(gold.spans.values()):
            out.append(gold)
    return out


def read_polnear(root: Path, split: str) -> Iterator[Article]:
    """Yield the articles of a split ("train" or "dev"), the first annotator's version where there are several."""
    for versions in read_versions(root, split):
        yield versions[0]


def read_versions(root: Path, split: str) -> Iterator[list[Article]]:
    """Yield each article of a split as its annotators marked it, in the order of their ids."""
    paths: dict[str, list[Path]] = {}
    for path in sorted((root / "data" / split / "attributions").glob("*.ann")):
        paths.setdefault(path.stem.rsplit("_", 1)[0], []).append(path)
    for name, versions in paths.items():
        with (root / "data" / split / "text" / f"{name}.txt").open(encoding="utf-8", newline="") as handle:
            text = handle.read()
        yield [Article(name, text, read_annotations(path)) for path in versions]


def read_contents(path: Path, split: str) -> Iterator[Article]:
    """Yield what attributions of GUM hold, each content as a text of its own with the attributions inside it, if any.

    `path` is a JSONL file, a document a line, with `split`, `text` and `attributions` that name `nested_in`.
    """
    for document in _lines(path):
        if document["split"] == split:
            yield from _contents(document)


def _contents(document: dict[str, Any]) -> Iterator[Article]:
    for outer in document["attributions"]:
        for start, end in outer["content"]:
            inside = [a for a in document["attributions"] if a["nested_in"] == outer["id"] and a["cue"]]
            found = [_shifted(a, start, end) for a in inside]
            whole = [gold for gold in found if gold]
            if end - start < LONGEST_CONTENT and len(whole) == len(inside):
                yield Article(f"{document['article']}-{outer['id']}", document["text"][start:end], whole)


def _shifted(attribution: dict[str, Any], start: int, end: int) -> Gold | None:
    """An attribution by the places it has in a stretch of its document, None where it is not all in it."""
    places = {role: [(s - start, e - start) for s, e in attribution[role]] for role in ROLES}
    inside = all(s >= 0 and e <= end - start for role in ROLES for s, e in places[role])
    return Gold(places) if inside else None


def read_texts(corpora: Path) -> Iterator[Article]:
    """Yield every text to learn from, without its marks: PolNeAR's and GUM's given parts, and ECB+'s news."""
    for versions in read_versions(corpora / "PolNeAR", "train"):
        yield Article(versions[0].name, versions[0].text, [])
    for document in _lines(corpora / "gum-attributions.jsonl"):
        if document["split"] == "train":
            yield Article(document["article"], document["text"], [])
    for part in ("train", "dev"):
        for document in _lines(corpora / f"ecbplus-{part}.jsonl"):
            yield Article(document["doc"], as_printed(document["tokens"]), [])


def as_printed(tokens: Sequence[str]) -> str:
    """Tokens as a text: no space before a full stop, quotation marks curly.

    >>> as_printed(["``", "We", "do", "n't", "know", ",", "''", "she", "said", "."])
    '“We don\'t know,” she said.'
    """
    text = _CLOSE.sub(r"\1", _OPEN.sub(r"\1", " ".join(tokens).replace("``", "“").replace("''", "”")))
    return text.replace(" n't", "n't")


def _lines(path: Path) -> Iterator[Any]:
    with path.open(encoding="utf-8") as handle:
        for line in handle:
            yield json.loads(line)


_OPEN = re.compile(r"([“(\[$]) ")
_CLOSE = re.compile(r" ([.,;:?!%”)\]]|['’](?:s|re|ve|ll|d|m)\b)")
