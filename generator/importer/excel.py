"""Spreadsheets → rows: the values that calamine gives, with what `looks` sees beside them."""

import io
from collections.abc import Iterator

import python_calamine

from generator.importer.grid import Grid, Looks, faults_of, rows_of
from generator.importer.looks import looks_of, uncounted
from generator.importer.refusal import broken, locked
from generator.importer.table import Row, Source
from generator.importer.xls import encrypted, grids_of_xls
from generator.values import Fault

_UNSEEN = "tệp .ods: không thấy được dòng ẩn và phông chữ; muốn chắc chắn, lưu lại thành .xlsx"


def read_excel(name: str, form: str, raw: bytes) -> Source:
    """Read every sheet of a spreadsheet.

    Args:
        name: the file's name.
        form: xlsx, xls or ods.
        raw: the file's bytes.
    """
    rows: list[Row] = []
    faults: list[Fault] = []
    try:
        faults += uncounted(name, raw) if form == "xlsx" else ()
        for block, grid in enumerate(grids_of_xls(raw) if form == "xls" else _grids(form, raw)):
            rows += rows_of(name, grid, block)
            faults += faults_of(name, grid)
    except (KeyboardInterrupt, SystemExit):
        raise
    except (
        BaseException
    ) as error:  # damaged files fail in many ways; calamine's panic is no Exception
        password = isinstance(error, python_calamine.PasswordError)
        password = password or (isinstance(error, Exception) and encrypted(error))
        told = (locked(name) if password else broken(name)).fault
        return Source(name, faults=(told,) if told else ())
    return Source(name, tuple(rows), tuple(faults), (_UNSEEN,) if form == "ods" else ())


def _grids(form: str, raw: bytes) -> Iterator[Grid]:
    looks = looks_of(raw) if form == "xlsx" else {}
    book = python_calamine.load_workbook(io.BytesIO(raw))
    for sheet in book.sheets_metadata:
        found = book.get_sheet_by_name(sheet.name)
        yield Grid(
            sheet.name,
            sheet.visible == python_calamine.SheetVisibleEnum.Visible,
            found.to_python(skip_empty_area=False),
            found.merged_cell_ranges or [],
            looks.get(sheet.name, Looks()),
        )
