"""Exemplar (điển hình tiên tiến, người tốt việc tốt, mô hình): a told story about a recipient."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

from generator.records import telling
from generator.records.base import (
    Before,
    Fault,
    Field,
    PartialDate,
    PastDate,
    Prose,
    Record,
    Reference,
    RefTo,
    Slug,
    Text,
    before_of,
)
from generator.records.photo import Photo


class ExemplarRevision(telling.Revision):
    """A later change of a story."""

    before: "ExemplarBefore | None" = Field(None, title="điều đã đăng trước đó, nay khác")


class Exemplar(Record):
    """A story that others can learn from; each figure keeps its own source and date."""

    title: Text = Field(title="tiêu đề")
    kind: Literal["dien-hinh-tien-tien", "nguoi-tot-viec-tot", "mo-hinh"] = Field(title="loại")
    date: PastDate = Field(title="ngày của bài")
    recipients: tuple[Annotated[Slug, RefTo("recipient")], ...] = Field((), title="nhân vật")
    unit: Annotated[Slug, RefTo("unit")] | None = Field(None, title="mã đơn vị có gương này")
    topic: Annotated[Slug, RefTo("topic")] = Field(title="lĩnh vực")
    place: Annotated[Slug, RefTo("place")] | None = Field(None, title="địa bàn")
    place_text: Text | None = Field(None, title="địa điểm, như nguồn ghi")
    movement: Annotated[Slug, RefTo("movement")] | None = Field(None, title="phong trào")
    standfirst: Text = Field(title="lời dẫn")
    story: Prose = Field(title="câu chuyện")
    products: tuple[Text, ...] = Field((), title="sản phẩm, dịch vụ")
    results: tuple[telling.Figure, ...] = Field((), title="kết quả")
    criteria: tuple[telling.Goal, ...] = Field((), title="tiêu chí của mô hình")
    roadmap: tuple[telling.Step, ...] = Field((), title="lộ trình")
    owner: Text | None = Field(None, title="đơn vị chịu trách nhiệm")
    contact: Text | None = Field(None, title="hỏi thêm ở đâu")
    quotes: tuple[telling.Quote, ...] = Field((), title="lời kể")
    photos: tuple[Photo, ...] = Field((), title="ảnh")
    consent: Text | None = Field(None, title="sự đồng ý của nhân vật")
    history: tuple[ExemplarRevision, ...] = Field((), title="lịch sử sửa")

    @property
    def files(self) -> tuple[str, ...]:
        """The story's photos."""
        return tuple(photo.path for photo in self.photos)

    @property
    def address(self) -> str:
        """Where the story is."""
        return f"/guong/{self.id}/"

    @property
    def issued(self) -> PartialDate:
        """Since when its first version stands."""
        return self.date


if TYPE_CHECKING:
    ExemplarBefore = Before
else:  # no photo and no consent of older days: what may be shown is what may be shown now
    ExemplarBefore = before_of(Exemplar, (*Record.model_fields, "photos", "consent", "history"))
    ExemplarRevision.model_rebuild()
    Exemplar.model_rebuild()


def has_a_ground(exemplar: Exemplar, reference: Reference) -> Iterator[Fault]:
    """A real story rests on a source or on an honour; an invented one says that it is invented."""
    honoured = any(key in reference.honoured for key in exemplar.recipients)
    if not exemplar.sources and not honoured and not exemplar.illustrative:
        yield exemplar.fault(
            "DG-001",
            ("sources",),
            "câu chuyện không có nguồn nào và nhân vật chưa có lượt khen nào",
            "ghi ít nhất một nguồn, hoặc ghi illustrative: true nếu là dữ liệu minh họa",
        )


def people_agreed(exemplar: Exemplar, reference: Reference) -> Iterator[Fault]:
    """A person's photo needs recorded consent (Luật 91/2025/QH15)."""
    people = [reference.find("recipient", key) for key in exemplar.recipients]
    if exemplar.photos and not exemplar.consent and any(p and p.kind == "person" for p in people):
        yield exemplar.fault(
            "DG-002",
            ("photos",),
            "có ảnh của một người mà chưa ghi sự đồng ý của người đó",
            "ghi consent: ai đồng ý, bằng văn bản nào; nếu chưa có thì bỏ ảnh",
        )
