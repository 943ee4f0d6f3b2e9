"""Unpacking a file once to see that it may be unpacked: its size, rows, far and merged cells."""

import re
import zipfile

from generator.importer.refusal import broken
from generator.importer.table import wrong_file
from generator.values import Fault

MAX_UNPACKED = 250_000_000
MAX_ROWS = 200_000  # of a sheet, empty ones that only have a format included
MAX_CELLS = 20_000_000  # up to the last one, the empty ones between included
MAX_MERGED = 1_000_000  # cells of a sheet that are covered by others
_CHUNK = 1 << 20
_CELL = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"[^>]*[^/]>')
_MERGED = re.compile(rb'<mergeCell [^>]*ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')


def unpackable(name: str, archive: zipfile.ZipFile) -> Fault | None:
    """Unpack every part once without keeping it: sizes, checksums, rows and entities."""
    total = 0
    for info in archive.infolist():
        rows = far = merged = 0
        with archive.open(info) as part:
            while piece := part.read(_CHUNK):
                total += len(piece)
                if "worksheets/" in info.filename:
                    rows += piece.count(b"<row ")
                    far = max(far, *(_area(*cell.groups()) for cell in _CELL.finditer(piece)), 0)
                    merged += sum(_covered(*area.groups()) for area in _MERGED.finditer(piece))
                if total > MAX_UNPACKED:
                    cure = "tệp không bình thường: xin lại tệp từ nơi gửi, quét vi-rút trước khi mở"
                    return wrong_file(name, "NHAP-007", "tệp phình quá to khi giải nén", cure)
                if rows > MAX_ROWS:
                    return _too_many_rows(name)
                if far > MAX_CELLS:
                    cure = "tìm ô lạc ở rất xa bên phải, bên dưới (Ctrl+End), xóa đi, lưu lại"
                    return wrong_file(name, "NHAP-007", "có ô nằm quá xa danh sách", cure)
                if merged > MAX_MERGED:
                    cure = "bỏ gộp ô (Unmerge Cells) ở những vùng trống, chỉ gộp trong danh sách"
                    return wrong_file(name, "NHAP-007", "có vùng ô gộp quá rộng", cure)
                if b"<!DOCTYPE" in piece or b"<!ENTITY" in piece:
                    return broken(name).fault
    return None


def _area(column: bytes, row: bytes) -> int:
    """Return how many cells there are up to one: a single far one fills the memory."""
    return _number(column) * int(row)


def _covered(left: bytes, top: bytes, right: bytes, bottom: bytes) -> int:
    """Return how many cells a merged one covers: a reader may make each of them."""
    return (_number(right) - _number(left) + 1) * (int(bottom) - int(top) + 1)


def _number(column: bytes) -> int:
    number = 0
    for letter in column:
        number = number * 26 + letter - 64
    return number


def _too_many_rows(name: str) -> Fault:
    return wrong_file(
        name,
        "NHAP-007",
        f"một trang tính có hơn {MAX_ROWS:,} dòng, thường là dòng trống có định dạng".replace(
            ",", "."
        ),
        "chọn mọi dòng trống bên dưới danh sách, xóa hẳn (Delete Row), lưu lại; "
        "danh sách thật dài như vậy thì tách thành nhiều tệp",
    )
