"""Dates as lists write them: dd/mm/yyyy, in words, as a number of Excel; mm/dd if it must be."""

import datetime
import re
from typing import NamedTuple

from generator.vietnamese import fold

_DATE = re.compile(
    r"(?<![\d/.\-])(\d{1,2}) ?(?:[/.\-]|tháng) ?(\d{1,2}) ?(?:[/.\-]|năm) ?(\d{1,5})(?![\d/])",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_WEEKDAY = re.compile(r"\b(?:t([2-7])|thu (hai|ba|tu|nam|sau|bay)|(chu nhat|cn))\b")
_NUMBERS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
_BAD_YEAR = re.compile(r"\bnăm (\d{3}|0\d{3}|\d{5,})(?!\d)", re.IGNORECASE)
_EXCEL_EPOCH = datetime.date(1899, 12, 30)
_SERIAL = range(20_000, 80_000)  # 1954 to 2119
_YEARS = range(1945, 2100)


class Day(NamedTuple):
    """A date that was found, as written, and what had to be concluded ("" where nothing had)."""

    date: datetime.date
    text: str
    concluded: str = ""


class Impossible(NamedTuple):
    """A date or a year that cannot be: as written, and why."""

    text: str
    why: str


def first_day(text: str) -> Day | Impossible | None:
    """Return the first date of a text.

    A day and a month that may be changed round are read as in Vietnam, unless the month is
    impossible or a weekday beside them says otherwise.
    """
    if iso := _ISO.search(text):
        return _made(int(iso[1]), int(iso[2]), int(iso[3]), iso.group(), "")
    match = _DATE.search(text)
    if match is None:
        return None
    one, two, year = int(match[1]), int(match[2]), int(match[3])
    if len(match[3]) != 4:
        return Impossible(match.group(), "năm phải viết đủ bốn chữ số")
    turned = "năm" not in match.group().lower() and _turned(one, two, year, text)
    why = "ngày và tháng viết theo kiểu Mỹ (tháng trước)" if turned else ""
    return _made(year, one if turned else two, two if turned else one, match.group(), why)


def _turned(one: int, two: int, year: int, text: str) -> bool:
    """Whether the month stands before the day."""
    if two > 12 and one <= 12:
        return True
    found = _WEEKDAY.search(fold(text))
    if found is None or one > 12 or two > 12 or year not in _YEARS:
        return False
    weekday = int(found[1]) - 2 if found[1] else 6 if found[3] else _NUMBERS[found[2]]
    return _weekday(year, two, one) != weekday == _weekday(year, one, two)


def _weekday(year: int, month: int, day: int) -> int:
    try:
        return datetime.date(year, month, day).weekday()
    except ValueError:
        return -1


def _made(year: int, month: int, day: int, text: str, concluded: str) -> Day | Impossible:
    if year not in _YEARS:
        return Impossible(text, "năm không thể có")
    try:
        return Day(datetime.date(year, month, day), text, concluded)
    except ValueError:
        return Impossible(text, "ngày không có trong lịch")


def serial_day(text: str) -> Day | None:
    """Return the date that a number of Excel means: 45216 is 17 October 2023."""
    if not text.isdecimal() or int(text[:9]) not in _SERIAL:
        return None
    date = _EXCEL_EPOCH + datetime.timedelta(days=int(text))
    return Day(date, text, "số thứ tự ngày của Excel")


def impossible_years(text: str) -> tuple[Impossible, ...]:
    """Return the years of a text that cannot be: "từ năm 200 đến năm 2010"."""
    return tuple(
        Impossible(match.group(), "năm phải có bốn chữ số") for match in _BAD_YEAR.finditer(text)
    )
