"""The nouns: one module a record kind, and all of them in one flat tuple.

The rest of the program works on this tuple and knows no record by name. To add a kind, write its
module (model, rules, pages, `KIND`) and name it here.
"""

from generator.records import (
    anniversary,
    award,
    cluster_pages,
    column,
    commitment,
    consultation_law,
    consultation_pages,
    correction,
    council,
    decision_pages,
    definition,
    document_pages,
    elsewhere,
    event_pages,
    exemplar_pages,
    holiday,
    initiative,
    known,
    movement_pages,
    news,
    place,
    procedure,
    recipient,
    request,
    site,
    task,
    topic,
    unit,
)
from generator.records.base import CalendarEntry, Kind, Reference

KINDS: tuple[Kind, ...] = (
    site.KIND,
    award.KIND,
    document_pages.KIND,
    procedure.KIND,
    request.KIND,
    correction.KIND,
    anniversary.KIND,
    event_pages.KIND,
    place.KIND,
    unit.KIND,
    cluster_pages.KIND,
    task.KIND,
    council.KIND,
    initiative.KIND,
    topic.KIND,
    definition.KIND,
    known.KIND,
    recipient.KIND,
    movement_pages.KIND,
    exemplar_pages.KIND,
    elsewhere.KIND,
    column.KIND,
    commitment.KIND,
    news.KIND,
    holiday.KIND,
    consultation_law.KIND,
    consultation_pages.KIND,
    decision_pages.KIND,
)


def in_calendars(reference: Reference) -> dict[str, list[CalendarEntry]]:
    """Return what each kind of record puts into a calendar."""
    return {
        kind.name: [
            entry
            for record in reference.of(kind.name)
            for entry in (kind.calendar(record, reference) if kind.calendar else ())
        ]
        for kind in KINDS
    }
