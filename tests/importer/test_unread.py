"""Words that stand outside the rows, and columns that nobody sees: told or asked, never silent."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
import xlsxwriter
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from generator.importer.answers import Answers
from generator.importer.bring import Import
from generator.importer.compose import Proposal
from generator.importer.sources import read_source

from .conftest import OPTIONS, SAID, Run, files_of, to_docx

LIST = [
    ["STT", "Họ và tên", "Chức vụ", "Ghi chú"],
    [1, "Ông Nông Văn Thử", "Giáo viên", "Chờ xác minh"],
    [2, "Bà Bàn Thị Mẫu", "Kế toán", ""],
]
_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
WORDS = "<w:r><w:t>Lò Thị Sót</w:t></w:r>"
BOX = f"<w:r {_NAMES}><w:pict><v:shape><v:textbox><w:txbxContent><w:p>{WORDS}</w:p></w:txbxContent>"
OUTSIDE = {
    "box": (BOX + "</v:textbox></v:shape></w:pict></w:r>", "ô văn bản (Text Box)"),
    "new": (f"<w:ins {_NAMES}>{WORDS}</w:ins>", "sửa đổi chưa chấp nhận (Track Changes)"),
    "moved": (f"<w:moveTo {_NAMES}>{WORDS}</w:moveTo>", "sửa đổi chưa chấp nhận"),
    "gone": (
        f"<w:del {_NAMES}><w:r><w:delText>Lò Thị Sót</w:delText></w:r></w:del>",
        "sửa đổi chưa chấp nhận (Track Changes)",
    ),
    "frame": (
        f"<w:sdt {_NAMES}><w:sdtContent>{WORDS}</w:sdtContent></w:sdt>",
        "khung nhập liệu (Content Control)",
    ),
    "hidden": (
        f"<w:r {_NAMES}><w:rPr><w:vanish/></w:rPr><w:t>Lò Thị Sót</w:t></w:r>",
        "có chữ ẩn (Hidden)",
    ),
}


@pytest.mark.parametrize("kind", OUTSIDE)
def test_words_of_a_document_outside_its_rows(
    kind: str, project: Path, run: Callable[..., Run], tmp_path: Path
) -> None:
    """A name in a box, a frame, a change or hidden letters stops the import, which says where."""
    text, words = OUTSIDE[kind]
    path = to_docx(tmp_path / "ds.docx", LIST)
    document = docx.Document(str(path))
    document.add_paragraph("Ghi chú: ")._p.append(parse_xml(text))
    document.save(str(path))
    before = files_of(project)
    code, out = run("import", path, "--root", project, *OPTIONS)
    assert code == 1
    assert "NHAP-008" in out
    assert words in out
    assert "Sót" not in out
    assert files_of(project) == before


def test_table_in_a_table(project: Path, run: Callable[..., Run], tmp_path: Path) -> None:
    """A table in a cell of another is not read, and that is said by its name."""
    path = to_docx(tmp_path / "ds.docx", LIST)
    document = docx.Document(str(path))
    inner = document.tables[0].cell(1, 3).add_table(1, 1)
    inner.cell(0, 0).text = "Lò Thị Sót"
    document.save(str(path))
    out = run("import", path, "--root", project, *OPTIONS).out
    assert "NHAP-008: có 8 chữ cái không đọc được, nằm ở bảng lồng trong bảng; đưa bảng" in out


def with_part(document: Any, name: str, relation: str, text: str) -> None:
    """Give a document one more part of words."""
    xml = f"<w:{name} {_NAMES}><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{name}>"
    part = Part(PackURI(f"/word/{name}.xml"), CONTENT_TYPE.XML, xml.encode(), document.part.package)
    document.part.relate_to(part, relation)


def test_words_around_a_document(tmp_path: Path, proposed: Callable[..., Proposal]) -> None:
    """Header, footer and comments are told; a footnote, which may be of the list, is asked about.

    A page number is not worth telling.
    """
    path = to_docx(tmp_path / "ds.docx", LIST)
    document = docx.Document(str(path))
    document.sections[0].header.paragraphs[0].text = "Kèm theo Quyết định số 9/QĐ-UBND"
    document.sections[0].footer.paragraphs[0].text = "Trang 1"
    with_part(document, "comments", RELATIONSHIP_TYPE.COMMENTS, "Bỏ bà Mẫu, 0912 345 678")
    with_part(document, "footnotes", RELATIONSHIP_TYPE.FOOTNOTES, "(*) Truy tặng")
    document.save(str(path))
    found = proposed(path)
    assert [question.text for question in found.questions] == [
        "có chữ nằm ngoài các ô, không đọc được: "
        "ds.docx: chú thích chân trang (Footnote) có chữ «(*) Truy tặng»"
    ]
    found = proposed(path, leave_out=True)
    assert found.decision
    told = "\n".join(found.remarks)
    assert "ds.docx: đầu trang có chữ «Kèm theo Quyết định số 9/QĐ-UBND», không đọc" in told
    assert "ds.docx: nhận xét (Comment), không đọc" in told
    assert "Footnote" in told
    assert "Trang 1" not in told
    assert "0912" not in told


def sheet(path: Path, draw: Callable[[Any], object], *, hide: str = "") -> Path:
    """Write the list as an Excel file with something beside its cells."""
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Bìa")
        page = book.add_worksheet("Danh sách & tên")
        for number, cells in enumerate(LIST):
            page.write_row(number, 0, cells)
        if hide:
            page.set_column(hide, 12, None, {"hidden": True})
        draw(page)
    return path


def test_box_on_a_sheet(project: Path, run: Callable[..., Run], tmp_path: Path) -> None:
    """Words in a box over the cells are shown, and left out only when the clerk says so."""
    path = sheet(tmp_path / "ds.xlsx", lambda page: page.insert_textbox("F2", "Thêm: Lò Thị Sót"))
    before = files_of(project)
    code, out = run("import", path, "--root", project, *OPTIONS)
    assert code == 1
    told = "ds.xlsx «Danh sách & tên»: ô văn bản (Text Box) có chữ «Thêm: Lò Thị Sót»"
    assert f"NHAP-016: có chữ nằm ngoài các ô, không đọc được: {told}; thêm --leave-out" in out
    assert files_of(project) == before
    code, out = run("import", path, "--root", project, *OPTIONS, "--leave-out")
    assert code == 0
    assert f"Ghi nhận: {told}: không đọc" in out


def test_private_words_in_a_box_are_not_shown(
    project: Path, run: Callable[..., Run], tmp_path: Path
) -> None:
    """A box is told of without the number that stands in it."""
    path = sheet(tmp_path / "ds.xlsx", lambda p: p.insert_textbox("F2", "CCCD 006079001234"))
    out = run("import", path, "--root", project, *OPTIONS).out
    assert "ô văn bản (Text Box) có chữ «…»" in out
    assert "006079001234" not in out


def test_words_around_a_sheet(tmp_path: Path, proposed: Callable[..., Proposal]) -> None:
    """Printed headers and the notes of cells are told; page numbers are not."""

    def draw(page: Any) -> None:
        page.set_header("&CBiểu số 2")
        page.set_footer("&RTrang &P/&N")
        page.write_comment("B2", "Xem lại")

    assert proposed(sheet(tmp_path / "ds.xlsx", draw)).remarks == (
        "ds.xlsx «Danh sách & tên»: đầu trang in có chữ «Biểu số 2», không đọc",
        "ds.xlsx «Danh sách & tên»: 1 ghi chú gắn vào ô (Comment), không đọc",
        "nguồn không ghi số lượng: lấy theo danh sách",
    )


def test_hidden_column(project: Path, run: Callable[..., Run], tmp_path: Path) -> None:
    """A column that nobody sees is published only when the clerk says so."""
    path = sheet(tmp_path / "ds.xlsx", lambda page: None, hide="D:XFD")
    before = files_of(project)
    code, out = run("import", path, "--root", project, *OPTIONS)
    assert code == 1
    assert "NHAP-016 D: cột D «Ghi chú» bị ẩn trong tệp; thêm --without" in out
    assert files_of(project) == before
    options = ["import", path, "--root", project, *OPTIONS, "--dry-run"]
    out = run(*options, "--without=Ghi chú").out
    assert "chưa ghi gì vì có --dry-run" in out
    assert "ghi chú sẽ hiện" not in out
    assert "Ghi nhận: 1 dòng có ghi chú sẽ hiện" in run(*options, "--take-hidden").out


KEPT = "ghi chú «{}» sẽ hiện trên trang: xem có được công bố không"
LEFT = "ghi chú «{}» có thể là chuyện riêng, không nhập"


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("người dân tộc Tày", LEFT),
        ("con ông Lò Văn Giả", LEFT),
        ("vợ liệt sĩ Lò Văn Giả", LEFT),
        ("42 tuổi", LEFT),
        ("bị can trong vụ án khác", LEFT),
        ("đang điều trị bệnh tim", LEFT),
        ("thuộc hộ nghèo", LEFT),
        ("lần thứ hai", KEPT),
        ("Bệnh viện Đa khoa", KEPT),
        ("Cụm thi đua số 3", KEPT),
    ],
)
@pytest.mark.parametrize("where", ["bracket", "column"])
def test_note_is_published_knowingly(
    note: str, told: str, where: str, xlsx: Callable[..., Path], small: Any, province: Path
) -> None:
    """What stands beside a name is told as something that will be read, or left out as private."""
    name, beside = (
        ("Ông Lò Văn Thử", note) if where == "column" else (f"Ông Lò Văn Thử ({note})", "")
    )
    path = xlsx([LIST[0], [1, name, "Giáo viên", beside]])
    whole = Import(province, (read_source(path),), small)
    proposal = whole.proposed(Answers(**SAID, illustrative=True))
    assert proposal.whole[0].get("note") == (note if told == KEPT else None)
    report = whole.report(proposal)
    assert told.format(note) in report.lines[1].changes
    assert any("ghi chú sẽ hiện" in remark for remark in report.remarks) == (told == KEPT)


def test_note_that_tells_of_a_child(
    xlsx: Callable[..., Path], proposed: Callable[..., Proposal]
) -> None:
    """A row that is noted as a child's is one, without «em» before the name."""
    found = proposed(xlsx([LIST[0], [1, "Bế Thị Nhỏ", "Học sinh", "Trẻ em"]]))
    assert found.whole[0]["display"] == "initials"
    assert found.whole[0]["child"] is True
