"""What lies ahead and what was: events and anniversaries."""

from collections.abc import Iterator

from generator.lists.catalogue import calendars_of, catalogue
from generator.records.base import Reference
from generator.records.digest import Index
from generator.records.event_pages import EventRow, row_of
from generator.records.paging import paged
from generator.values import Link, Page

_CRUMBS = (Link("Công tác", "/cong-tac/"),)


def ahead(reference: Reference) -> list[EventRow]:
    """Return the events that are not over as of the data, the next first."""
    found = (e for e in reference.of("event") if e.last >= reference.as_of.last)
    ordered = sorted(found, key=lambda e: (e.begins.first, e.opens or "", e.id))
    return [row_of(event, reference) for event in ordered]


def events(reference: Reference, index: Index) -> Iterator[Page]:
    """All events: those ahead, the next first; then those that are over, the newest first."""
    over = [e for e in reference.of("event") if e.last < reference.as_of.last]
    over.sort(key=lambda e: (e.begins.first, e.opens or "", e.id), reverse=True)
    page = catalogue(
        "/su-kien/",
        "events",
        "Sự kiện",
        "Lễ trao tặng, hội nghị, giao lưu với các gương điển hình, đại hội thi đua.",
        {
            "ahead": ahead(reference),
            "as_of": reference.as_of,
            **calendars_of("event", "su-kien", "Mọi sự kiện", reference),
        },
        section="cong-tac",
        crumbs=_CRUMBS,
    )
    yield from paged(page, "events", [row_of(event, reference) for event in over])


def anniversaries(reference: Reference, index: Index) -> Iterator[Page]:
    """All anniversaries, the next one first."""
    found = [(next(a.kept_from(reference.as_of.last)), a) for a in reference.of("anniversary")]
    if not found:
        return
    found.sort(key=lambda pair: (pair[0].day, pair[1].id))
    yield catalogue(
        "/ky-niem/",
        "anniversaries",
        "Ngày kỷ niệm",
        "Các ngày kỷ niệm của phong trào thi đua và của địa phương, ngày gần nhất ở trên.",
        {
            "anniversaries": found,
            "as_of": reference.as_of,
            **calendars_of("anniversary", "ky-niem", "Các ngày kỷ niệm", reference),
        },
        section="cong-tac",
        crumbs=_CRUMBS,
    )
