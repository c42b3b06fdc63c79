"""The quantities of news, as the table has them, and what hostile text does to them."""

import itertools
from dataclasses import asdict
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from loaders.match.quantities import quantities

TABLE = yaml.safe_load((Path(__file__).parent / "quantities.yaml").read_text(encoding="utf-8"))
PLAIN = {"bound": "exact", "unit": None, "counted": None, "kind": None, "more": False, "part": False}


def expected(row):
    both = {"min": row["n"], "max": row["n"]} if "n" in row else {}
    return PLAIN | both | {key: value for key, value in row.items() if key != "n"}


def seen(text, quantity):
    row = asdict(quantity)
    return {"words": text[row.pop("start") : row.pop("end")], **row}


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["text"][:60])
def test_a_phrase_is_read_as_the_table_has_it(row):
    text = row["text"]
    assert [seen(text, one) for one in quantities(text)] == [expected(one) for one in row["find"]]


@given(st.text(alphabet=st.sampled_from("0123456789 ,.-–$€%kmn aeothusdrwivbf\n'’+/()\u0664"), max_size=200))
def test_hostile_figures_are_read_or_left_and_lie_within_the_text(text):
    found = quantities(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    assert all(one.min is None or one.max is None or one.min <= one.max for one in found)
    assert all(one.min is not None or one.max is not None for one in found)
