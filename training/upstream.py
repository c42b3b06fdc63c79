"""Train the second reader of a trained tagger: `python -m training.upstream --start tagger.pt --out upstream.pt`.

It learns from `passages.jsonl` and, with --corpora, from what GUM has inside other attributions. The tagger itself
stays as it is: the second reader has last layers and heads of its own, and what the layers below see is kept.
"""

import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch

from loaders.attribute.tagger import MODEL
from loaders.attribute.tagger import Tagger as Shipped
from training.encoder import packaged, reader
from training.examples import WINDOW, Example, Window, passages, prepare, windows
from training.late import learn, readings
from training.model import Tagger, Upstream
from training.sourced import PASSAGES, read_nested, read_passages

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
    parser.add_argument("--start", type=Path, required=True, help="the tagger's weights")
    parser.add_argument(
        "--model", type=Path, default=MODEL, help="the tagger as a folder, to know what it finds itself"
    )
    parser.add_argument("--corpora", type=Path, help="folder that holds gum-attributions.jsonl")
    parser.add_argument("--go-on", type=Path, help="a second reader's weights to go on from")
    parser.add_argument("--passages", type=Path, default=PASSAGES)
    parser.add_argument("--encoder", type=Path, default=packaged())
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--readings", type=int, default=4, help="how often the texts are cut and read anew")
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


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
    if args.go_on:
        net.load_state_dict(torch.load(args.go_on, weights_only=True))
    held = list(readings(lambda: epoch_windows(examples), tagger, tokenizer, args.readings))
    began = time.time()
    for number, epoch in enumerate(learn(net, held, args.epochs, (args.rate, HEADS * args.rate))):
        line = {"epoch": number, "steps": epoch.steps, "loss": round(epoch.loss, 4)}
        print(json.dumps(line | {"seconds": round(time.time() - began)}), flush=True)
        torch.save(epoch.weights, args.out)


if __name__ == "__main__":
    main()
