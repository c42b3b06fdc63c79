"""Train the second reader of a trained tagger: `python -m training.upstream --start tagger.pt --out upstream.pt`.

It learns from `passages.jsonl` and, with --corpora, from what GUM has inside other attributions. The tagger itself
stays as it is: the second reader has last layers and heads of its own, and what the layers below see is kept.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from loaders.attribute.tagger import MODEL
from loaders.attribute.tagger import Tagger as Shipped
from training.batches import Batch, batches, collate
from training.encoder import packaged, reader
from training.examples import WINDOW, Example, Window, passages, prepare, windows
from training.losses import joint_loss
from training.model import OWN, Tagger, Upstream
from training.sourced import PASSAGES, read_nested, read_passages
from training.train import descend, warmed

AVERAGE = 0.998
"""What the moving average keeps a step."""
REPEATED = 2
"""How often an epoch reads a text that has something to find; of windows with nothing it takes as many as with."""


@dataclass
class Reading:
    """A batch of windows with what goes into the second reader's layers (batch, pieces, width)."""

    items: list[Window]
    batch: Batch
    below: Tensor


def epoch_windows(examples: list[Example]) -> list[Window]:
    """An epoch's windows, half of the texts paragraph by paragraph."""
    out: list[Window] = []
    for example in examples:
        for _ in range(REPEATED if example.labels.any() else 1):
            out += passages(example) if random.random() < 0.5 else windows(example, random.randrange(WINDOW - 56))
    held = [w for w in out if w.example.labels[w.first : w.last].any()]
    empty = [w for w in out if not w.example.labels[w.first : w.last].any()]
    return held + random.sample(empty, min(len(empty), len(held)))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--start", type=Path, required=True, help="the tagger's weights")
    parser.add_argument(
        "--model", type=Path, default=MODEL, help="the tagger as a folder, to know what it finds itself"
    )
    parser.add_argument("--corpora", type=Path, help="folder that holds gum-attributions.jsonl")
    parser.add_argument("--passages", type=Path, default=PASSAGES)
    parser.add_argument("--encoder", type=Path, default=packaged())
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--readings", type=int, default=4, help="how often the texts are cut and read anew")
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


def readings(examples: list[Example], tagger: Tagger, tokenizer: Tokenizer, times: int) -> Iterator[list[Reading]]:
    """The texts `times` over, each time cut and blurred anew."""
    for _ in range(times):
        read: list[Reading] = []
        for items in batches(epoch_windows(examples)):
            batch = collate(items, tokenizer)
            with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
                below = tagger.layers(batch.ids, batch.marks, batch.mask)[-1 - OWN]
            read.append(Reading(items, batch, below.to(torch.bfloat16)))
        yield read


def main() -> None:
    args = _arguments()
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    np.random.seed(args.seed)
    tokenizer, shipped = reader(args.encoder), Shipped(args.model)
    articles = list(read_passages(shipped, args.passages))
    if args.corpora:
        articles += read_nested(args.corpora / "gum-attributions.jsonl", "train", shipped)
    examples = [prepare(article, tokenizer) for article in articles]
    tagger = Tagger(args.encoder)
    tagger.load_state_dict(torch.load(args.start, weights_only=True))
    tagger.eval()
    net = Upstream(tagger)
    held = list(readings(examples, tagger, tokenizer, args.readings))
    layer, heads = ([p for n, p in net.named_parameters() if n.startswith("layers.") is own] for own in (True, False))
    groups = [{"params": layer, "lr": args.rate}, {"params": heads, "lr": 7 * args.rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    total = sum(len(held[epoch % len(held)]) for epoch in range(args.epochs))
    schedule = warmed(optimizer, total)
    average = AveragedModel(net, multi_avg_fn=get_ema_multi_avg_fn(AVERAGE))
    began = time.time()
    for epoch in range(args.epochs):
        net.train()
        losses: list[float] = []
        for reading in random.sample(held[epoch % len(held)], len(held[epoch % len(held)])):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                outputs = net(reading.below, reading.batch.mask)
            loss = joint_loss(net, reading.items, reading.batch, outputs)
            descend(loss, average, net, schedule)
            losses.append(loss.item())
        line = {"epoch": epoch, "steps": len(losses), "loss": round(float(np.mean(losses)), 4)}
        print(json.dumps(line | {"seconds": round(time.time() - began)}), flush=True)
        torch.save(average.module.state_dict(), args.out)


if __name__ == "__main__":
    main()
