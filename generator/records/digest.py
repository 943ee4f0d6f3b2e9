"""What is kept of a volume once it is done: enough for every list, small enough for memory."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from generator.dates import PartialDate
from generator.records.base import RecipientKind, VolumeKey

IN_FORCE = frozenset({"in_force", "corrected", "restored"})


class HonourEntry(NamedTuple):
    """An honour as a list shows it. `name` is the name as it may be shown, never a withheld one."""

    address: str
    name: str
    recipient_kind: RecipientKind
    award: str
    award_name: str
    statutory: bool
    unit: str
    places: tuple[str, ...]
    place_text: str
    date: PartialDate
    decision: str
    decision_label: str
    issuer: str
    movement: str
    recipient: str
    commendation: str
    status: str
    named: bool
    illustrative: bool

    @property
    def counted(self) -> bool:
        """Whether the honour is in force, and so in lists and counts."""
        return self.status in IN_FORCE


class DecisionEntry(NamedTuple):
    """A decision as a list shows it."""

    address: str
    label: str
    title: str
    date: PartialDate
    date_text: str
    issuer: str
    issuer_name: str
    movement: str
    awards: tuple[str, ...]
    count_text: str
    in_force: bool
    illustrative: bool


Entry = TypeVar("Entry", DecisionEntry, HonourEntry)


@dataclass(frozen=True)
class Digest:
    """A volume in short."""

    key: VolumeKey
    decisions: tuple[DecisionEntry, ...]
    honours: tuple[HonourEntry, ...]


@dataclass(frozen=True)
class Index:
    """The digests of the whole register, and look-ups over them, newest first."""

    digests: tuple[Digest, ...]

    @cached_property
    def decisions(self) -> tuple[DecisionEntry, ...]:
        """All decisions, newest first, then by address."""
        found = [entry for digest in self.digests for entry in digest.decisions]
        return tuple(_newest_first(found))

    @cached_property
    def honours(self) -> tuple[HonourEntry, ...]:
        """All honours in force, newest decision first, in the order of its list."""
        found = [entry for digest in self.digests for entry in digest.honours if entry.counted]
        return tuple(_newest_first(found))

    @cached_property
    def revoked(self) -> tuple[HonourEntry, ...]:
        """All honours cancelled or stripped."""
        found = [entry for digest in self.digests for entry in digest.honours if not entry.counted]
        return tuple(_newest_first(found))

    @cached_property
    def _honours_by(self) -> Mapping[tuple[str, str], tuple[HonourEntry, ...]]:
        groups: dict[tuple[str, str], list[HonourEntry]] = defaultdict(list)
        for entry in self.honours:
            keys = [("award", entry.award), ("unit", entry.issuer)]
            keys += [("place", place) for place in entry.places]
            keys += [("movement", entry.movement), ("recipient", entry.recipient)]
            for key in keys:
                if key[1]:
                    groups[key].append(entry)
        return {key: tuple(entries) for key, entries in groups.items()}

    def honours_of(self, kind: str, key: str) -> tuple[HonourEntry, ...]:
        """Return the honours in force of an award, unit (as issuer), place, movement, recipient."""
        return self._honours_by.get((kind, key), ())

    def decisions_of(self, kind: str, key: str) -> tuple[DecisionEntry, ...]:
        """Return the decisions of a movement or of an issuer (`unit`)."""
        name = {"movement": "movement", "unit": "issuer"}[kind]
        return tuple(entry for entry in self.decisions if getattr(entry, name) == key)


def _newest_first(found: Iterable[Entry]) -> list[Entry]:
    by_place = sorted(found, key=lambda entry: natural(entry.address))
    return sorted(by_place, key=lambda entry: entry.date, reverse=True)


def natural(address: str) -> tuple[tuple[int, str], ...]:
    """Return a sort key in which numbers inside an address count as numbers (2 before 10)."""
    return tuple((int(p), "") if p.isdigit() else (-1, p) for p in address.strip("/").split("/"))
