"""Two ways to build, one result: the stamped site is the one that MkDocs renders, byte for byte."""

import re
import shutil
from pathlib import Path

import pytest

from generator.build import build
from generator.sample import write_sample
from tests.site.kit import ROOT, Silent, copy_of_province
from tests.site.test_commands import run

ANY_PAGE = 100_000  # bytes of HTML


def lines_of(site: Path) -> list[str]:
    """What the manifest says of every file but the search index."""
    lines = (site / "manifest.txt").read_text("utf-8").splitlines()
    return [line for line in lines if "  pagefind/" not in line]


def both_ways(root: Path) -> tuple[list[str], list[str]]:
    """Build a project by stamping, and by MkDocs alone; return the manifests."""
    stamped, rendered = root / "stamped", root / "site"
    build(root, stamped, Silent())
    shutil.rmtree(rendered, ignore_errors=True)
    done = run("mkdocs", "build", "--strict", "--quiet", cwd=root)
    assert done.returncode == 0, done.stderr
    return lines_of(stamped), lines_of(rendered)


def test_a_sample_of_two_thousand_honours(tmp_path):
    """Long lists, further pages of lists, every depth: the two ways agree on thousands of pages."""
    write_sample(ROOT, tmp_path / "sample", 2000, seed=3)
    stamped, rendered = both_ways(tmp_path / "sample")
    assert stamped == rendered
    assert sum(line.endswith("index.html") for line in stamped) > 2500
    pages = (tmp_path / "sample" / "stamped").rglob("*.html")
    assert max(page.stat().st_size for page in pages) <= ANY_PAGE


@pytest.mark.parametrize("url", ["https://thanh-son.example/so/vinh-danh/", "https://a.example/"])
def test_a_site_below_a_path(tmp_path, url):
    """The two ways agree where the site is not at the root of its host."""
    root = copy_of_province(tmp_path / "project")
    settings = root / "data" / "site.yml"
    settings.write_text(
        re.sub(r"(?m)^url: .*$", f"url: {url}", settings.read_text("utf-8")), "utf-8"
    )
    stamped, rendered = both_ways(root)
    assert stamped == rendered
    page = next((root / "stamped" / "vinh-danh").rglob("1/index.html"))
    assert f'<link rel="canonical" href="{url}vinh-danh/' in page.read_text("utf-8")


def test_no_shell_is_left_in_the_site(province):
    """What the shells were made of is nowhere in the finished site."""
    names = [path.relative_to(province).as_posix() for path in province.rglob("*")]
    assert not [name for name in names if "shell" in name]
    for path in province.rglob("*.html"):
        assert "tuyenduong" not in path.read_text("utf-8").replace("TuyenDuong", ""), path


def test_without_a_repository_there_is_no_edit_link(project):
    """The shells follow the office's settings."""
    settings = project / "data" / "site.yml"
    text = re.sub(r"(?m)^repository: .*\n", "", settings.read_text("utf-8"))
    settings.write_text(text, "utf-8")
    stamped, rendered = both_ways(project)
    assert stamped == rendered
    assert 'rel="edit"' not in (project / "stamped" / "vinh-danh" / "index.html").read_text("utf-8")
