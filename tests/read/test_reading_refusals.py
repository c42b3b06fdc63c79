import random

import pytest

LEAD = "Tidewater harbour will close in May, mayor Ilse Brandt said on Tuesday."
AMBIGUOUS = "cannot read the date '01/02/2024' without guessing; write it as 2024-10-29"


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\xc2\xa0", "nothing but white space"),
        ("a.txt", "— * —\nÂ".encode(), "no words in it"),
        ("a.txt", b"Ann\0said", "binary data, not text"),
        ("a.txt", b"%PDF-1.7\n" + b"\x01\x02\x03\x04" * 9, "binary data, not text"),
        ("a.txt", "“Yes”, said Ann.\n“No”".encode() + b"\xff, said Bo.", "line 2: broken UTF-8 at byte 29"),
        ("a.txt", b"\xff\xfeA\0\x00\xd8", "broken UTF-16-LE at byte 2"),
        ("a.txt", random.Random(1).randbytes(400).replace(b"\0", b"a"), "not text in any encoding we know"),
        ("a.md", "---\ntitle: x\n---\n", "no text after the front matter"),
        ("a.md", f"---\ntitle: x\nfoo\n{LEAD}", "front matter, line 1: opened with --- but never closed"),
        ("a.md", f"---\ntitle: 'x\n---\n{LEAD}", "front matter, line 3: found unexpected end of stream"),
        ("a.md", f"---\ndate: 01/02/2024\n---\n{LEAD}", f"front matter: {AMBIGUOUS}"),
        ("a.md", f"---\nurl: javascript:x\n---\n{LEAD}", "front matter: 'javascript:x' is not an http(s) address"),
        ("a.html", "<html><body></body></html>", "no main text on the page"),
        ("a.html", "<" * 1000, "no main text on the page"),
        ("a.json", '{"text": "x",\n y}', "line 2, column 2: expecting property name enclosed in double quotes"),
        ("a.json", "[]", "no articles in it"),
        ("a.json", "3", "JSON, but neither an object nor a list of objects"),
        ("a.json", "[" * 100_000, "nested too deeply"),
        ("a.json", "9" * 5000, "a number with too many digits"),
        ("a.json", '{"title": "x"}', 'no text: none of "text", "body" and "content" is there'),
        ("a.json", '{"text": "a\\u0000b"}', "binary data, not text"),
        ("a.jsonl", "[" * 100_000, "row 1: nested too deeply"),
        ("a.csv", "article,actor,words\n", "hand-made assertions, not an article"),
    ],
)  # fmt: skip
def test_each_refusal_is_one_clear_line(refusal, name, content, why):
    assert refusal(name, content) == why
