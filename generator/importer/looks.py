"""What a spreadsheet shows beside its values: what is hidden, old fonts, failed formulas, boxes."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

import openpyxl
from openpyxl.packaging.relationship import get_dependents, get_rels_path
from openpyxl.utils import column_index_from_string
from openpyxl.xml.functions import fromstring

from generator.importer.grid import Looks, is_old
from generator.importer.table import safe, wrong_file
from generator.importer.words import is_page_number
from generator.values import Fault
from generator.vietnamese import squeeze

_LAST = 16_384  # columns
_CODES = re.compile(r"&(?:\[[^\]]*\]|\"[^\"]*\"|K[0-9A-F]{6}|\d+|[A-Z])")  # page, font, date
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
        looks.veiled = frozenset(_veiled(sheet))
        looks.remarks += _around(sheet)
        looks.hidden = {place - 1 for place in sizes if sizes[place].hidden}
        fonts = {index: font.name or "" for index, font in enumerate(book._fonts)}
        old = {index for index, font in fonts.items() if is_old(font)}
        for (row, column), cell in sheet._cells.items():
            if cell.data_type == "e":
                looks.errors[row - 1, column - 1] = str(cell.value)
            if old and cell._style.fontId in old and cell.value is not None:
                looks.fonts.setdefault(row - 1, {})[column - 1] = fonts[cell._style.fontId]
    for title, texts in _boxes(raw):
        if title in found and texts:
            found[title].unread.append(f"ô văn bản (Text Box) có chữ «{safe(' '.join(texts))}»")
    return found


def _veiled(sheet: Any) -> Iterator[int]:
    """Yield the columns that are hidden, from 0; one record may stand for many."""
    for letter, column in sheet.column_dimensions.items():
        if column.hidden:
            first = column.min or column_index_from_string(letter)
            yield from range(first - 1, min(column.max or first, _LAST))


def _around(sheet: Any) -> Iterator[str]:
    """Tell what a sheet says above and below each printed page, and in the notes of its cells."""
    for name, part in (("đầu trang", sheet.oddHeader), ("chân trang", sheet.oddFooter)):
        sides = (part.left.text, part.center.text, part.right.text)
        words = squeeze(" ".join(_CODES.sub(" ", side) for side in sides if side))
        if not is_page_number(words):
            yield f"{name} in có chữ «{safe(words)}», không đọc"
    if notes := sum(cell.comment is not None for cell in sheet._cells.values()):
        yield f"{notes} ghi chú gắn vào ô (Comment), không đọc"


def _boxes(raw: bytes) -> Iterator[tuple[str, list[str]]]:
    """Yield each sheet that has drawings, by its name, with the words that stand in their boxes."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        names = set(archive.namelist())

        def parts_of(path: str) -> list[Any]:
            rels = get_rels_path(path).lstrip("/")
            return list(get_dependents(archive, rels)) if rels in names else []

        book = next(rel.target for rel in get_dependents(archive, "_rels/.rels")
                    if rel.Type.endswith("/officeDocument"))  # fmt: skip
        paths = {rel.Id: rel.target for rel in parts_of(book)}
        for sheet in fromstring(archive.read(book)).iter("{*}sheet"):
            number = next(value for name, value in sheet.attrib.items() if name.endswith("}id"))
            drawings = [r.target for r in parts_of(paths[number]) if r.Type.endswith("/drawing")]
            words = [_words(archive.read(path)) for path in drawings if path in names]
            yield sheet.attrib["name"], [word for found in words for word in found]


def _words(drawing: bytes) -> list[str]:
    """Return the words of a drawing's boxes."""
    texts = (node.text or "" for node in fromstring(drawing).iter("{*}t"))
    return [text.strip() for text in texts if text.strip()]
