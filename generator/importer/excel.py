"""Spreadsheets → rows: the values that calamine gives, with what `looks` sees beside them."""

import io
from collections.abc import Iterator

import python_calamine

from generator.importer.apart import MEGABYTES, SECONDS, NotReadError, grids_apart
from generator.importer.grid import Grid, Looks, faults_of, rows_of
from generator.importer.looks import looks_of, uncounted
from generator.importer.refusal import Opened, broken, locked, refused
from generator.importer.table import Row, Source, place_name
from generator.values import Fault
from generator.vietnamese import number

_SAVE_AS = "muốn chắc chắn, lưu lại thành .xlsx"
_UNSEEN = {
    "ods": f"tệp .ods: không thấy được dòng, cột ẩn, phông chữ và ô văn bản; {_SAVE_AS}",
    "xls": f"tệp .xls: không thấy được ô văn bản (Text Box); {_SAVE_AS}",
}


def read_excel(name: str, form: str, raw: bytes) -> Source:
    """Read every sheet of a spreadsheet.

    Args:
        name: the file's name.
        form: xlsx, xls or ods.
        raw: the file's bytes.
    """
    rows: list[Row] = []
    faults: list[Fault] = []
    remarks = [_UNSEEN[form]] if form in _UNSEEN else []
    unread: list[str] = []
    try:
        faults += uncounted(name, raw) if form == "xlsx" else ()
        for block, grid in enumerate(grids_apart(raw) if form == "xls" else _grids(form, raw)):
            rows += rows_of(name, grid, block)
            faults += faults_of(name, grid)
            where = place_name(name, grid.name)
            remarks += [f"{where}: {told}" for told in grid.looks.remarks]
            unread += [f"{where}: {told}" for told in grid.looks.unread]
    except (KeyboardInterrupt, SystemExit):
        raise
    except (
        BaseException
    ) as error:  # damaged files fail in many ways; calamine's panic is no Exception
        told = _failed(name, error).fault
        return Source(name, faults=(told,) if told else ())
    return Source(name, tuple(rows), tuple(faults), tuple(remarks), tuple(unread))


def _failed(name: str, error: BaseException) -> Opened:
    """Tell why a file could not be read."""
    why = str(error) if isinstance(error, NotReadError) else ""
    if why == "locked" or isinstance(error, python_calamine.PasswordError):
        return locked(name)
    if why != "big":
        return broken(name)
    problem = f"đọc tệp cần hơn {number(MEGABYTES)} MB bộ nhớ hoặc hơn {SECONDS} giây"
    cure = "tệp có thể đã hỏng: mở bằng Excel, lưu lại (Save As) thành .xlsx rồi nhập"
    return refused(name, "NHAP-007", problem, cure)


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
