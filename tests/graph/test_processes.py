"""More than one process on an embedded store, and processes that are killed."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph import schema
from graph.errors import StoreBusy
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
        told = store.read("MATCH (c:Claim) WHERE c.words IS NOT NULL RETURN c.id AS id, c.words AS words").rows
        found = store.read("CALL db.index.fulltext.queryNodes('Claim[words]', 'a*') YIELD node RETURN node.id").rows
        assert {row[0] for row in found} == {name for name, words in told if " a" in f" {words}"} != set()


def test_processes_that_open_a_new_store_at_once_share_it(tmp_path):
    with child(tmp_path / "s", "serve") as one, child(tmp_path / "s", "serve") as other:
        assert one.stdout.readline() == other.stdout.readline() == "open\n"
        assert asked(one) == asked(other) == "0"
        ended(one)
        ended(other)


def test_a_graph_that_an_older_whence_serves_is_refused_in_one_line(tmp_path, monkeypatch):
    monkeypatch.setattr(schema, "PATIENCE", 0.2)
    with child(tmp_path / "s", "serve") as server:
        assert server.stdout.readline() == "open\n"
        with open_store(str(tmp_path / "s")) as store:
            store.write("MATCH (s:WhenceSchema) SET s.version = s.version - 1")
            with pytest.raises(StoreBusy, match=r"^a whence of an older version"):
                open_store(str(tmp_path / "s"))
        ended(server)
    with open_store(str(tmp_path / "s")) as store:
        assert store.read("MATCH (s:WhenceSchema) RETURN s.version").rows == [(schema.VERSION,)]
