"""Movement (phong trào thi đua): a campaign; those that have ended stay, with their results."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from generator.records import telling
from generator.records.base import (
    Before,
    Date,
    Fault,
    Field,
    Kind,
    Link,
    Page,
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
from generator.records.citation import Citation, cite_text
from generator.records.digest import invented
from generator.records.event_pages import row_of
from generator.records.feed_stories import movement_in_feeds
from generator.records.paging import paged
from generator.records.story_published import movement_published
from generator.records.version_rules import wording_kept
from generator.records.versions import pages_of

if TYPE_CHECKING:
    from generator.records.digest import Index


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


def _citation(movement: Movement, reference: Reference) -> Citation:
    launcher, plan = reference.find("unit", movement.launcher), movement.plan
    title = f"Phong trào thi đua “{movement.name}”"
    return cite_text(
        reference.site,
        movement.address,
        title,
        f"{title} do {launcher.name} phát động, {movement.period}",
        movement.issued,
        (change.date for change in movement.history),
        authority=launcher.name,
        number=f"Kế hoạch số {plan.symbol}" if plan and plan.symbol else "",
        illustrative=movement.illustrative,
    )


def pages(movement: Movement, reference: Reference, index: "Index") -> Iterator[Page]:
    """Make the page of a movement, with the list of its honours, and its earlier versions."""

    def page_of(was: Movement) -> Page:
        return _page(was, reference, index)

    latest, *others = pages_of(movement, reference, page_of)
    yield from paged(latest, "honours", index.honours_of("movement", movement.id))
    yield from others


def _page(movement: Movement, reference: Reference, index: "Index") -> Page:
    """Return a movement's page: plan, goals, results, its decisions and stories."""
    citation = _citation(movement, reference)
    news = reference.having("news", "movement", movement.id)
    return Page(
        address=movement.address,
        template="movement.md.jinja",
        title=f"“{movement.name}”",
        description=movement.summary,
        context={
            "movement": movement,
            "launcher": reference.find("unit", movement.launcher),
            "paper": reference.find("document", movement.plan.document if movement.plan else None),
            "national": reference.find("document", movement.national_document),
            "state": movement.state(reference.as_of),
            "as_of": reference.as_of,
            "citation": citation,
            "feed": any(movement_in_feeds(movement, reference)),
            "numbers": telling.numbered(movement.sources),
            "responses": [(r, reference.find("unit", r.unit)) for r in movement.responses],
            "samples": invented(index.honours_of("movement", movement.id)),
            "decisions": index.decisions_of("movement", movement.id),
            "exemplars": [e for e in reference.of("exemplar") if e.movement == movement.id],
            "events": [
                row_of(e, reference) for e in reference.of("event") if e.movement == movement.id
            ],
            "news": sorted(news, key=lambda n: (n.date, n.id), reverse=True),
        },
        thing=movement_published(movement, citation, reference),
        updated=citation.updated,
        card=("Phong trào thi đua", movement.name, movement.period),
        source=movement.origin.file,
        crumbs=(Link("Phong trào thi đua", "/phong-trao/"),),
        kind="Phong trào thi đua",
        section="phong-trao",
    )


KIND = Kind(
    name="movement",
    label="phong trào thi đua",
    model=Movement,
    layout="file",
    where="data/movements/*.yml",
    rules=(period_in_order, *telling.RULES, wording_kept),
    pages=pages,
    feed=movement_in_feeds,
)
