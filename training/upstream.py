"""Train the second reader of a trained tagger: `python -m training.upstream --start tagger.pt --out upstream.pt`.

It learns from `passages.jsonl` and, with --corpora, from what GUM has inside other attributions. The tagger itself
stays as it is: the second reader has last layers and heads of its own, and what the layers below see is kept.
"""

import argparse
import random
from pathlib import Path

import torch

from loaders.attribute.tagger import Tagger as Shipped
from training.encoder import reader
from training.examples import WINDOW, Example, Window, passages, prepare, windows
from training.late import arguments, finished, learn, readings
from training.model import Upstream
from training.sourced import read_nested, read_passages
from training.train import seeded

HEADS = 7.0
"""How many times as fast the heads learn as the layers."""
REPEATED = 2
"""How often an epoch reads a text that has something to find; of windows with nothing it takes as many as with."""


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
    arguments(parser, epochs=10, times=4, rate=3e-4, seed=0)
    parser.add_argument("--corpora", type=Path, help="folder that holds gum-attributions.jsonl")
    parser.add_argument("--go-on", type=Path, help="a second reader's weights to go on from")
    return parser.parse_args()


def main() -> None:
    args = _arguments()
    seeded(args.seed)
    tokenizer, shipped = reader(args.encoder), Shipped(args.model)
    articles = list(read_passages(shipped, args.passages))
    if args.corpora:
        articles += read_nested(args.corpora / "gum-attributions.jsonl", "train", shipped)
    examples = [prepare(article, tokenizer) for article in articles]
    tagger = finished(args.encoder, args.start)
    net = Upstream(tagger)
    if args.go_on:
        net.load_state_dict(torch.load(args.go_on, weights_only=True))
    held = list(readings(lambda: epoch_windows(examples), tagger, tokenizer, args.readings))
    for weights in learn(net, held, args.epochs, (args.rate, HEADS * args.rate)):
        torch.save(weights, args.out)


if __name__ == "__main__":
    main()
