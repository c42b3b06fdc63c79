"""More than one process on an embedded store, and processes that are killed."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from graph.fetch import reading as fetch
from graph.store import open_store
from graph.write import put
from tests.graph.worlds import many

ROOT = Path(__file__).parents[2]
KILLS = 20


def child(folder, what, count=0):
    return subprocess.Popen(
        [sys.executable, "-m", "tests.graph.child", str(folder), what, str(count)],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def asked(process):
    process.stdin.write("articles\n")
    process.stdin.flush()
    return process.stdout.readline().split()[0]


def ended(process):
    process.stdin.close()
    process.wait(30)
    process.stdout.close()


def test_a_second_process_joins_and_both_write(tmp_path):
    first, second, *_ = many(4)
    with child(tmp_path / "s", "serve") as server:
        assert server.stdout.readline() == "open\n"
        with open_store(str(tmp_path / "s")) as store:
            assert not store.connection.engine.serves
            put(store, first)
            assert asked(server) == "1"
            ended(server)
            put(store, second)
            assert store.connection.engine.serves
            assert store.read("MATCH (a:Article) RETURN count(a)").rows == [(2,)]


def test_a_joined_process_takes_over_from_a_killed_one(tmp_path):
    first, second, *_ = many(4)
    with child(tmp_path / "s", "serve") as server:
        assert server.stdout.readline() == "open\n"
        with open_store(str(tmp_path / "s")) as store:
            put(store, first)
            server.send_signal(signal.SIGKILL)
            ended(server)
            put(store, second)
            assert store.read("MATCH (a:Article) RETURN count(a)").rows == [(2,)]


def test_a_store_opened_twice_in_one_process(tmp_path):
    one, other, *_ = many(4)
    with open_store(str(tmp_path / "s")) as second, open_store(str(tmp_path / "s")) as store:
        put(store, one)
        second.close()
        put(store, other)
        assert store.read("MATCH (a:Article) RETURN count(a)").rows == [(2,)]


def test_kill_9_loses_no_finished_article_and_leaves_no_half_one(tmp_path):
    dice, finished = random.Random(11), set()
    expected = {one.article.id: one for one in many(400)}
    for _ in range(KILLS):
        with child(tmp_path / "s", "load", 400) as loader:
            assert loader.stdout.readline() == "open\n"
            for _ in range(len(finished) + dice.randrange(6)):
                finished.add(loader.stdout.readline().strip())
            time.sleep(dice.random() * 0.05)
            loader.kill()
            finished |= {line.strip() for line in loader.stdout if len(line) == 21}
    with open_store(str(tmp_path / "s")) as store:
        there = {row[0] for row in store.read("MATCH (a:Article) RETURN a.id").rows}
        assert finished - {""} <= there
        for name in there:
            back, put_in = fetch(store, name), expected[name]
            assert back.article == put_in.article
            for part in ("assertions", "sourcings", "claims", "statings", "actors"):
                assert set(getattr(back, part)) == set(getattr(put_in, part))
        loose = "MATCH (s:Assertion) WHERE NOT EXISTS { MATCH (s)-[:APPEARS_IN]->(:Article) } RETURN count(s)"
        assert store.read(loose).rows == [(0,)]
