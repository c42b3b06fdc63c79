"""What days a date of any precision can mean."""

import pytest

from queries.dates import earliest, latest


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2024-10-29", "2024-10-29", "2024-10-29"),
        ("2024-10-29T23:59:59+09:00", "2024-10-29", "2024-10-29"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024~", "2024-01-01", "2024-12-31"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("2024-XX-XX", "2024-01-01", "2024-12-31"),
        ("2024-10-2X", "2024-10-20", "2024-10-29"),
        ("..", "0000-01-01", "9999-12-31"),
        ("", "0000-01-01", "9999-12-31"),
        (None, "0000-01-01", "9999-12-31"),
        ("yesterday", "0000-01-01", "9999-12-31"),
    ],
)
def test_a_date_means_the_days_that_its_precision_allows(date, first, last):
    assert (earliest(date), latest(date)) == (first, last)
