"""Issuer or unit (cơ quan, đơn vị): who decides, who proposes, with dates and successors."""

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from generator.dates import overlaps
from generator.records.base import (
    Date,
    Field,
    Kind,
    Link,
    Page,
    Record,
    Reference,
    RefTo,
    Slug,
    Text,
)
from generator.records.paging import paged
from generator.records.terms import Authority
from generator.records.unit_work import work_of

if TYPE_CHECKING:
    from generator.records.digest import Index


class Unit(Record):
    """An office that issues or proposes commendations."""

    name: Text = Field(title="tên đầy đủ")
    short_name: Text | None = Field(None, title="tên gọn")
    authority: Authority | None = Field(None, title="thẩm quyền khen thưởng")
    place: Annotated[Slug, RefTo("place")] | None = Field(None, title="địa bàn")
    valid_from: Date | None = Field(None, title="có từ")
    valid_to: Date | None = Field(None, title="đến")
    successor: Annotated[Slug, RefTo("unit")] | None = Field(None, title="cơ quan kế thừa")
    note: Text | None = Field(None, title="ghi chú")

    @property
    def address(self) -> str:
        """Where the unit's page is."""
        return f"/co-quan/{self.id}/"

    def stood(self, first: datetime.date, last: datetime.date) -> bool:
        """Whether the unit was there on any day of the interval, its ends included."""
        return overlaps(self.valid_from, self.valid_to, first, last)

    @property
    def short(self) -> str:
        """The shorter name where there is one."""
        return self.short_name or self.name


def pages(unit: Unit, reference: Reference, index: "Index") -> Iterator[Page]:
    """Make the page of a unit: its dates, its part in the work, and the decisions it issued."""
    place = reference.find("place", unit.place)
    page = Page(
        address=unit.address,
        template="unit.md.jinja",
        title=unit.name,
        description=f"Các quyết định khen thưởng của {unit.name} trong sổ vinh danh.",
        context={
            "unit": unit,
            "place": place,
            "where": place.with_now(reference) if place else "",
            "successor": reference.find("unit", unit.successor),
            "work": work_of(unit.id, reference, index),
            "clusters": [
                item
                for item in reference.of("cluster")
                if any(member.unit == unit.id for member in item.members)
            ],
            "councils": reference.having("council", "unit", unit.id),
            "tasks": [
                item
                for item in reference.of("task")
                if any(task.unit == unit.id for task in item.tasks)
            ],
        },
        source=unit.origin.file,
        crumbs=(Link("Công tác", "/cong-tac/"), Link("Cơ quan, đơn vị", "/co-quan/")),
        kind="Cơ quan",
        section="cong-tac",
        listed=False,
    )
    yield from paged(page, "decisions", index.decisions_of("unit", unit.id))


KIND = Kind(
    name="unit",
    label="cơ quan, đơn vị",
    model=Unit,
    layout="table",
    where="data/vocabulary/units*.yml",
    pages=pages,
)
