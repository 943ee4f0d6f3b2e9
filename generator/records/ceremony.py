"""The order of honour of a ceremony: what is handed over first, who is called after whom.

From the highest award to the lowest, as Nghị định 145/2013/NĐ-CP and 98/2023/NĐ-CP have it; then as
the acts are named and as their lists are printed. For a posthumous award the family stands up.
"""

from collections.abc import Iterable
from typing import NamedTuple

from generator.records.award import Award
from generator.records.base import Reference
from generator.records.digest import HonourEntry, ListedAct
from generator.records.honour import WITHHELD_NAME


class Turn(NamedTuple):
    """One who is called.

    Attributes:
        number: the place in the whole order.
        entry: the honour.
        called_as: role, unit and place, as they are called after the name.
    """

    number: int
    entry: HonourEntry
    called_as: str


class Step(NamedTuple):
    """An award in the order of a ceremony.

    Attributes:
        award: its name with its class.
        address: its page.
        turns: who is called for it.
    """

    award: str
    address: str
    turns: tuple[Turn, ...]


def order_of_honour(acts: Iterable[ListedAct], reference: Reference) -> tuple[Step, ...]:
    """Return who is called, award by award, numbered through.

    Left out is who may not be named, and what is not in force any more.
    """
    called = [entry for _, found in acts for entry in found if callable_entry(entry)]
    ranks = {entry.award: reference.find("award", entry.award) for entry in called}
    called.sort(key=lambda entry: _rank(entry, ranks[entry.award]))
    steps: dict[tuple[str, str], list[Turn]] = {}
    for number, entry in enumerate(called, 1):
        key = entry.award_name, ranks[entry.award].address
        steps.setdefault(key, []).append(Turn(number, entry, _called_as(entry)))
    return tuple(Step(name, address, tuple(turns)) for (name, address), turns in steps.items())


def _called_as(entry: HonourEntry) -> str:
    """Return what is called after a name; a place does not repeat its own name."""
    place = "" if entry.place_text.lower() == entry.name.lower() else entry.place_text
    return ", ".join(filter(None, (entry.role, entry.unit, place)))


def callable_entry(entry: HonourEntry) -> bool:
    """Whether a name may be called: the honour is in force and its name is shown."""
    return entry.counted and entry.name != WITHHELD_NAME


def _rank(entry: HonourEntry, award: Award) -> tuple[int, str, int]:
    """Return a sort key: the award's rank, then its classes as the award lists them."""
    names = [award.named(grade) for grade in award.classes]
    return award.rank, award.id, names.index(entry.award_name) if entry.award_name in names else -1
