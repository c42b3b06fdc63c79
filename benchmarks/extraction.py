"""The attribution step beside the bare encoder's forward pass on the same text: `python -m benchmarks.extraction`.

Both run in turn, several times; the median of the ratios is printed. The baseline is the shipped network over the
text's word pieces in windows that do not overlap: what any use of this encoder costs at the least. Then a fresh process
reads a short text, one article of 5 MB, and many articles one after another: time to the first answer, and peak memory
beside that of the short text.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable
from statistics import median

import numpy as np

import seeds
from loaders.attribute import attribute
from loaders.attribute.paragraphs import ranges
from loaders.attribute.tagger import BATCH, MODEL, WINDOW, Pieces, Tagger
from loaders.records import Document


def text_of(copies: int) -> str:
    """The seed articles' text, some times over."""
    articles = sorted(seeds.articles_dir().glob("*.md"))
    return "\n\n".join(path.read_text(encoding="utf-8") for path in articles * copies)


def bare(tagger: Tagger, pieces: Pieces) -> None:
    """The network alone over windows of the pieces."""
    starts = range(0, len(pieces.ids), WINDOW)
    windows = [(pieces.ids[i : i + WINDOW], pieces.marks[i : i + WINDOW]) for i in starts]
    for i in range(0, len(windows), BATCH):
        tagger.forward(windows[i : i + BATCH])


def whole(tagger: Tagger, text: str) -> None:
    """The whole attribution step."""
    attribute(Document("text", None, "", text, ranges(text)), lambda _: False, lambda _: False, tagger)


def seconds(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


CHILD = """
import resource, sys, time
began = time.perf_counter()
from benchmarks.extraction import text_of, whole
from loaders.attribute.tagger import shipped
letters, articles = int(sys.argv[1]), int(sys.argv[2])
text = text_of(1)
whole(shipped(), text[:2000])
print(time.perf_counter() - began)
whole(shipped(), (text * (letters // len(text) + 1))[:letters])
for number in range(articles):
    whole(shipped(), text[number % 500 : number % 500 + 1000])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def child(letters: int, articles: int) -> tuple[float, float]:
    """Seconds to the first answer and peak memory in MB of a process that reads a text and some articles."""
    command = [sys.executable, "-c", CHILD, str(letters), str(articles)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(told[0]), float(told[1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--copies", type=int, default=4)
    parser.add_argument("--articles", type=int, default=1000)
    args = parser.parse_args()
    tagger = Tagger(MODEL)
    text = text_of(args.copies)
    pieces, words = tagger.pieces(text), len(text.split())
    pairs = [(seconds(lambda: whole(tagger, text)), seconds(lambda: bare(tagger, pieces))) for _ in range(args.runs)]
    step, base = (median(column) for column in np.array(pairs).T)
    print(f"{words} words, {len(pieces.ids)} pieces; {args.runs} runs in pairs, medians")
    print(f"bare encoder       {words / base:8.0f} words/s")
    print(f"attribution step   {words / step:8.0f} words/s")
    print(f"step / bare        {median(a / b for a, b in pairs):8.2f}")
    first, least = child(2000, 0)
    print(f"first answer       {first:8.2f} s, peak {least:.0f} MB")
    for name, letters, articles in (("one of 5 MB", 5_000_000, 0), (f"{args.articles} articles", 2000, args.articles)):
        peak = child(letters, articles)[1]
        print(f"{name:<19}{peak:8.0f} MB, {peak / least:.2f} of the short text's")


if __name__ == "__main__":
    main()
