"""What teachers make of texts: `python -m training.teach --teacher DIR PT --corpora DIR --out lesson.npz`.

A teacher reads every text once, in windows that overlap, and its emissions are kept; those of several are averaged. A
student then learns the teacher's whole distribution over label sequences (Kim and Rush,
EMNLP 2016), on texts with and without marks.
"""

import argparse
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from loaders.attribute.tagger import blended, windows
from training.batches import known
from training.corpus import read_texts
from training.encoder import packaged, reader
from training.examples import Example, prepare
from training.model import Tagger
from training.precision import mixed, precision

ROWS = 16
TEXTS = 100


@dataclass(frozen=True)
class Lesson:
    """A teacher's emissions by text (words, labels), with its moves (from, to) and scores of the first label.

    `trust` is the share of a marked text's loss that comes from the teacher.
    """

    emissions: dict[str, np.ndarray]
    moves: Tensor
    firsts: Tensor
    trust: float = 0.5

    def save(self, path: Path) -> None:
        np.savez_compressed(path, moves=self.moves, firsts=self.firsts, **self.emissions)


def read_lesson(path: Path, trust: float) -> Lesson:
    """The lesson in a file that `Lesson.save` wrote."""
    held = dict(np.load(path))
    moves, firsts = (torch.from_numpy(held.pop(name)) for name in ("moves", "firsts"))
    return Lesson(held, moves, firsts, trust)


def emissions(net: Tagger, examples: Sequence[Example], tokenizer: Tokenizer) -> list[np.ndarray]:
    """The network's emissions (words, labels) of each text, where windows overlap those of both."""
    cuts = [(k, start, end) for k, example in enumerate(examples) for start, end in windows(len(example.ids))]
    cuts.sort(key=lambda cut: cut[2] - cut[1])
    scored: list[list[tuple[tuple[int, int], np.ndarray]]] = [[] for _ in examples]
    for n in range(0, len(cuts), ROWS):
        group = cuts[n : n + ROWS]
        for (k, start, end), row in zip(group, _forward(net, examples, group, tokenizer), strict=True):
            scored[k].append(((start, end), row[1 : 1 + end - start]))
    return [blended(len(e.ids), rows)[e.words] for e, rows in zip(examples, scored, strict=True)]


def averaged(nets: Sequence[Tagger], examples: Sequence[Example], tokenizer: Tokenizer) -> list[np.ndarray]:
    """The mean of several networks' emissions (words, labels) of each text."""
    read = [emissions(net, examples, tokenizer) for net in nets]
    return [np.mean(rows, axis=0).astype(np.float16) for rows in zip(*read, strict=True)]


def opened(encoder: Path, weights: Path) -> Tagger:
    """A trained network, ready to read."""
    net = Tagger(encoder)
    net.load_state_dict(torch.load(weights, weights_only=True))
    for part in net.bert.encoder.modules():
        if isinstance(part, nn.Linear):
            part.to(precision())  # else autocast would cast its weights anew for every batch
    return net.eval()


def _forward(
    net: Tagger, examples: Sequence[Example], cuts: Sequence[tuple[int, int, int]], tokenizer: Tokenizer
) -> np.ndarray:
    shape = len(cuts), max(end - start for _, start, end in cuts) + 2
    ids, seen, mask = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    opens, closes = known(tokenizer, "[CLS]"), known(tokenizer, "[SEP]")
    for row, (k, start, end) in enumerate(cuts):
        ids[row, : end - start + 2] = torch.tensor([opens, *examples[k].ids[start:end].tolist(), closes])
        seen[row, 1 : end - start + 1] = torch.from_numpy(examples[k].marks[start:end])
        mask[row, : end - start + 2] = 1
    with torch.no_grad(), mixed():
        return net(ids, seen, mask)[0].float().numpy()


def texts(corpora: Path, tokenizer: Tokenizer, without: Container[str] = ()) -> Iterator[tuple[str, Example]]:
    """Every text to learn from, by name, as an example without marks; those named in `without` are left out."""
    for article in read_texts(corpora):
        if article.name in without:
            continue
        example = prepare(article, tokenizer)
        example.marked = False
        if len(example.ids):
            yield article.name, example


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--teacher", type=Path, nargs=2, action="append", required=True, metavar=("ENCODER", "WEIGHTS"))
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    tokenizer = reader(packaged())
    nets = [opened(encoder, weights) for encoder, weights in args.teacher]
    found: dict[str, np.ndarray] = {}
    held = list(texts(args.corpora, tokenizer))
    for n in range(0, len(held), TEXTS):
        part = held[n : n + TEXTS]
        read = averaged(nets, [example for _, example in part], tokenizer)
        found |= {name: rows for (name, _), rows in zip(part, read, strict=True)}
        print(f"{n + len(part)} of {len(held)} texts", flush=True)
    moves, firsts = (torch.stack(parts).mean(0) for parts in zip(*((n.moves(), n.start) for n in nets), strict=True))
    Lesson(found, moves.detach(), firsts.detach()).save(args.out)


if __name__ == "__main__":
    main()
