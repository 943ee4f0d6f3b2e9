"""Anniversary (ngày kỷ niệm): a day of the past that an office keeps, year after year."""

import datetime
from collections.abc import Iterator

from generator.records.base import Date, Fault, Field, Kind, Record, Reference, Text


class Anniversary(Record):
    """A day to be kept, with what happened on it."""

    name: Text = Field(title="tên ngày kỷ niệm")
    date: Date = Field(title="ngày diễn ra")
    summary: Text | None = Field(None, title="ý nghĩa")

    def next_from(self, day: datetime.date) -> datetime.date:
        """Return the day it is kept next, that day itself included; 29/02 is kept on 28/02."""
        return next(
            kept for year in (day.year, day.year + 1) if (kept := self._in_year(year)) >= day
        )

    def _in_year(self, year: int) -> datetime.date:
        try:
            return self.date.first.replace(year=year)
        except ValueError:
            return datetime.date(year, 2, 28)


def day_known(anniversary: Anniversary, reference: Reference) -> Iterator[Fault]:
    """A day that is kept every year is known to the day."""
    if not anniversary.date.day:
        yield anniversary.fault(
            "KN-001",
            ("date",),
            f"ngày kỷ niệm chỉ ghi {anniversary.date.text}",
            "ghi đủ năm-tháng-ngày",
        )


KIND = Kind(
    name="anniversary",
    label="ngày kỷ niệm",
    model=Anniversary,
    layout="table",
    where="data/anniversaries.yml",
    rules=(day_known,),
)
