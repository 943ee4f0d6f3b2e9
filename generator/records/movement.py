"""Movement (phong trào thi đua): a campaign; those that have ended stay, with their results."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from generator.records import telling
from generator.records.base import (
    Before,
    Date,
    Fault,
    Field,
    Part,
    PartialDate,
    Prose,
    Record,
    Reference,
    RefTo,
    Slug,
    Text,
    before_of,
)


class Plan(Part):
    """The paper that launches a movement."""

    symbol: Text | None = Field(None, title="số, ký hiệu")
    date: Date | None = Field(None, title="ngày ban hành")
    document: Annotated[Slug, RefTo("document")] | None = Field(None, title="mã văn bản")
    source: Text | None = Field(None, title="mã nguồn")


class Response(telling.Act):
    """A unit's own paper by which it takes part; its date tells the year it counts for."""

    unit: Annotated[Slug, RefTo("unit")] = Field(title="mã đơn vị hưởng ứng")
    title: Text = Field("Kế hoạch hưởng ứng", title="tên văn bản")
    date: Date = Field(title="ngày ban hành")


class MovementRevision(telling.Revision):
    """A later change of what is told of a movement."""

    before: "MovementBefore | None" = Field(None, title="điều đã đăng trước đó, nay khác")


class Movement(Record):
    """A campaign with a launcher, a plan, a period, goals and results."""

    name: Text = Field(title="tên phong trào")
    aliases: tuple[Text, ...] = Field((), title="tên gọi khác")
    launcher: Annotated[Slug, RefTo("unit")] = Field(title="cơ quan phát động")
    plan: Plan | None = Field(None, title="kế hoạch")
    begins: Date = Field(title="bắt đầu")
    ends: Date | None = Field(None, title="kết thúc")
    national: Text | None = Field(None, title="phong trào cấp toàn quốc")
    national_document: Annotated[Slug, RefTo("document")] | None = Field(
        None, title="văn bản phát động cấp toàn quốc"
    )
    audience: Text | None = Field(None, title="đối tượng")
    summary: Text = Field(title="tóm tắt")
    goals: tuple[telling.Goal, ...] = Field((), title="mục tiêu")
    criteria: tuple[telling.Goal, ...] = Field((), title="tiêu chí")
    milestones: tuple[telling.Step, ...] = Field((), title="mốc thời gian")
    responses: tuple[Response, ...] = Field((), title="kế hoạch hưởng ứng của các đơn vị")
    results: tuple[telling.Figure, ...] = Field((), title="kết quả")
    story: Prose | None = Field(None, title="bài viết")
    history: tuple[MovementRevision, ...] = Field((), title="lịch sử sửa")

    @property
    def address(self) -> str:
        """Where the movement's page is."""
        return f"/phong-trao/{self.id}/"

    @property
    def issued(self) -> PartialDate:
        """When it was launched: the day of the plan, or its first day when that is not known."""
        return (self.plan and self.plan.date) or self.begins

    @property
    def period(self) -> str:
        """The period in words."""
        if self.ends is None:
            return f"từ {self.begins.on}"
        if not self.begins.month and not self.ends.month:
            return f"giai đoạn {self.begins.year}–{self.ends.year}"
        return f"từ {self.begins.on} đến {self.ends.on}"

    def state(self, as_of: PartialDate) -> str:
        """Return "chưa bắt đầu", "đang diễn ra" or "đã kết thúc", as of a date of the data."""
        if self.ends and self.ends.last < as_of.last:
            return "đã kết thúc"
        return "đang diễn ra" if self.begins.first <= as_of.last else "chưa bắt đầu"


if TYPE_CHECKING:
    MovementBefore = Before
else:
    MovementBefore = before_of(Movement, (*Record.model_fields, "history"))
    MovementRevision.model_rebuild()
    Movement.model_rebuild()


def period_in_order(movement: Movement, reference: Reference) -> Iterator[Fault]:
    """A movement ends after it begins."""
    if movement.ends and movement.ends.last < movement.begins.first:
        yield movement.fault(
            "PT-001",
            ("ends",),
            f"kết thúc ({movement.ends.text}) trước khi bắt đầu ({movement.begins.text})",
            "sửa begins hoặc ends",
        )
