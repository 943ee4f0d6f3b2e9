"""What holds of every value of every record: nothing private, nothing unknown, nothing mixed."""

import difflib
from collections.abc import Iterator

from generator.dates import PartialDate
from generator.load import Loaded
from generator.markup import refused
from generator.privacy import leaks
from generator.records import KINDS
from generator.records.base import MarkdownText, Record, Reference, RefTo, walk
from generator.records.marks import Happened, ToDecision
from generator.syllables import looks_damaged
from generator.values import Fault, FieldPath

# What invented records may name as well: the words that all records share.
_SHARED = frozenset({"award", "document", "place", "request", "topic", "unit"})


def any_record(record: Record, loaded: Loaded) -> Iterator[Fault]:
    """Yield what is wrong with the values of a record, of whatever kind it is.

    Args:
        record: the record.
        loaded: the records that it may name.
    """
    reference = loaded.reference
    contacts = _contacts(record, reference)
    for path, value, marks in walk(record):
        if isinstance(value, PartialDate) and Happened() in marks:
            yield from _past(record, path, value, reference.as_of)
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
            yield from _any_reference(record, path, value, mark, loaded)


def _past(
    record: Record, path: FieldPath, date: PartialDate, as_of: PartialDate
) -> Iterator[Fault]:
    if date.first > as_of.last:
        yield record.fault(
            "TG-001",
            path,
            f"{date.on} ở sau ngày của dữ liệu ({as_of.text})",
            "sửa ngày này, hoặc nâng as_of trong data/site.yml",
        )


def _any_reference(
    record: Record, path: FieldPath, value: str, mark: object, loaded: Loaded
) -> Iterator[Fault]:
    """What must hold of a value that names another record."""
    if isinstance(mark, RefTo) and not _known(loaded, mark.kind, value):
        yield _unknown(record, path, mark.kind, value, loaded.reference)
    if isinstance(mark, ToDecision) and value not in loaded.reference.acts:
        yield _undecided(record, path, value)
    if _mixed(record, mark, value, loaded.reference):
        yield record.fault(
            "MH-001",
            path,
            "nối dữ liệu thật với dữ liệu minh họa",
            "không trộn hai loại: bỏ mối nối, hoặc sửa illustrative cho đúng",
        )


def _mixed(record: Record, mark: object, key: str, reference: Reference) -> bool:
    """Whether a field joins the real with the invented; invented records may use real words."""
    if isinstance(mark, ToDecision):
        act = reference.acts.get(key)
        return act is not None and act.illustrative != record.illustrative
    found = reference.find(mark.kind, key) if isinstance(mark, RefTo) else None
    if found is None or found.illustrative == record.illustrative:
        return False
    return found.illustrative or (isinstance(mark, RefTo) and mark.kind not in _SHARED)


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
