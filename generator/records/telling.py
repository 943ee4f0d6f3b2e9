"""What movements and exemplars share: figures and steps, each with a source of its own."""

from collections.abc import Iterator, Mapping

from generator.records.base import (
    Date,
    Fault,
    Field,
    FieldPath,
    Part,
    Record,
    Reference,
    Source,
    Text,
)


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
    source: Text | None = Field(None, title="mã nguồn")


class Goal(Part):
    """An aim, in the words of its plan."""

    text: Text = Field(title="mục tiêu")
    source: Text | None = Field(None, title="mã nguồn")


def numbered(sources: Mapping[str, Source]) -> Mapping[str, int]:
    """Return the number that each source carries on its page, in the order they are kept."""
    return {key: number for number, key in enumerate(sources, 1)}


def sources_known(record: Record, reference: Reference) -> Iterator[Fault]:
    """Every figure, step, goal and plan names a source that the record lists."""
    for path, item in _parts(record):
        key = getattr(item, "source", None)
        if key is not None and key not in record.sources:
            yield record.fault(
                "NG-001",
                (*path, "source"),
                f"nguồn «{key}» không có trong mục sources",
                "thêm nguồn đó vào sources, hoặc sửa mã nguồn",
            )


def _parts(record: Record) -> Iterator[tuple[FieldPath, object]]:
    """Yield the values of a record's fields, those of lists one by one, with their paths."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, tuple):
            yield from (((name, place), item) for place, item in enumerate(value))
        else:
            yield (name,), value
