import pytest

from graph.errors import InputError
from loaders.read import Options
from loaders.read.dates import is_dateline, parse_clock, parse_date


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024", "2024"),
        ("2024-10", "2024-10"),
        ("2024-10-29", "2024-10-29"),
        ("2024/10/29", "2024-10-29"),
        ("2024-10-29 07:31", "2024-10-29T07:31"),
        ("2024-10-29T07:31:05Z", "2024-10-29T07:31:05Z"),
        ("2024-10-29T07:31+0100", "2024-10-29T07:31+01:00"),
        ("2024-10-29T07:31:05.250+01:00", "2024-10-29T07:31:05.250+01:00"),
        ("29 October 2024, 07:31", "2024-10-29T07:31"),
        ("1 November, 2024 Friday", "2024-11-01"),
        ("Friday, Nov. 1st, 2024 at 7:31 pm", "2024-11-01T19:31"),
        ("the 1st of November 2024", "2024-11-01"),
        ("November 2024", "2024-11"),
        ("Published: 29 Oct 2024 | 12:05 AM", "2024-10-29T00:05"),
        ("Tue, 29 Oct 2024 07:31:00 GMT", "2024-10-29T07:31:00Z"),
        ("Tue, 29 Oct 2024 07:31:00 +0200", "2024-10-29T07:31:00+02:00"),
        ("29/10/2024", "2024-10-29"),
        ("10/29/2024", "2024-10-29"),
        ("02.02.2024", "2024-02-02"),
    ],
)
def test_dates_keep_the_precision_that_is_known(written, read):
    assert parse_date(written) == read


@pytest.mark.parametrize(
    "written",
    [
        "",
        "01/02/2024",
        "1.2.2024",
        "27 October",
        "Monday",
        "07:31",
        "October 27-28, 2024",
        "31 June 2024",
        "2024-13",
        "Saturday 1 November 2024",
        "yesterday",
        "spring 2024",
        "10/29/24",
        "2024-10-29T25:00",
        "29 October 2024 or so",
        "٢٩ October 2024",
        "9" * 5000,
        "October 2024 07:31",
        "1 2 2024",
        "2023 2024",
    ],
)
def test_what_is_no_date_or_could_be_two_is_not_read(written):
    assert parse_date(written) is None


@pytest.mark.parametrize(
    ("line", "clock"), [("10:06", "10:06"), ("9:05 a.m.", "09:05"), ("25:00", None), ("13:00 pm", None)]
)
def test_clocks(line, clock):
    assert parse_clock(line) == clock


@pytest.mark.parametrize(
    "line", ["5 February", "2025, Wednesday", "13:29", "3 hours ago", "4 min read", "Updated 1 May 2024"]
)
def test_date_lines(line):
    assert is_dateline(line)


@pytest.mark.parametrize(
    "line", ["", "At the port", "5 boats", "30,000", "100 days", "March of the 10,000 men", "He said 5 February"]
)
def test_other_lines(line):
    assert not is_dateline(line)


def test_a_date_in_the_options_that_could_be_two_is_refused():
    with pytest.raises(InputError, match="cannot read the date '01/02/2024' without guessing"):
        Options(published="01/02/2024")


def test_an_address_in_the_options_is_one():
    with pytest.raises(InputError, match="not an http"):
        Options(url="javascript:alert(1)")
