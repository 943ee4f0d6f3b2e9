"""An event as pages: what it is and what came of it; who is called, and name cards to print."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from generator.records.base import Kind, Link, Page, Reference
from generator.records.calendar import own_calendar
from generator.records.ceremony import Step, callable_entry, order_of_honour
from generator.records.event import EVENT_TYPES, HELD, Event, hour_in_words, in_calendar
from generator.records.event_rules import RULES
from generator.records.photo import shown
from generator.records.telling import numbered

if TYPE_CHECKING:
    from generator.records.digest import Index, ListedAct

CRUMBS = (Link("Công tác", "/cong-tac/"), Link("Sự kiện", "/su-kien/"))


class EventRow(NamedTuple):
    """An event as a list shows it: what it is, where, and its state unless it was simply held."""

    event: Event
    label: str
    where: str
    state: str


def row_of(event: Event, reference: Reference) -> EventRow:
    """Return an event as a list shows it, as of the date of the data."""
    state = event.state(reference.as_of)
    shown_state = "" if state == HELD else state
    return EventRow(event, EVENT_TYPES[event.type], _where(event, reference), shown_state)


def _where(event: Event, reference: Reference) -> str:
    place = reference.find("place", event.place)
    return event.place_text or (place.full_name(reference) if place else "")


def pages(event: Event, reference: Reference, index: "Index") -> Iterator[Page]:
    """Make the page of an event, and of a ceremony its list of names and its cards."""
    acts = [index.acts[f"/vinh-danh/{key}/"] for key in event.decisions]
    steps = order_of_honour(acts, reference) if event.change != "cancelled" else ()
    yield Page(
        address=event.address,
        template="event.md.jinja",
        title=event.name,
        description=event.summary,
        context={
            **_facts(event, reference),
            **_linked(event, reference),
            "decisions": [decision for decision, _ in acts],
            "steps": [(step.award, step.address, len(step.turns)) for step in steps],
            "total": sum(len(step.turns) for step in steps),
            "unnamed": _unnamed(acts),
            "photos": [shown(photo, reference) for photo in event.photos],
            "numbers": numbered(event.sources),
        },
        card=(EVENT_TYPES[event.type], event.name, event.when),
        source=event.origin.file,
        crumbs=CRUMBS,
        kind=EVENT_TYPES[event.type],
        section="cong-tac",
    )
    if steps:
        yield _to_print(event, "goi-ten", "event_calling", "Danh sách gọi tên", steps, reference)
        yield _to_print(event, "the-ten", "event_cards", "Thẻ tên", steps, reference)


def _facts(event: Event, reference: Reference) -> dict[str, object]:
    """What the page says of the event itself."""
    return {
        "event": event,
        "label": EVENT_TYPES[event.type],
        "state": event.state(reference.as_of),
        "as_of": reference.as_of,
        "calendar": own_calendar(in_calendar(event, reference), reference.as_of.last),
        "place": reference.find("place", event.place),
        "host": reference.find("unit", event.host),
        "programme": [
            (hour_in_words(item.hour) if item.hour else "", item.text) for item in event.programme
        ],
    }


def _linked(event: Event, reference: Reference) -> dict[str, object]:
    """What the page leads to."""
    news = [item for item in reference.of("news") if item.event == event.id]
    return {
        "host_event": reference.find("event", event.host_event),
        "held_within": [
            row_of(other, reference)
            for other in reference.of("event")
            if other.host_event == event.id
        ],
        "anniversary": reference.find("anniversary", event.anniversary),
        "movement": reference.find("movement", event.movement),
        "guests": [reference.find("recipient", key) for key in event.guests],
        "exemplars": [reference.find("exemplar", key) for key in event.exemplars],
        "news": sorted(news, key=lambda item: (item.date, item.id), reverse=True),
    }


def _unnamed(acts: "list[ListedAct]") -> int:
    """Return how many of the honours handed over may not be named."""
    return sum(entry.counted and not callable_entry(entry) for _, found in acts for entry in found)


def _to_print(
    event: Event,
    folder: str,
    template: str,
    title: str,
    steps: tuple[Step, ...],
    reference: Reference,
) -> Page:
    return Page(
        address=f"{event.address}{folder}/",
        template=f"{template}.md.jinja",
        title=f"{title}: {event.name}",
        description=f"{title} để in, theo thứ tự trao: {event.name}, {event.when}.",
        context={
            "event": event,
            "steps": steps,
            "where": _where(event, reference),
            "illustrative": event.illustrative,
        },
        source=event.origin.file,
        crumbs=(*CRUMBS, Link(event.name, event.address)),
        kind=title,
        section="cong-tac",
        listed=False,
    )


KIND = Kind(
    name="event",
    label="sự kiện",
    model=Event,
    layout="file",
    where="data/events/*.yml",
    rules=RULES,
    pages=pages,
    calendar=in_calendar,
)
