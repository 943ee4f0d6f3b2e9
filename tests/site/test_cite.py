"""How a page is cited: the script's forms are those of the program, and a button copies them."""

import json
import re
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
import rispy
from playwright.sync_api import Browser, Page, expect

from generator.dates import PartialDate
from generator.load import load
from generator.records.citation_forms import facts, forms, press_line, software
from generator.records.terms import STATUSES
from generator.tree import pages
from tests.site.kinds import kinds
from tests.site.kit import ROOT

KINDS = kinds(ROOT)
FORMS = ["Cho báo chí", "ISO 690", "APA", "Chicago", "BibTeX", "RIS", "CSL-JSON"]
SHOWN = [*FORMS, "Thẻ để nhúng vào trang khác"]


def opened(page: Page) -> None:
    """Open the box with the citations, and within it those for software."""
    page.locator(".td-cite > summary").click()
    page.locator(".td-cite > details > summary").click()


def test_the_script_makes_the_same_forms(page: Page, shipped_url: str) -> None:
    """For every honour of the shipped data the page's script says what the program says."""
    register = load(ROOT)
    everything = pages(register.reference, register.volumes)
    cited = [p.context["citation"] for p in everything if "citation" in p.context]
    assert len(cited) > 100
    given = [
        {**json.loads(facts(c)), "author": c.author, "container": c.container, "url": c.url}
        for c in cited
    ]
    page.goto(shipped_url)
    made = page.evaluate(
        """async ([address, given]) => {
            const { forms, software } = await import(address);
            return given.map((facts) => [...forms(facts), ...software(facts)]);
        }""",
        [f"{shipped_url}assets/cite/forms.js", given],
    )
    for citation, found in zip(cited, made, strict=True):
        assert found == [[f.label, f.text] for f in (*forms(citation), *software(citation))]


@pytest.mark.parametrize("name", ["honour", "decision-few", "exemplar", "movement-da-ket-thuc"])
def test_a_form_is_copied(browser: Browser, shipped_url: str, name: str) -> None:
    """With the keyboard alone: the list opens, the button copies what stands there, and says so."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(shipped_url + KINDS[name])
    box = page.locator(".td-cite")
    box.locator("> summary").focus()
    page.keyboard.press("Enter")
    expect(box.locator("dd")).to_have_count(len(SHOWN))
    assert box.locator("dt").evaluate_all("all => all.map(e => e.firstChild.data)") == SHOWN
    page.get_by_role("button", name="Sao chép: ISO 690").press("Enter")
    page.wait_for_function("document.querySelector('.td-cite [role=status]').textContent")
    told = page.locator(".td-cite [role=status]").inner_text()
    assert told == "Đã sao chép: ISO 690"
    text = page.evaluate("navigator.clipboard.readText()")
    assert text == box.locator("dd").nth(1).inner_text()
    assert "……" not in text
    assert page.locator("link[rel=canonical]").get_attribute("href") in text
    context.close()


@pytest.mark.parametrize("name", ["decision-few", "exemplar", "movement-da-ket-thuc"])
def test_the_files_are_what_the_page_shows(browser: Browser, shipped_url: str, name: str) -> None:
    """Each form for software can be taken as a file, of the same text, without a day of reading."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(shipped_url + KINDS[name])
    opened(page)
    rows = page.locator(".td-cite dd:has(a[download])")
    assert rows.count() == 3
    for row in rows.all():
        file = page.request.get(shipped_url + KINDS[name] + row.locator("a").get_attribute("href"))
        assert file.text() == row.locator("pre").inner_text() + "\n"
    context.close()


@pytest.mark.parametrize("name", ["honour", "decision-few"])
def test_each_form_says_when_it_was_read(page: Page, shipped_url: str, name: str) -> None:
    """What is copied has the reader's own day, in the field that each form has for it."""
    page.clock.set_fixed_time("2027-02-03T08:00:00+07:00")
    page.goto(shipped_url + KINDS[name])
    opened(page)
    shown = page.locator(".td-cite dd").evaluate_all(
        "all => all.map(e => (e.querySelector('pre') ?? e).textContent)"
    )
    text = dict(zip(SHOWN, shown, strict=True))
    assert all("ngày 03/02/2027" in text[style] for style in ("ISO 690", "APA", "Chicago"))
    (entry,) = bibtexparser.parse_string(text["BibTeX"]).entries
    assert entry["urldate"] == "2027-02-03"
    (entry,) = rispy.loads(text["RIS"])
    assert entry["access_date"] == "2027/02/03/"
    (entry,) = json.loads(text["CSL-JSON"])
    assert entry["accessed"] == {"date-parts": [[2027, 2, 3]]}


@pytest.mark.parametrize("name", ["honour", "decision-few", "exemplar", "movement-da-ket-thuc"])
def test_a_card_is_embedded_as_the_page_says(page: Page, shipped_url: str, name: str) -> None:
    """What the page gives to paste shows the card, which leads back in a window of its own."""
    page.goto(shipped_url + KINDS[name])
    opened(page)
    expect(page.locator(".td-cite dd")).to_have_count(len(SHOWN))
    frame = page.locator(".td-cite dd pre").last.inner_text()
    if name != "honour":
        offered = page.request.get(shipped_url + KINDS[name] + "oembed.json").json()
        assert frame == offered["html"]
    heading = page.locator("h1").first.inner_text().strip("“”")
    page.set_content(frame.replace(load(ROOT).reference.site.url, shipped_url))
    link = page.frame_locator("iframe").locator(".te-name a")
    expect(link).to_have_text(heading)
    assert link.get_attribute("target") == "_blank"
    assert link.get_attribute("href").endswith(KINDS[name])
    assert page.frame_locator("iframe").locator(".te-card--gone").count() == 0


def test_the_card_of_a_revoked_honour_says_so(page: Page, shipped_url: str) -> None:
    """Wherever a card stands already, it tells what became of the honour; so does its frame."""
    for address in (KINDS["honour-stripped"], KINDS["honour-cancelled"]):
        facts = page.request.get(f"{shipped_url}{address}index.json").json()
        page.goto(shipped_url + address)
        opened(page)
        frame = page.locator(".td-cite dd pre").last.inner_text()
        assert f" – {STATUSES[facts['status']].lower()} theo " in frame
        page.goto(f"{shipped_url}embed/?{address}")
        expect(page.locator(".te-card--gone .te-status")).to_contain_text(STATUSES[facts["status"]])
        expect(page.locator(".te-name")).to_have_text(facts["name"])


def facts_at(shipped: Path, target: str) -> dict[str, Any]:
    """What the shared card reads of the honour that its address names."""
    return json.loads((shipped / target.removeprefix("embed/?") / "index.json").read_text("utf-8"))


def longest_cards(shipped: Path) -> dict[str, str]:
    """The longest card of each state: what it is, and its address; honours, and what has its own.

    Those with many words are the real test of the room.
    """
    longest: dict[str, tuple[int, str]] = {}
    for path in shipped.rglob("index.json"):
        address = f"{path.parent.relative_to(shipped).as_posix()}/"
        facts = json.loads(path.read_text("utf-8"))
        if "honour_id" in facts or "decision_label" in facts:
            gone = facts["status"] in ("cancelled", "stripped")
            state = "revoked" if gone else "corrected" if facts["version"] > 1 else "as it was"
            words = ("name", "award_name", "issuer_name", "status_paper", "decision_label")
            size, target = sum(len(facts.get(word) or "") for word in words), f"embed/?{address}"
        elif (path.parent / "embed/index.html").exists():
            state = address.partition("/")[0]
            card = (path.parent / "embed/index.html").read_text("utf-8")
            size, target = len(card), f"{address}embed/"
        else:
            continue
        longest[state] = max(longest.get(state, (0, "")), (size, target))
    return {state: target for state, (_, target) in longest.items()}


@pytest.mark.parametrize("width", [320, 480])
def test_a_card_shows_whole_and_widens_no_page(
    page: Page, shipped: Path, shipped_url: str, width: int
) -> None:
    """On a phone and beside a text: the frame stays within its page, the card within its frame."""
    page.goto(shipped_url + KINDS["honour"])
    opened(page)
    expect(page.locator(".td-cite dd")).to_have_count(len(SHOWN))
    given = page.locator(".td-cite dd pre").last.inner_text()
    page.set_viewport_size({"width": width, "height": 700})
    found = longest_cards(shipped)
    assert found.keys() >= {"as it was", "corrected", "revoked", "vinh-danh", "guong", "phong-trao"}
    long = facts_at(shipped, found["as it was"])
    revoked = facts_at(shipped, found["revoked"])
    words = {"name": long["name"], "award_name": f"{long['award_name']} {long['issuer_name']}"}
    page.route(f"**/{revoked['url'].partition('vinh-danh/')[2]}index.json",
               lambda route: route.fulfill(json=revoked | words))  # fmt: skip
    over = {}
    for state, target in found.items():
        page.set_content(re.sub(r'src="[^"]*"', f'src="{shipped_url}{target}"', given))
        card = page.frame_locator("iframe")
        expect(card.locator(".te-source")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        inside = "root => [root.scrollHeight - innerHeight, root.scrollWidth - innerWidth]"
        more = card.locator(":root").evaluate(inside)
        if max(more) > 0:
            over[state] = more
        if state == "revoked":
            expect(card.locator(".te-name")).to_have_text(words["name"])
            expect(card.locator(".te-status")).to_be_in_viewport(ratio=1)
    assert over == {}


def test_the_card_of_a_corrected_honour_says_since_when(
    page: Page, shipped: Path, shipped_url: str
) -> None:
    """As the page of the honour does."""
    target = longest_cards(shipped)["corrected"]
    facts = facts_at(shipped, target)
    page.goto(shipped_url + target)
    told = f"phiên bản {facts['version']}, cập nhật {PartialDate.parse(facts['updated']).on}."
    expect(page.locator(".te-source")).to_contain_text(told)


@pytest.mark.parametrize(
    "address", ["khong/co/", "//evil.example/", "../x/", "https://evil.example/", "A/", ""]
)
def test_a_card_of_nothing_leads_to_the_register(
    page: Page, shipped_url: str, address: str
) -> None:
    """An address that is none is told; nothing outside of the register is ever asked."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{shipped_url}embed/?{address}")
    page.wait_for_load_state("networkidle")
    assert page.locator(".te-name a").get_attribute("href") == "../"
    assert all(url.startswith(shipped_url) for url in asked)
    assert len([url for url in asked if url.endswith("index.json")]) == (address == "khong/co/")


@pytest.mark.parametrize("name", ["decision-few", "exemplar"])
def test_without_scripts_the_forms_stand_there(
    browser: Browser, shipped_url: str, name: str
) -> None:
    """No script, no button; the forms can be marked by hand."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(shipped_url + KINDS[name])
    opened(page)
    assert page.locator(".td-cite dt:visible").all_inner_texts() == SHOWN
    assert page.locator(".td-cite button").count() == 0
    context.close()


def test_without_scripts_an_honour_is_cited_in_one_way(browser: Browser, shipped_url: str) -> None:
    """An honour's page keeps the facts for the script, and has the press line without it."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(shipped_url + KINDS["honour"])
    register = load(ROOT)
    (own,) = (
        p for p in pages(register.reference, register.volumes) if p.address[1:] == KINDS["honour"]
    )
    line = press_line(own.context["citation"])
    assert page.locator(".td-about p").first.inner_text() == line
    assert f"phiên bản {own.context['citation'].version}" in line
    assert not page.locator(".td-cite").is_visible()
    context.close()
