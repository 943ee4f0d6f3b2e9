"""The parts that read single texts: dates, encodings, names, numbers, titles."""

import datetime
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.importer.beginnings import kind_of
from generator.importer.claims import claims_of
from generator.importer.days import Day, Impossible, first_day, impossible_years, serial_day
from generator.importer.entries import entry_of_text
from generator.importer.headings import heading_of, is_note, is_total
from generator.importer.items import items_of
from generator.importer.ledger import letters as letters_of
from generator.importer.legacy import encoding_of, letters, to_unicode
from generator.importer.lexicon import Lexicon
from generator.importer.outline import Section
from generator.importer.pieces import pieces_of, role_pieces
from generator.importer.sources import read_source
from generator.importer.table import Row
from generator.importer.text import delimiter_of, read_text
from generator.importer.titles import field_of
from generator.importer.words import joined, mended, unspaced
from generator.load import Loaded

ROW = Row("ds", "", 1, ("",))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("17/10/2023", (2023, 10, 17)),
        ("ngày 22 tháng 02 năm 2011", (2011, 2, 22)),
        ("12.5.2011", (2011, 5, 12)),
        ("02-01-2024", (2024, 1, 2)),
        ("2023-10-17", (2023, 10, 17)),
        ("01/09/2020", (2020, 9, 1)),
        ("T5, 01/09/2020", (2020, 1, 9)),  # a Thursday in January, not in September
        ("Thứ ba, 01/09/2020", (2020, 9, 1)),  # a Tuesday in September
        ("04/18/2018", (2018, 4, 18)),
    ],
)
def test_date(text: str, date: tuple[int, int, int]) -> None:
    """Dates in every way of writing; the weekday decides between day and month."""
    found = first_day(text)
    assert isinstance(found, Day)
    assert found.date == datetime.date(*date)


@pytest.mark.parametrize(
    "text", ["17/10/23", "31/2/2020", "17/10/200", "17/10/20023", "30/13/2020"]
)
def test_date_that_cannot_be(text: str) -> None:
    """Two-digit and impossible years and days are refused, not mended."""
    assert isinstance(first_day(text), Impossible)


def test_serial_of_excel() -> None:
    """A date that Excel gives as its number."""
    assert serial_day("45216").date == datetime.date(2023, 10, 17)
    assert serial_day("12") is None


def test_years_that_cannot_be() -> None:
    """ "năm 200" is none; "năm 2020" and "5 năm" are."""
    assert [y.text for y in impossible_years("từ năm 200 đến năm 2010, 5 năm")] == ["năm 200"]


VIETNAMESE = [
    "Nguyễn Văn Hoàng", "Trần Thị Ngọc Ánh", "Đặng Đức Thuỷ", "Trường Mầm non Phùng Chí Kiên",
    "xã Nghiên Loan, huyện Pác Nặm", "Ủy ban nhân dân tỉnh Bắc Kạn", "hoàn thành xuất sắc nhiệm vụ",
    "Quyết định về việc tặng Bằng khen của Thủ tướng", "Lý Ỷ Nghĩa", "Nguyễn Quỳnh Thơ",
]  # fmt: skip


@pytest.mark.parametrize("text", VIETNAMESE)
@pytest.mark.parametrize("encoding", ["TCVN3", "VNI"])
def test_old_encodings(text: str, encoding: str) -> None:
    """What is written in an old encoding is noticed by its letters, and comes out as it was."""
    table = {after: before for before, after in letters(encoding).items()}
    # TCVN3 has seven capital letters; the others are small ones in a font of capitals.
    text = "".join(c if c.isascii() or c in table else c.lower() for c in text)
    old = "".join(table.get(char, char) for char in text)
    assert encoding_of(old) == encoding
    assert to_unicode(old, encoding) == text


@pytest.mark.parametrize(
    "name",
    [*VIETNAMESE, "Lý A Páo", "Bế Thị Vẩn", "Điểu Nơi", "Y Bhăm Êban", "Sùng A Ửng", "hoà hoá toà",
     "José", "Hà Toàn", "Café Trung Nguyên", "Pác Nặm", "Bộc Bố", "Đắk Lắk", "Êđê", "Nguyễn-Văn"],
)  # fmt: skip
def test_unicode_is_left_alone(name: str) -> None:
    """Names of peoples and places, and foreign words, are taken for no old encoding."""
    assert encoding_of(name) is None
    assert mended(name) == name


def test_joined_and_spaced_words() -> None:
    """Two words in one are noticed; letter-spaced headings are words again."""
    assert joined("Cờ củaChính phủ đã hoànthành VỀVIỆC") == ("củaChính", "hoànthành", "VỀVIỆC")
    assert unspaced("T H Ủ T Ư Ớ N G C H Í N H P H Ủ") == "THỦ TƯỚNG CHÍNH PHỦ"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "STT;Họ và tên\n1;Nông Văn Thử\n"),
        ("utf-8-sig", "STT,Họ và tên\n1,Nông Văn Thử\n"),
        ("utf-16", "STT\tHọ và tên\n1\tNông Văn Thử\n"),
        ("utf-8", "STT|Họ và tên\n1|Nông Văn Thử\n"),
    ],
)
def test_csv_of_every_sort(encoding: str, text: str) -> None:
    """Delimiter and encoding are found."""
    rows = read_text("ds.csv", text.encode(encoding)).rows
    assert [row.cells for row in rows] == [("STT", "Họ và tên"), ("1", "Nông Văn Thử")]


def test_csv_with_empty_last_cells() -> None:
    """Excel ends short rows with delimiters; they are a table all the same."""
    head = "Số, ký hiệu;77/QĐ-UBND;;\nSTT;Họ và tên;Chức vụ;Ghi chú\n"
    text = f"{head}1;Nông Văn Thử;Kế toán, thủ quỹ;\n"
    assert delimiter_of(text) == ";"
    assert delimiter_of("1. Sở A;\n2. Sở B;\n3. Sở C.\n") == ""


def test_csv_of_windows() -> None:
    """Windows' own Vietnamese writes tones as letters of their own."""
    raw = "Ti\u0300nh ngh\u0129a, ca\u0301c tâ\u0323p thê\u0309".encode("cp1258", "ignore")
    (row,) = read_text("ds.txt", raw).rows
    assert row.text == raw.decode("cp1258").replace("a\u0301", "á").replace("i\u0300", "ì").replace(
        "â\u0323", "ậ"
    ).replace("ê\u0309", "ể")


def test_sentences_with_commas_are_no_table() -> None:
    """A paragraph is not cut into columns."""
    assert delimiter_of("Tin: khen hai đơn vị, gồm: Sở A; Sở B.") == ""
    assert delimiter_of("Điều 1, khoản 2, khen.\nĐiều 2, khoản 1, chi.") == ""


def test_ods_says_what_it_cannot_see(tmp_path: Path) -> None:
    """An OpenDocument sheet is read, with a word on what it does not tell."""
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{t}</text:p></table:table-cell>'
            for t in line
        )
        + "</table:table-row>"
        for line in (("STT", "Họ và tên"), ("1", "Nông Văn Thử"))
    )
    names = "".join(
        f' xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"'
        for n in ("office", "table", "text")
    )
    path = tmp_path / "ds.ods"
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        book.writestr("META-INF/manifest.xml", "<manifest/>")
        book.writestr(
            "content.xml",
            f"<office:document-content{names}><office:body><office:spreadsheet><table:table "
            f'table:name="Tờ 1">{cells}</table:table></office:spreadsheet></office:body>'
            "</office:document-content>",
        )
    source = read_source(path)
    assert [row.cells for row in source.rows] == [("STT", "Họ và tên"), ("1", "Nông Văn Thử")]
    assert "không thấy được dòng, cột ẩn" in source.remarks[0]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Sở A; Sở B; Sở C.", ["Sở A", "Sở B", "Sở C."]),
        ("Sở A, Sở B và Sở C", ["Sở A", "Sở B", "và Sở C"]),
        ("Phòng Văn hóa và Thông tin, huyện X", ["Phòng Văn hóa và Thông tin, huyện X"]),
        ("ông Lý A Páo và bà Bế Thị Vẩn", ["ông Lý A Páo", "và bà Bế Thị Vẩn"]),
        ("Trường A (cơ sở 1; cơ sở 2); Trường B", ["Trường A (cơ sở 1; cơ sở 2)", "Trường B"]),
    ],
)
def test_items(text: str, items: list[str]) -> None:
    """A list is cut where it has its recipients, not at every comma."""
    assert list(items_of(text, one_by_one=False)) == items


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ông Đoàn Văn Hậu", "person"), ("Đoàn Văn Hậu", "person"), ("Bàn Thị Mẫu", "person"),
        ("Đoàn Thanh niên xã Hòa Khê", "collective"), ("Ban Dân tộc", "collective"),
        ("Tô Thị Vụ", "person"), ("Tổ dân phố 5", "collective"), ("Vũ Văn Cục", "person"),
        ("Gia đình bà Vàng Thị Mẫu", "household"), ("Hộ ông Lý A Páo", "household"),
        ("Đại tá Lê Văn Mẫu", "person"), ("trồng cây", ""),
    ],
)  # fmt: skip
def test_kind(text: str, kind: str) -> None:
    """A person, a body or a household by how the name begins, marks and all."""
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Bác sĩ CKI Đặng Thị Ví Dụ", "Đặng Thị Ví Dụ", "Bác sĩ CKI"),
        ("Bác sĩ chuyên khoa cấp II Đặng Thị Ví Dụ", "Đặng Thị Ví Dụ", "Bác sĩ chuyên khoa cấp II"),
        ("BSCKII. Đặng Thị Ví Dụ", "Đặng Thị Ví Dụ", "BSCKII."),
        ("Bác sĩ Đặng Thị Ví Dụ", "Đặng Thị Ví Dụ", "Bác sĩ"),
    ],
)
def test_titles_are_no_part_of_a_name(text: str, name: str, title: str) -> None:
    """A doctor's degree is a role, with the words that tell of which."""
    assert pieces_of(text, "person") == (("name", name), ("role", title))


def test_a_bare_head_keeps_its_unit() -> None:
    """«Trưởng» alone is no role: it stays with what it heads."""
    assert role_pieces("Trưởng Trạm Y tế xã Hòa Khê") == (("role", "Trưởng Trạm Y tế xã Hòa Khê"),)
    assert role_pieces("Phó Trưởng Ban Dân tộc tỉnh") == (("role", "Phó Trưởng Ban Dân tộc tỉnh"),)
    assert role_pieces("Phó Giám đốc Sở Tư pháp") == (
        ("role", "Phó Giám đốc"), ("unit", "Sở Tư pháp"),
    )  # fmt: skip


def test_title_that_nobody_knows_is_doubted() -> None:
    """Capital letters before a name may be a title: told, and left where they are."""
    row = Row("ds.txt", "", 1, ("XYZ Đặng Thị Ví Dụ",))
    entry = entry_of_text(row, row.text, Section(), "person")
    assert entry is not None
    assert entry.words("name") == row.text
    assert entry.doubts == ("«XYZ» có thể không thuộc tên",)
    for name in ("Y Bhăm Niê", "ĐẶNG THỊ VÍ DỤ", "Lý A Páo", "Điểu Nơi"):
        made = entry_of_text(row, name, Section(), "person")
        assert made is not None
        assert made.doubts == ()


@settings(max_examples=400)
@given(st.text("ABCđĐăÔ123 ,;-–().:\nÔngBàvàkinh", max_size=60), st.sampled_from(["person", "x"]))
def test_pieces_keep_every_letter(text: str, kind: str) -> None:
    """Whatever a cell holds, its pieces hold all its letters."""
    pieces = pieces_of(text, kind)
    assert letters_of("".join(piece.text for piece in pieces)) == letters_of(text)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("tặng cho 39 tập thể, 02 cá nhân và 5 hộ gia đình", [39, 2, 5]),
        ("518/590 tập thể", []),
        ("hỗ trợ 20 hộ nghèo", []),
        ("năm 2020", []),
    ],
)
def test_claims(text: str, numbers: list[int]) -> None:
    """Stated numbers count recipients, not ratios, years or the poor."""
    assert [claim.number for claim in claims_of(text, ROW)] == numbers


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I. Tập thể", ("collective", "")),
        ("II. Cá nhân (04 đồng chí)", ("person", "")),
        ("Bằng khen của Chủ tịch UBND tỉnh: 12 tập thể", ("collective", "bang-khen-tinh")),
        ("B. Huân chương Suối Bạc hạng nhì", ("", "huan-chuong-suoi-bac")),
        ("Tập thể Phòng Nội vụ", None),
        ("Công ty Cổ phần Suối Bạc", None),
        ("Trường Tiểu học Nghiên Loan II", None),
        ("1. Trường Tiểu học Nghiên Loan I, huyện Vân Lũng", None),
    ],
)
def test_headings(text: str, told: tuple[str, str] | None, small: Loaded) -> None:
    """A heading holds a kind or an award and nothing else."""
    found = heading_of(text, Lexicon(small.reference))
    assert (found and (found.kind, found.award.award if found.award else "")) == told


def test_totals_and_notes() -> None:
    """Totals and notes by how they begin; a company's and a person's name are neither."""
    assert is_total("Tổng cộng: 39 tập thể")
    assert not is_total("Tổng công ty Điện lực")
    assert not is_total("Cộng đồng dân cư thôn 5")
    assert is_note("Nơi nhận:")
    assert is_note("TM. ỦY BAN NHÂN DÂN")
    assert not is_note("Lưu Văn Ân")


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Họ và tên", "name"), ("TÊN TẬP THỂ/\nCÁ NHÂN", "name"), ("Số TT", "stt"),
        ("Tên gọi\n(Ông/Bà/Chức danh)", "honorific"), ("Họ tên, năm sinh", ""), ("Ngày sinh", ""),
        ("Số điện thoại", ""), ("Chức vụ (hiện nay)", "role"), ("Tên", "name"),
        ("Họ và tên, SĐT", ""),
    ],
)  # fmt: skip
def test_only_whole_titles_are_known(title: str, field: str) -> None:
    """A title that says more than a known one is none: it may hide another column's data."""
    assert field_of(title) == field
