"""Make scores mean something: `python -m training.calibrate --corpora DIR --model DIR`.

A logistic regression (Platt 1999, with more than one sign) from what the tagger knows of an attribution to whether it
is right on PolNeAR dev: the speaker is the one marked, and at least half of the words said by either are said by both.
The table printed is of articles that the weights were not fitted on (two halves, each scored with the other's). With
--write the weights of all of dev go into the model's tagger.json.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from graph.model import Span
from loaders.attribute.link import Flat, flat_attributions
from loaders.attribute.paragraphs import ranges
from loaders.attribute.tagger import MODEL, Array, Tagger
from training.corpus import Article, Gold, read_polnear

STEPS = 30
RIDGE = 1e-2
BINS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)


def is_right(flat: Flat, golds: Iterable[Gold]) -> bool:
    """Whether an attribution is marked: same speaker, and half of the words of both contents in both."""
    return any(_alike(flat, gold) for gold in golds)


def _alike(flat: Flat, gold: Gold) -> bool:
    ours, theirs = _places(flat.content), _places(gold.spans["content"])
    shared = len(ours & theirs) / max(1, len(ours | theirs))
    speaker = bool(_places(flat.source) & _places(gold.spans["source"])) or not (flat.source or gold.spans["source"])
    return speaker and shared >= 0.5


def _places(spans: Iterable[Span]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def signs(articles: Sequence[Article], tagger: Tagger) -> tuple[Array, Array]:
    """The signs (attributions, signs) of every attribution found, and whether each is right (attributions)."""
    rows, right = [], []
    for article in articles:
        for section in tagger.read(article.text, ranges(article.text)):
            for flat in flat_attributions(section, tagger.weights):
                if flat.content:
                    rows.append(flat.signs())
                    right.append(is_right(flat, article.attributions))
    return np.array(rows, dtype=np.float32), np.array(right, dtype=np.float32)


def fit(rows: Array, right: Array) -> Array:
    """The weights (signs) of the regression, by Newton's steps with a small ridge."""
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-(rows @ weights)))
        slope = rows.T @ (right - chance) - RIDGE * weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + RIDGE * np.eye(rows.shape[1])
        weights += np.linalg.solve(curve, slope)
    return weights.astype(np.float32)


def table(scores: Array, right: Array) -> str:
    """How many of the attributions in each band of scores are right, and the expected calibration error."""
    lines, error = [f"{'score':<12}{'found':>7}{'mean':>7}{'right':>7}"], 0.0
    for low, high in pairwise(BINS):
        inside = (scores >= low) & (scores < high)
        if inside.any():
            mean, share = float(scores[inside].mean()), float(right[inside].mean())
            error += abs(mean - share) * float(inside.mean())
            lines.append(f"{low:.2f}-{high:.2f}   {int(inside.sum()):>7}{mean:>7.3f}{share:>7.3f}")
    return "\n".join([*lines, f"expected calibration error {error:.3f}, {len(scores)} attributions"])


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds PolNeAR/")
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--write", action="store_true", help="put the weights into the model")
    args = parser.parse_args(arguments)
    articles = list(read_polnear(args.corpora / "PolNeAR", "dev"))
    tagger = Tagger(args.model)
    halves = [signs(articles[k::2], tagger) for k in (0, 1)]
    chances = [1 / (1 + np.exp(-(halves[k][0] @ fit(*halves[1 - k])))) for k in (0, 1)]
    print(table(np.concatenate(chances), np.concatenate([right for _, right in halves])))
    if args.write:
        path = args.model / "tagger.json"
        facts = json.loads(path.read_text(encoding="utf-8"))
        facts["right"] = fit(np.concatenate([h[0] for h in halves]), np.concatenate([h[1] for h in halves])).tolist()
        path.write_text(json.dumps(facts) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
