"""Read PolNeAR (brat stand-off files) into articles with attributions.

PolNeAR (Newell, Margolin and Ruths, LREC 2018) marks source, cue and content spans in US news articles.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROLES = ("source", "cue", "content")
Span = tuple[int, int]


@dataclass
class Gold:
    """One attribution as an annotator marked it: spans in code points, end exclusive, by role."""

    spans: dict[str, list[Span]] = field(default_factory=lambda: {role: [] for role in ROLES})


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
    seen: set[str] = set()
    for path in sorted((root / "data" / split / "attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]
        if name in seen:
            continue
        seen.add(name)
        with (root / "data" / split / "text" / f"{name}.txt").open(encoding="utf-8", newline="") as handle:
            yield Article(name, handle.read(), read_annotations(path))
