"""Several people read while others change the graph, on both engines: no error, and never half of a change."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import httpx2
import pytest

from graph.write import put, retract
from loaders.draft import Handed, drafts
from loaders.read import Options
from tests.serve.conftest import client_of, desk_of, served
from whence.serve import asked

KEPT = "Mark Rutte said on Monday that the alliance would meet in May. Rutte said that it was calm."
COMES = "Mark Rutte, citing Ukrainian intelligence, said on Tuesday that the first units had come to the region. {}."
ROUNDS, PAUSE, LONG_PAUSE = 8, 0.1, 2.0


def reading(desk, text):
    (draft,) = drafts(desk.store, Handed("a.txt", None, text.encode), desk.register, Options())
    return draft.whole


def whole(network):
    """Whether each assertion of a network has its article, its claim and its actor, and each claim an assertion."""
    edges = {(e["source"], e["type"]) for e in network["edges"]} | {(e["target"], e["type"]) for e in network["edges"]}
    wanted = {"Assertion": ("APPEARS_IN", "STATES", "ASSERTED"), "Claim": ("STATES",), "Article": ("APPEARS_IN",)}
    return all((n["id"], kind) in edges for n in network["nodes"] for kind in wanted.get(n["label"], ()))


def test_readers_never_see_half_of_a_change(store, register):
    desk = desk_of(store, register)
    put(store, reading(desk, KEPT))
    outside = reading(desk, COMES.format("outside"))
    done = threading.Event()
    seen: set[int] = set()

    def read(base):
        with httpx2.Client(base_url=base, timeout=60) as client:
            while not done.is_set():
                answer = client.get("/api/network", params={"actor": "rutte", "depth": "8"})
                assert answer.status_code == 200, answer.text
                assert whole(answer.json()), answer.text
                seen.add(len(answer.json()["nodes"]))
                for path in ("/", "/actor/rutte", "/api/actors/rutte", "/judgements"):
                    answer = client.get(path)
                    assert answer.status_code == 200, (path, answer.text)

    def write(base, number):
        with httpx2.Client(base_url=base, timeout=60, headers={"authorization": f"Bearer {desk.token}"}) as client:
            for _ in range(ROUNDS):
                saved = client.post("/api/articles", json={"text": COMES.format(f"It is number {number}")})
                assert saved.status_code == 200, saved.text
                time.sleep(PAUSE)
                gone = client.delete(f"/api/articles/{saved.json()['outcomes'][0]['article']}")
                assert gone.status_code == 200, gone.text
                time.sleep(PAUSE)

    def from_outside():
        for _ in range(2):
            put(store, outside)
            time.sleep(LONG_PAUSE)
            retract(store, outside.article.id)
            time.sleep(LONG_PAUSE)

    with served(desk) as address, ThreadPoolExecutor(6) as crowd:
        base = f"http://{urlsplit(address).netloc}"
        reading_all = [crowd.submit(read, base) for _ in range(3)]
        changing = [crowd.submit(write, base, n) for n in range(2)] + [crowd.submit(from_outside)]
        try:
            for one in changing:
                one.result(120)
        finally:
            done.set()
        for one in reading_all:
            one.result(120)
    assert len(seen) > 1


def test_a_change_waits_for_the_one_before_and_then_gives_up_in_one_line(desk, monkeypatch):
    monkeypatch.setattr(asked, "PATIENCE", 0.2)
    entered, leave = threading.Event(), threading.Event()

    def slow(*_, **__):
        entered.set()
        leave.wait(20)
        raise asked.QuestionError("done")

    monkeypatch.setattr("whence.serve.api.retract", slow)
    monkeypatch.setattr("whence.serve.api.article_id", lambda _, text: text)
    with client_of(desk, authorization=f"Bearer {desk.token}") as client, ThreadPoolExecutor(1) as other:
        first = other.submit(client.delete, "/api/articles/a")
        assert entered.wait(10)
        second = client.delete("/api/articles/b")
        assert (second.status_code, second.headers["retry-after"]) == (503, "5")
        assert second.json()["error"].startswith("another change")
        assert client.get("/api/claims").status_code == 200
        leave.set()
        assert first.result(10).status_code == 400
        monkeypatch.undo()
        assert client.delete("/api/articles/c").status_code == 400


@pytest.mark.parametrize("held", [5])
def test_long_questions_keep_no_reader_waiting(desk, held, monkeypatch):
    leave = threading.Event()
    monkeypatch.setattr("whence.serve.console.run", lambda *_: leave.wait(20) and None)
    with client_of(desk) as client, ThreadPoolExecutor(held) as others:
        for _ in range(held):
            others.submit(client.post, "/api/cypher", json={"query": "RETURN 1"})
        time.sleep(0.3)
        assert client.get("/api/claims").status_code == 200
        leave.set()
