"""What LibreOffice makes of the files for Excel: every row, every letter, no formula.

Run by `make test-all`; without LibreOffice these tests fail, they are never passed over.
"""

import csv
import os
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from generator.spreadsheet import original
from tests.recount import Raw
from tests.site.kit import PROVINCE

pytestmark = pytest.mark.libreoffice
# Comma, quote, UTF-8, from the first line; the last number is the sheet.
AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1"
FROM_CSV = "--infilter=Text - txt - csv (StarCalc):44,34,76,1"


def converted(path: Path, form: str, folder: Path, *options: str) -> Path:
    """Let LibreOffice open a file and save it in another form."""
    names = (os.environ.get("SOFFICE"), "soffice", "libreoffice")
    found = next((name for name in names if name and shutil.which(name)), None)
    assert found, "no LibreOffice: run `sh tests/libreoffice.sh`"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [found, profile, "--headless", *options, "--convert-to", form]
    done = subprocess.run(
        [*command, "--outdir", str(folder / "made"), str(path)],
        capture_output=True, text=True, timeout=240,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    [made] = (folder / "made").glob(f"{path.stem}*.{form.partition(':')[0]}")
    return made


def published(data: Path) -> list[dict[str, str]]:
    """Return the rows of the published CSV, as any reader of CSV has them."""
    with (data / "vinh-danh.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_csv_opens_right(province: Path, tmp_path: Path) -> None:
    """Letters with their marks, every row and column, formulas as text."""
    data = province / "du-lieu"
    book = openpyxl.load_workbook(converted(data / "vinh-danh.csv", "xlsx", tmp_path, FROM_CSV))
    head, *rows = book.worksheets[0].values
    wanted = published(data)
    assert head == tuple(wanted[0])
    assert len(rows) == len(wanted) == len(Raw(PROVINCE).honours)
    assert [row[1] for row in rows] == [row["tên"] for row in wanted]
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f"] == []


@pytest.mark.parametrize("year", [2019, 2025])
def test_the_workbook_opens_right(year: int, province: Path, tmp_path: Path) -> None:
    """The rows of the year, with the names as they are."""
    data = province / "du-lieu"
    made = converted(data / f"vinh-danh-{year}.xlsx", AS_CSV, tmp_path)
    with made.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    wanted = [row for row in published(data) if f"/vinh-danh/{year}/" in row["địa chỉ"]]
    assert len(rows) == sum(h["year"] == year for h in Raw(PROVINCE).honours)
    assert [row["tên"] for row in rows] == [original(row["tên"]) for row in wanted]
    assert [row["tình trạng"] for row in rows] == [row["tình trạng"] for row in wanted]
