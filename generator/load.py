"""Text → records: the first step of the path.

Nothing here knows a record by name: it goes through `KINDS` by their layout. A faulty record is
left out and its faults are told; its id is remembered, so that no one reports it as unknown.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.dates import PartialDate
from generator.files import matching, misplaced, unclaimed, unreadable, whole_file, wrong_file
from generator.raw import read_file
from generator.records import KINDS
from generator.records.base import Kind, Record, Reference, Volume, VolumeKey, walk
from generator.records.digest import IN_FORCE
from generator.records.fields import Happened
from generator.records.validation import build
from generator.values import Fault

OLDEST = PartialDate(1945, 9, 2)
VOLUME_KIND = next(kind for kind in KINDS if kind.layout == "volume")


@dataclass(frozen=True)
class Register:
    """All that was read: the frozen records, the faults so far, and the ids that failed."""

    reference: Reference
    volumes: tuple[Volume, ...]
    faults: tuple[Fault, ...]
    broken: frozenset[tuple[str, str]]


def load(root: Path) -> Register:
    """Read the whole register below a project's root."""
    faults = [*misplaced(root), *unreadable(root)]
    broken: set[tuple[str, str]] = set()
    records: dict[str, dict[str, Record]] = {}
    for kind in KINDS:
        if kind.layout != "volume":
            found = records.setdefault(kind.name, {})
            for record in _records(root, kind, matching(root, kind.where), faults, broken):
                if record.id in found:
                    faults.append(_taken(record, found[record.id]))
                found.setdefault(record.id, record)
    decisions = tuple(
        _records(root, VOLUME_KIND, matching(root, VOLUME_KIND.where), faults, broken)
    )
    faults += [fault for decision in decisions for fault in wrong_file(root, decision)]
    everything = [*decisions, *(r for found in records.values() for r in found.values())]
    faults += unclaimed(root, frozenset(file for record in everything for file in record.files))
    reference = Reference(
        {name: dict(sorted(found.items())) for name, found in records.items()},
        _as_of(records["site"].get("site"), everything),
        frozenset(
            honour.recipient
            for decision in decisions
            for honour in decision.honours
            if honour.recipient and decision.status(honour).code in IN_FORCE
        ),
    )
    if not records["site"]:
        faults += _no_site(faults)
    return Register(reference, _volumes(decisions), tuple(faults), frozenset(broken))


def _records(
    root: Path,
    kind: Kind,
    paths: Iterable[Path],
    faults: list[Fault],
    broken: set[tuple[str, str]],
) -> Iterator[Any]:
    """Yield the sound records of some files; note the faults of the others."""
    for path in paths:
        reading = read_file(root, path, kind)
        faults += reading.faults
        if not reading.raws:
            broken.add((kind.name, path.stem))
        for raw in reading.raws:
            record, wrong = build(kind, raw.data, raw.origin)
            faults.extend(wrong)
            if record is None:
                broken.add((kind.name, raw.key))
            else:
                yield record


def _taken(record: Record, first: Record) -> Fault:
    return record.fault(
        "TRG-011",
        (),
        f"mã «{record.id}» đã dùng ở {first.origin.at(()).file}",
        "đặt mã khác cho một trong hai",
    )


def _no_site(faults: Iterable[Fault]) -> list[Fault]:
    """Tell that `data/site.yml` is missing, unless its own faults are told already."""
    if any(fault.position.file == "data/site.yml" for fault in faults):
        return []
    return [
        whole_file(
            "data/site.yml", "TEP-007", "thiếu tệp thiết lập của trang",
            "tạo tệp theo mẫu trong data/README.md",
        )
    ]  # fmt: skip


def _as_of(site: Any, everything: Iterable[Record]) -> PartialDate:
    """Return the date of the data: the one set in `data/site.yml`, else the newest of the past."""
    if site is not None and site.as_of:
        return PartialDate(*site.as_of)
    dates = [OLDEST]
    for record in everything:
        dates += [
            value
            for _, value, marks in walk(record)
            if isinstance(value, PartialDate) and Happened() in marks
        ]
    return max(dates, key=lambda date: date.last)


def _volumes(decisions: Iterable[Any]) -> tuple[Volume, ...]:
    groups: dict[VolumeKey, list[Any]] = defaultdict(list)
    for decision in decisions:
        groups[decision.volume].append(decision)
    return tuple(
        Volume(key, tuple(sorted(found, key=lambda d: (d.date, d.id))))
        for key, found in sorted(groups.items())
    )
