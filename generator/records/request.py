"""Request (loại phản ánh, kiến nghị): what people may ask of the office, by which law, how fast."""

from generator.records.base import Field, Kind, Record, Text
from generator.records.document import Basis


class Request(Record):
    """A class of request, with what to write and when an answer comes."""

    name: Text = Field(title="tên loại phản ánh, kiến nghị")
    summary: Text = Field(title="khi nào dùng")
    contents: tuple[Text, ...] = Field((), title="cần viết gì")
    answer: Text | None = Field(None, title="bao lâu có trả lời")
    bases: tuple[Basis, ...] = Field((), title="căn cứ pháp lý")
    rank: int = Field(title="thứ tự khi trình bày, nhỏ đứng trước")

    @property
    def address(self) -> str:
        """Where it is told: a part of the page for all of them."""
        return f"/phan-anh/#{self.id}"


KIND = Kind(
    name="request",
    label="loại phản ánh, kiến nghị",
    model=Request,
    layout="table",
    where="data/requests.yml",
)
