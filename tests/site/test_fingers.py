"""A finger, a reader with large letters, a reader's own colours: what each page must give them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.site.test_reach import PAGES, SITES

# What lies at the middle of the first line of each link that is seen, where that is another thing.
COVERED = """() => [...document.querySelectorAll("body a[href]")].flatMap((link) => {
  if (!link.checkVisibility()) return [];
  link.scrollIntoView({block: "center"});
  const [line] = link.getClientRects();
  if (!line || line.bottom < 0) return [];  // the way past the header waits above the page
  const top = document.elementFromPoint(line.x + line.width / 2, line.y + line.height / 2);
  return link.contains(top) ? [] : [`${link.textContent.trim()}: ${top?.outerHTML.slice(0, 80)}`];
})"""
# Links and controls that stand alone, or mark a source, and are less than 24 px high or wide
# (WCAG 2.5.8, which leaves out links within a sentence).
SMALL = """() => [...document.querySelectorAll("a[href], button, input, select, summary")]
  .filter((it) => it.checkVisibility() && !it.closest(".md-skip"))
  .filter((it) => it.closest("sup") || getComputedStyle(it).display !== "inline"
    || it.parentElement.textContent.trim() === it.textContent.trim())
  .map((it) => [it.textContent.trim(), it.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.width < 24 || box.height < 24))
  .map(([text, box]) => `${text} ${box.width}×${box.height}`)"""
LARGE = """const sheet = new CSSStyleSheet();
sheet.replaceSync("html { font-size: 200% }");
document.adoptedStyleSheets = [sheet];"""


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    """A phone, for all pages."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("site", "address"), PAGES)
def test_every_link_can_be_hit(phone: Page, request, site: str, address: str) -> None:
    """No link lies under another: a finger on it meets it, and it is large enough for a finger."""
    phone.goto(request.getfixturevalue(f"{site}_url") + address)
    assert phone.evaluate(COVERED) == []
    assert phone.evaluate(SMALL) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_press_kits_are_taken_from_the_list(page: Page, shipped_url: str, width: int) -> None:
    """A click on a kit in the press corner downloads that kit, one beside it opens the page."""
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(shipped_url + "bao-chi/")
    kits = page.get_by_role("link", name="Tải bộ báo chí")
    assert kits.count() == 8
    for kit in kits.all():
        with page.expect_download() as waiting:
            kit.click()
        assert waiting.value.url.endswith(kit.get_attribute("href").lstrip("./"))
        assert waiting.value.path().read_bytes()[:2] == b"PK"
    title = page.locator("li:has(.td-kit-link) > a").first
    address = title.get_attribute("href").lstrip("./")
    title.click()
    assert page.url == shipped_url + address


@pytest.fixture(scope="module")
def large(browser: Browser) -> Iterator[Page]:
    """A phone whose letters are twice as large."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    tab = context.new_page()
    tab.add_init_script(LARGE)
    yield tab
    context.close()


@pytest.mark.parametrize(("site", "address"), PAGES)
def test_letters_twice_as_large(large: Page, request, site: str, address: str) -> None:
    """With letters of 200 % no page is wider than a phone (WCAG 1.4.4, 1.4.10)."""
    large.goto(request.getfixturevalue(f"{site}_url") + address)
    assert large.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert large.evaluate("document.documentElement.scrollWidth") == 360


def test_own_colours(browser: Browser, shipped_url: str) -> None:
    """In a reader's own colours one entry of the menu alone is marked, and the stars are seen."""
    context = browser.new_context(forced_colors="active")
    tab = context.new_page()
    tab.goto(shipped_url + SITES["shipped"]["honour"])
    ground = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    line = "links => links.map(link => getComputedStyle(link).borderBottomColor)"
    marked = tab.locator(".td-header__nav [aria-current]").evaluate_all(line)
    others = tab.locator(".td-header__nav a:not([aria-current])").evaluate_all(line)
    assert len(marked) == 1
    assert ground not in marked
    assert set(others) == {ground}
    star = "element => getComputedStyle(element, '::before').backgroundColor"
    for part in (".td-header__name", ".td-certificate"):
        assert tab.locator(part).evaluate(star) not in (ground, "rgba(0, 0, 0, 0)"), part
    context.close()
