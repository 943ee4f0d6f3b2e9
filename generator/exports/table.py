"""The register as CSV: a row an honour, revoked ones included with their status.

UTF-8 with a byte order mark and CRLF, so that Excel opens it right; RFC 4180 quoting.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from generator.records.digest import Digest, HonourEntry
from generator.records.terms import RECIPIENT_KINDS, STATUSES

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
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def part(digest: Digest) -> str:
    """Return the rows of a volume, without a header."""
    return _rows(_row(entry) for entry in digest.honours)


def join(parts: Iterable[str]) -> Iterator[str]:
    """Yield the whole file, piece by piece: mark, header, and the rows of all volumes."""
    yield "\ufeff" + _rows([_COLUMNS])
    yield from parts


def _row(entry: HonourEntry) -> tuple[str, ...]:
    cells = (
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
    return tuple(harmless(cell) for cell in cells)


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _rows(rows: Iterable[tuple[str, ...]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()
