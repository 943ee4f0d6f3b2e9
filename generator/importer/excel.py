"""Spreadsheets → rows: the values that calamine gives, with what `looks` sees beside them."""

import datetime
import io
from collections.abc import Iterator
from typing import Any

import python_calamine

from generator.importer.looks import LOOKS, Looks, encrypted, uncounted
from generator.importer.opening import broken, locked
from generator.importer.table import Row, Source, column_name, place_name
from generator.values import Fault, Position
from generator.vietnamese import nfc, squeeze

_UNSEEN = "tệp .ods: không thấy được dòng ẩn và phông chữ; muốn chắc chắn, lưu lại thành .xlsx"


def read_excel(name: str, form: str, raw: bytes) -> Source:
    """Read every sheet of a spreadsheet.

    Args:
        name: the file's name.
        form: xlsx, xls or ods.
        raw: the file's bytes.
    """
    try:
        book = python_calamine.load_workbook(io.BytesIO(raw))
        looks = LOOKS[form](raw)
        rows: list[Row] = []
        faults = [*uncounted(name, raw)] if form == "xlsx" else []
        for block, sheet in enumerate(book.sheets_metadata):
            shown = sheet.visible == python_calamine.SheetVisibleEnum.Visible
            found = book.get_sheet_by_name(sheet.name)
            look = looks.get(sheet.name, Looks())
            rows += _rows(name, found, look, block, not shown)
            faults += _errors(name, sheet.name, look)
    except python_calamine.PasswordError:
        return Source(name, faults=_only(locked(name).fault))
    except Exception as error:  # each of three libraries fails on damaged files in its own ways
        told = locked(name) if encrypted(error) else broken(name)
        return Source(name, faults=_only(told.fault))
    remarks = (_UNSEEN,) if form == "ods" else ()
    return Source(name, tuple(rows), tuple(faults), remarks)


def _only(fault: Fault | None) -> tuple[Fault, ...]:
    return (fault,) if fault else ()


def _rows(
    name: str, sheet: python_calamine.CalamineSheet, looks: Looks, block: int, aside: bool
) -> Iterator[Row]:
    """Yield the rows of a sheet that hold anything."""
    table = sheet.to_python(skip_empty_area=False)
    above, left = _merged(table, sheet.merged_cell_ranges or [])
    for place, values in enumerate(table):
        cells = tuple(map(_text, values))
        if not any(cells):
            continue
        hidden = "trang tính ẩn" if aside else "dòng ẩn" if place in looks.hidden else ""
        yield Row(
            name, nfc(sheet.name), place + 1, cells, block, hidden,
            above.get(place, {}), left.get(place, {}), looks.fonts.get(place, {}),
        )  # fmt: skip


def _merged(
    table: list[list[Any]], ranges: list[tuple[tuple[int, int], tuple[int, int]]]
) -> tuple[dict[int, dict[int, str]], dict[int, dict[int, str]]]:
    """Return what merged cells give to the cells they cover: from above, and from the left."""
    above: dict[int, dict[int, str]] = {}
    left: dict[int, dict[int, str]] = {}
    for (top, first), (bottom, last) in ranges:
        if top >= len(table) or first >= len(table[top]):
            continue
        text = _text(table[top][first])
        for row in range(top, min(bottom, len(table) - 1) + 1) if text else ():
            for column in range(first, last + 1):
                if column > first:
                    left.setdefault(row, {})[column] = text
                elif row > top:
                    above.setdefault(row, {})[column] = text
    return above, left


def _text(value: Any) -> str:
    """Return a cell's value as one would type it: whole numbers without a point, dd/mm/yyyy."""
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime | datetime.date):
        return f"{value.day:02}/{value.month:02}/{value.year}"
    lines = (squeeze(line) for line in nfc(str(value)).splitlines())
    return "\n".join(line for line in lines if line)


def _errors(name: str, sheet: str, looks: Looks) -> Iterator[Fault]:
    """Tell the cells whose formula failed: their value is not known."""
    for (row, column), text in looks.errors.items():
        letter = column_name(column)
        problem = f"công thức ở cột {letter} báo lỗi {text}"
        cure = "sửa công thức, hoặc gõ giá trị đúng vào ô"
        yield Fault(Position(place_name(name, sheet), row + 1), "NHAP-015", letter, problem, cure)
