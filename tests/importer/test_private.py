"""Private data planted anywhere in a list comes out nowhere: no file, no report, no message."""

import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.importer.answers import Answers
from generator.importer.bring import Import, leaking
from generator.importer.report import html
from generator.importer.sources import read_source
from generator.importer.table import Row, Source
from generator.importer.written import files_of as files
from generator.load import Loaded

from .conftest import OPTIONS, SAID, Run, files_of

SECRETS = {
    "identity number": "001201000123",
    "old identity number": "012345678",
    "phone": "0912 345 678",
    "phone in one": "0987654321",
    "mail": "ly.thi.thu@thu.example",
    "birth date": "sinh ngày 02/09/1975",
    "account": "STK 19034567890123",
    "staff number": "mã cán bộ BK00123",
    "house": "số nhà 129 đường Trần Phú",
    "passport": "hộ chiếu C7654321",
}
HEADER = ["STT", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Địa chỉ", "Thành tích", "Ghi chú"]
FIRST = [1, "Nông Văn Thử", "Giáo viên", "Trường Tiểu học Khe Lụa", "xã Hòa Khê", "Dạy tốt", ""]
SECOND = [2, "Bàn Thị Mẫu", "Kế toán", "Trường Tiểu học Khe Lụa", "xã Hòa Khê", "", ""]
FREE = ["--accept-count", "--leave-out"]


def sheet(
    tmp_path: Path, rows: list[list[object]], name: str = "Danh sách", **more: object
) -> Path:
    """Write an Excel list; `hidden` hides a row, `aside` is a hidden sheet's text."""
    path = tmp_path / "ds.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet(name)
        for number, cells in enumerate(rows):
            page.write_row(number, 0, cells)
        if "hidden" in more:
            page.set_row(int(str(more["hidden"])), None, None, {"hidden": True})
        if "aside" in more:
            aside = book.add_worksheet("Nguồn")
            aside.write_row(0, 0, HEADER)
            aside.write_row(1, 0, [3, "Người Ẩn", str(more["aside"])])
            aside.hide()
    return path


def in_cell(column: int, how: str = "{}") -> Callable[[Path, str], tuple[Path, list[str]]]:
    """Plant in a cell of the second row."""

    def plant(tmp_path: Path, secret: str) -> tuple[Path, list[str]]:
        row = list(SECOND)
        row[column] = how.format(secret, own=row[column])
        return sheet(tmp_path, [HEADER, FIRST, row]), FREE

    return plant


def beside(*, title: str, without: bool) -> Callable[[Path, str], tuple[Path, list[str]]]:
    """Plant in a column that may not be read."""

    def plant(tmp_path: Path, secret: str) -> tuple[Path, list[str]]:
        rows = [[*HEADER, title], [*FIRST, ""], [*SECOND, secret]]
        return sheet(tmp_path, rows), [*FREE, "--without=H"] if without else FREE

    return plant


def between(place: int, how: str) -> Callable[[Path, str], tuple[Path, list[str]]]:
    """Plant in a row of its own."""

    def plant(tmp_path: Path, secret: str) -> tuple[Path, list[str]]:
        rows: list[list[object]] = [HEADER, FIRST, SECOND]
        rows.insert(place, ["", how.format(secret)])
        return sheet(tmp_path, rows), FREE

    return plant


def words(how: str) -> Callable[[Path, str], tuple[Path, list[str]]]:
    """Plant in running text."""

    def plant(tmp_path: Path, secret: str) -> tuple[Path, list[str]]:
        path = tmp_path / "ds.txt"
        path.write_text(how.format(secret), "utf-8")
        return path, FREE

    return plant


def hidden_row(tmp_path: Path, secret: str) -> tuple[Path, list[str]]:
    """Plant in a row that nobody sees."""
    return sheet(tmp_path, [HEADER, FIRST, [2, "Bàn Thị Mẫu", secret]], hidden=2), FREE


def hidden_row_taken(tmp_path: Path, secret: str) -> tuple[Path, list[str]]:
    """Plant in a hidden row that the clerk takes."""
    path, options = hidden_row(tmp_path, secret)
    return path, [*options, "--take-hidden"]


def hidden_sheet(tmp_path: Path, secret: str) -> tuple[Path, list[str]]:
    """Plant in a sheet that nobody sees."""
    return sheet(tmp_path, [HEADER, FIRST, SECOND], aside=secret), FREE


def sheet_name(tmp_path: Path, secret: str) -> tuple[Path, list[str]]:
    """Plant in the name of a sheet."""
    clean = re.sub(r"[/\\?*\[\]:]", ".", secret)[:31]
    return sheet(tmp_path, [HEADER, FIRST, SECOND, [3, "Không rõ gì"]], name=clean), FREE


def header(tmp_path: Path, secret: str) -> tuple[Path, list[str]]:
    """Plant in a column's title."""
    return sheet(tmp_path, [[*HEADER, secret], [*FIRST, "x"], SECOND]), FREE


def no_header(tmp_path: Path, secret: str) -> tuple[Path, list[str]]:
    """Plant in a table without titles."""
    return sheet(tmp_path, [["DANH SÁCH"], FIRST, [*SECOND[:4], secret, "", ""]]), FREE


def table_of_csv(tmp_path: Path, secret: str) -> tuple[Path, list[str]]:
    """Plant in a cell of a CSV."""
    path = tmp_path / "ds.csv"
    lines = [HEADER, FIRST, [*SECOND[:2], f"Kế toán {secret}", *SECOND[3:]]]
    path.write_text("\n".join(",".join(map(str, line)) for line in lines), "utf-8")
    return path, FREE


def word_file(tmp_path: Path, secret: str) -> tuple[Path, list[str]]:
    """Plant in a paragraph and in a table of a Word file."""
    document = docx.Document()
    document.add_paragraph(f"DANH SÁCH (liên hệ {secret})")
    table = document.add_table(0, 3)
    for cells in (HEADER[:3], FIRST[:3], [2, "Bàn Thị Mẫu", f"Kế toán, {secret}"]):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = str(text)
    document.save(tmp_path / "ds.docx")
    return tmp_path / "ds.docx", FREE


LIST = "DANH SÁCH\nI. Cá nhân\n1. Ông Nông Văn Thử, Giáo viên\n"
PLACES = {
    **{f"in {HEADER[place]}": in_cell(place) for place in range(1, 7)},
    **{f"behind {HEADER[place]}": in_cell(place, "{own} ({0})") for place in range(1, 7)},
    "in a second line": in_cell(1, "{own}\n{0}"),
    "in a list in a cell": in_cell(1, "{own}; Ông Lý A Mẫu, {0}"),
    "in a private column": beside(title="Số CCCD", without=False),
    "in an unknown column": beside(title="Cột lạ", without=False),
    "in a column without title": beside(title="", without=False),
    "in a column left out": beside(title="Cột lạ", without=True),
    "above the header": between(0, "Người lập: Lý Thị Thử, {}"),
    "in a section": between(1, "I. Cá nhân ({})"),
    "in a place's heading": between(1, "A. Huyện Vân Lũng {}"),
    "in a total": between(3, "Tổng cộng: 2 cá nhân, {}"),
    "in a note": between(3, "Ghi chú: hỏi {}"),
    "in a row of its own": between(2, "{}"),
    "in running text": words("Tin: khen 2 tập thể, gồm: Thôn Nà Thí; Thôn Nà Ví, {}."),
    "in an item": words(LIST + "2. Bà Bàn Thị Mẫu, {}\n"),
    "in a line of its own": words(LIST + "{}\n"),
    "in the title": words("V/v tặng Bằng khen, {}\n" + LIST),
    "in the reason": words(LIST + "Vì đã giúp dân nhiều năm, {}\n"),
    "in a hidden row": hidden_row,
    "in a hidden row taken": hidden_row_taken,
    "in a hidden sheet": hidden_sheet,
    "in a sheet's name": sheet_name,
    "in a column's title": header,
    "in a table without titles": no_header,
    "in a CSV": table_of_csv,
    "in a Word file": word_file,
}
CASES = [(place, what) for place in PLACES for what in SECRETS]


def test_there_are_enough_cases() -> None:
    """Each kind in each place."""
    assert len(CASES) >= 300


@pytest.mark.parametrize(("place", "what"), CASES)
def test_planted_comes_out_nowhere(
    place: str, what: str, small: Loaded, province: Path, tmp_path: Path
) -> None:
    """Whether the import stops or goes through, nothing that was planted is in what it tells."""
    path, options = PLACES[place](tmp_path, SECRETS[what])
    whole = Import(province, (read_source(path),), small)
    said = SAID | ({"title": ""} if place == "in the title" else {})
    proposal = whole.proposed(Answers(
        **said, illustrative=True, accept_count=True, leave_out=True,
        take_hidden="--take-hidden" in options, without=("H",) if "--without=H" in options else (),
    ))  # fmt: skip
    report = whole.report(proposal)
    texts = [html(report, path.name), *map(str, report), *map(str, proposal.faults)]
    if proposal.decision is not None:
        texts += files(proposal.facts, proposal.rows)
        assert leaking(texts, whole) is None
    for text in texts:
        for sign in signs(SECRETS[what]):
            assert sign not in text


@pytest.mark.parametrize(("place", "what"), CASES[::11])
def test_planted_is_in_no_file_and_no_message(
    place: str, what: str, project: Path, run: Callable[..., Run], tmp_path: Path
) -> None:
    """The same of the command itself: what it prints and what it writes."""
    secret = SECRETS[what]
    path, options = PLACES[place](tmp_path, secret)
    before = files_of(project)
    report = project / "bao-cao.html"
    titled = [option for option in OPTIONS if place != "in the title" or "title" not in option]
    code, out = run("import", path, "--root", project, f"--report={report}", *titled, *options)
    texts = [file.read_text("utf-8") for file in files_of(project) - before]
    assert code in (0, 1)
    assert "Traceback" not in out
    for text in (out, *texts):
        for sign in signs(secret):
            assert sign not in text
    if code:
        assert files_of(project) - before <= {report}


SCRAPS = st.sampled_from([
    "Nông Văn Thử", "Ông Lý A Mẫu, Phó phòng", "Trường Khe Lụa; Trường Nà Mẫu", "I. Cá nhân",
    "Tổng cộng: 2", "Ghi chú:", "STT", "Họ và tên", "Chức vụ", "Thành tích", "Địa chỉ", "1", "",
    "DANH SÁCH", "Vì có công lớn với dân", "gồm: Thôn A; Thôn B; Thôn C", "V/v khen", "Nơi nhận:",
    "Điều 1. Tặng Bằng khen cho Sở Cây Xanh, đã trồng nhiều cây", "Số: 77/QĐ-UBND",
    "huyện Vân Lũng",
])  # fmt: skip
LINES = st.lists(st.lists(SCRAPS, min_size=1, max_size=5), min_size=1, max_size=9)
HOW = st.sampled_from(["{}", "{0} {1}", "{1} {0}", "{0}, {1}", "{0} ({1})", "{0}\n{1}"])


@settings(max_examples=500)
@given(
    rows=LINES, line=st.integers(0, 8), cell=st.integers(0, 4), how=HOW,
    secret=st.sampled_from(sorted(SECRETS.values())),
)  # fmt: skip
def test_planted_anywhere_comes_out_nowhere(
    rows: list[list[str]], line: int, cell: int, how: str, secret: str,
    small: Loaded, province: Path,
) -> None:  # fmt: skip
    """Whatever the list, and wherever in it the data stand."""
    row = rows[line % len(rows)]
    place = cell % len(row)
    row[place] = how.format(row[place], secret) if "{1}" in how else secret
    made = tuple(Row("ds", "", n, tuple(r)) for n, r in enumerate(rows, 1) if any(r))
    whole = Import(province, (Source("ds", made),), small)
    said = {**SAID, "title": "", "symbol": ""}
    proposal = whole.proposed(Answers(**said, accept_count=True, leave_out=True))
    report = whole.report(proposal)
    for text in (html(report, "ds"), *map(str, report), *map(str, proposal.faults)):
        for sign in signs(secret):
            assert sign not in text


def signs(secret: str) -> set[str]:
    """Return what would give a secret away: it as a whole, and its number or address."""
    numbers = re.findall(r"[A-Z]*\d[\d ./\-]{3,}\d|\d{3}", secret)
    return {secret, *(number for number in numbers if len(number) > 2)} | (
        {"thu.example"} if "@" in secret else set()
    )


def test_private_column_is_named(project: Path, run: Callable[..., Run], tmp_path: Path) -> None:
    """A list that names a private column is told which, and how to go on without it."""
    path, _ = beside(title="Ngày sinh", without=False)(tmp_path, "02/09/1975")
    code, out = run("import", path, "--root", project, *OPTIONS)
    assert code == 1
    told = "NHAP-011 H: cột H «Ngày sinh» là dữ liệu riêng tư, không được đọc; "
    assert told + 'thêm --without "Ngày sinh" để không đọc cột này, hoặc xóa cột' in out
    assert run("import", path, "--root", project, *OPTIONS, "--without=Ngày sinh").code == 0


def test_what_is_told_of_private_data(
    project: Path, run: Callable[..., Run], tmp_path: Path
) -> None:
    """Row, column and kind are told; a column that nobody knows is named."""
    path, _ = in_cell(2)(tmp_path, SECRETS["phone"])
    assert (
        "ds.xlsx «Danh sách»:3: NHAP-020 chức vụ: có số điện thoại; xóa khỏi tệp rồi nhập lại"
        in run("import", path, "--root", project, *OPTIONS).out
    )
    path, _ = beside(title="Cột lạ", without=False)(tmp_path, SECRETS["phone"])
    assert (
        "ds.xlsx «Danh sách»:1: NHAP-010 H: cột H «Cột lạ» không có trong danh mục"
        in run("import", path, "--root", project, *OPTIONS).out
    )
