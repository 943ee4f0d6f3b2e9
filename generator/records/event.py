"""Event (sự kiện): a ceremony, a conference, a talk, a congress; before it is held and after."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from generator.records.base import (
    CalendarEntry,
    Date,
    DecisionAt,
    Field,
    Part,
    PartialDate,
    Prose,
    Record,
    Reference,
    RefTo,
    Slug,
    Text,
    Url,
)
from generator.records.calendar import CalendarStatus
from generator.records.photo import Photo
from generator.records.telling import Figure

EVENT_TYPES = {
    "le-trao-tang": "Lễ trao tặng",
    "le-ky-niem": "Lễ, gặp mặt kỷ niệm",
    "hoi-nghi": "Hội nghị",
    "toa-dam": "Giao lưu, tọa đàm",
    "dai-hoi": "Đại hội thi đua",
}
EVENT_CHANGES = {"postponed": "hoãn", "cancelled": "hủy bỏ"}
HELD = "đã diễn ra"
STATES = ("đang diễn ra", "sắp diễn ra", "đã hoãn", "đã hủy", HELD, "đã qua ngày dự kiến")
_STATUS: Mapping[str | None, CalendarStatus] = {
    None: "CONFIRMED",
    "postponed": "TENTATIVE",
    "cancelled": "CANCELLED",
}
_HOUR = r"^(?:[01]\d|2[0-3]):[0-5]\d$"


class Item(Part):
    """A line of a programme."""

    hour: Text | None = Field(None, title="giờ", pattern=_HOUR)
    text: Text = Field(title="nội dung")


class Event(Record):
    """Something that an office holds, or held: when, where, what, for whom, and what came of it."""

    name: Text = Field(title="tên sự kiện")
    type: Literal["le-trao-tang", "le-ky-niem", "hoi-nghi", "toa-dam", "dai-hoi"] = Field(
        title="loại"
    )
    begins: Date = Field(title="ngày bắt đầu")
    ends: Date | None = Field(None, title="ngày kết thúc")
    opens: Text | None = Field(None, title="giờ bắt đầu", pattern=_HOUR)
    closes: Text | None = Field(None, title="giờ kết thúc", pattern=_HOUR)
    change: Literal["postponed", "cancelled"] | None = Field(None, title="thay đổi")
    change_note: Text | None = Field(None, title="vì sao hoãn, hủy")
    place: Annotated[Slug, RefTo("place")] | None = Field(None, title="địa bàn")
    place_text: Text | None = Field(None, title="địa điểm")
    host: Annotated[Slug, RefTo("unit")] | None = Field(None, title="cơ quan tổ chức")
    host_text: Text | None = Field(None, title="cơ quan tổ chức, như nguồn ghi")
    host_event: Annotated[Slug, RefTo("event")] | None = Field(None, title="tổ chức trong sự kiện")
    occasion: Text | None = Field(None, title="nhân dịp")
    anniversary: Annotated[Slug, RefTo("anniversary")] | None = Field(None, title="ngày kỷ niệm")
    movement: Annotated[Slug, RefTo("movement")] | None = Field(None, title="phong trào")
    summary: Text = Field(title="tóm tắt")
    programme: tuple[Item, ...] = Field((), title="chương trình")
    decisions: tuple[DecisionAt, ...] = Field((), title="quyết định được trao, công bố")
    guests: tuple[Annotated[Slug, RefTo("recipient")], ...] = Field((), title="khách mời")
    exemplars: tuple[Annotated[Slug, RefTo("exemplar")], ...] = Field((), title="gương được kể")
    results: tuple[Figure, ...] = Field((), title="kết quả")
    story: Prose | None = Field(None, title="bài viết")
    recording: Url | None = Field(None, title="bản ghi hình, ghi âm")
    transcript: Prose | None = Field(None, title="lời ghi lại")
    photos: tuple[Photo, ...] = Field((), title="ảnh")
    consent: Text | None = Field(None, title="sự đồng ý của người trong ảnh")

    @property
    def files(self) -> tuple[str, ...]:
        """The event's photos."""
        return tuple(photo.path for photo in self.photos)

    @property
    def address(self) -> str:
        """Where the event's page is."""
        return f"/su-kien/{self.id}/"

    @property
    def last(self) -> datetime.date:
        """The last day that the event may have."""
        return (self.ends or self.begins).last

    @property
    def when(self) -> str:
        """The days in words: "20/11/2024", "từ 20/11/2024 đến 21/11/2024"."""
        if self.ends is None or self.ends == self.begins:
            return self.begins.text
        return f"từ {self.begins.text} đến {self.ends.text}"

    @property
    def hours(self) -> str:
        """The hours in words: "8 giờ – 10 giờ 30"; empty when none are known."""
        return " – ".join(hour_in_words(hour) for hour in (self.opens, self.closes) if hour)

    @property
    def told_of(self) -> bool:
        """Whether anything tells that the event was held."""
        return any((self.decisions, self.results, self.recording, self.transcript))

    def state(self, as_of: PartialDate) -> str:
        """Return one of `STATES`, as of a date of the data."""
        if self.change:
            return {"postponed": "đã hoãn", "cancelled": "đã hủy"}[self.change]
        if self.last < as_of.last:
            return HELD if self.told_of else "đã qua ngày dự kiến"
        return "đang diễn ra" if self.begins.first <= as_of.last else "sắp diễn ra"


def hour_in_words(hour: str) -> str:
    """Return an hour as it is said: "08:00" gives "8 giờ", "14:30" gives "14 giờ 30"."""
    hours, _, minutes = hour.partition(":")
    return f"{int(hours)} giờ" + (f" {minutes}" if minutes != "00" else "")


def in_calendar(event: Event, reference: Reference) -> Iterator[CalendarEntry]:
    """Yield the event's entry; a day that is not known stands in no calendar."""
    if not event.begins.day or (event.ends and not event.ends.day):
        return
    place = reference.find("place", event.place)
    yield CalendarEntry(
        address=event.address,
        title=event.name,
        first=event.begins.first,
        last=event.last,
        opens=_time(event.opens),
        closes=_time(event.closes),
        place=event.place_text or (place.full_name(reference) if place else ""),
        text=event.summary,
        status=_STATUS[event.change],
        illustrative=event.illustrative,
    )


def _time(hour: str | None) -> datetime.time | None:
    return datetime.time.fromisoformat(hour) if hour else None
