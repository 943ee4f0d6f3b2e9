"""Column (chuyên trang, chuyên mục): where a newspaper or a station tells of good people."""

from collections.abc import Iterator
from typing import Annotated, Literal

from generator.records.base import (
    Date,
    Fault,
    Field,
    Kind,
    Record,
    Reference,
    RefTo,
    Slug,
    Text,
    Url,
)

Medium = Literal["bao-in", "bao-dien-tu", "phat-thanh", "truyen-hinh", "mang-xa-hoi"]
MEDIA = {
    "bao-in": "Báo in",
    "bao-dien-tu": "Báo điện tử",
    "phat-thanh": "Phát thanh",
    "truyen-hinh": "Truyền hình",
    "mang-xa-hoi": "Mạng xã hội",
}


class Column(Record):
    """A column or a programme that a press agency keeps about emulation and good examples."""

    name: Text = Field(title="tên chuyên trang, chuyên mục")
    outlet: Text = Field(title="cơ quan báo chí")
    medium: Medium = Field(title="loại hình")
    hours: Text | None = Field(None, title="kỳ đăng, giờ phát")
    since: Date | None = Field(None, title="có từ")
    until: Date | None = Field(None, title="đến")
    url: Url | None = Field(None, title="địa chỉ")
    summary: Text | None = Field(None, title="nói về gì")
    topic: Annotated[Slug, RefTo("topic")] | None = Field(None, title="lĩnh vực")
    movement: Annotated[Slug, RefTo("movement")] | None = Field(None, title="phong trào")

    @property
    def period(self) -> str:
        """From when to when it runs, in words; "" when neither is known."""
        first = f"từ {self.since.text}" if self.since else ""
        return " ".join(filter(None, (first, f"đến {self.until.text}" if self.until else "")))

    def ended(self, reference: Reference) -> bool:
        """Whether it is over at the date of the data."""
        return self.until is not None and self.until.last < reference.as_of.first


def in_order(column: Column, reference: Reference) -> Iterator[Fault]:
    """A column ends after it began."""
    if column.since and column.until and column.until.last < column.since.first:
        yield column.fault(
            "BC-001",
            ("until",),
            f"kết thúc {column.until.text}, trước khi bắt đầu ({column.since.text})",
            "kiểm tra since và until",
        )


def can_be_found(column: Column, reference: Reference) -> Iterator[Fault]:
    """A real column can be found: it has an address, or a source that tells of it."""
    if not (column.illustrative or column.url or column.sources):
        yield column.fault(
            "BC-002",
            (),
            "chuyên mục không có địa chỉ và không có nguồn nào nói tới",
            "ghi url của chuyên mục, hoặc sources: biết chuyên mục này từ đâu",
        )


KIND = Kind(
    name="column",
    label="chuyên trang, chuyên mục",
    model=Column,
    layout="table",
    where="data/columns*.yml",
    rules=(in_order, can_be_found),
)
