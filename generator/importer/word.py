"""Word documents → rows: a paragraph is a row of one cell, a table's row a row of its cells."""

import io
from collections import Counter
from collections.abc import Iterator
from typing import Any

import docx
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from generator.importer import outside
from generator.importer.refusal import broken
from generator.importer.table import Row, Source
from generator.vietnamese import nfc, squeeze

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_word(name: str, raw: bytes) -> Source:
    """Read the body of a document.

    Whatever letters the document has outside its paragraphs and tables (text boxes, changes that
    nobody accepted, tables in tables) make a fault, and so do hidden ones: nothing of a list may
    be passed over. Words around the pages are told; footnotes are asked about.
    """
    try:
        document = docx.Document(io.BytesIO(raw))
        rows = tuple(_rows(name, document))
        missing = _letters(_all_text(document)) - _letters(" ".join(r.text for r in rows))
        remarks = tuple(outside.around(name, document))
        unread = tuple(outside.beside(name, document))
        fault = outside.fault(name, document, missing.total())
    except Exception:  # python-docx fails on damaged files in many ways
        failed = broken(name).fault
        return Source(name, faults=(failed,) if failed else ())
    return Source(name, rows, (fault,) if fault else (), remarks, unread)


def _rows(name: str, document: Document) -> Iterator[Row]:
    number = block = 0
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            block += 1
            for row in _table(name, part, number, block):
                number += 1
                if any(row.cells):
                    yield row
            block += 1
        else:
            number += 1
            text = _text(part.text)
            if text:
                fonts = {0: font} if (font := _font(part)) else {}
                yield Row(name, "", number, (text,), block, fonts=fonts, item=_numbered(part))


def _table(name: str, table: Table, number: int, block: int) -> Iterator[Row]:
    """Yield the rows of a table; a cell that covers several stands where it begins."""
    begun: dict[int, Any] = {}
    for place, row in enumerate(table.rows, 1):
        cells: list[str] = []
        above: dict[int, str] = {}
        left: dict[int, str] = {}
        fonts: dict[int, str] = {}
        last: Any = None
        for column, cell in enumerate(row.cells):
            text = _text(cell.text)
            if cell._tc is last:
                left[column] = text
            elif cell._tc is begun.get(column):
                above[column] = text
            if column in above or column in left:
                text = ""
            elif font := next(filter(None, map(_font, cell.paragraphs)), ""):
                fonts[column] = font
            last = begun[column] = cell._tc
            cells.append(text)
        yield Row(name, "", number + place, tuple(cells), block, "", above, left, fonts)


def _text(text: str) -> str:
    lines = (squeeze(line) for line in nfc(text).splitlines())
    return "\n".join(line for line in lines if line)


def _font(paragraph: Paragraph) -> str:
    """Return the font of a paragraph if it is one of an old encoding."""
    style = paragraph.style.font.name if paragraph.style and paragraph.style.font else ""
    names = [run.font.name or style or "" for run in paragraph.runs if run.text.strip()]
    return next((name for name in names if name.lower().startswith((".vn", "vni-"))), "")


def _numbered(paragraph: Paragraph) -> bool:
    """Whether Word itself puts a number or a dot before the paragraph."""
    properties = paragraph._p.pPr
    own = properties is not None and properties.numPr is not None
    style = paragraph.style.name or "" if paragraph.style else ""
    return own or style.startswith("List")


def _all_text(document: Document) -> str:
    body = document.element.body
    return " ".join(node.text or "" for node in body.iter(f"{_W}t", f"{_W}delText"))


def _letters(text: str) -> Counter[str]:
    return Counter(char for char in nfc(text) if char.isalnum())
