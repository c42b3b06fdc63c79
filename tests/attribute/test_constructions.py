"""How each construction of attribution is read, and its look-alikes, over the hand-made passages.

Floors lie a little below what the shipped tagger reaches; docs/attribution.md has the figures themselves.
"""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

import seeds
from loaders.attribute import attribute
from loaders.attribute.paragraphs import ranges
from loaders.records import Document
from loaders.resolve import Register

PASSAGES = yaml.safe_load((Path(__file__).parent / "constructions.yaml").read_text(encoding="utf-8"))
pytestmark = pytest.mark.xdist_group("constructions")  # all read once, for all tests
OVERLAP = 0.5
"""Share of the letters of two contents together that both have, from which on they are taken for one."""


def place(text, words, occurrence):
    found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    return found[occurrence - 1]


def letters(text, spans):
    return {at for start, end in spans for at in range(start, end) if text[at].isalnum()}


def marked(passage):
    """Source letters, content letters, cited ids and outer id of each attribution that a person marked, by id."""
    text, out = passage["text"], {}
    for entry in passage["attributions"]:
        which = entry.get("occurrence", {})
        turns = which.get("content", 1)
        turns = turns if isinstance(turns, list) else [turns] * len(entry["content"])
        source = [place(text, entry["source"], which.get("source", 1))] if entry["source"] else []
        content = [place(text, words, turn) for words, turn in zip(entry["content"], turns, strict=True)]
        cited = frozenset(entry.get("cites") or ())
        out[entry["id"]] = letters(text, source), letters(text, content), cited, entry.get("nested_in")
    return out


def found(passage, register):
    """The same of what the attribution step reads."""
    text = passage["text"]
    document = Document(passage["name"], None, "", text, ranges(text))
    return {
        a.id: (
            letters(text, a.source),
            letters(text, a.content),
            frozenset(c.target for c in a.sourced_from),
            a.nested_in,
        )
        for a in attribute(document, register.knows, register.is_outlet)
    }


def likeness(one, other):
    (source, content, *_), (their_source, their_content, *_) = one, other
    if bool(source) != bool(their_source) or (source and not source & their_source):
        return 0.0
    return len(content & their_content) / max(1, len(content | their_content))


def paired(gold, ours):
    """Which of ours is which of the marked ones, the likest first."""
    scores = sorted(((likeness(g, o), a, b) for a, g in gold.items() for b, o in ours.items()), reverse=True)
    pairs = {}
    for score, a, b in scores:
        if score >= OVERLAP and a not in pairs.values() and b not in pairs:
            pairs[b] = a
    return pairs


def counts(passage, register):
    """How many attributions, links to what is cited and nestings were marked, read, and read rightly."""
    gold, ours = marked(passage), found(passage, register)
    pairs = paired(gold, ours)
    told = Counter(marked=len(gold), read=len(ours), right=len(pairs))
    links = {(a, up) for a, g in gold.items() for up in g[2]}
    read = [(a, up) for a, o in ours.items() for up in o[2]]
    told += Counter(marked_links=len(links), read_links=len(read))
    told["right_links"] = sum((pairs.get(a), pairs.get(up)) in links for a, up in read)
    inner = {(a, g[3]) for a, g in gold.items() if g[3]}
    nested = [(a, o[3]) for a, o in ours.items() if o[3]]
    told += Counter(marked_nested=len(inner), read_nested=len(nested))
    told["right_nested"] = sum((pairs.get(a), pairs.get(up)) in inner for a, up in nested)
    return told


@pytest.fixture(scope="module")
def totals():
    """The counts of each kind of passage, and of all together."""
    register, out = Register.read([seeds.actors_path()]), {"all": Counter()}
    for passage in PASSAGES:
        told = counts(passage, register)
        out.setdefault(passage["kind"], Counter()).update(told)
        out["all"].update(told)
    return out


def f1(told, of=""):
    return 2 * told["right" + of] / max(1, told["marked" + of] + told["read" + of])


def test_every_construction_is_there_with_its_look_alikes():
    assert len(PASSAGES) >= 150
    assert sum(passage["kind"] == "look-alike" for passage in PASSAGES) >= 40


def test_attributions_are_read(totals):
    assert f1(totals["all"]) >= 0.94


def test_who_passes_on_whom_is_read(totals):
    assert f1(totals["all"], "_links") >= 0.88


def test_what_lies_inside_what_is_read(totals):
    assert f1(totals["all"], "_nested") >= 0.85


def test_look_alikes_are_left_alone(totals):
    told = totals["look-alike"]
    assert told["read"] - told["right"] <= 0.06 * sum(passage["kind"] == "look-alike" for passage in PASSAGES)


@pytest.mark.parametrize("kind", ["according", "citing", "outlet", "headline", "marks", "mixed", "two-verbs"])
def test_each_common_construction_is_read(totals, kind):
    assert f1(totals[kind]) >= 0.85
