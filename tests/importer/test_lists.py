"""Lists as they were really published, as text, Excel and Word: each gives what a reader sees.

`lists/` keeps their layouts: the names are those of public bodies, persons and frame sentences are
our own.
"""

import csv
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.importer.answers import Answers
from generator.importer.bring import Import
from generator.importer.ledger import imbalance
from generator.importer.report import Report
from generator.importer.sources import read_source
from generator.load import Loaded

HERE = Path(__file__).parent / "lists"
CASES = list(csv.DictReader((HERE / "expected.csv").read_text("utf-8").splitlines()))
KNOWN = {"title": "Khen thưởng"}  # nothing else is told that the source does not tell
ASKED = {"NHAP-024"}


def rows_of(path: Path) -> list[list[str]]:
    """Return a list's rows: those of a CSV, or the lines of a text."""
    text = path.read_text("utf-8")
    if path.suffix == ".csv":
        return list(csv.reader(text.splitlines()))
    return [[line] for line in text.splitlines() if line.strip()]


@pytest.fixture(params=["as it is", "xlsx", "docx"])
def made(
    request: pytest.FixtureRequest, xlsx: Callable[..., Path], word: Callable[..., Path]
) -> Callable[[Path], Path]:
    """A function that gives a list in one of three forms."""
    forms = {"as it is": lambda path: path, "xlsx": lambda path: xlsx(rows_of(path)),
             "docx": lambda path: word(rows_of(path))}  # fmt: skip
    return forms[request.param]


@pytest.mark.parametrize("case", CASES, ids=[case["file"] for case in CASES])
def test_list_gives_what_a_reader_sees(
    case: dict[str, str], made: Callable[[Path], Path], real: Loaded, tmp_path: Path
) -> None:
    """Recipients by kind, what is left out, what stops the import, what must be told."""
    whole = Import(tmp_path, (read_source(made(HERE / case["file"])),), real)
    proposal = whole.proposed(Answers(**KNOWN))
    found = proposal.understood
    kinds = Counter(entry.kind for entry in found.entries)
    expected = {"collective": "collectives", "person": "persons", "household": "households"}
    assert {kind: kinds[kind] for kind in expected} == {
        kind: int(case[column]) for kind, column in expected.items()
    }
    report = whole.report(proposal)
    codes = {f.code for f in proposal.faults} | {q.code for q in proposal.questions}
    assert codes - ASKED == set(case["codes"].split())
    assert proposal.balance.refused == int(case["left"])
    assert case["told"] in told(report)
    assert imbalance(found.rows, found.units) == ()


def told(report: Report) -> str:
    """Return all the sentences of a report."""
    return "\n".join((*report.faults, *report.remarks))


def entries(name: str, real: Loaded, tmp_path: Path) -> list[dict[str, object]]:
    """Return the rows that a list would give."""
    proposal = Import(tmp_path, (read_source(HERE / name),), real).proposed(Answers(**KNOWN))
    return list(proposal.whole)


def test_award_of_a_heading(real: Loaded, tmp_path: Path) -> None:
    """The award and the class stand in the heading, once with a capital letter, once without."""
    found = Counter((r["award"], r.get("class", "")) for r in entries(
        "award-in-heading.txt", real, tmp_path))  # fmt: skip
    assert found == {
        ("huan-chuong-lao-dong", "Ba"): 2,
        ("huan-chuong-doc-lap", "Nhất"): 1,
        ("anh-hung-lao-dong", ""): 3,
    }


def test_one_cell_a_line(real: Loaded, tmp_path: Path) -> None:
    """A table copied cell by cell has its columns again."""
    first = entries("table-one-cell-a-line.txt", real, tmp_path)[0]
    assert first == {
        "id": 1, "stt": "1", "award": "nghe-nhan-nhan-dan", "kind": "person", "name": "Hoàng Hóa",
        "place_text": "Phố Đầu Cầu, thị trấn Phủ Thông, huyện Bạch Thông, tỉnh Bắc Kạn",
        "place": "thi-tran-phu-thong",
    }  # fmt: skip


def test_last_and_splits(real: Loaded, tmp_path: Path) -> None:
    """The last "và" parts two collectives; the one inside a name does not."""
    names = [row["name"] for row in entries("comma-and-va.txt", real, tmp_path)]
    assert names[2:] == [
        "Sở Giáo dục và Đào tạo tỉnh Nghệ An", "Sở Tư pháp tỉnh Nghệ An", "Báo Nghệ An",
    ]  # fmt: skip


def test_later_name_is_a_note(real: Loaded, tmp_path: Path) -> None:
    """What a unit is called now stands beside its name, not in it."""
    rows = entries("nay-la-brackets.txt", real, tmp_path)
    assert [row["name"] for row in rows if "note" in row] == [
        "Phòng Văn hóa và Thông tin quận Đống Đa", "Phòng Văn hóa và Thông tin huyện Ba Vì",
    ]  # fmt: skip
    assert rows[0]["unit"] == "Đài Phát thanh và Truyền hình Hà Nội"


def test_name_and_post_in_one_cell(real: Loaded, tmp_path: Path) -> None:
    """Comma and dash part name and post; a rank stands before the post."""
    people = [r for r in entries("section-rows.csv", real, tmp_path) if r["kind"] == "person"]
    assert [(r["name"], r["role"], r.get("unit", "")) for r in people] == [
        ("Trần Văn Thử", "Phó Giám đốc", "Sở Tư pháp tỉnh Quảng Bình"),
        ("Lê Văn Mẫu", "Đại tá, Chính ủy", "Bộ đội Biên phòng tỉnh Quảng Bình"),
        ("Đặng Đại Thử", "Bí thư", "Tỉnh đoàn tỉnh Quảng Bình"),
        ("Nguyễn Văn Mẫu", "Phó Chủ tịch", "UBND thị xã Ba Đồn"),
    ]


def test_facts_of_a_letter_spaced_page(real: Loaded, tmp_path: Path) -> None:
    """Who decides, number, date and counts are read of a page with letter-spaced headings."""
    source = read_source(HERE / "letter-spaced.txt")
    facts = Import(tmp_path, (source,), real).proposed(Answers(**KNOWN)).facts
    assert facts["issuer"] == "thu-tuong-chinh-phu"
    assert facts["symbol"] == "263/QĐ-TTg"
    assert facts["date"] == "2011-02-22"
    assert facts["stated"] == {"collective": 23, "household": 5}
