"""Dates of low precision: reading, bounds, words, order."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import PartialDate

YEAR, MONTH, DAY = PartialDate(2024), PartialDate(2024, 2), PartialDate(2024, 2, 9)


@pytest.mark.parametrize(
    ("text", "date"), [("2024", YEAR), ("2024-02", MONTH), ("2024-02-09", DAY)]
)
def test_parse(text: str, date: PartialDate) -> None:
    """A year, a month and a day are read as far as they are told."""
    assert PartialDate.parse(text) == date
    assert date.iso == text


@pytest.mark.parametrize(
    "text",
    [
        "2023-02-30", "2023-13", "2023-00", "2023-02-00", "2023-2-9", "23", "1899", "09/02/2024",
        "2024-02-09T00:00", "2024-02-", " 2024", "2024\n", "", "năm 2024", "-2024", "20240209",
    ],
)  # fmt: skip
def test_parse_refuses(text: str) -> None:
    """Another form, or a day that does not exist, is refused and never guessed at."""
    with pytest.raises(ValueError, match=r".*"):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        (YEAR, (2024, 1, 1), (2024, 12, 31)),
        (MONTH, (2024, 2, 1), (2024, 2, 29)),
        (PartialDate(2023, 2), (2023, 2, 1), (2023, 2, 28)),
        (DAY, (2024, 2, 9), (2024, 2, 9)),
    ],
)
def test_bounds(date: PartialDate, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    """A date of low precision may mean any day from the first to the last."""
    assert date.first == datetime.date(*first)
    assert date.last == datetime.date(*last)


@pytest.mark.parametrize(
    ("date", "text", "on"),
    [
        (YEAR, "năm 2024", "năm 2024"),
        (MONTH, "tháng 2/2024", "tháng 2/2024"),
        (DAY, "09/02/2024", "ngày 09/02/2024"),
    ],
)
def test_words(date: PartialDate, text: str, on: str) -> None:
    """The Vietnamese form says no more than is known."""
    assert date.text == text
    assert date.on == on


def test_order() -> None:
    """What is known less precisely stands before what happened within it."""
    assert sorted([DAY, MONTH, YEAR]) == [YEAR, MONTH, DAY]


@given(st.dates(min_value=datetime.date(1900, 1, 1)))
def test_every_day_comes_back(day: datetime.date) -> None:
    """A day written in ISO 8601 is read as that day alone."""
    date = PartialDate.parse(day.isoformat())
    assert date.first == date.last == day
    assert date.iso == day.isoformat()
