"""What a clerk writes by commands: new records, corrections, revocations; real processes."""

import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator import manifest, yaml_tree
from generator.answers import Question, dialogue
from generator.blank import sample_name
from generator.build import build
from generator.formats.card import is_card
from generator.load import load, load_reference
from generator.new import WRITABLE, drafted
from generator.raw import read_file
from generator.records.forms import form_of
from generator.records.movement import Movement
from generator.records.validation import build as record_of
from generator.records.versions import earlier
from generator.values import UserError
from tests.site.kit import ROOT, Silent
from tests.site.test_commands import BIN, ENGLISH, run

FOLDER = "data/awards/2023/chu-tich-ubnd-tinh-thanh-son"
DECISION = f"{FOLDER}/912-qd-ubnd.yml"
IN_TABLE = "data/awards/2024/chu-tich-ubnd-tinh-thanh-son/37-qd-ubnd.yml"
CANCEL = ("revoke", "--how", "cancelled")
ACT = ("--date", "01/6/2024", "--symbol", "70/QĐ-UBND", "--reason", "Kê khai: không đúng")
WHOLE = ("--set", "issuer=chu tich ubnd tinh thanh son", "--set", "symbol=15/QĐ-UBND",
         "--set", "date=5/3/2026", "--set", "title=Tặng Bằng khen: cho tập thể",
         "--set", "stated.collective=1", "--set", "honours.1.award=bang khen",
         "--set", "honours.1.kind=tập thể", "--set", "honours.1.name=Tổ Một, thôn Hai")  # fmt: skip


def clerk(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command with nobody at the terminal."""
    done = subprocess.run(
        [str(BIN / "tuyenduong"), *arguments], cwd=project, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert not ENGLISH.search(done.stdout + done.stderr), done.stdout + done.stderr
    return done


def typed(project: Path, answers: list[tuple[str, str]], *arguments: str) -> tuple[int, str]:
    """Run a command at a terminal; answer each question when its words appear."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "dumb", "COLUMNS": "200"}
    process = subprocess.Popen(
        [str(BIN / "tuyenduong"), *arguments], cwd=project, env=environment,
        stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True,
    )  # fmt: skip
    os.close(theirs)
    heard, until, seen = b"", time.monotonic() + 60, 0
    waiting = list(answers)
    try:
        while time.monotonic() < until:
            if select.select([ours], [], [], 0.1)[0]:
                try:
                    heard += os.read(ours, 4096)
                except OSError:  # the other end is closed: the command is done
                    break
            text = heard.decode("utf-8", "replace")
            if text.endswith(("> ", "(có/không) ")):
                assert waiting, f"no answer for\n{text[seen:]}"
                words, answer = waiting.pop(0)
                assert words in text[seen:], f"«{words}» in\n{text[seen:]}"
                seen = len(text)
                os.write(ours, answer.encode() if answer == "\x04" else f"{answer}\n".encode())
        assert not waiting, waiting
        return process.wait(10), heard.decode("utf-8")
    finally:
        process.kill()
        process.wait(10)
        os.close(ours)


@pytest.mark.parametrize(
    ("command", "change", "more"),
    [
        ("correct", "corrected", ()),
        ("revoke", "cancelled", ("--how", "hủy bỏ")),
        ("revoke", "stripped", ("--how", "stripped")),
    ],
)
def test_an_act_is_added_and_nothing_else_changes(project, command, change, more):
    """The file is the old one with the lines of one entry put in."""
    before = (project / DECISION).read_text("utf-8")
    done = clerk(project, command, DECISION, "--honour", "5", *ACT, *more, "--yes")
    assert done.returncode == 0, done.stderr
    after = (project / DECISION).read_text("utf-8")
    start = next(n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b)
    added = after[start : start + len(after) - len(before)]
    assert before[:start] + added + before[start:] == after
    entry = yaml_tree.read(after).value["history"][-1]
    assert entry == {
        "change": change, "date": "2024-06-01", "honours": (5,), "symbol": "70/QĐ-UBND",
        "issuer": "chu-tich-ubnd-tinh-thanh-son", "reason": "Kê khai: không đúng",
    }  # fmt: skip
    assert run("tuyenduong", "check", cwd=project).returncode == 0


def test_the_effect_that_is_told_is_the_effect_on_the_site(project, tmp_path):
    """The pages that a revocation is said to change are those that a build then changes."""
    site = tmp_path / "site"
    build(project, site, Silent())
    before = manifest.read(site)
    done = clerk(project, *CANCEL, DECISION, "--honour", "5", *ACT, "--yes")
    build(project, site, Silent())
    after = manifest.read(site)
    changed = {n for n in before.keys() | after.keys() if before.get(n) != after.get(n)}
    pages = {
        f"/{name}".removesuffix("index.html")
        for name in changed
        if name.endswith(".html") and not is_card(name)
    }
    told = re.findall(r"^ *(?:mới|đổi|bỏ)  (/\S*)", done.stdout, re.M)
    assert set(told) == pages
    assert len(told) == len(pages) == 44  # six of them earlier versions, two of these new
    assert "Tác động: 2 trang mới, 41 trang đổi, 1 trang bỏ." in done.stdout
    # Counts, from what to what; and what the honour's own page will say.
    assert (
        "33 lượt khen (trong đó minh họa: 33) trong sổ này, mới nhất ở trên.  →  32 lượt khen"
        in done.stdout
    )
    assert "+ Không còn hiệu lực" in done.stdout


def test_without_leave_nothing_is_written(project):
    """The effect is shown, and the file stays, until --yes or a clerk's answer."""
    before = (project / DECISION).read_bytes()
    done = clerk(project, *CANCEL, DECISION, "--honour", "5", *ACT)
    assert done.returncode == 1
    assert "Tác động: 2 trang mới, 41 trang đổi" in done.stdout
    assert "--yes" in done.stderr
    answers = [("cơ quan ban hành", ""), ("Ghi?", "không")]
    revoke = (*CANCEL, DECISION, "--honour", "5", *ACT, "--set", "legal_basis=Điều 93")
    code, heard = typed(project, answers, *revoke)
    assert code == 0
    assert "Tác động" in heard
    assert (project / DECISION).read_bytes() == before


def test_which_of_several_is_asked(project):
    """A number that several decisions have is no riddle: the clerk is asked which is meant."""
    answers = [
        ("Có nhiều quyết định như vậy; quyết định nào", "7"),
        ("gõ một số từ 1 đến 2", "2"),
        ("ngày", "\x04"),
    ]
    code, heard = typed(project, answers, *CANCEL, "912/QĐ-UBND")
    assert code == 130
    names = re.findall(r"^ *\d\. (data/awards/\S+\.yml)", heard.split("ngày  [date]")[0], re.M)
    assert sorted(set(names)) == sorted(
        path.relative_to(project).as_posix()
        for path in project.glob("data/awards/*/*/912-qd-ubnd*.yml")
    )


def test_an_empty_answer_says_what_it_means(project):
    """To pass over the honours means all of them, and that is said where one would."""
    answers = [("(Enter: cả quyết định)>", "\x04")]
    given = ("--date", "01/6/2024", "--reason", "Sai", "--symbol", "70/QĐ-UBND")
    code, _ = typed(project, answers, *CANCEL, DECISION, *given)
    assert code == 130


def test_no_is_no_answer_where_something_is_chosen(project):
    """«không» passes over a record that may be named, and is not looked for in the names."""
    reference = load_reference(project).reference
    field = next(field for field in form_of(Movement) if field.name == "launcher")
    field = field._replace(required=False)
    answers = iter(["Không"])
    assert dialogue(field, Question("launcher", ""), lambda _: next(answers), reference) is None


def test_a_whole_decision(project):
    """A whole decision is revoked only when that is said; what is restored later counts again."""
    done = clerk(project, *CANCEL, DECISION, "--whole", *ACT, "--yes")
    assert done.returncode == 0, done.stderr
    assert (
        "33 lượt khen (trong đó minh họa: 33) trong sổ này, mới nhất ở trên.  →  31 lượt khen"
        in done.stdout
    )
    entry = yaml_tree.read((project / DECISION).read_text("utf-8")).value["history"][-1]
    assert "honours" not in entry


def test_a_list_in_csv_stays_as_it_is(project):
    """The history stands in the YAML file, also where the list is a CSV file."""
    table = (project / IN_TABLE).with_suffix(".csv").read_bytes()
    before = (project / IN_TABLE).read_text("utf-8")
    done = clerk(project, *CANCEL, "37/QĐ-UBND", "--honour", "2", "--honour", "3", *ACT, "--yes",
                 "--date", "2025-01-02")  # fmt: skip
    assert done.returncode == 0, done.stderr
    after = (project / IN_TABLE).read_text("utf-8")
    assert (project / IN_TABLE).with_suffix(".csv").read_bytes() == table
    assert [line for line in after.splitlines() if line not in before.splitlines()] == [
        "  - change: cancelled",
        "    date: 2025-01-02",
        "    honours: [2, 3]",
        "    symbol: 70/QĐ-UBND",
        "    issuer: chu-tich-ubnd-tinh-thanh-son",
        '    reason: "Kê khai: không đúng"',
    ]
    gone = [h.id for v in load(project).volumes for d in v.decisions if d.id == "37-qd-ubnd"
            for h in d.honours if d.status(h).code == "cancelled"]  # fmt: skip
    assert gone == [2, 3]


@pytest.mark.parametrize("fields", [["role=Hiệu trưởng", "place_text=thôn Một, xã Hai"]])
@pytest.mark.parametrize(
    ("decision", "honour", "list_"),
    [(DECISION, 1, DECISION), (DECISION, 3, DECISION),
     (IN_TABLE, 2, IN_TABLE.replace(".yml", ".csv"))],
)  # fmt: skip
def test_a_correction_sets_the_list_right(project, decision, honour, list_, fields):
    """With --fix the row itself is corrected, in YAML or CSV; no other line changes."""
    before = (project / list_).read_text("utf-8").splitlines()
    fixes = [word for field in fields for word in ("--fix", f"{honour}.{field}")]
    act = ("--date", "2025-01-02", "--reason", "Ghi lại đúng chức vụ")
    done = clerk(project, "correct", decision, *fixes, *act, "--yes")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "+ Hiệu trưởng" in done.stdout
    after = (project / list_).read_text("utf-8").splitlines()
    gone = [line for line in before if line not in after]
    assert len(gone) == (2 if honour == 1 else 1), gone
    register = load(project)
    found = next(d for v in register.volumes for d in v.decisions
                 if d.origin.file == decision)  # fmt: skip
    row = next(h for h in found.honours if h.id == honour)
    assert (row.role, row.place_text) == ("Hiệu trưởng", "thôn Một, xã Hai")
    assert found.history[-1].honours == (honour,)
    assert found.history[-1].change == "corrected"
    others = [h for h in found.honours if h.id != honour]
    untouched = next(d for v in load(ROOT / "tests/province").volumes for d in v.decisions
                     if d.origin.file == decision)  # fmt: skip
    old = next(h for h in untouched.honours if h.id == honour)
    was = next(was for was in earlier(found) if was.change == found.history[-1])
    assert not was.change.unkept
    assert next(h for h in was.record.honours if h.id == honour) == old
    assert others == [h for h in untouched.honours if h.id != honour]


@pytest.mark.parametrize(
    ("fix", "words"),
    [
        ("5.chuc_vu=x", "--fix 5.chuc_vu: viết --fix mã_lượt.trường=giá trị"),
        ("99.role=x", "danh sách không có lượt mang mã 99"),
        ("5.kind=nhóm", "person (cá nhân)"),
        ("5.place=Xã Nào", "không có mã hay tên nào"),
        ("5.name=0912 345 678", "sửa các lỗi trên trước"),
    ],
)
def test_a_correction_that_will_not_do(project, fix, words):
    """What cannot be set right so is told, and both files stay as they were."""
    before = (project / DECISION).read_bytes()
    done = clerk(project, "correct", DECISION, "--fix", fix, *ACT, "--yes")
    assert done.returncode == 1
    assert words in done.stderr
    assert (project / DECISION).read_bytes() == before


def test_what_was_cancelled_can_be_restored(project):
    """A restoration of something never revoked is refused; one of a revoked honour counts."""
    refused = clerk(project, "restore", DECISION, "--honour", "5", *ACT, "--yes")
    assert refused.returncode == 1
    assert "QD-023" in refused.stdout
    assert "chưa ghi vào" in refused.stderr
    clerk(project, *CANCEL, DECISION, "--honour", "5", *ACT, "--yes")
    done = clerk(project, "restore", DECISION, "--honour", "5", *ACT, "--date", "2025-06", "--yes")
    assert done.returncode == 0, done.stderr
    assert (
        "32 lượt khen (trong đó minh họa: 32) trong sổ này, mới nhất ở trên.  →  33 lượt khen"
        in done.stdout
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["revoke", "912/QĐ-UBND", *ACT], "có 2 quyết định hợp với «912/QĐ-UBND»"),
        (["revoke", "4711/QĐ-UBND", *ACT], "không có quyết định nào"),
        (["revoke"], "không có quyết định nào"),
        (["revoke", DECISION], "thiếu --honour=…"),
        (["revoke", DECISION, "--whole"], "thiếu --set change=…: thay đổi (cancelled (hủy"),
        ([*CANCEL, DECISION, "--whole"], "thiếu --set date=…: ngày\nthiếu --set reason=…"),
        ([*CANCEL, DECISION, *ACT, "--how", "restored"], "chọn một trong: cancelled"),
        ([*CANCEL, DECISION, *ACT, "--date", "32/13/2024"], "không phải ngày"),
        ([*CANCEL, DECISION, *ACT, "--issuer", "Ubnd tỉnh Nào"], "không có mã hay tên nào"),
        ([*CANCEL, DECISION, *ACT, "--set", "ngay=x"], "--set ngay: không có trường này"),
        ([*CANCEL, DECISION, *ACT, "--set", "x"], "viết --set trường=giá trị"),
        ([*CANCEL, DECISION, *ACT, "--honour", "99", "--yes"], "sửa các lỗi trên trước"),
        (["new"], "không có loại hồ sơ"),
        (["new", "desicion"], "quyết định khen thưởng"),
        (["new", "decision"], "thiếu --set issuer=…: người, cơ quan quyết định\nthiếu --set date"),
        (["new", "recipient", "--set", "name=Lò", "--set", "kind=x"], "person (cá nhân)"),
        (["new", "place", "--set", "name=A", "--set", "type=xa", "--set", "id=A B"], "địa chỉ"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_once_and_nothing_is_written(project, arguments, words):
    """Every missing answer is a fault, told with all others; the register stays as it was."""
    before = {path: path.read_bytes() for path in project.rglob("data/**/*") if path.is_file()}
    done = clerk(project, *arguments)
    assert done.returncode == 1
    assert words in done.stderr
    after = {path: path.read_bytes() for path in project.rglob("data/**/*") if path.is_file()}
    assert after == before


def test_a_new_decision_lies_in_its_place(project):
    """Id and folders follow from symbol, date and issuer; the record passes every rule."""
    done = clerk(project, "new", "decision", *WHOLE, "--yes")
    assert done.returncode == 0, done.stdout + done.stderr
    path = project / "data/awards/2026/chu-tich-ubnd-tinh-thanh-son/15-qd-ubnd.yml"
    assert "Tác động: 2 trang mới" in done.stdout
    assert yaml_tree.read(path.read_text("utf-8")).value["honours"] == (
        {"id": 1, "award": "bang-khen-tinh", "kind": "collective", "name": "Tổ Một, thôn Hai"},
    )
    assert run("tuyenduong", "check", cwd=project).returncode == 0
    written = path.read_bytes()
    again = clerk(project, "new", "decision", *WHOLE, "--yes", "--set", "id=15-qd-ubnd")
    assert again.returncode == 1
    assert "không ghi đè" in again.stderr
    assert path.read_bytes() == written
    # Another act of the same number in the same year: its id tells the day.
    twin = clerk(project, "new", "decision", *WHOLE, "--set", "date=6/4/2026", "--yes")
    assert "15-qd-ubnd-0604.yml" in twin.stdout


def test_a_new_decision_that_is_not_complete_is_written_and_told(project):
    """What the answers leave open is a fault, told at once; the exit code says so."""
    rest = [word for word in WHOLE if "stated" not in word]
    rest = [w for w, after in zip(rest, [*rest[1:], ""], strict=True)
            if w != "--set" or "=" in after]  # fmt: skip
    done = clerk(project, "new", "decision", *rest, "--set", "stated.collective=3", "--yes")
    assert done.returncode == 1
    assert "QD-004" in done.stdout
    assert "còn lỗi như trên" in done.stdout
    assert (project / "data/awards/2026/chu-tich-ubnd-tinh-thanh-son/15-qd-ubnd.yml").is_file()


@pytest.mark.parametrize(
    "words", ["symbol=0912 345 678", "title=Khen Lò Văn A, sinh ngày 01/02/1990"]
)
def test_private_data_is_never_written(project, words):
    """What may not be published is not even kept, not to be mended later in the file."""
    before = sorted(project.rglob("data/**/*"))
    done = clerk(project, "new", "decision", *WHOLE, "--set", words, "--yes")
    assert done.returncode == 1
    assert "BM-001" in done.stdout
    assert "chưa ghi gì" in done.stderr
    assert words.partition("=")[2] not in done.stdout + done.stderr
    assert sorted(project.rglob("data/**/*")) == before
    assert not list(project.rglob(".tuyenduong/thu-*"))


def test_questions_at_the_terminal(project):
    """A clerk answers in own words: numbers of a choice, names without marks, Vietnamese dates."""
    answers = [
        ("người, cơ quan quyết định", "?"),
        ("chu-tich-ubnd-tinh-thanh-son (Chủ tịch", "chu tich"),
        ("có thể là", "chu tich ubnd tinh"),
        ("số, ký hiệu", "16/QĐ-UBND"),
        ("ngày", "31/02/2026"),
        ("không phải ngày", "28/2/2026"),
        ("căn cứ của ngày", ""),
        ("trích yếu", "Tặng Bằng khen"),
        ("loại hình", "2"),
        ("phong trào", ""),
        ("số tập thể", ""),
        ("số cá nhân", "1"),
        ("số hộ gia đình", ""),
        ("nguồn", "không"),
        ("danh sách", "có"),
        ("mã lượt", ""),
        ("loại đối tượng", "ca nhan"),
        ("tên như đã in", "Lò Thị Mẫu"),
        ("danh hiệu, hình thức", "bang khen"),
        ("chức vụ", "Giáo viên"),
        ("đơn vị", ""),
        ("địa bàn như đã in", "xã Hòa Khê"),
        ("Ghi mục thứ 2", ""),
        ("Ghi?", "có"),
    ]
    code, heard = typed(project, answers, "new", "decision")
    assert code == 0, heard
    path = project / "data/awards/2026/chu-tich-ubnd-tinh-thanh-son/16-qd-ubnd.yml"
    value = yaml_tree.read(path.read_text("utf-8")).value
    assert value["date"] == "2026-02-28"
    assert value["commendation"] == "dot-xuat"
    assert value["honours"][0]["place_text"] == "xã Hòa Khê"
    assert run("tuyenduong", "check", cwd=project).returncode == 0


def flat(form, values, reference, path=""):
    """Yield the answers that make the values of a sample; ids are some that there are."""
    for item in form:
        value = values.get(item.name)
        if value is None or (not path and item.name == "id"):
            continue
        here = f"{path}{item.name}"
        if item.inner and item.keyed:
            for key, part in value.items():
                yield from flat(form_of(item.inner), part, reference, f"{here}.{key}.")
        elif item.inner and item.many:
            for number, part in enumerate(value, 1):
                yield from flat(form_of(item.inner), part, reference, f"{here}.{number}.")
        elif item.inner:
            yield from flat(form_of(item.inner), value, reference, f"{here}.")
        elif item.keyed:
            yield from ((f"{here}.{key}", str(part)) for key, part in value.items())
        else:
            parts = value if isinstance(value, tuple) else (value,)
            if item.refers:
                parts = tuple(reference.of(item.refers)[0].id for _ in parts)
            words = {True: "có", False: "không"}
            yield here, ";".join(words.get(p, p) if isinstance(p, bool) else str(p) for p in parts)


@pytest.mark.parametrize("kind", WRITABLE, ids=lambda kind: kind.name)
def test_every_kind_can_be_written(kind, project):
    """Told all that the commented sample of a kind says, `new` writes just that, comments too."""
    reference = load_reference(project).reference
    raw = read_file(ROOT, ROOT / "data/mau" / sample_name(kind), kind).raws[0]
    given = dict(flat(form_of(kind.model), raw.data, reference))
    draft = drafted(project, kind.name, {**given, "id": "12-qd-ubnd", "file": ""}, None)
    draft.write(project)
    written = next(
        r for r in read_file(project, project / draft.path, kind).raws if r.key == "12-qd-ubnd"
    )
    record, faults = record_of(kind, written.data, written.origin)
    assert faults == ()
    sample, _ = record_of(kind, raw.data, raw.origin)
    again = dict(flat(form_of(kind.model), dict(written.data), reference))
    assert again == given
    assert type(record) is type(sample)
    assert draft.content.decode("utf-8").count(" # ") > len(form_of(kind.model)) - 4
    with pytest.raises(UserError, match="đã có"):
        drafted(project, kind.name, {**given, "id": "12-qd-ubnd", "file": ""}, None)


def test_an_entry_of_a_vocabulary_keeps_the_file(project):
    """A new unit stands at the end of its file; the rest of the file is byte for byte the same."""
    path = next(project.glob("data/vocabulary/units*.yml"))
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    done = clerk(project, "new", "unit", "--set", "name=Sở Cây: Xanh", "--yes")
    assert done.returncode == 0, done.stdout + done.stderr
    after = path.read_bytes()
    assert after.startswith(before)
    assert after.count(b"\n") == after.count(b"\r\n")
    added = after.removeprefix(before).decode("utf-8")
    assert added.startswith("\r\nso-cay-xanh:\r\n")
    assert '\r\n  name: "Sở Cây: Xanh"' in added
    assert load(project).reference.find("unit", "so-cay-xanh").name == "Sở Cây: Xanh"


def test_the_kind_is_asked_for_too(project):
    """Who types `new` alone is asked what to write, and may stop at any question."""
    code, heard = typed(project, [("loại hồ sơ", "tin tuc"), ("tiêu đề", "\x04")], "new")
    assert code == 130, heard
    assert "Đã dừng." in heard


def test_old_warnings_are_not_told_as_new(project):
    """What was doubtful before the edit stays so, on another line; the clerk hears what is new."""
    path = project / DECISION
    text = path.read_text("utf-8")
    path.write_text(text.replace("    role: Giáo viên\n", "    role: Học sinh lớp 5\n"), "utf-8")
    assert "QD-020" in run("tuyenduong", "check", cwd=project).stdout
    done = clerk(project, *CANCEL, DECISION, "--honour", "5", *ACT, "--yes")
    assert done.returncode == 0
    assert "QD-020" not in done.stdout
    assert "QD-020" in run("tuyenduong", "check", cwd=project).stdout


def test_what_a_killed_trial_left_is_cleared(project):
    """A copy of the data that a killed command left behind is gone after the next one."""
    left = project / ".tuyenduong/thu-abc/data"
    left.mkdir(parents=True)
    clerk(project, *CANCEL, DECISION, "--honour", "5", *ACT)
    assert not left.parent.exists()


def test_nobody_at_the_terminal_is_told_apart(project):
    """The same command asks at a terminal, and never waits where there is none."""
    started = time.monotonic()
    assert clerk(project, "new", "news").returncode == 1
    assert time.monotonic() - started < 20
    code, heard = typed(project, [("tiêu đề", "\x04")], "new", "news")
    assert code == 130, heard
    assert "Traceback" not in heard


if sys.platform == "win32":  # pragma: no cover - the tests need a terminal of Unix
    pytest.skip("no pty", allow_module_level=True)
