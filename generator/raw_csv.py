"""A decision's list kept as CSV → raw honours. Only the columns of an honour are ever read."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.files import whole_file
from generator.records.embargo import embargoed, means_embargo
from generator.records.forms import form_of, slip_of, translated
from generator.records.honour import Honour
from generator.values import Fault, FieldPath, Position
from generator.vietnamese import nfc

_COLUMNS = frozenset(field.name for field in form_of(Honour))

# What is left of a letter that an old kind of CSV cannot hold: "Nguy?n".
_LOST = re.compile(r"[^\W\d_]\?[^\W\d_]")
_LETTERS_LOST = (
    "chữ có dấu đã thành dấu hỏi: Excel lưu kiểu CSV cũ, kiểu này làm mất dấu tiếng Việt",
    "mở lại bản Excel gốc, chọn Lưu thành (Save As), kiểu «CSV UTF-8»",
)

_YES_NO = {"true": True, "x": True, "có": True, "false": False, "không": False}


class Rows(NamedTuple):
    """The rows of a list, the position of each, and what is wrong with the file.

    `rows` is None where the text is no table, so that nobody counts what is not there.
    """

    rows: tuple[dict[str, Any], ...] | None
    positions: dict[FieldPath, Position]
    faults: tuple[Fault, ...]


def rows_of(text: str, file: str) -> Rows:
    """Read a list.

    Args:
        text: CSV with a header row; the columns bear the names of an honour's fields. Commas
            between them, or the semicolons and tabs that Excel writes in Vietnam.
        file: the file's name, for faults.

    Returns:
        The rows without their empty cells. A column that is not an honour's is a fault that
        names the column, never a value of it.
    """
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter_of(text), strict=True)
    rows: list[dict[str, Any]] = []
    positions: dict[FieldPath, Position] = {}
    faults: list[Fault] = []
    try:
        faults += _columns(list(reader.fieldnames or ()), file)
        if any(fault.code == "CSV-006" for fault in faults):
            return Rows(None, {}, tuple(faults))
        for row in reader:
            position = Position(file, reader.line_num)
            if None in row:
                cure = "đặt ô có dấu phẩy trong dấu nháy kép"
                faults.append(Fault(position, "CSV-003", "", "dòng có nhiều ô hơn số cột", cure))
            if any(_LOST.search(cell) for cell in row.values() if isinstance(cell, str)):
                faults.append(Fault(position, "CSV-007", "", *_LETTERS_LOST))
            cells = {c: _cell(c, v) for c, v in row.items() if c in _COLUMNS and v and v.strip()}
            if cells:  # Excel leaves rows of nothing but commas
                positions["honours", len(rows)] = position
                rows.append(cells)
    except csv.Error:
        position = Position(file, reader.reader.line_num)
        cure = "xem lại dấu nháy kép và dấu phẩy"
        faults.append(Fault(position, "CSV-004", "", "không đọc được dòng này", cure))
        return Rows(None, {}, tuple(faults))
    return Rows(tuple(rows), positions, tuple(faults))


def delimiter_of(text: str) -> str:
    """Return what stands between the columns of the header."""
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


def _columns(columns: list[str], file: str) -> Iterator[Fault]:
    """Find columns that no honour has, columns that stand twice, and a header that is none."""
    if not {"id", "name"} & {*columns, *(translated(column, Honour) for column in columns)}:
        cure = "thêm dòng đầu ghi tên các cột (id, kind, name, …)"  # it may name a person: not told
        yield whole_file(file, "CSV-006", "thiếu dòng tiêu đề", cure)
        return
    for place, column in enumerate(columns):
        if column not in _COLUMNS and means_embargo(column):
            yield whole_file(file, *embargoed(""))
        elif column not in _COLUMNS:
            near = slip_of(column, Honour) or translated(column, Honour)
            cure = f"có phải «{near}»? Nếu không, xóa cả cột này" if near else "xóa cả cột này"
            yield whole_file(file, "CSV-002", f"cột «{column}» không được phép", f"{cure} khỏi tệp")
        elif column in columns[:place]:
            yield whole_file(file, "CSV-002", f"cột «{column}» có hai lần", "giữ một cột")


def _cell(column: str, value: str) -> Any:
    """Give a cell its type by its column: numbers and yes/no where an honour has them."""
    if column == "id" and re.fullmatch(r" *[0-9]{1,9} *", value):
        return int(value)
    if column in ("posthumous", "child"):
        return _YES_NO.get(nfc(value).strip().lower(), value)
    return nfc(value)
