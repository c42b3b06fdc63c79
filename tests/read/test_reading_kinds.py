import hashlib
import json

import pytest

from graph.errors import InputError
from loaders.records import Document

LEAD = "Tidewater harbour will close in May, mayor Ilse Brandt said on Tuesday."
PAGE = """<!doctype html><html lang="en-GB"><head><title>Harbour shut | Tidewater Post</title>{head}</head><body>
<nav><a href="/">Home</a></nav><article><h1>Harbour to close in May, mayor says</h1>
<p>The harbour will close on 9 May, mayor Ilse Brandt said on Tuesday after meeting
the fleet's owners in the town hall.</p>
<p>“We have no choice,” Brandt told the Tidewater Post, citing a report by the port
authority on the state of the walls.</p>
<p>The port authority said that it would pay for the work, and that no jobs would be lost &amp; all was well.</p>
</article><footer>All rights reserved</footer></body></html>"""
META = """<meta property="og:site_name" content="Tidewater Post"><link rel="canonical" href="https://t.example/harbour">
<meta property="article:published_time" content="2023-05-02T08:15+01:00">"""


def body(d):
    return [d.text[a:b] for a, b in d.body]


def test_a_text_file_says_where_it_is_from(document, tmp_path):
    d = document("a.txt", LEAD)
    assert (d.name, d.place) == (str(tmp_path / "a.txt"), str(tmp_path / "a.txt"))
    assert d.sha256 == hashlib.sha256(LEAD.encode()).hexdigest()


def test_markdown_is_read_by_ranges_of_the_file_itself(document):
    text = f"""---
title: Harbour shut
source: Tidewater Post
date: 2 May, 2023
lang: en
url: https://t.example/harbour
tags: [a, b]
---

# Harbour to close in May, says mayor #

![a boat](boat.png)

{LEAD}
She told the [Tidewater *Post*](https://t.example/p "p") that
the walls were weak.

```
nobody said this
```

> “We have no choice,” she said, [citing](x.html) a report.

- Boats move in April, the port said.
1. Walls are rebuilt.

<!-- nobody said this either -->
[1]: https://t.example/note
"""
    d = document("a.md", text)
    assert (d.text, d.extracted) == (text, False)
    assert body(d) == [
        "Harbour to close in May, says mayor",
        LEAD,
        "She told the",
        "Tidewater *Post*",
        "that\nthe walls were weak.",
        "“We have no choice,” she said,",
        "citing",
        "a report.",
        "Boats move in April, the port said.",
        "Walls are rebuilt.",
    ]
    assert d.text[slice(*d.headline)] == body(d)[0]
    assert (d.title, d.outlet, d.published, d.language) == ("Harbour shut", "Tidewater Post", "2023-05-02", "en")
    assert d.url == "https://t.example/harbour"


def test_front_matter_keeps_the_precision_that_is_known(document):
    assert document("a.md", f"---\ndate: 2023-05\n---\n{LEAD}").published == "2023-05"
    assert document("a.md", f"---\r\npublished: 2023\r\n---\r\n{LEAD}\r\n").published == "2023"
    assert document("a.md", f"---\ndate: ~\ntitle:\n---\n{LEAD}").published is None


def test_a_rule_at_the_top_is_not_front_matter(document):
    assert body(document("a.md", f"---\n\n{LEAD}\n\n---\n")) == [LEAD]


def test_a_page(document):
    d = document("a.html", PAGE.format(head=META))
    assert (d.extracted, d.language, d.outlet, d.url) == (True, "en-GB", "Tidewater Post", "https://t.example/harbour")
    assert d.published == "2023-05-02T08:15+01:00"
    assert d.text[slice(*d.headline)] == d.title == "Harbour to close in May, mayor says"
    assert len(d.body) == 4
    assert "no jobs would be lost & all was well" in d.text


def test_a_page_that_says_little_of_itself(document):
    d = document("a.html", PAGE.format(head='<meta property="article:modified_time" content="2023-06-02T08:00">'))
    assert (d.published, d.outlet, d.url) == (None, None, None)


def test_a_page_with_linked_data(document):
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2023-05-02T08:15:00Z"}</script>'
    )
    assert document("a.html", PAGE.format(head=head)).published == "2023-05-02T08:15:00Z"


def test_a_page_in_the_encoding_that_it_declares(document):
    page = (
        PAGE.format(head='<meta charset="windows-1251">').replace("Ilse", "Ільзе").replace("“", '"').replace("”", '"')
    )
    assert "mayor Ільзе Brandt" in document("a.html", page.encode("cp1251")).text


def test_a_json_object(document, tmp_path):
    row = {
        "text": f"Harbour shut\n\n{LEAD}",
        "title": "Harbour shut",
        "publisher": "Tidewater Post",
        "date": "29/10/2024",
    }
    d = document("a.json", json.dumps(row | {"url": "ftp://x", "language": "en", "more": [1]}))
    assert (d.title, d.outlet, d.published, d.url, d.language) == (
        "Harbour shut",
        "Tidewater Post",
        "2024-10-29",
        None,
        "en",
    )
    assert (d.extracted, d.text, d.place) == (True, row["text"], str(tmp_path / "a.json"))
    assert d.text[slice(*d.headline)] == "Harbour shut"


def test_a_date_in_metadata_that_could_be_two_stays_unknown(document):
    assert document("a.json", json.dumps({"text": LEAD, "date": "01/02/2024"})).published is None


def test_a_json_list_loses_only_its_bad_rows(outcome):
    rows = [
        {"text": LEAD},
        3,
        {"body": LEAD, "title": 5},
        {},
        {"content": ["x"]},
        {"text": "\ud800 is half"},
        {"text": "—"},
    ]
    got = outcome("a.json", json.dumps(rows))
    assert [isinstance(d, Document) for d in got] == [True, False, True, False, False, False, False]
    assert [d.where.rsplit(" ", 1)[-1] for d in got if isinstance(d, InputError)] == ["2", "4", "5", "6", "7"]
    assert got[0].place != got[2].place
    assert got[0].sha256 != got[2].sha256


def test_json_lines_lose_only_their_bad_rows(outcome):
    good, after = outcome("a.jsonl", f"{json.dumps({'text': LEAD})}\n\n{{bad\n")
    assert good.name.endswith("a.jsonl row 1")
    assert str(after).endswith("a.jsonl row 3: column 2: expecting property name enclosed in double quotes")


def test_a_row_stays_what_it_is_when_another_changes(outcome):
    first = json.dumps({"text": LEAD})
    alone, (again, _) = (
        outcome("a.jsonl", first)[0],
        outcome("a.jsonl", first + "\n" + json.dumps({"text": "Boats left."})),
    )
    assert alone == again


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (LEAD, LEAD),
        (json.dumps({"text": LEAD}), LEAD),
        (json.dumps([{"text": LEAD}]), LEAD),
        (json.dumps({"text": LEAD}) + "\n", LEAD),
        (f"[Tidewater] {LEAD}", f"[Tidewater] {LEAD}"),
        (f"---\ntitle: x\n---\n{LEAD}", f"---\ntitle: x\n---\n{LEAD}"),
    ],
)
def test_the_kind_is_known_by_content_where_the_suffix_says_nothing(document, content, text):
    assert document("noname", content).text == text


def test_a_page_is_known_by_content(document):
    assert document("noname", "\n<!-- x -->\n" + PAGE.format(head="")).extracted


def test_json_lines_are_known_by_content(outcome):
    assert len(outcome("noname", (json.dumps({"text": LEAD}) + "\n") * 3)) == 3
