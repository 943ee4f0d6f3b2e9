"""What only the whole register tells: its date, who is honoured, which files are published."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from typing import Any

from generator.dates import PartialDate
from generator.records.base import Link, NamedAct, Record, Reference, Volume, marks_within, walk
from generator.records.decision import Decision
from generator.records.digest import IN_FORCE, DecisionEntry
from generator.records.marks import Happened, ToDecision

OLDEST = PartialDate(1945, 9, 2)
ENDLESS = PartialDate(9999, 12, 31)  # the date of data whose newest date is not known yet


def completed(
    reference: Reference,
    newest_date: PartialDate,
    honoured: frozenset[str],
    acts: Mapping[str, NamedAct],
) -> Reference:
    """Return the Reference with what only the whole register tells.

    Args:
        reference: as `load_reference` gives it.
        newest_date: the newest date of the past in any volume.
        honoured: the registered recipients that have an honour in force.
        acts: those of the decisions that other records name.
    """
    if reference.as_of == ENDLESS:
        everything = (r for found in reference.records.values() for r in found.values())
        as_of = max(newest_date, newest(everything), key=lambda date: date.last)
        reference = replace(reference, as_of=as_of)
    return replace(reference, honoured=honoured, acts={**reference.acts, **acts})


def newest(records: Iterable[Record]) -> PartialDate:
    """Return the newest date of the past in some records."""
    dates = [OLDEST]
    for record in records:
        dates += [
            value
            for _, value, marks in walk(record)
            if isinstance(value, PartialDate) and Happened() in marks
        ]
    return max(dates, key=lambda date: date.last)


def honoured(volume: Volume) -> frozenset[str]:
    """Return the registered recipients that have an honour in force in a volume."""
    return frozenset(
        honour.recipient
        for decision in volume.decisions
        for honour in decision.honours
        if honour.recipient and decision.status(honour).code in IN_FORCE
    )


def decisions_named(records: Iterable[Any]) -> dict[str, tuple[Link, ...]]:
    """Return the decisions that some records name, as year/issuer/id, with these records' pages."""
    found: dict[str, dict[Link, None]] = {}
    for record in records:
        model: type[Record] = type(record)
        if ToDecision() in marks_within(model):
            for _, value, marks in walk(record):
                if ToDecision() in marks:
                    found.setdefault(str(value), {})[Link(record.called, record.address)] = None
    return {key: tuple(links) for key, links in sorted(found.items())}


def acts_among(
    decisions: Iterable[Decision | DecisionEntry], wanted: Container[str]
) -> dict[str, NamedAct]:
    """Return what is asked of those decisions that other records name, by year/issuer/id."""
    found = ((d.address.removeprefix("/vinh-danh/").rstrip("/"), d) for d in decisions)
    return {key: NamedAct(d.date, d.illustrative) for key, d in found if key in wanted}


def files_of(volume: Volume) -> frozenset[str]:
    """Return the files of `content/` that the decisions of a volume publish."""
    return frozenset(file for decision in volume.decisions for file in decision.files)


def claimed(reference: Reference) -> frozenset[str]:
    """Return the files of `content/` that the records of the Reference publish."""
    everything = (r for found in reference.records.values() for r in found.values())
    return frozenset(file for record in everything for file in record.files)
