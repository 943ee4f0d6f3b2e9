"""The rules of each record kind, and those that hold for any record. All faults at once."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.files import VOLUME_KIND
from generator.load import Loaded, Register, load
from generator.privacy import masked
from generator.records import KINDS
from generator.records.base import Kind, Record, Volume
from generator.sound import any_record
from generator.values import DataError, Fault


def read(root: Path) -> tuple[Register, tuple[Fault, ...]]:
    """Read and check a register.

    Returns:
        The register and its warnings.

    Raises:
        DataError: it has faults; carries all of them, warnings included.
    """
    register = load(root)
    faults = check(register)
    if stops(faults):
        raise DataError(faults)
    return register, faults


def check(register: Register) -> tuple[Fault, ...]:
    """Return every fault and warning of a register, in the order of files and lines."""
    found = [*register.faults, *check_reference(register)]
    for volume in register.volumes:
        found += check_volume(volume, register)
    return in_order(found)


def check_reference(loaded: Loaded) -> Iterator[Fault]:
    """Find what is wrong in the records of a complete Reference."""
    for kind in KINDS:
        if kind.layout != "volume":
            yield from _kind(kind, loaded.reference.of(kind.name), loaded)


def check_volume(volume: Volume, loaded: Loaded) -> Iterator[Fault]:
    """Find what is wrong in a volume, held against the Reference."""
    yield from _kind(VOLUME_KIND, volume.decisions, loaded)


def in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return faults by file and line; what one slip caused many times is told once."""
    first: dict[tuple[object, ...], Fault] = {}
    for fault in faults:
        told = fault._replace(problem=masked(fault.problem), cure=masked(fault.cure))
        first.setdefault((told.position, told.code, told.problem), told)
    return tuple(sorted(first.values(), key=lambda f: (f.position, f.code, f.field, f.problem)))


def stops(faults: Iterable[Fault]) -> bool:
    """Whether any of the faults is more than a warning."""
    return any(fault.severity == "lỗi" for fault in faults)


def _kind(kind: Kind, records: tuple[Record, ...], loaded: Loaded) -> Iterator[Fault]:
    for record in records:
        yield from any_record(record, loaded)
        for rule in kind.rules:
            yield from rule(record, loaded.reference)
    for group_rule in kind.group_rules:
        yield from group_rule(records, loaded.reference)
