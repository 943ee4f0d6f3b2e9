"""Correction (phản ánh đã nhận): what was asked, when, and what became of it; never by whom."""

from collections.abc import Iterator
from typing import Annotated, Literal

from generator.records.base import (
    Fault,
    FeedEntry,
    Field,
    Kind,
    PastDate,
    Record,
    Reference,
    RefTo,
    Slug,
    Text,
)
from generator.records.marks import ToPage

Outcome = Literal["da-sua", "da-giau-ten", "da-go-anh", "giu-nguyen", "da-chuyen"]
OUTCOMES = {
    "da-sua": "Đã sửa",
    "da-giau-ten": "Đã ghi tắt hoặc không hiện tên",
    "da-go-anh": "Đã gỡ ảnh",
    "giu-nguyen": "Giữ nguyên, đã trả lời",
    "da-chuyen": "Đã chuyển cơ quan có thẩm quyền",
}


CHANGED = frozenset({"da-sua", "da-giau-ten", "da-go-anh"})  # something was other before


class Correction(Record):
    """A request that the office received; the record has no place for a name."""

    request: Annotated[Slug, RefTo("request")] = Field(title="loại phản ánh, kiến nghị")
    asked: PastDate = Field(title="ngày nhận")
    answered: PastDate | None = Field(None, title="ngày trả lời")
    outcome: Outcome | None = Field(None, title="kết quả")
    summary: Text = Field(title="việc đã làm, không ghi tên người")
    page: Annotated[Text, ToPage()] | None = Field(
        None, title="địa chỉ trang liên quan trong sổ", pattern=r"^/[a-z0-9/-]+/$"
    )

    @property
    def days(self) -> int | None:
        """How many days the answer took, where both dates are known to the day."""
        if self.answered is None or not (self.answered.day and self.asked.day):
            return None
        return (self.answered.first - self.asked.first).days


def answered_in_order(correction: Correction, reference: Reference) -> Iterator[Fault]:
    """An answer comes after the request, and says what was done."""
    if correction.answered and correction.answered.last < correction.asked.first:
        yield correction.fault(
            "DC-001",
            ("answered",),
            f"trả lời {correction.answered.on}, trước khi nhận ({correction.asked.text})",
            "kiểm tra asked và answered",
        )
    if (correction.answered is None) != (correction.outcome is None):
        there, missing = ("answered", "outcome") if correction.answered else ("outcome", "answered")
        yield correction.fault(
            "DC-002",
            (there,),
            f"có {there} mà thiếu {missing}",
            "ghi cả ngày trả lời và kết quả, hoặc bỏ cả hai khi chưa trả lời",
        )


def in_feeds(correction: Correction, reference: Reference) -> Iterator[FeedEntry]:
    """Yield the entry of a request by which something was changed."""
    if correction.answered is None or correction.outcome not in CHANGED:
        return
    yield FeedEntry(
        address=correction.page or "/dinh-chinh/",
        title=reference.find("request", correction.request).name,
        summary=f"{correction.summary}\nNhận {correction.asked.on}, "
        f"trả lời {correction.answered.on}.",
        category="Phản ánh, kiến nghị",
        published=correction.answered,
        updated=correction.answered,
        state="corrected",
        word=OUTCOMES[correction.outcome],
        illustrative=correction.illustrative,
        part=correction.id,
    )


KIND = Kind(
    name="correction",
    label="phản ánh đã nhận",
    model=Correction,
    layout="table",
    where="data/corrections*.yml",
    named_by=(("request", "asked"),),
    rules=(answered_in_order,),
    feed=in_feeds,
)
