"""Saved questions: each one's header, its example and its answer; what a person may type; questions of one's own."""

import shlex

import pytest

from graph.errors import QuestionError
from queries.header import given, parse
from queries.library import OURS, ask, questions
from tests.queries import world
from tests.queries.world import DRONES, HOSTILE, KURSK, MEETING, RING, TEN

G, B = "The Gazette", "Bay Radio"
OFFICIAL, UI = "A senior official", "Ukrainian intelligence"
DAY, NEXT = "2024-10-28", "2024-10-29T08:00:00Z"

# For every question of ours: parameters, some columns, and what they hold, in any order of equal days.
ANSWERS = {
    "affiliations": (
        {"actor": "pentagon"},
        ("actor", "role", "until"),
        [
            ("Patrick Ryder", "press secretary", "2025-01-20"),
            ("Sabrina Singh", "deputy press secretary", None),
        ],
    ),
    "circles": ({}, ("who", "steps", "article"), [("Patrick Ryder", 2, HOSTILE), (UI, 2, HOSTILE)]),
    "claim-timeline": (
        {"claim": KURSK},
        ("day", "who"),
        [(DAY, "GUR"), (DAY, "Mark Rutte"), (NEXT, OFFICIAL), (NEXT, B), (NEXT, "GUR"), (NEXT, "Moscow")],
    ),
    "contradictions": ({}, (), []),
    "copies": ({}, (), []),
    "denials": ({}, ("who", "words", "outlet"), [("Moscow", KURSK, B)]),
    "doubtful-names": ({}, ("actor", "candidate", "assertions"), [(UI, "GUR", 1)]),
    "everything-from-article": (
        {"article": "Rutte on the troops"},
        ("start", "who", "cue", "words", "source"),
        [
            (29, "GUR", "citing", KURSK, None),
            (29, "Mark Rutte", "said", KURSK, "GUR"),
            (64, "Mark Rutte", "added", MEETING, None),
            (123, "no source named", "was reported", DRONES, None),
        ],
    ),
    "figures-over-time": ({"words": "soldiers"}, (), []),
    "first-to-say": (
        {"words": "kursk", "limit": "3"},
        ("day", "who"),
        [(DAY, "GUR"), (DAY, "Mark Rutte"), (NEXT, OFFICIAL)],
    ),
    "long-chains": ({}, ("steps", "chain", "words"), [(2, [B, OFFICIAL, "GUR"], KURSK)]),
    "most-cited-origins": (
        {"limit": "2"},
        ("origin", "citations", "articles", "outlets"),
        [("GUR", 3, 2, 2), ("Mark Rutte", 0, 1, 1)],
    ),
    "no-stated-basis": ({}, ("who", "words"), [("no source named", DRONES)]),
    "no-stated-source": ({}, ("source", "cue", "words"), [(None, "was reported", DRONES)]),
    "one-origin-many-voices": ({}, ("origin",), []),
    "one-unnamed-source": ({}, (), []),
    "outlets-quoting-actor": (
        {"actor": "GUR"},
        ("outlet", "assertions", "reported"),
        [(B, 1, 1), (G, 1, 1)],
    ),
    "resting-on-others": (
        {"share": "60"},
        ("actor", "passed", "percent"),
        [(OFFICIAL, 1, 100), (B, 1, 100), (UI, 1, 100)],
    ),
    "told-by-several": ({}, ("claim", "articles", "outlets", "actors", "first"), [(KURSK, 2, 2, 5, DAY)]),
    "unnamed-by-outlet": (
        {},
        ("outlet", "assertions", "unnamed", "unsourced", "percent"),
        [(G, 4, 0, 1, 25), (B, 6, 1, 0, 16), ("outlet not known", 2, 0, 0, 0)],
    ),
    "what-actor-said": (
        {"actor": "ryder"},
        ("words", "outlet", "published"),
        [(TEN, B, NEXT), (RING, None, None)],
    ),
    "who-relies-on": (
        {"actor": "gur"},
        ("who", "assertions", "steps"),
        [(OFFICIAL, 1, 1), (B, 1, 2), ("Mark Rutte", 1, 1)],
    ),
    "who-sourced-claim": (
        {"claim": "Kursk"},
        ("who", "citing", "source", "basis"),
        [
            ("GUR", None, None, None),
            ("Mark Rutte", "citing", "GUR", None),
            (OFFICIAL, "briefed by", "GUR", None),
            (B, "told", OFFICIAL, None),
            ("GUR", None, None, None),
            ("Moscow", None, None, "own"),
        ],
    ),
    "whom-actor-relies-on": (
        {"actor": "bay-radio"},
        ("source", "kind", "steps"),
        [(OFFICIAL, "unnamed", 1), ("GUR", "organization", 2)],
    ),
}


def test_every_question_has_an_answer_to_be_tested_against():
    assert ANSWERS.keys() == questions().keys() == {path.stem for path in OURS.iterdir()}


@pytest.mark.parametrize("name", ANSWERS)
def test_a_question_is_answered_alike_by_both_engines(full, name):
    parameters, columns, expected = ANSWERS[name]
    rows = [tuple(row[column] for column in columns) for row in ask(full, name, parameters).dicts()]
    assert sorted(rows, key=repr) == sorted(expected, key=repr)


@pytest.mark.parametrize("name", ANSWERS)
def test_an_example_runs_and_gives_the_same_twice(full, name):
    words = shlex.split(questions()[name].example)
    first, again = (ask(full, words[2], given(words[3:])) for _ in range(2))
    assert first == again


def test_a_column_is_one_plain_word(full):
    for name, (parameters, _, _) in ANSWERS.items():
        assert all(column.isalpha() and column.islower() for column in ask(full, name, parameters).columns)


@pytest.mark.parametrize(
    ("name", "parameters", "expected"),
    [
        ("who-relys-on", {}, "did you mean who-relies-on"),
        ("zzzzzz", {}, "there are affiliations, "),
        ("who-relies-on", {}, "needs actor=…, the actor's id, name or alias; it takes actor=…"),
        ("who-relies-on", {"actor": "gur", "actors": "x"}, "has no parameter 'actors'; it takes actor=…"),
        ("circles", {"x": "1"}, "has no parameter 'x'; it takes no parameters"),
        ("long-chains", {"steps": "many"}, "steps has to be a whole number, not 'many'"),
        ("long-chains", {"limit": "-1"}, "limit has to be a whole number"),
        ("long-chains", {"limit": "٣"}, "limit has to be a whole number"),
        ("who-relies-on", {"actor": "nobody"}, "no actor fits “nobody”"),
        ("claim-timeline", {"claim": "e"}, "claim"),
    ],
)
def test_what_does_not_fit_is_told_in_one_line(full, name, parameters, expected):
    with pytest.raises(QuestionError) as caught:
        ask(full, name, parameters)
    assert expected in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("words", "expected"),
    [(["a=1", "b=x=y"], {"a": "1", "b": "x=y"}), ([], {}), (["a="], {"a": ""})],
)
def test_parameters_are_typed_as_name_equals_value(words, expected):
    assert given(words) == expected


@pytest.mark.parametrize("words", [["a"], ["=1"], ["a=1", "a=2"]])
def test_what_is_not_name_equals_value_is_refused(words):
    with pytest.raises(QuestionError):
        given(words)


def own(folder, text, name="own"):
    path = folder / f"{name}.cypher"
    path.write_text(text, encoding="utf-8")
    return path


HEAD = "// question: Why?\n// example: whence ask own\n"


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("", 1, "no “// question: …”"),
        ("// question: Why?\nRETURN 1", 2, "no “// example: …”"),
        ("// question Why?\n", 1, "not '// question Why?'"),
        ("//question: Why?\n", 1, "expected"),
        ("// question: \n", 1, "expected"),
        ("// question: a\n// question: b\n", 2, "a second “question”"),
        ("// question: a\n// parameter x: a\n// parameter x: b\n", 3, "a second “parameter x”"),
        (HEAD + "// parameter Limit: x\nRETURN 1", 3, "expected"),
        (HEAD + "// note: x\nRETURN 1", 3, "expected"),
        (HEAD, 3, "no query after the header"),
        (HEAD + "RETURN $name", 3, "$name is used, but the header has no “// parameter name: …”"),
        (HEAD + "// parameter x: a [= 1]\nRETURN '$x' // $x", 4, "but $x is not used"),
        ("// question: a\n// example: whence ask other\nRETURN 1", 2, "has to begin with “whence ask own”"),
        ("// question: a\n// example: whence ask own x=1\nRETURN 1", 2, "has no parameter 'x'"),
        ("// question: a\n// parameter x: b\n// example: whence ask own\nRETURN $x", 3, "needs x=…"),
        ("// question: a\n// example: whence ask own 'x\nRETURN 1", 2, "the example cannot be read"),
    ],
)
def test_a_bad_header_is_an_error_that_names_file_and_line(tmp_path, text, line, expected):
    path = own(tmp_path, text)
    with pytest.raises(QuestionError) as caught:
        parse(path)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert expected in str(caught.value)


def test_a_file_that_is_not_utf8_is_an_error_that_names_it(tmp_path):
    path = tmp_path / "own.cypher"
    path.write_bytes(b"// question: \xff\n")
    with pytest.raises(QuestionError, match="cannot be read"):
        parse(path)


GOOD = """// question: Which claims are there?
// parameter text: only this text [= ]
// parameter limit: at most so many [= 1]
// example: whence ask own limit=2
MATCH (c:Claim) WHERE $text IS NULL OR c.text = $text RETURN c.text AS claim ORDER BY claim LIMIT $limit
"""


def test_a_folder_of_ones_own_questions_is_asked_too(full, tmp_path, monkeypatch):
    own(tmp_path, GOOD)
    assert ask(full, "own", {"limit": "2"}, folder=tmp_path).rows == [(KURSK,), (MEETING,)]
    monkeypatch.setenv("WHENCE_QUESTIONS", str(tmp_path))
    assert ask(full, "own", {}).rows == [(KURSK,)]
    assert ask(full, "own", {"text": TEN}).rows == [(TEN,)]
    assert "who-relies-on" in questions()


def test_ones_own_question_goes_before_ours(tmp_path):
    own(tmp_path, GOOD.replace("ask own", "ask circles"), "circles")
    assert questions(tmp_path)["circles"].question == "Which claims are there?"


def test_a_missing_folder_is_an_error(tmp_path):
    with pytest.raises(QuestionError, match="no such folder"):
        questions(tmp_path / "nowhere")


@pytest.mark.parametrize("text", ["x' OR true OR '", "$limit", "\\u0027", "`"])
def test_a_value_is_never_read_as_cypher(full, tmp_path, text):
    own(tmp_path, GOOD)
    assert ask(full, "own", {"text": text}, folder=tmp_path).rows == []
    assert len(ask(full, "own", {"limit": "99"}, folder=tmp_path).rows) == len({KURSK, TEN, MEETING, DRONES, RING})


def test_a_question_that_writes_is_refused(full, tmp_path):
    own(tmp_path, "// question: a\n// example: whence ask own\nMATCH (c:Claim) DETACH DELETE c")
    with pytest.raises(QuestionError):
        ask(full, "own", {}, folder=tmp_path)
    assert ask(full, "claim-timeline", {"claim": world.claim(KURSK).id}).rows
