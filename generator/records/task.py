"""Year's tasks (nhiệm vụ trọng tâm): what a plan asks for, of whom, by when, and how far it is."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

from generator.records.base import (
    Date,
    Fault,
    Field,
    Kind,
    Link,
    Page,
    Part,
    PartialDate,
    PastDate,
    Record,
    Reference,
    RefTo,
    Slug,
    Text,
)
from generator.records.marks import ToPage
from generator.records.telling import Act, numbered, sources_known

if TYPE_CHECKING:
    from generator.records.digest import Index

DONE, OVERDUE, RUNNING, AHEAD, OPEN = STATES = (
    "đã xong",
    "quá hạn",
    "đang làm",
    "chưa đến hạn",
    "không ghi hạn",
)


class Task(Part):
    """One task of the year."""

    text: Text = Field(title="nhiệm vụ")
    clause: Text | None = Field(None, title="chỗ trong kế hoạch")
    unit: Annotated[Slug, RefTo("unit")] | None = Field(None, title="mã đơn vị chủ trì")
    owner: Text | None = Field(None, title="đơn vị chủ trì, như kế hoạch ghi")
    begins: Date | None = Field(None, title="bắt đầu")
    due: Date | None = Field(None, title="hạn")
    done: PastDate | None = Field(None, title="ngày xong")
    result: Text | None = Field(None, title="kết quả")
    link: Annotated[Text, ToPage()] | None = Field(
        None, title="trang kết quả", pattern=r"^(/[a-z0-9/-]+/|https?://.+)$"
    )
    source: Text | None = Field(None, title="mã nguồn")

    def state(self, as_of: PartialDate) -> str:
        """Return one of `STATES`, as of a date of the data.

        A task is overdue only once the whole of a due date of low precision has passed; one that
        has a due date ahead runs when it has begun, and waits when its beginning is not told.
        """
        if self.done:
            return DONE
        if self.due and self.due.last < as_of.last:
            return OVERDUE
        if self.begins and self.begins.first <= as_of.last:
            return RUNNING
        return AHEAD if self.begins or self.due else OPEN


class YearTasks(Record):
    """The tasks of an office's year, by the plan that sets them."""

    title: Text = Field(title="tên")
    year: int = Field(title="năm", ge=1948, le=9999)
    issuer: Annotated[Slug, RefTo("unit")] = Field(title="cơ quan ban hành")
    plan: Act | None = Field(None, title="kế hoạch")
    summary: Text = Field(title="tóm tắt")
    note: Text | None = Field(None, title="điều cần biết về nguồn")
    tasks: tuple[Task, ...] = Field(title="nhiệm vụ")

    @property
    def address(self) -> str:
        """Where the year's page is."""
        return f"/nhiem-vu/{self.id}/"

    def counts(self, as_of: PartialDate) -> list[tuple[str, int]]:
        """Return how many tasks are in each state, the states in order."""
        found = [task.state(as_of) for task in self.tasks]
        return [(state, found.count(state)) for state in STATES if state in found]


def tasks_told(record: YearTasks, reference: Reference) -> Iterator[Fault]:
    """Every task has an owner, and does not end before it begins."""
    for place, task in enumerate(record.tasks):
        if not task.unit and not task.owner:
            yield record.fault(
                "NV-001",
                ("tasks", place),
                "nhiệm vụ chưa có đơn vị chủ trì",
                "ghi unit (mã đơn vị) hoặc owner (tên như kế hoạch ghi)",
            )
        for name, word, end in (("due", "hạn", task.due), ("done", "ngày xong", task.done)):
            if task.begins and end and end.last < task.begins.first:
                yield record.fault(
                    "NV-002",
                    ("tasks", place, name),
                    f"{word} ({end.text}) trước khi bắt đầu ({task.begins.text})",
                    f"sửa begins hoặc {name}",
                )


def one_plan_a_year(records: tuple[YearTasks, ...], reference: Reference) -> Iterator[Fault]:
    """An office has one list of tasks a year."""
    seen: dict[tuple[str, int], YearTasks] = {}
    for record in records:
        first = seen.setdefault((record.issuer, record.year), record)
        if first is not record:
            yield record.fault(
                "NV-003",
                ("year",),
                f"nhiệm vụ năm {record.year} của cơ quan này đã có ở {first.origin.file}",
                "gộp hai tệp làm một, hoặc sửa year, issuer",
            )


def _row(task: Task, reference: Reference) -> dict[str, Any]:
    unit = reference.find("unit", task.unit)
    owner = Link(task.owner or unit.short, unit.address) if unit else Link(task.owner or "", "")
    return {"told": task, "state": task.state(reference.as_of), "owner": owner}


def pages(record: YearTasks, reference: Reference, index: "Index") -> Iterator[Page]:
    """Make the page of a year's tasks, in the order of the plan."""
    yield Page(
        address=record.address,
        template="task.md.jinja",
        title=record.title,
        description=record.summary,
        context={
            "record": record,
            "issuer": reference.find("unit", record.issuer),
            "rows": [_row(task, reference) for task in record.tasks],
            "counts": record.counts(reference.as_of),
            "overdue": OVERDUE,
            "as_of": reference.as_of,
            "numbers": numbered(record.sources),
        },
        source=record.origin.file,
        crumbs=(Link("Công tác", "/cong-tac/"), Link("Nhiệm vụ trọng tâm", "/nhiem-vu/")),
        kind="Nhiệm vụ trọng tâm",
        section="cong-tac",
    )


KIND = Kind(
    name="task",
    label="nhiệm vụ trọng tâm của năm",
    model=YearTasks,
    layout="file",
    where="data/tasks/*.yml",
    named_by=(("year",),),
    rules=(tasks_told, sources_known),
    group_rules=(one_plan_a_year,),
    pages=pages,
)
