"""CSV and plain text → rows: the encoding by what makes Vietnamese of it, the delimiter by use."""

import csv
import io
import re
from collections.abc import Iterator

from generator.importer.legacy import encoding_of, to_unicode
from generator.importer.table import Row, Source, wrong_file
from generator.importer.titles import field_of
from generator.syllables import is_syllable
from generator.vietnamese import nfc, squeeze

_ENCODINGS = ("utf-8-sig", "utf-16", "cp1258", "cp1252")
_DELIMITERS = "\t;,|"
_WORD = re.compile(r"[^\W\d_]+")
_TITLES_WITHIN = 30  # rows
_ENOUGH = 0.6  # of the lines that a delimiter must cut into as many cells


def read_text(name: str, raw: bytes) -> Source:
    """Read a text: a table if its lines are cut alike by a delimiter, else a row a line."""
    found = _decoded(raw)
    if found is None:
        problem, cure = "không rõ mã chữ của tệp", "mở tệp rồi lưu lại với mã UTF-8"
        return Source(name, faults=(wrong_file(name, "NHAP-003", problem, cure),))
    text, encoding = found
    try:
        rows = tuple(_rows(name, text, delimiter_of(text)))
    except csv.Error:
        problem, cure = "không đọc được bảng CSV", "xem lại dấu nháy kép, hoặc lưu thành .xlsx"
        return Source(name, faults=(wrong_file(name, "NHAP-006", problem, cure),))
    remark = f"{name}: đọc theo mã {encoding}"
    return Source(name, rows, remarks=() if encoding == "utf-8-sig" else (remark,))


def _decoded(raw: bytes) -> tuple[str, str] | None:
    """Return a text and its encoding: the first under which it reads most like Vietnamese.

    A detector of charsets would guess by frequencies; Vietnamese syllables leave no doubt.
    """
    best: tuple[float, str, str] | None = None
    for encoding in _ENCODINGS:
        if encoding == "utf-16" and raw[:2] not in (b"\xff\xfe", b"\xfe\xff"):
            continue
        try:
            text = nfc(raw.decode(encoding))
        except UnicodeError:
            continue
        share = _share(text)
        if best is None or share > best[0] + 0.05:
            best = share, text, encoding
        if encoding in ("utf-8-sig", "utf-16"):
            break
    return best and (best[1], best[2])


def _share(text: str) -> float:
    """Return how much of a text's words with marks is Vietnamese, old encodings included."""
    lines = text.splitlines()[:2000]
    clear = " ".join(to_unicode(ln, old) if (old := encoding_of(ln)) else ln for ln in lines)
    words = [word for word in _WORD.findall(clear) if not word.isascii()]
    return sum(map(is_syllable, words)) / len(words) if words else 1.0


def delimiter_of(text: str) -> str:
    """Return the delimiter that makes a table of a text, or "" for running text.

    It is the one that cuts a list's titles apart; without titles that are known, the one that
    cuts most lines into as many cells.
    """
    lines = [line for line in text.splitlines() if line.strip()][:500]
    best, most = "", 0.0
    for delimiter in _DELIMITERS:
        try:
            rows = [row for row in csv.reader(lines, delimiter=delimiter) if row]
        except csv.Error:
            continue
        if any(_is_header(row) for row in rows[:_TITLES_WITHIN]):
            return delimiter
        cut = [len(row) for row in rows]
        width = max(set(cut), key=cut.count, default=1)
        share = cut.count(width) / len(cut) if cut else 0.0
        tabs = delimiter == "\t" and max(cut, default=1) > 1
        if width > 1 and (share >= _ENOUGH or tabs) and share > most:
            best, most = delimiter, share
    return best if best == "\t" or (len(lines) > 1 and _is_table(lines, best)) else ""


def _is_header(cells: list[str]) -> bool:
    fields = [field for cell in cells if (field := field_of(cell))]
    return len(fields) > 1 and bool({"name", "unit"} & set(fields))


def _is_table(lines: list[str], delimiter: str) -> bool:
    """Whether lines with commas are a table: no sentence ends a line, no colon opens a list."""
    return bool(delimiter) and not any(
        re.search(r"[.;:]$", line) and not line.endswith('"') and delimiter in line
        for line in lines[:3]
    )


def _rows(name: str, text: str, delimiter: str) -> Iterator[Row]:
    if not delimiter:
        for number, line in enumerate(text.splitlines(), 1):
            if cell := squeeze(line):
                yield Row(name, "", number, (cell,))
        return
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    before = 0
    for values in reader:
        lines = (_clean(value) for value in values)
        cells = tuple(lines)
        if any(cells):
            yield Row(name, "", before + 1, cells)
        before = reader.line_num


def _clean(value: str) -> str:
    return "\n".join(part for line in value.splitlines() if (part := squeeze(line)))
