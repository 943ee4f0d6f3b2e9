"""The sitemaps: every page once, each with the date of its facts, or with none."""

import datetime
import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from generator import sitemap
from generator.dates import PartialDate
from generator.exports.news_sitemap import MOST, PATH, news_sitemap
from generator.load import Register, load
from generator.records.base import Reference
from generator.records.decision_entries import digest
from generator.records.digest import Index
from generator.sitemap import SITEMAP, Dates, sitemaps
from generator.tree import list_pages, volume_pages
from generator.values import Page

BASE = "https://thanh-son.example/"
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
DECISION = "vinh-danh/2023/chu-tich-ubnd-tinh-thanh-son/912-qd-ubnd/"


@pytest.fixture(scope="module")
def register(province: Path) -> Register:
    """The invented province."""
    return load(province)


@pytest.fixture(scope="module")
def index(register: Register) -> Index:
    """The province in short."""
    return Index(tuple(digest(volume, register.reference) for volume in register.volumes))


@pytest.fixture(scope="module")
def pages(register: Register, index: Index) -> list[Page]:
    """All pages that belong to no volume."""
    return list(list_pages(register.reference, index))


@pytest.fixture(scope="module")
def dates(register: Register, index: Index, pages: list[Page]) -> Dates:
    """What tells the date of a page."""
    return Dates(pages, index, register.reference.as_of)


def locations(text: str) -> dict[str, str]:
    """Return the addresses of a sitemap, each with its date."""
    root = etree.fromstring(text.encode())
    found = [(e.findtext(f"{SPACE}loc"), e.findtext(f"{SPACE}lastmod")) for e in root]
    assert len(dict(found)) == len(found)
    return {str(address): date or "" for address, date in found}


def test_pages_of_volumes_are_dated_as_they_say(register: Register, dates: Dates) -> None:
    """The date told from the digests is the one that the page itself has."""
    everything = (volume_pages(volume, register.reference) for volume in register.volumes)
    found = [page for told in everything for page in told if not page.noindex]
    assert len(found) > 30
    for page in found:
        assert page.updated is not None
        assert dates(page.address[1:]) == page.updated.iso, page.address


@pytest.mark.parametrize(
    ("page", "date"),
    [
        (DECISION, "2025"),  # the newest act on any of its list
        (f"{DECISION}1/", "2023-06-01"),  # corrected
        (f"{DECISION}2/", "2024-02"),  # cancelled, known to the month
        (f"{DECISION}3/", "2024-03-01"),  # stripped
        (f"{DECISION}4/", "2025"),  # restored
        (f"{DECISION}5/", "2023-05-17"),  # as it was
        ("vinh-danh/2019/chu-tich-ubnd-huyen-van-lung/45-qd-ubnd/7/", "2019-12-31"),  # with all
        ("guong/vuon-che-nui/", "2025-03-01"),  # revised
        ("tin-tuc/2024/tet-trong-cay/", "2024-02-14"),
        ("phong-trao/thanh-son-xanh/", "2026-02"),
        ("dinh-chinh/", "2026-10-30"),
        ("", "2026-11-01"),  # the home page tells the date of the data
        ("gioi-thieu/", ""),  # written by hand: nothing tells
        ("vinh-danh/2031/nobody/9/", ""),
    ],
)
def test_dates_are_true(dates: Dates, page: str, date: str) -> None:
    """Each is the day of a fact on the page; where nothing tells it, there is none."""
    assert dates(page) == date


def test_a_list_is_as_new_as_its_newest(pages: list[Page], index: Index) -> None:
    """A list has the date of the newest act among its rows; none is of the future."""
    lists = {"place.md.jinja", "award.md.jinja", "recipient.md.jinja", "letter.md.jinja"}
    found = [page for page in pages if page.template in lists and page.context["honours"]]
    assert len(found) > 10
    for page in found:
        days = (entry.updated for entry in page.context["honours"])
        assert page.updated == max(days, key=lambda date: date.last), page.address
    assert sum(page.updated is not None for page in pages) > len(pages) / 3


def test_nothing_is_newer_than_the_data(register: Register, pages: list[Page]) -> None:
    """A movement that has not begun has no date yet."""
    ahead = replace(pages[0], address="/x/", updated=PartialDate(2031))
    assert Dates([ahead], Index(()), register.reference.as_of)("x/") == ""


def test_one_file_of_few_pages(dates: Dates) -> None:
    """Few pages are one sitemap; letters beyond ASCII are signs of percent."""
    files = dict(sitemaps(["index.html", "a/index.html", "b.css", "đ/index.html"], BASE, dates))
    assert set(files) == {SITEMAP}
    assert locations(files[SITEMAP]) == {
        BASE: "2026-11-01", f"{BASE}a/": "", f"{BASE}%C4%91/": "",
    }  # fmt: skip


def test_many_pages_are_an_index(monkeypatch: pytest.MonkeyPatch, dates: Dates) -> None:
    """More than one file may hold become several, and an index that dates each truly."""
    assert sitemap.PER_SITEMAP == 50_000
    monkeypatch.setattr(sitemap, "PER_SITEMAP", 3)
    names = [f"{DECISION}{n}/index.html" for n in (1, 2, 3, 5)] + [
        f"x/{n}/index.html" for n in "ab"
    ]
    files = dict(sitemaps(names, BASE, dates))
    assert list(files) == ["sitemap-1.xml", "sitemap-2.xml", SITEMAP]
    assert locations(files[SITEMAP]) == {
        f"{BASE}sitemap-1.xml": "2024-03-01", f"{BASE}sitemap-2.xml": "2023-05-17",
    }  # fmt: skip
    every = locations(files["sitemap-1.xml"]) | locations(files["sitemap-2.xml"])
    assert list(every) == [BASE + name.removesuffix("index.html") for name in names]


def test_no_page_is_an_empty_map(dates: Dates) -> None:
    """A site without a page has a sitemap without one."""
    assert [locations(text) for _, text in sitemaps([], BASE, dates)] == [{}]


def test_news_of_two_days(register: Register) -> None:
    """Only what is at most two days old, its day known, with all that the form asks."""
    reference = register.reference
    known = {f"{BASE}{r.address[1:]}": r for k in ("news", "exemplar") for r in reference.of(k)}
    for as_of in (reference.as_of, PartialDate(2024, 2, 16), PartialDate(2024, 2, 17)):
        ((name, text),) = news_sitemap(replace(reference, as_of=as_of), Index(()))
        assert name == PATH
        root = etree.fromstring(text.encode())
        told = {}
        for url in root.findall(f"{SPACE}url"):
            (news,) = url.findall(f"{NEWS}news")
            (of,) = news.findall(f"{NEWS}publication")
            assert [of.findtext(f"{NEWS}{n}") for n in ("name", "language")] == [
                reference.site.name, "vi",
            ]  # fmt: skip
            day = news.findtext(f"{NEWS}publication_date") or ""
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", day)
            told[url.findtext(f"{SPACE}loc")] = day, news.findtext(f"{NEWS}title")
        wanted = {
            address: (record.date.iso, f"[Minh họa] {record.title}")
            for address, record in known.items()
            if record.date.day
            and datetime.timedelta() <= as_of.last - record.date.first <= datetime.timedelta(2)
        }
        assert told == wanted
        assert len(told) == (as_of != PartialDate(2024, 2, 17))


def test_news_are_a_thousand_at_most(register: Register) -> None:
    """A file of more is not valid."""
    (story,) = (e for e in register.reference.of("exemplar") if e.id == "hiem-hoc")
    many = {f"x-{n}": story.model_copy(update={"id": f"x-{n}"}) for n in range(MOST + 5)}
    records = {**register.reference.records, "exemplar": many}
    ((_, text),) = news_sitemap(Reference(records, register.reference.as_of), Index(()))
    assert text.count("<url>") == MOST
