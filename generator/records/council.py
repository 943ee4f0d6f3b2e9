"""Council (hội đồng): who sits in it by post, term by term, and what its meetings considered."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Literal

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
from generator.records.telling import Act, Figure, numbered, sources_known
from generator.records.terms import COUNCIL_KINDS

if TYPE_CHECKING:
    from generator.records.digest import Index


class Seat(Part):
    """A seat of a council and the post whose holder has it."""

    seat: Text = Field(title="chức danh trong hội đồng")
    post: Text = Field(title="chức vụ của người giữ")
    name: Text | None = Field(None, title="họ tên, khi quyết định đã công bố")


class Term(Part):
    """A council as one decision composed it."""

    begins: Date = Field(title="từ")
    ends: Date | None = Field(None, title="đến")
    decision: Act | None = Field(None, title="quyết định thành lập, kiện toàn")
    seats: tuple[Seat, ...] = Field((), title="thành viên")
    note: Text | None = Field(None, title="điều cần biết về nguồn")
    source: Text | None = Field(None, title="mã nguồn")

    @property
    def period(self) -> str:
        """The term in words: "từ tháng 3/2023 đến ngày 30/06/2025"."""
        return f"từ {self.begins.on}" + (f" đến {self.ends.on}" if self.ends else "")


class Meeting(Part):
    """A meeting: what was considered and what the council has published, never a vote."""

    date: PastDate = Field(title="ngày họp")
    text: Text = Field(title="nội dung đã xét")
    figures: tuple[Figure, ...] = Field((), title="số liệu đã công bố")
    news: Annotated[Slug, RefTo("news")] | None = Field(None, title="tin về kỳ họp")
    source: Text | None = Field(None, title="mã nguồn")


class Council(Record):
    """A council that advises on commendation or on initiatives."""

    name: Text = Field(title="tên hội đồng")
    kind: Literal["thi-dua-khen-thuong", "sang-kien"] = Field(title="loại")
    unit: Annotated[Slug, RefTo("unit")] | None = Field(None, title="mã cơ quan có hội đồng")
    of: Text | None = Field(None, title="cơ quan có hội đồng, như nguồn ghi")
    standing: Text | None = Field(None, title="cơ quan thường trực")
    summary: Text = Field(title="tóm tắt")
    terms: tuple[Term, ...] = Field((), title="các lần kiện toàn")
    meetings: tuple[Meeting, ...] = Field((), title="kỳ họp")

    @property
    def address(self) -> str:
        """Where the council's page is."""
        return f"/hoi-dong/{self.id}/"

    @property
    def label(self) -> str:
        """What it is: "Hội đồng sáng kiến"."""
        return COUNCIL_KINDS[self.kind]

    def state(self, as_of: PartialDate) -> str:
        """Return "đang hoạt động", "đã kết thúc", or "" when no term is told."""
        if not self.terms:
            return ""
        gone = all(term.ends and term.ends.last < as_of.last for term in self.terms)
        return "đã kết thúc" if gone else "đang hoạt động"


def terms_in_order(council: Council, reference: Reference) -> Iterator[Fault]:
    """Terms follow each other, and none ends before it begins."""
    for place, term in enumerate(council.terms):
        if term.ends and term.ends.last < term.begins.first:
            yield _backwards(council, place, f"kết thúc trước khi bắt đầu ({term.begins.text})")
    for place, (before, after) in enumerate(pairwise(council.terms)):
        if before.ends is None or after.begins.last < before.ends.first:
            yield _backwards(council, place, f"gối lên lần sau ({after.begins.text})")


def _backwards(council: Council, place: int, problem: str) -> Fault:
    return council.fault(
        "HD-001",
        ("terms", place, "ends"),
        f"lần kiện toàn thứ {place + 1} {problem}",
        "ghi các lần theo thứ tự thời gian, sửa begins hoặc ends",
    )


def names_published(council: Council, reference: Reference) -> Iterator[Fault]:
    """A name stands beside a post only where the decision has published it."""
    for place, term in enumerate(council.terms):
        published = term.decision and term.decision.source
        for number, seat in enumerate(term.seats):
            if seat.name and not published:
                yield council.fault(
                    "HD-002",
                    ("terms", place, "seats", number, "name"),
                    "có họ tên mà không ghi quyết định và nguồn đã công bố tên đó",
                    "ghi decision kèm source, hoặc chỉ ghi chức vụ",
                )


def pages(council: Council, reference: Reference, index: "Index") -> Iterator[Page]:
    """Make the page of a council, its newest term and meeting first."""
    meetings = sorted(council.meetings, key=lambda meeting: meeting.date, reverse=True)
    yield Page(
        address=council.address,
        template="council.md.jinja",
        title=council.name,
        description=council.summary,
        context={
            "council": council,
            "state": council.state(reference.as_of),
            "as_of": reference.as_of,
            "unit": reference.find("unit", council.unit),
            "terms": council.terms[::-1],
            "meetings": [(m, reference.find("news", m.news)) for m in meetings],
            "initiatives": [
                item
                for item in reference.of("initiative")
                if item.recognition.council == council.id
            ],
            "numbers": numbered(council.sources),
        },
        source=council.origin.file,
        crumbs=(Link("Công tác", "/cong-tac/"), Link("Hội đồng", "/hoi-dong/")),
        kind=council.label,
        section="cong-tac",
    )


KIND = Kind(
    name="council",
    label="hội đồng",
    model=Council,
    layout="file",
    where="data/councils/*.yml",
    rules=(terms_in_order, names_published, sources_known),
    pages=pages,
)
