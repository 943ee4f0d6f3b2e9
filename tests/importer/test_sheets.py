"""Sheets as offices keep them: two forms, four hundred rows in their disorder, all complete."""

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.styles import Font

from generator.importer.bring import Import
from generator.importer.compose import Proposal
from generator.importer.sources import read_source
from generator.load import Loaded

from .conftest import OPTIONS, Run

FORM = [
    "STT", "Tên gọi\n(Ông/Bà/Chức danh)", "Tên tập thể/\ncá nhân/hộ gia đình", "Chức vụ",
    "Đơn vị công tác", "Phân loại\nkhen thưởng", "Danh hiệu thi đua/Hình thức khen thưởng",
    "Phân loại đối tượng", "Lĩnh vực hoạt động", "Mã danh hiệu thi đua",
]  # fmt: skip
CLASSES = (
    "", "Các cấp lãnh đạo từ phó phòng trở lên", "Doanh nhân",
    "Người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu",
)  # fmt: skip
GROUPS = ("", "lanh-dao-quan-ly", "doanh-nhan", "")
FAMILY = ("Nông", "Bàn", "Lý", "Hoàng", "Ma", "Triệu", "Đặng", "Giàng", "Bế", "Điểu")
MIDDLE = ("Văn", "Thị", "A", "Thế", "Kim", "Hoài", "Khánh", "Thu", "Đức", "Mai")
GIVEN = ("Thử", "Mẫu", "Páo", "Vẩn", "Nơi", "Hoà", "Hòa", "Thuý", "Ân", "Ẳng")


def disorder(text: str, chance: random.Random) -> str:
    """Return a text as lists have it: stray spaces, dashes of two kinds."""
    text = text.replace(" - ", chance.choice((" - ", " – ", "  -  ")))
    text = text.replace(" ", chance.choice((" ", "  ", " ", " \u00a0")), 1)
    return chance.choice(("", " ", "   ")) + text + chance.choice(("", " ", "  "))


def people(count: int) -> list[tuple[str, str, str, str]]:
    """Return as many different recipients: kind, name, role, unit."""
    found = []
    for number in range(count):
        unit = f"Trường Tiểu học Nà Mẫu {number % 37}"
        if number % 5 == 0:
            found.append(("Khen thưởng tập thể", f"Tổ {number} - Trường Nà Mẫu {number}", "", unit))
        elif number % 11 == 0:
            found.append(("Khen thưởng hộ gia đình", f"Gia đình bà Bàn Thị {number}", "", ""))
        else:
            parts = FAMILY[number % 10], MIDDLE[number // 10 % 10], GIVEN[number // 100 % 10]
            found.append(("Khen thưởng cá nhân", " ".join(parts), "Giáo viên", unit))
    return found


@pytest.fixture
def office_form(tmp_path: Path) -> Path:
    """A form with line breaks in its titles, codes by formulas, a guide with examples, hidden
    sheets of codes, four hundred rows without a number, and empty rows that hold formulas."""
    chance, path = random.Random(7), tmp_path / "mau-2023.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("file nhận")
        sheet.write_row(0, 0, FORM)
        for row, (kind, name, role, unit) in enumerate(people(400), 1):
            called = "" if kind != "Khen thưởng cá nhân" else chance.choice(("Ông", "Bà", "Đại tá"))
            words = (called, name, role, unit)
            sheet.write_row(row, 1, [disorder(word, chance) if word else "" for word in words])
            sheet.write_row(row, 5, [kind, "Bằng khen", CLASSES[row % 4], "Giáo dục"])
            sheet.write_formula(row, 9, f"=VLOOKUP(G{row + 1},HTKT!A1:B2,2,0)", None, "1671247716")
        for row in range(401, 540):
            sheet.write_formula(row, 9, f"=VLOOKUP(G{row + 1},HTKT!A1:B2,2,0)", None, "")
        codes = book.add_worksheet("HTKT")
        codes.write_row(0, 0, ["tenhinhthuckt", "mahinhthuckt"])
        codes.write_row(1, 0, ["Bằng khen", "1671247716"])
        codes.hide()
        guide = book.add_worksheet("Hướng dẫn")
        guide.write_row(0, 0, FORM[:9])
        guide.write_row(1, 0, [1, "Ông", "Nguyễn Ví Dụ", "Phó Giám đốc", "Sở Mẫu"])
    return path


def test_form_of_an_office(office_form: Path, proposed: Callable[..., Proposal]) -> None:
    """All four hundred come out with kind, name, role, unit; the examples of the guide do not."""
    proposal = proposed(office_form, award="")
    assert [str(fault) for fault in proposal.faults if fault.severity == "lỗi"] == []
    kinds = {"Khen thưởng tập thể": "collective", "Khen thưởng hộ gia đình": "household"}
    wanted = [
        (kinds.get(kind, "person"), name.replace("  ", " "), unit)
        for kind, name, role, unit in people(400)
    ]
    found = [(r["kind"], r["name"].replace("–", "-"), r.get("unit", "")) for r in proposal.whole]
    assert found == wanted
    assert {row["award"] for row in proposal.whole} == {"bang-khen-tinh"}
    assert Counter(row.get("role") for row in proposal.whole)["Đại tá, Giáo viên"] > 50
    assert [row.get("group", "") for row in proposal.whole] == [
        GROUPS[row % 4] if kind == "Khen thưởng cá nhân" else ""
        for row, (kind, *_) in enumerate(people(400), 1)
    ]
    assert "Ví Dụ" not in str(proposal.whole)
    assert proposal.balance.rows == 1 + 400 + 2 + 2


@pytest.fixture
def merged_form(tmp_path: Path) -> Path:
    """A title over all columns, titles in two rows under it, sections whose numbers begin again,
    a unit over several rows, totals, and a signature."""
    path = tmp_path / "phu-luc.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Phụ lục")
        middle = book.add_format({"align": "center"})
        sheet.merge_range("A1:F1", "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC TẶNG BẰNG KHEN", middle)
        words = (
            "(Kèm theo Quyết định số 77/QĐ-UBND ngày 01/3/2024 của Chủ tịch UBND tỉnh Thanh Sơn)"
        )
        sheet.merge_range("A2:F2", words, middle)
        sheet.merge_range("A4:A5", "STT")
        sheet.merge_range("B4:C4", "Họ và tên", middle)
        sheet.write_row("B5", ["Họ và tên", "Họ và tên"])
        sheet.merge_range("D4:E4", "Chức vụ, đơn vị", middle)
        sheet.write_row("D5", ["Chức vụ", "Đơn vị công tác"])
        sheet.merge_range("F4:F5", "Ghi chú")
        sheet.write_row("A6", ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"])
        sheet.merge_range("A7:F7", "I. Tập thể (2)")
        sheet.write_row("A8", ["01.", "Trường Tiểu học Nà Mẫu, huyện Vân Lũng"])
        sheet.write_row("A9", ["02.", "Thôn 6", "xã Hòa Khê"])
        sheet.merge_range("A10:F10", "II. Cá nhân (4)")
        sheet.merge_range("E11:E12", "Trường Tiểu học Nà Mẫu")
        sheet.write_row("A11", ["1", "Nông Văn", "Thử", "Giáo viên"])
        sheet.write_row("A12", ["2", "Bàn Thị", "Mẫu", "Kế toán"])
        sheet.write_row("A13", ["3", "Lý A", "Páo", "nguyên Trưởng thôn", "thôn Nà Thí"])
        sheet.write_row("A14", ["4", "Bế Thị", "Vẩn", "", "", "Truy tặng"])
        sheet.write_row("A15", ["", "Tổng cộng: 2 tập thể, 4 cá nhân"])
        sheet.write("E17", "TM. ỦY BAN NHÂN DÂN")
        sheet.write("E18", "CHỦ TỊCH")
    return path


def test_merged_form(merged_form: Path, proposed: Callable[..., Proposal]) -> None:
    """Titles in two rows, a name in two columns, a unit over two rows; counts agree."""
    proposal = proposed(merged_form, symbol="", date="", issuer="")
    assert proposal.faults == ()
    assert proposal.questions == ()
    assert proposal.facts["symbol"] == "77/QĐ-UBND"
    assert proposal.facts["date"] == "2024-03-01"
    assert proposal.facts["issuer"] == "chu-tich-ubnd-tinh-thanh-son"
    assert proposal.facts["stated"] == {"collective": 2, "person": 4}
    told = [
        (r["stt"], r["name"], r.get("role"), r.get("unit"), r.get("place_text"))
        for r in proposal.whole
    ]
    assert told == [
        ("01", "Trường Tiểu học Nà Mẫu", None, None, "huyện Vân Lũng"),
        ("02", "Thôn 6 xã Hòa Khê", None, None, None),
        ("1", "Nông Văn Thử", "Giáo viên", "Trường Tiểu học Nà Mẫu", None),
        ("2", "Bàn Thị Mẫu", "Kế toán", "Trường Tiểu học Nà Mẫu", None),
        ("3", "Lý A Páo", "nguyên Trưởng thôn", "thôn Nà Thí", None),
        ("4", "Bế Thị Vẩn", None, None, None),
    ]
    assert [r.get("posthumous", False) for r in proposal.whole] == [False] * 5 + [True]


def test_hidden_rows_are_told_and_asked(
    xlsx: Callable[..., Path], proposed: Callable[..., Proposal]
) -> None:
    """A hidden row is neither taken nor dropped in silence."""
    path = xlsx([["STT", "Họ và tên"], [1, "Ông Nông Văn Thử"], [2, "Ông Người Ẩn"]])
    book = openpyxl.load_workbook(path)
    book.active.row_dimensions[3].hidden = True
    book.save(path)
    asked = proposed(path)
    (question,) = asked.questions
    assert str(question.fault) == (
        "ds.xlsx «Danh sách»:3: NHAP-016: 1 dòng hoặc mục sẽ không được nhập (dòng ẩn); "
        "thêm --leave-out để bỏ qua, hoặc --take-hidden để nhập cả dòng ẩn"
    )
    assert [r["name"] for r in proposed(path, leave_out=True).whole] == ["Nông Văn Thử"]
    assert len(proposed(path, take_hidden=True).whole) == 2


def test_old_fonts_and_hidden_rows_of_xls(
    province: Path, small: Loaded, proposed: Callable[..., Proposal]
) -> None:
    """An .xls of the nineties: its hidden row and its font of TCVN3 are seen."""
    path = Path(__file__).parent / "lists" / "doi-cu.xls"
    asked = {question.code: question.text for question in proposed(path).questions}
    assert asked["NHAP-016"].startswith("1 dòng")
    assert "TCVN3: «NguyÔn V¨n Hoµng» đổi thành «Nguyễn Văn Hoàng»" in asked["NHAP-026"]
    done = proposed(path, encoding="convert", leave_out=True, kind="person")
    assert [row["name"] for row in done.whole][-1] == "Nguyễn Văn Hoàng"
    kept = proposed(path, encoding="keep", leave_out=True, kind="person")
    assert [row["name"] for row in kept.whole][-1] == "NguyÔn V¨n Hoµng"
    assert Import(province, (read_source(path),), small).sources[0].faults == ()


def test_capitals_of_a_font(xlsx: Callable[..., Path], proposed: Callable[..., Proposal]) -> None:
    """A font of TCVN3 that ends in H shows small letters as capitals."""
    path = xlsx([["STT", "Họ và tên"], [1, "«ng n«ng v¨n thö"]])
    book = openpyxl.load_workbook(path)
    book.active["B2"].font = Font(name=".VnTimeH")
    book.save(path)
    row = proposed(path, encoding="convert", kind="person").whole[0]
    assert row["name"] == "ÔNG NÔNG VĂN THỬ"


def test_four_hundred_rows_become_a_csv(
    office_form: Path, project: Path, run: Callable[..., Run]
) -> None:
    """A long list is written as CSV beside the decision, and the register takes both."""
    options = [option for option in OPTIONS if not option.startswith("--award")]
    code, out = run("import", office_form, "--root", project, *options)
    assert code == 0, out
    path = project / "data/awards/2024/chu-tich-ubnd-tinh-thanh-son/77-qd-ubnd.csv"
    assert len(path.read_text("utf-8").splitlines()) == 401
    assert run("check", "--root", project).code == 0
