"""A year of the register as an Excel workbook: headings and words, nothing that is a formula.

By years, since a sheet holds a million rows and no more, and so that a change makes one anew.
The same rows give the same bytes, by one version of XlsxWriter.
"""

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from generator.exports.columns import TABLES, Column, Table
from generator.exports.files import About, Parts
from generator.exports.guide import COUNTING
from generator.exports.rows import LINES, part_of, read

SHEET_ROWS = 1_000_000  # Excel ends at 1,048,576
CELL = 32_767  # characters, by Excel
_CUT = "… (còn nữa: xem tệp CSV)"
_GUIDE = "Đọc trước"
_WIDTHS = {"name": 32, "award_name": 32, "unit": 32, "place_text": 28, "decision_label": 28,
           "label": 28, "title": 48, "achievement": 48}  # fmt: skip


def write(year: int, target: Path, parts: Parts, about: About) -> None:
    """Write the workbook of a year: a sheet a table, and how to read them."""
    import xlsxwriter  # takes a while to load: only when needed

    with xlsxwriter.Workbook(str(target), {"constant_memory": True}) as book:
        book.set_properties(
            {
                "title": f"{about.name}: năm {year}",
                "comments": about.licence,
                "created": datetime.datetime(year, 1, 1),  # no clock in any output
            }
        )
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        for table in TABLES:
            _table(book, table, parts(part_of(table, LINES)), bold)
        _guide(book.add_worksheet(_GUIDE), about, bold, wrap)


def _table(book: Any, table: Table, parts: Iterable[str], bold: Any) -> None:
    """Write the rows of a table; those beyond what a sheet holds go on another."""
    number, at, sheet = 1, 0, _sheet(book, table, 1, bold)
    for part in parts:
        for row in read(part):
            if at == SHEET_ROWS:
                number, at = number + 1, 0
                sheet = _sheet(book, table, number, bold)
            at += 1
            for place, column in enumerate(table.columns):
                if column.name in row:
                    _cell(sheet, at, place, column, row)


def _sheet(book: Any, table: Table, number: int, bold: Any) -> Any:
    sheet = book.add_worksheet(table.title if number == 1 else f"{table.title} {number}")
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, _WIDTHS.get(column.name, 16))
        sheet.write_string(0, place, column.title, bold)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, SHEET_ROWS, len(table.columns) - 1)
    return sheet


def _cell(sheet: Any, at: int, place: int, column: Column, row: Any) -> None:
    if column.type is int:
        sheet.write_number(at, place, row[column.name])
    else:
        text = column.words(row)
        fits = len(text) <= CELL
        sheet.write_string(at, place, text if fits else text[: CELL - len(_CUT)] + _CUT)


def _guide(sheet: Any, about: About, bold: Any, wrap: Any) -> None:
    """Write how to read the other sheets, and what each column is."""
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 1, 90)
    source = (("Nguồn", f"{about.name}, {about.url}"), ("Giấy phép", about.licence))
    for at, (title, text) in enumerate((*source, *COUNTING, *_columns())):
        sheet.write_string(at, 0, title, bold)
        sheet.write_string(at, 1, text, wrap)


def _columns() -> Iterator[tuple[str, str]]:
    for table in TABLES:
        yield table.title, table.about
        for column in table.columns:
            yield f"Cột «{column.title}»", column.more or "–"
