"""What the register holds of a unit: told by ids alone, never by equal names."""

from typing import TYPE_CHECKING, Any, NamedTuple

from generator.records.base import Reference
from generator.records.digest import DecisionEntry, HonourEntry

if TYPE_CHECKING:
    from generator.records.digest import Index


class Work(NamedTuple):
    """A unit's part in the register.

    Attributes:
        exemplars: stories that name it as theirs (`exemplar.unit`).
        honours: honours in force of the recipients that belong to it or are it (`recipient.unit`).
        proposed: decisions in force that it proposed (`decision.proposers`).
        responses: (movement, its paper) by which it takes part (`movement.responses`).
        initiatives: initiatives of its people (`initiative.unit`).
    """

    exemplars: tuple[Any, ...]
    honours: tuple[HonourEntry, ...]
    proposed: tuple[DecisionEntry, ...]
    responses: tuple[tuple[Any, Any], ...]
    initiatives: tuple[Any, ...]

    def of_year(self, year: int) -> "Work":
        """Return what of it belongs to a year, by the date of story, act, paper, recognition."""
        return Work(
            tuple(item for item in self.exemplars if item.date.year == year),
            tuple(item for item in self.honours if item.date.year == year),
            tuple(item for item in self.proposed if item.date.year == year),
            tuple(pair for pair in self.responses if pair[1].date.year == year),
            tuple(item for item in self.initiatives if item.year == year),
        )


def work_of(unit: str, reference: Reference, index: "Index") -> Work:
    """Return a unit's part in the register, the newest first."""
    recipients = reference.having("recipient", "unit", unit)
    honours = [entry for r in recipients for entry in index.honours_of("recipient", r.id)]
    exemplars = reference.having("exemplar", "unit", unit)
    initiatives = reference.having("initiative", "unit", unit)
    responses = [
        (movement, paper)
        for movement in reference.of("movement")
        for paper in movement.responses
        if paper.unit == unit
    ]
    return Work(
        tuple(sorted(exemplars, key=lambda e: (e.date, e.id), reverse=True)),
        tuple(sorted(honours, key=lambda h: (h.date, h.address), reverse=True)),
        tuple(entry for entry in index.proposed_by(unit) if entry.in_force),
        tuple(sorted(responses, key=lambda pair: (pair[1].date, pair[0].id), reverse=True)),
        tuple(sorted(initiatives, key=lambda i: (i.recognition.date, i.id), reverse=True)),
    )
