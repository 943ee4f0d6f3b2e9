"""A told story as a page."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.records import telling
from generator.records.base import (
    Kind,
    Link,
    Page,
    Reference,
)
from generator.records.citation import Citation, cite_text
from generator.records.exemplar import Exemplar, has_a_ground, people_agreed
from generator.records.exemplar_kit import photos_in, press_kit
from generator.records.feed_stories import exemplar_in_feeds
from generator.records.photo import photos_readable, shown
from generator.records.story_published import story_published
from generator.records.terms import STORY_KINDS
from generator.records.version_rules import wording_kept
from generator.records.versions import pages_of

if TYPE_CHECKING:
    from generator.records.digest import Index


RELATED = 3


def _related(exemplar: Exemplar, reference: Reference) -> list[Exemplar]:
    """Return other stories of the same movement or topic, the newest first."""
    found = [
        other
        for other in reference.of("exemplar")
        if other.id != exemplar.id
        and (
            other.topic == exemplar.topic
            or (other.movement is not None and other.movement == exemplar.movement)
        )
    ]
    return sorted(found, key=lambda e: (e.date, e.id), reverse=True)[:RELATED]


def _citation(exemplar: Exemplar, reference: Reference) -> Citation:
    days = (change.date for change in exemplar.history)
    press = f"Theo bài “{exemplar.title}” ({exemplar.date.text}) của {reference.site.name}"
    place = reference.site, exemplar.address
    invented = exemplar.illustrative
    return cite_text(*place, exemplar.title, press, exemplar.date, days, illustrative=invented)


def pages(exemplar: Exemplar, reference: Reference, index: "Index") -> Iterator[Page]:
    """Make the page of an exemplar, and those of its earlier versions."""
    return pages_of(exemplar, reference, lambda was: _page(was, reference, index))


def _page(exemplar: Exemplar, reference: Reference, index: "Index") -> Page:
    place = reference.find("place", exemplar.place)
    recipients = [reference.find("recipient", key) for key in exemplar.recipients]
    citation = _citation(exemplar, reference)
    honours = [entry for r in recipients for entry in index.honours_of("recipient", r.id)]
    kit = press_kit(exemplar, honours, citation, reference)
    return Page(
        address=exemplar.address,
        template="exemplar.md.jinja",
        title=exemplar.title,
        description=exemplar.standfirst,
        context={
            "exemplar": exemplar,
            "label": STORY_KINDS[exemplar.kind],
            "topic": reference.find("topic", exemplar.topic),
            "unit": reference.find("unit", exemplar.unit),
            "place": place,
            "where": place.with_now(reference) if place else "",
            "movement": reference.find("movement", exemplar.movement),
            "recipients": recipients,
            "honours": honours,
            "numbers": telling.numbered(exemplar.sources),
            "as_of": reference.as_of,
            "photos": [shown(photo, reference) for photo in exemplar.photos],
            "url": reference.site.url + exemplar.address[1:],
            "related": _related(exemplar, reference),
            "citation": citation,
            "kit_photos": photos_in(kit),
        },
        thing=story_published(exemplar, citation, reference),
        updated=citation.updated,
        beside=kit,
        card=(STORY_KINDS[exemplar.kind], exemplar.title, exemplar.date.text),
        source=exemplar.origin.file,
        crumbs=(Link("Gương điển hình", "/guong/"),),
        kind=STORY_KINDS[exemplar.kind],
        section="guong",
    )


KIND = Kind(
    name="exemplar",
    label="gương điển hình",
    model=Exemplar,
    layout="file",
    where="data/exemplars/*.yml",
    rules=(
        has_a_ground,
        people_agreed,
        photos_readable,
        telling.sources_known,
        telling.done_in_time,
        wording_kept,
    ),
    pages=pages,
    feed=exemplar_in_feeds,
)
