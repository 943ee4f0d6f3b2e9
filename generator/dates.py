"""Dates of low precision: a year, a month or a day, as far as the source gives it.

The text form is ISO 8601 reduced precision: `2023`, `2023-10`, `2023-10-17`.
"""

import calendar
import datetime
import re
from typing import NamedTuple

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
OLDEST_YEAR = 1900


def overlaps(
    since: "PartialDate | None",
    until: "PartialDate | None",
    first: datetime.date,
    last: datetime.date,
) -> bool:
    """Whether a time with open or known ends has a day in an interval, its ends included."""
    return (since is None or since.first <= last) and (until is None or first <= until.last)


class PartialDate(NamedTuple):
    """A date known to the year, the month or the day; `month` and `day` are 0 where unknown."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read `2023`, `2023-10` or `2023-10-17`.

        Raises:
            ValueError: the text has another form, or names a day that does not exist.
        """
        match = _FORM.fullmatch(text)
        if not match:
            raise ValueError(text)
        year, month, day = (int(part or 0) for part in match.groups())
        if year < OLDEST_YEAR or (match[2] and not month) or (match[3] and not day):
            raise ValueError(text)
        datetime.date(year, month or 1, day or 1)
        return cls(year, month, day)

    @property
    def first(self) -> datetime.date:
        """The first day that the date may mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> datetime.date:
        """The last day that the date may mean."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def iso(self) -> str:
        """The ISO 8601 form, as precise as the date."""
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in self[1:] if part]
        return "-".join(parts)

    @property
    def text(self) -> str:
        """The Vietnamese form: `17/10/2023`, `tháng 10/2023`, `năm 2023`."""
        if self.day:
            return f"{self.day:02}/{self.month:02}/{self.year}"
        return f"tháng {self.month}/{self.year}" if self.month else f"năm {self.year}"

    @property
    def on(self) -> str:
        """The date as it stands inside a sentence: "ngày 17/10/2023", "tháng 10/2023"."""
        return f"ngày {self.text}" if self.day else self.text
