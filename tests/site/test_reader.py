"""The site in a real Chromium, as a reader on a phone meets it."""

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser

from generator.build import build
from generator.formats.card import is_card
from tests.site.kit import Silent

EARLIER = re.compile(r"/v[0-9]+/")


def pages_of(site: Path) -> list[str]:
    """The addresses of all pages of a built site; cards, which stand on others, are none."""
    found = sorted(path for path in site.rglob("index.html") if not is_card(path.as_posix()))
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
    """With `demonstration: false` the notice is gone, and `noindex` but for proposals.

    What search engines may not keep is not in the sitemap, and everything else is.
    """
    settings = project / "data" / "site.yml"
    text = settings.read_text("utf-8").replace("demonstration: true", "demonstration: false")
    settings.write_text(text, "utf-8")
    build(project, project / "site", Silent())
    sitemap = (project / "site" / "sitemap.xml").read_text("utf-8")
    for path in (project / "site").rglob("index.html"):
        page, address = path.read_text("utf-8"), path.parent.relative_to(project / "site")
        proposal = address.parts[:1] == ("lay-y-kien",)
        proposal |= is_card(f"{address}/index.html") or bool(EARLIER.search(f"/{address}/"))
        assert "Bản trình diễn" not in page
        assert ('<meta name="robots" content="noindex">' in page) == proposal
        place = f"{address.as_posix()}/" if address.parts else ""
        assert (f"<loc>https://thanh-son.example/{place}</loc>" in sitemap) == (not proposal)
