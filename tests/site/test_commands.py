"""The commands as a clerk and a webmaster type them: real processes, Vietnamese words."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.site.kit import PROVINCE, ROOT

BIN = Path(sys.executable).parent
ENGLISH = re.compile(r"\b(error|usage|options|traceback|aborted|invalid|missing|no such)\b", re.I)


def run(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run a command of the environment."""
    command = [str(BIN / arguments[0]), *arguments[1:]]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, timeout=120)


def free_port() -> int:
    """A port that nobody listens on."""
    import socket

    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def test_check_tells_all_faults_and_their_number(project):
    """`check` prints file:line: CODE field: problem; cure, sorted, counts them and exits with 1."""
    for path in sorted(project.glob("content/tin-tuc/*/*.md"))[:2]:
        text = path.read_text("utf-8").replace("title:", "titel:", 1)
        path.write_text(text, "utf-8")
    done = run("tuyenduong", "check", cwd=project)
    assert done.returncode == 1
    faults = [line for line in done.stdout.splitlines() if ": TRG-" in line]
    assert len(faults) == 4
    assert all(
        re.match(r"content/tin-tuc/\S+\.md:\d+: TRG-00[12] tit\w+: .+; .+", f) for f in faults
    )
    assert re.search(r"^4 lỗi, \d+ cảnh báo\.$", done.stdout, re.M)
    assert not done.stderr


def test_check_of_the_shipped_data_passes():
    """The data that is shipped has no fault."""
    done = run("tuyenduong", "check")
    assert done.returncode == 0
    assert "lỗi" in done.stdout


def test_check_sees_links_that_lead_nowhere(project):
    """Links of stories, news and hand-written pages are followed without a build, line by line."""
    story = project / "data/exemplars/vuon-che-nui.yml"
    lines = story.read_text("utf-8").split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("story: |")) + 1
    lines[at:at] = [
        "  Xem [chuyện](/guong/hiem-hoc/), [quyết định](/vinh-danh/2024/khong-co/1-qd/),",
        "  [lượt](/vinh-danh/2024/chu-tich-ubnd-tinh-thanh-son/37-qd-ubnd/12/), [lượt mất](",
        "  /vinh-danh/2024/chu-tich-ubnd-tinh-thanh-son/37-qd-ubnd/13/#x), [web](https://a.example/).",
        "",
    ]
    story.write_text("\n".join(lines), "utf-8")
    for name, text in (
        ("tin-tuc/2024/tet-trong-cay.md", "[đúng](/phong-trao/) [sai](/phong-trao/khong-co/)"),
        (
            "gioi-thieu.md",
            "[đúng](../a-z/tap-the/t/) [sai](../x/) [tệp](../tep/912-qd-ubnd.pdf)",
        ),
    ):
        path = project / "content" / name
        path.write_text(f"{path.read_text('utf-8')}\n\n{text}\n", "utf-8")
    for name, right, wrong in (
        ("clusters/cac-so-vung-suoi.yml", "thanh-son/37-qd-ubnd/1/", "thanh-son/37-qd-ubnd/99/"),
        ("corrections.yml", "/vinh-danh/2023/", "/vinh-danh/2013/"),
        ("initiatives/uom-cay-bang-la.yml", "thanh-son/912-qd-ubnd/", "thanh-son/913-qd-ubnd/"),
        ("tasks/2026.yml", "/cum-khoi/cac-so-vung-suoi/", "/cum-khoi/khong-co/"),
    ):
        path = project / "data" / name
        path.write_text(path.read_text("utf-8").replace(right, wrong, 1), "utf-8")
    done = run("tuyenduong", "check", cwd=project)
    assert done.returncode == 1
    told = re.findall(r"^(\S+?):(\d+): LK-001(?: (\w+))?: liên kết «(\S+)»", done.stdout, re.M)
    assert [(file, field, link) for file, _, field, link in told] == [
        ("content/gioi-thieu.md", "", "../x/"),
        ("content/tin-tuc/2024/tet-trong-cay.md", "body", "/phong-trao/khong-co/"),
        ("data/clusters/cac-so-vung-suoi.yml", "honour",
         "/vinh-danh/2024/chu-tich-ubnd-tinh-thanh-son/37-qd-ubnd/99/"),
        ("data/corrections.yml", "page",
         "/vinh-danh/2013/chu-tich-ubnd-tinh-thanh-son/912-qd-ubnd/"),
        ("data/exemplars/vuon-che-nui.yml", "story", "/vinh-danh/2024/khong-co/1-qd/"),
        ("data/exemplars/vuon-che-nui.yml", "story",
         "/vinh-danh/2024/chu-tich-ubnd-tinh-thanh-son/37-qd-ubnd/13/#x"),
        ("data/initiatives/uom-cay-bang-la.yml", "awards",
         "/vinh-danh/2023/chu-tich-ubnd-tinh-thanh-son/913-qd-ubnd/"),
        ("data/tasks/2026.yml", "link", "/cum-khoi/khong-co/"),
    ]  # fmt: skip
    for file, line, _, link in told:
        assert link in (project / file).read_text("utf-8").split("\n")[int(line) - 1]


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["build", "--help"], ["bild"], ["build", "--nothing"], ["pages"], ["check", "x"]],
)
def test_the_command_speaks_vietnamese(arguments):
    """Help and mistakes in calling are told without a word of English."""
    done = run("tuyenduong", *arguments)
    text = done.stdout + done.stderr
    assert text.strip()
    assert not ENGLISH.search(text.replace("tuyenduong", ""))
    assert done.returncode == (0 if "--help" in arguments else 2)


def test_outside_a_project_the_cure_is_told(tmp_path):
    """Called in a wrong folder, the command says so and what to do."""
    done = run("tuyenduong", "build", cwd=tmp_path)
    assert done.returncode == 1
    assert "--root" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_pages_writes_the_whole_markdown_tree(tmp_path):
    """`pages` writes generated and hand-written pages, and never into a folder that has files."""
    folder = tmp_path / "tree"
    assert run("tuyenduong", "pages", str(folder)).returncode == 0
    assert (folder / "gioi-thieu.md").is_file()
    page = folder / "vinh-danh/2023/chu-tich-ubnd-tinh-bac-kan/1870-qd-ubnd/3/index.md"
    assert "# Trường Mầm non Bộc Bố" in page.read_text("utf-8")
    again = run("tuyenduong", "pages", str(folder))
    assert again.returncode == 1
    assert "trống" in again.stderr


def test_mkdocs_builds_by_itself_and_equals_the_build(project, province):
    """`mkdocs build --strict` gives the very bytes of `tuyenduong build`."""
    done = run("mkdocs", "build", "--strict", cwd=project)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    names = (project / "site" / "manifest.txt").read_text("utf-8").splitlines()
    ours = (province / "manifest.txt").read_text("utf-8").splitlines()
    assert [n for n in names if "pagefind/" not in n] == [n for n in ours if "pagefind/" not in n]


def test_mkdocs_stops_at_a_fault_before_it_touches_the_site(project):
    """No way to a site goes round the rules, and a fault leaves the old site even to MkDocs."""
    assert run("mkdocs", "build", "-q", cwd=project).returncode == 0
    before = (project / "site" / "index.html").read_bytes()
    news = sorted(project.glob("content/tin-tuc/*/*.md"))[0]
    news.write_text(news.read_text("utf-8") + "\nGọi 0912345678.\n", "utf-8")
    done = run("mkdocs", "build", "-q", cwd=project)
    assert done.returncode == 1
    assert "BM-001" in done.stderr
    assert "Traceback" not in done.stderr
    assert (project / "site" / "index.html").read_bytes() == before


def test_edit_this_page_opens_the_record(province):
    """The edit link of a generated page is the YAML (or Markdown) of its record."""
    decision = sorted(PROVINCE.glob("data/awards/*/*/*.yml"))[0].relative_to(PROVINCE)
    year, issuer, name = decision.parts[2], decision.parts[3], decision.stem
    text = (province / "vinh-danh" / year / issuer / name / "index.html").read_text("utf-8")
    links = re.findall(r'href="([^"]+)" rel="edit"', text)
    assert len(links) == 1
    assert os.path.normpath(links[0].split("://")[1]).endswith(f"edit/main/{decision.as_posix()}")


def test_serve_shows_a_saved_change(project, page):
    """`tuyenduong serve` rebuilds when a record is saved, and the open page shows it."""
    port = free_port()
    command = [str(BIN / "tuyenduong"), "serve", "--address", f"127.0.0.1:{port}"]
    server = subprocess.Popen(
        command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    try:
        movement = sorted(project.glob("data/movements/*.yml"))[0]
        address = f"http://127.0.0.1:{port}/phong-trao/{movement.stem}/"
        _open(page, address, server)
        text = re.sub(r"^name: .*$", "name: Tên vừa sửa", movement.read_text("utf-8"), flags=re.M)
        movement.write_text(text, "utf-8")
        changed = "document.querySelector('h1')?.textContent.includes('Tên vừa sửa')"
        page.wait_for_function(changed, timeout=30_000)
    finally:
        server.terminate()
        server.communicate(timeout=20)


def _open(page, address: str, server: subprocess.Popen) -> None:
    """Open an address as soon as the server answers."""
    for _ in range(120):
        assert server.poll() is None, server.stdout.read()
        try:
            page.goto(address)
            return
        except Exception:
            time.sleep(0.25)
    pytest.fail("the server never answered")
