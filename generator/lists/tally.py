"""The register counted in one pass, for all statistics: linear in time, small in memory.

What is counted: honours in force that are the law's own. Invented ones are counted apart and never
added to real ones; so are those outside the law and those no longer in force.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.records.base import Reference
from generator.records.definition import LEADERLESS, SMALL, WORKERS, Meanings
from generator.records.digest import HonourEntry, Index
from generator.records.terms import LEVELS, OTHER_LEVEL

UNSCHEDULED, THEMATIC = "dot-xuat", "chuyen-de"


class Traits(NamedTuple):
    """What the figures tell honours apart by; a register has some thousand different ones.

    Attributes:
        worker, leaderless, small: what each measure says, by the definition of the honour's date:
            "yes", "no", or "" where the class is not recorded.
    """

    year: int
    level: str
    award: str
    commendation: str
    kind: str
    group: str
    worker: str
    leaderless: str
    small: str


@dataclass
class Tally:
    """Counted honours, either the real or the invented ones.

    Attributes:
        honours: how many there are of each traits.
        decisions: how many decisions have one, by year.
        places: how many there are by places (old and new, as an honour reaches them), recipient
            kind and group.
        topics: those of registered recipients with a story, by field and recipient kind; one with
            stories of two fields counts in both. "" is for all others.
        days: those for a sudden feat, by year and days from feat to decision (None: not known).
        outside: those outside the law, by year.
        revoked: those no longer in force, by year.
    """

    honours: Counter[Traits] = field(default_factory=Counter)
    decisions: Counter[int] = field(default_factory=Counter)
    places: Counter[tuple[tuple[str, ...], str, str]] = field(default_factory=Counter)
    topics: Counter[tuple[str, str]] = field(default_factory=Counter)
    days: Counter[tuple[int, int | None]] = field(default_factory=Counter)
    outside: Counter[int] = field(default_factory=Counter)
    revoked: Counter[int] = field(default_factory=Counter)

    def by(self, *names: str, **wanted: str) -> Counter[tuple[object, ...]]:
        """Count by some traits, among those that have the wanted ones.

        >>> Tally().by("year", kind="person")
        Counter()
        """
        found: Counter[tuple[object, ...]] = Counter()
        for traits, count in self.honours.items():
            if all(getattr(traits, name) == value for name, value in wanted.items()):
                found[tuple(getattr(traits, name) for name in names)] += count
        return found

    @property
    def total(self) -> int:
        """How many honours are counted."""
        return self.honours.total()

    @property
    def years(self) -> list[int]:
        """The years that have a counted honour, the newest first."""
        return sorted({traits.year for traits in self.honours}, reverse=True)


def tallies(reference: Reference, index: Index) -> dict[bool, Tally]:
    """Count the whole register once; True holds what is invented."""
    found = {False: Tally(), True: Tally()}
    levels = {
        unit.id: LEVELS.get(unit.authority or "", OTHER_LEVEL) for unit in reference.of("unit")
    }
    topics = _topics(reference)
    meanings = Meanings(reference)
    last = ""
    known: dict[tuple[str, ...], Traits] = {}  # within a decision most rows are alike
    for entry in index.honours:
        tally, year = found[entry.illustrative], entry.date.year
        if not entry.statutory:
            tally.outside[year] += 1
            continue
        if entry.decision != last:
            tally.decisions[year] += 1
            last = entry.decision
            known.clear()
        key = entry.award, entry.commendation, entry.recipient_kind, entry.group, entry.size
        if key not in known:
            known[key] = _traits(entry, levels[entry.issuer], meanings)
        tally.honours[known[key]] += 1
        tally.places[entry.places, entry.recipient_kind, entry.group] += 1
        for topic in topics.get(entry.recipient, ("",)):
            tally.topics[topic, entry.recipient_kind] += 1
        if entry.commendation == UNSCHEDULED:
            tally.days[year, entry.days] += 1
    for entry in index.revoked:
        found[entry.illustrative].revoked[entry.date.year] += 1
    return found


def _traits(entry: HonourEntry, level: str, meanings: Meanings) -> Traits:
    person = entry.group if entry.recipient_kind == "person" else ""
    return Traits(
        entry.date.year,
        level,
        entry.award,
        entry.commendation,
        entry.recipient_kind,
        person,
        meanings.side(WORKERS, entry.date, person),
        meanings.side(LEADERLESS, entry.date, person),
        meanings.side(SMALL, entry.date, entry.size),
    )


def _topics(reference: Reference) -> dict[str, tuple[str, ...]]:
    """Return the fields of the stories told of each registered recipient."""
    found: dict[str, dict[str, None]] = {}
    for exemplar in reference.of("exemplar"):
        for recipient in exemplar.recipients:
            found.setdefault(recipient, {})[exemplar.topic] = None
    return {recipient: tuple(topics) for recipient, topics in found.items()}


def ordered(codes: Iterable[str], order: Iterable[str]) -> list[str]:
    """Return the codes that occur, in the order of their list."""
    there = set(codes)
    return [code for code in dict.fromkeys(order) if code in there]
