"""Last layers of a reader, trained on what the layers below them see, which is read once and kept."""

import argparse
import json
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from loaders.attribute.tagger import MODEL
from training.batches import Batch, batches, collate
from training.encoder import packaged
from training.examples import Window
from training.losses import joint_loss
from training.model import OWN, Late, Tagger
from training.precision import mixed, precision
from training.sourced import PASSAGES
from training.teach import Lesson
from training.train import descend, warmed

AVERAGE = 0.998
"""What the moving average keeps a step."""


@dataclass
class Reading:
    """A batch of windows with what goes into a reader's last layers (batch, pieces, width)."""

    items: list[Window]
    batch: Batch
    below: Tensor


def arguments(parser: argparse.ArgumentParser, epochs: int, times: int, rate: float, seed: int) -> None:
    """Add what every training of last layers asks for, with its own defaults."""
    parser.add_argument("--start", type=Path, required=True, help="the tagger's weights")
    parser.add_argument("--model", type=Path, default=MODEL, help="the tagger as a folder, to read with")
    parser.add_argument("--passages", type=Path, default=PASSAGES)
    parser.add_argument("--encoder", type=Path, default=packaged())
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=epochs)
    parser.add_argument("--readings", type=int, default=times, help="how often the texts are cut and read anew")
    parser.add_argument("--rate", type=float, default=rate)
    parser.add_argument("--seed", type=int, default=seed)


def finished(encoder: Path, weights: Path) -> Tagger:
    """A trained tagger, whose layers below are only read."""
    tagger = Tagger(encoder)
    tagger.load_state_dict(torch.load(weights, weights_only=True))
    return tagger.eval()


def readings(
    cut: Callable[[], list[Window]], tagger: Tagger, tokenizer: Tokenizer, times: int, masked: float = 0.0
) -> Iterator[list[Reading]]:
    """What `cut` gives, `times` over, each time cut and blurred anew."""
    for _ in range(times):
        read: list[Reading] = []
        for items in batches(cut()):
            batch = collate(items, tokenizer, masked)
            with torch.no_grad(), mixed():
                below = tagger.layers(batch.ids, batch.marks, batch.mask)[-1 - OWN]
            read.append(Reading(items, batch, below.to(precision())))
        yield read


def learn(
    net: Late, held: list[list[Reading]], epochs: int, rates: tuple[float, float], lesson: Lesson | None = None
) -> Iterator[dict[str, Tensor]]:
    """Train a reader on the readings in turn, its layers by the first of the rates, its heads by the second.

    After each epoch, a line on it is printed and the moving average's weights are given.
    """
    layers, others = ([p for n, p in net.named_parameters() if n.startswith("layers.") is own] for own in (True, False))
    groups = [{"params": part, "lr": rate} for part, rate in zip((layers, others), rates, strict=True)]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    schedule = warmed(optimizer, sum(len(held[epoch % len(held)]) for epoch in range(epochs)))
    average = AveragedModel(net, multi_avg_fn=get_ema_multi_avg_fn(AVERAGE))
    began = time.time()
    for epoch in range(epochs):
        net.train()
        losses: list[float] = []
        read = held[epoch % len(held)]
        for reading in random.sample(read, len(read)):
            with mixed():
                outputs = net(reading.below, reading.batch.mask)
            loss = joint_loss(net, reading.items, reading.batch, outputs, lesson)
            descend(loss, average, net, schedule)
            losses.append(loss.item())
        line = {"epoch": epoch, "steps": len(losses), "loss": round(float(np.mean(losses)), 4)}
        print(json.dumps(line | {"seconds": round(time.time() - began)}), flush=True)
        yield average.module.state_dict()
