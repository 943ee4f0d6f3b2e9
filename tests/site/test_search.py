"""The search page in a real Chromium: with a finger, with a keyboard, with the back button."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.build import build
from generator.sample import write_sample
from generator.spreadsheet import harmless
from generator.vietnamese import canonical_tone, fold
from tests.site.kit import ROOT, Silent, ask, axe, served

CASES = json.loads((Path(__file__).parent / "queries.json").read_text("utf-8"))
SETTLED = "document.getElementById('td-texts').ariaBusy === 'false'"
WIDE = {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def search_page(browser) -> Iterator[Page]:
    """One tab for all queries: the index is fetched once, as by a reader."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("case", CASES["names"], ids=lambda case: case["name"])
@pytest.mark.parametrize("marks", [True, False], ids=["marks", "bare"])
def test_a_name_is_found_with_and_without_marks(search_page, request, case, marks):
    """The record whose title is the name asked for comes first, however it is typed."""
    site = request.getfixturevalue(f"{case['site']}_url")
    query = case["name"] if marks else fold(case["name"])
    titles = [title for title, _ in ask(search_page, site, query)]
    assert titles, f"nothing found for {query}"
    assert canonical_tone(titles[0].strip("“”")) == canonical_tone(case["name"])


@pytest.mark.parametrize("case", CASES["others"], ids=lambda case: case["query"])
def test_other_queries(search_page, request, case):
    """Tone placement, đ, parts of names and decision numbers lead to their page; marks exclude."""
    site = request.getfixturevalue(f"{case['site']}_url")
    titles = [title for title, _ in ask(search_page, site, case["query"])]
    if "first" in case:
        assert titles[0] == case["first"]
    for title in case.get("finds", ()):
        assert title in titles
    for title in case.get("never", ()):
        assert title not in titles
    if case.get("none"):
        assert titles == []


def test_the_search_has_an_address_and_back_works(page, province_url):
    """Each submitted search is an address; the back button brings the one before."""
    page.goto(f"{province_url}tra-cuu/")
    for query in ("nguyen", "tran"):
        page.fill("#td-q", query)
        page.press("#td-q", "Enter")
        page.wait_for_function(
            f"document.getElementById('td-count').textContent.includes('{query}')"
        )
    assert page.url.endswith("?q=tran")
    page.go_back()
    page.wait_for_function("document.getElementById('td-q').value == 'nguyen'")


@pytest.fixture(scope="module")
def small_url(tmp_path_factory) -> Iterator[str]:
    """The address of a site of two thousand honours."""
    root = tmp_path_factory.mktemp("small")
    write_sample(ROOT, root / "sample", 2000, seed=1)
    build(root / "sample", root / "site", Silent())
    with served(root / "site") as address:
        yield address


TENTH = """() => {
  const rows = document.getElementById("td-results");
  new MutationObserver(() => {
    if (rows.childElementCount >= 10) window.tenth ??= performance.now();
  }).observe(rows, { childList: true });
}"""


def test_the_first_results_cost_few_bytes(page, small_url):
    """From the first keystroke to ten rows: so many bytes, and nothing yet of the texts' index."""
    got: list[tuple[str, int]] = []
    page.on(
        "response",
        lambda answer: got.append((answer.url, int(answer.headers.get("content-length", 0)))),
    )
    page.goto(f"{small_url}tra-cuu/")
    page.evaluate(TENTH)
    page.fill("#td-q", "trường tiểu học")
    page.wait_for_function("document.getElementById('td-texts').ariaBusy === 'false'")
    shown = page.evaluate("window.tenth")
    started = page.evaluate(
        "performance.getEntriesByType('resource').filter(({name}) => name.includes('/pagefind/'))"
        ".map(({startTime}) => startTime)"
    )
    assert started
    assert min(started) >= shown
    ours = [(url, size) for url, size in got if "/tra-cuu/so/" in url or url.endswith(".js")]
    assert sum(size for url, size in ours if "pagefind" not in url) < 95_000


def search(page: Page, address: str) -> None:
    """Open the search page with a question, and wait for all of it."""
    page.goto(address)
    page.wait_for_function(SETTLED)


def count_of(page: Page) -> int:
    """How many results the page tells of."""
    return int(page.inner_text("#td-count").split()[0].replace(".", ""))


def names_shown(page: Page) -> list[str]:
    """The names of the rows."""
    return page.locator("#td-results a").all_inner_texts()


def test_filters_and_order_have_an_address(page, small_url):
    """A filter narrows the rows to what its count says; address, reload and back keep the state."""
    page.set_viewport_size(WIDE)
    search(page, f"{small_url}tra-cuu/?q=giay+khen")
    total = count_of(page)
    page.click("details[data-facet=loai] summary")
    value = page.locator("details[data-facet=loai] label", has_text="Cá nhân")
    wanted = value.locator(".td-meta").inner_text()
    value.locator("input").check()
    expect(page.locator("#td-count")).to_contain_text(f"{wanted} kết quả")
    page.select_option("#td-sort", "cu-nhat")
    page.wait_for_url("**/?q=giay+khen&loai=ca-nhan&xep=cu-nhat")
    page.wait_for_function(SETTLED)
    rows = names_shown(page)
    page.reload()
    page.wait_for_function(SETTLED)
    assert names_shown(page) == rows
    assert page.locator("input[value=ca-nhan]").is_checked()
    page.get_by_role("button", name="Bỏ lọc Đối tượng, loại mục: Cá nhân").click()
    expect(page.locator("#td-count")).to_contain_text(f"{total} kết quả")
    page.go_back()
    expect(page.locator("#td-count")).to_contain_text(f"{wanted} kết quả")


def test_years_from_and_to(page, small_url):
    """The years count what they show; from and to stand in the address, whichever came first."""
    page.set_viewport_size(WIDE)
    search(page, f"{small_url}tra-cuu/?q=giay+khen")
    years = dict(
        option.split(" (") for option in page.locator("#td-tu option").all_inner_texts()[1:]
    )
    told = {int(year): int(count.rstrip(")")) for year, count in years.items()}
    page.select_option("#td-tu", "2021")
    page.wait_for_url("**tu=2021")
    page.select_option("#td-den", "2018")
    page.wait_for_url("**tu=2018&den=2021")
    page.wait_for_function(SETTLED)
    assert count_of(page) == sum(told[year] for year in range(2018, 2022))
    shown = page.locator(".td-result__year").all_inner_texts()
    assert shown
    assert all(2018 <= int(year) <= 2021 for year in shown)
    assert page.locator("#td-chips").inner_text().startswith("2018–2021")


def test_a_facet_costs_nothing_until_it_is_opened(page, small_url):
    """Counts are fetched when a group is opened, and not before."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_viewport_size(WIDE)
    search(page, f"{small_url}tra-cuu/?q=giay+khen")
    assert not [url for url in asked if "/so/loc/" in url]
    page.click("details[data-facet=dia-ban] summary")
    expect(page.locator("details[data-facet=dia-ban] label").first).to_be_visible()
    assert [url.split("/so/")[1].split("?")[0] for url in asked if "/so/loc/" in url] == [
        "loc/dia-ban.bin"
    ]


def test_a_long_facet_shows_that_there_is_more(page, small_url):
    """Eight values and a button for the rest; a box finds a value however it is typed."""
    page.set_viewport_size(WIDE)
    search(page, f"{small_url}tra-cuu/?q=giay+khen")
    page.click("details[data-facet=dia-ban] summary")
    values = page.locator("details[data-facet=dia-ban] label:visible")
    expect(values).to_have_count(8)
    last = page.locator("details[data-facet=dia-ban] label span").nth(-2).text_content()
    page.fill("details[data-facet=dia-ban] input[type=search]", fold(last))
    expect(values.last).to_contain_text(last)
    page.fill("details[data-facet=dia-ban] input[type=search]", "")
    page.get_by_role("button", name="Xem thêm").click()
    assert values.count() > 20


def test_on_a_phone_the_filters_are_a_sheet(page, small_url):
    """The sheet keeps the focus, and closes with Esc, with its button and with Back."""
    search(page, f"{small_url}tra-cuu/?q=giay+khen")
    total = count_of(page)
    sheet, opener = page.locator("#td-sheet"), page.locator("#td-filter")
    expect(page.locator("#td-filters")).to_be_hidden()
    opener.click()
    expect(sheet).to_be_visible()
    for _ in range(20):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('body, #td-sheet *')")
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(opener).to_be_focused()
    opener.click()
    page.click("details[data-facet=loai] summary")
    page.locator("details[data-facet=loai] label", has_text="Hộ gia đình").click()
    expect(page.locator("#td-sheet-show")).not_to_have_text(f"Xem {total} kết quả")
    page.go_back()
    expect(sheet).to_be_hidden()
    page.wait_for_url("**?q=giay+khen&loai=ho-gia-dinh")
    assert 0 < count_of(page) < total
    expect(opener).to_have_text("Lọc (1)")
    page.go_back()
    page.wait_for_url("**?q=giay+khen")
    expect(page.locator("#td-count")).to_contain_text(f"{total} kết quả")


def test_pages_follow_without_a_gap(page, small_url):
    """Each page has its address, ten rows that no other has, and the way back."""
    search(page, f"{small_url}tra-cuu/?q=nguyen")
    links = []
    for number in range(1, (count_of(page) - 1) // 10 + 2):
        expect(page.locator("#td-pages")).to_contain_text(f"Trang {number} /")
        page.wait_for_function(SETTLED)
        links.append(
            [link.get_attribute("href") for link in page.query_selector_all("#td-results a")]
        )
        if page.get_by_role("link", name="Trang sau").count():
            page.get_by_role("link", name="Trang sau").click()
    assert len({link for some in links for link in some}) == count_of(page) == sum(map(len, links))
    assert page.url.endswith(f"?q=nguyen&trang={len(links)}")
    page.reload()
    page.wait_for_function(SETTLED)
    assert [a.get_attribute("href") for a in page.query_selector_all("#td-results a")] == links[-1]
    page.go_back()
    expect(page.locator("#td-pages")).to_contain_text(f"Trang {len(links) - 1} /")


def test_suggestions_by_keyboard(page, province_url):
    """The combobox pattern: arrows choose while the focus stays, Enter goes, Esc closes."""
    page.goto(f"{province_url}tra-cuu/")
    box, options = (
        page.get_by_role("combobox", name="Tên người"),
        page.locator("#td-suggest").get_by_role("option"),
    )
    box.press_sequentially("trieu van")
    expect(options.first).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    texts = options.all_inner_texts()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert box.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    expect(box).to_be_focused()
    page.keyboard.press("Enter")
    expect(options).to_have_count(0)
    expect(box).to_have_value(texts[0].split("\n")[0])
    page.wait_for_function(SETTLED)
    assert names_shown(page)[0] == box.input_value()
    box.fill("912")
    expect(options.first).to_contain_text("912/QĐ-UBND")
    page.keyboard.press("Escape")
    expect(options).to_have_count(0)
    box.fill("912/")
    expect(options.first).to_contain_text("912/QĐ-UBND")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/vinh-danh/**/912-qd-ubnd*/")


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("trieu vna thu", "trieu van thu"),
        ("trieuvan thu", "trieu van thu"),
        ("trieeju vawn thuwr", "trieu van thu"),
    ],
)
def test_nothing_found_says_what_to_try(page, province_url, asked, meant):
    """The nearest spelling that finds something, and the lists; the try leads to its rows."""
    search(page, f"{province_url}tra-cuu/?q={asked.replace(' ', '+')}")
    expect(page.locator("#td-count")).to_contain_text("Không tìm thấy")
    tries = page.locator("#td-none li a")
    assert meant in tries.all_inner_texts()
    expect(page.locator("#td-none").get_by_role("link", name="xem theo danh sách")).to_be_visible()
    tries.get_by_text(meant, exact=True).click()
    page.wait_for_selector("#td-results li")
    assert "Triệu Văn Thử" in names_shown(page)


def test_what_only_texts_tell_of_is_not_told_as_missing(page, province_url):
    """Where only texts answer, the page leads to them, and offers no names that look alike."""
    search(page, f"{province_url}tra-cuu/?q=tuong+tuong+de+thu")
    assert page.locator("#td-texts-results li").count()
    expect(page.locator("#td-count")).to_contain_text("nhưng có bài viết, trang khác nói tới")
    expect(page.locator("#td-none")).to_be_hidden()


def test_filters_that_leave_nothing_can_be_dropped(page, province_url):
    """Where the filters alone leave nothing, the page says how many rows there are without them."""
    search(page, f"{province_url}tra-cuu/?q=trieu+van&loai=dia-ban")
    page.locator("#td-none").get_by_role("link", name="Bỏ mọi điều kiện lọc").click()
    page.wait_for_selector("#td-results li")
    assert page.url.endswith("?q=trieu+van")
    page.goto(f"{province_url}tra-cuu/?loai=dia-ban")
    page.get_by_role("button", name="Bỏ lọc Đối tượng, loại mục: Địa bàn").click()
    page.wait_for_url("**/tra-cuu/")
    expect(page.locator("#td-results li")).to_have_count(0)
    expect(page.locator("#td-chips")).to_be_hidden()


def test_a_revoked_honour_is_labelled(page, province_url):
    """It is found, and says what happened to it."""
    search(page, f"{province_url}tra-cuu/?q=Phùng+Thị+Nghiệm")
    first = page.locator("#td-results li").first
    expect(first).to_contain_text("Phùng Thị Nghiệm")
    assert first.locator(".td-tag--gone").inner_text() in ("đã bị hủy bỏ", "đã bị tước")


def test_results_as_csv_are_the_published_rows(page, province, province_url):
    """The whole list, in its order, opens in Excel; each row is that of the published file."""
    search(page, f"{province_url}tra-cuu/?loai=ca-nhan&loai=tap-the&loai=ho-gia-dinh&xep=ten")
    with page.expect_download() as waiting:
        page.click("#td-csv")
    content = Path(waiting.value.path()).read_bytes()
    assert content.startswith("\ufeff".encode())
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    published = (province / "du-lieu" / "vinh-danh.csv").read_text("utf-8-sig")
    head, *wanted = csv.reader(io.StringIO(published, newline=""))
    kept = [head.index(title) for title in rows[0]]  # the file has more columns
    wanted = [[row[place] for place in kept] for row in wanted]
    assert len(rows) - 1 == len(wanted) == count_of(page)
    url = "https://thanh-son.example/"
    ours = [[url + row[0].removeprefix(province_url), *row[1:]] for row in rows[1:]]
    assert sorted(ours) == sorted(wanted)
    assert [row[1] for row in rows[1:11]] == [harmless(name) for name in names_shown(page)]
    expect(page.locator("#td-csv-told")).to_have_text(f"Đã tải {len(wanted)} dòng.")


def wait(page: Page) -> None:
    """Nothing more to do."""


def open_filters(page: Page) -> None:
    """Open every group of filters, in the sheet or in the column."""
    if page.locator("#td-filter").is_visible():
        page.click("#td-filter")
    while (closed := page.locator("#td-filters details:not([open]) summary")).count():
        closed.first.click()
    expect(page.locator("details[data-facet=dia-ban] label").first).to_be_visible()


def type_words(page: Page) -> None:
    """Type until suggestions are there, and go to one."""
    page.locator("#td-q").press_sequentially("trieu")
    expect(page.locator("#td-suggest").get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "empty": ("tra-cuu/", wait),
    "results": ("tra-cuu/?q=trieu&loai=ca-nhan&trang=1", wait),
    "suggestions": ("tra-cuu/", type_words),
    "filters": ("tra-cuu/?q=khen", open_filters),
    "nothing": ("tra-cuu/?q=trieu+vna+thu", wait),
    "not-there": ("404.html", wait),
}


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("state", STATES)
def test_nothing_stands_in_anybodys_way(page, province_url, state, width):
    """axe-core finds nothing wrong with the search page in any of its states, light or dark."""
    page.set_viewport_size({"width": width, "height": 800})
    address, work = STATES[state]
    page.goto(f"{province_url}{address}")
    if "tra-cuu" in address:
        page.wait_for_function(SETTLED)
    work(page)
    for colours in ("light", "dark"):
        page.emulate_media(color_scheme=colours)
        assert axe(page) == [], colours
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not page.evaluate(wide)


def test_a_page_has_one_search_box(page, province_url):
    """The box in the header stands where the page has none of its own."""
    for address in ("", "tra-cuu/", "vinh-danh/", "gioi-thieu/"):
        page.goto(f"{province_url}{address}")
        if page.locator("h1").count():
            expect(page.get_by_role("search")).to_have_count(1)


def test_back_from_a_page_leads_to_the_same_row(page, small_url):
    """Who looks at a row's page and comes back finds the list where it was left."""
    search(page, f"{small_url}tra-cuu/?q=nguyen&trang=2")
    row = page.locator("#td-results a").nth(8)
    row.scroll_into_view_if_needed()
    name, before = row.inner_text(), page.evaluate("scrollY")
    assert before > 300
    row.click()
    page.wait_for_url("**/vinh-danh/**")
    page.go_back()
    page.wait_for_function(f"Math.abs(scrollY - {before}) < 50")
    assert row.inner_text() == name


def test_the_header_search_leads_to_the_search_page(page, province_url):
    """The box at the top of any page asks the search page."""
    page.goto(f"{province_url}phong-trao/")
    page.fill("#td-header-q", "Triệu Văn Thử")
    page.press("#td-header-q", "Enter")
    page.wait_for_selector("#td-results li")
    assert "/tra-cuu/?q=" in page.url
