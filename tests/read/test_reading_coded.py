import json
from dataclasses import replace

import pytest

from loaders.read import is_coded, read_coded
from loaders.records import CodedAssertion

FULL = {
    "article": "a.txt",
    "actor": "Ann Lee",
    "words": "the port, closed",
    "cue": "said",
    "citing": "the port authority",
}
FULL |= {"mode": "Indirect", "polarity": "negative", "coder": "jo"}


@pytest.fixture
def coded(found):
    return lambda name, content: list(read_coded(found(name, content)))


def said(entries):
    return [str(entry).split("/")[-1] for entry in entries]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_csv_however_its_columns_are_set_apart(coded, delimiter, mark):
    cells = [f'"{cell}"' if "," in cell else cell for cell in FULL.values()]
    text = f"{mark}{delimiter.join(FULL).title()}\r\n{delimiter.join(cells)}\r\n\r\n"
    (only,) = coded("codes.csv", text)
    assert only.where.endswith("codes.csv row 2")
    assert (only.article, only.actor, only.words, only.cue) == ("a.txt", "Ann Lee", "the port, closed", "said")
    assert (only.citing, only.mode, only.polarity, only.coder) == ("the port authority", "indirect", "negative", "jo")


def test_yaml_and_json_lines_say_the_same(coded):
    (listed,) = coded("a.yaml", json.dumps([FULL]))
    (line,) = coded("a.jsonl", json.dumps(FULL))
    assert replace(listed, where="") == replace(line, where="")
    assert listed.where.endswith("a.yaml line 1")
    assert line.where.endswith("a.jsonl row 1")


def test_an_unknown_source_is_an_empty_actor(coded):
    assert coded("a.csv", "article,actor,words\na.txt,,x\n")[0].actor is None
    assert coded("a.yaml", "- article: a.txt\n  actor: ~\n  words: x\n")[0].actor is None
    assert coded("a.yaml", "- {article: a.txt, words: '~'}\n")[0].words == "~"


def test_words_may_hold_line_ends_and_quotation_marks(coded):
    assert coded("a.csv", 'article,actor,words\na.txt,Ann,"the ""port""\nclosed"\n')[0].words == 'the "port"\nclosed'


def test_a_bad_row_does_not_keep_the_others_back(coded):
    got = coded("a.csv", "article,actor,words,mode\na,b,,\n,b,x,\na,b\na,b,x,odd\na,b,x,direct\n")
    assert said(got[:-1]) == [
        "a.csv row 2: words must not be empty",
        "a.csv row 3: article must not be empty",
        "a.csv row 4: 2 cells, but the header has 4",
        "a.csv row 5: mode 'odd' is none of direct, indirect, mixed",
    ]
    assert isinstance(got[-1], CodedAssertion)


def test_yaml_rows_are_named_by_line(coded):
    got = coded("a.yaml", "- article: a\n  words: [x]\n- 3\n- article: a\n  wordz: x\n- {article: a, words: x}\n")
    assert said(got[:-1]) == [
        "a.yaml line 1: words is not a text",
        "a.yaml line 3: not a list of names and values",
        "a.yaml line 4: unknown: wordz; known are article, actor, words, cue, citing, mode, polarity, coder, "
        "start, strike",
    ]
    assert isinstance(got[-1], CodedAssertion)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.csv", "article,words\n", "a.csv: column missing: actor; known are"),
        ("a.csv", "x\n", "a.csv: columns missing: article, actor, words; known are"),
        ("a.csv", "article,actor,words,who\n", "a.csv: column unknown: who; known are"),
        ("a.csv", "article,actor,words,words\n", "a.csv: column there twice: words; known are"),
        ("a.csv", 'article,actor,words\na,b,"x\n', "a.csv row 2: cannot be read: unexpected end of data"),
        ("a.csv", "article,actor,words\n", "a.csv: no assertions in it"),
        ("a.csv", "", "a.csv: empty"),
        ("a.yaml", "- a: [\n", "a.yaml: line 2: expected the node content"),
        ("a.yaml", "article: x\n", "a.yaml: not a list of assertions"),
        ("a.yaml", "[" * 5000, "a.yaml: nested too deeply"),
        ("a.yaml", "- a: \x07\n", "a.yaml: "),
        ("a.jsonl", "{bad\n", "a.jsonl row 1: column 2: expecting property name"),
        ("a.jsonl", '{"article": "a", "words": 3}\n', "a.jsonl row 1: words is not a text"),
        ("a.txt", "Ann said yes.", "a.txt: not hand-made assertions"),
    ],
)
def test_each_refusal_is_one_clear_line(coded, name, content, why):
    (only,) = said(coded(name, content))
    assert only.startswith(why)
    assert "\n" not in only


@pytest.mark.parametrize(
    ("name", "content", "answer"),
    [
        ("a.csv", "", True),
        ("a.tsv", "x", True),
        ("a.yml", "x", True),
        ("a.jsonl", '3\n{"article": "a", "words": "x"}', True),
        ("a.jsonl", '{"words": "x", "text": "y"}', False),
        ("a.jsonl", '{"text": "x"}', False),
        ("a.jsonl", "{bad", False),
        ("a.jsonl", "", False),
        ("a.json", '[{"words": "x"}]', False),
        ("a.txt", "words", False),
        ("noname", '{"words": "x"}\n{"words": "y"}', True),
    ],
)
def test_how_hand_made_assertions_are_known(found, name, content, answer):
    assert is_coded(found(name, content)) is answer
