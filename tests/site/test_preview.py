"""The preview in a real browser: what changed, which faults, and no trace of it on disk."""

import http.client
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator import manifest
from generator.build import build
from generator.preview.rehearsal import _difference
from tests.site.kit import ROOT, Silent
from tests.site.test_commands import BIN, run

MOVEMENT = "data/movements/thanh-son-xanh.yml"
NEWS = "content/tin-tuc/2024/tet-trong-cay.md"
READY = re.compile(r"Xem trước tại (http://127\.0\.0\.1:\d+)(/\S*)")


class Preview:
    """A running `tuyenduong preview`, and the page that it opened."""

    def __init__(self, project: Path) -> None:
        self.opened = project.parent / "opened.txt"
        note = project.parent / "browser.py"
        note.write_text(f"import sys; open({str(self.opened)!r}, 'w').write(sys.argv[1])\n")
        self.process = subprocess.Popen(
            [str(BIN / "tuyenduong"), "preview"], cwd=project, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            env={"BROWSER": f"{sys.executable} {note} %s", "PATH": "/usr/bin:/bin",
                 "PYTHONUNBUFFERED": "1", "HOME": str(project.parent)},
        )  # fmt: skip
        self.told = ""
        while not (found := READY.search(self.told)):
            line = self.process.stdout.readline()
            assert line, self.told
            self.told += line
        self.address, self.first = found.groups()
        until = time.monotonic() + 20
        while not (self.opened.is_file() and self.opened.read_text()):
            assert time.monotonic() < until, "no browser was opened"
            time.sleep(0.05)

    def stop(self) -> None:
        """End it as a clerk does."""
        self.process.terminate()
        self.process.communicate(timeout=20)


@pytest.fixture
def previewed(project, request):
    """A function that starts the preview of the project."""
    started = []

    def start() -> Preview:
        started.append(Preview(project))
        return started[-1]

    yield start
    for preview in started:
        preview.stop()


def edit(path: Path, old: str, new: str) -> None:
    """Save a change."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def published(project: Path) -> dict[str, str]:
    """Publish the project as it is, and return the manifest."""
    build(project, project / "site", Silent())
    return manifest.read(project / "site")


def test_a_card_is_no_page_to_look_at():
    """What stands in frames of other sites is in no list of the bar."""
    name = "vinh-danh/2024/nguoi-ky/1-qd/"
    found = _difference({}, {f"{name}index.html": "1", f"{name}embed/index.html": "2"})
    assert found.new == (f"/{name}",)


def test_the_bar_tells_what_is_new_changed_and_gone(project, previewed, page):
    """Each page that differs from the published site is linked under its word, and answers."""
    published(project)
    state = {p: p.read_bytes() for p in (project / "site").rglob("*") if p.is_file()}
    (project / NEWS).unlink()
    (project / "content/tin-tuc/2025").mkdir()
    (project / "content/tin-tuc/2025/mot-tin.md").write_text(
        "---\ntitle: Một tin mới\ndate: 2025-03-04\nsummary: Tóm tắt.\n---\nNội dung.\n", "utf-8"
    )
    preview = previewed()
    assert preview.first == "/tin-tuc/2025/mot-tin/"
    assert preview.opened.read_text() == preview.address + preview.first
    page.goto(preview.address + preview.first)
    bar = page.locator("#tx-bar")
    assert "Trang này: mới" in bar.inner_text()
    bar.locator("summary").click()
    text = bar.inner_text()
    for word, title in (("Mới", "Một tin mới"), ("Bỏ", "Tết trồng cây ở Khe Lụa")):
        assert re.search(rf"{word} so với bản đã công bố: 1 trang\s+{title}", text), text
    assert re.search(r"Đổi so với bản đã công bố: \d+ trang", text)
    links = {a.get_attribute("href") for a in bar.locator("a").all()}
    assert {"/", "/tin-tuc/", "/tin-tuc/2024/tet-trong-cay/", preview.first} <= links
    for link in links:
        assert page.request.get(preview.address + link).status == 200, link
    bar.get_by_text("Tết trồng cây ở Khe Lụa").click()
    assert "Trang này: bỏ" in page.locator("#tx-bar").inner_text()
    assert "Cả thôn ra đồi" in page.locator("article").inner_text() or page.locator("h1").count()
    # The published site is as it was, to the byte.
    now = {p: p.read_bytes() for p in (project / "site").rglob("*") if p.is_file()}
    assert now == state


def test_no_trace_of_the_bar_is_published(project, previewed, tmp_path, page):
    """The preview's own files are those of a build; only what is sent holds the bar."""
    preview = previewed()
    page.goto(f"{preview.address}/")
    assert page.locator("#tx-bar").count() == 1
    assert "Chưa công bố lần nào" in page.locator("#tx-bar").text_content()
    preview.stop()
    build(
        project,
        project / "site",
        Silent(),
    )
    folder = project / ".tuyenduong/xem-truoc/site"
    assert manifest.read(folder) == manifest.read(project / "site")
    for path in (project / "site").rglob("*.html"):
        text = path.read_bytes()
        assert text == (folder / path.relative_to(project / "site")).read_bytes()
        assert b"tx-bar" not in text
        assert b"xem-truoc" not in text


def test_faults_stand_beside_the_last_good_pages(project, previewed, page):
    """A saved fault shows with file, line and cure; its mending brings the new page."""
    published(project)
    preview = previewed()
    address = f"{preview.address}/phong-trao/thanh-son-xanh/"
    page.goto(address)
    assert "không trang nào đổi" in page.locator("#tx-bar").inner_text()
    before = page.locator("h1").inner_text()
    edit(project / MOVEMENT, "name:", "ten:")
    page.wait_for_selector(".tx-faults")
    text = page.locator("#tx-bar").inner_text()
    assert re.search(rf"{re.escape(MOVEMENT)}, dòng \d+ TRG-002", text)
    assert "tên trường đó viết là «name»" in text
    assert "bản tốt gần nhất" in text
    assert page.locator("h1").inner_text() == before
    edit(project / MOVEMENT, "ten:", "name: Tên vừa sửa #")
    page.wait_for_function("document.querySelector('h1').textContent.includes('Tên vừa sửa')")
    text = page.locator("#tx-bar").inner_text()
    assert "lỗi" not in text
    assert "Trang này: đổi" in text


def test_a_register_with_faults_from_the_start(project, previewed, page):
    """Where there is no good page yet the faults alone are shown; the pages come once mended."""
    edit(project / MOVEMENT, "name:", "ten:")
    preview = previewed()
    assert "TRG-002" in preview.told
    page.goto(preview.address + preview.first)
    assert "Chưa có trang nào" in page.locator("h1").inner_text()
    assert "TRG-002" in page.locator("#tx-bar").inner_text()
    edit(project / MOVEMENT, "ten:", "name:")
    page.wait_for_function("document.querySelector('h1').textContent.includes('Thanh Sơn')")


def test_what_no_rule_sees_is_told_too(project, previewed, page):
    """A dead link or private data in a hand-written page stops the build: the bar says so."""
    published(project)
    preview = previewed()
    page.goto(f"{preview.address}/")
    path = project / "content/gioi-thieu.md"
    text = path.read_text("utf-8")
    path.write_text(f"{text}\n[x](/khong-co/)\n", "utf-8")
    page.wait_for_selector(".tx-faults")
    told = page.locator(".tx-faults").first.inner_text()
    assert f"content/gioi-thieu.md, dòng {len(text.splitlines()) + 2} LK-001" in told
    path.write_text(f"{text}\nGọi 0912 345 678.\n", "utf-8")
    page.wait_for_function("document.querySelector('.tx-faults').textContent.includes('BM-002')")


def test_hostile_names_stay_text_in_the_bar(project, previewed, page):
    """What records say is printed letter by letter, titles and faults alike."""
    path = project / "data/awards/2023/chu-tich-ubnd-tinh-thanh-son/912-qd-ubnd-0212.yml"
    edit(path, "=1+1 |", "=1+2 |")
    edit(project / MOVEMENT, "name:", '"<img src=x onerror=alert(1)>": x\nname:')
    page.on("dialog", lambda dialog: pytest.fail("a script ran"))
    preview = previewed()
    page.goto(f"{preview.address}/")
    assert "<img src=x onerror=alert(1)>" in page.locator("#tx-bar").inner_text()
    edit(project / MOVEMENT, '"<img src=x onerror=alert(1)>": x\n', "")
    page.wait_for_function("document.querySelector('h1').textContent.includes('Thanh Sơn')")
    assert "<b>Tổ</b>" in page.locator("#tx-bar").text_content()


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [
        ("/", "evil.example", 403),
        ("/../../../data/site.yml", None, 404),
        ("/%2e%2e/%2e%2e/lock", None, 404),
        ("/khong-co/", None, 404),
        ("/_xem-truoc/../thanh.css", None, 404),
        ("/_xem-truoc/thanh.css", None, 200),
    ],
)
def test_only_the_preview_is_served_and_only_here(shared, path, host, status):
    """No other file, and no answer to a page that came under another name."""
    connection = http.client.HTTPConnection(shared.removeprefix("http://"), timeout=10)
    connection.request("GET", path, headers={"Host": host} if host else {})  # the path as it is
    with connection.getresponse() as answer:
        assert answer.status == status
        assert b"data_licence" not in answer.read()
    connection.close()


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """The address of one preview for several tests."""
    from tests.site.kit import copy_of_province

    preview = Preview(copy_of_province(tmp_path_factory.mktemp("shared") / "project"))
    yield preview.address
    preview.stop()


def test_another_command_at_work_is_waited_for(project, previewed, page):
    """`check` and the preview never hinder each other for good."""
    preview = previewed()
    page.goto(f"{preview.address}/phong-trao/thanh-son-xanh/")
    edit(project / MOVEMENT, "name:", "name: Tên vừa sửa #")
    for _ in range(3):
        run("tuyenduong", "check", cwd=project)
        time.sleep(0.3)
    page.wait_for_function("document.querySelector('h1').textContent.includes('Tên vừa sửa')")


def test_double_click(project, page):
    """What a clerk double-clicks does what the guide says, from any folder."""
    script = (ROOT / "xem-truoc.command").read_text("utf-8")
    batch = (ROOT / "xem-truoc.bat").read_bytes()
    assert (ROOT / "xem-truoc.command").stat().st_mode & 0o111
    assert batch.count(b"\n") == batch.count(b"\r\n") > 0
    before, after = batch.split(b"chcp 65001")  # what is no ASCII is read right only behind it
    assert before.isascii()
    labels = set(re.findall(rb"^:(\w+)", after, re.M))
    assert set(re.findall(rb"goto (\w+)", after)) == labels
    for text in (script, batch.decode("utf-8")):
        assert re.search(r"(?:tuyenduong|-m generator) preview", text)
        assert "--require-hashes -r requirements.lock" in text or "make .venv/core" in text
    (project / "xem-truoc.command").write_text(script, "utf-8")
    (project / "xem-truoc.command").chmod(0o755)
    (project / ".venv/bin").mkdir(parents=True)
    (project / ".venv/bin/tuyenduong").symlink_to(BIN / "tuyenduong")
    opened = project.parent / "opened.txt"
    note = project.parent / "browser.py"
    note.write_text(f"import sys; open({str(opened)!r}, 'w').write(sys.argv[1])\n")
    process = subprocess.Popen(
        [str(project / "xem-truoc.command")], cwd="/", stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, start_new_session=True,
        env={"BROWSER": f"{sys.executable} {note} %s", "PATH": "/usr/bin:/bin",
             "HOME": str(project.parent)},
    )  # fmt: skip
    try:
        until = time.monotonic() + 60
        while not (opened.is_file() and opened.read_text()):
            assert process.poll() is None, process.stdout.read()
            assert time.monotonic() < until
            time.sleep(0.2)
        page.goto(opened.read_text())
        assert page.locator("#tx-bar").count() == 1
    finally:
        process.terminate()
        process.communicate(timeout=20)
