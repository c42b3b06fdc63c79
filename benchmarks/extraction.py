"""The attribution step beside the bare encoder's forward pass on the same text: `python -m benchmarks.extraction`.

Both run in turn, several times; the ratio of the medians is printed. The baseline is the shipped network over the
text's word pieces in windows that do not overlap: what any use of this encoder costs at the least.
"""

import argparse
import time
from collections.abc import Callable
from statistics import median

import numpy as np

import seeds
from loaders.attribute import attribute
from loaders.attribute.tagger import BATCH, MODEL, WINDOW, Tagger
from loaders.records import Document


def text_of(copies: int) -> str:
    """The seed articles' text, some times over."""
    articles = sorted(seeds.articles_dir().glob("*.md"))
    return "\n\n".join(path.read_text(encoding="utf-8") for path in articles * copies)


def bare(tagger: Tagger, ids: list[int]) -> None:
    """The network alone over windows of the pieces."""
    windows = [ids[i : i + WINDOW] for i in range(0, len(ids), WINDOW)]
    for i in range(0, len(windows), BATCH):
        tagger.forward([tuple(window) for window in windows[i : i + BATCH]])


def whole(tagger: Tagger, text: str) -> None:
    """The whole attribution step."""
    attribute(Document("text", None, "", text, ((0, len(text)),)), lambda _: False, lambda _: False, tagger)


def seconds(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--copies", type=int, default=4)
    args = parser.parse_args()
    began = time.perf_counter()
    tagger = Tagger(MODEL)
    opened = time.perf_counter() - began
    text = text_of(args.copies)
    ids, words = tagger.piece_ids(text), len(text.split())
    pairs = [(seconds(lambda: whole(tagger, text)), seconds(lambda: bare(tagger, ids))) for _ in range(args.runs)]
    step, base = (median(column) for column in np.array(pairs).T)
    print(f"{words} words, {len(ids)} pieces; model opened in {opened:.2f} s; {args.runs} runs in pairs, medians")
    print(f"bare encoder       {words / base:8.0f} words/s")
    print(f"attribution step   {words / step:8.0f} words/s")
    print(f"step / bare        {median(a / b for a, b in pairs):8.2f}")


if __name__ == "__main__":
    main()
