"""The rules: those of each record kind, and those that hold for any record. All faults at once."""

import difflib
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.dates import PartialDate
from generator.files import VOLUME_KIND
from generator.load import Loaded, Register, load
from generator.markup import refused
from generator.privacy import leaks, masked
from generator.records import KINDS
from generator.records.base import Kind, MarkdownText, Record, Reference, RefTo, Volume, walk
from generator.records.fields import Happened, ToDecision
from generator.syllables import looks_damaged
from generator.values import DataError, Fault, FieldPath


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
        yield from _any_record(record, loaded)
        for rule in kind.rules:
            yield from rule(record, loaded.reference)
    for group_rule in kind.group_rules:
        yield from group_rule(records, loaded.reference)


def _any_record(record: Record, loaded: Loaded) -> Iterator[Fault]:
    """What must hold of every value of every record."""
    reference = loaded.reference
    contacts = _contacts(record, reference)
    for path, value, marks in walk(record):
        if isinstance(value, PartialDate):
            if Happened() in marks and value.first > reference.as_of.last:
                yield record.fault(
                    "TG-001",
                    path,
                    f"{value.on} ở sau ngày của dữ liệu ({reference.as_of.text})",
                    "sửa ngày này, hoặc nâng as_of trong data/site.yml",
                )
            continue
        if not isinstance(value, str):
            continue
        for leak in leaks(value, contacts) if contacts is not None else ():
            yield record.fault(
                "BM-001", path, f"có {leak.what}", "xóa đi: dữ liệu riêng tư không được công bố"
            )
        if MarkdownText() in marks and (piece := refused(value)):
            yield record.fault(
                "MD-001",
                path,
                f"có mã HTML, ảnh hoặc liên kết không được phép: «{piece[:60]}»",
                "chỉ dùng chữ, danh sách, bảng và liên kết bắt đầu bằng https:// hoặc dấu /",
            )
        if looks_damaged(value):
            yield record.fault(
                "CH-001",
                path,
                "nhiều chữ không phải tiếng Việt, có thể bản chép đã hỏng",
                "đối chiếu với bản gốc trước khi công bố",
                "cảnh báo",
            )
        for mark in marks:
            if isinstance(mark, RefTo) and not _known(loaded, mark.kind, value):
                yield _unknown(record, path, mark.kind, value, reference)
            if isinstance(mark, ToDecision) and value not in reference.acts:
                yield _undecided(record, path, value)


def _undecided(record: Record, path: FieldPath, value: str) -> Fault:
    problem = f"không có quyết định nào ở «{value}»"
    cure = "sửa cho đúng năm/người ký/mã, hoặc thêm quyết định đó vào data/awards/"
    return record.fault("TC-001", path, problem, cure)


def _contacts(record: Record, reference: Reference) -> frozenset[str] | None:
    """Return the contacts that a record may name: the site's and its own.

    None while `data/site.yml` cannot tell them from private ones; no build passes then, since that
    is a fault of its own.
    """
    site = reference.find("site", "site")
    return site.contacts | record.contacts if site is not None else None


def _known(loaded: Loaded, kind: str, key: str) -> bool:
    return loaded.reference.find(kind, key) is not None or (kind, key) in loaded.broken


def _unknown(record: Record, path: FieldPath, kind: str, key: str, reference: Reference) -> Fault:
    label = next(k.label for k in KINDS if k.name == kind)
    where = next(k.where for k in KINDS if k.name == kind)
    near = difflib.get_close_matches(key, [r.id for r in reference.of(kind)], n=1)
    cure = f"có phải «{near[0]}»?" if near else f"sửa mã, hoặc thêm vào {where}"
    return record.fault("TC-001", path, f"không có {label} nào mang mã «{key}»", cure)
