"""The HTML of one page of each kind, byte for byte: the theme's review; and no clock in it."""

import os
import subprocess
import sys
from html.parser import HTMLParser

from generator.load import load
from generator.tree import pages
from tests.site.kit import PROVINCE, ROOT, ask, copy_of_province, served

EXPECTED = ROOT / "tests" / "expected" / "html"
BUILD = """
import datetime, sys, time
from pathlib import Path
later = 40 * 86400
real = time.time
time.time = lambda: real() + later
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(days=40)
    @classmethod
    def utcnow(cls):
        return super().utcnow() + datetime.timedelta(days=40)
datetime.datetime = Later
from generator.build import build
from tests.site.kit import Silent
build(Path(sys.argv[1]), Path(sys.argv[2]), Silent())
"""


def one_of_each_template() -> dict[str, str]:
    """The first page of each template of the invented province: template → address."""
    register = load(PROVINCE)
    found: dict[str, str] = {}
    for page in pages(register.reference, register.volumes):
        found.setdefault(page.template.removesuffix(".md.jinja"), page.address)
    return found


def test_the_html_of_each_kind_is_as_expected(province, request):
    """Every page kind looks in HTML as it did when it was last reviewed."""
    made = {name: (province / at.lstrip("/") / "index.html").read_text("utf-8")
            for name, at in one_of_each_template().items()}  # fmt: skip
    made["404"] = (province / "404.html").read_text("utf-8")
    if request.config.getoption("--bless"):
        EXPECTED.mkdir(parents=True, exist_ok=True)
        for path in EXPECTED.glob("*.html"):
            path.unlink()
        for name, text in made.items():
            (EXPECTED / f"{name}.html").write_text(text, "utf-8")
    expected = {path.stem: path.read_text("utf-8") for path in EXPECTED.glob("*.html")}
    different = sorted(name for name in made.keys() | expected.keys()
                       if made.get(name) != expected.get(name))  # fmt: skip
    assert not different, f"{different} differ; if the new HTML is right, run: make bless"


def test_another_day_another_order_the_same_bytes(province, province_url, page, tmp_path):
    """With another hash seed, another folder and a clock forty days on, the site is the same."""
    project = copy_of_province(tmp_path / "elsewhere")
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "PYTHONPATH": str(ROOT)}
    environment.pop("SOURCE_DATE_EPOCH", None)
    command = [sys.executable, "-c", BUILD, str(project), str(tmp_path / "site")]
    subprocess.run(command, check=True, env=environment, capture_output=True)
    manifests = [site / "manifest.txt" for site in (province, tmp_path / "site")]
    ours, theirs = ([line for line in manifest.read_text("utf-8").splitlines()
                     if "  pagefind/" not in line] for manifest in manifests)  # fmt: skip
    assert ours == theirs
    assert len(ours) > 100
    queries = ("nguyen khanh hoa", "Đượm", "912", "khe lua", "thư khen")
    with served(tmp_path / "site") as twin:
        for query in queries:
            here, there = ask(page, province_url, query), ask(page, twin, query)
            assert [title for title, _ in here] == [title for title, _ in there]
            assert here


class Nesting(HTMLParser):
    """Tells of tags that are closed in another order than they were opened, or not at all."""

    VOID = frozenset({
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
    })  # fmt: skip

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(html)
        self.close()
        self.wrong += [f"<{tag}> not closed" for tag in self.open]

    def handle_starttag(self, tag, attrs):
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.wrong.append(f"</{tag}> at {self.getpos()}, open: {self.open[-3:]}")


def test_tags_are_closed_as_they_were_opened(province):
    """No page of any kind has a tag that a browser must mend."""
    wrong = {
        name: found
        for name, at in {**one_of_each_template(), "404": "404.html"}.items()
        if (found := Nesting((province / at.lstrip("/")).joinpath(
            *() if at.endswith(".html") else ("index.html",)).read_text("utf-8")).wrong)
    }  # fmt: skip
    assert wrong == {}
