"""Score a tagger on PolNeAR dev: `python -m training.evaluate --corpora DIR [--model DIR]`.

Exact label-run F1, as CofeNet scores (Wang et al., COLING 2022): a span is a run of adjacent tokens of one role, right
if a predicted span of that role has the same start and end. "all three" asks of an attribution that source, cue and
content are all exactly right.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from graph.model import Span
from loaders.attribute.attribute import attribute
from loaders.attribute.labels import ROLES
from loaders.attribute.paragraphs import ranges
from loaders.attribute.tagger import MODEL, Tagger
from loaders.records import Document
from training.corpus import Article, read_polnear

TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+|['’](?:s|re|ve|ll|d|m|t)\b|[^\w\s]|_", re.IGNORECASE)
Tokens = frozenset[int]


class Tokenized:
    """A text's tokens; a token belongs to a span if more than half of it is inside."""

    def __init__(self, text: str) -> None:
        self.owner = {p: n for n, m in enumerate(TOKEN.finditer(text)) for p in range(*m.span())}
        self.size = Counter(self.owner.values())

    def of(self, spans: Iterable[Span]) -> Tokens:
        inside = Counter(self.owner[p] for s, e in spans for p in range(s, e) if p in self.owner)
        return frozenset(n for n, count in inside.items() if 2 * count > self.size[n])


def spans(tokens: Tokens) -> set[Span]:
    """Runs of adjacent token numbers."""
    starts = [n for n in tokens if n - 1 not in tokens]
    return {(n, next(e for e in range(n, n + len(tokens) + 1) if e not in tokens)) for n in starts}


def compare(article: Article, tagger: Tagger, score: Counter[tuple[str, str]]) -> None:
    """Add an article's right, predicted and gold counts to the score, by role and for all three."""
    tokens = Tokenized(article.text)
    document = Document(article.name, None, "", article.text, ranges(article.text))
    found = attribute(document, lambda _: False, lambda _: False, tagger)
    gold = [tuple(tokens.of(g.spans[role]) for role in ROLES) for g in article.attributions]
    ours = [tuple(tokens.of(getattr(a, role)) for role in ROLES) for a in found]
    for k, role in enumerate(ROLES):
        right = {run for item in gold for run in spans(item[k])}
        said = {run for item in ours for run in spans(item[k])}
        _count(score, role, len(right & said), len(said), len(right))
    _count(score, "all three", len(set(gold) & set(ours)), len(ours), len(gold))


def _count(score: Counter[tuple[str, str]], row: str, hits: int, said: int, gold: int) -> None:
    score.update({(row, "right"): hits, (row, "said"): said, (row, "gold"): gold})


def f1(score: Counter[tuple[str, str]], row: str) -> float:
    return 2 * score[row, "right"] / max(1, score[row, "said"] + score[row, "gold"])


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds PolNeAR/")
    parser.add_argument("--model", type=Path, default=MODEL)
    args = parser.parse_args(arguments)
    tagger, score = Tagger(args.model), Counter[tuple[str, str]]()
    for article in read_polnear(args.corpora / "PolNeAR", "dev"):
        compare(article, tagger, score)
    print(f"{'PolNeAR dev':<12}{'F1':>7}{'right':>8}{'said':>8}{'gold':>8}")
    for row in (*ROLES, "all three"):
        counts = "".join(f"{score[row, key]:>8}" for key in ("right", "said", "gold"))
        print(f"{row:<12}{f1(score, row):>7.3f}{counts}")


if __name__ == "__main__":
    main()
