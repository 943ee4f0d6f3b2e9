"""What a host sends: the strict policy holds on every kind of page, and pages are light."""

import re
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.formats.card import is_card
from tests.site.kinds import kinds
from tests.site.kit import ROOT, served

FONTS, FIRST_VISIT, NEXT_VISIT, ANY_PAGE = 120_000, 60_000, 15_000, 100_000
HEADER = re.compile(r"^  ([A-Za-z-]+): (.+)$", re.M)


def headers(site: Path) -> dict[str, str]:
    """Return the headers that `_headers` asks a host to send with every file."""
    return dict(HEADER.findall((site / "_headers").read_text("utf-8")))


def hosted(site: Path) -> AbstractContextManager[str]:
    """Serve a site as a host does that follows `_headers`, pages allowed to stay in the cache."""
    return served(site, {**headers(site), "Cache-Control": "max-age=600"})


def test_no_page_breaks_the_policy(browser: Browser, shipped: Path) -> None:
    """Under the policy of `_headers` Chromium refuses nothing on any kind of page."""
    policy = headers(shipped)["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    context = browser.new_context()
    tab = context.new_page()
    told: list[str] = []
    tab.on("console", lambda message: told.append(message.text) if message.type == "error" else 0)
    tab.on("pageerror", lambda error: told.append(str(error)))
    with hosted(shipped) as base:
        for address in kinds(ROOT).values():
            tab.goto(base + address)
            tab.wait_for_load_state("networkidle")
        tab.goto(f"{base}tra-cuu/?q=truong+mam+non")
        tab.wait_for_selector("#td-results li")
        tab.wait_for_selector("#td-texts[aria-busy=false]", state="attached")
    context.close()
    assert told == []


def test_the_policy_is_in_force(browser: Browser, shipped: Path) -> None:
    """The same server keeps a script in the page from running: the test above can fail."""
    context = browser.new_context()
    tab = context.new_page()
    told: list[str] = []
    tab.on("console", lambda message: told.append(message.text))
    with hosted(shipped) as base:
        tab.goto(base)
        tab.evaluate("document.body.append(Object.assign(document.createElement('script'),"
                     " {textContent: 'window.ran = 1'}))")  # fmt: skip
        assert tab.evaluate("window.ran") is None
    context.close()
    assert any("Content Security Policy" in text for text in told)


def test_weight_of_an_honour(browser: Browser, shipped: Path) -> None:
    """What a reader's first honour page costs, and the next one; without compression."""
    context = browser.new_context()
    tab = context.new_page()
    got: list[tuple[str, int]] = []

    def note(request) -> None:
        response = request.response()
        if response and not response.from_service_worker:
            got.append((request.url, sum(request.sizes()[part] for part in
                                         ("responseBodySize", "responseHeadersSize"))))  # fmt: skip

    tab.on("requestfinished", note)
    with hosted(shipped) as base:
        found = sorted(
            (shipped / "vinh-danh/2023/chu-tich-ubnd-tinh-bac-kan").glob("*/*/index.html")
        )
        first, second = (path.relative_to(shipped).parent.as_posix() for path in found[:2])
        costs = []
        for address in (first, second):
            got.clear()
            tab.goto(f"{base}{address}/")
            tab.wait_for_load_state("networkidle")
            costs.append(sum(size for url, size in got if not url.endswith(".woff2")))
    context.close()
    assert costs[0] < FIRST_VISIT
    assert 1_000 < costs[1] < NEXT_VISIT


def test_fonts_are_small(shipped: Path) -> None:
    """All fonts of the site together."""
    assert 30_000 < sum(p.stat().st_size for p in shipped.rglob("*.woff2")) <= FONTS


def test_no_page_loads_what_it_does_not_use(shipped: Path, province: Path) -> None:
    """No script inline; stylesheets and scripts only where they do something."""
    for site, path in ((s, p) for s in (shipped, province) for p in s.rglob("*.html")):
        if is_card(path.as_posix()):
            continue
        html = path.read_text("utf-8")
        sheets = set(re.findall(r'<link rel="stylesheet" href="[^"]*?(\w+)\.css">', html))
        assert "site" in sheets, path
        assert ' style="' not in html, path  # code to copy, which is escaped, may have one
        scripts = re.findall(r"<script([^>]*)>", html)
        assert all(" src=" in script or "ld+json" in script for script in scripts), path
        at = path.relative_to(site).as_posix()
        assert ("search" in sheets) == (at == "tra-cuu/index.html"), path
        assert "office" in sheets or not re.search(r'class="[^"]*td-(?:chart|map|cards)\b', html), (
            path
        )
        used = {
            Path(src).stem for script in scripts for src in re.findall(r'src="([^"]+)"', script)
        }
        wanted = {
            "days": at == "index.html" or at.startswith("lay-y-kien/"),
            "search": at == "tra-cuu/index.html",
        }
        own = used - {"print", "cite"}  # which a whole section loads
        assert own == {name for name, there in wanted.items() if there}, path
        assert ("td-cite" in html) <= ("cite" in used), path
        assert ("print" in used) <= ('class="td-about"' in html), path
        assert path.stat().st_size <= ANY_PAGE, path


def test_no_photo_leaves_as_it_was_taken(province: Path) -> None:
    """Photos are published in the sizes made of them; each that a page names is there."""
    there = {path.name for path in (province / "anh").iterdir()}
    assert there
    assert all(name.endswith(".webp") for name in there)
    named = {
        Path(address).name
        for path in province.rglob("guong/*/index.html")
        for found in re.findall(r'srcset="([^"]+)"', path.read_text("utf-8"))
        for address in re.findall(r"(\S+) \d+w", found)
    }
    assert named == there


HEAD = {
    "og:title": r'<meta property="og:title" content="([^"]+)">',
    "og:description": r'<meta property="og:description" content="([^"]+)">',
    "og:image": r'<meta property="og:image" content="([^"]+)">',
    "og:url": r'<meta property="og:url" content="([^"]+)">',
    "canonical": r'<link rel="canonical" href="([^"]+)">',
    "description": r'<meta name="description" content="([^"]+)">',
}


@pytest.mark.parametrize("name", ["shipped", "province"])
def test_every_page_can_be_shared(name: str, request) -> None:
    """Each page names itself, once, for those who share it; no two pages have one address."""
    site: Path = request.getfixturevalue(name)
    seen: set[str] = set()
    for path in site.rglob("index.html"):
        if is_card(path.as_posix()):
            continue
        html = path.read_text("utf-8")
        found = {key: re.findall(pattern, html) for key, pattern in HEAD.items()}
        assert all(len(values) == 1 for values in found.values()), (path, found)
        [address] = found["canonical"]
        folder = path.parent.relative_to(site).as_posix().removeprefix(".")
        assert address.endswith(f"/{folder}/" if folder else "/"), path
        assert found["og:url"] == [address]
        assert found["og:description"] == found["description"]
        base = address.removesuffix(f"{folder}/") if folder else address
        picture = found["og:image"][0].removeprefix(base)
        assert (site / picture).read_bytes().startswith(b"\x89PNG"), path
        assert address not in seen
        seen.add(address)
    assert len(seen) > 40
