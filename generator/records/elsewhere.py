"""Model elsewhere (gương tỉnh bạn): what another province does well, and where that was read."""

from collections.abc import Iterator
from typing import Annotated

from generator.records.base import (
    Fault,
    Field,
    Kind,
    PastDate,
    Record,
    Reference,
    RefTo,
    Slug,
    Text,
)
from generator.records.telling import Figure, Goal, sources_known


class Elsewhere(Record):
    """A model in another province, told in short; its sources tell the rest."""

    title: Text = Field(title="tên mô hình, điển hình")
    place_text: Text = Field(title="ở đâu, như nguồn ghi")
    topic: Annotated[Slug, RefTo("topic")] = Field(title="lĩnh vực")
    date: PastDate | None = Field(None, title="thời điểm của thông tin")
    summary: Text = Field(title="tóm tắt")
    lessons: tuple[Goal, ...] = Field((), title="điều có thể học")
    figures: tuple[Figure, ...] = Field((), title="số liệu")


def can_be_read(model: Elsewhere, reference: Reference) -> Iterator[Fault]:
    """Whoever wants to learn must be able to read on: a real model has a source on the web."""
    if not model.illustrative and not any(source.url for source in model.sources.values()):
        yield model.fault(
            "TB-001",
            ("sources",),
            "gương tỉnh bạn không có nguồn nào đọc được trên mạng",
            "ghi ít nhất một nguồn có địa chỉ (url)",
        )


KIND = Kind(
    name="elsewhere",
    label="gương tỉnh bạn",
    model=Elsewhere,
    layout="table",
    where="data/elsewhere.yml",
    rules=(can_be_read, sources_known),
)
