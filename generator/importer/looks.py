"""What a spreadsheet shows beside its values: hidden rows, old fonts, formulas that failed."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator

import openpyxl

from generator.importer.grid import Looks, is_old
from generator.importer.table import wrong_file
from generator.values import Fault

_WORKED_OUT = re.compile(rb"</f>\s*<v>[^<]|<c [^>]*t=\"str\"[^>]*>\s*<f")


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


def looks_of(raw: bytes) -> dict[str, Looks]:
    """Return what every sheet of an .xlsx shows, by its name.

    Calamine gives nothing for a formula that failed, as if its cell were empty.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it tells what it would lose by saving; nothing is saved
        book = openpyxl.load_workbook(io.BytesIO(raw), data_only=True, keep_links=False)
    found = {}
    for sheet in book.worksheets:
        looks = found[sheet.title] = Looks()
        sizes = sheet.row_dimensions
        looks.hidden = {place - 1 for place in sizes if sizes[place].hidden}
        fonts = {index: font.name or "" for index, font in enumerate(book._fonts)}
        old = {index for index, font in fonts.items() if is_old(font)}
        for (row, column), cell in sheet._cells.items():
            if cell.data_type == "e":
                looks.errors[row - 1, column - 1] = str(cell.value)
            if old and cell._style.fontId in old and cell.value is not None:
                looks.fonts.setdefault(row - 1, {})[column - 1] = fonts[cell._style.fontId]
    return found
