"""The command from end to end: import, check, build; questions at a terminal; all or nothing."""

import os
import pty
import re
import select
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

import generator
from generator.importer import save as saving
from generator.importer.answers import Answers
from generator.importer.bring import begin
from generator.importer.compose import Proposal
from generator.importer.report import html

from .conftest import OPTIONS, ROOT, Run, files_of

LIST = [
    ["DANH SÁCH", "", "", "", ""],
    ["STT", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Thành tích"],
    ["I", "Tập thể", "", "", ""],
    [1, "Trường Tiểu học Khe Lụa, xã Hòa Khê", "", "", "Dạy tốt"],
    ["II", "Cá nhân", "", "", ""],
    [1, "Ông Lò Văn Thử", "Giáo viên", "Trường Tiểu học Khe Lụa", "Dạy tốt"],
    [2, "em Bế Thị Nhỏ", "Học sinh lớp 5", "Trường Tiểu học Khe Lụa", "Nhặt được của rơi"],
    ["", "Tổng cộng: 1 tập thể, 2 cá nhân", "", "", ""],
]
COMMAND = Path(sys.executable).with_name("tuyenduong")
WHERE = "data/awards/2024/chu-tich-ubnd-tinh-thanh-son/77-qd-ubnd"
YAML = """\
# yaml-language-server: $schema=../../../.schema/decision.json
id: 77-qd-ubnd
illustrative: true
issuer: chu-tich-ubnd-tinh-thanh-son
symbol: 77/QĐ-UBND
date: 2024-03-01
title: Tặng Bằng khen
stated: {collective: 1, person: 2}
defaults: {award: bang-khen-tinh}
honours:
  - id: 1
    stt: "1"
    kind: collective
    name: Trường Tiểu học Khe Lụa
    place: xa-hoa-khe
    place_text: xã Hòa Khê
    achievement: Dạy tốt
  - id: 2
    stt: "1"
    kind: person
    name: Lò Văn Thử
    role: Giáo viên
    unit: Trường Tiểu học Khe Lụa
    achievement: Dạy tốt
  - id: 3
    stt: "2"
    kind: person
    name: Bế Thị Nhỏ
    role: Học sinh lớp 5
    unit: Trường Tiểu học Khe Lụa
    achievement: Nhặt được của rơi
    child: true
    display: initials
"""


def test_list_becomes_pages(
    xlsx: Callable[..., Path], project: Path, run: Callable[..., Run]
) -> None:
    """A list is imported, checked and built; its honours have pages; the child's name is short."""
    before = files_of(project)
    code, out = run("import", xlsx(LIST), "--root", project, *OPTIONS)
    assert code == 0, out
    report = project / ".tuyenduong/nhap/77-qd-ubnd.html"
    assert files_of(project) - before == {project / f"{WHERE}.yml", report}
    assert (project / f"{WHERE}.yml").read_text("utf-8") == YAML
    assert "8 dòng nguồn = 3 của danh sách + 0 để lại + 5 đề mục" in out
    assert "«em»: coi là trẻ em, chỉ ghi chữ đầu của tên" in report.read_text("utf-8")
    assert "Bế Thị Nhỏ" not in out + report.read_text("utf-8")
    assert run("check", "--root", project).code == 0
    assert run("build", "--root", project, "--jobs", 1).code == 0
    site = project / "site/vinh-danh/2024/chu-tich-ubnd-tinh-thanh-son/77-qd-ubnd"
    assert "Lò Văn Thử" in (site / "2/index.html").read_text("utf-8")
    assert "Bế Thị Nhỏ" not in (site / "3/index.html").read_text("utf-8")


def test_nothing_is_written_twice(
    xlsx: Callable[..., Path], project: Path, run: Callable[..., Run]
) -> None:
    """A decision that is there already stays as it is."""
    path = xlsx(LIST)
    assert run("import", path, "--root", project, *OPTIONS).code == 0
    code, out = run("import", path, "--root", project, *OPTIONS)
    assert code == 1
    assert f"{WHERE}.yml: NHAP-030: quyết định này đã có trong sổ" in out


def test_register_with_faults_comes_first(
    xlsx: Callable[..., Path], project: Path, run: Callable[..., Run]
) -> None:
    """Nothing is imported into a register whose own vocabulary cannot be read."""
    (project / "data/vocabulary/awards.yml").write_text("bang-khen-tinh: [", "utf-8")
    code, out = run("import", xlsx(LIST), "--root", project, *OPTIONS)
    assert code == 1
    assert out.startswith("data/vocabulary/awards.yml:1: YML-001")
    assert not (project / f"{WHERE}.yml").exists()


def test_dry_run_writes_nothing(
    xlsx: Callable[..., Path], project: Path, run: Callable[..., Run]
) -> None:
    """`--dry-run` shows all and writes nothing."""
    before = files_of(project)
    code, out = run("import", xlsx(LIST), "--root", project, *OPTIONS, "--dry-run")
    assert (code, files_of(project)) == (0, before)
    assert "Nhập được; chưa ghi gì" in out


def test_everything_that_is_missing_is_told_at_once(
    xlsx: Callable[..., Path], project: Path, run: Callable[..., Run]
) -> None:
    """Without a terminal each question is a fault that names its option."""
    code, out = run("import", xlsx(LIST), "--root", project)
    assert code == 1
    for option in ("--symbol", "--date", "--issuer", "--title", "--award"):
        assert re.search(rf"NHAP-024: .*; thêm {option}", out), option


def test_several_files_are_one_decision(
    tmp_path: Path, xlsx: Callable[..., Path], project: Path, run: Callable[..., Run]
) -> None:
    """The words of a decision in one file, its list in another."""
    words = tmp_path / "quyet-dinh.txt"
    words.write_text(
        "Số: 77/QĐ-UBND\nThanh Sơn, ngày 01 tháng 3 năm 2024\nQUYẾT ĐỊNH\n"
        "Về việc tặng Bằng khen của Chủ tịch UBND tỉnh\n"
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH THANH SƠN\n"
        "Căn cứ Luật số 06/2022/QH15 ngày 15/6/2022;\n"
        "Xét đề nghị của Trưởng ban tại Tờ trình số 5/TTr-BTĐ ngày 20/02/2024,\n"
        "Điều 1. Tặng Bằng khen cho 1 tập thể và 2 cá nhân (có danh sách kèm theo).\n",
        "utf-8",
    )
    code, out = run("import", words, xlsx(LIST), "--root", project, "--illustrative", "--yes")
    assert code == 0, out
    text = (project / f"{WHERE}.yml").read_text("utf-8")
    assert "title: Tặng Bằng khen của Chủ tịch UBND tỉnh\n" in text
    assert "stated: {collective: 1, person: 2}\ndefaults: {award: bang-khen-tinh}\n" in text


def test_counts_that_differ_stop(
    xlsx: Callable[..., Path], project: Path, run: Callable[..., Run]
) -> None:
    """A stated number that is not the list's stops the import until it is accepted."""
    rows = [*LIST[:-1], ["", "Tổng cộng: 1 tập thể, 3 cá nhân", "", "", ""]]
    code, out = run("import", xlsx(rows), "--root", project, *OPTIONS)
    assert code == 1
    assert "«Danh sách»:8: NHAP-023: nguồn ghi 3 cá nhân, đọc được 2" in out
    bare = [*LIST[:-1], ["", "Cộng", "", "", 4]]
    out = run("import", xlsx(bare), "--root", project, *OPTIONS).out
    assert "«Danh sách»:8: NHAP-023: nguồn ghi 4 dòng, đọc được 3" in out
    assert run("import", xlsx(rows), "--root", project, *OPTIONS, "--accept-count").code == 0
    text = (project / f"{WHERE}.yml").read_text("utf-8")
    assert "stated: {collective: 1, person: 3}\nlisted: partial\n" in text


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("TỜ TRÌNH về việc khen thưởng", "NHAP-021"),
        ("Số: 15/TTr-SNV", "NHAP-021"),
        ("DỰ THẢO QUYẾT ĐỊNH", "NHAP-021"),
        ("DANH SÁCH đề nghị tặng Bằng khen", "NHAP-021"),
        ("Thông báo lấy ý kiến nhân dân", "NHAP-021"),
        ("Số:       /QĐ-UBND", "NHAP-021"),
        ("Thanh Sơn, ngày ... tháng ... năm 2024", "NHAP-021"),
    ],
)
def test_what_is_no_decision(
    title: str, code: str, xlsx: Callable[..., Path], proposed: Callable[..., Proposal]
) -> None:
    """Proposals, drafts and notices are never taken for a decision, whatever the clerk says."""
    found = proposed(xlsx([[title], *LIST]), accept_count=True, leave_out=True)
    assert [fault.code for fault in found.faults] == [code]
    assert found.decision is None


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--date=32/13/2024"], "NHAP-031: --date «32/13/2024» không phải ngày hợp lệ"),
        (["--issuer=khong-co"], "TC-001 issuer: không có"),
        (["--award=khong-co"], "TC-001 honours.1.award: không có"),
        (["--kind=nguoi"], "giá trị của"),
        (["--movement=khong-co"], "TC-001 movement: không có"),
    ],
)
def test_option_that_cannot_be(
    options: list[str],
    words: str,
    xlsx: Callable[..., Path],
    project: Path,
    run: Callable[..., Run],
) -> None:
    """A wrong value is told; nothing is written."""
    before = files_of(project)
    code, out = run("import", xlsx(LIST), "--root", project, *OPTIONS, *options)
    assert code in (1, 2)
    assert words in out
    assert files_of(project) == before


@pytest.mark.parametrize(
    "ground",
    [
        "Xét đề nghị của Trưởng ban tại Tờ trình số 5/TTr-BTĐ ngày 20/02/2024,",
        "Theo đề nghị khen thưởng của Sở Nội vụ,",
        "Tờ trình số 5/TTr-BTĐ ngày 20/02/2024 của Ban Thi đua;",
    ],
)
def test_grounds_of_a_decision_make_no_proposal(
    ground: str, xlsx: Callable[..., Path], proposed: Callable[..., Proposal]
) -> None:
    """A decision names the proposal it was made on; that makes it none."""
    found = proposed(xlsx([["QUYẾT ĐỊNH"], [ground], *LIST]))
    assert found.faults == ()
    assert found.facts["date"] == "2024-03-01"


def test_award_that_the_register_does_not_know(
    xlsx: Callable[..., Path], proposed: Callable[..., Proposal]
) -> None:
    """A cell's award is looked up by its whole name; a near one is told, not taken."""
    rows = [["Họ và tên", "Danh hiệu"], ["Ông Nông Văn Thử", "Bằng ghi nhận"]]
    assert [str(fault) for fault in proposed(xlsx(rows)).faults] == [
        "ds.xlsx «Danh sách»:2: NHAP-014: danh hiệu, hình thức «Bằng ghi nhận» không có trong danh "
        "mục; sửa cho đúng tên trong data/vocabulary/awards.yml, hoặc thêm vào đó"
    ]


def test_disk_that_refuses_leaves_nothing(
    xlsx: Callable[..., Path],
    project: Path,
    run: Callable[..., Run],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """If the last file cannot be put in its place, those before it go too, and their folders."""
    many = [*LIST[:2], *([n, f"Ông Nông Văn {chr(64 + n)}"] for n in range(1, 26))]
    before, folders = files_of(project), set(project.rglob("*"))
    link, calls = os.link, []

    def full(one: Path, other: Path) -> None:
        calls.append(other)
        if other.suffix == ".yml":
            raise OSError(28, "full", str(other))
        link(one, other)

    monkeypatch.setattr(saving.os, "link", full)
    code, out = run("import", xlsx(many), "--root", project, *OPTIONS)
    assert code == 1
    assert "đĩa đã đầy" in out
    assert [path.suffix for path in calls] == [".csv", ".html", ".yml"]
    assert files_of(project) == before
    assert set(project.rglob("*")) == folders


def test_pasted_text(project: Path, tmp_path: Path) -> None:
    """A dash reads what is pasted: rows of Excel come as text with tabs."""
    rows = "\n".join("\t".join(map(str, cells)) for cells in LIST)
    done = subprocess.run(
        [COMMAND, "import", "-", "--root", project, *OPTIONS],
        input=rows.encode(),
        capture_output=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stdout.decode()
    assert (project / f"{WHERE}.yml").read_text("utf-8") == YAML


def at_terminal(command: Sequence[object], answers: Mapping[str, str]) -> tuple[int, str]:
    """Run a command at a terminal, answer each question that is asked; return code and output."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [COMMAND, *map(str, command)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "COLUMNS": "200", "TERM": "dumb"},
    )
    os.close(theirs)
    told = seen = ""
    for question, answer in answers.items():
        while question not in seen or not seen.rstrip().endswith((":", ")")):
            assert select.select([ours], [], [], 60)[0], told + seen
            seen += os.read(ours, 4096).decode("utf-8", "replace")
        os.write(ours, f"{answer}\n".encode())
        told, seen = told + seen, ""
    try:
        while piece := os.read(ours, 4096):
            told += piece.decode("utf-8", "replace")
    except OSError:
        pass  # the terminal closes with the program
    return process.wait(), told


def test_questions_at_a_terminal(xlsx: Callable[..., Path], project: Path) -> None:
    """What is missing is asked in turn, choices by number; then the clerk agrees."""
    answers = {
        "số, ký hiệu của quyết định": "77/QĐ-UBND", "ngày của quyết định": "1/3/2024",
        "cơ quan quyết định": "2", "không thấy trích yếu": "Tặng Bằng khen",
        "dòng được tặng": "1", "Ghi vào sổ?": "có",
    }  # fmt: skip
    command = ["import", xlsx(LIST), "--root", project, "--illustrative"]
    code, told = at_terminal(command, answers)
    assert code == 0, told
    assert (project / f"{WHERE}.yml").read_text("utf-8") == YAML


def test_columns_are_asked_about_at_a_terminal(xlsx: Callable[..., Path], project: Path) -> None:
    """Each column that may not be read is named, and left out if the clerk agrees; or all stops."""
    titles = ("Năm sinh", "Số CCCD")
    rows = [
        [*cells, *(titles if n == 1 else (1979, "006079001234"))] for n, cells in enumerate(LIST)
    ]
    command = ["import", xlsx(rows), "--root", project, *OPTIONS]
    before = files_of(project)
    code, told = at_terminal(command, {"cột F «Năm sinh»": "không"})
    assert code == 130
    assert files_of(project) == before
    code, told = at_terminal(command, {"cột F «Năm sinh»": "có", "cột G «Số CCCD»": "có"})
    assert code == 0, told
    assert "006079001234" not in told
    assert (project / f"{WHERE}.yml").read_text("utf-8") == YAML


def test_nothing_is_written_unasked(
    xlsx: Callable[..., Path], project: Path, run: Callable[..., Run]
) -> None:
    """Where nobody can be asked, only `--yes` lets it be written; it answers nothing else."""
    before = files_of(project)
    options = [option for option in OPTIONS if option != "--yes"]
    code, out = run("import", xlsx(LIST), "--root", project, *options)
    assert code == 1
    assert "chưa ghi gì; thêm --yes để ghi" in out
    untold = [option for option in OPTIONS if not option.startswith("--date")]
    code, out = run("import", xlsx(LIST), "--root", project, *untold)
    assert code == 1
    assert "NHAP-024: không thấy ngày của quyết định; thêm --date" in out
    assert files_of(project) == before


def test_report_stands_side_by_side(xlsx: Callable[..., Path], province: Path) -> None:
    """Each row of the source is in the report beside what became of it."""
    whole = begin(province, [xlsx(LIST)], None)
    report = whole.report(whole.proposed(Answers()))
    assert [(line.source, line.fate) for line in report.lines][2:4] == [
        ("I Tập thể", "đề mục, lời dẫn"),
        ("1 Trường Tiểu học Khe Lụa, xã Hòa Khê Dạy tốt", "lượt khen"),
    ]
    assert report.lines[3].result == ("tập thể: Trường Tiểu học Khe Lụa · xã Hòa Khê · Dạy tốt")
    assert report.lines[5].changes[0] == "bỏ cách xưng hô «Ông»"


def test_hostile_names_are_letters_in_the_report(xlsx: Callable[..., Path], province: Path) -> None:
    """Whatever a cell holds, the report shows it and never runs it."""
    whole = begin(
        province, [xlsx([*LIST[:2], [1, "Ông <script>alert(1)</script> {{ 7*7 }}"]])], None
    )
    page = html(whole.report(whole.proposed(Answers(kind="person"))), "<b>.xlsx")
    assert "<script" not in page
    assert "&#60;script&#62;alert(1)" in page
    assert "<b>" not in page


def test_every_code_is_shown_and_explained() -> None:
    """Each fault of the import is in a test, and in the clerk's guide."""
    sources = "".join(
        path.read_text("utf-8") for path in (Path(generator.__file__).parent).rglob("*.py")
    )
    used = set(re.findall(r"NHAP-\d{3}", sources))
    tests = "".join(path.read_text("utf-8") for path in Path(__file__).parent.rglob("*.*")
                    if path.suffix in (".py", ".csv"))  # fmt: skip
    guide = set(re.findall(r"^\| (NHAP-\d{3}) \|", (ROOT / "data/README.md").read_text("utf-8"),
                           re.MULTILINE))  # fmt: skip
    assert used == set(re.findall(r"NHAP-\d{3}", tests))
    assert used == guide
