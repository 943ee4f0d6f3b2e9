"""Procedure (thủ tục): how an award is proposed, with which papers, and who decides."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

from generator.records.base import (
    Fault,
    Field,
    Kind,
    Link,
    Page,
    Record,
    Reference,
    RefTo,
    Slug,
    Text,
    Url,
)
from generator.records.document import ENDED, Basis, Document, legal
from generator.records.terms import AUTHORITIES, Authority

if TYPE_CHECKING:
    from generator.records.digest import Index

ProcedureLevel = Literal["cap-nha-nuoc", "cap-tinh", "cap-xa", "co-quan-don-vi"]
PROCEDURE_LEVELS = {
    "cap-nha-nuoc": "Cấp Nhà nước",
    "cap-tinh": "Cấp tỉnh",
    "cap-xa": "Cấp xã",
    "co-quan-don-vi": "Cơ quan, đơn vị",
}


class Procedure(Record):
    """A way to an award; what is not known of it is left out, and the portal named."""

    name: Text = Field(title="tên thủ tục")
    code: Text | None = Field(None, title="mã thủ tục")
    level: ProcedureLevel = Field(title="cấp thực hiện")
    awards: tuple[Annotated[Slug, RefTo("award")], ...] = Field((), title="danh hiệu, hình thức")
    who: Text = Field(title="ai đề nghị")
    papers: tuple[Text, ...] = Field((), title="thành phần hồ sơ")
    days: int | None = Field(None, title="số ngày làm việc", ge=1)
    fee: Text | None = Field(None, title="phí, lệ phí")
    decider: Authority = Field(title="người quyết định")
    bases: tuple[Basis, ...] = Field(title="căn cứ pháp lý")
    portal: Url | None = Field(None, title="trang của cổng dịch vụ công")
    note: Text | None = Field(None, title="ghi chú")

    @property
    def address(self) -> str:
        """Where the procedure's page is."""
        return f"/thu-tuc/{self.id}/"


def by_law(procedure: Procedure, reference: Reference) -> Iterator[Fault]:
    """A procedure has a legal basis, which is in force and as real as itself."""
    if not procedure.bases:
        yield procedure.fault(
            "TTH-001",
            ("bases",),
            "thủ tục không ghi căn cứ pháp lý",
            "ghi bases: mã văn bản và điều",
        )
    for place, basis in enumerate(procedure.bases):
        document: Document | None = reference.find("document", basis.document)
        path = ("bases", place, "document")
        if document is not None and document.state(reference.as_of) == ENDED:
            yield procedure.fault(
                "TTH-002",
                path,
                f"{document.label} đã hết hiệu lực",
                "đối chiếu thủ tục với văn bản thay thế",
                "cảnh báo",
            )


def pages(procedure: Procedure, reference: Reference, index: "Index") -> Iterator[Page]:
    """Make the page of a procedure."""
    level = PROCEDURE_LEVELS[procedure.level]
    yield Page(
        address=procedure.address,
        template="procedure.md.jinja",
        title=procedure.name,
        description=f"{procedure.name} ({level.lower()}): ai đề nghị, hồ sơ gồm gì, ai quyết định.",
        context={
            "procedure": procedure,
            "level": level,
            "decider": AUTHORITIES[procedure.decider],
            "laws": legal(procedure.bases, reference),
            "awards": [reference.find("award", key) for key in procedure.awards],
        },
        source=procedure.origin.file,
        crumbs=(Link("Công tác", "/cong-tac/"), Link("Thủ tục", "/thu-tuc/")),
        kind="Thủ tục",
        section="cong-tac",
    )


KIND = Kind(
    name="procedure",
    label="thủ tục",
    model=Procedure,
    layout="table",
    where="data/procedures*.yml",
    rules=(by_law,),
    pages=pages,
)
