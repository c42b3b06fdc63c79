"""The dates of news, as the table has them, and what hostile text does to them."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from loaders.match.dates import dates
from loaders.match.period import days, overlap

TABLE = yaml.safe_load((Path(__file__).parent / "dates.yaml").read_text(encoding="utf-8"))
PUBLISHED = "2024-10-29"


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row['text'][:50]} {row.get('published', '')}")
def test_a_phrase_is_read_as_the_table_has_it(row):
    text = row["text"]
    found = dates(text, row.get("published", PUBLISHED))
    assert [(text[one.start : one.end], one.edtf) for one in found] == [(f["words"], f["edtf"]) for f in row["find"]]


@given(
    st.text(max_size=300), st.sampled_from([None, "2024-10-29", "2024-10", "2024", "0001", "9999-12-31", "soon", ""])
)
def test_no_text_breaks_it(text, published):
    for one in dates(text, published):
        assert 0 <= one.start < one.end <= len(text)


WORDS = re.findall(
    r"\S+",
    """
    by since until before after from between and to the end of early mid late last this next coming past week month
    year Monday weekend October May 31 29 February 2023 2024-10 10/11/2024 two 999 years ago days within few recent
    - ( ) , . summer first half quarter yesterday overnight Wednesday (October Sept. 0 19 2000 soldiers
    """,
)


@example("last October", "1000-01-01")
@given(
    st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join),
    st.sampled_from([None, "2024-10-29", "2024-10", "1000-01-01", "9000-12-31"]),
)
def test_what_is_read_is_a_date_and_none_overlaps(text, published):
    end = 0
    for one in dates(text, published):
        assert end <= one.start < one.end <= len(text)
        assert one.edtf is None or days(one.edtf)
        end = one.end


def test_a_long_text_is_read_in_time():
    assert len(dates("On Monday the end of the " * 4000, PUBLISHED)) == 4000


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("2024-10", "2024-10-31", True),
        ("2024-10", "2024-11-01", False),
        ("../2024-12", "2024-12-31", True),
        ("2024-08/..", "2024-07", False),
        ("2024-10-15~", "2024-10-17", True),
        ("2024-10-15~", "2024-10-25", False),
        ("XXXX-10-23", "2024-10-23", True),
        ("XXXX-02-29", "2023-02-28", True),
        ("2022-24", "2023-01", True),
        ("199X", "1994", True),
        ("2024-10-29T10:00:00Z", "2024-10-29", True),
        ("2024-02-30", "1999", True),
    ],
)
def test_dates_meet_where_they_can_mean_one_day(one, other, meet):
    assert overlap(one, other) is overlap(other, one) is meet


def test_the_29th_of_february_of_no_known_year_is_a_day():
    assert days("XXXX-02-29") is not None
    assert days("XXXX-02-21~/XXXX-02-29") is not None
