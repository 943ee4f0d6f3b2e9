"""The site in a real Chromium, as a reader on a phone meets it."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page

from generator.build import build
from generator.sample import write_sample
from generator.vietnamese import canonical_tone, fold
from tests.site.kit import ROOT, Silent, ask, served

CASES = json.loads((Path(__file__).parent / "queries.json").read_text("utf-8"))


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
    assert sum(size for url, size in ours if "pagefind" not in url) < 80_000


def test_filters_and_order_have_an_address(page, small_url):
    """A filter narrows the rows to what its count says; address, reload and back keep the state."""
    page.goto(f"{small_url}tra-cuu/?q=giay+khen")
    settled = "document.getElementById('td-results').ariaBusy === 'false'"
    page.wait_for_function(settled)
    total = page.inner_text("#td-count")
    page.click("details[data-facet=loai] summary")
    value = page.locator("details[data-facet=loai] label", has_text="Cá nhân")
    count = value.locator(".td-meta").inner_text()
    filtered = f"document.getElementById('td-count').textContent.startsWith('{count} ')"
    value.locator("input").check()
    page.wait_for_function(filtered)
    page.select_option("#td-sort", "cu-nhat")
    page.wait_for_function(settled)
    assert page.url.endswith("?q=giay+khen&xep=cu-nhat&loai=ca-nhan")
    rows = page.locator("#td-results li").all_inner_texts()
    page.reload()
    page.wait_for_selector("#td-results li")
    page.wait_for_function(settled)
    assert page.locator("#td-results li").all_inner_texts() == rows
    assert page.locator("input[value=ca-nhan]").is_checked()
    page.click("#td-clear")
    page.wait_for_function(f"document.getElementById('td-count').textContent === '{total}'")
    page.go_back()
    page.wait_for_function(filtered)


def test_more_rows_follow_without_a_gap(page, small_url):
    """ "Xem thêm" adds ten more and puts the reader at the first of them."""
    page.goto(f"{small_url}tra-cuu/?q=nguyen")
    page.wait_for_selector("#td-results li:nth-child(10)")
    page.click("#td-more")
    page.wait_for_selector("#td-results li:nth-child(20)")
    links = [link.get_attribute("href") for link in page.query_selector_all("#td-results a")]
    assert len(set(links)) == 20
    assert page.evaluate("document.activeElement.href") == links[10]


def test_the_header_search_leads_to_the_search_page(page, province_url):
    """The box at the top of any page asks the search page."""
    page.goto(f"{province_url}phong-trao/")
    page.fill("#td-header-q", "Triệu Văn Thử")
    page.press("#td-header-q", "Enter")
    page.wait_for_selector("#td-results li")
    assert "/tra-cuu/?q=" in page.url


def pages_of(site: Path) -> list[str]:
    """The addresses of all pages of a built site."""
    found = sorted(site.rglob("index.html"))
    return [path.parent.relative_to(site).as_posix().removeprefix(".") for path in found]


def one_of_each_kind(site: Path) -> list[str]:
    """One page for each folder and depth: every kind of page is among them."""
    kinds: dict[tuple[str, int], str] = {}
    for address in pages_of(site):
        kinds.setdefault((address.split("/")[0], address.count("/")), address)
    return list(kinds.values())


CRAWL = """async (start) => {
  const [ahead, status] = [[start], {}];
  while (ahead.length) {
    await Promise.all(ahead.splice(0, 8).map(async (address) => {
      if (address in status) return;
      status[address] = 0;
      const answer = await fetch(address);
      status[address] = answer.status;
      if (!(answer.headers.get("content-type") ?? "").startsWith("text/html")) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const element of page.querySelectorAll("[href], [src], form[action]")) {
        const link = element.getAttribute("href") ?? element.getAttribute("src")
          ?? element.getAttribute("action");
        const target = new URL(link, address);
        target.hash = "";
        if (target.origin === location.origin && !(target.href in status)) ahead.push(target.href);
      }
    }));
  }
  return status;
}"""


@pytest.mark.parametrize("name", ["shipped", "province"])
def test_every_link_of_the_site_answers(name, request, page):
    """From the home page every link answers, and plain links reach every page of the site."""
    site, base = request.getfixturevalue(name), request.getfixturevalue(f"{name}_url")
    page.goto(base)
    status = page.evaluate(CRAWL, base)
    assert {address: code for address, code in status.items() if code != 200} == {}
    missed = [a for a in pages_of(site) if urljoin(base, f"{a}/" if a else "") not in status]
    assert missed == []


@pytest.mark.parametrize("name", ["shipped", "province"])
def test_no_request_leaves_the_host(name, request, browser):
    """No page asks anything of another host, sets a cookie or keeps something in the browser."""
    site, base = request.getfixturevalue(name), request.getfixturevalue(f"{name}_url")
    context = browser.new_context()
    tab = context.new_page()
    asked = []
    tab.on("request", lambda sent: asked.append(sent.url))
    for address in [*one_of_each_kind(site), "tra-cuu/?q=nguyen"]:
        tab.goto(urljoin(base, address if "?" in address else f"{address}/"))
        tab.wait_for_load_state("networkidle")
        assert tab.evaluate("localStorage.length + sessionStorage.length") == 0
    outside = [url for url in asked if not url.startswith((base, "data:", "blob:"))]
    cookies = context.cookies()
    context.close()
    assert len(asked) > 50
    assert outside == []
    assert cookies == []


def test_every_kind_of_page_is_usable_without_scripts(browser: Browser, province, province_url):
    """With scripts off each page shows its heading and text, and leads on."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    tab = context.new_page()
    for address in one_of_each_kind(province):
        tab.goto(urljoin(province_url, f"{address}/" if address else ""))
        assert tab.locator("h1:visible").count() == 1, address
        assert tab.locator("article a:visible, header a:visible").count() > 0, address
        wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        assert not tab.evaluate(wide), f"{address} scrolls sideways"
    tab.goto(f"{province_url}tra-cuu/")
    assert tab.get_by_text("cần bật JavaScript").is_visible()
    context.close()


def test_hostile_text_stays_text(page, province, province_url):
    """Markup inside names and titles is shown letter by letter, and nothing of it runs."""
    page.on("dialog", lambda dialog: pytest.fail("a script of the data ran"))
    hostile = [a for a in pages_of(province)
               if "&lt;script&gt;" in (province / a / "index.html").read_text("utf-8")]  # fmt: skip
    assert hostile
    for address in hostile:
        page.goto(urljoin(province_url, f"{address}/" if address else ""))
        text = page.content().lower()
        assert "<script>alert" not in text
        assert page.locator("[onclick], [onerror], a[href^='javascript']").count() == 0


def test_the_order_of_the_alphabet_is_the_browsers(page, province_url):
    """Letters and tones sort as `Intl.Collator('vi')` sorts them."""
    from generator.vietnamese import syllable_key

    letters = (
        "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
    )
    syllables = "an ánh ăn ân dũng dương đạt én ênh hoa hòa huệ huế ma mà mả mã má mạ ngọc nguyễn"
    words = [*letters, *syllables.split()]
    page.goto(province_url)
    theirs = page.evaluate("words => words.sort(new Intl.Collator('vi').compare)", words)
    assert sorted(words, key=syllable_key) == theirs


def test_the_demonstration_says_so_on_every_page(shipped, province):
    """As shipped every page carries the notice and is kept out of search engines."""
    notice = "Bản trình diễn, không phải trang chính thức của cơ quan nào"
    for path in [*shipped.rglob("*.html")]:
        text = path.read_text("utf-8")
        assert notice in text, path
        assert '<meta name="robots" content="noindex">' in text, path


def test_one_setting_ends_the_demonstration(project):
    """With `demonstration: false` the notice and `noindex` are gone."""
    settings = project / "data" / "site.yml"
    text = settings.read_text("utf-8").replace("demonstration: true", "demonstration: false")
    settings.write_text(text, "utf-8")
    build(project, project / "site", Silent())
    for path in (project / "site").rglob("index.html"):
        page = path.read_text("utf-8")
        assert "Bản trình diễn" not in page
        assert "noindex" not in page
