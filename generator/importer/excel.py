"""Spreadsheets → rows. Values come from calamine; hidden rows and fonts from openpyxl and xlrd."""

import datetime
import io
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import openpyxl
import python_calamine
import xlrd

from generator.importer.opening import broken, locked
from generator.importer.table import Row, Source, column_name, wrong
from generator.values import Fault
from generator.vietnamese import nfc, squeeze

_UNSEEN = "tệp .ods: không thấy được dòng ẩn và phông chữ; muốn chắc chắn, lưu lại thành .xlsx"
_ERRORS = frozenset("#REF! #N/A #NAME? #VALUE! #DIV/0! #NULL! #NUM! #GETTING_DATA".split())
Spread = Mapping[tuple[int, int], str]


@dataclass
class Looks:
    """What a sheet shows beside its values: hidden rows, fonts by cell (from 0)."""

    hidden: set[int] = field(default_factory=set)
    fonts: dict[int, dict[int, str]] = field(default_factory=dict)


def read_excel(name: str, form: str, raw: bytes) -> Source:
    """Read every sheet of a spreadsheet.

    Args:
        name: the file's name.
        form: xlsx, xls or ods.
        raw: the file's bytes.
    """
    try:
        book = python_calamine.load_workbook(io.BytesIO(raw))
        looks = _LOOKS[form](raw)
        rows: list[Row] = []
        for block, sheet in enumerate(book.sheets_metadata):
            shown = sheet.visible == python_calamine.SheetVisibleEnum.Visible
            found = book.get_sheet_by_name(sheet.name)
            rows += _rows(name, found, looks.get(sheet.name, Looks()), block, not shown)
    except python_calamine.PasswordError:
        return Source(name, faults=_only(locked(name).fault))
    except Exception as error:  # each of three libraries fails on damaged files in its own ways
        encrypted = isinstance(error, xlrd.XLRDError) and "ncrypted" in str(error)
        return Source(name, faults=_only((locked(name) if encrypted else broken(name)).fault))
    remarks = (_UNSEEN,) if form == "ods" else ()
    return Source(name, tuple(rows), tuple(_errors(rows)), remarks)


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


def _errors(rows: list[Row]) -> Iterator[Fault]:
    """Find cells whose formula failed: their value is not known."""
    for row in rows:
        for place, cell in enumerate(row.cells):
            if cell.upper() in _ERRORS:
                yield wrong(
                    row, "NHAP-015", f"công thức ở cột {column_name(place)} báo lỗi {cell}",
                    "sửa công thức, hoặc gõ giá trị đúng vào ô", column_name(place),
                )  # fmt: skip


def _looks_xlsx(raw: bytes) -> dict[str, Looks]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it tells what it would lose by saving; nothing is saved
        book = openpyxl.load_workbook(io.BytesIO(raw), data_only=True, keep_links=False)
    found = {}
    for sheet in book.worksheets:
        looks = found[sheet.title] = Looks()
        sizes = sheet.row_dimensions
        looks.hidden = {place - 1 for place in sizes if sizes[place].hidden}
        fonts = {index: font.name or "" for index, font in enumerate(book._fonts)}
        old = {index for index, font in fonts.items() if _is_old(font)}
        for (row, column), cell in sheet._cells.items() if old else ():
            if cell._style.fontId in old and cell.value is not None:
                looks.fonts.setdefault(row - 1, {})[column - 1] = fonts[cell._style.fontId]
    return found


def _looks_xls(raw: bytes) -> dict[str, Looks]:
    book = xlrd.open_workbook(file_contents=raw, formatting_info=True)
    found = {}
    for sheet in book.sheets():
        looks = found[sheet.name] = Looks()
        looks.hidden = {place for place, info in sheet.rowinfo_map.items() if info.hidden}
        for row in range(sheet.nrows):
            for column in range(sheet.row_len(row)):
                style = book.xf_list[sheet.cell_xf_index(row, column)]
                font = book.font_list[style.font_index].name
                if _is_old(font):
                    looks.fonts.setdefault(row, {})[column] = font
    return found


def _looks_ods(raw: bytes) -> dict[str, Looks]:
    return {}


def _is_old(font: str) -> bool:
    return font.lower().startswith((".vn", "vni-"))


_LOOKS = {"xlsx": _looks_xlsx, "xls": _looks_xls, "ods": _looks_ods}
