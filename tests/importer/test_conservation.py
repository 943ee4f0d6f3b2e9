"""Nothing is lost: of any list, however it is laid out, every row and every letter is told of."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.importer import tabular
from generator.importer.compose import Proposal
from generator.importer.ledger import balance, imbalance, letters
from generator.importer.lexicon import Lexicon
from generator.importer.pieces import Piece
from generator.importer.sources import read_source
from generator.importer.table import Row, Source
from generator.importer.text import read_text
from generator.importer.understand import Understood, understand
from generator.importer.walk import Walk
from generator.load import Loaded
from generator.vietnamese import nfc

from .conftest import to_docx, to_xlsx

NAMES = st.sampled_from([
    "Nông Văn Thử", "Ông Lý A Mẫu", "Bà Bế Thị Vẩn", "em Điểu Nơi", "Trường Tiểu học Khe Lụa",
    "UBND xã Hòa Khê, huyện Vân Lũng", "Gia đình ông Giàng A Chớ", "Đại tá Lê Văn Mẫu - Chính ủy",
    "01. Sở Cây Xanh", "Thôn 6, xã Hòa Khê", "Công ty A và Công ty B", "Tổ hợp (nay là Tổ) Mây",
    "Ông A; bà B; Trường C", "Nguyễn Văn A\nPhó phòng", "1) Thôn Nà; 2) Thôn Ví", "Êđê", "ĐHQG",
    "PGS.TS Trần Văn Bé (truy tặng), nguyên Giám đốc Bệnh viện Thử, thành phố Ngân Hà",
])  # fmt: skip
WORDS = st.sampled_from([
    "I. Tập thể", "II. Cá nhân (3)", "Bằng khen của Chủ tịch UBND tỉnh: 2 tập thể", "Tổng cộng: 5",
    "A. Huyện Vân Lũng", "Ghi chú: chờ", "Nơi nhận:", "DANH SÁCH", "Số: 77/QĐ-UBND", "", " ",
    "(Kèm theo Quyết định số 77/QĐ-UBND ngày 01/3/2024 của Chủ tịch UBND tỉnh Thanh Sơn)",
    "Điều 1. Tặng Bằng khen cho:", "Điều 2. Quyết định có hiệu lực", "Vì có thành tích xuất sắc",
    "Tin: khen 3 tập thể, gồm: Thôn A; Thôn B; Thôn C", "5 tập thể gồm: Sở A, Sở B và Báo C.",
    "Điều 1. Tặng Bằng khen cho Sở Cây Xanh, đã trồng nhiều cây.", "1. ", "- ", "./.", "(1)",
    "Các trường (huyện Vân Lũng): Trường A; Trường B", "T H Ủ T Ư Ớ N G", "V/v khen", "x", "1",
    "và",
])  # fmt: skip
TITLES = st.sampled_from([
    "STT", "TT", "Họ và tên", "Tên tập thể", "Chức vụ", "Đơn vị công tác", "Địa chỉ", "Ghi chú",
    "Thành tích", "Danh hiệu", "Cột lạ", "", "Chức vụ, đơn vị công tác", "Loại",
])  # fmt: skip
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=30)
CELLS = st.one_of(NAMES, WORDS, NAMES, st.integers(0, 60).map(str), TEXTS)
ROWS = st.one_of(
    st.lists(CELLS, min_size=1, max_size=6),
    st.lists(TITLES, min_size=2, max_size=6),
    WORDS.map(lambda words: [words]),
    NAMES.map(lambda name: [name]),
    st.tuples(st.integers(1, 99).map(str), NAMES, CELLS).map(list),
)
LISTS = st.lists(ROWS, max_size=14)


def clean_cell(text: str) -> str:
    """Return a cell as the readers of files give it."""
    return "\n".join(line for part in text.splitlines() if (line := " ".join(part.split())))


def rows_of(cells: list[list[str]]) -> tuple[Row, ...]:
    """Return rows as a source gives them: with their numbers, the empty ones left out."""
    clean = [tuple(clean_cell(cell) for cell in row) for row in cells]
    return tuple(Row("ds", "", n, row) for n, row in enumerate(clean, 1) if any(row))


def read(rows: tuple[Row, ...], small: Loaded) -> Understood:
    """Understand some rows."""
    return understand([Source("ds", rows)], Walk(Lexicon(small.reference)))


def holds(found: Understood) -> None:
    """Check the three numbers, and the letters; a column without a title stops by itself."""
    sums = balance(found.rows, found.units)
    assert sums.rows == len({row.key for row in found.rows})
    assert sums.pieces == sums.results + sums.refused + sums.named
    assert {unit.row.key for unit in found.units} == {row.key for row in found.rows}
    assert all((unit.entry is not None) == (unit.fate == "result") for unit in found.units)
    assert {id(unit.entry) for unit in found.units if unit.entry} == set(map(id, found.entries))
    if not any(fault.code == "NHAP-012" for fault in found.faults):
        assert imbalance(found.rows, found.units) == ()


@settings(max_examples=1500)
@given(cells=LISTS)
def test_nothing_is_lost(cells: list[list[str]], small: Loaded) -> None:
    """Whatever rows there are, each is a recipient, refused or named, with all its letters."""
    holds(read(rows_of(cells), small))


@settings(max_examples=60)
@given(cells=LISTS)
def test_nothing_is_lost_in_files(
    cells: list[list[str]], small: Loaded, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The same through real files: Excel, Word, CSV."""
    folder = tmp_path_factory.mktemp("ds")
    file = io.StringIO()
    csv.writer(file).writerows(cells)
    sources = [
        read_source(to_xlsx(folder / "ds.xlsx", cells)),
        read_source(to_docx(folder / "ds.docx", cells)),
        read_text("ds.csv", file.getvalue().encode()),
    ]
    written = letters(nfc("".join(cell for row in cells for cell in row)))
    for source in sources:
        assert [fault.code for fault in source.faults] in ([], ["NHAP-002"])
        assert letters("".join(row.text for row in source.rows)) == written
        holds(understand([source], Walk(Lexicon(small.reference))))


@settings(max_examples=300)
@given(names=st.lists(st.tuples(NAMES, CELLS), min_size=1, max_size=8))
def test_names_under_a_header_all_come_out(names: list[tuple[str, str]], small: Loaded) -> None:
    """In a table with its header each name is in a recipient, or its row is refused or named."""
    table = [["STT", "Họ và tên", "Thành tích"]]
    table += [[str(n), name, note] for n, (name, note) in enumerate(names, 1)]
    found = read(rows_of(table), small)
    fates = {unit.row.number: unit.fate for unit in found.units}
    assert set(fates) == set(range(1, len(names) + 2))
    assert not any(fate == "refused" and names[n - 2][0] != "Êđê" for n, fate in fates.items())


LIST = [["STT", "Họ và tên", "Chức vụ"], ["1", "Ông Nông Văn Thử", "Giáo viên"],
        ["2", "Bà Bàn Thị Mẫu", "Kế toán"]]  # fmt: skip


def test_program_that_loses_a_row_stops(
    proposed: Callable[..., Proposal], xlsx: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were a row passed over, the import itself would say so and write nothing."""
    monkeypatch.setattr(Walk, "item", lambda self, row, text, entry, why="": None)
    found = proposed(xlsx(LIST), accept_count=True)
    assert {fault.code for fault in found.faults} >= {"NHAP-013"}
    monkeypatch.undo()
    read_row = tabular.read_row
    monkeypatch.setattr(
        "generator.importer.understand.read_row",
        lambda walk, line, layout: line.row.number == 3 or read_row(walk, line, layout),
    )
    found = proposed(xlsx(LIST))
    assert [str(fault).split(":")[1:3] for fault in found.faults] == [["3", " NHAP-001"]]
    assert found.decision is None


def test_program_that_loses_a_word_stops(
    proposed: Callable[..., Proposal], xlsx: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were a part of a name dropped, the same."""
    monkeypatch.setattr(
        "generator.importer.entries.pieces_of", lambda text, kind: (Piece("name", text[:-1]),)
    )
    found = proposed(xlsx(LIST))
    assert {fault.code for fault in found.faults} == {"NHAP-001"}
    assert found.decision is None
