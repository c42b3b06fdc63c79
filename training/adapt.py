"""Adapt the first reader to news as whence reads it: `python -m training.adapt --start tagger.pt --out adapted.pt`.

It learns from the passages what `training.mended` makes of them, and goes on learning from PolNeAR, GUM and the
teacher beside that. Only its last layers and heads change: the second reader's input stays as it is.
"""

import argparse
import random
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer

from loaders.attribute.tagger import Tagger as Shipped
from loaders.resolve import Register
from seeds import actors_path
from training.corpus import read_contents, read_versions
from training.encoder import reader
from training.examples import Example, Window, passages, prepare, windows
from training.late import arguments, finished, learn, readings
from training.mended import read_mended
from training.model import Late, taken_over
from training.recombine import Recombined
from training.teach import Lesson, read_lesson
from training.train import PLAIN, SHORT, seeded, told

HEADS = 3.0
"""How many times as fast the heads learn as the layers."""
SIZE = 384
"""Pieces of a window, its two edges counted."""
MASKED = 0.1
"""Share of pieces hidden in half of the windows."""
MADE = 600
"""Recombined passages a reading."""
PARAGRAPHS = 0.3
"""Share of the passages that are read paragraph by paragraph."""
SHIFT = 60
"""Pieces by which a passage's first window is short at most."""


@dataclass
class Texts:
    """What there is to learn from: PolNeAR's articles, each as its annotators marked it, the passages, and the rest.

    A reading has the `share` of the articles.
    """

    articles: list[list[Example]]
    share: float
    passages: list[Example]
    contents: list[Example]
    recombined: Recombined
    tokenizer: Tokenizer

    def windows(self) -> list[Window]:
        """The windows of a reading."""
        made = [prepare(self.recombined.passage(), self.tokenizer) for _ in range(MADE)]
        out = [window for example in (*self.contents, *made) for window in passages(example, SIZE)]
        for versions in self.articles:
            if random.random() < self.share:
                out += _cut(random.choice(versions), SHORT, SIZE - 32)
        for example in self.passages:
            out += _cut(example, PARAGRAPHS, SHIFT)
        return out


def _cut(example: Example, short: float, shift: int) -> list[Window]:
    """An example's windows, now and then paragraph by paragraph."""
    by_paragraph = random.random() < short
    return passages(example, SIZE) if by_paragraph else windows(example, random.randrange(shift), SIZE)


def _texts(args: argparse.Namespace, lesson: Lesson, tokenizer: Tokenizer) -> Texts:
    gum = args.corpora / "gum-attributions.jsonl"
    versions = list(read_versions(args.corpora / "PolNeAR", "train"))
    articles = told(lesson, versions, [[prepare(article, tokenizer) for article in held] for held in versions])
    contents = [prepare(article, tokenizer) for article in read_contents(gum, "train")]
    inner = [example for example in contents if example.labels.any()]
    inner += random.sample([example for example in contents if not example.labels.any()], PLAIN)
    mended = read_mended(args.passages, Shipped(args.model), Register.read([actors_path()]))
    held = [prepare(article, tokenizer) for article in mended]
    recombined = Recombined([versions_of[0] for versions_of in versions])
    return Texts(articles, args.share, held, inner, recombined, tokenizer)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments(parser, epochs=4, times=2, rate=2e-4, seed=3)
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds PolNeAR/")
    parser.add_argument("--lesson", type=Path, required=True, help="what a teacher made of PolNeAR's texts")
    parser.add_argument("--trust", type=float, default=0.7, help="share of the loss of its texts from the teacher")
    parser.add_argument("--share", type=float, default=0.6, help="share of PolNeAR's articles in a reading")
    return parser.parse_args()


def main() -> None:
    args = _arguments()
    seeded(args.seed)
    tokenizer, lesson = reader(args.encoder), read_lesson(args.lesson, args.trust)
    texts = _texts(args, lesson, tokenizer)
    tagger = finished(args.encoder, args.start)
    held = list(readings(texts.windows, tagger, tokenizer, args.readings, MASKED))
    for weights in learn(Late(tagger), held, args.epochs, (args.rate, HEADS * args.rate), lesson):
        torch.save(taken_over(tagger, weights), args.out)


if __name__ == "__main__":
    main()
