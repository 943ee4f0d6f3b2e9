"""Tables as CSV that spreadsheets open right: UTF-8 with a byte order mark, CRLF, RFC 4180."""

import csv
import io
from collections.abc import Iterable

BEGINNING = "\ufeff"  # by which Excel knows UTF-8
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows(cells: Iterable[Iterable[str]]) -> str:
    """Return rows of cells as CSV, without the mark of the file's beginning."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows(map(harmless, row) for row in cells)
    return text.getvalue()


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
