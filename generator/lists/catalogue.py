"""A page that names all records of a kind: what every such page has in common."""

from collections.abc import Mapping
from typing import Any

from generator.records import in_calendars
from generator.records.base import Reference
from generator.records.feed import FEED_OF
from generator.values import Link, Page


def catalogue(
    address: str,
    template: str,
    title: str,
    description: str,
    context: Mapping[str, Any] | None = None,
    *,
    section: str = "",
    crumbs: tuple[Link, ...] = (),
) -> Page:
    """Return a list page, which the search of texts leaves out.

    Args:
        address: where it is.
        template: the name of its template, without ".md.jinja".
        title: its heading.
        description: one sentence for its head.
        context: what its template needs.
        section: the entry of the navigation that it belongs to; its own address when empty.
        crumbs: the pages above it.
    """
    return Page(
        address=address,
        template=f"{template}.md.jinja",
        title=title,
        description=description,
        context=context or {},
        listed=False,
        section=section or address.strip("/"),
        crumbs=crumbs,
        feed=FEED_OF.get(address, ""),
        source="data/site.yml",
    )


def calendars_of(kind: str, name: str, title: str, reference: Reference) -> dict[str, object]:
    """Return what a list of things with days offers for the reader's calendar.

    Args:
        kind: the record kind; one that fills no calendar has none to offer.
        name: the file of its calendar in `/lich/`, without ".ics".
        title: what that calendar holds.
        reference: the records.

    Returns:
        `feeds`, the list's own first, and `base`, the address that other programs must ask; a
        demonstration has none.
    """
    entries = in_calendars(reference)
    today = reference.as_of.last
    feeds = [Link(title, f"/lich/{name}.ics")]
    if any(entry.ahead(today) for found in entries.values() for entry in found):
        feeds.append(Link("Chỉ những việc sắp tới", "/lich/sap-toi.ics"))
    feeds.append(Link("Tất cả những việc có ngày", "/lich/tat-ca.ics"))
    site = reference.site
    return {
        "feeds": feeds if entries[kind] else [],
        "base": "" if site.demonstration else site.url,
    }
