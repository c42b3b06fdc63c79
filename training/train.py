"""Train the tagger on PolNeAR: `python -m training.train --corpora DIR --out tagger.pt`."""

import argparse
import json
import random
import time
from collections import deque
from collections.abc import Collection
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training.batches import BATCH, batches
from training.corpus import Article, read_contents, read_versions
from training.encoder import packaged, reader
from training.examples import WINDOW, Example, Window, passages, prepare, windows
from training.losses import step_loss
from training.model import Tagger
from training.recombine import Recombined
from training.teach import Lesson, read_lesson, texts

SHORT = 0.25
"""Share of the articles that an epoch reads paragraph by paragraph."""
MADE = 2500
"""Recombined passages an epoch."""
ENDS = 3
"""Epochs at the end of which the moving averages are taken together: the mean of three does better than the last."""
PLAIN = 200
"""Contents with nothing inside them an epoch."""


def epoch_windows(
    articles: list[list[Example]], contents: list[Example], made: list[Example], size: int
) -> list[Window]:
    """An epoch's windows: of each article one annotator's version, a quarter of them cut short, and all the rest."""
    out = [w for example in (*contents, *made) for w in passages(example, size)]
    for versions in articles:
        example = random.choice(versions)
        short = random.random() < SHORT
        out += passages(example, size) if short else windows(example, random.randrange(size - 32), size)
    return out


def told(lesson: Lesson, versions: list[list[Article]], examples: list[list[Example]]) -> list[list[Example]]:
    """The marked texts' examples, given what the teacher made of them."""
    for articles, prepared in zip(versions, examples, strict=True):
        for example in prepared:
            example.taught = lesson.emissions.get(articles[0].name)
    return examples


def taught(
    lesson: Lesson, versions: list[list[Article]], examples: list[list[Example]], corpora: Path, tokenizer: Tokenizer
) -> list[list[Example]]:
    """Give the marked texts what the teacher made of them, and return the others that it has read."""
    marked = {articles[0].name for articles in versions}
    told(lesson, versions, examples)
    others = list(texts(corpora, tokenizer, without=marked))
    for name, example in others:
        example.taught = lesson.emissions.get(name)
    return [[example] for _, example in others if example.taught is not None]


def mean(states: Collection[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of several weights of one network, name by name."""
    names = next(iter(states))
    return {name: torch.stack([state[name].float() for state in states]).mean(0) for name in names}


def seeded(seed: int) -> None:
    """Fix what is drawn by chance."""
    torch.manual_seed(seed)
    random.seed(seed)
    np.random.seed(seed)


def warmed(optimizer: torch.optim.Optimizer, total: int) -> torch.optim.lr_scheduler.LambdaLR:
    """A schedule of `total` steps: up in the first hundredths of them, then down in a line."""
    return torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, (s + 1) / (0.06 * total)) * max(0.02, 1 - s / total)
    )


def descend(loss: Tensor, average: AveragedModel, net: nn.Module, schedule: torch.optim.lr_scheduler.LambdaLR) -> None:
    """One step against a loss, by the schedule's optimizer; the moving average follows."""
    optimizer = schedule.optimizer
    optimizer.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    optimizer.step()
    schedule.step()
    average.update_parameters(net)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds PolNeAR/")
    parser.add_argument("--encoder", type=Path, default=packaged(), help="folder with the encoder's weights")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--rate", type=float, default=3e-4, help="highest learning rate of the encoder")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--window", type=int, default=WINDOW, help="pieces of a window, its two edges counted")
    parser.add_argument("--masked", type=float, default=0.0, help="share of pieces hidden in half of the windows")
    parser.add_argument("--lesson", type=Path, help="what a teacher made of the texts, as `training.teach` writes it")
    parser.add_argument("--trust", type=float, default=0.5, help="share of the loss of marked texts from the teacher")
    parser.add_argument("--batch", type=int, default=BATCH, help="windows a step")
    parser.add_argument("--made", type=int, default=MADE, help="recombined passages an epoch")
    parser.add_argument("--frozen", type=int, default=0, help="the encoder's lowest layers that stay as they are")
    parser.add_argument("--average", type=float, default=0.998, help="what the moving average keeps a step")
    parser.add_argument("--ends", type=int, default=ENDS, help="last epochs whose averages are taken together")
    return parser.parse_args()


def main() -> None:
    args = _arguments()
    seeded(args.seed)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    tokenizer = reader(args.encoder)
    versions = list(read_versions(args.corpora / "PolNeAR", "train"))
    examples = [[prepare(article, tokenizer) for article in articles] for articles in versions]
    recombined = Recombined([articles[0] for articles in versions])
    lesson = read_lesson(args.lesson, args.trust) if args.lesson else None
    unmarked = taught(lesson, versions, examples, args.corpora, tokenizer) if lesson else []
    inner = [prepare(a, tokenizer) for a in read_contents(args.corpora / "gum-attributions.jsonl", "train")]
    net = Tagger(args.encoder)
    if args.start:
        net.load_state_dict(torch.load(args.start, weights_only=True))
    net.freeze(args.frozen)
    learning = [(name.startswith("bert."), p) for name, p in net.named_parameters() if p.requires_grad]
    encoder, heads = ([p for of_encoder, p in learning if of_encoder is wanted] for wanted in (True, False))
    groups = [{"params": encoder, "lr": args.rate}, {"params": heads, "lr": 7 * args.rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)

    def epoch_batches() -> list[list[Window]]:
        made = [prepare(recombined.passage(), tokenizer) for _ in range(args.made)]
        held = [example for example in inner if example.labels.any()]
        held += random.sample([example for example in inner if not example.labels.any()], PLAIN)
        return batches(epoch_windows([*examples, *unmarked], held, made, args.window), args.batch)

    total = args.epochs * len(epoch_batches())
    schedule = warmed(optimizer, total)
    average = AveragedModel(net, multi_avg_fn=get_ema_multi_avg_fn(args.average))
    ends: deque[dict[str, Tensor]] = deque(maxlen=args.ends)
    began, done = time.time(), 0
    for epoch in range(args.epochs):
        net.train()
        recent: list[float] = []
        for items in epoch_batches():
            loss = step_loss(net, items, tokenizer, args.masked, lesson)
            descend(loss, average, net, schedule)
            done += 1
            recent.append(loss.item())
            if done % 50 == 0:
                line = {"epoch": epoch, "step": done, "of": total, "loss": round(float(np.mean(recent[-50:])), 4)}
                print(json.dumps(line | {"seconds": round(time.time() - began)}), flush=True)
        ends.append({name: value.clone() for name, value in average.module.state_dict().items()})
        torch.save(mean(ends), args.out)


if __name__ == "__main__":
    main()
