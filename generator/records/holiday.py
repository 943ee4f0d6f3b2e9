"""Day off, day worked (lịch nghỉ): what a year's notices change in the public calendar."""

from collections.abc import Iterator
from typing import Literal

from generator.records.base import Date, Fault, Field, Kind, Record, Reference, Text
from generator.working_days import KNOWN_YEARS, Calendar

DAY_KINDS = {"off": "nghỉ", "worked": "làm việc (làm bù)"}


class Holiday(Record):
    """A day off that the public calendar does not know, or a day worked in lieu of one."""

    date: Date = Field(title="ngày")
    day: Literal["off", "worked"] = Field(title="nghỉ hay làm việc")
    reason: Text = Field(title="lý do")


def calendar_of(reference: Reference) -> Calendar:
    """Return the working days, by the public calendar and the office's own lines."""
    own: tuple[Holiday, ...] = tuple(h for h in reference.of("holiday") if h.date.day)
    return Calendar(
        {h.date.first: h.reason for h in own if h.day == "off"},
        frozenset(h.date.first for h in own if h.day == "worked"),
    )


def day_and_source_known(holiday: Holiday, reference: Reference) -> Iterator[Fault]:
    """A line names one day, and who decided it."""
    if not holiday.date.day or holiday.date.year not in KNOWN_YEARS:
        yield holiday.fault(
            "LN-001",
            ("date",),
            f"không rõ là ngày nào ({holiday.date.text})",
            "ghi đủ năm-tháng-ngày",
        )
    if not holiday.sources:
        yield holiday.fault(
            "LN-002", (), "chưa ghi nguồn", "thêm sources: thông báo, công văn cho nghỉ, làm bù"
        )


def each_day_once(holidays: tuple[Holiday, ...], reference: Reference) -> Iterator[Fault]:
    """No day has two lines: one of them might say the contrary of the other."""
    seen: dict[object, Holiday] = {}
    for holiday in holidays:
        if holiday.date in seen:
            yield holiday.fault(
                "LN-003",
                ("date",),
                f"{holiday.date.on} đã có ở mục «{seen[holiday.date].id}»",
                "giữ một mục",
            )
        seen.setdefault(holiday.date, holiday)


KIND = Kind(
    name="holiday",
    label="ngày nghỉ, ngày làm bù",
    model=Holiday,
    layout="table",
    where="data/lich-nghi.yml",
    rules=(day_and_source_known,),
    group_rules=(each_day_once,),
    named_by=(("day", "date"),),
)
