"""Who may ask what: Host, Origin, token, sizes, and the headers that every answer goes out with."""

import http.client
import json
import socket
import urllib.parse

import pytest

from graph.errors import QuestionError
from tests.serve.conftest import client_of, served
from whence.serve.guard import POLICY
from whence.serve.run import listen

WRITES = [
    ("POST", "/api/read"),
    ("POST", "/api/articles"),
    ("POST", "/api/articles/x"),
    ("DELETE", "/api/articles/x"),
    ("POST", "/api/judgements"),
    ("DELETE", "/api/judgements/x"),
]
ASK = {"query": "RETURN 1 AS one"}


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example:8000", "", "127.0.0.1@evil.example", "[::2]:80"]
)
def test_a_host_that_is_not_ours_gets_nothing(reader, host):
    answer = reader.get("/api/claims", headers={"host": host})
    assert answer.status_code == 421
    assert answer.json()["error"].count("\n") == 0


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:9000", "[::1]:8000", "LOCALHOST"])
def test_this_machine_is_known_by_all_its_names(reader, host):
    assert reader.get("/api/claims", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(("method", "path"), WRITES)
def test_nothing_is_changed_without_the_token(reader, method, path):
    for headers in (
        {},
        {"authorization": "Bearer guess"},
        {"authorization": "Basic eDp5"},
        {"cookie": "whence-8000=guess"},
    ):
        answer = reader.request(method, path, headers=headers)
        assert answer.status_code == 403
        assert "error" in answer.json()


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "https://127.0.0.1:8000"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
    ],
)
def test_another_site_may_not_ask_even_with_the_token(desk, headers):
    with client_of(desk, authorization=f"Bearer {desk.token}") as client:
        assert client.post("/api/cypher", json=ASK, headers=headers).status_code == 403
        assert client.post("/api/cypher", json=ASK, headers={"origin": "http://127.0.0.1:8000"}).status_code == 200


def test_another_site_may_lead_a_person_to_a_page_and_take_nothing_in(reader):
    visit = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    assert reader.get("/", headers=visit).status_code == 200
    assert reader.get("/api/claims", headers=visit).status_code == 403
    assert reader.get("/console/network?query=RETURN%201", headers=visit).status_code == 403
    assert reader.get("/", headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}).status_code == 403


def test_the_start_up_link_makes_a_cookie_that_no_script_reads_and_no_site_sends(desk):
    with client_of(desk) as client:
        assert client.get("/?token=wrong").status_code == 403
        answer = client.get(f"/?token={desk.token}", follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, "/")
        made = answer.headers["set-cookie"].lower()
        assert "httponly" in made
        assert "samesite=strict" in made
        body = {"one": "nobody", "other": "no one", "finding": "positive"}
        assert client.post("/api/judgements", json=body).status_code == 403  # a cookie alone, from nowhere
        same = client.post("/api/judgements", json=body, headers={"origin": "http://127.0.0.1:8000"})
        assert (same.status_code, "no actor fits" in same.json()["error"]) == (400, True)
        assert desk.token not in client.get("/").text


@pytest.mark.parametrize("path", ["/", "/api/claims", "/static/app.css", "/nothing", "/api/nothing", "/claim/zz"])
def test_every_answer_has_the_headers(reader, path):
    headers = reader.get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert "default-src 'none'" in POLICY
    assert "frame-ancestors 'none'" in POLICY
    assert "unsafe" not in POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in headers


def test_the_explorer_s_own_policy_goes_out_as_a_header(loaded):
    with client_of(loaded) as client:
        answer = client.get("/actor/rutte")
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "'sha256-" in policy
        assert "frame-ancestors 'none'" in policy
        assert 'http-equiv="Content-Security-Policy"' not in answer.text
        assert "unsafe-inline" not in policy.partition("script-src")[2].partition(";")[0]


def test_what_is_too_large_is_refused_in_one_line(writer):
    answer = writer.post("/api/cypher", content=b"{" + b" " * 1_000_001)
    assert (answer.status_code, answer.json()) == (413, {"error": "more than 1 MB"})
    answer = writer.post("/api/read", json={"text": "x" * 28_000_000})
    assert (answer.status_code, answer.json()) == (413, {"error": "more than 28 MB"})


@pytest.mark.parametrize(
    "content",
    [b"{", b"[]", b"\xff", b'{"query": "\\ud800"}', b"[" * 100_000, b'{"query": 3}', b"{}", b'{"query": " "}'],
)
def test_a_body_that_is_no_request_is_one_line(reader, content):
    answer = reader.post("/api/cypher", content=content)
    assert answer.status_code == 400
    assert answer.json()["error"]


def test_what_nobody_foresaw_gives_nothing_away(desk, monkeypatch, capsys):
    def broken(*_):
        raise RuntimeError("the secret is 1234")

    monkeypatch.setattr("queries.claims", broken)
    with client_of(desk) as client:
        answer = client.get("/api/claims")
    assert (answer.status_code, "1234" in answer.text) == (500, False)
    assert "1234" in capsys.readouterr().err


def test_it_listens_on_this_machine_only():
    for host in ("0.0.0.0", "::", "example.org", "192.168.1.1"):
        with pytest.raises(QuestionError, match="this machine only"):
            listen(host, 0)
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(QuestionError, match="cannot be had"):
        listen("127.0.0.1", taken.getsockname()[1])


def test_over_a_real_socket(loaded):
    with served(loaded) as address:
        place = urllib.parse.urlsplit(address)
        wire = http.client.HTTPConnection(place.netloc, timeout=30)
        wire.request("GET", "/api/claims")
        answer = wire.getresponse()
        assert (answer.status, answer.getheader("server")) == (200, None)
        assert json.loads(answer.read())["rows"]
        wire.request("GET", "/api/claims", headers={"Host": "evil.example"})
        assert wire.getresponse().status == 421
        wire.close()
