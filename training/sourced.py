"""Passages in which somebody passes on what another says, and what the second reader is to find in them.

`passages.jsonl` holds news passages and articles that were written for whence, nothing in them is taken from anywhere:
`text`, `attributions` (spans in code points, by role; `optional` where two people may disagree whether it is one), and
`cites`, pairs [i, j]: attribution i rests on attribution j.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from loaders.attribute.link import Flat, flat_attributions
from loaders.attribute.paragraphs import ranges
from loaders.attribute.spans import touches, words
from loaders.attribute.tagger import Tagger
from training.corpus import LONGEST_CONTENT, ROLES, Article, Gold

PASSAGES = Path(__file__).parent / "passages.jsonl"
SELVES = {"i", "we", "you", "me", "us"}
DEEPEST = 6
"""Steps from an attribution to its origin that are counted."""
Pairs = set[tuple[int, int]]


def read_passages(tagger: Tagger, path: Path = PASSAGES) -> Iterator[Article]:
    """The passages with those of their attributions that the second reader is to find."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        held = json.loads(line)
        golds = [gold_of(row) for row in held["attributions"]]
        sure = {k for k, row in enumerate(held["attributions"]) if not row.get("optional")}
        cites = {(i, j) for i, j in held["cites"]}
        yield _second(Article(f"passage {number}", held["text"], golds), cites, sure, tagger)


def read_nested(path: Path, split: str, tagger: Tagger) -> Iterator[Article]:
    """GUM's articles of a split with their attributions that stand inside others."""
    for line in path.read_text(encoding="utf-8").splitlines():
        held = json.loads(line)
        if held["split"] != split:
            continue
        rows = held["attributions"]
        number = {row["id"]: k for k, row in enumerate(rows)}
        golds = [gold_of(row) for row in rows]
        inside = {(number[row["nested_in"]], k) for k, row in enumerate(rows) if row["nested_in"] in number}
        short = {(i, j) for i, j in inside if sum(e - s for s, e in golds[j].spans["content"]) <= LONGEST_CONTENT}
        yield _second(Article(held["article"], held["text"], golds), short, set(), tagger)


def gold_of(row: Mapping[str, Any]) -> Gold:
    """A marked row, ranges under each role, as an attribution."""
    return Gold({role: [(start, end) for start, end in row[role]] for role in ROLES})


def _second(article: Article, cites: Pairs, sure: set[int], tagger: Tagger) -> Article:
    """The article with what the second reader is to find, the deepest last.

    That is: the attributions that others rest on, and those of the `sure` ones that the first reader does not find.
    "X told OUTLET", one cue for two, is left to the words. What a speaker says of himself is no chain.
    """
    golds, found = article.attributions, _first_reading(article.text, tagger)
    upstream = {j for i, j in cites if _is_wanted(golds[i], golds[j], found) and _is_somebody(golds[j], article.text)}
    missed = {k for k in sure - upstream if not _shares_cue(golds[k], golds) and not _is_found(golds[k], found)}
    depth = _depths(cites)
    wanted = sorted(upstream | missed, key=lambda k: (depth[k], k))
    return Article(article.name, article.text, [Gold(golds[k].spans, k in upstream) for k in wanted])


def _shares_cue(gold: Gold, golds: Sequence[Gold]) -> bool:
    return not gold.spans["cue"] or any(g is not gold and g.spans["cue"] == gold.spans["cue"] for g in golds)


def _first_reading(text: str, tagger: Tagger) -> list[Flat]:
    sections = tagger.read(text, ranges(text))
    return [flat for section in sections for flat in flat_attributions(section, tagger.weights)]


def _is_wanted(outer: Gold, inner: Gold, found: Sequence[Flat]) -> bool:
    cue, told = inner.spans["cue"], _is_found(outer, found)
    same = outer.spans["cue"] == cue and outer.spans["content"] == inner.spans["content"]
    if same and cue and not told:
        return False
    inside = any(s <= cue[0][0] and cue[0][1] <= e for s, e in outer.spans["content"]) if cue else False
    return inside or told or not _is_found(inner, found)


def _is_somebody(gold: Gold, text: str) -> bool:
    source = words(text, gold.spans["source"]).lower().strip("“\"‘'")
    return bool(source) and source not in SELVES


def _is_found(gold: Gold, found: Sequence[Flat]) -> bool:
    return any(_alike(gold, flat) for flat in found)


def _alike(gold: Gold, flat: Flat) -> bool:
    cue = touches(flat.cue, gold.spans["cue"]) if flat.cue else not gold.spans["cue"]
    pairs = ((flat.source, gold.spans["source"]), (flat.content, gold.spans["content"]))
    return cue and all(any(touches(span, theirs) for span in ours) for ours, theirs in pairs)


def _depths(cites: Pairs) -> dict[int, int]:
    depth: dict[int, int] = defaultdict(int)
    for _ in range(DEEPEST):
        for i, j in cites:
            depth[j] = max(depth[j], min(depth[i] + 1, DEEPEST))
    return depth
