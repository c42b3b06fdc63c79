"""Last layers of a reader, trained on what the layers below them see, which is read once and kept."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training.batches import Batch, batches, collate
from training.examples import Window
from training.losses import joint_loss
from training.model import OWN, Late, Tagger
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


@dataclass(frozen=True)
class Epoch:
    """What an epoch came to: steps, mean loss, and the moving average's weights."""

    steps: int
    loss: float
    weights: dict[str, Tensor]


def readings(
    cut: Callable[[], list[Window]], tagger: Tagger, tokenizer: Tokenizer, times: int, masked: float = 0.0
) -> Iterator[list[Reading]]:
    """What `cut` gives, `times` over, each time cut and blurred anew."""
    for _ in range(times):
        read: list[Reading] = []
        for items in batches(cut()):
            batch = collate(items, tokenizer, masked)
            with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
                below = tagger.layers(batch.ids, batch.marks, batch.mask)[-1 - OWN]
            read.append(Reading(items, batch, below.to(torch.bfloat16)))
        yield read


def learn(
    net: Late, held: list[list[Reading]], epochs: int, rates: tuple[float, float], lesson: Lesson | None = None
) -> Iterator[Epoch]:
    """Train a reader on the readings in turn, its layers by the first of the rates, its heads by the second."""
    layers, others = ([p for n, p in net.named_parameters() if n.startswith("layers.") is own] for own in (True, False))
    groups = [{"params": part, "lr": rate} for part, rate in zip((layers, others), rates, strict=True)]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    schedule = warmed(optimizer, sum(len(held[epoch % len(held)]) for epoch in range(epochs)))
    average = AveragedModel(net, multi_avg_fn=get_ema_multi_avg_fn(AVERAGE))
    for epoch in range(epochs):
        net.train()
        losses: list[float] = []
        read = held[epoch % len(held)]
        for reading in random.sample(read, len(read)):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                outputs = net(reading.below, reading.batch.mask)
            loss = joint_loss(net, reading.items, reading.batch, outputs, lesson)
            descend(loss, average, net, schedule)
            losses.append(loss.item())
        yield Epoch(len(losses), float(np.mean(losses)), average.module.state_dict())
