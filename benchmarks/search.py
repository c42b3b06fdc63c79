"""Search and tracing as a store grows: `python -m benchmarks.search --assertions 100000 1000000`.

Each assertion is made up of 6 to 14 words, drawn as those of a language are that are no function words (Zipf and
Mandelbrot: the commonest is in every seventh text), and states a claim of its own; a claim's vector is that of its
words together, rare ones counting more. They go into an embedded store in batches, with the properties and the indexes
that `graph.write.put` gives them. Printed for each kind of question: its time (the middle of 20), beside the scan that
it saves (every claim's text looked through for the words) and the look-up of one node by its id; and how many of the
ten claims truly nearest in meaning are found. Last, of 20 claims that PASSED_ON more assertions state, each resting on
one before it, the time of a trace with its verdict, and of the rivals' query.
"""

import argparse
import sys
import tempfile
import time
from base64 import b64decode
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from benchmarks.loading import names
from graph.ids import digest
from graph.lookup import Label
from graph.store import Store
from graph.words import kept
from loaders.match import meaning
from queries.found import by_meaning, weighty
from queries.rivals import conflicts
from queries.search import Meant, search
from queries.trace import Question, trace

BATCH = 2000
ACTORS = 5000
SAID = 20
"""Assertions of an article."""
ASKED = 20
PASSED_ON = 30
PUT: dict[Label, str] = {
    "Actor": "UNWIND $rows AS r CREATE (n:Actor) SET n = r",
    "Article": "UNWIND $rows AS r CREATE (n:Article) SET n = r",
    "Assertion": """UNWIND $rows AS r MATCH (a:Article {id: r.article}) MATCH (w:Actor {id: r.actor})
        CREATE (c:Claim) SET c = r.claim CREATE (s:Assertion) SET s = r.said
        CREATE (s)-[:STATES {score: 1.0, why: 'its own words', by: 'made up'}]->(c)
        CREATE (s)-[:APPEARS_IN]->(a) CREATE (w)-[:ASSERTED]->(s)""",
}
SAID_ALIKE: dict[str, Any] = {
    "prefix": "", "suffix": "", "start": 0, "end": 1, "spans": [0, 1], "mode": "indirect", "polarity": "positive",
    "certainty": "stated", "reported": False, "by": "made up", "score": 1.0,
}  # fmt: skip
RELAYED = """UNWIND $rows AS r MATCH (c:Claim {id: r.claim}) MATCH (a:Article {id: r.article})
    MATCH (w:Actor {id: r.actor}) MATCH (u:Assertion {id: r.rests_on})
    CREATE (s:Assertion) SET s = r.said CREATE (s)-[:STATES {score: 1.0, why: 'its own words', by: 'made up'}]->(c)
    CREATE (s)-[:APPEARS_IN]->(a) CREATE (w)-[:ASSERTED]->(s)
    CREATE (s)-[:SOURCED_FROM {exact: 'citing', start: 0, end: 6}]->(u)"""
SCAN = "MATCH (c:Claim) WHERE all(word IN $words WHERE toLower(c.text) CONTAINS word) RETURN count(c)"
LOOK_UP = "MATCH (c:Claim {id: $id}) RETURN c.text"


class Language:
    """Made-up words, the commonest first, each with the vector of a real one."""

    def __init__(self) -> None:
        self.vectors = meaning._words()
        made = list(dict.fromkeys(name.lower() for name in names(3 * len(self.vectors), "language")))
        self.words = np.array(made[: len(self.vectors)])
        chances = 1 / np.arange(9, len(self.words) + 9)
        self._chances = chances / chances.sum()
        self._weights = (1e-3 / (1e-3 + self._chances)).astype(np.float32)
        self._random = np.random.default_rng(5)

    def texts(self, count: int) -> tuple[list[str], np.ndarray[Any, Any]]:
        """Texts and their vectors (count, 384) of unit length."""
        lengths = self._random.integers(6, 15, count)
        drawn = [self._random.choice(len(self.words), length, p=self._chances) for length in lengths]
        return [" ".join(self.words[row]) for row in drawn], np.stack([self.vector(row) for row in drawn])

    def vector(self, numbers: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        """The vector (384) of a text of these words; a common word counts little (Arora, Liang and Ma 2017)."""
        total = (self.vectors[numbers] * self._weights[numbers, None]).sum(axis=0)
        return total / (np.linalg.norm(total) + 1e-9)


def rows(language: Language, start: int, count: int) -> Iterator[dict[str, Any]]:
    """Rows of PUT's assertions."""
    texts, vectors = language.texts(count)
    told = zip(texts, meaning.packed(vectors), meaning.filed(vectors), strict=True)
    for number, (text, vector, filed) in enumerate(told, start):
        found = kept([text])
        yield {
            "article": f"article-{number // SAID}",
            "actor": f"actor-{number * 7919 % ACTORS}",
            "claim": {"id": digest("claim", number), "text": text, "vector": vector, "meaning": filed, **found},
            "said": {
                **SAID_ALIKE, "id": digest("assertion", number), "exact": text, "end": len(text),
                "spans": [0, len(text)], **found,
            },
        }  # fmt: skip


def people(store: Store) -> None:
    """Put ACTORS actors into an empty store."""
    made = [(f"actor-{n}", name) for n, name in enumerate(names(ACTORS, "actors"))]
    store.write(PUT["Actor"], {"rows": [{"id": i, "name": n, "kind": "person", **kept([n])} for i, n in made]})


def fill(store: Store, language: Language, start: int, end: int) -> Iterator[tuple[str, np.ndarray[Any, Any]]]:
    """Put the assertions of these numbers into a store; each one's claim: its id and its vector (384), int8."""
    for first in range(start, end, BATCH):
        batch = list(rows(language, first, min(BATCH, end - first)))
        fresh = sorted({row["article"] for row in batch})
        titles = [{"id": name, "title": f"Title {name}", **kept([name])} for name in fresh]
        store.write(PUT["Article"], {"rows": titles})
        store.write(PUT["Assertion"], {"rows": batch})
        for row in batch:
            yield row["claim"]["id"], np.frombuffer(b64decode(row["claim"]["vector"]), dtype=np.int8)


def pass_on(store: Store, ids: list[str], count: int) -> list[str]:
    """Have ASKED of the claims stated by PASSED_ON more, each resting on one of the five before it; their ids."""
    drawn = np.random.default_rng(3)
    chosen = [int(n) for n in drawn.choice(count, ASKED, replace=False)]
    for number in chosen:
        told = [digest("assertion", number)]
        for turn in range(PASSED_ON):
            name = digest("passed on", count, number, turn)
            said = {**SAID_ALIKE, "id": name, "exact": ids[number]}
            row = {
                "claim": ids[number], "article": f"article-{int(drawn.integers(count // SAID))}", "said": said,
                "actor": f"actor-{int(drawn.integers(ACTORS))}", "rests_on": str(drawn.choice(told[-5:])),
            }  # fmt: skip
            store.write(RELAYED, {"rows": [row]})
            told.append(name)
    return [ids[number] for number in chosen]


def took(work: Callable[[], object], times: int = 1) -> float:
    """Milliseconds, the middle of so many."""
    spans = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        spans.append(1000 * (time.perf_counter() - began))
    return median(spans)


def questions(language: Language) -> dict[str, list[str]]:
    """Texts to ask for, by what they are like."""
    common, middling, rare = language.words[:20], language.words[200:400], language.words[8000:]
    pick = np.random.default_rng(9).choice
    return {
        "a rare word": [str(pick(rare)) for _ in range(ASKED)],
        "two middling words": [" ".join(pick(middling, 2, replace=False)) for _ in range(ASKED)],
        "a common and a rare word": [f"{pick(common)} {pick(rare)}" for _ in range(ASKED)],
        "the two commonest words": [" ".join(common[:2])] * 3,
        "a whole claim": language.texts(ASKED)[0],
        "a word that nobody has": ["xyzzy"] * 3,
    }


def meant(language: Language, text: str) -> Meant:
    known = {word: number for number, word in enumerate(language.words.tolist())}
    vectors = language.vector(np.array([known.get(word, 0) for word in text.split()]))[None, :]
    return Meant(meaning.packed(vectors)[0], tuple(meaning._nearest(vectors, meaning.ASKED)[0]))


def recall(store: Store, language: Language, ids: list[str], vectors: np.ndarray[Any, Any]) -> float:
    """The share of the ten claims nearest to each of a few questions that are among the ten found."""
    found = 0
    lengths = (
        np.linalg.norm(vectors.astype(np.float32), axis=1) if len(vectors) <= 200_000 else np.full(len(ids), 127.0)
    )
    for text in language.texts(ASKED)[0]:
        asked = meant(language, text)
        own = np.frombuffer(b64decode(asked.vector), dtype=np.int8).astype(np.float32)
        near = np.concatenate([vectors[n : n + 50_000] @ own for n in range(0, len(ids), 50_000)]) / lengths
        best = {ids[n] for n in np.argpartition(-near, 10)[:10]}
        found += len(best & {one.id for one in by_meaning(store, asked.vector, asked.nearest)[:10]})
    return found / (10 * ASKED)


def measure(store: Store, language: Language, ids: list[str]) -> None:
    """Print the time of each kind of question to a store that holds these claims."""
    looked = took(lambda: store.read(LOOK_UP, {"id": ids[7]}), 50)
    print(f"look-up of a node by its id: {looked:.2f} ms")
    print(f"{'question':<28}{'words ms':>10}{'+ meaning':>11}{'scan ms':>10}{'to scan':>9}{'to look-up':>12}")
    for kind, texts in questions(language).items():
        alone = median(took(lambda t=text: search(store, t)) for text in texts)  # type: ignore[misc]
        both = median(took(lambda t=text: search(store, t, meant(language, t))) for text in texts)  # type: ignore[misc]
        words = [weighty(text) for text in texts[:3]]
        scan = median(took(lambda w=one: store.read(SCAN, {"words": w})) for one in words)  # type: ignore[misc]
        print(f"{kind:<28}{alone:>10.1f}{both:>11.1f}{scan:>10.0f}{alone / scan:>9.3f}{alone / looked:>12.1f}")
    passed = pass_on(store, ids, len(ids))
    traces = [took(lambda n=name: trace(store, Question(n, "claim")), 3) for name in passed]  # type: ignore[misc]
    rivals = [took(lambda n=name: conflicts(store, [n]), 3) for name in passed]  # type: ignore[misc]
    for kind, times in (("trace and verdict", traces), ("rivals of a claim", rivals)):
        print(f"{kind:<28}{median(times):>10.1f}  worst {max(times):.1f}, to look-up {median(times) / looked:.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--assertions", type=int, nargs="+", default=[100_000], help="sizes to ask at, one after another"
    )
    args = parser.parse_args()
    language = Language()
    ids: list[str] = []
    vectors: list[np.ndarray[Any, Any]] = []
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "store") as store:
        people(store)
        for size in args.assertions:
            began, before = time.perf_counter(), len(ids)
            for name, vector in fill(store, language, before, size):
                ids.append(name)
                vectors.append(vector)
            spent = time.perf_counter() - began
            print(f"\n{size:,} assertions and claims, {1000 * spent / (size - before):.2f} s for each further thousand")
            measure(store, language, ids)
            sys.stdout.flush()
        print(f"recall at 10 by meaning, of {ASKED} questions: {recall(store, language, ids, np.stack(vectors)):.2f}")


if __name__ == "__main__":
    main()
