"""The feeds in a built site: found from every page, gated, rewritten only when they change."""

from pathlib import Path
from urllib.parse import urljoin

import lxml.html
import pytest
import yaml
from lxml import etree

from generator import exports
from generator.build import build
from generator.exports import make_all
from generator.formats.card import is_card
from generator.values import UserError
from tests.site.kit import Silent

BASE = "https://thanh-son.example/"
DECISION = "data/awards/2025/chu-tich-ubnd-tinh-thanh-son/55-qd-ubnd.yml"
TYPE = "application/atom+xml"


def test_every_page_leads_to_two_feeds(province: Path) -> None:
    """The feed of everything and that of corrections, then its own, as readers look for them."""
    pages = list(province.rglob("*.html"))
    pages = [page for page in pages if not is_card(page.as_posix())]
    assert len(pages) > 100
    for page in pages:
        tree = lxml.html.fromstring(page.read_text("utf-8"))
        links = [e for e in tree.iter("link") if e.get("type") == TYPE]
        here = f"{BASE}{page.relative_to(province).as_posix()}"
        found = [urljoin(here, e.get("href") or "").removeprefix(BASE) for e in links]
        assert found[:2] == ["feeds/tat-ca.atom", "feeds/dinh-chinh.atom"], page
        assert all((province / name).exists() for name in found)
        assert all(e.get("rel") == "alternate" and e.get("title") for e in links)


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("dia-ban/xa-dong-may/", "dia-ban-xa-dong-may"),
        ("linh-vuc/giao-duc/", "linh-vuc-giao-duc"),
        ("phong-trao/thanh-son-xanh/", "phong-trao-thanh-son-xanh"),
        ("vinh-danh/", "quyet-dinh"),
        ("guong/", "guong"),
        ("lay-y-kien/", "lay-y-kien"),
        ("tin-tuc/", "tin-tuc"),
    ],
)
def test_a_page_leads_to_its_own_feed(province: Path, page: str, name: str) -> None:
    """In plain sight and in its head, in three forms; and the feed leads back to the page."""
    tree = lxml.html.fromstring((province / page / "index.html").read_text("utf-8"))
    for tag in ("a", "link"):
        found = {urljoin(BASE + page, str(e.get("href"))) for e in tree.iter(tag)}
        assert {f"{BASE}feeds/{name}.{form}" for form in ("atom", "rss", "json")} <= found
    feed = etree.fromstring((province / "feeds" / f"{name}.rss").read_bytes())
    assert feed.findtext("channel/link") == BASE + page


def test_what_has_nothing_has_no_feed(province: Path) -> None:
    """A field without a story has a page that leads to no feed of its own."""
    page = (province / "linh-vuc/y-te/index.html").read_text("utf-8")
    assert "feeds/linh-vuc-" not in page
    assert not (province / "feeds/linh-vuc-y-te.atom").exists()


def test_an_edit_rewrites_the_feeds_it_touches(project: Path, monkeypatch) -> None:
    """Another title of one decision: no other feed is written; without an edit none is made."""
    site, count = project / "site", []
    monkeypatch.setattr("generator.closing.make_all", lambda *of: count.append(1) or make_all(*of))
    build(project, site, Silent())
    assert len(count) == 1
    build(project, site, Silent())
    assert len(count) == 1
    before = {path: path.stat().st_mtime_ns for path in (site / "feeds").glob("*.*")}
    record = yaml.safe_load((project / DECISION).read_text("utf-8"))
    old, new = record["title"], "Khen những người giữ đê"
    text = (project / DECISION).read_text("utf-8")
    (project / DECISION).write_text(text.replace(old, new), "utf-8")
    build(project, site, Silent())
    changed = {path.name for path, time in before.items() if path.stat().st_mtime_ns != time}
    holding = {p.name for p in before if new in p.read_text("utf-8")}
    assert changed == holding - {"index.html"}
    assert 6 <= len(changed) < len(before)


def test_the_gates_read_what_is_made_of_the_whole(project: Path, monkeypatch) -> None:
    """Private data in a feed, wherever it comes from, keeps the old site."""
    leak = (
        lambda reference, index: iter([("feeds/x.atom", "<a>\n<b>CCCD 001199012345</b>\n</a>")]),
    )
    monkeypatch.setattr(exports, "MAKERS", leak)
    with pytest.raises(UserError, match=r"feeds/x\.atom: BM-002"):
        build(project, project / "site", Silent())
    assert not (project / "site").exists()
