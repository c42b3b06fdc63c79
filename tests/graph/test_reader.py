"""Readers cannot write; queries are bounded; errors are one clear line."""

import time

import pytest

from graph.errors import QuestionError, SchemaMismatch, StoreUnreachable, WriteRefused
from graph.settings import Remote, chosen
from graph.snapshot import snapshot
from graph.store import Store, open_store
from graph.write import put
from tests.graph.worlds import reading

WRITES = (
    "CREATE (:Actor {id: 'x'})",
    "MERGE (a:Actor {id: 'x'}) RETURN a",
    "MATCH (a:Actor) SET a.name = 'x'",
    "MATCH (a:Actor) SET a:Other",
    "MATCH (a:Actor) REMOVE a.name",
    "MATCH (a:Actor) DETACH DELETE a",
    "MATCH (:Actor)-[r:ASSERTED]->() DELETE r",
    "FOREACH (n IN [1] | CREATE (:Actor {id: 'y'}))",
    "CREATE INDEX foo FOR (n:Actor) ON (n.kind)",
    "CREATE CONSTRAINT foo FOR (n:Foo) REQUIRE n.id IS UNIQUE",
    "DROP CONSTRAINT actor_id",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
)


@pytest.mark.parametrize("query", WRITES)
def test_a_reader_changes_nothing(store, query):
    put(store, reading(ties=[(0, 1)]))
    before = snapshot(store)
    with pytest.raises(QuestionError) as refused:
        store.read(query)
    assert "\n" not in str(refused.value)
    assert snapshot(store) == before
    with pytest.raises(QuestionError):
        store.write("CREATE (:Actor {id: 'p0'})")


def test_a_refusal_says_so(store):
    with pytest.raises(WriteRefused, match="would change the graph"):
        store.read("CREATE (:Actor {id: 'x'})")


def test_procedures_on_neo4j_are_from_a_list(neo4j_store):
    assert neo4j_store.read("CALL db.labels() YIELD label RETURN count(label) >= 0 AS ok").rows == [(True,)]
    with pytest.raises(WriteRefused, match="reader"):
        neo4j_store.read("CALL dbms.listConfig() YIELD name RETURN name")


def test_rows_are_limited_and_that_is_said(store):
    answer = store.read("UNWIND range(1, 50) AS x RETURN x", limit=3)
    assert (answer.columns, answer.rows, answer.truncated) == (("x",), [(1,), (2,), (3,)], True)
    assert not store.read("UNWIND range(1, 3) AS x RETURN x", limit=3).truncated


def test_a_long_query_is_given_up(store):
    slow = "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y WITH x, y WHERE x % 7 * y < 0 RETURN count(*)"
    began = time.monotonic()
    with pytest.raises(QuestionError, match="given up"):
        store.read(slow, timeout=0.5)
    assert time.monotonic() - began < 15
    assert store.read("RETURN 1 AS one").rows == [(1,)]


@pytest.mark.parametrize("query", ["MATCH (n RETURN n", "RETURN $missing", "RETURN nothing", ""])
def test_a_wrong_query_is_one_line(store, query):
    with pytest.raises(QuestionError) as wrong:
        store.read(query)
    assert "\n" not in str(wrong.value)


def test_write_writes_and_answers(store):
    assert store.write("CREATE (c:Claim {id: 'c', text: $t}) RETURN c.text AS text", {"t": "it`s"}).rows == [("it`s",)]


def test_the_setting_goes_before_the_environment(monkeypatch, tmp_path):
    monkeypatch.delenv("WHENCE_STORE", raising=False)
    monkeypatch.setenv("NEO4J_URI", "neo4j://db:7687")
    monkeypatch.setenv("NEO4J_PASSWORD", "secret")
    monkeypatch.setenv("NEO4J_DATABASE", "news")
    monkeypatch.delenv("NEO4J_USERNAME", raising=False)
    assert chosen() == Remote("neo4j://db:7687", "neo4j", "secret", "news")
    monkeypatch.setenv("WHENCE_STORE", "folder")
    assert str(chosen()) == "folder"
    assert str(chosen(str(tmp_path))) == str(tmp_path)


def test_nobody_there_is_said_quickly():
    began = time.monotonic()
    with pytest.raises(StoreUnreachable, match="does not answer"):
        open_store("bolt://127.0.0.1:9")
    assert time.monotonic() - began < 20


def test_a_wrong_password_is_said(neo4j_address, neo4j_store):
    with pytest.raises(StoreUnreachable, match="NEO4J_PASSWORD"):
        Store(Remote(neo4j_address.uri, neo4j_address.user, "wrong", None))


def test_a_folder_that_is_no_store_is_not_touched(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(StoreUnreachable, match="not a whence store"):
        open_store(str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_another_schema_version_is_refused(tmp_path):
    with open_store(str(tmp_path / "s")) as store:
        store.write("MATCH (s:WhenceSchema) SET s.version = 99")
    with pytest.raises(SchemaMismatch, match="99"):
        open_store(str(tmp_path / "s"))


def test_the_folder_is_the_users_own(tmp_path):
    with open_store(str(tmp_path / "s")):
        assert (tmp_path / "s").stat().st_mode & 0o077 == 0
        assert (tmp_path / "s" / "passwords.json").stat().st_mode & 0o077 == 0
        assert (tmp_path / "s" / "address.json").stat().st_mode & 0o077 == 0
