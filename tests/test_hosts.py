"""The pages belong to no host: others than MkDocs build the same tree, without a plugin of ours."""

import html
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.load import load
from generator.markdown_tree import write_pages
from generator.tree import pages

ROOT = Path(__file__).parents[1]
PROVINCE = ROOT / "tests" / "province"
SETTINGS = """\
site_name: Thanh Sơn
site_url: https://thanh-son.example/
docs_dir: docs
site_dir: site
theme:
  name: material
  custom_dir: theme
  language: vi
  font: false
  favicon: assets/favicon.svg
extra_css: [assets/site.css]
nav:
  - Vinh danh: vinh-danh/index.md
not_in_nav: "/**"
markdown_extensions: [attr_list, def_list, md_in_html, sane_lists, tables, toc]
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """The Markdown tree of the invented province with plain settings beside it."""
    folder = tmp_path_factory.mktemp("host")
    write_pages(PROVINCE, folder / "docs")
    shutil.copytree(ROOT / "theme", folder / "theme")
    (folder / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    return folder


@pytest.mark.parametrize("host", ["properdocs", "zensical"])
def test_another_host_builds_every_page(host, project):
    """Each page is there, with its title, its heading and the words of its description."""
    shutil.rmtree(project / "site", ignore_errors=True)
    command = [str(Path(sys.executable).parent / host), "build", "-f", "mkdocs.yml"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    register = load(PROVINCE)
    found = list(pages(register.reference, register.volumes))
    assert len(found) > 80
    for page in found:
        text = (project / "site" / page.address.lstrip("/") / "index.html").read_text("utf-8")
        heading = re.search(r'<h1 id="trang">(.*?)(?:<a class="headerlink.*)?</h1>', text, re.S)
        assert heading, page.address
        assert " ".join(page.title.split()) == html.unescape(heading[1]), page.address
        assert html.escape(" ".join(page.description.split())) in text, page.address
        assert 'href="' in text.split('class="td-body"')[1], page.address
