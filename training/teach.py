"""What teachers make of texts: `python -m training.teach --teacher DIR PT --corpora DIR --out lesson.npz`.

A teacher reads every text once, in windows that overlap, and both its readers' emissions are kept; those of several
teachers are averaged. A student then learns the teacher's whole distribution over label sequences (Kim and Rush,
EMNLP 2016), on texts with and without marks.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from loaders.attribute.tagger import MODEL, blended, windows
from loaders.attribute.tagger import Tagger as Shipped
from training.batches import known
from training.encoder import fastest, packaged, reader
from training.examples import Example
from training.feed import read_all
from training.losses import Moves
from training.model import Both, Reader, opened

ROWS = 32
TEXTS = 200
Read = list[np.ndarray]
"""A text's emissions for each reader (words, columns)."""


@dataclass(frozen=True)
class Lesson:
    """A teacher's emissions by text, with each reader's moves (from, to) and scores of the first label."""

    read: dict[str, Read]
    first: Moves
    second: Moves

    def moves(self, device: torch.device) -> tuple[Moves, Moves]:
        return self.first.to(device), self.second.to(device)

    def save(self, path: Path) -> None:
        rows = {f"{reader} {name}": rows for name, read in self.read.items() for reader, rows in enumerate(read)}
        moves = {
            f"{part} {k}": getattr(held, part).cpu()
            for k, held in enumerate((self.first, self.second))
            for part in ("moves", "firsts")
        }
        np.savez_compressed(path, allow_pickle=False, **moves, **rows)


def read_lesson(path: Path, trust: float) -> Lesson:
    """The lesson in a file that `Lesson.save` wrote."""
    held = dict(np.load(path))
    first, second = (
        Moves(*(torch.from_numpy(held.pop(f"{part} {k}")) for part in ("moves", "firsts")), trust) for k in (0, 1)
    )
    names = {key.split(" ", 1)[1] for key in held}
    return Lesson({name: [held[f"{k} {name}"] for k in (0, 1)] for name in names}, first, second)


def emissions(net: Both, examples: Sequence[Example], tokenizer: Tokenizer) -> list[Read]:
    """Each text's emissions for both readers, where windows overlap those of both."""
    cuts = [(k, start, end) for k, example in enumerate(examples) for start, end in windows(len(example.ids))]
    cuts.sort(key=lambda cut: cut[2] - cut[1])
    scored: list[list[tuple[tuple[int, int], np.ndarray]]] = [[] for _ in examples]
    for n in range(0, len(cuts), ROWS):
        group = cuts[n : n + ROWS]
        for (k, start, end), row in zip(group, _forward(net, examples, group, tokenizer), strict=True):
            scored[k].append(((start, end), row[1 : 1 + end - start]))
    whole = [blended(len(e.ids), rows)[e.words] for e, rows in zip(examples, scored, strict=True)]
    columns = net.tagger.emit.out_features
    return [[rows[:, :columns], rows[:, columns:]] for rows in whole]


def averaged(nets: Sequence[Both], examples: Sequence[Example], tokenizer: Tokenizer) -> list[Read]:
    """The mean of several networks' emissions of each text."""
    read = [emissions(net, examples, tokenizer) for net in nets]
    return [
        [np.mean(rows, axis=0).astype(np.float16) for rows in zip(*of_text, strict=True)]
        for of_text in zip(*read, strict=True)
    ]


def _forward(
    net: Both, examples: Sequence[Example], cuts: Sequence[tuple[int, int, int]], tokenizer: Tokenizer
) -> np.ndarray:
    shape = len(cuts), max(end - start for _, start, end in cuts) + 2
    ids, seen, mask = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    opens, closes = known(tokenizer, "[CLS]"), known(tokenizer, "[SEP]")
    for row, (k, start, end) in enumerate(cuts):
        ids[row, : end - start + 2] = torch.tensor([opens, *examples[k].ids[start:end].tolist(), closes])
        seen[row, 1 : end - start + 1] = torch.from_numpy(examples[k].marks[start:end])
        mask[row, : end - start + 2] = 1
    device = next(net.parameters()).device
    with torch.no_grad(), torch.autocast(device.type, dtype=torch.bfloat16):
        first, second = net.both(*(part.to(device) for part in (ids, seen, mask)))
    return torch.cat([first[0].float(), second[0].float()], -1).cpu().numpy()


def lesson(nets: Sequence[Both], held: Sequence[tuple[str, Example]], tokenizer: Tokenizer) -> Lesson:
    """What several networks make of texts."""
    found: dict[str, Read] = {}
    for n in range(0, len(held), TEXTS):
        part = held[n : n + TEXTS]
        read = averaged(nets, [example for _, example in part], tokenizer)
        found |= {name: rows for (name, _), rows in zip(part, read, strict=True)}
        print(f"{n + len(part)} of {len(held)} texts", flush=True)
    return Lesson(found, _moves([net.tagger for net in nets]), _moves([net.upstream for net in nets]))


def _moves(readers: Sequence[Reader]) -> Moves:
    return Moves(_mean([reader.moves() for reader in readers]), _mean([reader.start for reader in readers]))


def _mean(parts: Sequence[Tensor]) -> Tensor:
    return torch.stack([part.detach().cpu() for part in parts]).mean(0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--teacher", type=Path, nargs=2, action="append", required=True, metavar=("ENCODER", "WEIGHTS"))
    parser.add_argument("--model", type=Path, default=MODEL, help="a tagger, to know what a first reader finds itself")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    tokenizer = reader(packaged())
    nets = [opened(encoder, weights).to(fastest()).eval() for encoder, weights in args.teacher]
    held = list(read_all(args.corpora, tokenizer, Shipped(args.model)).all())
    lesson(nets, held, tokenizer).save(args.out)


if __name__ == "__main__":
    main()
