"""From a section's labels to flat attributions: each source and content goes to the cue it fits best."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from graph.model import Span
from loaders.attribute.decode import best_path
from loaders.attribute.labels import BEGIN, INSIDE, Range, distance_bucket, runs
from loaders.attribute.tagger import Array, Section, View, Weights


@dataclass(slots=True)
class Flat:
    """One cue with the sources and contents that go to it, as code-point spans; `score` 0 to 1."""

    cue: Span | None
    source: list[Span] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)

    @property
    def score(self) -> float:
        return math.exp(sum(map(math.log, self.scores)) / len(self.scores))


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words with one role: its words, its pieces, how sure the tagger is of its words."""

    role: str
    words: Range
    pieces: Range
    score: float


def flat_attributions(section: Section, weights: Weights) -> list[Flat]:
    """The section's attributions in order of their first word, those without content too (a cue may only cite)."""
    found = _found(section, weights)
    cues = [run for run in found if run.role == "cue"]
    flats = {run: Flat(_span(section, run), scores=[run.score]) for run in cues}
    strays = []
    for run in found:
        if run.role == "cue":
            continue
        cue, score = _choose(section, weights, run, cues)
        flat = flats[cue] if cue else Flat(None)
        getattr(flat, run.role).append(_span(section, run))
        flat.scores += [run.score, score]
        if cue is None:
            strays.append(flat)
    return sorted([*flats.values(), *strays], key=_start)


def _found(section: Section, weights: Weights) -> list[Run]:
    labels = best_path(section.emissions, weights.moves, weights.firsts)
    sure = _softmax(section.emissions)
    return [
        Run(role, (a, b), (section.first[a], section.first[b]), _certainty(sure[a:b], role))
        for role, a, b in runs(labels)
    ]


def _certainty(sure: Array, role: str) -> float:
    """Mean probability, over the run's words, that a word has this role at all."""
    return float(np.clip(sure[:, [BEGIN[role], INSIDE[role]]].sum(1).mean(), 1e-6, 1.0))


def _softmax(scores: Array) -> Array:
    raised: Array = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Array = raised / raised.sum(axis=-1, keepdims=True)
    return shares


def _choose(section: Section, weights: Weights, run: Run, cues: Sequence[Run]) -> tuple[Run | None, float]:
    view = max(section.views, key=lambda v: _margin(v, run.pieces, section.first[-1]))
    near = [c for c in cues if view.start <= c.pieces[0] and c.pieces[1] <= view.end]
    if not near:
        return None, 1.0
    seen = _mean(view.seek, view.start, run.pieces)
    keys = np.stack([_mean(view.cue, view.start, c.pieces) for c in near])
    bias = weights.distance[[distance_bucket(run.pieces, c.pieces) for c in near]]
    odds = _softmax(keys @ seen / np.float32(math.sqrt(len(seen))) + bias)
    best = int(odds.argmax())
    return near[best], float(np.clip(odds[best], 1e-6, 1.0))


def _margin(view: View, pieces: Range, length: int) -> int:
    """How far a run is from the nearer edge of a view; the section's own ends are no edges."""
    left = pieces[0] - view.start if view.start else length
    right = view.end - pieces[1] if view.end < length else length
    return min(left, right)


def _mean(rows: Array, start: int, pieces: Range) -> Array:
    mean: Array = rows[max(0, pieces[0] - start) : pieces[1] - start].mean(0)
    return mean


def _span(section: Section, run: Run) -> Span:
    return section.words[run.words[0]][0], section.words[run.words[1] - 1][1]


def _start(flat: Flat) -> int:
    return min(s for s, _ in [*flat.source, *flat.content, *([flat.cue] if flat.cue else [])])
