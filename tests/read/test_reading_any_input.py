"""Whatever the input, reading yields documents and refusals, and a document's ranges slice its text."""

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import InputError
from loaders.read import Found, Options, is_coded, read, read_coded
from loaders.records import CodedAssertion, Document

SUFFIXES = [".txt", ".md", ".html", ".json", ".jsonl", ".csv", ".yaml", ""]
PIECES = [
    "\n",
    "\r\n",
    "\n\n",
    " ",
    "Picture:",
    "Getty",
    "13:29",
    "2 May 2023",
    "Read also:",
    "Exclusive",
    "Ann said that it closed.",
    "Â",
]
PIECES += [
    "# ",
    "```",
    "---\n",
    "title: x\n",
    "[a](b)",
    "![a](b)",
    "> ",
    "- ",
    "•",
    "<p>",
    "</p>",
    '{"text": "Ann said so."}',
    "[",
    ",",
    ";",
    '"',
]
PIECES += [
    "article",
    "actor",
    "words",
    "\t",
    "\ufeff",
    "â€œ",
    "\u2028",
    "\x85",
    "\xa0",
    "\ud7ff",
    "ünï",
    "\x07",
    ":",
    "~",
    "&a",
    "*a",
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


def source(content: bytes, suffix: str) -> Found:
    return Found("a" + suffix, Path("a" + suffix) if suffix else None, lambda: content)


def hold(document: Document) -> None:
    length = len(document.text)
    assert document.body
    assert all(0 <= start < end <= length for start, end in document.body)
    assert all(first[1] <= second[0] for first, second in pairwise(document.body))
    assert all(document.text[a:b].strip() == document.text[a:b] for a, b in document.body)
    if document.headline:
        assert document.text[slice(*document.headline)].strip()


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from(SUFFIXES))
def test_any_text(text, suffix):
    for d in read(source(text.encode("utf-8", "replace"), suffix), Options()):
        assert isinstance(d, Document | InputError)
        if isinstance(d, Document):
            hold(d)
            assert d.extracted or d.text == text.removeprefix("\ufeff")


@settings(max_examples=200, deadline=None)
@given(st.binary(), st.sampled_from(SUFFIXES))
def test_any_bytes(content, suffix):
    for d in read(source(content, suffix), Options()):
        assert isinstance(d, Document | InputError)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from([".csv", ".tsv", ".yaml", ".jsonl", ".txt", ""]))
def test_any_table(text, suffix):
    found = source(text.encode("utf-8", "replace"), suffix)
    assert is_coded(found) in (True, False)
    assert all(isinstance(entry, CodedAssertion | InputError) for entry in read_coded(found))


SENTENCE = "Ann Lee said that the port would close, and so on. "


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", (SENTENCE * 20 + "\n") * 2000),
        ("a.txt", SENTENCE * 40_000),
        ("a.txt", "a" + " " * 2_000_000 + "b"),
        ("a.txt", "Â " * 1_000_000 + "x"),
        ("a.txt", SENTENCE + "\n" + "13:29\n" * 20_000),
        ("a.txt", "â€œ" * 200_000),
        ("a.md", "[" * 2_000_000 + "x"),
        ("a.md", "[a](b " * 300_000),
        ("a.md", "![" * 100_000 + "x"),
        ("a.json", '{"text": "' + SENTENCE * 40_000 + '"}'),
        ("a.jsonl", '{"text": "Ann said so."}\n' * 10_000),
        ("a.csv", "article,actor,words\n" + "a,b,c\n" * 50_000),
    ],
)
def test_time_grows_with_length_only(name, text):
    """Two megabytes take half a second here; what is quadratic takes minutes."""
    found = source(text.encode(), Path(name).suffix)
    begun = time.process_time()
    list(read_coded(found) if is_coded(found) else read(found, Options()))
    assert time.process_time() - begun < 10
