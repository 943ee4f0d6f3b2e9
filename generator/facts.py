"""What only the whole register tells: its date, who is honoured, which files are published."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.dates import PartialDate
from generator.records.base import Record, Reference, Volume, walk
from generator.records.digest import IN_FORCE
from generator.records.fields import Happened, IsDecision

OLDEST = PartialDate(1945, 9, 2)
ENDLESS = PartialDate(9999, 12, 31)  # the date of data whose newest date is not known yet


def completed(
    reference: Reference, newest_date: PartialDate, honoured: frozenset[str]
) -> Reference:
    """Return the Reference with what only the whole register tells.

    Args:
        reference: as `load_reference` gives it.
        newest_date: the newest date of the past in any volume.
        honoured: the registered recipients that have an honour in force.
    """
    if reference.as_of == ENDLESS:
        everything = (r for found in reference.records.values() for r in found.values())
        as_of = max(newest_date, newest(everything), key=lambda date: date.last)
        reference = replace(reference, as_of=as_of)
    return replace(reference, honoured=honoured)


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


def files_of(volume: Volume) -> frozenset[str]:
    """Return the files of `content/` that the decisions of a volume publish."""
    return frozenset(file for decision in volume.decisions for file in decision.files)


def acts_named(records: Mapping[str, Mapping[str, Record]]) -> frozenset[str]:
    """Return the decisions that records of the Reference name, there or not."""
    return frozenset(
        value
        for found in records.values()
        for record in found.values()
        for _, value, marks in walk(record)
        if isinstance(value, str) and IsDecision() in marks
    )


def claimed(reference: Reference) -> frozenset[str]:
    """Return the files of `content/` that the records of the Reference publish."""
    everything = (r for found in reference.records.values() for r in found.values())
    return frozenset(file for record in everything for file in record.files)
