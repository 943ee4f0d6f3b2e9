"""Photo (ảnh): a picture that a record shows, with its words, and the sizes it is published in."""

from collections.abc import Iterator

from generator.photos import Size, name_of, widths
from generator.records.base import Fault, Field, Part, Record, Reference, Text


class Photo(Part):
    """A picture in `content/anh/`, never without words for the blind and a credit."""

    file: Text = Field(title="tên tệp", pattern=r"^[a-z0-9][a-z0-9-]*\.(?:jpg|jpeg|png|webp)$")
    alt: Text = Field(title="mô tả cho người không thấy ảnh")
    credit: Text = Field(title="tác giả ảnh")
    caption: Text | None = Field(None, title="chú thích")
    rights: Text | None = Field(None, title="quyền cho báo chí dùng lại: ai cho, theo giấy tờ nào")

    @property
    def path(self) -> str:
        """The file, told from the project's root."""
        return f"content/anh/{self.file}"


_UNREAD = "không mở được, không trọn tệp hoặc quá lớn"


def photos_readable(record: Record, reference: Reference) -> Iterator[Fault]:
    """Every photo is there, and is one."""
    for place, photo in enumerate(getattr(record, "photos", ())):
        if reference.photos.get(photo.file) is None:
            there = photo.file in reference.photos
            yield record.fault(
                "DG-004",
                ("photos", place, "file"),
                f"ảnh «{photo.file}» {_UNREAD if there else 'không có'}",
                "đặt tệp ảnh JPEG, PNG hoặc WebP, tối đa 60 triệu điểm ảnh, vào content/anh/",
            )


def versions(photo: Photo, reference: Reference) -> list[tuple[str, int]]:
    """Return the sizes that a photo is published in: address and width, the narrowest first."""
    size = reference.photos[photo.file] or Size(1, 1, "")
    return [(f"/{name_of(photo.file, each)}", each) for each in widths(size.width)]


def shown(photo: Photo, reference: Reference) -> dict[str, object]:
    """Return a photo as its page shows it: its words, its size, and the widths it comes in."""
    size = reference.photos[photo.file] or Size(1, 1, "")
    found = versions(photo, reference)
    shown = found[-1][1]
    return {
        "photo": photo,
        "versions": found,
        "width": shown,
        "height": max(1, round(size.height * shown / size.width)),
    }
