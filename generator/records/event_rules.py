"""What must hold of an event."""

from collections.abc import Iterator

from generator.records.base import Fault, Reference, Rule
from generator.records.event import Event
from generator.records.photo import photos_readable
from generator.records.telling import sources_known


def in_order_of_time(event: Event, reference: Reference) -> Iterator[Fault]:
    """An event ends after it begins; an hour is told with its day."""
    if event.ends and event.ends.last < event.begins.first:
        yield event.fault(
            "SK-001",
            ("ends",),
            f"kết thúc ({event.ends.text}) trước khi bắt đầu ({event.begins.text})",
            "sửa begins hoặc ends",
        )
    one_day = event.ends in (None, event.begins)
    if one_day and event.opens and event.closes and event.closes <= event.opens:
        yield event.fault(
            "SK-001",
            ("closes",),
            f"kết thúc lúc {event.closes}, không sau giờ bắt đầu ({event.opens})",
            "sửa opens hoặc closes",
        )
    if (event.closes and not event.opens) or (event.opens and not event.begins.day):
        name = "closes" if not event.opens else "opens"
        yield event.fault(
            "SK-002",
            (name,),
            "ghi giờ mà không rõ ngày hoặc giờ bắt đầu",
            "ghi đủ begins và opens, hoặc bỏ giờ",
        )


def hands_out_what_is_decided(event: Event, reference: Reference) -> Iterator[Fault]:
    """What is handed over was decided before."""
    for number, key in enumerate(event.decisions):
        act = reference.acts.get(key)
        if act and act.date.first > event.last:
            yield event.fault(
                "SK-003",
                ("decisions", number),
                f"quyết định {act.date.on} chưa có khi sự kiện diễn ra ({event.last:%d/%m/%Y})",
                "sửa ngày của sự kiện, hoặc bỏ quyết định này",
            )


def something_came_of_it(event: Event, reference: Reference) -> Iterator[Fault]:
    """Of an event that was held for sure something is told."""
    if event.last < reference.as_of.first and not event.change and not event.told_of:
        yield event.fault(
            "SK-004",
            ("begins",),
            f"sự kiện đã qua ngày dự kiến ({event.when}) mà chưa ghi kết quả",
            "ghi decisions, results, recording hoặc transcript; hoãn, hủy thì ghi change",
            "cảnh báo",
        )


def stands_in_another(event: Event, reference: Reference) -> Iterator[Fault]:
    """An event is part of another one, never by a round about way of itself."""
    seen, host = {event.id}, event.host_event
    while host and host not in seen:
        seen.add(host)
        found: Event | None = reference.find("event", host)
        host = found.host_event if found else None
    if host == event.id:
        yield event.fault(
            "SK-005",
            ("host_event",),
            "sự kiện được tổ chức trong chính nó",
            "sửa host_event thành sự kiện lớn hơn, hoặc bỏ dòng này",
        )


def people_agreed(event: Event, reference: Reference) -> Iterator[Fault]:
    """Who is seen in a photo agreed to it, or nobody can be told (Luật 91/2025/QH15)."""
    if event.photos and not event.consent:
        yield event.fault(
            "SK-006",
            ("photos",),
            "có ảnh mà chưa ghi sự đồng ý của người trong ảnh",
            "ghi consent: ai đồng ý, bằng văn bản nào, hoặc vì sao không nhận ra ai trong ảnh; "
            "nếu chưa có thì bỏ ảnh",
        )


RULES: tuple[Rule, ...] = (
    in_order_of_time,
    hands_out_what_is_decided,
    something_came_of_it,
    stands_in_another,
    photos_readable,
    people_agreed,
    sources_known,
)
