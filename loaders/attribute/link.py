"""From a section's labels to flat attributions: a content goes to the cue it fits best, a cue takes its source."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from graph.model import Span
from loaders.attribute.decode import best_path
from loaders.attribute.labels import ROLE, ROLES, TABLE, Range, distance_bucket, runs
from loaders.attribute.tagger import Array, Section, View, Weights


@dataclass(slots=True)
class Flat:
    """One cue with the sources and contents that go to it, as code-point spans.

    `sure` holds how sure the tagger is of each span's words, `linked` of each choice of a cue or source; 0 to 1.
    """

    cue: Span | None
    source: list[Span] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)
    sure: list[float] = field(default_factory=list)
    linked: list[float] = field(default_factory=list)

    def signs(self) -> list[float]:
        """What tells whether it is right: see `training/calibrate.py`, which weighs these in this order."""
        chosen = self.linked or [1.0]
        mean = sum(map(math.log, self.sure)) / len(self.sure)
        return [
            1.0,
            _log_odds(math.exp(mean)),
            _log_odds(min(self.sure)),
            _log_odds(min(chosen)),
            float(not self.source),
            float(self.cue is None),
            float(len(self.content) > 1),
        ]

    def score(self, weights: Array) -> float:
        """The share of attributions like this one that are right."""
        return float(1 / (1 + math.exp(-float(weights @ np.array(self.signs(), dtype=np.float32)))))


def _log_odds(share: float) -> float:
    held = min(max(share, 1e-3), 1 - 1e-3)
    return math.log(held / (1 - held))


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words with one role: its words, its pieces, how sure the tagger is of its words."""

    role: str
    words: Range
    pieces: Range
    score: float


def flat_attributions(section: Section, weights: Weights) -> list[Flat]:
    """The section's attributions in order of their first word, those without content too (a cue may only cite).

    A source may be taken by several cues ("she said … and added …"); one that no cue takes goes to the cue it fits.
    """
    found, links = tagged(section, section.emissions, weights.moves, weights.firsts), _Links(section, weights)
    by_role = {role: [run for run in found if run.role == role] for role in ROLES}
    sources, cues, contents = (by_role[role] for role in ROLES)
    flats = {run: Flat(span_of(section, run), sure=[run.score]) for run in cues}
    strays: list[Flat] = []
    taken = set()
    for cue in cues:
        source, score = links.source_of(cue, sources)
        flats[cue].linked.append(score)
        if source:
            taken.add(source)
            flats[cue].source.append(span_of(section, source))
            flats[cue].sure.append(source.score)
    for run in [*(s for s in sources if s not in taken), *contents]:
        goes_to, score = links.cue_of(run, cues)
        flat = flats[goes_to] if goes_to else Flat(None)
        getattr(flat, run.role).append(span_of(section, run))
        flat.sure.append(run.score)
        flat.linked.append(score)
        if goes_to is None:
            strays.append(flat)
    return sorted([*flats.values(), *strays], key=_start)


def tagged(section: Section, emissions: Array, moves: Array, firsts: Array) -> list[Run]:
    """The runs of words with one role, in order of the text, as one reader's emissions (words, labels) have them."""
    labels = best_path(emissions, moves, firsts)
    sure = _softmax(emissions)
    shares = {role: sure[:, [label for label, of in enumerate(ROLE) if of == role]].sum(1) for role in ROLES}
    return [
        Run(role, (a, b), (section.first[a], section.first[b]), _certainty(shares[role][a:b]))
        for role, a, b in runs(labels)
    ]


def _certainty(shares: Array) -> float:
    """Mean probability, over a run's words, that a word has this role at all."""
    return min(max(float(_mean(shares)), 1e-6), 1.0)


def _softmax(scores: Array) -> Array:
    raised: Array = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Array = raised / raised.sum(axis=-1, keepdims=True)
    return shares


class _Links:
    """How well the runs of a section go together; what is asked of a run twice is reckoned once."""

    def __init__(self, section: Section, weights: Weights) -> None:
        self.section = section
        self.weights = weights
        self.seeks: dict[tuple[int, Range], Array] = {}
        self.keys: dict[tuple[int, Range], Array] = {}

    def cue_of(self, run: Run, cues: Sequence[Run]) -> tuple[Run | None, float]:
        """The cue that a source or content goes to, None if none is near, and the probability."""
        view = self._view(run)
        near = _inside(view, cues)
        if not near:
            return None, 1.0
        seen = self._seek(view, run)
        keys = np.stack([self._key(view, cue) for cue in near])
        bias = self._bias([distance_bucket(run.pieces, cue.pieces) for cue in near], run.role)
        return _best(near, keys @ seen / np.float32(math.sqrt(len(seen))) + bias)

    def source_of(self, cue: Run, sources: Sequence[Run]) -> tuple[Run | None, float]:
        """The source that a cue takes, None where it has none, and the probability."""
        view = self._view(cue)
        near = _inside(view, sources)
        if not near:
            return None, 1.0
        key = self._key(view, cue)
        seen = np.stack([self._seek(view, source) for source in near])
        bias = self._bias([distance_bucket(source.pieces, cue.pieces) for source in near], "source")
        scores = seen @ key / np.float32(math.sqrt(len(key))) + bias
        return _best([*near, None], np.append(scores, key @ self.weights.none + self.weights.none_bias))

    def _view(self, run: Run) -> View:
        return max(self.section.views, key=lambda view: _margin(view, run.pieces, self.section.first[-1]))

    def _bias(self, buckets: list[int], role: str) -> Array:
        return self.weights.distance[buckets, TABLE[role]]

    def _seek(self, view: View, run: Run) -> Array:
        return _kept(self.seeks, view.seek, view.start, run.pieces)

    def _key(self, view: View, run: Run) -> Array:
        return _kept(self.keys, view.cue, view.start, run.pieces)


def _kept(held: dict[tuple[int, Range], Array], rows: Array, start: int, pieces: Range) -> Array:
    """The mean of the pieces' rows in a view that starts at `start`."""
    if (start, pieces) not in held:
        held[start, pieces] = _mean(rows[max(0, pieces[0] - start) : pieces[1] - start])
    return held[start, pieces]


def _mean(rows: Array) -> Array:
    mean: Array = np.add.reduce(rows) / np.float32(len(rows))
    return mean


def _best(choices: Sequence[Run | None], scores: Array) -> tuple[Run | None, float]:
    odds = _softmax(scores)
    best = int(odds.argmax())
    return choices[best], min(max(float(odds[best]), 1e-6), 1.0)


def _inside(view: View, found: Sequence[Run]) -> list[Run]:
    return [run for run in found if view.start <= run.pieces[0] and run.pieces[1] <= view.end]


def _margin(view: View, pieces: Range, length: int) -> int:
    """How far a run is from the nearer edge of a view; the section's own ends are no edges."""
    left = pieces[0] - view.start if view.start else length
    right = view.end - pieces[1] if view.end < length else length
    return min(left, right)


def span_of(section: Section, run: Run) -> Span:
    return section.words[run.words[0]][0], section.words[run.words[1] - 1][1]


def _start(flat: Flat) -> int:
    return min(s for s, _ in [*flat.source, *flat.content, *([flat.cue] if flat.cue else [])])
