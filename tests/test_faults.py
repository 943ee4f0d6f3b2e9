"""Broken records, each with the message a clerk must get.

A case is a file of `tests/broken/`: first the messages, then the files that are laid over the
invented province, each under a line `-- path --`; `-- path (xóa) --` takes a file away.
"""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import generator
from generator import build
from generator.check import check, stops
from generator.load import load
from generator.tree import outputs
from generator.values import Fault

BROKEN = Path(__file__).parent / "broken"
CASES = sorted(BROKEN.glob("*.txt"))
HEADER = re.compile(r"^-- (.+?)( \(xóa\))? --\n", re.MULTILINE)
CODE = re.compile(r"[A-Z]{2,3}-\d{3}")
TOLD_CODE = re.compile(r":\d+: ([A-Z]{2,3}-\d{3})")
SITE_GATE = {"BM-002", "LK-001"}
RECORD = "data/recipients/ly-thi-thu.yml"
SOUND = "illustrative: true\nname: Lý Thị Thử\nkind: person\n"
NO_UTF8 = "TEP-002: tệp không phải mã UTF-8; mở bằng trình soạn thảo rồi lưu lại với mã hóa UTF-8"
EMPTY = "TEP-001: tệp rỗng; điền nội dung hoặc xóa tệp"
STRANGE = "YML-001: có ký tự mà YAML không nhận; lưu lại tệp bằng UTF-8, xóa ký tự lạ"
TOO_DEEP = "YML-004: các nhóm lồng nhau quá sâu; xem lại khoảng thụt đầu dòng"

# What no text file can show: the bytes of a record, and the fault they give.
BYTES = {
    "utf-16": (SOUND.encode("utf-16"), f":1: {NO_UTF8}"),
    "utf-16-without-mark": (SOUND.encode("utf-16-le"), f":2: {NO_UTF8}"),
    "ascii-as-utf-16": (b"n\0a\0m\0e\0:\0 \0A\0", f":1: {STRANGE}"),
    "latin-1": ("illustrative: true\nname: José\n".encode("latin-1"), f":2: {NO_UTF8}"),
    "windows-1258": ("kind: person\nname: Lê Đô\n".encode("cp1258"), f":2: {NO_UTF8}"),
    "nul": (b"kind: person\nname: L\0y\n", f":2: {STRANGE}"),
    "escape": (b"kind: person\n\nname: \x1b[31mLy\n", f":3: {STRANGE}"),
    "empty": (b"", f":1: {EMPTY}"),
    "spaces": (b" \r\n\t\n", f":1: {EMPTY}"),
    "only-a-mark": (b"\xef\xbb\xbf", f":1: {EMPTY}"),
    "thousand-levels": (
        "".join(" " * n + "a:\n" for n in range(1000)).encode(),
        f":13: {TOO_DEEP}",
    ),
    "thousand-brackets": (b"name: " + b"[" * 1000, f":1: {TOO_DEEP}"),
}


def found(root: Path) -> list[Fault]:
    """Return every fault of a project."""
    return list(check(load(root)))


@pytest.fixture(scope="module")
def known(province: Path) -> list[Fault]:
    """The warnings that the province itself gives."""
    return found(province)


@pytest.fixture
def new_faults(copy_of_province: Path, known: list[Fault]) -> Callable[[], list[str]]:
    """A function that tells what is wrong in the copy of the province, and was not before."""
    return lambda: [str(fault) for fault in found(copy_of_province) if fault not in known]


def messages(case: str) -> list[str]:
    """Return the messages that a case expects."""
    return case[: HEADER.search(case).start()].splitlines()


def lay_over(root: Path, case: str) -> None:
    """Write a case's files over a project, and take away those it takes away."""
    _, *parts = HEADER.split(case)
    for path, gone, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        if gone:
            (root / path).unlink()
            continue
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode("utf-8"))


def test_province_is_sound(known: list[Fault]) -> None:
    """The invented province has no fault, and shows four warnings."""
    assert not stops(known)
    assert [fault.code for fault in known] == ["QD-007", "SK-004", "PB-002", "PB-002"]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_broken_record(
    case: Path, copy_of_province: Path, new_faults: Callable[[], list[str]]
) -> None:
    """A broken record gives its messages, in order, and no other."""
    text = case.read_text("utf-8")
    lay_over(copy_of_province, text)
    assert new_faults() == messages(text)


@pytest.mark.parametrize(("content", "message"), BYTES.values(), ids=BYTES.keys())
def test_bytes_that_are_no_record(
    content: bytes, message: str, copy_of_province: Path, new_faults: Callable[[], list[str]]
) -> None:
    """Bytes that are no text, and texts beyond all measure, are told with their line."""
    (copy_of_province / RECORD).write_bytes(content)
    assert new_faults() == [RECORD + message]


@pytest.mark.parametrize(
    "content",
    [
        "\ufeff" + SOUND,
        SOUND.replace("\n", "\r\n"),
        SOUND.replace("\n", "\r"),
        SOUND.replace("Lý Thị Thử", "Ly\u0301 Thi\u0323 Thư\u0309"),
    ],
    ids=["byte-order-mark", "windows-lines", "old-mac-lines", "decomposed-letters"],
)
def test_habits_of_other_systems_are_taken(content: str, copy_of_province: Path) -> None:
    """What other systems do to a text without harm is read, and its name comes out in NFC."""
    (copy_of_province / RECORD).write_bytes(content.encode("utf-8"))
    assert load(copy_of_province).reference.find("recipient", "ly-thi-thu").name == "Lý Thị Thử"


LIST = "data/awards/2024/chu-tich-ubnd-tinh-thanh-son/37-qd-ubnd.csv"


@pytest.mark.parametrize(
    ("delimiter", "encoding"),
    [(";", "utf-8-sig"), ("\t", "utf-16"), ("\t", "utf-16-be-mark"), (",", "utf-8")],
)
def test_lists_as_excel_saves_them_in_vietnam(
    delimiter: str, encoding: str, copy_of_province: Path, known: list[Fault]
) -> None:
    """Semicolons, tabs and UTF-16 give the same honours as commas and UTF-8."""
    path = copy_of_province / LIST
    rows = list(csv.reader(path.read_text("utf-8").splitlines()))
    before = load(copy_of_province).volumes
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    mark = b"\xfe\xff" if encoding == "utf-16-be-mark" else b""
    path.write_bytes(mark + text.getvalue().encode(encoding.removesuffix("-mark")))
    after = load(copy_of_province)
    assert after.volumes == before
    assert list(check(after)) == known


def test_a_list_that_lost_its_letters(
    copy_of_province: Path, new_faults: Callable[[], list[str]]
) -> None:
    """A list in the code page of Windows is refused, with the way out; never guessed at."""
    path = copy_of_province / LIST
    path.write_bytes(path.read_text("utf-8").encode("cp1258", "replace") + "\nÀ".encode("cp1258"))
    assert [re.sub(r":\d+:", "", line) for line in new_faults()] == [
        f"{LIST} TEP-002: tệp không phải mã UTF-8: Excel đã lưu kiểu CSV cũ, kiểu này làm mất dấu "
        "tiếng Việt; mở lại bản Excel gốc, chọn Lưu thành (Save As), kiểu «CSV UTF-8»"
    ]


def test_file_too_large(
    copy_of_province: Path,
    new_faults: Callable[[], list[str]],
) -> None:
    """A file beyond the limit is not read."""
    (copy_of_province / RECORD).write_bytes(SOUND.encode() + b"#" * 2_000_000)
    assert new_faults() == [f"{RECORD}:1: TEP-006: tệp lớn quá 2 MB; chia thành nhiều tệp"]


def test_file_that_may_not_be_read(
    copy_of_province: Path,
    new_faults: Callable[[], list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A file that the system keeps closed is a fault of that file."""
    (copy_of_province / RECORD).write_text(SOUND, "utf-8")
    read = Path.read_bytes

    def closed(path: Path) -> bytes:
        if path.name == Path(RECORD).name:
            raise PermissionError(path)
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", closed)
    message = "TEP-005: không mở được tệp; kiểm tra quyền đọc tệp"
    assert new_faults() == [f"{RECORD}:1: {message}"]


def test_link_to_another_place(
    copy_of_province: Path, new_faults: Callable[[], list[str]], tmp_path: Path
) -> None:
    """A symbolic link is refused: it may lead out of the office's data."""
    (tmp_path / "elsewhere.yml").write_text(SOUND, "utf-8")
    (copy_of_province / RECORD).symlink_to(tmp_path / "elsewhere.yml")
    message = "TEP-005: là liên kết tới nơi khác; chép chính tệp đó vào đây"
    assert new_faults() == [f"{RECORD}:1: {message}"]


def test_hidden_and_temporary_files_are_passed_over(
    copy_of_province: Path, new_faults: Callable[[], list[str]]
) -> None:
    """Files that editors and systems leave behind are no records."""
    for name in (".DS_Store", "~$danh-sach.csv", "README.md"):
        (copy_of_province / "data/recipients" / name).write_bytes(b"\0")
    assert new_faults() == []


def test_every_code_has_a_case() -> None:
    """Each code of the program is shown by a broken record; those of the site's gate elsewhere."""
    sources = Path(generator.__file__).parent.rglob("*.py")
    texts = [path.read_text("utf-8") for path in sources]
    used = {code for text in texts for code in re.findall(r'"([A-Z]{2,3}-\d{3})"', text)}
    expected = [line for path in CASES for line in messages(path.read_text("utf-8"))]
    expected += [message for _, message in BYTES.values()]
    shown = set(TOLD_CODE.findall("\n".join(expected))) | {"TEP-005", "TEP-006"}
    assert used - shown - SITE_GATE == set()
    assert shown - used == set()


def test_case_is_named_by_its_code() -> None:
    """A case's name begins with the code it shows, or, to show a silence, with one it does not."""
    for path in CASES:
        text = path.read_text("utf-8")
        silent = "khong-bi-coi" in path.stem
        shown = CODE.match(path.stem)[0] in "\n".join(messages(text))
        assert shown is not silent, path.name


SLIPS = ("", " no", " []", " {}", " 2019", " x", " [x]", " {a: b}", " -1", " true", " 3000-01-01")
EVERY = 41


def slips(root: Path) -> list[tuple[Path, str]]:
    """Return some of the ways in which one line of a project's data may go wrong."""
    ways = []
    for path in sorted([*root.rglob("*.yml"), *root.rglob("*.csv"), *root.rglob("tin-tuc/*/*.md")]):
        lines = path.read_text("utf-8").splitlines(keepends=True)
        for place, line in enumerate(lines):
            new = ["", line + line]
            if field := re.match(r"(\s*(?:- )?[\w-]+:)( .*)?\n", line):
                new += [f"{field[1]}{value}\n" for value in SLIPS]
            ways += [(path, "".join([*lines[:place], n, *lines[place + 1 :]])) for n in new]
    return ways[::EVERY]


def test_no_slip_stops_the_program(copy_of_province: Path) -> None:
    """Whatever happens to a line, the answer is pages or faults with a place; never a crash."""
    for path, text in slips(copy_of_province):
        before = path.read_bytes()
        path.write_text(text, "utf-8")
        register = load(copy_of_province)
        faults = check(register)
        assert all(fault.position.file for fault in faults)
        if not stops(faults):
            assert list(outputs(register.reference, register.volumes))
        path.write_bytes(before)


@pytest.mark.parametrize("line", ["nam: Sổ", "presss: []", "embargo: mai", "press: {}", None])
def test_without_settings_every_fault_is_told(copy_of_province: Path, line: str | None) -> None:
    """What is wrong in `site.yml` is told beside all else, and is no reason to break down."""
    site = copy_of_province / "data" / "site.yml"
    text = site.read_text("utf-8")
    if line == "press: {}":
        text = text.replace("press:", "press: {}\nold:", 1)
    elif line:
        text += f"{line}\n"
    else:
        text = re.sub("^name:.*\n", "", text, flags=re.M)
    site.write_text(text, "utf-8")
    told = [fault for fault in build.check(copy_of_province, jobs=1) if fault.severity == "lỗi"]
    assert told
    assert {fault.position.file for fault in told} == {"data/site.yml"}


@pytest.mark.parametrize("name", ["khe-lua.jpg", "vuon-che.png"])
def test_half_a_photo_is_told(copy_of_province: Path, name: str, new_faults) -> None:
    """A photo that was copied by half opens, and yet is none."""
    path = copy_of_province / "content" / "anh" / name
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert any("DG-004 photos" in fault and name in fault for fault in new_faults())
