"""The main job: all or nothing, and a crash in the middle is rolled forward."""

import os
import re
import shutil
from pathlib import Path

import pytest

from generator import journal, manifest
from generator.assemble import finish
from generator.build import build
from generator.finder import references
from generator.finder import rows as finder_rows
from generator.load import load
from generator.values import DataError, UserError
from tests.site.kit import Silent

NEWS = "content/tin-tuc/2020/lien-ket-hong.md"


def state(site: Path) -> dict[str, bytes]:
    """Every file of a site with its bytes; the search index apart."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and "pagefind" not in path.parts and path.name != "manifest.txt"
    }


def decision(project: Path) -> Path:
    """Some decision of the project."""
    return sorted(project.glob("data/awards/*/*/*.yml"))[0]


def test_a_build_gives_the_same_bytes_each_time(project, province):
    """The same data gives the same site, wherever it is built."""
    build(project, project / "site", Silent())
    assert state(project / "site") == state(province)


def test_a_fault_in_the_data_leaves_the_old_site(project):
    """A site is not touched by data that cannot be published."""
    site = project / "site"
    build(project, site, Silent())
    before = state(site)
    decision(project).write_text("issuer: [", "utf-8")
    with pytest.raises(DataError) as error:
        build(project, site, Silent())
    assert "YML-001" in str(error.value)
    assert state(site) == before
    assert not journal.staging_of(site).exists()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[không có](khong-co/)", "LK-001"),
        ("[không có](#khong-co)", "LK-001"),
        ("[không có](khong-co.md)", "MkDocs"),
        ("Gọi số 0912 345 678.", "BM-002"),
        ("<!-- 012345678901 -->", "BM-002"),
    ],
)
def test_the_gates_stop_hand_written_pages_too(project, text, code):
    """A dead link or private data in a page written by hand leaves the old site as it was."""
    site = project / "site"
    build(project, site, Silent())
    before = state(site)
    (project / "content" / "them.md").write_text(f"# Thêm\n\n{text}\n", "utf-8")
    with pytest.raises(UserError) as error:
        build(project, site, Silent())
    assert code in str(error.value)
    assert "them" in str(error.value)
    assert state(site) == before


def test_what_is_gone_from_the_data_is_gone_from_the_site(project):
    """A record that was removed takes its pages along, and leaves no empty folder."""
    site = project / "site"
    build(project, site, Silent())
    news = sorted(project.glob("content/tin-tuc/*/*.md"))[0]
    page = site / "tin-tuc" / news.parent.name / news.stem / "index.html"
    assert page.is_file()
    news.unlink()
    build(project, site, Silent())
    assert not page.parent.exists()


def test_files_of_the_host_are_left_alone(project):
    """A file that the build did not write, like CNAME, stays."""
    site = project / "site"
    build(project, site, Silent())
    (site / "CNAME").write_text("vinh-danh.example")
    build(project, site, Silent())
    assert (site / "CNAME").read_text() == "vinh-danh.example"


def test_a_folder_with_other_files_is_refused(project, tmp_path):
    """A folder that is not a site of ours is never written into."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "thesis.docx").write_text("x")
    with pytest.raises(UserError, match="--out"):
        build(project, other, Silent())
    assert [path.name for path in other.iterdir()] == ["thesis.docx"]


@pytest.mark.parametrize("crash_after", [0, 1, 5, 40])
def test_a_crash_in_the_change_is_rolled_forward(project, monkeypatch, crash_after):
    """A build killed between two renames is finished by the next command."""
    site = project / "site"
    build(project, site, Silent())
    settings = project / "data" / "site.yml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("\nname: ", "\nname: Mới – ", 1), "utf-8")
    real, done = os.replace, [0]

    def replace(source, target):
        if Path(target).is_relative_to(site):
            done[0] += 1
            if done[0] > crash_after:
                raise KeyboardInterrupt
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(KeyboardInterrupt):
        build(project, site, Silent())
    monkeypatch.undo()
    assert journal.pending(site)
    journal.recover(site)
    fresh = project / "fresh"
    build(project, fresh, Silent())
    assert state(site) == state(fresh)
    assert not journal.pending(site)


def test_pages_come_before_the_lists_that_lead_to_them(project, monkeypatch):
    """At no moment of the change does a list lead to a page that is not there yet."""
    (project / "site" / "tin-cu").mkdir(parents=True)  # a site that is not empty: no swap at once
    (project / "site" / "manifest.txt").write_text(f"{manifest.MARK}\n", "utf-8")
    names = []
    real = os.replace
    monkeypatch.setattr(os, "replace", lambda a, b: (names.append(Path(b).as_posix()), real(a, b)))
    build(project, project / "site", Silent())
    pages = [name for name in names if name.endswith("index.html") and "/vinh-danh/" in name]
    depths = [name.count("/") for name in pages]
    assert depths == sorted(depths, reverse=True)
    assert names.index(pages[-1]) < names.index((project / "site" / "index.html").as_posix())


def test_the_manifest_names_every_file(province):
    """`sha256sum --check manifest.txt` would find every file, and nothing more."""
    import hashlib

    lines = (province / "manifest.txt").read_text("utf-8").splitlines()[1:]
    listed = dict(reversed(line.split("  ", 1)) for line in lines)
    found = {p.relative_to(province).as_posix() for p in province.rglob("*") if p.is_file()}
    assert listed.keys() == found - {"manifest.txt"}
    for name, digest in listed.items():
        assert hashlib.sha256((province / name).read_bytes()).hexdigest() == digest


HIDDEN = "Quách Lệ Tường Vi Ẩn"  # withheld in the invented province


@pytest.mark.parametrize("place", ["content/them.md", "content/tin-tuc/2024/tet-trong-cay.md"])
def test_a_withheld_name_is_stopped_wherever_it_stands(project, place):
    """A name that a decision withholds may stand on no page, and the message does not tell it."""
    path = project / place
    before = path.read_text("utf-8") if path.exists() else "# Thêm\n"
    path.write_text(f"{before}\nChúc mừng {HIDDEN.upper()}.\n", "utf-8")
    with pytest.raises(UserError) as error:
        build(project, project / "site", Silent())
    assert "BM-003" in str(error.value)
    assert HIDDEN.lower() not in str(error.value).lower()


@pytest.mark.parametrize(
    ("row", "text", "code"),
    [("_honour", "gọi 0912 345 678", "BM-002"), ("_record", f"cùng {HIDDEN}", "BM-003")],
)
def test_the_gates_read_the_search_index(project, province, monkeypatch, row, text, code):
    """What stands in no page but in the register's index is stopped, whichever way it is built."""
    rows = references if row == "_record" else finder_rows
    made = getattr(rows, row)
    monkeypatch.setattr(
        rows, row, lambda *given, **named: made(*given, **named)._replace(unit=text)
    )
    with pytest.raises(UserError, match=rf"tra-cuu/so/: {code}"):
        build(project, project / "site", Silent())
    with pytest.raises(UserError, match=rf"tra-cuu/so/: {code}"):
        finish(province, load(project))


def test_a_file_that_becomes_a_folder_and_back(project):
    """The change of the site copes with a file where a folder was, and the other way round."""
    site, content = project / "site", project / "content"
    (content / "phu-luc.md").write_text("# Phụ lục\n", "utf-8")
    build(project, site, Silent())
    shutil.rmtree(site / "phu-luc")
    (site / "phu-luc").write_text("a file of the webmaster's")
    (content / "phu-luc.md").write_text("# Phụ lục mới\n", "utf-8")
    build(project, site, Silent())
    assert "Phụ lục mới" in (site / "phu-luc" / "index.html").read_text("utf-8")


def test_a_manifest_of_somebody_else_is_no_leave_to_delete(project, tmp_path):
    """A folder with a manifest.txt that this command did not write is refused."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "thesis.docx").write_text("x")
    (other / "manifest.txt").write_text("0" * 64 + "  thesis.docx\n")
    with pytest.raises(UserError, match="--out"):
        build(project, other, Silent())
    assert (other / "thesis.docx").is_file()


def test_a_manifest_that_names_files_outside_removes_none(project):
    """Names that lead out of the site are passed over."""
    site = project / "site"
    build(project, site, Silent())
    with (site / "manifest.txt").open("a", encoding="utf-8") as manifest:
        manifest.write("x  ../data/site.yml\nx  /etc/hostname\n")
    build(project, site, Silent())
    assert (project / "data" / "site.yml").is_file()


@pytest.mark.parametrize("name", ["phong-trao.md", "phong-trao/index.md", "tra-cuu.md"])
def test_a_page_by_hand_never_hides_behind_a_generated_one(project, name):
    """Two pages at one address are a fault, not a silent loss of one."""
    path = project / "content" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("# Trùng\n", "utf-8")
    with pytest.raises(UserError, match="TEP-008"):
        build(project, project / "site", Silent())


def test_settings_and_hand_written_words_are_escaped(project):
    """Markup in the office's settings or in a page's description stays text."""
    settings = project / "data" / "site.yml"
    text = settings.read_text("utf-8")
    text = re.sub(r"(?m)^tagline: .*$", "tagline: 'Khen \"đúng\" <script>alert(1)</script>'", text)
    settings.write_text(text, "utf-8")
    (project / "content" / "them.md").write_text(
        '---\ntitle: A <b>\ndescription: Nói "thẳng"\n---\n# Thêm\n', "utf-8"
    )
    build(project, project / "site", Silent())
    for path in (project / "site").rglob("*.html"):
        assert "<script>alert(1)" not in path.read_text("utf-8")
    page = (project / "site" / "them" / "index.html").read_text("utf-8")
    assert 'content="Nói &quot;thẳng&quot;"' in page
    assert "<title>A &lt;b&gt; –" in page


def test_nothing_is_loaded_from_another_host(project):
    """A page by hand that would load something from elsewhere is stopped."""
    text = '# Thêm\n\n<img src="https://ngoai.example/a.png" alt="">\n'
    (project / "content" / "them.md").write_text(text, "utf-8")
    with pytest.raises(UserError, match="LK-001"):
        build(project, project / "site", Silent())
