"""Earlier versions on the built site: made the same in both ways, kept apart, and never a leak."""

import re
from pathlib import Path

import pytest
import yaml

from generator.build import build
from generator.values import UserError
from tests.site.kit import Silent
from tests.site.test_incremental import changed
from tests.site.test_stamp import both_ways

FOLDER = "data/awards/2023/chu-tich-ubnd-tinh-thanh-son"
DECISION = "vinh-danh/2023/chu-tich-ubnd-tinh-thanh-son/912-qd-ubnd"
HONOUR = f"{DECISION}/3"
FIRST, EARLIER_NAME = "Vàng A Ửng", "Vàng A Ựng Trước"
TEXTS = (".html", ".json", ".csv", ".xml", ".txt", ".ics", ".bib", ".ris", ".md")


def correct(decision: dict, **before: object) -> None:
    """Add a correction to a decision, with what was published until then."""
    entry = {"change": "corrected", "date": "2026-01-02", "reason": "Ghi lại cho đúng"}
    about = {"honours": [row["id"] for row in before.get("honours", ())]}
    decision["history"] = [*decision.get("history", ()), {**entry, **about, "before": before}]


def showing(site: Path, words: str) -> list[str]:
    """Return the files of a site that hold some words, in their texts or their names."""
    return [
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.is_file()
        and (words.encode() in path.read_bytes() if path.suffix in TEXTS else words in path.name)
    ]


def test_both_ways_with_a_long_list(project):
    """An earlier version of a list of many pages is made the same in both ways, and unlisted."""
    path = project / FOLDER / "912-qd-ubnd.yml"

    def lengthen(decision: dict) -> None:
        people = [{"id": 10 + n, "name": f"Nông Văn Số {n}"} for n in range(130)]
        decision["honours"] += people
        decision["stated"]["person"] += 130
        correct(decision, title="Trích yếu cũ")

    changed(path, lengthen)
    stamped, rendered = both_ways(project)
    assert stamped == rendered
    site = project / "stamped"
    further = site / DECISION / "v5/trang/2/index.html"
    assert "Nông Văn Số 120" in further.read_text("utf-8")
    told = showing(site, "Trích yếu cũ")
    assert f"{DECISION}/v5/index.html" in told
    assert all(re.match(rf"{DECISION}/v[1-5]/", name) for name in told)


def test_search_engines_keep_the_latest_alone(project):
    """Earlier versions ask not to be kept; no list for machines and no search leads to one."""
    settings, site = project / "data" / "site.yml", project / "site"
    changed(settings, lambda data: data.update(demonstration=False))
    build(project, site, Silent())
    robots = '<meta name="robots" content="noindex">'
    earlier = [path for path in site.rglob("index.html") if re.match(r"v\d+$", path.parent.name)]
    assert len(earlier) > 20
    for path in earlier:
        old, new = path.read_text("utf-8"), (path.parents[1] / "index.html").read_text("utf-8")
        assert robots in old
        assert robots not in new
        assert "data-pagefind-body" not in old
        own = path.parent.relative_to(site).as_posix()
        assert f'<link rel="canonical" href="https://thanh-son.example/{own}/">' in old
    others = [n for n in showing(site, "/v1/") if not n.endswith(".html")]
    assert others == ["manifest.txt"]


def test_a_name_withheld_later_is_in_no_version(project):
    """Whoever is withheld is nowhere, with the name of today or with one before a correction."""
    path, site = project / FOLDER / "912-qd-ubnd.yml", project / "site"
    changed(path, lambda d: correct(d, honours=[{"id": 3, "name": EARLIER_NAME}]))
    build(project, site, Silent())
    assert f"{HONOUR}/v1/index.html" in showing(site, EARLIER_NAME)
    assert f"{HONOUR}/index.html" in showing(site, FIRST)
    changed(path, lambda d: d["honours"][2].update(display="withheld"))
    build(project, site, Silent())
    assert showing(site, EARLIER_NAME) == showing(site, FIRST) == []
    assert "Không công bố tên" in (site / HONOUR / "v1" / "index.html").read_text("utf-8")


def test_an_earlier_name_of_who_is_withheld_stands_nowhere_else(project):
    """A text that names who is withheld by the name before a correction is refused."""
    path = project / FOLDER / "912-qd-ubnd.yml"

    def tell(decision: dict) -> None:
        correct(decision, honours=[{"id": 3, "name": EARLIER_NAME}])
        decision["honours"][2]["display"] = "withheld"
        decision["occasion"] = f"Theo gương {EARLIER_NAME}"

    changed(path, tell)
    with pytest.raises(UserError, match="BM-003"):
        build(project, project / "site", Silent())


def test_each_version_is_cited_as_itself(province, province_url, page):
    """A reader who cites an earlier version cites its number, its address, and what replaced it."""
    page.goto(f"{province_url}{HONOUR}/v1/")
    page.locator("details.td-cite > summary").click()
    page.locator("details.td-cite dd").first.wait_for()
    text = page.locator("details.td-cite").inner_text()
    assert f"/{HONOUR}/v1/" in text
    assert "phiên bản 1" in text
    assert "đã bị tước" in text
    page.get_by_role("link", name="Xem bản mới nhất (phiên bản 2)").click()
    assert page.url == f"{province_url}{HONOUR}/"
    page.get_by_role("link", name="Phiên bản 1").click()
    assert page.url == f"{province_url}{HONOUR}/v1/"


def test_what_is_no_more_is_told_once(province, page, province_url):
    """Above an earlier version of what was stripped its paper stands once, the rest in short."""
    page.goto(f"{province_url}{HONOUR}/v1/")
    first, second = page.locator(".td-notice").all_inner_texts()
    paper = first.partition(" theo ")[2].partition(". Nay ")[0]
    assert paper.startswith("Văn bản")
    assert paper not in second
    assert second.startswith("Dữ liệu minh họa, không có thật. Phiên bản 1, từ ngày")
    assert "Lý do: tước" in second


def test_addresses_of_versions_stay(project):
    """A further change makes one version more; those that were there keep their words."""
    path, site = project / FOLDER / "912-qd-ubnd.yml", project / "site"
    changed(path, lambda d: correct(d, honours=[{"id": 5, "name": "Tên thứ nhất"}]))
    build(project, site, Silent())
    folder = site / DECISION / "5"
    assert "Tên thứ nhất" in (folder / "v1/index.html").read_text("utf-8")
    changed(path, lambda d: correct(d, honours=[{"id": 5, "name": "Tên thứ hai"}]))
    data = yaml.safe_load(path.read_text("utf-8"))
    assert len(data["history"]) == 6
    build(project, site, Silent())
    assert "Tên thứ nhất" in (folder / "v1/index.html").read_text("utf-8")
    assert "Tên thứ hai" in (folder / "v2/index.html").read_text("utf-8")
    assert not (folder / "v3").exists()
