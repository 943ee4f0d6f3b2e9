"""The register as CSV: a row an honour, revoked ones included with their status."""

from collections.abc import Iterable, Iterator

from generator.records.digest import Digest, HonourEntry
from generator.records.terms import RECIPIENT_KINDS, STATUSES
from generator.spreadsheet import BEGINNING, rows

_COLUMNS = (
    "địa chỉ",
    "tên",
    "loại đối tượng",
    "danh hiệu, hình thức",
    "đơn vị",
    "địa bàn",
    "ngày",
    "quyết định",
    "tình trạng",
    "dữ liệu minh họa",
)


def part(digest: Digest) -> str:
    """Return the rows of a volume, without a header."""
    return rows(_row(entry) for entry in digest.honours)


def join(parts: Iterable[str]) -> Iterator[str]:
    """Yield the whole file, piece by piece: mark, header, and the rows of all volumes."""
    yield BEGINNING + rows([_COLUMNS])
    yield from parts


def _row(entry: HonourEntry) -> tuple[str, ...]:
    return (
        entry.address,
        entry.name,
        RECIPIENT_KINDS[entry.recipient_kind],
        entry.award_name,
        entry.unit,
        entry.place_text,
        entry.date.iso,
        entry.decision_label,
        STATUSES[entry.status],
        "có" if entry.illustrative else "",
    )
