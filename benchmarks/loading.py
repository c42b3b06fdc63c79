"""Loading, matching and tracing as a store grows: `python -m benchmarks.loading`.

Articles are made up: each tells things of random actors, places and figures, some of them told by others as well. They
go in by the same `put` and matcher as real ones, without the reading of their text. Printed for each further part:
seconds a thousand assertions, beside those of the first part (linear is 1), the time of a trace and of its verdict, and
of `whence rivals`' query, beside a look-up of one node by its id, the least that any question costs.
"""

import argparse
import random
import tempfile
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import numpy as np

from graph.ids import digest
from graph.model import Actor, Article, Assertion, Claim, Reading, Stating
from graph.store import Store
from graph.write import put
from loaders.match.encoder import WIDTH
from loaders.match.likeness import main_figures
from loaders.match.prints import minhash
from loaders.match.same import match
from loaders.match.slots import statement
from loaders.match.topic import keys, topic
from queries.rivals import conflicts
from queries.trace import Question, trace

SAID = 10
"""Assertions of an article."""
VERBS = "reached left shelled entered took held crossed".split()  # noqa: SIM905


def names(count: int, seed: str) -> list[str]:
    """Made-up names."""
    made = random.Random(seed)  # noqa: S311
    return ["".join(made.choice("bdfgklmnprst") + made.choice("aeiou") for _ in range(3)).title() for _ in range(count)]


def contents(count: int) -> Iterator[str]:
    """Things said: one in five is said a second time in the same words."""
    made = random.Random(1)  # noqa: S311
    who, where = names(4000, "who"), names(4000, "where")
    past: list[str] = []
    for _ in range(count):
        text = f"{made.randrange(2, 90) * 100:,} {made.choice(who)} soldiers {made.choice(VERBS)} {made.choice(where)}"
        past.append(made.choice(past) if past and made.random() < 0.2 else text)
        yield past[-1]


def articles(count: int) -> Iterator[Reading]:
    """Readings as the loaders make them, each of SAID assertions."""
    said = contents(count * SAID)
    vector = b64encode(np.random.default_rng(1).integers(-9, 9, WIDTH).astype(np.int8).tobytes()).decode()
    actors = [Actor(f"actor-{k}", f"Actor {k}", "person") for k in range(2000)]
    for number in range(count):
        texts = [next(said) for _ in range(SAID)]
        yield reading(number, texts, actors, vector)


def reading(number: int, texts: list[str], actors: list[Actor], vector: str) -> Reading:
    """One made-up article."""
    text, day = " ".join(texts), f"2024-10-{1 + number % 28:02}"
    head = Article(
        digest("article", number), f"Article {number}", None, None, day, "en", digest(text), text,
        (f"/articles/{number}.txt",), minhash(text),
    )  # fmt: skip
    at, said, claims, who = 0, [], [], []
    for k, words in enumerate(texts):
        speaker = actors[(number * 7 + k * 131) % len(actors)]
        who.append(speaker)
        said.append(
            Assertion(
                digest("assertion", number, k), head.id, speaker.id, words, "", "", at, at + len(words),
                ((at, at + len(words)),), None, None, None, None, None, None, "indirect", "positive", "stated", False,
                "made up", 1.0, "own",
            )
        )  # fmt: skip
        claims.append(claim(digest("claim", number, k), words, day, vector))
        at += len(words) + 1
    statings = tuple(Stating(a.id, c.id, 1.0, "its own words", "made up") for a, c in zip(said, claims, strict=True))
    return Reading(head, tuple({a.id: a for a in who}.values()), (), tuple(said), (), tuple(claims), statings)


def claim(name: str, text: str, day: str, vector: str) -> Claim:
    """A made-up claim with what is read off its words."""
    read = statement(text, "asserted", day)
    about = topic(read)
    figure = main_figures(read)[0]
    return Claim(
        name, text, day, read.status, figure.min, figure.max, figure.bound, figure.unit, figure.kind, read.when,
        read.place, tuple(sorted(about)), keys(about), vector,
    )  # fmt: skip


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000, help=f"how many, of {SAID} assertions each")
    parser.add_argument("--parts", type=int, default=4)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "store") as store:
        made, first = articles(args.articles), 0.0
        size = args.articles // args.parts
        print(f"{'assertions':>12}{'s/1000':>9}{'to first':>10}{'trace ms':>10}{'rivals ms':>11}{'look-up ms':>12}")
        for part in range(1, args.parts + 1):
            took = seconds(lambda: [put(store, next(made), match) for _ in range(size)]) / (size * SAID / 1000)
            first = first or took
            told = store.read("MATCH (c:Claim) WHERE NOT (c)-[:SAME_AS]->() RETURN c.id AS id LIMIT 30").dicts()
            ids = [row["id"] for row in told]
            traced = median(seconds(lambda name=name: trace(store, Question(name, "claim"))) for name in ids)  # type: ignore[misc]
            rival = median(seconds(lambda name=name: conflicts(store, [name])) for name in ids)  # type: ignore[misc]
            looked = median(
                seconds(lambda name=name: store.read("MATCH (c:Claim {id: $id}) RETURN c.text", {"id": name}))  # type: ignore[misc]
                for name in ids
            )
            print(
                f"{part * size * SAID:>12,}{took:>9.2f}{took / first:>10.2f}{1000 * traced:>10.1f}{1000 * rival:>11.1f}"
                f"{1000 * looked:>12.1f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
