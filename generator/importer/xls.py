"""The Excel files of before 2007, read by xlrd alone: it bears a damaged file."""

from collections.abc import Iterator
from typing import Any

import xlrd

from generator.importer.grid import Grid, Looks, is_old

_NO_VALUE = (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK, xlrd.XL_CELL_ERROR)


def grids_of_xls(raw: bytes) -> Iterator[Grid]:
    """Yield the sheets of a file."""
    book = xlrd.open_workbook(
        file_contents=raw, formatting_info=True, ragged_rows=True, logfile=_Silent()
    )
    for sheet in book.sheets():
        table = [
            [_value(sheet.cell(row, column), book) for column in range(sheet.row_len(row))]
            for row in range(sheet.nrows)
        ]
        merged = [((r, c), (last - 1, end - 1)) for r, last, c, end in sheet.merged_cells]
        yield Grid(sheet.name, sheet.visibility == 0, table, merged, _looks(book, sheet))


def encrypted(error: Exception) -> bool:
    """Whether a file could not be read for its password."""
    return isinstance(error, xlrd.XLRDError) and "ncrypted" in str(error)


def _value(cell: Any, book: Any) -> Any:
    if cell.ctype in _NO_VALUE:
        return ""
    if cell.ctype == xlrd.XL_CELL_DATE:
        return xlrd.xldate_as_datetime(cell.value, book.datemode)
    return bool(cell.value) if cell.ctype == xlrd.XL_CELL_BOOLEAN else cell.value


def _looks(book: Any, sheet: Any) -> Looks:
    looks = Looks({place for place, info in sheet.rowinfo_map.items() if info.hidden})
    looks.veiled = frozenset(p for p, info in sheet.colinfo_map.items() if info.hidden)
    if sheet.cell_note_map:
        looks.remarks.append(f"{len(sheet.cell_note_map)} ghi chú gắn vào ô (Comment), không đọc")
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            if sheet.cell_type(row, column) == xlrd.XL_CELL_ERROR:
                text = xlrd.biffh.error_text_from_code[sheet.cell_value(row, column)]
                looks.errors[row, column] = text
            style = book.xf_list[sheet.cell_xf_index(row, column)]
            font = book.font_list[style.font_index].name
            if is_old(font):
                looks.fonts.setdefault(row, {})[column] = font
    return looks


class _Silent:
    """Takes what xlrd would print of a damaged file."""

    def write(self, text: str) -> None:
        """Take it and do nothing."""

    def flush(self) -> None:
        """Nothing is kept."""
