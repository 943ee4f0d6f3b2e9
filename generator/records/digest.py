"""What is kept of a volume once it is done: enough for every list, small enough for memory."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from itertools import chain
from typing import NamedTuple, TypeVar

from generator.dates import PartialDate
from generator.records.base import RecipientKind, VolumeKey
from generator.records.change import Change

IN_FORCE = frozenset({"in_force", "corrected", "restored"})
OLD = PartialDate(1)  # older than any act


class HonourEntry(NamedTuple):
    """An honour as a list shows it.

    Attributes:
        name: the name as it may be shown, never a withheld one.
        role, posthumous: what a ceremony calls with the name.
        order: where the name stands in an A–Z, as bytes that sort so.
        updated: the date of the newest act on it.
        days: from the feat to the decision, where both are known to the day.
        mark: a digest of all the rest: two entries with the same mark look the same in any list.
    """

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
    group: str = ""
    role: str = ""
    posthumous: bool = False
    size: str = ""
    days: int | None = None
    order: bytes = b""
    updated: PartialDate = OLD
    mark: bytes = b""

    @property
    def award_words(self) -> str:
        """The award, and whether it came after death."""
        return f"{self.award_name} (truy tặng)" if self.posthumous else self.award_name

    @property
    def counted(self) -> bool:
        """Whether the honour is in force, and so in lists and counts."""
        return self.status in IN_FORCE

    @property
    def in_figures(self) -> bool:
        """Whether the figures count the honour: in force, real, of an award of the law."""
        return self.counted and self.statutory and not self.illustrative


class DecisionEntry(NamedTuple):
    """A decision as a list shows it; `mark` as for an honour, `updated` by any act on the list.

    `stated` and `listed` count its recipients by kind, in the order of `COUNTED_KINDS`: as the act
    says, and as the list names them.
    """

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
    proposers: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    stated: tuple[int, ...] = (0, 0, 0)
    listed: tuple[int, ...] = (0, 0, 0)
    updated: PartialDate = OLD
    mark: bytes = b""


Entry = TypeVar("Entry", DecisionEntry, HonourEntry)
ListedAct = tuple[DecisionEntry, tuple[HonourEntry, ...]]  # a decision with its honours


def marked(entry: Entry) -> Entry:
    """Return an entry with its mark."""
    words = repr(tuple(entry)).encode("utf-8")
    return entry._replace(mark=blake2b(words, digest_size=8).digest())


@dataclass(frozen=True)
class Digest:
    """A volume in short.

    Attributes:
        key: the volume.
        decisions: its decisions.
        by_decision: the honours of each decision, in the order of its list.
    """

    key: VolumeKey
    decisions: tuple[DecisionEntry, ...]
    by_decision: tuple[tuple[HonourEntry, ...], ...]
    changes: tuple[Change, ...] = ()

    @property
    def honours(self) -> Iterator[HonourEntry]:
        """All honours of the volume."""
        return chain.from_iterable(self.by_decision)


@dataclass(frozen=True)
class Index:
    """The digests of the whole register, and look-ups over them, newest first."""

    digests: tuple[Digest, ...]

    @cached_property
    def _in_order(self) -> tuple[ListedAct, ...]:
        pairs: list[ListedAct] = []
        for digest in self.digests:
            pairs += zip(digest.decisions, digest.by_decision, strict=True)
        pairs.sort(key=lambda pair: natural(pair[0].address))
        return tuple(sorted(pairs, key=lambda pair: pair[0].date, reverse=True))

    @cached_property
    def _at(self) -> Mapping[str, tuple[DecisionEntry, tuple[HonourEntry, ...]]]:
        return {pair[0].address: pair for pair in self._in_order}

    def at(self, address: str) -> DecisionEntry | HonourEntry | None:
        """Return the decision or the honour, in force or not, that has an address."""
        if pair := self._at.get(address):
            return pair[0]
        above = address.rstrip("/").rpartition("/")[0] + "/"
        _, honours = self._at.get(above, (None, ()))
        return next((honour for honour in honours if honour.address == address), None)

    @cached_property
    def changes_at(self) -> Mapping[str, tuple[Change, ...]]:
        """The later acts on each decision that has any, the newest first, by its address."""
        groups: dict[str, list[Change]] = defaultdict(list)
        for digest in self.digests:
            for change in digest.changes:
                groups[change.address].append(change)
        for found in groups.values():
            found.sort(key=lambda change: change.date.last, reverse=True)
        return {address: tuple(found) for address, found in groups.items()}

    @cached_property
    def decisions(self) -> tuple[DecisionEntry, ...]:
        """All decisions, newest first, then by address."""
        return tuple(decision for decision, _ in self._in_order)

    @cached_property
    def acts(self) -> Mapping[str, ListedAct]:
        """All decisions with their honours, by address."""
        return {act[0].address: act for act in self._in_order}

    @cached_property
    def honours(self) -> tuple[HonourEntry, ...]:
        """All honours in force, newest decision first, in the order of its list."""
        return tuple(h for _, found in self._in_order for h in found if h.counted)

    @cached_property
    def revoked(self) -> tuple[HonourEntry, ...]:
        """All honours cancelled or stripped."""
        return tuple(h for _, found in self._in_order for h in found if not h.counted)

    @cached_property
    def _honours_by(self) -> Mapping[tuple[str, str], tuple[HonourEntry, ...]]:
        groups: dict[tuple[str, str], list[HonourEntry]] = defaultdict(list)
        for entry in self.honours:
            keys = [("award", entry.award), ("movement", entry.movement)]
            keys += [("place", place) for place in entry.places]
            keys += [("recipient", entry.recipient)]
            for key in keys:
                if key[1]:
                    groups[key].append(entry)
        return {key: tuple(entries) for key, entries in groups.items()}

    def honours_of(self, kind: str, key: str) -> tuple[HonourEntry, ...]:
        """Return the honours in force of an award, place, movement or recipient."""
        return self._honours_by.get((kind, key), ())

    @cached_property
    def _proposed_by(self) -> Mapping[str, tuple[DecisionEntry, ...]]:
        groups: dict[str, list[DecisionEntry]] = defaultdict(list)
        for entry in self.decisions:
            for unit in entry.proposers:
                groups[unit].append(entry)
        return {unit: tuple(entries) for unit, entries in groups.items()}

    def proposed_by(self, unit: str) -> tuple[DecisionEntry, ...]:
        """Return the decisions, in force or not, that a unit proposed."""
        return self._proposed_by.get(unit, ())

    def decisions_by(self, document: str) -> tuple[DecisionEntry, ...]:
        """Return the decisions that are based on a document."""
        return tuple(entry for entry in self.decisions if document in entry.bases)

    def decisions_of(self, kind: str, key: str) -> tuple[DecisionEntry, ...]:
        """Return the decisions of a movement or of an issuer (`unit`)."""
        name = {"movement": "movement", "unit": "issuer"}[kind]
        return tuple(entry for entry in self.decisions if getattr(entry, name) == key)


def invented(entries: Iterable[HonourEntry]) -> int:
    """Return how many of some honours are invented, which a demonstration must tell."""
    return sum(entry.illustrative for entry in entries)


def natural(address: str) -> tuple[tuple[int, str], ...]:
    """Return a sort key in which numbers inside an address count as numbers (2 before 10)."""
    return tuple((int(p), "") if p.isdigit() else (-1, p) for p in address.strip("/").split("/"))
