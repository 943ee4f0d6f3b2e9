"""Cluster (cụm, khối thi đua): units that compete with each other, and who led them each year."""

import datetime
from typing import Annotated, Literal

from generator.dates import overlaps
from generator.records.base import (
    Date,
    Field,
    Part,
    PartialDate,
    Record,
    RefTo,
    Slug,
    Text,
)
from generator.records.registered import RegisterAddress
from generator.records.telling import Act, Goal
from generator.records.terms import CLUSTER_KINDS


class Member(Part):
    """A unit of the cluster: one of the vocabulary, or a name as its source prints it."""

    unit: Annotated[Slug, RefTo("unit")] | None = Field(None, title="mã cơ quan, đơn vị")
    name: Text | None = Field(None, title="tên như nguồn ghi")
    valid_from: Date | None = Field(None, title="tham gia từ")
    valid_to: Date | None = Field(None, title="đến")

    @property
    def key(self) -> str:
        """What leaders and results call the member by: the unit's id, or else the name."""
        return self.unit or self.name or ""

    def takes_part(self, year: int) -> bool:
        """Whether it belongs to the cluster on any day of a year."""
        first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        return overlaps(self.valid_from, self.valid_to, first, last)


class Result(Part):
    """What the council has published of a member's year."""

    member: Text = Field(title="đơn vị, như ghi ở members")
    rank: int | None = Field(None, title="thứ hạng", ge=1)
    text: Text = Field(title="kết quả đã công bố")
    honour: RegisterAddress | None = Field(None, title="địa chỉ trong sổ")
    source: Text | None = Field(None, title="mã nguồn")


class ClusterYear(Part):
    """A year of the cluster: who leads, what was pledged, what came of it."""

    year: int = Field(title="năm", ge=1948, le=9999)
    leader: Text | None = Field(None, title="cụm trưởng (khối trưởng), như ghi ở members")
    leader_note: Text | None = Field(None, title="vì sao chưa rõ cụm trưởng (khối trưởng)")
    deputies: tuple[Text, ...] = Field((), title="cụm phó (khối phó), như ghi ở members")
    pledge: Act | None = Field(None, title="giao ước thi đua")
    criteria: tuple[Goal, ...] = Field((), title="tiêu chí, bảng điểm")
    results: tuple[Result, ...] = Field((), title="kết quả")
    source: Text | None = Field(None, title="mã nguồn")


class Cluster(Record):
    """Units of one region (cụm) or of one sector (khối) that a council puts together."""

    name: Text = Field(title="tên cụm, khối")
    kind: Literal["cum", "khoi"] = Field(title="loại")
    organiser: Annotated[Slug, RefTo("unit")] | None = Field(None, title="cơ quan tổ chức")
    valid_from: Date | None = Field(None, title="có từ")
    valid_to: Date | None = Field(None, title="đến")
    summary: Text = Field(title="tóm tắt")
    members: tuple[Member, ...] = Field(title="thành viên")
    years: tuple[ClusterYear, ...] = Field((), title="từng năm")
    papers: tuple[Act, ...] = Field((), title="văn bản")

    @property
    def address(self) -> str:
        """Where the cluster's page is."""
        return f"/cum-khoi/{self.id}/"

    @property
    def label(self) -> str:
        """What it is: "Cụm thi đua"."""
        return CLUSTER_KINDS[self.kind]

    @property
    def last_led(self) -> ClusterYear | None:
        """The last year of which the leader is known."""
        led = (year for year in self.years if year.leader)
        return max(led, key=lambda year: year.year, default=None)

    def members_in(self, year: int) -> tuple[Member, ...]:
        """Return the members of a year; none when the cluster itself was not there."""
        first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        there = overlaps(self.valid_from, self.valid_to, first, last)
        return tuple(m for m in self.members if m.takes_part(year)) if there else ()

    def state(self, as_of: PartialDate) -> str:
        """Return "đang hoạt động" or "đã kết thúc", as of a date of the data."""
        gone = self.valid_to is not None and self.valid_to.last < as_of.last
        return "đã kết thúc" if gone else "đang hoạt động"
