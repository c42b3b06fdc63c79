"""The JSON interface: the same things as the command line, on both engines where the store is asked."""

import json

import pytest
from markupsafe import escape

import queries
from graph.write import put
from queries.picture import page
from queries.rivals import figures
from tests.queries.world import HOSTILE, KURSK, readings
from tests.serve.conftest import client_of, desk_of


@pytest.fixture
def world(store, register):
    for reading in readings():
        put(store, reading)
    desk = desk_of(store, register)
    with client_of(desk, authorization=f"Bearer {desk.token}") as client:
        yield client


def test_lists_and_traces_are_those_of_the_command_line(world, store):
    rows = world.get("/api/claims").json()["rows"]
    assert rows[0]["claim"] == KURSK
    assert world.get("/api/claims", params={"q": "ring"}).json()["rows"][0]["claim"] == "the ring is closed"
    traced = world.get(f"/api/claims/{rows[0]['id']}").json()
    assert traced == json.loads(
        json.dumps(queries.to_json(queries.trace(store, queries.Question(rows[0]["id"], "claim"))))
    )
    assert len(world.get("/api/actors").json()["rows"]) == len(queries.actors(store).rows)
    assert len(world.get("/api/articles").json()["rows"]) == 3
    assert world.get("/api/actors/rutte").json()["claims"]


def test_the_list_of_claims_tells_each_one_s_origins(world, store):
    shown = world.get("/").text
    for one in queries.trace(store, queries.Question("kursk")).claims:
        assert escape(one.verdict.words) in shown


def test_figures_are_listed_by_what_they_count(loaded, reader):
    shown = reader.get("/figures").text
    rows = figures(loaded.store).dicts()
    assert len({row["of"] for row in rows}) == shown.count("<h2>") > 0
    assert all(escape(row["figure"]) in shown for row in rows)
    assert "tells a figure" in reader.get("/figures?q=zzzz").text
    assert "no words in it" in reader.get("/figures?q=%3F").text


@pytest.mark.parametrize(
    "path", ["/api/claims/zz", "/api/actors/nobody", "/api/articles/zz", "/claim/zz", "/actor/%00", "/node/zz"]
)
def test_what_is_not_there_is_404_in_one_line(world, path):
    answer = world.get(path)
    assert answer.status_code == 404
    assert "Traceback" not in answer.text


def test_a_neighbourhood_is_loaded_around_one_thing(world):
    near = world.get("/api/network", params={"actor": "rutte", "depth": "1"}).json()
    far = world.get("/api/network", params={"actor": "rutte", "depth": "6"}).json()
    assert 1 < len(near["nodes"]) < len(far["nodes"])
    for wrong in (
        {},
        {"actor": "rutte", "depth": "0"},
        {"actor": "rutte", "depth": "99"},
        {"actor": "rutte", "depth": "²"},
    ):
        assert world.get("/api/network", params=wrong).status_code == 404


def test_the_console_reads_and_only_reads(world, store):
    asked = {"query": "MATCH (a:Actor {id: $id}) RETURN a.name AS name, a", "parameters": {"id": "rutte"}}
    answer = world.post("/api/cypher", json=asked).json()
    assert answer["rows"][0][0] == "Mark Rutte"
    assert (answer["graph"], answer["hit"]) == (True, None)
    for query in (
        "CREATE (:Claim {id: 'x'})",
        "MATCH (n) DETACH DELETE n",
        "LOAD CSV FROM 'file:///etc/passwd' AS r RETURN r",
    ):
        assert world.post("/api/cypher", json={"query": query}).status_code in (400, 403)
    assert store.read("MATCH (c:Claim {id: 'x'}) RETURN c").rows == []
    assert world.post("/api/cypher", json={"query": "MATCH (n"}).status_code == 400


def test_the_console_s_limits_are_kept_and_told(world, store, monkeypatch):
    many = world.post("/api/cypher", json={"query": "UNWIND range(1, 5000) AS n RETURN n"}).json()
    assert (len(many["rows"]), many["hit"], many["limits"]["rows"]) == (1000, "rows", 1000)
    monkeypatch.setattr("whence.serve.console.BYTES", 2000)
    large = world.post("/api/cypher", json={"query": "UNWIND range(1, 500) AS n RETURN 'abcdefghij'"}).json()
    assert (0 < len(large["rows"]) < 500, large["hit"]) == (True, "size")
    monkeypatch.setattr("whence.serve.console.SECONDS", 0.3)
    # Neo4j looks every two seconds for what takes too long; the embedded engine goes on beside us until it is done
    many = 3000 if store.kind == "embedded" else 30_000
    slow = f"UNWIND range(1, {many}) AS a UNWIND range(1, {many}) AS b WITH a * b AS c RETURN sum(c)"
    answer = world.post("/api/cypher", json={"query": slow})
    assert answer.status_code == 400
    assert "given up" in answer.json()["error"]


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (a:Actor {id: 'rutte'})-[r:ASSERTED]->(s) RETURN r",
        "MATCH p = (:Actor {id: 'rutte'})-[:ASSERTED]->() RETURN p",
        "MATCH (a:Actor {id: 'rutte'})-[:ASSERTED]->(s) RETURN collect({who: a, said: s}) AS all",
    ],
)
def test_an_answer_with_nodes_is_seen_as_a_network(world, query):
    assert world.post("/api/cypher", json={"query": query}).json()["graph"] is True
    answer = world.get("/console/network", params={"query": query})
    assert answer.status_code == 200
    assert "Mark Rutte" in answer.text
    none = world.get("/console/network", params={"query": "RETURN 1 AS one"})
    assert (none.status_code, "no node of the graph" in none.text) == (404, True)


def test_saved_questions_are_listed_and_asked(world):
    listed = {one["name"]: one for one in world.get("/api/questions").json()["questions"]}
    assert set(listed) == set(queries.questions())
    answer = world.post("/api/ask", json={"name": "what-actor-said", "parameters": {"actor": "Mark Rutte"}}).json()
    assert answer["rows"]
    assert world.post("/api/ask", json={"name": "what-actor-said"}).status_code == 400
    assert world.post("/api/ask", json={"name": "no-such"}).status_code == 400


def test_judgements_are_made_listed_and_undone(world):
    body = {"one": "singh", "other": "ryder", "finding": "positive", "why": "a test", "who": "bo"}
    made = world.post("/api/judgements", json=body).json()
    assert (made["who"], made["why"], made["undone"]) == ("bo", "a test", None)
    for wrong in ({"finding": "maybe"}, {"about": "article"}, {"one": "nobody"}, {"other": "singh"}, {"one": None}):
        assert world.post("/api/judgements", json=body | wrong).status_code == 400
    assert "Sabrina Singh" not in {row["name"] for row in world.get("/api/actors").json()["rows"]}
    assert "a test" in world.get("/judgements").text
    assert world.delete(f"/api/judgements/{made['id']}").json()["undone_by"] == "ann"
    assert "Sabrina Singh" in {row["name"] for row in world.get("/api/actors").json()["rows"]}
    assert world.delete(f"/api/judgements/{made['id']}").status_code == 400
    assert world.get("/api/suggestions").json()["rows"]


def test_an_article_is_retracted(world):
    first = world.get("/api/articles").json()["rows"][0]["id"]
    assert world.delete(f"/api/articles/{first}").json()["article"] == first
    assert world.delete(f"/api/articles/{first}").status_code == 400
    assert len(world.get("/api/articles").json()["rows"]) == 2


def test_hostile_names_are_text_on_every_page(world, store):
    store.write("MATCH (a:Actor {id: 'rutte'}) SET a.name = $name", {"name": "</script><img src=x onerror=hit()>"})
    claim = next(row for row in queries.claims(store).rows if HOSTILE in row[1] or KURSK in row[1])[0]
    for path in (
        "/",
        "/actors",
        "/articles",
        "/judgements",
        "/load",
        "/console",
        "/actor/rutte",
        f"/claim/{claim}",
        "/?q=<b>x</b>",
    ):
        answer = world.get(path)
        assert answer.status_code == 200
        assert "<img src=x" not in answer.text
        assert "<b>x" not in answer.text


def test_an_id_leads_to_its_page_and_a_name_to_its_id(world, store):
    claim = queries.claims(store).rows[0][0]
    assert world.get(f"/node/{claim}", follow_redirects=False).headers["location"] == f"/claim/{claim}"
    assert world.get("/actor/Mark%20Rutte", follow_redirects=False).headers["location"] == "/actor/rutte"
    graph = queries.network(store, actor="rutte", depth=4)
    assert len(world.get("/actor/rutte").text) > len(page(graph, title="Mark Rutte", focus="rutte")) - 1000


def test_claims_are_judged_too(world, store):
    before = world.get("/api/claims").json()["rows"]
    one, other = (row["id"] for row in before[:2])
    body = {"about": "claim", "one": one, "other": other, "finding": "positive", "why": "the same"}
    made = world.post("/api/judgements", json=body).json()
    assert (made["about"], made["left"]["id"], made["right"]["id"]) == ("claim", one, other)
    assert len(world.get("/api/claims").json()["rows"]) == len(before) - 1
    assert world.delete(f"/api/judgements/{made['id']}").json()["undone_by"] == "ann"
    assert world.get("/api/claims").json()["rows"] == before
    assert world.get("/api/suggestions", params={"about": "claim"}).json()["columns"][0] == "claim"


def test_search_finds_everything(desk):
    for reading in readings():
        put(desk.store, reading)
    with client_of(desk) as client:
        rows = client.get("/api/search", params={"q": "Kursk"}).json()["rows"]
        assert any("Kursk" in row["text"] for row in rows)
        assert {
            row["kind"] for row in client.get("/api/search", params={"q": "Rutte", "kind": "actor"}).json()["rows"]
        } == {"actor"}
        assert client.get("/api/search", params={"q": "Rutte", "kind": "moon"}).status_code == 404
        assert client.get("/api/search").status_code == 404
        assert "Kursk" in client.get("/?q=Kursk").text
        assert client.get("/?q=%3F").status_code == 200
        for row in rows:
            assert client.get(f"/node/{row['id']}", follow_redirects=False).status_code == 303
