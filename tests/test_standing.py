"""Of a decision of which some or all fell: every form counts what stands, and tells the rest.

The cases are of the shipped register and of the invented province; the others are made by the
command that a clerk makes them with.
"""

import html
import json
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.dates import PartialDate
from generator.load import load
from generator.records.citation_forms import forms, software
from generator.records.decision import counts
from generator.records.digest import IN_FORCE
from generator.render import files_of, render
from generator.tree import pages
from generator.values import Page
from tests.site.kit import PROVINCE, ROOT
from tests.site.test_commands import BIN

KIT = "bo-bao-chi.zip"
THERE = "data/awards/2024/chu-tich-ubnd-tinh-thanh-son/37-qd-ubnd.yml"
ACT = ("--date", "01/6/2025", "--symbol", "70/QĐ-UBND", "--reason", "Kê khai không đúng.")
ISSUER = "Chủ tịch Ủy ban nhân dân tỉnh Thanh Sơn"  # who revokes, unless said: who decided
PAPER = f"Văn bản số 70/QĐ-UBND của {ISSUER}, ngày 01/06/2025"
SHIPPED = {page.address: page for root in (ROOT, PROVINCE)
           for register in [load(root)]
           for page in pages(register.reference, register.volumes) if page.thing}  # fmt: skip
DECISIONS = [page for page in SHIPPED.values() if page.thing.kind == "decision"]
STRIPPED = "/vinh-danh/2022/nguoi-co-tham-quyen-cap-nha-nuoc-minh-hoa/31-qd-mh/"
CANCELLED = "/vinh-danh/2022/chu-tich-ubnd-tinh-minh-hoa/95-qd-ubnd/"


def revoke(root: Path, decision: str, *arguments: str) -> None:
    """Revoke as a clerk does, in a copy of the province."""
    shutil.copy(PROVINCE / "mkdocs.yml", root)
    command = [str(BIN / "tuyenduong"), "revoke", decision, *arguments, "--yes"]
    done = subprocess.run(command, cwd=root, stdin=subprocess.DEVNULL, capture_output=True,
                          text=True, timeout=120)  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def page_of(root: Path, decision: str) -> Page:
    """Return the page of a decision, told by its file."""
    register = load(root)
    made = pages(register.reference, register.volumes)
    return next(p for p in made if p.thing and p.thing.kind == "decision" and p.source == decision)


def told(page: Page) -> Iterator[tuple[str, str]]:
    """Yield all that goes out alone of a page: name, words."""
    for name, made in files_of(page).items():
        if name.endswith(KIT):
            yield from ((f"{KIT}/{file}", text) for file, text in made.texts.items())
        else:
            yield name.rpartition(page.address[1:])[2], html.unescape(made)
    citation = page.context["citation"]
    for form in (*forms(citation), *software(citation)):
        yield form.label, form.text
    output = render(page)
    yield from ((name, html.unescape(str(output.meta[name]))) for name in ("cite", "head"))
    first = output.text.partition("\n# ")[0].partition("\n---\n")[2]
    yield "notice", html.unescape(re.sub("<[^>]+>", "", first)).replace("\\", "")


# Files of a kit that hold rows, figures or the notice; others beside them tell the note.
LISTS = {f"{KIT}/danh-sach.csv", f"{KIT}/so-lieu.txt", f"{KIT}/thong-bao-huy-bo.txt"}


def whole_and_labelled(page: Page, note: str) -> None:
    """Check that whatever goes out of a page tells the note, and nowhere the old count.

    (Its first letter is a capital where it stands alone; a card has no room for many papers.)
    """
    words = dict(told(page))
    card = words.pop("embed/index.html")
    gone = page.thing.facts["revoked"]
    assert (note[1:] if len(page.thing.citation.status) < 200 else f": {gone} lượt khen;") in card
    assert len(words) > 15
    assert {name for name, text in words.items() if note[1:] not in text} <= LISTS
    stated = counts(page.thing.facts["stated"])
    assert {name for name, text in words.items() if f"{stated} được khen" in text} == set()


FELL = [p for p in DECISIONS if any(h.facts["status"] not in IN_FORCE for h in p.thing.parts)]


@pytest.mark.parametrize("page", FELL, ids=lambda page: page.address)
def test_each_form_of_what_is_shipped_tells_what_fell(page: Page) -> None:
    """Whichever form somebody takes, he is told, with the paper."""
    assert page.thing.citation.status
    whole_and_labelled(page, page.thing.citation.status)


def test_one_honour_that_was_stripped() -> None:
    """Three of four stand: that is the count; what the act itself counted is in the note."""
    citation = SHIPPED[STRIPPED].thing.citation
    assert citation.press.endswith("(Phong tặng, truy tặng danh hiệu Nghệ nhân ưu tú), "
                                   "3 cá nhân được khen")  # fmt: skip
    assert citation.status == (
        "quyết định ghi 4 cá nhân, trong đó 1 lượt khen đã bị tước theo Văn bản số 50/QĐ-MH "
        "của Người có thẩm quyền cấp Nhà nước (minh họa), ngày 15/08/2024"
    )
    facts = json.loads(dict(told(SHIPPED[STRIPPED]))["index.json"])
    assert (facts["standing"]["person"], facts["revoked"]) == (3, 1)
    item = json.loads(dict(told(SHIPPED[STRIPPED]))["index.ninjs.json"])
    assert item["pubStatus"] == "usable"
    assert item["headlines"][0]["value"].startswith("[Không còn hiệu lực một phần] ")
    assert citation.status[1:] in item["descriptions"][0]["value"]
    assert citation.status[1:] in item["edNote"]
    assert len(item["people"]) == 3


def test_an_honour_is_revoked_by_the_command(copy_of_province: Path) -> None:
    """Before it every form counts all; after it every form counts the rest and names the paper."""
    before = page_of(copy_of_province, THERE)
    assert before.thing.citation.status == ""
    assert "12 cá nhân được khen" in dict(told(before))["Cho báo chí"]
    revoke(copy_of_province, THERE, "--honour", "1", "--how", "cancelled", *ACT)
    after = page_of(copy_of_province, THERE)
    note = f"quyết định ghi 12 cá nhân, trong đó 1 lượt khen đã bị hủy bỏ theo {PAPER}"
    assert after.thing.citation.status == note
    assert "11 cá nhân được khen. Lưu ý: quyết định" in dict(told(after))["Cho báo chí"]
    whole_and_labelled(after, note)
    assert not after.thing.citation.ended
    assert "PartiallyInForce" in dict(told(after))["index.jsonld"]
    assert "te-card--gone" not in dict(told(after))["embed/index.html"]


def test_each_honour_is_revoked_one_after_the_other(copy_of_province: Path) -> None:
    """An act of which no honour stands is told as one that fell: pulled, and its kit a notice."""
    ids = [part.facts["url"].rstrip("/").rpartition("/")[2] for part in
           page_of(copy_of_province, THERE).thing.parts]  # fmt: skip
    rows = [word for number in ids[1:] for word in ("--honour", number)]
    revoke(copy_of_province, THERE, "--honour", ids[0], "--how", "cancelled", *ACT)
    revoke(copy_of_province, THERE, *rows, "--how", "cancelled", "--date", "02/7/2025",
           "--reason", "Xét duyệt sai.")  # fmt: skip
    page = page_of(copy_of_province, THERE)
    words = dict(told(page))
    assert "không còn lượt khen nào có hiệu lực. Lưu ý:" in words["Cho báo chí"]
    whole_and_labelled(page, f"1 lượt khen đã bị hủy bỏ theo {PAPER}; 11 lượt khen đã bị hủy bỏ")
    assert json.loads(words["index.ninjs.json"])["pubStatus"] == "canceled"
    assert "NotInForce" in words["index.jsonld"]
    assert "te-card--gone" in words["embed/index.html"]
    assert [name for name in words if name.startswith(KIT)] == [f"{KIT}/thong-bao-huy-bo.txt"]
    notice = words[f"{KIT}/thong-bao-huy-bo.txt"]
    assert f"Đã bị hủy bỏ: {PAPER}." in notice
    assert "Lý do: Xét duyệt sai." in notice


def test_a_decision_is_revoked_whole_by_the_command(copy_of_province: Path) -> None:
    """Each form names the paper; a title that goes out alone says first that it fell."""
    revoke(copy_of_province, THERE, "--whole", "--how", "cancelled", *ACT)
    page = page_of(copy_of_province, THERE)
    note = f"đã bị hủy bỏ theo {PAPER}"
    assert page.thing.citation.status == note
    whole_and_labelled(page, note)
    words = dict(told(page))
    item = json.loads(words["index.ninjs.json"])
    assert item["pubStatus"] == "canceled"
    assert item["headlines"][0]["value"].startswith("[Không còn hiệu lực] ")
    for text in (item["bodies"][0]["value"], item["edNote"]):
        assert "Lý do: Kê khai không đúng." in text
    assert note in item["descriptions"][0]["value"]
    facts = json.loads(words["index.json"])
    assert (facts["status_paper"], facts["status_date"]) == (PAPER, "2025-06-01")
    assert sum(facts["standing"].values()) == 0
    assert "Không còn hiệu lực. Quyết định số 37" in str(render(page).meta["description"])
    notice = words[f"{KIT}/thong-bao-huy-bo.txt"]
    assert f"Đã bị hủy bỏ: {PAPER}.\n\nLý do: Kê khai không đúng." in notice


def test_who_was_restored_alone_is_told(copy_of_province: Path) -> None:
    """Of an act that fell whole, the one honour that was given back is what stands."""
    revoke(copy_of_province, THERE, "--whole", "--how", "cancelled", *ACT)
    path = copy_of_province / THERE
    back = "  - {change: restored, date: 2025-09-01, honours: [3], reason: Xét lại.}\n"
    path.write_text(path.read_text("utf-8").replace("defaults:", f"{back}defaults:"), "utf-8")
    page = page_of(copy_of_province, THERE)
    note = f"đã bị hủy bỏ theo {PAPER}; riêng 1 lượt khen đã được phục hồi theo Văn bản"
    assert "1 cá nhân được khen. Lưu ý: " + note in dict(told(page))["Cho báo chí"]
    whole_and_labelled(page, note)


def test_a_cancelled_decision_names_its_paper_in_a_frame_too() -> None:
    """What is pasted into another site says it in the frame's own title."""
    words = dict(told(SHIPPED[CANCELLED]))
    offered = json.loads(words["oembed.json"])
    wanted = "đã bị hủy bỏ theo Văn bản số 40/QĐ-UBND của Chủ tịch"
    assert wanted in offered["title"]
    assert wanted in html.unescape(re.search(r'title="([^"]*)"', offered["html"])[1])


def test_an_earlier_version_tells_what_fell_since() -> None:
    """Its count is of its time; that some of it fell since is told, and that it was replaced."""
    register = load(ROOT)
    made = {page.address: page for page in pages(register.reference, register.volumes)}
    old = made[f"{STRIPPED}v1/"]
    assert old.context["citation"].press.endswith("4 cá nhân được khen")
    assert old.context["citation"].status == (
        f"đã được thay bằng phiên bản 3; {SHIPPED[STRIPPED].thing.citation.status}"
    )
    assert old.context["version"].fallen == "", "the act itself is in force"
    gone = made[f"{CANCELLED}v1/"]
    assert gone.context["citation"].status == SHIPPED[CANCELLED].thing.citation.status
    assert gone.context["version"].fallen.startswith("Đã bị hủy bỏ theo Văn bản số 40/QĐ-UBND")


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.address)
def test_counts_are_those_of_the_list(page: Page) -> None:
    """What stands and what fell make up the list, kind by kind."""
    facts = page.thing.facts
    alive = [part.facts["status"] in IN_FORCE for part in page.thing.parts]
    kinds = [part.facts["recipient_kind"] for part in page.thing.parts]
    found = Counter(kind for kind, stands in zip(kinds, alive, strict=True) if stands)
    assert found == {kind: number for kind, number in facts["standing"].items() if number}
    assert facts["revoked"] == alive.count(False)


PARTIAL = [page for page in DECISIONS if "partial" in page.thing.facts]


@pytest.mark.parametrize("page", PARTIAL, ids=lambda page: page.address)
def test_a_list_that_lacks_names_says_so(page: Page) -> None:
    """Agencies and search engines are told how many names there are of how many, and why."""
    words, facts = dict(told(page)), page.thing.facts
    item = json.loads(words["index.ninjs.json"])
    node = json.loads(words["index.jsonld"])["@graph"][0]
    known = f"sổ có {names}" if (names := counts(facts["listed"])) else "sổ chưa có tên nào"
    have = f"văn bản ghi {counts(facts['stated'])}, {known}"
    for text in (item["bodies"][0]["value"], item["edNote"], item["descriptions"][0]["value"],
                 node["description"]):  # fmt: skip
        assert have in text
        assert facts["partial"] in text


def test_a_whole_list_is_not_called_partial() -> None:
    """Nothing is said of a list that has every name."""
    whole = [page for page in DECISIONS if "partial" not in page.thing.facts]
    assert whole
    assert not any("chưa đủ" in text for page in whole for _, text in told(page))


def test_agencies_are_handed_photos_with_rights_alone() -> None:
    """A photo of which nobody granted the reuse is in no news item; others say who granted it."""
    seen = set()
    for page in (page for page in SHIPPED.values() if page.thing.kind == "story"):
        item = json.loads(dict(files_of(page))[f"{page.address[1:]}index.ninjs.json"])
        assert "renditions" not in item, "a photo is no form of the text"
        granted = {p.alt: p for p in page.context["exemplar"].photos if p.rights}
        handed = {photo["uri"]: photo for photo in item.get("associations", ())}
        addresses = {p["url"]: p["alt"] for p in page.thing.facts["photos"]}
        assert {addresses[uri] for uri in handed} == set(granted)
        for uri, photo in handed.items():
            source = granted[addresses[uri]]
            assert photo["by"] == source.credit
            assert photo["usageTerms"] == source.rights or page.thing.facts["illustrative"]
        seen |= handed.keys()
    names = {uri.rpartition("/")[2] for uri in seen}
    assert any(name.startswith("khe-lua") for name in names)
    assert not any(name.startswith("doi-che") for name in names)
    kit = SHIPPED["/guong/vuon-che-nui/"].beside[KIT]
    terms = {photo.words.terms for photo in kit.photos}
    item = json.loads(
        files_of(SHIPPED["/guong/vuon-che-nui/"])["guong/vuon-che-nui/index.ninjs.json"]
    )
    assert {photo["usageTerms"] for photo in item["associations"]} == terms


def test_no_day_is_invented() -> None:
    """A time is told where the day is known, and left out where only the month or the year is."""
    seen = set()
    for page in (page for page in SHIPPED.values() if page.thing.kind != "honour"):
        item = json.loads(files_of(page)[f"{page.address[1:]}index.ninjs.json"])
        citation = page.thing.citation
        for name, day in (("firstCreated", citation.issued), ("versionCreated", citation.updated)):
            assert item.get(name) == (f"{day.iso}T00:00:00+07:00" if day.day else None)
            seen.add((name, bool(day.day)))
        assert PartialDate.parse(citation.issued.iso) == citation.issued
    assert seen == {(n, k) for n in ("firstCreated", "versionCreated") for k in (True, False)}
