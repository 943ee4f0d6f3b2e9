"""What records that tell of something share: figures, steps, papers, each with its source."""

from collections.abc import Iterator, Mapping, Sequence

from generator.records.base import (
    Before,
    Date,
    Fault,
    Field,
    Part,
    PartialDate,
    PastDate,
    Record,
    Reference,
    Rule,
    Source,
    Text,
    walk,
)
from generator.records.terms import STEP_STATES, StepState


class Figure(Part):
    """A stated result: what, how much, as of when, and who says so."""

    label: Text = Field(title="chỉ tiêu")
    value: Text = Field(title="kết quả, như nguồn ghi")
    as_of: Date | None = Field(None, title="tính đến")
    source: Text | None = Field(None, title="mã nguồn")


class Step(Part):
    """Something that happens, or is to happen, on a date."""

    date: Date = Field(title="thời gian")
    text: Text = Field(title="nội dung")
    state: StepState | None = Field(None, title="tình trạng")
    source: Text | None = Field(None, title="mã nguồn")

    def state_at(self, as_of: PartialDate) -> str:
        """Return how far the step is, in words; "" for one of the past of which nothing is said."""
        ahead = self.date.first > as_of.last
        return STEP_STATES[self.state] if self.state else "sắp tới" if ahead else ""


class Quote(Part):
    """Words of somebody, cleared for use."""

    text: Text = Field(title="lời nói")
    speaker: Text = Field(title="người nói")
    source: Text | None = Field(None, title="mã nguồn")


class Revision(Part):
    """A later change of a published text: when, and what.

    A kind adds `before`, the fields of its records that said something else until then.
    """

    date: PastDate = Field(title="ngày sửa")
    text: Text = Field(title="đã sửa gì")
    before: Before | None = None

    @property
    def unkept(self) -> bool:
        """Whether the register does not say what the text was."""
        return self.before is None

    @property
    def told(self) -> str:
        """What was changed, in words."""
        return self.text.rstrip(".")

    def paper(self, reference: Reference) -> str:
        """Return the act that changed it: none, an office mends its own texts."""
        return ""


class Goal(Part):
    """An aim, in the words of its plan."""

    text: Text = Field(title="mục tiêu")
    source: Text | None = Field(None, title="mã nguồn")


class Act(Part):
    """A paper of the office or of a unit: a pledge, a plan, a regulation, a decision."""

    title: Text = Field(title="tên văn bản")
    symbol: Text | None = Field(None, title="số, ký hiệu")
    date: Date | None = Field(None, title="ngày ban hành")
    source: Text | None = Field(None, title="mã nguồn")

    @property
    def words(self) -> str:
        """The paper in words: "Kế hoạch hưởng ứng số 12/KH-UBND, ngày 05/03/2024"."""
        number = f"{self.title} số {self.symbol}" if self.symbol else self.title
        return f"{number}, {self.date.on}" if self.date else number


def differing(results: Sequence[Figure]) -> list[Figure]:
    """Return those figures whose result is told with another value too."""
    values: dict[str, set[str]] = {}
    for figure in results:
        values.setdefault(figure.label, set()).add(figure.value)
    return [figure for figure in results if len(values[figure.label]) > 1]


def numbered(sources: Mapping[str, Source]) -> Mapping[str, int]:
    """Return the number that each source carries on its page, in the order they are kept."""
    return {key: number for number, key in enumerate(sources, 1)}


def sources_known(record: Record, reference: Reference) -> Iterator[Fault]:
    """Every figure, step, goal and paper names a source that the record lists."""
    for path, key, _ in walk(record):
        if path[-1] == "source" and key not in record.sources:
            yield record.fault(
                "NG-001",
                path,
                f"nguồn «{key}» không có trong mục sources",
                "thêm nguồn đó vào sources, hoặc sửa mã nguồn",
            )


def done_in_time(record: Record, reference: Reference) -> Iterator[Fault]:
    """A step that is done has its day behind it."""
    found = {path: value for path, value, _ in walk(record)}
    for path in found:
        if path[-1] != "state" or found[path] != "done":
            continue
        date = found[*path[:-1], "date"]
        if isinstance(date, PartialDate) and date.first > reference.as_of.last:
            yield record.fault(
                "NG-002",
                path,
                f"bước ghi là đã xong nhưng {date.on} còn ở sau ngày của dữ liệu",
                "sửa state hoặc date của bước",
            )


RULES: tuple[Rule, ...] = (sources_known, done_in_time)
