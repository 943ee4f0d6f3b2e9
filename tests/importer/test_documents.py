"""Word documents: numbered lists, tables in pieces, merged cells, old fonts, running text."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from generator.importer.compose import Proposal
from generator.importer.remarks import remarks_of

WORDS = (
    "ỦY BAN NHÂN DÂN TỈNH THANH SƠN",
    "Số: 77/QĐ-UBND",
    "Thanh Sơn, ngày 01 tháng 3 năm 2024",
    "QUYẾT ĐỊNH",
    "Về việc tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
    "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH THANH SƠN",
    "Căn cứ Luật tưởng tượng số 1/2022/QH ngày 01/01/2022;",
    "Xét đề nghị của Trưởng ban tại Tờ trình số 5/TTr-BTĐ ngày 20/02/2024,",
)
AFTER = ("Nơi nhận:", "- Như Điều 2;", "- Sở Tài chính;", "KT. CHỦ TỊCH", "Bế Văn Ký")


@pytest.fixture
def page(tmp_path: Path) -> Callable[..., Path]:
    """A function that saves a document which another fills."""

    def made(fill: Callable[[docx.document.Document], None]) -> Path:
        document = docx.Document()
        for words in WORDS:
            document.add_paragraph(words)
        fill(document)
        for words in AFTER:
            document.add_paragraph(words)
        document.save(tmp_path / "qd.docx")
        return tmp_path / "qd.docx"

    return made


def told(proposal: Proposal) -> list[tuple[str, str, str]]:
    """Return kind, name and role of what was read."""
    assert [str(fault) for fault in proposal.faults] == []
    assert proposal.questions == ()
    return [(row["kind"], row["name"], row.get("role", "")) for row in proposal.whole]


EMPTY = {"symbol": "", "date": "", "issuer": "", "title": "", "award": ""}


def test_whole_decision(page: Callable[..., Path], proposed: Callable[..., Proposal]) -> None:
    """Number, date, who decides, title, award and list stand in one document; all are found."""

    def fill(document: docx.document.Document) -> None:
        document.add_paragraph("Điều 1. Tặng Bằng khen cho các tập thể, cá nhân sau:")
        document.add_paragraph("I. Tập thể")
        document.add_paragraph("Trường Tiểu học Khe Lụa;", style="List Number")
        document.add_paragraph("Phòng Văn hóa và Thông tin huyện Vân Lũng.", style="List Number")
        document.add_paragraph("II. Cá nhân")
        document.add_paragraph("Ông Lò Văn Thử, Giáo viên;", style="List Bullet")
        document.add_paragraph("2. Bà Bàn Thị Mẫu - Kế toán Sở Cây Xanh./.")
        document.add_paragraph("Đã có thành tích xuất sắc trong năm 2023.")
        document.add_paragraph("Điều 2. Chánh Văn phòng, các ông, bà có tên thi hành.")

    proposal = proposed(page(fill), **EMPTY)
    assert told(proposal) == [
        ("collective", "Trường Tiểu học Khe Lụa", ""),
        ("collective", "Phòng Văn hóa và Thông tin huyện Vân Lũng", ""),
        ("person", "Lò Văn Thử", "Giáo viên"),
        ("person", "Bàn Thị Mẫu", "Kế toán"),
    ]
    assert proposal.facts["issuer"] == "chu-tich-ubnd-tinh-thanh-son"
    assert proposal.facts["symbol"] == "77/QĐ-UBND"
    assert proposal.facts["date"] == "2024-03-01"
    assert proposal.facts["title"] == "Tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"
    assert proposal.facts["occasion"] == "Có thành tích xuất sắc trong năm 2023"
    assert {row["award"] for row in proposal.whole} == {"bang-khen-tinh"}


def test_counts_told_again_are_one_decision(
    page: Callable[..., Path], proposed: Callable[..., Proposal]
) -> None:
    """Title and article may both say how many; the list follows in a table, and they agree."""

    def fill(document: docx.document.Document) -> None:
        document.add_paragraph("Về việc tặng Bằng khen cho 1 tập thể và 1 cá nhân")
        document.add_paragraph("Điều 1. Tặng Bằng khen cho 1 tập thể, 1 cá nhân (có danh sách).")
        document.add_paragraph("DANH SÁCH 1 TẬP THỂ, 1 CÁ NHÂN ĐƯỢC TẶNG BẰNG KHEN")
        table = document.add_table(3, 2)
        for row, cells in zip(
            table.rows,
            (("STT", "Họ và tên"), ("I", "Trường Khe Lụa"), ("II", "Ông Lò Văn Thử")),
            strict=True,
        ):
            row.cells[0].text, row.cells[1].text = cells

    proposal = proposed(page(fill), **EMPTY)
    assert told(proposal) == [("collective", "Trường Khe Lụa", ""), ("person", "Lò Văn Thử", "")]
    assert proposal.facts["stated"] == {"collective": 1, "person": 1}


def test_table_in_pieces(page: Callable[..., Path], proposed: Callable[..., Proposal]) -> None:
    """A table that headings cut in two keeps its columns; a merged cell holds for its rows."""

    def fill(document: docx.document.Document) -> None:
        document.add_paragraph("DANH SÁCH")
        document.add_paragraph("I. Tập thể")
        first = document.add_table(2, 3)
        second_heading = "II. Cá nhân"
        for cell, text in zip(first.rows[0].cells, ("STT", "Họ và tên", "Đơn vị"), strict=True):
            cell.text = text
        first.rows[1].cells[0].text = "1"
        first.rows[1].cells[1].text = "Tổ Toán"
        first.rows[1].cells[2].text = "Trường Nà Mẫu"
        document.add_paragraph(second_heading)
        second = document.add_table(2, 3)
        for row, name in zip(second.rows, ("Lò Văn Thử", "Bàn Thị Mẫu"), strict=True):
            row.cells[0].text = "1"
            row.cells[1].text = name
        second.cell(0, 2).merge(second.cell(1, 2)).text = "Trường Khe Lụa"

    proposal = proposed(page(fill), **EMPTY | {"award": "bang-khen-tinh"})
    assert told(proposal) == [
        ("collective", "Tổ Toán", ""),
        ("person", "Lò Văn Thử", ""),
        ("person", "Bàn Thị Mẫu", ""),
    ]
    assert [row["unit"] for row in proposal.whole] == [
        "Trường Nà Mẫu", "Trường Khe Lụa", "Trường Khe Lụa",
    ]  # fmt: skip


def test_old_font_of_a_document(
    page: Callable[..., Path], proposed: Callable[..., Proposal]
) -> None:
    """A paragraph in .VnTime is converted, once a person agrees."""

    def fill(document: docx.document.Document) -> None:
        document.add_paragraph("Điều 1. Tặng Bằng khen cho:")
        run = document.add_paragraph().add_run("1. ¤ng N«ng V¨n Thö, Gi¸o viªn")
        run.font.name = ".VnTime"

    path = page(fill)
    assert [question.code for question in proposed(path, **EMPTY).questions] == ["NHAP-026"]
    assert told(proposed(path, **EMPTY, encoding="convert")) == [
        ("person", "Nông Văn Thử", "Giáo viên")
    ]


def test_two_recipients_in_a_sentence(
    page: Callable[..., Path], proposed: Callable[..., Proposal]
) -> None:
    """Award, recipients and reason in one sentence; a broken cell is one name."""

    def fill(document: docx.document.Document) -> None:
        document.add_paragraph(
            "Điều 1. Tặng Bằng khen cho ông Lò Văn Thử và bà Bàn Thị Mẫu, đã cứu người trong lũ."
        )

    proposal = proposed(page(fill), **EMPTY)
    assert told(proposal) == [("person", "Lò Văn Thử", ""), ("person", "Bàn Thị Mẫu", "")]
    assert proposal.facts["occasion"] == "Cứu người trong lũ"


def test_district_in_a_bracket(tmp_path: Path, proposed: Callable[..., Proposal]) -> None:
    """A place in the bracket of a heading holds for all that follow its colon."""
    path = tmp_path / "ds.txt"
    path.write_text("Các trường (huyện Vân Lũng): Trường Nà Mẫu; Trường Khe Lụa.\n", "utf-8")
    rows = proposed(path).whole
    assert [(row["name"], row["place"]) for row in rows] == [
        ("Trường Nà Mẫu", "huyen-van-lung"), ("Trường Khe Lụa", "huyen-van-lung"),
    ]  # fmt: skip


def test_name_broken_in_a_narrow_cell(
    word: Callable[..., Path], proposed: Callable[..., Proposal]
) -> None:
    """A name over two lines is one name; a second line in small letters is a role."""
    path = word([
        ["STT", "Họ và tên", "Chức vụ"],
        ["1", "Nguyễn Văn\nThử", "Giáo viên"],
        ["2", "Bàn Thị Mẫu\nkế toán", ""],
        ["3", "Trường Tiểu học\nKhe Lụa", ""],
    ])  # fmt: skip
    assert told(proposed(path)) == [
        ("person", "Nguyễn Văn Thử", "Giáo viên"),
        ("person", "Bàn Thị Mẫu", "kế toán"),
        ("collective", "Trường Tiểu học Khe Lụa", ""),
    ]


def test_line_broken_in_running_text(tmp_path: Path, proposed: Callable[..., Proposal]) -> None:
    """A long line that goes on in small letters is one with the next, and both are told of."""
    path = tmp_path / "qd.txt"
    path.write_text(
        "DANH SÁCH\nI. Tập thể\n"
        "1. Phòng Nghiên cứu và Phát triển cây trồng nông nghiệp miền núi,\n"
        "xã Hòa Khê, huyện Vân Lũng\n"
        "2. Sở Cây Xanh\n",
        "utf-8",
    )
    proposal = proposed(path)
    assert [(row["name"], row.get("place_text", "")) for row in proposal.whole] == [
        ("Phòng Nghiên cứu và Phát triển cây trồng nông nghiệp miền núi",
         "xã Hòa Khê, huyện Vân Lũng"),
        ("Sở Cây Xanh", ""),
    ]  # fmt: skip
    assert proposal.balance.rows == 5


def test_names_in_running_text(tmp_path: Path, proposed: Callable[..., Proposal]) -> None:
    """Bare names before any list are nobody's yet: several ask, one is told; none is unseen."""
    path = tmp_path / "ds.txt"
    path.write_text("Nông Văn Thử, Lò Thị Mẫu và Hà Văn Ví\n", "utf-8")
    (fault,) = proposed(path).faults
    assert str(fault) == (
        "ds.txt:1: NHAP-013: giống tên người mà chưa có dòng «DANH SÁCH» ở trên; "
        "thêm một dòng «DANH SÁCH» phía trên, mỗi người một dòng, rồi nhập lại"
    )
    path.write_text("DANH SÁCH\nNông Văn Thử\nLò Thị Mẫu\nHà Văn Ví\n", "utf-8")
    assert len(told(proposed(path))) == 3
    path.write_text("Bế Văn Ký\nDANH SÁCH\nNông Văn Thử\nLò Thị Mẫu\n", "utf-8")
    found = proposed(path)
    assert len(told(found)) == 2
    assert found.balance is not None
    assert found.balance.named == 2
    assert any("ds.txt:1: giống tên người" in remark for remark in remarks_of(found, ()))
    path.write_text("Bế Văn Ký, Hà Văn Ví\nDANH SÁCH\nNông Văn Thử\nLò Thị Mẫu\n", "utf-8")
    (question,) = proposed(path).questions
    assert question.text.startswith("1 dòng hoặc mục sẽ không được nhập (giống tên người")
