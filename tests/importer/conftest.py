"""What the tests of the import share: files of every form, made of rows; the command itself."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import docx
import pytest
import xlsxwriter

from generator.cli import main
from generator.importer.answers import Answers
from generator.importer.bring import Import
from generator.importer.compose import Proposal
from generator.importer.sources import read_source
from generator.load import Loaded, load_reference

ROOT = Path(__file__).parents[2]
SAID = {
    "issuer": "chu-tich-ubnd-tinh-thanh-son",
    "symbol": "77/QĐ-UBND",
    "date": "01/03/2024",
    "title": "Tặng Bằng khen",
    "award": "bang-khen-tinh",
}
OPTIONS = [f"--{name}={value}" for name, value in SAID.items()] + ["--illustrative", "--yes"]

Rows = Sequence[Sequence[object]]


class Run(NamedTuple):
    """What a run of the command gave."""

    code: int
    out: str


@pytest.fixture(scope="session")
def real() -> Loaded:
    """The real register's vocabulary, places and recipients."""
    return load_reference(ROOT)


@pytest.fixture(scope="session")
def small(province: Path) -> Loaded:
    """The invented province's."""
    return load_reference(province)


@pytest.fixture
def project(copy_of_province: Path, province: Path) -> Path:
    """A copy of the province that lists are imported into."""
    text = (province / "mkdocs.yml").read_text("utf-8").replace("../../", f"{ROOT}/")
    (copy_of_province / "mkdocs.yml").write_text(text, "utf-8")
    return copy_of_province


@pytest.fixture
def proposed(small: Loaded, province: Path) -> Callable[..., Proposal]:
    """A function that says what an import of a file would write."""

    def propose(path: Path, **said: object) -> Proposal:
        answers = Answers(**({"illustrative": True, **SAID} | said))  # type: ignore[arg-type]
        return Import(province, (read_source(path),), small).proposed(answers)

    return propose


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Callable[..., Run]:
    """A function that runs `tuyenduong` and returns its exit code and all that it printed."""

    def command(*words: object) -> Run:
        monkeypatch.setattr(sys, "argv", ["tuyenduong", *map(str, words)])
        capfd.readouterr()
        try:
            main()
            code = 0
        except SystemExit as stop:
            code = int(stop.code or 0)
        return Run(code, "".join(capfd.readouterr()))

    return command


def to_xlsx(path: Path, rows: Rows, merges: Sequence[str] = ()) -> Path:
    """Write rows as an Excel file; a merged range ("A1:C1") keeps the text of its first cell."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("Danh sách")
        for number, cells in enumerate(rows):
            sheet.write_row(number, 0, ["" if cell is None else cell for cell in cells])
        for area in merges:
            column, row = ord(area[0]) - 65, int(area[1 : area.index(":")]) - 1
            sheet.merge_range(area, rows[row][column])
    return path


def to_docx(path: Path, rows: Rows) -> Path:
    """Write rows as a Word file: one cell alone is a paragraph, more are rows of a table."""
    document = docx.Document()
    if any(len(cells) > 1 for cells in rows):
        table = document.add_table(0, max(map(len, rows)))
        for cells in rows:
            for cell, text in zip(table.add_row().cells, cells, strict=False):
                cell.text = str(text)
    else:
        for cells in rows:
            document.add_paragraph(str(cells[0]))
    document.save(path)
    return path


@pytest.fixture
def xlsx(tmp_path: Path) -> Callable[..., Path]:
    """A function that writes rows as an Excel file."""
    return lambda rows, merges=(), name="ds.xlsx": to_xlsx(tmp_path / name, rows, merges)


@pytest.fixture
def word(tmp_path: Path) -> Callable[..., Path]:
    """A function that writes rows as a Word file."""
    return lambda rows, name="ds.docx": to_docx(tmp_path / name, rows)


def left_behind(project: Path, before: set[Path]) -> set[Path]:
    """Return the files of a project that were not there before."""
    return files_of(project) - before


def files_of(project: Path) -> set[Path]:
    """Return all files of a project."""
    return {path for path in project.rglob("*") if path.is_file()}
