"""The whole output of the invented province, byte for byte, and what must hold of any output.

`make bless` accepts a new output; the diff of `tests/expected/` is then reviewed like code.
"""

import csv
import difflib
import json
import os
import posixpath
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from html import escape, unescape
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath

import pytest
import yaml

from generator.load import Register, load
from generator.records import paging
from generator.records.decision_entries import digest
from generator.records.digest import HonourEntry, Index
from generator.records.feed import FORMS
from generator.tree import outputs, pages

EXPECTED = Path(__file__).parent / "expected"
TREE = EXPECTED / "pages"
ADDRESSES = EXPECTED / "addresses.txt"
PRINT_TREE = Path(__file__).parent / "print_tree.py"
CURE = "Nếu nội dung mới là đúng, chạy: make bless"
LOG = "dinh-chinh/index.md"
SHOWN_LINES = 40
EARLIER = re.compile(r"/v\d+/index\.md$")
TEN_YEARS = 10 * 366 * 86400
WITHHELD = (
    "Quách",
    "Tường Vi",
    "Bóng Đêm",
    "Thủy Tinh Lam",
    "Giấu Kín",
    "một người biết",
    "ai đọc",
    "Tường Vân",  # before a correction
    "Hừng Đông",
    "Giấu Trước",
    "chú đã cũ",
)


@pytest.fixture(scope="module")
def register(province: Path) -> Register:
    """The records of the province."""
    return load(province)


@pytest.fixture(scope="module")
def index(register: Register) -> Index:
    """The province in short, as the lists see it."""
    return Index(tuple(digest(volume, register.reference) for volume in register.volumes))


@pytest.fixture(scope="module")
def tree(register: Register) -> dict[str, str]:
    """The text of each file of the province's output, by its path."""
    found = outputs(register.reference, register.volumes)
    return {path: text for output in found for path, text in output.texts.items()}


def differences(old: dict[str, str], new: dict[str, str]) -> Iterator[str]:
    """Yield the files that differ, and for each the beginning of how it does."""
    for path in sorted(old.keys() | new.keys()):
        before, after = old.get(path), new.get(path)
        if before is None or after is None:
            yield f"{'có thêm' if before is None else 'mất'}: {path}"
        elif before != after:
            pair = before.splitlines(), after.splitlines()
            lines = list(difflib.unified_diff(*pair, "trước", "nay", lineterm="", n=1))
            yield "\n".join([f"khác: {path}", *(lines[:SHOWN_LINES] or ["(ký tự xuống dòng)"])])


def read_tree(folder: Path) -> dict[str, str]:
    """Return the text of each file below a folder, line ends as they are."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {p.relative_to(folder).as_posix(): p.read_bytes().decode("utf-8") for p in files}


def write_tree(folder: Path, tree: dict[str, str]) -> None:
    """Make a folder hold these files and no other."""
    shutil.rmtree(folder, ignore_errors=True)
    for path, text in tree.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode("utf-8"))


def test_output_is_as_blessed(tree: dict[str, str], bless: bool) -> None:
    """Every page and export is what was last reviewed."""
    if bless:
        write_tree(TREE, tree)
    found = list(differences(read_tree(TREE), tree))
    assert not found, "\n" + "\n\n".join([*found, CURE])


def test_differences_are_told() -> None:
    """A difference names the file and shows the lines; files that came or went are named."""
    found = list(differences({"a": "một\nhai\n", "b": "x"}, {"a": "một\nba\n", "c": "y"}))
    assert found == [
        "khác: a\n--- trước\n+++ nay\n@@ -1,2 +1,2 @@\n một\n-hai\n+ba",
        "mất: b",
        "có thêm: c",
    ]


def test_addresses_never_vanish(tree: dict[str, str], bless: bool) -> None:
    """An address once published answers for ever; blessing only adds to the list."""
    found = {address_of(path) for path in tree if path.endswith("index.md")}
    promised = {address for address in found if "/trang/" not in address}
    known = set(ADDRESSES.read_text("utf-8").split()) if ADDRESSES.exists() else set()
    if bless:
        ADDRESSES.write_text("\n".join(sorted(known | promised)) + "\n", "utf-8")
        known |= promised
    assert not known - found, "địa chỉ đã công bố bị mất"
    assert not promised - known, f"địa chỉ mới chưa được ghi nhận. {CURE}"


def address_of(path: str) -> str:
    """Return the address of a page of the tree: `phong-trao/x/index.md` gives `/phong-trao/x/`."""
    folder = PurePosixPath(path).parent.as_posix()
    return "/" if folder == "." else f"/{folder}/"


def test_paths_stand_once(register: Register) -> None:
    """No output overwrites another."""
    paths = [output.path for output in outputs(register.reference, register.volumes)]
    assert len(paths) == len(set(paths))


@pytest.mark.parametrize("words", WITHHELD)
def test_withheld_name_is_nowhere(tree: dict[str, str], words: str) -> None:
    """Neither the withheld name nor anything else of its row is in any output."""
    source = Path(__file__).parent / "province/data/awards/2024/chu-tich-ubnd-tinh-thanh-son"
    assert any(words in path.read_text("utf-8") for path in source.glob("37-qd-ubnd.*"))
    assert [path for path, text in tree.items() if words in text] == []


def test_initials_do_not_lead_to_the_name(tree: dict[str, str]) -> None:
    """Who is shown by initials is not linked to a page that bears the name."""
    page = tree["vinh-danh/2024/chu-tich-ubnd-tinh-thanh-son/37-qd-ubnd/8/index.md"]
    assert "# L.V.Ứ. {: #trang }" in page
    assert "/ca-nhan/" not in page
    assert "Lường" not in "".join(tree.values())
    before = tree["vinh-danh/2024/chu-tich-ubnd-tinh-thanh-son/37-qd-ubnd/8/v1/index.md"]
    assert "# L.V.Ứ.Ư. (phiên bản 1) {: #trang }" in before
    assert "Đại đội Hai" in before


def links_of(path: str, text: str) -> set[str]:
    """Return the addresses to which a page leads, from the site's root."""
    targets = re.findall(r"\]\(([^)\s]*)\)", text) + re.findall(r'href="([^"]*)"', text)
    here = address_of(path)
    local = (target for target in targets if not target.startswith(("http", "#")))
    return {posixpath.normpath(posixpath.join(here, unescape(target))) + "/" for target in local}


def today(tree: dict[str, str]) -> dict[str, str]:
    """Return the tree without the pages of earlier versions."""
    return {path: text for path, text in tree.items() if not EARLIER.search(path)}


def test_revoked_stands_in_no_list(tree: dict[str, str], index: Index) -> None:
    """Only a revoked honour's decision and the log lead to it; its own page tells its state."""
    assert len(index.revoked) == 4
    pages = {path: text for path, text in today(tree).items() if path.endswith(".md")}
    leading = {path: links_of(path, text) for path, text in pages.items()}
    for entry in index.revoked:
        from_pages = {path for path, links in leading.items() if entry.address in links}
        assert from_pages - {LOG} == {f"{entry.decision.strip('/')}/index.md"}
        assert "td-notice--revoked" in tree[f"{entry.address.strip('/')}/index.md"]


def test_revoked_name_is_in_no_list(tree: dict[str, str]) -> None:
    """A stripped person is named where design allows it, and never without the state."""
    decision = "vinh-danh/2023/chu-tich-ubnd-tinh-thanh-son/912-qd-ubnd"
    named = {path for path, text in today(tree).items() if "Vàng A Ửng" in text}
    data = ("vinh-danh.csv", "vinh-danh.jsonl", "thay-doi/2019-12-31.csv")
    assert named == {
        *(f"du-lieu/{name}" for name in data),
        *(f"feeds/dinh-chinh.{form}" for form in FORMS),
        *(f"{decision}/{name}" for name in ("index.md", "index.json", "index.jsonld")),
        *(f"{decision}/3/{name}" for name in ("index.md", "index.json")),
    }
    assert [p for p in named if not re.search("bị tước|stripped", tree[p], re.I)] == []


def test_an_earlier_version_says_what_became_of_it(tree: dict[str, str]) -> None:
    """Where an earlier version names who was honoured then and is no more, it says so first."""
    decision = "vinh-danh/2023/chu-tich-ubnd-tinh-thanh-son/912-qd-ubnd"
    page = tree[f"{decision}/3/v1/index.md"]
    assert page.index("<strong>Đã bị tước theo Văn bản") < page.index("# Vàng A Ửng")
    row = next(line for line in tree[f"{decision}/v1/index.md"].splitlines() if "Ửng" in line)
    assert "nay không còn hiệu lực" in row
    back = tree[f"{decision}/4/v2/index.md"]  # stripped then, restored since
    assert "<strong>Đã bị tước.</strong>" in back
    assert "nay không còn hiệu lực" not in back


def test_an_earlier_version_says_what_was_published_then(tree: dict[str, str]) -> None:
    """The old words stand on the old page alone, and a text that was not kept is no old text."""
    old, new = tree["guong/vuon-che-nui/v2/index.md"], tree["guong/vuon-che-nui/index.md"]
    for words in ("gần 30 tấn", "Một cô giáo giữ lại giống chè cũ.", "Ai mua chè"):
        assert words in old
        assert words not in new
    assert "Hợp tác xã mua hết chè của thôn." in new
    assert "Sổ không giữ những chữ đã được sửa" not in old
    for path in ("guong/vuon-che-nui/v1", "phong-trao/thanh-son-xanh/v1"):
        assert "Sổ không giữ những chữ đã được sửa" in tree[f"{path}/index.md"]


def test_earlier_versions_are_found_from_the_page_alone(tree: dict[str, str]) -> None:
    """Nothing leads to an earlier version but the page of today and its own further pages."""
    earlier = {path for path in tree if EARLIER.search(path)}
    assert len(earlier) > 20
    for path, text in tree.items():
        if path.endswith(".md"):
            led_to = {f"{link.strip('/')}/index.md" for link in links_of(path, text)} & earlier
            assert all(path == EARLIER.sub("/index.md", other) for other in led_to), path
    for path in earlier:
        page = front_matter(tree[path])
        assert (page["listed"], page["noindex"]) == (False, True)
        assert f"(phiên bản {path.split('/v')[-1].split('/')[0]})" in str(page["title"])


def test_bulk_data_keeps_the_revoked(
    tree: dict[str, str], index: Index, register: Register
) -> None:
    """The CSV has a row for every honour; a revoked one tells its status there."""
    text = tree["du-lieu/vinh-danh.csv"]
    assert text.startswith("\ufeff")
    assert "\n" not in text.replace("\r\n", "")
    rows = list(csv.DictReader(text.removeprefix("\ufeff").splitlines()))
    states = {row["địa chỉ"]: row["tình trạng"] for row in rows}
    assert len(rows) == len(index.honours) + len(index.revoked)
    base = register.reference.site.url
    assert {states[base + e.address[1:]] for e in index.revoked} == {"Đã bị hủy bỏ", "Đã bị tước"}


def test_no_cell_is_a_formula(tree: dict[str, str]) -> None:
    """No cell of the CSV begins as a spreadsheet's formula does."""
    cells = [c for row in csv.reader(tree["du-lieu/vinh-danh.csv"].splitlines()) for c in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []
    assert any(cell.startswith("'=1+1") for cell in cells)


def front_matter(text: str) -> dict[str, object]:
    """Return the front matter of a page as MkDocs reads it."""
    return yaml.safe_load(text.removeprefix("---\n").partition("\n---\n")[0])


def test_head_is_escaped(tree: dict[str, str]) -> None:
    """The host prints title and description raw, so they hold no sign that HTML would read."""
    for path, text in tree.items():
        if path.endswith(".md"):
            meta = front_matter(text)
            for name in ("title", "description"):
                value = meta[name]
                assert isinstance(value, str), path
                assert value, path
                assert value == escape(unescape(value)), path


class Tags(HTMLParser):
    """Collects the tags of a page, and the attributes and addresses that could do harm."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.harm: list[str] = []
        self.drawing = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.drawing |= tag == "svg"
        if not (self.drawing and tag == "title"):  # of a part of a drawing, which is shown on it
            self.tags.add(tag)
        for name, value in attrs:
            address = (value or "").strip().lower()
            strange = name in ("href", "src") and address.startswith(("javascript:", "data:"))
            if strange or name.startswith("on") or name == "style":
                self.harm.append(f"{name}={value}")

    def handle_endtag(self, tag: str) -> None:
        self.drawing &= tag != "svg"


def test_hostile_texts_stay_letters(tree: dict[str, str], to_html: Callable[[str], str]) -> None:
    """Once the site's Markdown is HTML, no text of a record has become a tag or a script."""
    seen = Tags()
    for path, text in tree.items():
        if path.endswith(".md"):
            seen.feed(to_html(text.partition("\n---\n")[2]))
    assert seen.harm == []
    assert not seen.tags & {"script", "i", "hr", "b", "iframe", "object", "title"}


def test_hostile_title_reads_as_written(
    tree: dict[str, str], to_html: Callable[[str], str]
) -> None:
    """The heading of a hostile title shows the title letter by letter."""
    html = to_html(tree["guong/hiem-hoc/index.md"].partition("\n---\n")[2])
    heading = re.search(r'<h1 id="trang">(.*?)</h1>', html)
    assert heading
    title = '</title><script>alert(1)</script> "x" & *đậm* [a](javascript:1) {: onclick=x}'
    assert unescape(heading[1]) == title


def test_further_pages_of_a_list(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    """A long list goes on at `trang/<n>/`; together its pages name every entry once."""
    monkeypatch.setattr(paging, "PAGE_SIZE", 3)
    found = [
        page
        for page in pages(register.reference, register.volumes)
        if page.address.startswith("/danh-hieu/bang-khen-tinh/")
    ]
    assert [page.address.removeprefix("/danh-hieu/bang-khen-tinh/") for page in found] == [
        "",
        *(f"trang/{number}/" for number in range(len(found) - 1, 0, -1)),
    ]
    entries: list[HonourEntry] = [e for page in found for e in page.context["honours"]]
    assert len(entries) == len(set(entries)) == found[0].context["total"] > 6
    assert not any(page.listed for page in found)  # the register has a search of its own


def printed_elsewhere(root: Path, *arguments: str, **variables: str) -> dict[str, str]:
    """Return the tree that a process of its own makes of a project."""
    command = [sys.executable, str(PRINT_TREE), str(root), *arguments]
    environment = {**os.environ, **variables}
    done = subprocess.run(command, capture_output=True, check=True, env=environment, cwd=root)
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("arguments", "variables"),
    [
        pytest.param([], {"PYTHONHASHSEED": "1"}, id="hash-seed"),
        pytest.param([str(TEN_YEARS)], {"PYTHONHASHSEED": "2"}, id="another-day"),
        pytest.param([], {"LC_ALL": "C", "TZ": "Pacific/Apia", "PYTHONUTF8": "0"}, id="machine"),
    ],
)
def test_same_records_same_bytes(
    tree: dict[str, str],
    copy_of_province: Path,
    arguments: list[str],
    variables: dict[str, str],
) -> None:
    """Neither the day, nor the directory, nor the machine changes a byte of the output."""
    assert printed_elsewhere(copy_of_province, *arguments, **variables) == tree
