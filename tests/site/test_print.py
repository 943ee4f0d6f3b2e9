"""Printed pages: an honour fits one sheet, a QR code leads back, tools of the screen are gone."""

import re
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.site.kinds import kinds
from tests.site.kit import ROOT

KINDS = kinds(ROOT)
A4 = {"width": 794, "height": 1123}


@pytest.fixture
def paper(page: Page) -> Page:
    """A tab that shows pages as they are printed."""
    page.set_viewport_size(A4)
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("name", ["decision-few", "decision-many", "exemplar"])
def test_the_qr_code_leads_to_the_page(
    browser: Browser, shipped_url: str, name: str, scripts: bool
) -> None:
    """What a telephone reads on the sheet is the address of the page, with scripts or without."""
    context = browser.new_context(java_script_enabled=scripts, viewport=A4)
    tab = context.new_page()
    tab.goto(shipped_url + KINDS[name])
    tab.emulate_media(media="print")
    assert_read(tab, ".td-qr:has(svg)")
    context.close()


@pytest.mark.parametrize("name", ["honour", "recipient-person", "movement-dang-dien-ra"])
def test_any_page_draws_its_code_when_it_is_printed(
    paper: Page, shipped_url: str, name: str
) -> None:
    """The browser's own command to print brings a code to a page that has none, and only one."""
    paper.goto(shipped_url + KINDS[name])
    paper.wait_for_load_state("networkidle")
    assert paper.locator(".td-qr svg").count() == 0
    paper.pdf()  # which tells the page that it is printed
    paper.pdf()
    assert_read(paper, ".td-qr:has(svg)")


def assert_read(tab: Page, selector: str) -> None:
    """What is read in a picture of an element is the address of the page."""
    picture = Image.open(BytesIO(tab.locator(selector).screenshot()))
    address = tab.locator("link[rel=canonical]").get_attribute("href")
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [address]


@pytest.mark.parametrize("name", ["honour", "honour-cancelled", "honour-stripped"])
def test_an_honour_is_one_sheet(paper: Page, shipped_url: str, name: str) -> None:
    """Certificate, facts, sources and the address stand on one sheet of A4."""
    paper.goto(shipped_url + KINDS[name])
    paper.wait_for_load_state("networkidle")
    sheets = re.findall(rb"/Type /Page\b", paper.pdf(prefer_css_page_size=True))
    assert len(sheets) == 1
    address = paper.locator("link[rel=canonical]").get_attribute("href")
    assert address in paper.locator(".td-about").inner_text()


@pytest.mark.parametrize("name", ["honour", "decision-few", "exemplar"])
def test_what_is_for_the_screen_is_not_printed(paper: Page, shipped_url: str, name: str) -> None:
    """No search, no navigation, no trail on paper; the record and its name are."""
    paper.goto(shipped_url + KINDS[name])
    for gone in (".td-header__search", ".td-header__nav", ".td-trail", ".td-footer nav"):
        assert paper.locator(gone).is_hidden(), gone
    assert paper.locator("h1").is_visible()
    paper.emulate_media(media="screen")
    assert paper.locator(".td-header__nav").is_visible()
    assert paper.locator(".td-qr:visible").count() == 0


def test_name_cards_are_eight_on_a_sheet(paper: Page, shipped_url: str) -> None:
    """Fourteen cards are two sheets of A4 with nothing else on them, and no card is cut."""
    paper.set_viewport_size({"width": 673, "height": 1017})  # A4 within the margins of the page
    paper.goto(shipped_url + "su-kien/minh-hoa-le-trao-tang-2024/the-ten/")
    paper.wait_for_load_state("networkidle")
    cards = paper.locator(".td-card")
    assert cards.count() == 14
    for other in (".td-header", ".td-footer", ".td-about", "h1", ".td-notice"):
        assert not paper.locator(other).first.is_visible(), other
    boxes = [card.bounding_box() for card in cards.all()]
    assert {round(box["width"] / 96 * 25.4) for box in boxes if box} == {89}
    assert {round(box["height"] / 96 * 25.4) for box in boxes if box} == {67}
    sheets = re.findall(rb"/Type /Page\b", paper.pdf(prefer_css_page_size=True))
    assert len(sheets) == 2


def test_the_list_of_names_prints_clean(paper: Page, shipped_url: str) -> None:
    """What is called at a ceremony prints whole, without the tools of the screen."""
    paper.goto(shipped_url + "su-kien/minh-hoa-le-trao-tang-2024/goi-ten/")
    for tool in (".td-header__nav", ".td-header__search", ".td-trail", ".td-footer nav"):
        assert not paper.locator(tool).first.is_visible(), tool
    assert paper.locator(".td-calling tbody tr").count() == 14
