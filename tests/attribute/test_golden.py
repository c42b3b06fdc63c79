"""The seeds' golden readings: how much of what a careful reader finds the attribution step finds."""

import re

import pytest
import yaml

import seeds
from loaders.attribute import attribute
from loaders.read import Options, find, read
from loaders.resolve import Register, actors_of

NAMES = sorted(path.stem for path in seeds.golden_dir().glob("*.yaml"))


@pytest.fixture(scope="module")
def register():
    return Register.read([seeds.actors_path()])


def place(text, words, occurrence):
    edge = [r"\b" if words[0].isalnum() else "", r"\b" if words[-1].isalnum() else ""]
    found = [m.span() for m in re.finditer(edge[0] + re.escape(words) + edge[1], text)]
    return found[occurrence - 1]


def spans(text, entry, role):
    words = entry[role] or []
    words = [words] if isinstance(words, str) else words
    which = entry.get("occurrence", {}).get(role, 1)
    which = which if isinstance(which, list) else [which] * len(words)
    return [place(text, w, n) for w, n in zip(words, which, strict=True)]


def letters(text, pieces):
    return {p for s, e in pieces for p in range(s, e) if text[p].isalnum()}


def golden(name, register):
    """(text, golden entries with letters of content and source, what we found, whom we take for the speakers)"""
    (document,) = read(next(iter(find([str(seeds.articles_dir() / f"{name}.md")]))), Options())
    text = document.text
    entries = yaml.safe_load((seeds.golden_dir() / f"{name}.yaml").read_text(encoding="utf-8"))
    marked = [(letters(text, spans(text, e, "content")), letters(text, spans(text, e, "source")), e) for e in entries]
    found = attribute(document, register.knows, register.is_outlet)
    return text, marked, found, actors_of(document, found, register)


def test_most_of_what_is_said_is_found_and_little_else(register):
    right = gold = ours = 0
    for name in NAMES:
        text, marked, found, _ = golden(name, register)
        wanted = set().union(*(content for content, _, _ in marked))
        got = set().union(*(letters(text, a.content) for a in found))
        right, gold, ours = right + len(wanted & got), gold + len(wanted), ours + len(got)
    assert right / gold >= 0.9
    assert right / ours >= 0.85


def test_speakers_of_what_is_found_are_the_right_ones(register):
    right = heard = 0
    for name in NAMES:
        text, marked, found, actors = golden(name, register)
        for content, source, entry in marked:
            if not entry.get("actor") or not source:
                continue
            for a in found:
                if letters(text, a.source) & source and letters(text, a.content) & content and not a.reported:
                    heard += 1
                    actor = actors[a.id]
                    right += bool(actor and actor.id == entry["actor"])
                    break
    assert heard >= 50
    assert right / heard >= 0.9


CHAINS = {
    ("ten-thousand-to-russia", "rutte", "ukrainian-intelligence"),
    ("three-thousand-in-training", "park-sun-won", "nis"),
    ("world-war-warning", "espreso", "khara"),
}


def test_the_chains_are_found(register):
    got = set()
    for name in NAMES:
        _, _, found, actors = golden(name, register)
        for a in found:
            for citation in a.sourced_from:
                pair = actors[a.id], actors[citation.target]
                got.add((name, *(actor.id if actor else None for actor in pair)))
    assert got >= CHAINS
    assert {("nato-confirms-kursk", "rutte")} <= {chain[:2] for chain in got}
