"""Releases as an office makes them: by the command, then a build that tells what changed since."""

import csv
import json
from pathlib import Path

from generator.build import build
from tests.site.kit import Silent
from tests.site.test_clerk import clerk

RELEASE = "data/releases/2026-11-01.csv"
DECISION = "data/awards/2025/chu-tich-ubnd-tinh-thanh-son/55-qd-ubnd.yml"


def edit(project: Path, file: str, old: str, new: str) -> None:
    """Change a file's words."""
    text = (project / file).read_text("utf-8")
    assert old in text
    (project / file).write_text(text.replace(old, new, 1), "utf-8")


def test_a_release_and_what_changed_since(project):
    """A release tells how much is new; without a change there is none; then the changed rows."""
    done = clerk(project, "release", "--yes")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "41 lượt khen, 38 mới, 1 có thay đổi (so với đợt 2019-12-31)" in done.stdout
    head, *lines, end = (project / RELEASE).read_text("utf-8").splitlines()
    assert (head, len(lines), end.partition(",")[0]) == ("lượt,dấu", 41, "tổng số 41")

    again = clerk(project, "release", "--yes")
    assert again.returncode == 1
    assert "đã có đợt công bố 2026-11-01" in again.stderr
    edit(project, "data/site.yml", "as_of: 2026-11-01", "as_of: 2026-11-15")
    same = clerk(project, "release", "--yes")
    assert same.returncode == 1
    assert "không có gì thay đổi từ đợt 2026-11-01" in same.stderr

    edit(project, DECISION, "title: ", "title: Về việc ")
    build(project, project / "site", Silent())
    data = project / "site" / "du-lieu"
    with (data / "thay-doi/2026-11-01.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    assert {row["thay đổi"] for row in rows} == {"đổi"}
    assert {row["địa chỉ của quyết định"].split("/")[-2] for row in rows} == {"55-qd-ubnd"}
    package = json.loads((data / "datapackage.json").read_text("utf-8"))
    assert package["version"] == "2026-11-15"
    assert "Từ đợt 01/11/2026 (CSV)" in (data / "index.html").read_text("utf-8")


def test_what_was_released_does_not_vanish(project):
    """A decision that is gone is told with its release, its line and the cure; nothing is built."""
    assert clerk(project, "release", "--yes").returncode == 0
    (project / DECISION).unlink()
    done = clerk(project, "check")
    assert done.returncode == 1
    told = [
        line for line in done.stderr.splitlines() + done.stdout.splitlines() if "DP-001" in line
    ]
    assert told
    assert all(line.startswith(f"{RELEASE}:") and "tuyenduong revoke" in line for line in told)
    assert clerk(project, "release", "--yes").returncode == 1


def test_nobody_is_there_to_agree(project):
    """Without a terminal and without --yes nothing is written."""
    done = clerk(project, "release")
    assert done.returncode == 1
    assert "chưa ghi gì; thêm --yes để ghi" in done.stderr
    assert not (project / RELEASE).exists()
