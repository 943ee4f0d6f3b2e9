"""The office's own form: what is filled in as it asks imports without a question."""

import datetime
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from generator.importer.form import COLUMNS, FACTS, GUIDE, LIST, TERMS

from .conftest import Run

HEAD = len(FACTS) + 2
PEOPLE = [
    (1, "Tập thể", "Trường Tiểu học Khe Lụa", "", "", "xã Hòa Khê, huyện Vân Lũng, tỉnh Thanh Sơn"),
    (2, "Cá nhân", "Lò Văn Thử", "Giáo viên", "Trường Tiểu học Khe Lụa", ""),
    (3, "Hộ gia đình", "Gia đình bà Vàng Thị Mẫu", "", "", "huyện Vân Lũng, tỉnh Thanh Sơn"),
]
AWARD = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"
VALUES = [
    "77/QĐ-UBND", datetime.date(2024, 3, 1), "Chủ tịch UBND tỉnh Thanh Sơn", "Tặng Bằng khen",
    "Làm đường", "Khen thưởng phong trào thi đua, chuyên đề", 1, 1, 1,
]  # fmt: skip


@pytest.fixture
def blank(project: Path, run: Callable[..., Run], tmp_path: Path) -> Path:
    """The form as the command makes it."""
    path = tmp_path / "mau.xlsx"
    assert run("template", path, "--root", project) == (
        0, f"Đã tạo {path}. Điền xong thì chạy: tuyenduong import {path}\n",
    )  # fmt: skip
    return path


def filled(path: Path) -> Path:
    """Fill in the form as an office would."""
    book = openpyxl.load_workbook(path)
    sheet = book[LIST]
    for row, value in enumerate(VALUES, 1):
        sheet.cell(row, 2, value)
    for row, cells in enumerate(PEOPLE, HEAD + 1):
        for column, value in enumerate((*cells, AWARD), 1):
            sheet.cell(row, column, value or None)
    book.save(path)
    return path


def test_filled_form_imports_without_a_question(
    blank: Path, project: Path, run: Callable[..., Run]
) -> None:
    """Everything that a decision needs is in the form; the register takes it."""
    code, out = run("import", filled(blank), "--root", project, "--illustrative", "--yes")
    assert code == 0, out
    path = project / "data/awards/2024/chu-tich-ubnd-tinh-thanh-son/77-qd-ubnd.yml"
    assert path.read_text("utf-8") == (
        "# yaml-language-server: $schema=../../../.schema/decision.json\n"
        "id: 77-qd-ubnd\n"
        "illustrative: true\n"
        "issuer: chu-tich-ubnd-tinh-thanh-son\n"
        "symbol: 77/QĐ-UBND\n"
        "date: 2024-03-01\n"
        "title: Tặng Bằng khen\n"
        "commendation: chuyen-de\n"
        "occasion: Làm đường\n"
        "stated: {collective: 1, person: 1, household: 1}\n"
        "defaults: {award: bang-khen-tinh}\n"
        "honours:\n"
        "  - id: 1\n"
        '    stt: "1"\n'
        "    kind: collective\n"
        "    name: Trường Tiểu học Khe Lụa\n"
        "    place: xa-hoa-khe\n"
        '    place_text: "xã Hòa Khê, huyện Vân Lũng, tỉnh Thanh Sơn"\n'
        "  - id: 2\n"
        '    stt: "2"\n'
        "    kind: person\n"
        "    name: Lò Văn Thử\n"
        "    role: Giáo viên\n"
        "    unit: Trường Tiểu học Khe Lụa\n"
        "  - id: 3\n"
        '    stt: "3"\n'
        "    kind: household\n"
        "    name: Gia đình bà Vàng Thị Mẫu\n"
        "    place: huyen-van-lung\n"
        '    place_text: "huyện Vân Lũng, tỉnh Thanh Sơn"\n'
    )
    assert run("check", "--root", project).code == 0


def test_form_offers_what_the_register_knows(blank: Path) -> None:
    """Awards, places and offices are drop-downs; dates and numbers are checked; help is there."""
    book = openpyxl.load_workbook(blank)
    assert book.sheetnames == [LIST, GUIDE, TERMS]
    rules = book[LIST].data_validations.dataValidation
    lists = {str(rule.sqref): rule.formula1 for rule in rules if rule.type == "list"}
    columns = {title: chr(65 + place) for place, (title, _, _) in enumerate(COLUMNS)}
    awards = columns["Danh hiệu, hình thức khen thưởng"]
    area = lists[f"{awards}{HEAD + 1}:{awards}{HEAD + 500}"].split("!")[1].replace("$", "")
    offered = {cell.value for (cell,) in book[TERMS][area]}
    assert {AWARD, "Thư khen"} <= offered
    assert {rule.type for rule in rules} >= {"list", "date", "whole"}
    assert book[TERMS].sheet_state == "hidden"
    assert "số căn cước" in str(book[GUIDE]["A5"].value)


def test_same_register_gives_the_same_form(
    blank: Path, project: Path, run: Callable[..., Run], tmp_path: Path
) -> None:
    """No clock is in the form, and no file is written over."""
    again = tmp_path / "lan-hai.xlsx"
    run("template", again, "--root", project)
    assert again.read_bytes() == blank.read_bytes()
    code, out = run("template", again, "--root", project)
    assert (code, "đã có; chọn tên khác" in out) == (1, True)


def test_blank_form_is_no_list(blank: Path, project: Path, run: Callable[..., Run]) -> None:
    """A form that nobody filled in says so."""
    code, out = run("import", blank, "--root", project)
    assert code == 1
    assert "NHAP-013: không thấy danh sách nào" in out
