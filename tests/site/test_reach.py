"""Every kind of page reaches everybody: axe-core, no scripts, small screens, high contrast."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from generator.build import build
from generator.sample import write_sample
from tests.site.kinds import kinds
from tests.site.kit import PROVINCE, ROOT, Silent, axe, served

SITES = {"province": kinds(PROVINCE), "shipped": kinds(ROOT)}
# Each kind once: as the shipped data shows it, else as the invented province does.
SHOWN = {name: (site, at) for site, found in SITES.items() for name, at in found.items()}
PAGES = [pytest.param(*where, id=name) for name, where in SHOWN.items()]
WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture(scope="module", params=[360, 1280])
def width(request) -> int:
    """A phone and a desk."""
    return request.param


@pytest.fixture(scope="module", params=["light", "dark"])
def tab(browser: Browser, width: int, request) -> Iterator[Page]:
    """A tab of one width in one colour scheme, for all pages."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=request.param
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("site", "address"), PAGES)
def test_axe_finds_nothing(tab: Page, request, site: str, address: str) -> None:
    """No violation of any rule that axe-core knows, those of best practice included."""
    tab.goto(request.getfixturevalue(f"{site}_url") + address)
    assert axe(tab) == []


@pytest.fixture(scope="module")
def long_lists(tmp_path_factory) -> Iterator[tuple[str, list[str]]]:
    """The address of a site with long lists, and one further page of each kind of them."""
    root = tmp_path_factory.mktemp("long")
    write_sample(ROOT, root / "sample", 700, seed=5)
    site = root / "site"
    build(root / "sample", site, Silent())
    found = {
        path.relative_to(site).parts[0]: path.parent.relative_to(site).as_posix()
        for path in site.rglob("trang/*/index.html")
    }
    with served(site) as address:
        yield address, sorted(found.values())


def test_axe_finds_nothing_on_further_pages(tab: Page, long_lists) -> None:
    """The further pages of long lists are as sound as the first."""
    base, addresses = long_lists
    assert len(addresses) >= 3
    for address in addresses:
        tab.goto(f"{base}{address}/")
        assert axe(tab) == [], address


@pytest.fixture(scope="module")
def without_scripts(browser: Browser) -> Iterator[Page]:
    """A phone that runs no script."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("site", "address"), PAGES)
def test_without_scripts(without_scripts: Page, request, site: str, address: str) -> None:
    """With scripts off a page shows its heading and its text, and leads on.

    Nothing runs out of a screen of 320 px, which is a desk at 400 % zoom (WCAG 1.4.10).
    """
    tab = without_scripts
    tab.goto(request.getfixturevalue(f"{site}_url") + address)
    assert tab.locator("h1:visible").count() == 1
    assert len(tab.locator("article").inner_text()) > 40
    assert tab.locator("article a:visible").count() > 0 or "gioi-thieu" in address
    assert tab.locator("nav a:visible").count() > 10
    assert not tab.evaluate(WIDE)


def test_landmarks_and_language(page: Page, shipped_url: str) -> None:
    """A screen reader finds the language, the landmarks, and the way past the header."""
    page.goto(shipped_url)
    for role in ("banner", "main", "contentinfo", "search"):
        assert page.get_by_role(role).count() == 1, role
    assert page.locator("html").get_attribute("lang") == "vi"
    page.keyboard.press("Tab")
    skip = page.get_by_text("Đến nội dung chính")
    assert skip.evaluate("element => element === document.activeElement")
    assert skip.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#noi-dung"


def test_forced_colours(browser: Browser, shipped_url: str) -> None:
    """In high contrast of the system's own the name, the award and the frame are still there."""
    context = browser.new_context(forced_colors="active")
    tab = context.new_page()
    tab.goto(shipped_url + SITES["shipped"]["honour"])
    width = "element => getComputedStyle(element).borderTopWidth"
    frame = tab.locator(".td-certificate").evaluate(width)
    assert frame != "0px"
    assert tab.locator("h1").is_visible()
    context.close()


@pytest.mark.parametrize(("today", "told"), [
    ("2026-11-22", "còn 30 ngày"), ("2026-12-22", "hôm nay"), ("2026-12-23", None)
])  # fmt: skip
def test_days_left(page: Page, shipped_url: str, today: str, told: str | None) -> None:
    """The home page marks the days left by the reader's calendar; a day gone by stands alone."""
    page.clock.set_fixed_time(f"{today}T20:00:00")
    page.goto(shipped_url)
    assert page.locator("time[data-td-days]").inner_text() == "22/12/2026"
    notes = page.locator("time[data-td-days] + .td-days").all_inner_texts()
    assert notes == ([told] if told else [])


@pytest.mark.parametrize(
    ("today", "told"),
    [
        ("2026-11-17", []),
        ("2026-11-18", ["còn 10 ngày làm việc"]),
        ("2026-11-22", ["còn 8 ngày làm việc"]),
        ("2026-11-24", ["còn 7 ngày làm việc"]),
        ("2026-12-03", ["hôm nay là ngày cuối"]),
        ("2026-12-04", ["đã hết hạn"]),
    ],
)
@pytest.mark.parametrize("address", ["", "lay-y-kien/", "lay-y-kien/minh-hoa-hai-tap-the-2026/"])
def test_working_days_left(
    page: Page, shipped_url: str, address: str, today: str, told: list[str]
) -> None:
    """Until when opinions are taken is marked by the reader's calendar; the date stands in full."""
    page.clock.set_fixed_time(f"{today}T20:00:00")
    page.goto(shipped_url + address)
    assert page.locator("time[data-td-left]").inner_text() == "03/12/2026"
    notes = page.locator("time[data-td-left] + .td-days").all_inner_texts()
    assert notes == told
