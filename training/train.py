"""Train the tagger, both its readers at once: `python -m training.train --corpora DIR --out tagger.pt`.

The first reader learns from PolNeAR what is said, the second from `passages.jsonl` and GUM whom others pass on. With
--lesson both learn, on every text, what a teacher makes of it.
"""

import argparse
import json
import math
import random
import time
from collections import deque
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from loaders.attribute.tagger import MODEL
from loaders.attribute.tagger import Tagger as Shipped
from training.batches import BATCH, Batch
from training.encoder import fastest, packaged, reader
from training.examples import WINDOW
from training.feed import Cut, feed, read_all, steps
from training.losses import joint_loss
from training.model import Both, opened
from training.sourced import PASSAGES
from training.teach import Lesson, read_lesson

RISE = 0.06
"""Share of the training in which the learning rate rises."""
TOLD = 50
"""Steps between two lines that tell how it goes."""


def mean(states: Collection[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of several weights of one network, name by name."""
    names = next(iter(states))
    return {name: torch.stack([state[name].float() for state in states]).mean(0) for name in names}


def optimizer_of(net: Both, rate: float) -> torch.optim.Optimizer:
    """AdamW on what is not frozen, the heads seven times as fast as the encoder's layers."""
    learning = [(".bert." in name or ".layers." in name, p) for name, p in net.named_parameters() if p.requires_grad]
    encoder, heads = ([p for of_encoder, p in learning if of_encoder is wanted] for wanted in (True, False))
    groups = [{"params": encoder, "lr": rate}, {"params": heads, "lr": 7 * rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


@dataclass(frozen=True)
class Course:
    """How long and how fast: `epochs` of `steps` each, or `minutes` if that is less, the encoder at `rate` at most.

    `average` is what the moving average keeps a step; the averages of the last `ends` epochs are taken together.
    """

    epochs: int
    steps: int
    rate: float = 3e-4
    average: float = 0.998
    ends: int = 3
    minutes: float = math.inf

    def gone(self, done: int, began: float) -> float:
        """The share that is behind, after so many steps and since a time in seconds."""
        return max(done / (self.epochs * self.steps), (time.time() - began) / 60 / self.minutes)


def train(
    net: Both, found: Iterator[Batch], course: Course, lesson: Lesson | None = None
) -> Iterator[dict[str, Tensor]]:
    """Train a network on batches; after each epoch, the mean of the last epochs' moving averages of its weights."""
    device, began, done, gone = next(net.parameters()).device, time.time(), 0, 0.0
    optimizer = optimizer_of(net, course.rate)
    rates = [group["lr"] for group in optimizer.param_groups]
    average = AveragedModel(net, multi_avg_fn=get_ema_multi_avg_fn(course.average))  # type: ignore[no-untyped-call]
    teachers = lesson.moves(device) if lesson else None
    ends: deque[dict[str, Tensor]] = deque(maxlen=course.ends)
    losses: list[Tensor] = []
    net.train()
    while gone < 1:
        for group, top in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = top * min(1.0, (gone + 1e-3) / RISE) * max(0.02, 1 - gone)
        batch = next(found).to(device)
        with torch.autocast(device.type, dtype=torch.bfloat16):
            outputs = net.both(batch.ids, batch.marks, batch.mask)
        loss = joint_loss(net, batch, outputs, teachers)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        average.update_parameters(net)
        losses.append(loss.detach())
        done += 1
        gone = course.gone(done, began)
        if done % TOLD == 0:
            told = {"step": done, "gone": round(gone, 3), "loss": round(float(torch.stack(losses).mean()), 4)}
            print(json.dumps(told | {"seconds": round(time.time() - began)}), flush=True)
            losses = []
        if done % course.steps == 0 or gone >= 1:
            ends.append({name: value.clone() for name, value in average.module.state_dict().items()})
            yield mean(ends)


def seeded(seed: int) -> None:
    torch.manual_seed(seed)
    random.seed(seed)
    np.random.seed(seed)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds PolNeAR/")
    parser.add_argument("--passages", type=Path, default=PASSAGES)
    parser.add_argument("--model", type=Path, default=MODEL, help="a tagger, to know what a first reader finds itself")
    parser.add_argument("--encoder", type=Path, default=packaged(), help="folder with the encoder's weights")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--minutes", type=float, help="end sooner, after so many minutes")
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--rate", type=float, default=3e-4, help="highest learning rate of the encoder")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--window", type=int, default=WINDOW, help="pieces of a window, its two edges counted")
    parser.add_argument("--masked", type=float, default=0.0, help="share of pieces hidden in half of the windows")
    parser.add_argument("--lesson", type=Path, help="what a teacher made of the texts, as `training.teach` writes it")
    parser.add_argument("--trust", type=float, default=0.5, help="share of the loss of marked texts from the teacher")
    parser.add_argument("--batch", type=int, default=BATCH, help="windows a step")
    parser.add_argument("--made", type=int, default=2500, help="recombined passages an epoch")
    parser.add_argument("--articles", type=float, default=1.0, help="share of the articles an epoch")
    parser.add_argument("--frozen", type=int, default=0, help="the encoder's lowest layers that stay as they are")
    parser.add_argument("--average", type=float, default=0.998, help="what the moving average keeps a step")
    parser.add_argument("--ends", type=int, default=3, help="last epochs whose averages are taken together")
    parser.add_argument("--processes", type=int, default=1, help="processes that cut the texts")
    return parser.parse_args()


def main() -> None:
    args = _arguments()
    seeded(args.seed)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    tokenizer = reader(args.encoder)
    texts = read_all(args.corpora, tokenizer, Shipped(args.model), args.passages)
    lesson = read_lesson(args.lesson, args.trust) if args.lesson else None
    if lesson:
        texts.teach(lesson.read)
    net = opened(args.encoder, args.start).to(fastest())
    net.tagger.freeze(args.frozen)
    cut = Cut(args.window, args.batch, args.masked, args.made, args.articles)
    course = Course(
        args.epochs, steps(texts, tokenizer, cut), args.rate, args.average, args.ends, args.minutes or math.inf
    )
    for state in train(net, feed(texts, tokenizer, cut, args.seed, args.processes), course, lesson):
        torch.save({name: value.cpu() for name, value in state.items()}, args.out)


if __name__ == "__main__":
    main()
