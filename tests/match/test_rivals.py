"""Pairs of statements that rule each other out, and pairs that do not, as the table has them."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from loaders.match.quantities import quantities
from loaders.match.rivals import Statement, conflict, statement
from loaders.match.slots import gist

TABLE = yaml.safe_load((Path(__file__).parent / "rivals.yaml").read_text(encoding="utf-8"))
RULES = {"figures": "quantity", "denial": "polarity", "dates": "date", "places": "place"}
POLARITIES = {"positive": "asserted", "negative": "denied", "open": "open"}


def read(row):
    polarity = POLARITIES[row.get("polarity", "positive")]
    if "text" in row:
        return statement(row["text"], polarity, row.get("said"))
    text = row.get("q", "")
    about, _ = gist(row.get("subject", ""))
    when = str(row["when"]) if "when" in row else None
    return Statement(
        text,
        polarity,
        row.get("said"),
        quantities(text),
        when,
        row.get("place"),
        "in",
        row.get("status", "current"),
        about,
        frozenset(about),
        polarity,
    )


def name(row):
    return " | ".join(str(row[side].get("text") or row[side])[:60] for side in "ab")


@pytest.mark.parametrize("row", TABLE, ids=name)
def test_a_pair_is_judged_as_the_table_has_it(row):
    a, b, same = read(row["a"]), read(row["b"]), row.get("same", False)
    found, turned = conflict(a, b, same=same), conflict(b, a, same=same)
    expected = RULES[row["rule"]] if "rule" in row else None
    assert (found and found.rule, turned and turned.rule) == (expected, expected)


def shown(text):
    return [text, text.upper(), f"It is said that {text}"]


TEXTS = sorted({text for row in TABLE for side in "ab" if "text" in row[side] for text in shown(row[side]["text"])})
SAID = st.sampled_from([None, "2024-10-23", "2024-10-24", "2024-11-23", "2024-10", "soon", ""])
POLARITY = st.sampled_from(sorted(POLARITIES.values()))
STATEMENTS = st.builds(statement, st.sampled_from(TEXTS), POLARITY, SAID)
HOSTILE = st.builds(
    statement,
    st.text(max_size=120) | st.text(st.sampled_from("0123456789 ,.-–$%'’not ofinKursk\n\u0130\u00df"), max_size=120),
    POLARITY,
    SAID,
)


@given(STATEMENTS | HOSTILE, STATEMENTS | HOSTILE, st.booleans())
def test_a_conflict_is_one_from_either_side(a, b, same):
    found, turned = conflict(a, b, same=same), conflict(b, a, same=same)
    assert (found and found.rule) == (turned and turned.rule)


@given(STATEMENTS | HOSTILE, st.booleans())
def test_nothing_conflicts_with_itself(a, same):
    assert conflict(a, a, same=same) is None


@given(STATEMENTS, SAID)
def test_what_is_neither_said_nor_denied_is_no_rival(a, said):
    assert conflict(statement(a.text, "open", said), a, same=True) is None


def test_the_reason_names_both_values():
    a = statement("There are 3,000 soldiers in Kursk.", said="2024-10-28")
    b = statement("About 10,000 troops are in Kursk.", said="2024-10-28")
    assert conflict(a, b).why == (
        "“3,000 soldiers” and “About 10,000 troops” cannot both be the number of soldiers in Kursk on 2024-10-28"
    )


def test_a_long_text_is_read_in_time():
    long = statement("The first unit did not send 3,000 soldiers to Kursk on Monday, and " * 1000, said="2024-10-28")
    assert conflict(long, long) is None
