"""Commitment (tệp niêm phong): the digest of a file, made public before the file itself may be.

Whoever holds the digest can tell later that the file was not changed; until then it tells nothing.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.records.base import (
    Date,
    DecisionAt,
    Fault,
    Field,
    Kind,
    Link,
    Page,
    PastDate,
    Record,
    Reference,
    Text,
)

if TYPE_CHECKING:
    from generator.records.digest import Index

PRESS_CRUMBS = (Link("Công tác", "/cong-tac/"), Link("Báo chí", "/bao-chi/"))
FOLDER = "/bao-chi/cam-ket/"
TITLE = "Niêm phong trước giờ công bố"
STATES = {False: "chưa mở", True: "đã mở và khớp"}


class Commitment(Record):
    """A file that is sealed, and what became of it."""

    title: Text = Field(title="tên")
    about: Text = Field(title="tệp nói chung về việc gì, không lộ nội dung")
    sha256: Text = Field(title="mã kiểm SHA-256 của tệp niêm phong", pattern=r"^[0-9a-f]{64}$")
    date: PastDate = Field(title="ngày công bố mã kiểm")
    due: Date | None = Field(None, title="dự kiến mở")
    opened: PastDate | None = Field(None, title="ngày mở")
    paper: Text | None = Field(
        None, title="tệp đã mở, trong content/tep/", pattern=r"^[a-z0-9][a-z0-9._-]*$"
    )
    decision: DecisionAt | None = Field(None, title="quyết định có trong tệp")

    @property
    def address(self) -> str:
        """Where the commitment is, before and after it is opened."""
        return f"{FOLDER}{self.id}/"

    @property
    def files(self) -> tuple[str, ...]:
        """The opened file."""
        return (f"content/tep/{self.paper}",) if self.paper else ()

    @property
    def state(self) -> str:
        """Whether it is opened; one that does not match is never published."""
        return STATES[self.opened is not None]


def opened_whole(commitment: Commitment, reference: Reference) -> Iterator[Fault]:
    """What is opened has its day and its file, and was committed to before."""
    if (commitment.opened is None) != (commitment.paper is None):
        there, missing = ("opened", "paper") if commitment.opened else ("paper", "opened")
        yield commitment.fault(
            "CB-002",
            (there,),
            f"có {there} mà thiếu {missing}",
            "khi mở thì ghi cả ngày mở và tệp; chưa mở thì bỏ cả hai",
        )
    if commitment.opened and commitment.opened.last < commitment.date.first:
        yield commitment.fault(
            "CB-003",
            ("opened",),
            f"mở {commitment.opened.on}, trước khi công bố mã kiểm ({commitment.date.text})",
            "kiểm tra date và opened",
        )


def matches(commitment: Commitment, reference: Reference) -> Iterator[Fault]:
    """The opened file is the one that was sealed, to the last byte."""
    if commitment.paper is None:
        return
    found = reference.paper(commitment.paper)
    if found is None:
        yield commitment.fault(
            "CB-004",
            ("paper",),
            f"không có tệp content/tep/{commitment.paper}",
            "chép đúng tệp đã niêm phong vào đó",
        )
    elif found != commitment.sha256:
        yield commitment.fault(
            "CB-004",
            ("paper",),
            f"tệp {commitment.paper} không khớp mã kiểm đã công bố",
            "tìm lại đúng tệp đã niêm phong (chỉ lưu lại một lần là mã đã khác); không sửa mã đã "
            "công bố",
        )


def pages(commitment: Commitment, reference: Reference, index: "Index") -> Iterator[Page]:
    """Make the page of a commitment."""
    where = f"/vinh-danh/{commitment.decision}/" if commitment.decision else ""
    decision = index.acts[where][0] if where in index.acts else None
    yield Page(
        address=commitment.address,
        template="commitment.md.jinja",
        title=commitment.title,
        description=f"Tệp niêm phong, {commitment.state}: {commitment.about}",
        context={
            "commitment": commitment,
            "decision": Link(decision.label, decision.address) if decision else None,
            "name": commitment.paper or "ten-tep.zip",
        },
        source=commitment.origin.file,
        crumbs=(*PRESS_CRUMBS, Link(TITLE, FOLDER)),
        kind="Niêm phong",
        section="cong-tac",
    )


KIND = Kind(
    name="commitment",
    label="tệp niêm phong",
    model=Commitment,
    layout="table",
    where="data/commitments*.yml",
    named_by=(("title",),),
    rules=(opened_whole, matches),
    pages=pages,
)
