"""What a spreadsheet shows beside its values: hidden rows, old fonts, formulas that failed."""

import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import openpyxl
import xlrd

from generator.importer.table import wrong_file
from generator.values import Fault

_WORKED_OUT = re.compile(rb"</f>\s*<v>[^<]|<c [^>]*t=\"str\"[^>]*>\s*<f")
_XLS_ERRORS = xlrd.biffh.error_text_from_code


@dataclass
class Looks:
    """What a sheet shows beside its values, by row and column from 0.

    Calamine gives nothing for a formula that failed, as if its cell were empty.
    """

    hidden: set[int] = field(default_factory=set)
    fonts: dict[int, dict[int, str]] = field(default_factory=dict)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)


def encrypted(error: Exception) -> bool:
    """Whether an old file could not be read for its password."""
    return isinstance(error, xlrd.XLRDError) and "ncrypted" in str(error)


def uncounted(name: str, raw: bytes) -> Iterator[Fault]:
    """Find a file whose formulas were never worked out: it keeps no value of any of them."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        sheets = [part for part in archive.namelist() if part.startswith("xl/worksheets/sheet")]
        texts = [archive.read(part) for part in sheets]
    formulas = sum(text.count(b"</f>") for text in texts)
    worked_out = sum(len(_WORKED_OUT.findall(text)) for text in texts)
    if formulas and not worked_out:
        problem = "công thức trong tệp chưa được tính, không có giá trị để đọc"
        yield wrong_file(name, "NHAP-015", problem, "mở tệp bằng Excel, lưu lại, rồi nhập")


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
        for (row, column), cell in sheet._cells.items():
            if cell.data_type == "e":
                looks.errors[row - 1, column - 1] = str(cell.value)
            if old and cell._style.fontId in old and cell.value is not None:
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
                if sheet.cell_type(row, column) == xlrd.XL_CELL_ERROR:
                    looks.errors[row, column] = _XLS_ERRORS[sheet.cell_value(row, column)]
                style = book.xf_list[sheet.cell_xf_index(row, column)]
                font = book.font_list[style.font_index].name
                if _is_old(font):
                    looks.fonts.setdefault(row, {})[column] = font
    return found


def _looks_ods(raw: bytes) -> dict[str, Looks]:
    return {}


def _is_old(font: str) -> bool:
    return font.lower().startswith((".vn", "vni-"))


LOOKS: Mapping[str, Callable[[bytes], dict[str, Looks]]] = {
    "xlsx": _looks_xlsx,
    "xls": _looks_xls,
    "ods": _looks_ods,
}
