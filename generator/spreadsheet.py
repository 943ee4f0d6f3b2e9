"""Tables as CSV that spreadsheets open right: UTF-8 with a byte order mark, CRLF, RFC 4180."""

import csv
import io
import re
from collections.abc import Iterable

BEGINNING = "\ufeff"  # by which Excel knows UTF-8
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")  # with the marks that make it none


def rows(cells: Iterable[Iterable[str]]) -> str:
    """Return rows of cells as CSV, without the mark of the file's beginning."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows(map(harmless, row) for row in cells)
    return text.getvalue()


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: with one mark ' before it.

    >>> harmless("=1+1"), harmless("'=1+1"), harmless("'a'")
    ("'=1+1", "''=1+1", "'a'")
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def original(cell: str) -> str:
    """Return the text that `harmless` made a cell of.

    >>> original("''=1+1")
    "'=1+1"
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
