"""Text → records: the first step of the path.

Nothing here knows a record by name: it goes through `KINDS` by their layout. A faulty record is
left out and its faults are told; its id is remembered, so that no one reports it as unknown.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import photos
from generator.dates import PartialDate
from generator.facts import (
    ENDLESS,
    acts_among,
    claimed,
    completed,
    decisions_named,
    files_of,
    honoured,
    newest,
)
from generator.files import VOLUME_KIND, checksums, matching, volumes, whole_file
from generator.placement import misplaced, unclaimed, unreadable
from generator.raw import read_file
from generator.records import KINDS
from generator.records.base import Kind, Record, Reference, Volume, VolumeKey
from generator.records.validation import build
from generator.releases import releases, vanished
from generator.values import Fault


@dataclass(frozen=True)
class Loaded:
    """The records of the Reference, the faults so far, and the ids that failed."""

    reference: Reference
    faults: tuple[Fault, ...]
    broken: frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Register(Loaded):
    """All that was read, the volumes too."""

    volumes: tuple[Volume, ...]


def load(root: Path) -> Register:
    """Read the whole register below a project's root."""
    loaded = load_reference(root)
    faults, read, unsure = list(loaded.faults), [], set()
    for key, paths in volumes(root).items():
        volume, wrong = load_volume(root, key, paths)
        read.append(volume)
        faults += wrong
        unsure |= {key} if wrong else set()
    everything = (d.address_of(h) for volume in read for d in volume.decisions for h in d.honours)
    faults += vanished(root, everything, unsure)
    faults += unclaimed(root, claimed(loaded.reference).union(*map(files_of, read)))
    reference = completed(
        loaded.reference,
        newest(decision for volume in read for decision in volume.decisions),
        frozenset[str]().union(*map(honoured, read)),
        acts_among((d for volume in read for d in volume.decisions), loaded.reference.acts),
    )
    return Register(reference, tuple(faults), loaded.broken, tuple(read))


def load_reference(root: Path) -> Loaded:
    """Read all but the volumes. The date of the data is not known yet when no one set it."""
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
    if not records["site"]:
        faults += _no_site(faults)
    site: Any = records["site"].get("site")
    named = decisions_named(r for found in records.values() for r in found.values())
    decisions = root / VOLUME_KIND.where.partition("/*")[0]
    reference = Reference(
        {name: dict(sorted(found.items())) for name, found in records.items()},
        PartialDate(*site.as_of) if site is not None and site.as_of else ENDLESS,
        papers=checksums(root / "content" / "tep"),
        photos=photos.sizes(root / "content" / photos.FOLDER),
        acts={key: None for key in named if (decisions / f"{key}.yml").is_file()},
        leads=named,
        releases=releases(root),
    )
    return Loaded(reference, tuple(faults), frozenset(broken))


def load_volume(
    root: Path, key: VolumeKey, paths: Iterable[Path]
) -> tuple[Volume, tuple[Fault, ...]]:
    """Read the decisions of one volume; the sound ones, and the faults of the others."""
    faults: list[Fault] = []
    decisions = list(_records(root, VOLUME_KIND, paths, faults, set()))
    return Volume(key, tuple(sorted(decisions, key=lambda d: (d.date, d.id)))), tuple(faults)


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
