"""An article read, looked at, corrected and saved; and what a person says of it holds."""

import base64
import json

import pytest

from graph.snapshot import snapshot
from queries import check
from tests.serve.conftest import client_of, desk_of

TEXT = (
    "Ann Poe, the transport minister, said on Monday that the old bridge would stay shut until May.\n\n"
    "Bo Lee, citing the Bridge Bureau, said that the cracks were found in March. "
    "A senior official denied that the cracks were known before.\n"
)


@pytest.fixture
def both(store, register):
    """A writer on each engine in turn."""
    desk = desk_of(store, register)
    with client_of(desk, authorization=f"Bearer {desk.token}") as client:
        yield client


def read(client, text=TEXT, **more):
    answer = client.post("/api/read", json={"text": text, "title": "The bridge", **more})
    assert answer.status_code == 200, answer.text
    return answer.json()["articles"][0]


def strike(draft, one):
    row = one["row"]
    return {"article": draft["article"]["id"], "strike": True} | {k: row[k] for k in ("actor", "words", "cue", "start")}


def the(draft, words):
    (one,) = [a for a in draft["assertions"] if words in a["row"]["words"] and not a["reported"]]
    return one


def test_nothing_is_saved_before_it_is_saved(both, store):
    draft = read(both)
    assert {a["actor"]["name"] for a in draft["assertions"] if a["actor"]} >= {"Ann Poe", "Bo Lee"}
    for one in draft["assertions"]:
        assert "".join(draft["text"][s:e] for s, e in one["content"]) in one["row"]["words"].replace(" … ", "")
    assert the(draft, "in March")["row"]["citing"] == "Bridge Bureau"
    assert store.read("MATCH (n) WHERE NOT n:WhenceSchema RETURN n").rows == []


def test_saved_as_read_it_is_what_load_gives(both):
    draft = read(both)
    outcome = both.post("/api/articles", json={"text": TEXT, "title": "The bridge"}).json()["outcomes"][0]
    assert (outcome["state"], outcome["article"]) == ("added", draft["article"]["id"])
    saved = both.get(f"/api/articles/{draft['article']['id']}").json()
    assert saved["assertions"] == draft["assertions"]
    assert (
        both.post("/api/articles", json={"text": TEXT, "title": "The bridge"}).json()["outcomes"][0]["state"]
        == "unchanged"
    )


def test_corrections_are_a_person_s_and_hold_on_a_new_load(both, store):
    draft = read(both)
    ann, denied = the(draft, "until May"), the(draft, "known before")
    name = draft["article"]["id"]
    rows = [
        strike(draft, ann),
        {
            "article": name,
            "actor": "Bo Lee",
            "words": "the old bridge would stay shut until May",
            "polarity": "negative",
            "start": TEXT.index("the old"),
        },
        strike(draft, denied),
        {"article": name, "actor": None, "words": "the transport minister"},
    ]
    answer = both.post("/api/articles", json={"text": TEXT, "title": "The bridge", "rows": rows, "who": "cy"})
    assert answer.status_code == 200, answer.text
    saved = both.get(f"/api/articles/{name}").json()
    words = {a["row"]["words"]: a for a in saved["assertions"] if not a["reported"]}
    mine = words["the old bridge would stay shut until May"]
    assert (mine["actor"]["name"], mine["polarity"], mine["by"], mine["hand"]) == ("Bo Lee", "negative", "cy", True)
    assert words["the transport minister"]["actor"] is None
    assert denied["row"]["words"] not in words
    assert {row["coder"] for row in saved["struck"]} == {"cy"}
    before = snapshot(store)
    again = both.post("/api/articles", json={"text": TEXT, "title": "The bridge"}).json()["outcomes"][0]
    assert (again["state"], snapshot(store)) == ("unchanged", before)
    assert check(store) == []


def test_a_saved_article_is_corrected_and_a_correction_taken_back(both):
    name = both.post("/api/articles", json={"text": TEXT}).json()["outcomes"][0]["article"]
    draft = both.get(f"/api/articles/{name}").json()
    row = {"article": name, "actor": "Cy Orr", "words": "The old", "cue": None}
    assert (
        both.post(f"/api/articles/{name}", json={"rows": [row]}).json()["error"].startswith("correction 1: the words")
    )
    row |= {"words": "old bridge"}
    saved = both.post(f"/api/articles/{name}", json={"rows": [row], "who": "cy"}).json()
    mine = next(a for a in saved["assertions"] if a["by"] == "cy")
    assert mine["actor"]["name"] == "Cy Orr"
    back = both.post(f"/api/articles/{name}", json={"rows": [strike(saved, mine)]}).json()
    assert back["assertions"] == draft["assertions"]
    assert both.post(f"/api/articles/{name}", json={"rows": []}).status_code == 400


def test_a_row_that_does_not_fit_keeps_all_back(both, store):
    draft = read(both)
    good = {"article": draft["article"]["id"], "actor": "Bo Lee", "words": "the old bridge"}
    for wrong in (
        {"words": "not there"},
        {"article": "other"},
        {"mode": "odd"},
        {"wordz": "x"},
        {"strike": True, "words": "the old"},
    ):
        answer = both.post("/api/articles", json={"text": TEXT, "title": "The bridge", "rows": [good, good | wrong]})
        assert answer.status_code == 422
        assert answer.json()["error"].count("\n") == 0
    assert store.read("MATCH (n) WHERE NOT n:WhenceSchema RETURN n").rows == []


def test_files_of_every_kind_are_taken_as_load_takes_them(writer):
    page = f"<html><head><title>Bridge</title></head><body><article><p>{TEXT * 3}</p></article></body></html>"
    content = base64.b64encode(page.encode()).decode()
    (html,) = writer.post("/api/read", json={"name": "../../a.html", "content": content}).json()["articles"]
    assert html["assertions"]
    rows = [{"text": "Ann Poe said that it rained.", "title": str(n)} for n in range(3)]
    lines = "\n".join(map(json.dumps, [*rows, {}]))
    many = writer.post("/api/read", json={"name": "a.jsonl", "text": lines}).json()
    assert (len(many["articles"]), len(many["refused"])) == (3, 1)
    empty = writer.post("/api/read", json={"name": "a.txt", "text": " "}).json()
    assert (empty["articles"], empty["refused"]) == ([], ["a.txt: nothing but white space"])
    assert writer.post("/api/articles", json={"name": "a.txt", "text": " "}).status_code == 422
    assert writer.post("/api/read", json={"name": "a.txt", "content": "%%%"}).status_code == 400
    assert writer.post("/api/read", json={"text": TEXT, "published": "01/02/2024"}).status_code == 422
    stored = writer.post("/api/articles", json={"name": "/etc/passwd", "text": TEXT}).json()["outcomes"][0]["article"]
    asked = {"query": "MATCH (a:Article {id: $id}) RETURN a.places", "parameters": {"id": stored}}
    assert not writer.post("/api/cypher", json=asked).json()["rows"][0][0]


def test_a_file_of_hand_made_rows_goes_in_too(writer):
    name = writer.post("/api/articles", json={"text": TEXT}).json()["outcomes"][0]["article"]
    rows = f"article,actor,words,coder\n{name},Cy Orr,old bridge,cy\n{name},Cy Orr,not there,cy\n"
    assert writer.post("/api/read", json={"name": "a.csv", "text": rows}).json()["hand_made"] == 2
    told = writer.post("/api/articles", json={"name": "a.csv", "text": rows}).json()["outcomes"]
    assert sorted(o["state"] for o in told) == ["added", "refused"]
    assert "cy" in {a["by"] for a in writer.get(f"/api/articles/{name}").json()["assertions"]}
