"""Files that are no list: each gives one clear fault, exit code 1, and leaves nothing behind."""

import io
import random
import struct
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import msoffcrypto.format.ooxml
import openpyxl
import pytest
import xlrd.compdoc
import xlsxwriter

from generator.importer import unpacking
from generator.importer.sources import read_source

from .conftest import OPTIONS, ROOT, Run, files_of, to_docx, to_xlsx

SHEET = "xl/worksheets/sheet1.xml"
LIST = [["STT", "Họ và tên", "Chức vụ"], [1, "Nông Văn Thử", "Giáo viên"]]
PICTURE = ROOT / "tests/province/content/anh/doi-che.png"
PAPER = ROOT / "tests/province/content/tep/912-qd-ubnd.pdf"


def excel(tmp_path: Path) -> bytes:
    """Return the bytes of a sound Excel file."""
    return to_xlsx(tmp_path / "tot.xlsx", LIST).read_bytes()


def changed(raw: bytes, **parts: bytes | None) -> bytes:
    """Return a zip file with some parts put in another form, or added."""
    given = {name.replace("__", "/").replace("_dot_", "."): text for name, text in parts.items()}
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(made, "w", 8) as new:
        for name in {*old.namelist(), *given}:
            text = given.get(name) or old.read(name)
            new.writestr(name, text)
    return made.getvalue()


def names_that_double(stream: bytes) -> bytes:
    """Return an Excel stream with forty names of values, each twice the one before it."""
    one = b"\x17\x08\0aaaaaaaa"  # a text of eight letters
    formulas = [one + one + b"\x08"]  # 8: joined
    for number in range(1, 40):
        before = b"\x43" + struct.pack("<HH", number, 0)
        formulas.append(before + before + b"\x08")
    names = b"".join(_name(number, formula) for number, formula in enumerate(formulas))
    made, place = bytearray(), 0
    while True:  # the records of the book come first; each sheet's place moves on
        kind, size = struct.unpack_from("<HH", stream, place)
        record = bytearray(stream[place : place + 4 + size])
        if kind == 0x0A:
            return bytes(made) + names + stream[place:]
        if kind == 0x85:
            struct.pack_into("<I", record, 4, struct.unpack_from("<I", record, 4)[0] + len(names))
        made += record
        place += len(record)


def _name(number: int, formula: bytes) -> bytes:
    body = struct.pack("<HBBHHH4x", 0, 0, 2, len(formula), 0, 0) + b"\0" + b"N%c" % (65 + number)
    return struct.pack("<HH", 0x18, len(body + formula)) + body + formula


def old_file(stream: bytes) -> bytes:
    """Return a container of the older Office with one stream: an .xls."""
    sectors = -(-len(stream) // 512)
    chain = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, sectors + 2), 0xFFFFFFFE]
    fat = struct.pack("<128I", *chain, *[0xFFFFFFFF] * (128 - len(chain)))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<5H10x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9I", 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    entries = b"".join(
        text.encode("utf-16-le").ljust(64, b"\0")
        + struct.pack("<HBB3I36x2I4x", 2 * len(text) + 2, kind, 1, -1 % 2**32, -1 % 2**32, below,
                      first, size)
        for text, kind, below, first, size in (
            ("Root Entry", 5, 1, 0xFFFFFFFE, 0), ("Workbook", 2, 0xFFFFFFFF, 2, len(stream)),
        )
    )  # fmt: skip
    return (
        head.ljust(512, b"\xff")
        + fat
        + entries.ljust(512, b"\0")
        + stream.ljust(512 * sectors, b"\0")
    )


def with_password(raw: bytes) -> bytes:
    """Return a file that only a password opens."""
    made = io.BytesIO()
    msoffcrypto.format.ooxml.OOXMLFile(io.BytesIO(raw)).encrypt("mat-khau", made)
    return made.getvalue()


def bomb(raw: bytes) -> bytes:
    """Return a small file of a quarter of a gigabyte."""
    return changed(raw, xl__sharedStrings_dot_xml=b" " * (unpacking.MAX_UNPACKED + 1))


def all_rows(raw: bytes) -> bytes:
    """Return a sheet whose every row has a format and nothing else."""
    rows = "".join(f'<row r="{n}" s="1" customFormat="1"/>' for n in range(1, 1_048_577))
    head = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/'
    text = f'{head}2006/main"><sheetData>{rows}</sheetData></worksheet>'
    return changed(raw, xl__worksheets__sheet1_dot_xml=text.encode())


def entities(raw: bytes) -> bytes:
    """Return a sheet that defines words of its own, as a trap would."""
    text = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbb">]><worksheet>&b;</worksheet>'
    return changed(raw, xl__worksheets__sheet1_dot_xml=text)


def far_cell(raw: bytes) -> bytes:
    """Return a sheet with one cell in its last corner."""
    with zipfile.ZipFile(io.BytesIO(raw)) as book:
        text = book.read(SHEET)
    row = b'<row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row></sheetData>'
    return changed(raw, xl__worksheets__sheet1_dot_xml=text.replace(b"</sheetData>", row))


def merged(raw: bytes) -> bytes:
    """Return a sheet of three cells, merged over all that a sheet can have."""
    with zipfile.ZipFile(io.BytesIO(raw)) as book:
        text = book.read(SHEET)
    area = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    return changed(raw, xl__worksheets__sheet1_dot_xml=text.replace(b"</sheetData>", area))


BAD: dict[str, tuple[Callable[[bytes], bytes], str, str]] = {
    "empty": (lambda raw: b"", "NHAP-002", "tệp rỗng"),
    "spaces": (lambda raw: b" \r\n\t\n", "NHAP-002", "tệp rỗng"),
    "zeros": (lambda raw: b"\0" * 4096, "NHAP-002", "tệp rỗng"),
    "pdf": (lambda raw: PAPER.read_bytes(), "NHAP-003", "tệp Word hoặc Excel gốc"),
    "picture": (lambda raw: PICTURE.read_bytes(), "NHAP-003", "chữ trong ảnh không đọc được"),
    "photograph": (lambda raw: b"\xff\xd8\xff\xe0" + b"1" * 99, "NHAP-003", "tệp ảnh JPEG"),
    "rtf": (lambda raw: b"{\\rtf1\\ansi Danh s}", "NHAP-003", "tệp RTF"),
    "web page": (lambda raw: b"<html><body>Danh</body></html>", "NHAP-003", "trang web"),
    "program": (lambda raw: b"MZ\x90\0\x03\0\0\0", "NHAP-003", "không phải tệp Excel"),
    "password": (with_password, "NHAP-004", "tệp có mật khẩu"),
    "macros": (lambda raw: changed(raw, xl__vbaProject_dot_bin=b"\0"), "NHAP-005", "macro"),
    "cut": (lambda raw: raw[: len(raw) // 2], "NHAP-006", "tệp hỏng"),
    "bytes turned": (lambda raw: raw[:60] + b"\x55" * 200 + raw[260:], "NHAP-006", "tệp hỏng"),
    "no sheets": (lambda raw: changed(raw, xl__workbook_dot_xml=b"<a/>"), "NHAP-006", "tệp hỏng"),
    "entities": (entities, "NHAP-006", "tệp hỏng"),
    "bomb": (bomb, "NHAP-007", "phình quá to khi giải nén"),
    "all rows": (all_rows, "NHAP-007", "dòng trống có định dạng"),
    "far cell": (far_cell, "NHAP-007", "có ô nằm quá xa danh sách"),
    "all merged": (merged, "NHAP-007", "có vùng ô gộp quá rộng"),
    "xml": (lambda raw: b"<?xml version='1.0'?><Workbook/>", "NHAP-003", "tệp XML"),
    "other archive": (lambda raw: archive(), "NHAP-003", "tệp nén"),
}  # fmt: skip


def archive() -> bytes:
    """Return a zip file that is no spreadsheet."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        new.writestr("danh-sach.txt", "Danh sách")
    return made.getvalue()


@pytest.mark.parametrize("name", BAD)
def test_bad_file(name: str, project: Path, run: Callable[..., Run], tmp_path: Path) -> None:
    """One fault with its code, in Vietnamese, and the project as it was."""
    spoil, code, words = BAD[name]
    path = tmp_path / "ds.xlsx"
    path.write_bytes(spoil(excel(tmp_path)))
    before = files_of(project)
    code_out, out = run("import", path, "--root", project, *OPTIONS)
    assert code_out == 1
    assert [line.split(": ")[1] for line in out.splitlines() if "NHAP-" in line] == [code]
    assert words in out
    assert "Traceback" not in out
    assert files_of(project) == before


OLD = Path(__file__).parent / "lists" / "doi-cu.xls"
SOUND: dict[str, Callable[[Path], bytes]] = {
    "xlsx": excel,
    "docx": lambda tmp_path: to_docx(tmp_path / "tot.docx", LIST).read_bytes(),
    "xls": lambda tmp_path: OLD.read_bytes(),
}


def old_stream() -> bytes:
    """Return the stream of the old file, as long as one must be to have sectors of its own."""
    stream = xlrd.compdoc.CompDoc(OLD.read_bytes(), logfile=io.StringIO()).get_named_stream
    return bytes(stream("Workbook")).ljust(4096, b"\0")


def test_old_file_that_wants_all_memory(
    project: Path, run: Callable[..., Run], tmp_path: Path
) -> None:
    """Names that double each other want a terabyte: the reader is stopped, and the clerk is told.

    The same file without the names is read.
    """
    path = tmp_path / "ds.xls"
    path.write_bytes(old_file(old_stream()))
    assert [row.cells for row in read_source(path).rows] == [r.cells for r in read_source(OLD).rows]
    path.write_bytes(old_file(names_that_double(old_stream())))
    before, begun = files_of(project), time.monotonic()
    code, out = run("import", path, "--root", project, *OPTIONS)
    assert code == 1
    assert "ds.xls: NHAP-007: đọc tệp cần hơn 1.500 MB bộ nhớ" in out
    assert "Traceback" not in out
    assert files_of(project) == before
    assert time.monotonic() - begun < 20


@pytest.mark.parametrize("form", SOUND)
def test_damaged_file_is_read_or_refused(form: str, tmp_path: Path) -> None:
    """Whatever happens to some bytes of a file, it is read or refused; the program goes on."""
    chance, raw = random.Random(form), SOUND[form](tmp_path)
    for _ in range(60 if form == "xls" else 150):  # each .xls starts a process
        if form != "xls" and chance.random() < 0.8:  # inside a sound archive
            with zipfile.ZipFile(io.BytesIO(raw)) as book:
                part = chance.choice([name for name in book.namelist() if name.endswith(".xml")])
                spoilt = damaged(book.read(part), chance)
            made = changed(raw, **{part.replace("/", "__").replace(".", "_dot_"): spoilt})
        else:
            made = damaged(raw, chance)
        path = tmp_path / "hong.bin"
        path.write_bytes(made)
        source = read_source(path)
        assert source.rows or source.faults


def damaged(raw: bytes, chance: random.Random) -> bytes:
    """Return some bytes with a few changed, taken away or put in."""
    made = bytearray(raw)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(made))
        match chance.randrange(3):
            case 0:
                made[place] = chance.randrange(256)
            case 1:
                del made[place : place + chance.randint(1, 40)]
            case 2:
                made[place:place] = chance.randbytes(chance.randint(1, 20))
    return bytes(made)


def test_file_that_is_not_there(project: Path, run: Callable[..., Run]) -> None:
    """A wrong name is told."""
    code, out = run("import", project / "khong-co.xlsx", "--root", project, *OPTIONS)
    assert code == 1
    assert "NHAP-002: không mở được tệp; xem lại tên tệp (có dấu cách thì đặt trong dấu" in out


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#DIV/0!", "#NAME?"])
def test_formula_that_failed(
    error: str, project: Path, run: Callable[..., Run], tmp_path: Path
) -> None:
    """A cell whose formula failed is told with row and column."""
    with xlsxwriter.Workbook(tmp_path / "ds.xlsx") as book:
        sheet = book.add_worksheet("Danh sách")
        for number, cells in enumerate(LIST):
            sheet.write_row(number, 0, cells)
        sheet.write_formula("C2", "=VLOOKUP(1,X1:Y2,2)", None, error)
    before = files_of(project)
    code, out = run("import", tmp_path / "ds.xlsx", "--root", project, *OPTIONS)
    assert code == 1
    assert f"ds.xlsx «Danh sách»:2: NHAP-015 C: công thức ở cột C báo lỗi {error}" in out
    assert files_of(project) == before


def test_formulas_never_worked_out(project: Path, run: Callable[..., Run], tmp_path: Path) -> None:
    """A program may write formulas without their values: nothing is read for them in silence."""
    book = openpyxl.Workbook()
    for cells in [*LIST, [2, '="Bàn Thị " & "Mẫu"', "Kế toán"]]:
        book.active.append(cells)
    book.save(tmp_path / "ds.xlsx")
    code, out = run("import", tmp_path / "ds.xlsx", "--root", project, *OPTIONS)
    assert code == 1
    assert "NHAP-015: công thức trong tệp chưa được tính" in out


def test_word_file_with_words_outside(
    project: Path, run: Callable[..., Run], tmp_path: Path
) -> None:
    """Changes that nobody accepted hold words that a reader would pass over: they are told."""
    path = to_docx(tmp_path / "ds.docx", LIST)
    document = docx.Document(path)
    paragraph = document.add_paragraph("II. Cá nhân")._p
    inserted = paragraph.makeelement(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}ins", {}
    )
    inserted.append(docx.Document(path).add_paragraph("Bàn Thị Mẫu")._p[-1])
    paragraph.append(inserted)
    document.save(path)
    code, out = run("import", path, "--root", project, *OPTIONS)
    assert code == 1
    assert "NHAP-008: có 9 chữ cái không đọc được, nằm ở sửa đổi chưa chấp nhận" in out


def test_damaged_copy(project: Path, run: Callable[..., Run], tmp_path: Path) -> None:
    """A copy whose letters were scrambled looks like Vietnamese and is none."""
    path = tmp_path / "ds.txt"
    path.write_text("Dành xách tập thẻ đuợc kheng thuởng nâm hocj; " * 30, "utf-8")
    code, out = run("import", path, "--root", project, *OPTIONS)
    assert code == 1
    assert "NHAP-027" in out
