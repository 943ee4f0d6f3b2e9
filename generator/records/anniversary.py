"""Anniversary (ngày kỷ niệm): a day of the past that an office keeps, year after year."""

import datetime
from collections.abc import Iterator
from itertools import count, islice
from typing import TYPE_CHECKING, Annotated, NamedTuple

from generator.records.base import (
    CalendarEntry,
    Date,
    DecisionAt,
    Fault,
    Field,
    Kind,
    Link,
    Page,
    PartialDate,
    Prose,
    Record,
    Reference,
    RefTo,
    Slug,
    Text,
)
from generator.records.calendar import own_calendar
from generator.records.event_pages import row_of
from generator.records.telling import numbered

if TYPE_CHECKING:
    from generator.records.digest import Index

CRUMBS = (Link("Công tác", "/cong-tac/"), Link("Ngày kỷ niệm", "/ky-niem/"))
ROUND_YEARS = 3


class Kept(NamedTuple):
    """A day on which an anniversary is kept, and how many years that makes."""

    day: PartialDate
    years: int

    @property
    def is_round(self) -> bool:
        """Whether the number ends in 0: "năm tròn" (khoản 6 Điều 3 Luật 06/2022/QH15)."""
        return self.years % 10 == 0


class Anniversary(Record):
    """A day to be kept, with what happened on it and what an office does for it."""

    name: Text = Field(title="tên ngày kỷ niệm")
    date: Date = Field(title="ngày diễn ra")
    summary: Text | None = Field(None, title="ý nghĩa")
    story: Prose | None = Field(None, title="bài viết")
    movements: tuple[Annotated[Slug, RefTo("movement")], ...] = Field((), title="phong trào")
    decisions: tuple[DecisionAt, ...] = Field((), title="quyết định khen thưởng nhân dịp này")
    exemplars: tuple[Annotated[Slug, RefTo("exemplar")], ...] = Field((), title="gương điển hình")

    @property
    def address(self) -> str:
        """Where the anniversary's page is."""
        return f"/ky-niem/{self.id}/"

    def kept_from(self, day: datetime.date) -> Iterator[Kept]:
        """Yield the days on which it is kept, from a day on; 29/02 is kept on 28/02."""
        for year in count(day.year):
            kept = self._in_year(year)
            if kept >= day and year > self.date.year:
                yield Kept(PartialDate(kept.year, kept.month, kept.day), year - self.date.year)

    def round_years(self, day: datetime.date) -> tuple[Kept, ...]:
        """Return the days of the next round years."""
        found = (kept for kept in self.kept_from(day) if kept.is_round)
        return tuple(islice(found, ROUND_YEARS))

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


def in_calendar(anniversary: Anniversary, reference: Reference) -> Iterator[CalendarEntry]:
    """Yield the day, which comes again every year."""
    day = anniversary.date.first
    yield CalendarEntry(
        address=anniversary.address,
        title=anniversary.name,
        first=day,
        last=day,
        text=anniversary.summary or f"Ngày {anniversary.date.text}.",
        yearly=True,
        illustrative=anniversary.illustrative,
    )


def pages(anniversary: Anniversary, reference: Reference, index: "Index") -> Iterator[Page]:
    """Make the page of an anniversary: the day, its next years, what is done and given for it."""
    today = reference.as_of.last
    events = [e for e in reference.of("event") if e.anniversary == anniversary.id]
    news = [n for n in reference.of("news") if n.anniversary == anniversary.id]
    yield Page(
        address=anniversary.address,
        template="anniversary.md.jinja",
        title=anniversary.name,
        description=f"{anniversary.name}, {anniversary.date.text}"
        + (f": {anniversary.summary}" if anniversary.summary else "."),
        context={
            "anniversary": anniversary,
            "as_of": reference.as_of,
            "calendar": own_calendar(in_calendar(anniversary, reference), today),
            "next": next(anniversary.kept_from(today)),
            "round_years": anniversary.round_years(today),
            "movements": [reference.find("movement", key) for key in anniversary.movements],
            "events": [
                row_of(e, reference)
                for e in sorted(events, key=lambda e: (e.begins, e.id), reverse=True)
            ],
            "decisions": [index.acts[f"/vinh-danh/{key}/"][0] for key in anniversary.decisions],
            "exemplars": [reference.find("exemplar", key) for key in anniversary.exemplars],
            "news": sorted(news, key=lambda n: (n.date, n.id), reverse=True),
            "numbers": numbered(anniversary.sources),
        },
        card=("Ngày kỷ niệm", anniversary.name, anniversary.date.text),
        source=anniversary.origin.file,
        crumbs=CRUMBS,
        kind="Ngày kỷ niệm",
        section="cong-tac",
    )


KIND = Kind(
    name="anniversary",
    label="ngày kỷ niệm",
    model=Anniversary,
    layout="table",
    where="data/anniversaries.yml",
    rules=(day_known,),
    pages=pages,
    calendar=in_calendar,
)
