"""Any text goes through every format of the register as data and comes back as it was."""

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.exports import About, DataFile, columnar, database, sheets, texts
from generator.exports.changes import as_release, in_release, marks, text
from generator.exports.columns import DECISIONS, HONOURS, TABLES, Column, meant
from generator.exports.rows import PARTS, as_csv, as_lines, part_of, read, texts_in
from generator.records.published import PublishedHonour
from generator.spreadsheet import harmless, original

BASE = "https://thu.example/"
ABOUT = About("Sổ thử", BASE, "Tự do.")
HOSTILE = (
    '=HYPERLINK("https://x.example","bấm")', "+1", "-1", "@a", "'=1+1", "''=1", "＝1", "\t=1",
    'Tên "trong" nháy', "hai\ndòng", "phải\u200fsang trái", "💐🇻🇳", "ư" * 500, "_x000D_",
    " đầu, cuối ", "</script>]]>", "a;b,c|d", "\u2028", "N/A", "NULL", "true", "0123", "1e5",
    "2023-10-17", "'a'",
)  # fmt: skip
# What a record may hold: all but control characters, which `check` refuses.
ANY = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn")) | st.sampled_from("\n\t"), min_size=1
)
FEW = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def honour(number: int, name: str, **more: Any) -> dict[str, Any]:
    """Return a row with a name."""
    decision = f"{BASE}vinh-danh/2024/nguoi-ky/1-qd/"
    return {
        "url": f"{decision}{number}/", "name": name, "recipient_kind": "person", "award": "thu",
        "award_name": "Cờ thử", "counted": False, "posthumous": False, "date": "2024",
        "date_basis": "signed",
        "decision": decision, "decision_label": "Quyết định số 1", "decision_title": "Thử",
        "issuer": "nguoi-ky", "issuer_name": "Người ký", "status": "in_force",
        "illustrative": True, "version": 1, "updated": "2024", **more,
    }  # fmt: skip


def parts(rows: list[dict[str, Any]]) -> dict[str, str]:
    """Return the parts of a volume that has these honours and no decision."""
    made = {part_of(t, form): "" for t in TABLES for form in ("csv", "jsonl")}
    return made | {"vinh-danh.csv": as_csv(HONOURS, rows), "vinh-danh.jsonl": as_lines(rows)}


def from_csv(path: Path) -> Iterator[str]:
    """Yield the names that a file holds."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from (original(row["tên"]) for row in csv.DictReader(file))


def from_lines(path: Path) -> Iterator[str]:
    """Yield the names that a file holds."""
    yield from (json.loads(line)["name"] for line in path.read_bytes().split(b"\n")[:-1])


def from_parquet(path: Path) -> Iterator[str]:
    """Yield the names that a file holds."""
    yield from pyarrow.parquet.read_table(path)["name"].to_pylist()


def from_sqlite(path: Path) -> Iterator[str]:
    """Yield the names that a file holds."""
    file = sqlite3.connect(path)
    yield from (name for (name,) in file.execute("SELECT name FROM vinh_danh ORDER BY rowid"))
    file.close()


def from_excel(path: Path) -> Iterator[str]:
    """Yield the names that a file holds."""
    sheet = openpyxl.load_workbook(path)["Lượt khen"]
    for cell in [row[1] for row in sheet.iter_rows(min_row=2)]:
        assert cell.data_type in ("s", "inlineStr"), "never a formula, a number or a date"
        yield openpyxl.utils.escape.unescape(cell.value)


FORMATS = {
    "csv": (partial(texts.write, partial(texts.words, HONOURS)), from_csv),
    "jsonl": (partial(texts.write, partial(texts.lines, HONOURS)), from_lines),
    "parquet": (partial(columnar.write, HONOURS), from_parquet),
    "sqlite": (database.write, from_sqlite),
    "xlsx": (partial(sheets.write, 2024), from_excel),
}


@pytest.mark.parametrize("form", FORMATS)
@FEW
@example(list(HOSTILE))
@given(st.lists(ANY, max_size=4))
def test_a_name_comes_back(form: str, tmp_path: Path, names: list[str]) -> None:
    """Formulas, quotes, line ends, marks of direction, emoji, long names: the same text."""
    write, names_of = FORMATS[form]
    made = parts([honour(number, name) for number, name in enumerate(names, 1)])
    write(tmp_path / f"x.{form}", lambda part: [made[part]], ABOUT)
    assert list(names_of(tmp_path / f"x.{form}")) == names


@pytest.mark.parametrize("form", FORMATS)
def test_same_rows_same_bytes(form: str, tmp_path: Path) -> None:
    """A file is a function of its rows, however the volumes cut them."""
    rows = [honour(number, name) for number, name in enumerate(HOSTILE, 1)]
    found = []
    for cut in (0, 7):
        made = [parts(rows[:cut]), parts(rows[cut:])]
        path = tmp_path / f"{cut}.{form}"
        FORMATS[form][0](path, lambda part, made=made: [m[part] for m in made], ABOUT)
        found.append(path.read_bytes())
    assert found[0] == found[1]


@given(st.text())
def test_a_formula_is_none_and_comes_back(cell: str) -> None:
    """What a spreadsheet would run gets a mark, and only one mark is taken away again."""
    assert original(harmless(cell)) == cell
    assert not harmless(cell).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_a_full_sheet_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows beyond what a sheet holds stand on another one, none is lost."""
    monkeypatch.setattr(sheets, "SHEET_ROWS", 2)
    made = parts([honour(number, f"Người {number}") for number in range(1, 6)])
    sheets.write(2024, tmp_path / "x.xlsx", lambda part: [made[part]], ABOUT)
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    honours = ["Lượt khen", "Lượt khen 2", "Lượt khen 3"]
    assert book.sheetnames == [*honours, "Quyết định", "Đọc trước"]
    names = [row[1].value for name in honours for row in book[name].iter_rows(min_row=2)]
    assert names == [f"Người {number}" for number in range(1, 6)]


def test_a_text_too_long_for_a_cell_says_so(tmp_path: Path) -> None:
    """Excel holds 32,767 characters; the cell says where the whole text is."""
    made = parts([honour(1, "Lý Thị Thử", achievement="dài " * 10_000)])
    sheets.write(2024, tmp_path / "x.xlsx", lambda part: [made[part]], ABOUT)
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx")["Lượt khen"]
    titles = [cell.value for cell in sheet[1]]
    told = sheet[2][titles.index("thành tích")].value
    assert len(told) == sheets.CELL
    assert told.endswith("xem tệp CSV)")


def test_columns_are_the_published_facts() -> None:
    """Every fact of an honour is a column; headings and names tell columns apart."""
    assert [c.name for c in HONOURS.columns] == [name for name, *_ in meant(PublishedHonour)]
    for table in TABLES:
        for key in ("name", "title"):
            found = [getattr(column, key) for column in table.columns]
            assert len(found) == len(set(found)), table.name
    assert {"stated_person", "listed_household"} <= {c.name for c in DECISIONS.columns}
    assert all(isinstance(column, Column) for column in HONOURS.columns)


def test_gates_see_every_text() -> None:
    """What the gates are given holds every text of the rows, and no pattern runs over two."""
    made = parts([honour(1, "nuôi vi sinh", feat_date="2023-10-17")])
    told = texts_in(made[name] for name in PARTS if name.endswith("jsonl"))
    assert "nuôi vi sinh" in told
    assert "2023-10-17" in told
    from generator.privacy import leaks

    assert list(leaks(told)) == []
    assert [leak.what for leak in leaks("vi sinh 2023-10-17")] == ["ngày sinh đầy đủ"]


def test_changes_since_a_release(tmp_path: Path) -> None:
    """New and other rows are told, the same ones are not; another site address changes nothing."""
    before = [honour(1, "Một"), honour(2, "Hai")]
    now = [honour(1, "Một"), honour(2, "Hai", status="cancelled"), honour(3, "Ba")]
    release = tmp_path / "2024.csv"
    release.write_text("".join(as_release(marks([as_lines(before)], BASE))), "utf-8")
    found = "".join(text(release, BASE, lambda part: [as_lines(now)]))
    told = list(csv.DictReader(io.StringIO(found.removeprefix("\ufeff"), newline="")))
    assert [(row["thay đổi"], row["tên"], row["tình trạng"]) for row in told] == [
        ("đổi", "Hai", "Đã bị hủy bỏ"),
        ("mới", "Ba", "Có hiệu lực"),
    ]
    moved = as_lines(before).replace(BASE, "https://noi-khac.example/so/")
    assert list(marks([moved], "https://noi-khac.example/so/")) == list(
        marks([as_lines(before)], BASE)
    )


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("", 1),
        ("lượt,dấu\n", 1),
        ("2024/a/b/1,0123456789ab\n", 1),
        ("lượt,dấu\n2024/a/b/1,0123456789ab\n2023/a/b/1,0123456789ab\n", 3),
        ("lượt,dấu\n2024/a/b/1,0123456789AB\n", 2),
        ("lượt,dấu\n2024/a/b/1,0123456789ab\n", 2),
        ("lượt,dấu\n2024/a/b/1,0123456789ab\ntổng số 2,0123456789ab\n", 3),
    ],
)
def test_a_release_that_was_touched(content: str, line: int) -> None:
    """A release that is not as it was written is told with its line."""
    with pytest.raises(ValueError, match=f"^{line}$"):
        list(in_release(content.splitlines(keepends=True)))


def test_no_line_of_a_release_goes_unseen() -> None:
    """Whichever line is taken away, twice there or changed, the release is refused."""
    rows = [(f"202{n}/a/b/{n}", f"0123456789a{n}") for n in range(5)]
    lines = list(as_release(rows))
    assert list(in_release(lines)) == rows
    for place, line in enumerate(lines):
        others = lines[:place], lines[place + 1 :]
        for told in ([], [line, line], [line.replace("a", "b", 1)]):
            if told != [line]:
                with pytest.raises(ValueError, match=r"^\d+$"):
                    list(in_release([*others[0], *told, *others[1]]))


def test_lines_are_read_as_written() -> None:
    """A line of JSON Lines ends at a line end and at no other sign that Unicode calls one."""
    rows = [honour(1, "một\u2028hai\u0085ba")]
    assert list(read(as_lines(rows))) == rows
    assert DataFile("x", (), database.write).path == "du-lieu/x"
