"""Weigh what tells that a verb within somebody's words is another's: `python -m training.retold --corpora DIR`.

A logistic regression over the signs of `loaders/attribute/retold.py`, on texts that the second reader has not learned
from, so that it makes of them what it makes of any other:

- `unread.jsonl`, articles written and marked for whence as those in `passages.jsonl` are, from which no reader learns;
- the passages behind the LEARNED first ones;
- `retold.jsonl`: of PolNeAR's articles for training and of GUM's, the verb's code point in the article and whether it
  is an attribution to somebody else, 1, 0, or 0.5 where two people may disagree; null where it is the article's own.

With --write the weights go into the model's `retold.json`.
"""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

import seeds
from loaders.attribute.attribute import read_section
from loaders.attribute.headlines import headline
from loaders.attribute.paragraphs import ranges
from loaders.attribute.retold import LIKELY, signs
from loaders.attribute.sayers import sayers
from loaders.attribute.spans import touches
from loaders.attribute.tagger import MODEL, Array, Tagger
from loaders.records import Document
from loaders.resolve import Register
from training.calibrate import fit
from training.corpus import read_polnear
from training.sourced import PASSAGES, gold_of

UNREAD = PASSAGES.parent / "unread.jsonl"
LABELS = PASSAGES.parent / "retold.jsonl"
LEARNED = 5052
"""The passages that version 9's second reader has learned from."""
FOLDS = 5
Rights = Mapping[int, float | None]


def marked(lines: Sequence[str]) -> Iterator[tuple[str, list[tuple[list[tuple[int, int]], float]]]]:
    """Texts as `passages.jsonl` has them, each with its cues and how surely they are attributions."""
    for line in lines:
        held = json.loads(line)
        rows = [(gold_of(row).spans["cue"], 0.5 if row.get("optional") else 1.0) for row in held["attributions"]]
        yield held["text"], rows


def labelled(corpora: Path) -> Iterator[tuple[str, Rights]]:
    """The corpora's texts, each with the labels of its verbs by where they stand."""
    rights: dict[str, dict[int, float | None]] = {}
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rights.setdefault(row["article"], {})[row["verb"]] = row["right"]
    texts = {a.name: a.text for a in read_polnear(corpora / "PolNeAR", "train")}
    for line in (corpora / "gum-attributions.jsonl").read_text(encoding="utf-8").splitlines():
        held = json.loads(line)
        texts[held["article"]] = held["text"]
    missing = [name for name in rights if name not in texts]
    if missing:
        print(f"{len(missing)} of {len(rights)} labelled articles are not in {corpora}, {missing[0]} for one: left out")
    yield from ((texts[name], rows) for name, rows in rights.items() if name in texts)


class Weighed:
    """The signs (candidates, signs) of texts, and how surely each candidate is an attribution (candidates)."""

    def __init__(self, tagger: Tagger) -> None:
        self.tagger = tagger
        self.register = Register.read([seeds.actors_path()])
        self.rows: list[Array] = []
        self.right: list[float] = []
        self.folds: list[int] = []

    def add_marked(self, text: str, cues: Sequence[tuple[list[tuple[int, int]], float]]) -> None:
        """Add a text's candidates: those are right at whose verb there is a cue."""
        for verb, row in self._read(text):
            self._add(text, row, max((sure for spans, sure in cues if touches(verb, spans)), default=0.0))

    def add_labelled(self, text: str, rights: Rights) -> None:
        """Add a text's candidates with their labels; what has none is no attribution."""
        for verb, row in self._read(text):
            right = rights.get(verb[0], 0.0)
            if right is not None:
                self._add(text, row, right)

    def _add(self, text: str, row: Array, right: float) -> None:
        self.rows.append(row)
        self.right.append(right)
        self.folds.append(sum(map(ord, text)) % FOLDS)

    def _read(self, text: str) -> Iterator[tuple[tuple[int, int], Array]]:
        known = self.register.knows, self.register.is_outlet
        document = Document("", None, "", text, ranges(text))
        first = headline(document)
        for section in self.tagger.read(text, document.body):
            told = read_section(section, text, first, self.tagger, known)
            yield from ((one.verb, signs(one, section, text)) for one, _ in sayers(told, text))

    def judged(self) -> str:
        """What is believed of each fold's candidates by the weights of the others."""
        rows, right, fold = np.array(self.rows), np.array(self.right, dtype=np.float32), np.array(self.folds)
        chance = np.zeros(len(right))
        for k in range(FOLDS):
            chance[fold == k] = 1 / (1 + np.exp(-(rows[fold == k] @ fit(rows[fold != k], right[fold != k]))))
        taken = right[chance >= LIKELY]
        counts = ", ".join(
            f"{int((taken == sure).sum())} {name}" for sure, name in ((1, "right"), (0.5, "open"), (0, "none"))
        )
        return f"{len(right)} candidates, {int((right == 1).sum())} right; believed: {counts}"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--corpora", type=Path, required=True, help="folder that holds PolNeAR/ and gum-attributions.jsonl"
    )
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--write", action="store_true", help="put the weights into the model")
    args = parser.parse_args(arguments)
    weighed = Weighed(Tagger(args.model))
    for path, first in ((UNREAD, 0), (PASSAGES, LEARNED)):
        for text, cues in marked(path.read_text(encoding="utf-8").splitlines()[first:]):
            weighed.add_marked(text, cues)
    for text, rights in labelled(args.corpora):
        weighed.add_labelled(text, rights)
    print(weighed.judged())
    if args.write:
        weights = fit(np.array(weighed.rows), np.array(weighed.right, dtype=np.float32))
        held = json.dumps({"weights": [round(float(weight), 4) for weight in weights]})
        (args.model / "retold.json").write_text(held + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
