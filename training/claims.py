"""Learn how alike two statements of one thing are: `python -m training.claims --corpora DIR [--write]`.

ECB+ (Cybulska and Vossen 2014): sentences of different reports of one topic. Two are of one thing where at least half
of the events that either mentions are mentioned by both; pairs that share less are left out, so are those that share
none but one event of many. A logistic regression over the signs of loaders.match.likeness; printed are pairwise
precision and recall, and B-cubed of the groups that joining makes, on the dev part.
"""

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import networkx as nx
import numpy as np

from loaders.match.encoder import encoder
from loaders.match.likeness import SIGNS, Told, signs
from loaders.match.same import MODEL, doubt, kept_apart
from loaders.match.slots import statement
from loaders.match.topic import keys, topic
from training.calibrate import fit

NEGATIVES = 6
"""Pairs of nothing in common to one of one thing, in training."""
SEED = 1


@dataclass(frozen=True)
class Sentence:
    """A sentence of a report, and the chains of the events that it mentions."""

    topic: str
    doc: str
    text: str
    chains: frozenset[str]


def read(path: Path) -> Iterator[Sentence]:
    """The sentences of a part of ECB+ that mention an event."""
    for line in path.read_text(encoding="utf-8").splitlines():
        doc = json.loads(line)
        tokens, chains = doc["tokens"], defaultdict(set)
        starts = [0, *(k + 1 for k, token in enumerate(tokens) if token in (".", "?", "!")), len(tokens)]
        for mention in doc["mentions"]:
            at = max(k for k in range(len(starts) - 1) if starts[k] <= mention["tokens"][0])
            chains[at].add(mention["chain"])
        for at, found in sorted(chains.items()):
            words = " ".join(tokens[starts[at] : starts[at + 1]])
            yield Sentence(doc["topic"].removesuffix("plus").removesuffix("ecb"), doc["doc"], words, frozenset(found))


def label(a: Sentence, b: Sentence) -> bool | None:
    """Whether two sentences are of one thing, None where it cannot be told."""
    shared = len(a.chains & b.chains) / len(a.chains | b.chains)
    return True if shared >= 0.5 else False if shared <= 0.2 else None


def pairs(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int, bool | None]]:
    """The pairs of sentences of one topic in different documents, by their places, with their labels."""
    groups = defaultdict(list)
    for k, sentence in enumerate(sentences):
        groups[sentence.topic].append(k)
    for group in groups.values():
        for a, b in combinations(group, 2):
            if sentences[a].doc != sentences[b].doc:
                yield a, b, label(sentences[a], sentences[b])


def tell(sentences: Iterable[Sentence]) -> list[Told]:
    """Every sentence as it is compared."""
    listed = list(sentences)
    vectors = encoder().encode([sentence.text for sentence in listed])
    read_ = [statement(sentence.text) for sentence in listed]
    return [Told(one, topic(one), vector) for one, vector in zip(read_, vectors, strict=True)]


def b_cubed(gold: Sequence[frozenset[str]], groups: Sequence[int]) -> tuple[float, float]:
    """B-cubed precision and recall (Bagga and Baldwin 1998) of a partition against sets of chains."""
    members, right, found = defaultdict(list), [], []
    for k, group in enumerate(groups):
        members[group].append(k)
    same = [{j for j in range(len(gold)) if _one(gold[k], gold[j])} for k in range(len(gold))]
    for k, group in enumerate(groups):
        mine = set(members[group])
        right.append(len(mine & same[k]) / len(mine))
        found.append(len(mine & same[k]) / len(same[k]))
    return float(np.mean(right)), float(np.mean(found))


def _one(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a & b) / max(1, len(a | b)) >= 0.5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds ecbplus-train.jsonl")
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    args = parser.parse_args()
    random.seed(SEED)
    train = list(read(args.corpora / "ecbplus-train.jsonl"))
    told = tell(train)
    labelled = [pair for pair in pairs(train) if pair[2] is not None]
    right = [pair for pair in labelled if pair[2]]
    wrong = random.sample([pair for pair in labelled if not pair[2]], NEGATIVES * len(right))
    rows = np.array([signs(told[a], told[b]) for a, b, _ in (*right, *wrong)])
    weights = fit(rows, np.array([1.0] * len(right) + [0.0] * len(wrong)))
    for sign, weight in zip(SIGNS, weights, strict=True):
        print(f"{sign:<22}{weight:8.2f}")
    if args.write:
        known = json.loads(MODEL.read_text(encoding="utf-8")) if MODEL.exists() else {"join": 0.9, "suggest": 0.5}
        known["weights"] = {sign: round(float(w), 4) for sign, w in zip(SIGNS, weights, strict=True)}
        MODEL.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")
    evaluate(list(read(args.corpora / "ecbplus-dev.jsonl")), weights)


def evaluate(dev: list[Sentence], weights: np.ndarray) -> None:
    """Print precision and recall of joining at several scores."""
    told = tell(dev)
    band = [set(keys(one.topic)) for one in told]
    scored = []
    for a, b, is_one in pairs(dev):
        candidate = bool(band[a] & band[b])
        score = float(1 / (1 + np.exp(-(signs(told[a], told[b]) @ weights))))
        scored.append((a, b, is_one, score, candidate, kept_apart(told[a], told[b]) is doubt(told[a], told[b]) is None))
    total = sum(bool(one[2]) for one in scored)
    print(f"{len(dev)} sentences, {len(scored)} pairs, {total} of one thing")
    near, every = sum(bool(one[2]) and one[4] for one in scored) / total, sum(one[4] for one in scored) / len(scored)
    print(f"among the candidates {near:.3f} of them, {every:.3f} of all pairs")
    cosine = [(a, b, one, float(told[a].vector @ told[b].vector)) for a, b, one, *_ in scored]
    print(f"{'score':<22}{'P':>7}{'R':>7}{'B3 P':>7}{'B3 R':>7}")
    for cut in (0.5, 0.6, 0.7, 0.8, 0.9, 0.95):
        joined = [(a, b, one) for a, b, one, score, near, free in scored if near and free and score >= cut]
        _line(f"{cut}", joined, total, dev)
    for cut in (0.6, 0.7, 0.8):
        _line(f"cosine alone {cut}", [(a, b, one) for a, b, one, c in cosine if c >= cut], total, dev)


def _line(name: str, joined: list[tuple[int, int, bool | None]], total: int, dev: list[Sentence]) -> None:
    good, bad = sum(one is True for *_, one in joined), sum(one is False for *_, one in joined)
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(dev)))
    graph.add_edges_from((a, b) for a, b, _ in joined)
    group = {member: k for k, members in enumerate(nx.connected_components(graph)) for member in members}
    precise, recalled = b_cubed([one.chains for one in dev], [group[k] for k in range(len(dev))])
    print(f"{name:<22}{good / max(1, good + bad):7.3f}{good / total:7.3f}{precise:7.3f}{recalled:7.3f}")


if __name__ == "__main__":
    main()
