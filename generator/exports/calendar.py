"""Calendars (iCalendar, RFC 5545) of all that has a day.

One of everything, one of all that lies ahead, one for each kind, and beside the page of each thing
that lies ahead one of it alone.

A kind offers its entries (`Kind.calendar`); to give it a calendar of its own, name it in `FEEDS`.
The only module that knows icalendar.
"""

import datetime
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from generator.records import in_calendars
from generator.records.base import CalendarEntry, Reference
from generator.records.calendar import ALONE
from generator.records.digest import Index

if TYPE_CHECKING:
    from icalendar import Event

FOLDER = "lich"
ALL, AHEAD = "tat-ca", "sap-toi"
VIETNAM = datetime.timezone(datetime.timedelta(hours=7))  # no summer time since 1975
_PRODUCT = "-//Tuyen duong//Lich thi dua va khen thuong//VI"


class Feed(NamedTuple):
    """A calendar of one kind: the kind, the name of its file, and what it is called."""

    kind: str
    name: str
    title: str


FEEDS: tuple[Feed, ...] = (
    Feed("event", "su-kien", "Sự kiện"),
    Feed("anniversary", "ky-niem", "Ngày kỷ niệm"),
    Feed("consultation", "lay-y-kien", "Hạn cuối lấy ý kiến Nhân dân"),
)


def calendars(reference: Reference, index: Index) -> Iterator[tuple[str, str]]:
    """Yield the files, each with its text; a calendar without an entry is none."""
    offered = in_calendars(reference)
    everything = [entry for entries in offered.values() for entry in entries]
    ahead = [entry for entry in everything if entry.ahead(reference.as_of.last)]
    wanted = [
        (ALL, "Lịch thi đua, khen thưởng", everything),
        (AHEAD, "Thi đua, khen thưởng: sắp tới", ahead),
    ]
    wanted += [(feed.name, feed.title, offered[feed.kind]) for feed in FEEDS]
    for name, title, entries in wanted:
        if entries:
            yield f"{FOLDER}/{name}.ics", _text(title, entries, reference)
    for entry in ahead:
        yield f"{entry.address[1:]}{ALONE}", _text(entry.title, [entry], reference)


def _text(title: str, entries: Iterable[CalendarEntry], reference: Reference) -> str:
    """Return a calendar: lines of at most 75 bytes, ended by CRLF."""
    from icalendar import Calendar  # takes a tenth of a second to import: only when needed

    site = reference.site
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"{title} – {site.name}")
    calendar.add("x-wr-timezone", "Asia/Ho_Chi_Minh")
    for entry in sorted(entries, key=lambda entry: (entry.first, entry.address, entry.part)):
        calendar.add_component(_event(entry, site.url, reference.as_of.last))
    content: bytes = calendar.to_ical()
    return content.decode("utf-8")


def _event(entry: CalendarEntry, base: str, as_of: datetime.date) -> "Event":
    """Return an entry; its identity is its whole address, its stamp the date of the data."""
    from icalendar import Event

    event = Event()
    address = base + entry.address[1:]
    event.add("uid", f"{address}#{entry.part}" if entry.part else address)
    event.add("dtstamp", datetime.datetime.combine(as_of, datetime.time(), datetime.UTC))
    event.add("summary", f"[Minh họa] {entry.title}" if entry.illustrative else entry.title)
    if entry.opens:
        event.add("dtstart", _moment(entry.first, entry.opens))
        if entry.closes:
            event.add("dtend", _moment(entry.last, entry.closes))
    else:  # the end of whole days is the day after the last
        event.add("dtstart", entry.first)
        event.add("dtend", entry.last + datetime.timedelta(days=1))
    if entry.yearly:
        event.add("rrule", _every_year(entry.first))
    for name, text in (("location", entry.place), ("description", entry.text)):
        if text:
            event.add(name, text)
    event.add("url", address)
    event.add("status", entry.status)
    event.add("transp", "TRANSPARENT")
    return event


def _moment(day: datetime.date, hour: datetime.time) -> datetime.datetime:
    return datetime.datetime.combine(day, hour, VIETNAM).astimezone(datetime.UTC)


def _every_year(day: datetime.date) -> dict[str, object]:
    """Return the rule of a day that is kept every year; 29/02 is kept on February's last day."""
    if (day.month, day.day) == (2, 29):
        return {"freq": "yearly", "bymonth": 2, "bymonthday": -1}
    return {"freq": "yearly"}
