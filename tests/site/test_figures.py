"""Charts and maps in a real Chromium: letters large enough on a phone, colours of the scheme."""

import pytest
from playwright.sync_api import Browser, Page

ADDRESSES = ("nam", "danh-hieu", "doi-tuong", "dia-ban", "ban-do", "do-phu")
# The real size of each text, in pixels: its own size times the scale of the drawing.
SIZES = """() => [...document.querySelectorAll('.td-chart > svg text')].map(text =>
    parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)"""
OUTSIDE = """() => [...document.querySelectorAll('.td-chart > svg text')].filter(text => {
    const own = text.getBoundingClientRect(), all = text.ownerSVGElement.getBoundingClientRect();
    return own.left < all.left - 1 || own.right > all.right + 1 || own.bottom > all.bottom + 1;
}).map(text => text.textContent)"""
TOUCHING = """() => [...document.querySelectorAll('.td-chart > svg')].flatMap(svg => {
    const texts = [...svg.querySelectorAll('text')];
    const boxes = texts.map(text => [text.textContent, text.getBoundingClientRect()]);
    return boxes.flatMap(([a, p], i) => boxes.slice(i + 1).filter(([b, q]) =>
        p.left < q.right && q.left < p.right && p.top + 2 < q.bottom && q.top + 2 < p.bottom)
        .map(([b]) => `${a} / ${b}`));
})"""


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("width", [360, 1280])
def test_letters_are_large_and_inside(
    browser: Browser, shipped_url: str, province_url: str, address: str, width: int
) -> None:
    """No letter of a drawing is smaller than 12 px, runs out of it, or lies on another."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    tab = context.new_page()
    seen = 0
    for site in (shipped_url, province_url):
        tab.goto(f"{site}thong-ke/minh-hoa/{address}/")
        sizes = tab.evaluate(SIZES)
        assert all(size >= 12 for size in sizes), min(sizes)
        assert tab.evaluate(OUTSIDE) == []
        assert tab.evaluate(TOUCHING) == []
        seen += len(sizes)
    assert seen > 4
    context.close()


def test_colours_follow_the_scheme(browser: Browser, shipped_url: str) -> None:
    """The same piece of a chart has another colour in the dark, and words that stand off it."""
    fills = []
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        tab = context.new_page()
        tab.goto(f"{shipped_url}thong-ke/nam/")
        fill = "selector => getComputedStyle(document.querySelector(selector)).fill"
        fills.append([tab.evaluate(fill, f".td-chart {one}") for one in ("rect", "text")])
        context.close()
    assert fills[0][0] != fills[1][0]
    assert fills[0][1] != fills[1][1]


def test_a_tile_leads_to_its_place(page: Page, shipped_url: str) -> None:
    """A tile of the map is reached by the keyboard and opens its place."""
    page.goto(f"{shipped_url}thong-ke/minh-hoa/ban-do/")
    tile = page.get_by_role("link", name="Xã Khau Mẫu: ")
    tile.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/dia-ban/xa-khau-mau/")


def test_the_file_beside_a_table_opens(page: Page, shipped_url: str) -> None:
    """The link below a table gives the same figures as a file with the mark that Excel needs."""
    page.goto(f"{shipped_url}thong-ke/nam/")
    address = page.get_by_role("link", name="Tải bảng này (CSV)").get_attribute("href")
    content = page.request.get(f"{shipped_url}thong-ke/nam/{address}").body()
    assert content.startswith("\ufeffNăm,".encode())
    shown = page.locator(".td-sums tbody tr").first.locator("td").all_inner_texts()
    assert content.decode("utf-8").splitlines()[1].split(",")[1:] == shown
