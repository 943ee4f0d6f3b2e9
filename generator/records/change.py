"""Change: a later act that corrected, cancelled, stripped or restored, as its log shows it."""

from typing import NamedTuple

from generator.dates import PartialDate
from generator.records.base import Reference
from generator.records.decision import Decision
from generator.records.terms import STATUSES


class Change(NamedTuple):
    """A later act on a decision.

    Attributes:
        honours: number and address of each honour that it concerns; none when it is about all.
        word: what it did, as a status: "Đã đính chính".
        paper: the act in words.
    """

    date: PartialDate
    label: str
    address: str
    honours: tuple[tuple[int, str], ...]
    word: str
    reason: str
    paper: str
    illustrative: bool

    def concerns(self, address: str) -> bool:
        """Whether the act is about the honour of that address."""
        return not self.honours or any(place == address for _, place in self.honours)


def changes_of(decision: Decision, reference: Reference) -> tuple[Change, ...]:
    """Return the later acts on a decision, in the order they are kept."""
    return tuple(
        Change(
            date=entry.date,
            label=decision.label,
            address=decision.address,
            honours=tuple(
                (h.id, decision.address_of(h)) for h in decision.honours if h.id in entry.rows
            ),
            word=STATUSES[entry.change],
            reason=entry.reason,
            paper=entry.paper(reference),
            illustrative=decision.illustrative,
        )
        for entry in decision.history
    )
