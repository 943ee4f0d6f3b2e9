"""The feeds: valid by their rules, read back by readers, and true to the records."""

import datetime
import html
import json
import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.exports import feed_xml
from generator.exports.feed_item import item_of
from generator.exports.feeds import WRITERS, feeds, texts_of
from generator.load import load
from generator.records.base import FeedEntry, PartialDate, Reference
from generator.records.decision_entries import digest
from generator.records.digest import Digest, HonourEntry, Index
from generator.records.feed import (
    CORRECTIONS,
    FORMS,
    NEWEST,
    NEWEST_OF_ONE,
    STREAMS,
    file_of,
)
from tests.feed_rules import ATOM, DELETED, FAULTS

ROOT = Path(__file__).parents[1]
TOLD = re.compile("[#-]khong-con-hieu-luc$")  # in Atom, what tells of a deletion is another entry
BASE = "https://thanh-son.example/"
DECISION = f"{BASE}vinh-danh/2023/chu-tich-ubnd-tinh-thanh-son/912-qd-ubnd/"
CANCELLED = f"{BASE}vinh-danh/2019/chu-tich-ubnd-huyen-van-lung/45-qd-ubnd/"


class Site(NamedTuple):
    """A register and its feeds, by their paths."""

    reference: Reference
    index: Index
    files: dict[str, str]


def site_of(root: Path) -> Site:
    """Read a register, and make its feeds."""
    register = load(root)
    index = Index(tuple(digest(volume, register.reference) for volume in register.volumes))
    return Site(register.reference, index, dict(feeds(register.reference, index)))


@pytest.fixture(scope="module")
def province(province: Path) -> Site:
    """The invented province."""
    return site_of(province)


@pytest.fixture(scope="module")
def shipped() -> Site:
    """The register as it is shipped."""
    return site_of(ROOT)


@pytest.fixture(scope="module", params=["shipped", "province"])
def site(request: pytest.FixtureRequest) -> Site:
    """The one and the other."""
    return request.getfixturevalue(request.param)


class Told(NamedTuple):
    """An entry as a program reads it from any form."""

    id: str
    link: str
    title: str
    summary: str
    published: datetime.datetime
    updated: datetime.datetime
    tags: tuple[str, ...]


def _atom(text: str) -> Iterator[Told]:
    for e in etree.fromstring(text.encode()).iter(f"{ATOM}entry"):
        said = {c.tag.removeprefix(ATOM): c.text or "" for c in e}
        marks = [(c.get("term"), c.get("label")) for c in e.iter(f"{ATOM}category")]
        tags = tuple(word for pair in marks for word in pair if word)
        link = e.find(f"{ATOM}link").get("href")  # type: ignore[union-attr]
        times = (datetime.datetime.fromisoformat(said[n]) for n in ("published", "updated"))
        own = said["id"]
        if "withdrawn" in tags:  # what tells of a deletion is not what was deleted
            assert TOLD.search(own)
            own = TOLD.sub("", own)
        yield Told(own, str(link), said["title"], said["summary"], *times, tags)


def _rss(text: str) -> Iterator[Told]:
    for e in etree.fromstring(text.encode()).iter("item"):
        said = {c.tag: c.text or "" for c in e}
        summary = html.unescape(said["description"].replace("<br>", "\n"))
        published = datetime.datetime.strptime(said["pubDate"], "%a, %d %b %Y %H:%M:%S %z")
        updated = datetime.datetime.fromisoformat(said[f"{ATOM}updated"])
        tags = tuple(c.text or "" for c in e.iter("category"))
        words = said["guid"], said["link"], said["title"], summary
        yield Told(*words, published, updated, tags)


def _json(text: str) -> Iterator[Told]:
    for e in json.loads(text)["items"]:
        times = (datetime.datetime.fromisoformat(e[f"date_{n}"]) for n in ("published", "modified"))
        yield Told(e["id"], e["url"], e["title"], e["content_text"], *times, tuple(e["tags"]))


READ: dict[str, Callable[[str], Iterator[Told]]] = {"atom": _atom, "rss": _rss, "json": _json}


def told(site: Site, name: str, form: str = "json") -> dict[str, Told]:
    """Return what a feed tells, by identity, in its order."""
    return {entry.id: entry for entry in READ[form](site.files[file_of(name, form)])}


def deleted(site: Site, name: str) -> dict[str, str]:
    """Return the deletions of an Atom feed: what, and when."""
    root = etree.fromstring(site.files[file_of(name, "atom")].encode())
    return {str(e.get("ref")): str(e.get("when")) for e in root.iter(DELETED)}


def names(site: Site) -> list[str]:
    """Return the names of all feeds."""
    return [
        n.removeprefix("feeds/").removesuffix(".atom") for n in site.files if n.endswith("atom")
    ]


def test_every_feed_is_valid(site: Site) -> None:
    """Each is what its format asks; each feed has all three forms."""
    assert {n.rpartition(".")[0] for n in site.files} == {f"feeds/{name}" for name in names(site)}
    for name, text in site.files.items():
        assert FAULTS[name.rpartition(".")[2]](text, site.reference.site.url + name) == [], name


@pytest.mark.parametrize(
    ("form", "old", "new"),
    [
        ("atom", "<updated>20", "<updated>năm 20"),
        ("atom", "<updated>20", "<updated>19"),
        ("atom", "<(/?)author>", r"<\1editor>"),
        ("atom", ' rel="self"', ' rel="via"'),
        ("atom", "(<id>)[^<]*-ubnd/", r"\1https://x.example/"),
        ("atom", ' ref="https', ' ref="x'),
        ("atom", "<title>", "<title><b/>"),
        ("rss", "<pubDate>", "<pubDate>Sat, "),
        ("rss", ' version="2.0"', ""),
        ("rss", "<link>https://thanh-son.example", "<link>"),
        ("rss", "<description>", "<description>&lt;a href='../'&gt;x&lt;/a&gt;"),
        ("json", '"url": "https', '"url": "htt'),
        ("json", "version/1.1", "version/1"),
        ("json", r"\+07:00", ""),
    ],
)
def test_rules_find_what_is_wrong(province: Site, form: str, old: str, new: str) -> None:
    """The rules of the test are rules: a feed that is spoilt in one place fails."""
    name = file_of("quyet-dinh", form)
    text = province.files[name]
    spoilt = re.sub(old, new, text)
    assert spoilt != text
    assert FAULTS[form](spoilt, BASE + name)


def test_forms_tell_the_same(site: Site) -> None:
    """Atom, RSS and JSON tell the same entries in the same order."""
    for name in names(site):
        by_form = [list(READ[form](site.files[file_of(name, form)])) for form in FORMS]
        assert by_form[0] == by_form[1] == by_form[2], name


def test_a_reader_reads_them(site: Site) -> None:
    """The reader that most programs use takes Atom and RSS without a complaint."""
    for name, text in site.files.items():
        if name.endswith(".json"):
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            found: Any = feedparser.parse(text)
        assert not found.bozo, (name, found.get("bozo_exception"))
        assert found.version == {"atom": "atom10", "rss": "rss20"}[name.rpartition(".")[2]]
        expected = list(READ[name.rpartition(".")[2]](text))
        assert [TOLD.sub("", e.id) for e in found.entries] == [e.id for e in expected]
        assert [e.link for e in found.entries] == [e.link for e in expected]
        for got, entry in zip(found.entries, expected, strict=True):
            moment = datetime.datetime(*got.updated_parsed[:6], tzinfo=datetime.UTC)
            assert moment == entry.updated
            if name.endswith(".atom"):  # of RSS a reader has to guess whether a title is HTML
                assert got.title == entry.title


def test_all_streams_are_there(site: Site) -> None:
    """The feeds that are promised are there; others have something to tell."""
    found = set(names(site))
    assert {stream.name for stream in STREAMS} <= found
    for name in found - {stream.name for stream in STREAMS}:
        assert re.match(r"(dia-ban|linh-vuc|phong-trao)-[a-z0-9-]+$", name)
        assert 0 < len(told(site, name)) <= NEWEST_OF_ONE


def test_every_decision_story_news(site: Site) -> None:
    """The feeds hold what the register holds, the newest change first."""
    base, reference = site.reference.site.url, site.reference
    for stream, records in (
        ("quyet-dinh", site.index.decisions),
        ("guong", reference.of("exemplar")),
        ("tin-tuc", reference.of("news")),
    ):
        entries = list(told(site, stream).values())
        wanted = {base + record.address[1:] for record in records}
        assert len(entries) == min(NEWEST, len(wanted))
        assert {entry.id for entry in entries} <= wanted
        days = [entry.updated.date() for entry in entries]
        assert days == sorted(days, reverse=True)


def test_of_one_honour_no_others_are_told(site: Site) -> None:
    """An honour's entry has no numbers of a list; its decision's tells which honours are meant."""
    items = json.loads(site.files[file_of(CORRECTIONS.name, "json")])["items"]
    single = [item for item in items if "Lượt khen thưởng" in item["tags"]]
    assert single
    assert not [item for item in single if re.search(r"\(lượt \d", item["content_text"])]
    whole = [item for item in items if "Quyết định khen thưởng" in item["tags"]]
    assert any(re.search(r"\(lượt \d", item["content_text"]) for item in whole)


def test_feeds_of_one_hold_their_own(site: Site) -> None:
    """A place has the decisions that honour someone there, a field its stories."""
    base = site.reference.site.url
    for place in site.reference.of("place"):
        honours = site.index.honours_of("place", place.id)
        found = told(site, f"dia-ban-{place.id}") if honours else {}
        newest = list(dict.fromkeys(h.decision for h in honours))[:3]
        assert {base + address[1:] for address in newest} <= found.keys()
    for topic in site.reference.of("topic"):
        stories = {e.address for e in site.reference.of("exemplar") if e.topic == topic.id}
        there = f"linh-vuc-{topic.id}" in names(site)
        assert there == bool(stories)
        if there:
            assert set(told(site, f"linh-vuc-{topic.id}")) == {base + a[1:] for a in stories}


def test_no_day_after_the_data(site: Site) -> None:
    """No clock, and nothing from the future."""
    last = site.reference.as_of.last
    for name in names(site):
        for entry in told(site, name).values():
            assert entry.published <= entry.updated
            assert entry.updated.date() <= last, entry


def test_what_is_invented_says_so(site: Site) -> None:
    """A title of an invented thing begins with the word, what became of it apart."""
    base = site.reference.site.url
    invented = {base + d.address[1:]: d.illustrative for d in site.index.decisions}
    for kind in ("exemplar", "news", "movement", "consultation"):
        invented |= {base + r.address[1:]: r.illustrative for r in site.reference.of(kind)}
    entries = told(site, "tat-ca")
    assert entries
    for entry in entries.values():
        assert ("[Minh họa] " in entry.title) == invented[entry.id]


def test_a_corrected_decision_rises_again(province: Site) -> None:
    """Its identity is the same everywhere; its date is that of the newest act; it says what."""
    for name in ("tat-ca", "quyet-dinh", "dinh-chinh", "phong-trao-thanh-son-xanh"):
        entry = told(province, name)[DECISION]
        assert entry.title.startswith("[Có thay đổi] [Minh họa] Quyết định số 912/QĐ-UBND: ")
        assert entry.updated.isoformat() == "2025-01-01T00:00:00+07:00"
        assert entry.published.isoformat() == "2023-05-17T00:00:00+07:00"
        assert "Đã đính chính (lượt 1): Sửa tên thôn. Văn bản số 950/QĐ-UBND" in entry.summary
        assert entry.tags == ("Quyết định khen thưởng", "corrected", "Đã đính chính")
    order = list(told(province, "quyet-dinh"))
    newer = f"{BASE}vinh-danh/2024/chu-tich-ubnd-tinh-thanh-son/37-qd-ubnd/"
    assert order.index(DECISION) < order.index(newer)


def test_what_was_revoked_is_deleted_and_told(province: Site) -> None:
    """Deleted in Atom, and in every form an entry that says so; nowhere but in corrections."""
    for form in FORMS:
        entry = told(province, "dinh-chinh", form)[f"{DECISION}3/"]
        assert entry.title == "[Đã bị tước] [Minh họa] Vàng A Ửng: " + (
            "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"
        )
        assert "không còn hiệu lực" in entry.summary
        assert entry.tags[1:] == ("withdrawn", "Không còn hiệu lực")
        assert [n for n in names(province) if f"{DECISION}3/" in told(province, n, form)] == [
            "dinh-chinh"
        ]
    gone = deleted(province, "dinh-chinh")
    assert gone[f"{DECISION}3/"] == "2024-03-01T00:00:00+07:00"
    assert gone[f"{DECISION}2/"] == "2024-02-01T00:00:00+07:00"
    assert gone[CANCELLED] == deleted(province, "quyet-dinh")[CANCELLED]
    assert told(province, "quyet-dinh")[CANCELLED].title.startswith("[Đã bị hủy bỏ] ")
    given_back = told(province, "dinh-chinh")[f"{DECISION}4/"]
    assert "có hiệu lực trở lại" in given_back.summary
    assert given_back.id not in gone


def test_a_deletion_stands(site: Site) -> None:
    """By RFC 6721 a newer entry brings a deleted one back: none has its identity, one tells why."""
    for name in names(site):
        entries, gone = told(site, name, "atom"), deleted(site, name)
        assert gone.keys() == {e.id for e in entries.values() if "withdrawn" in e.tags}
        root = etree.fromstring(site.files[file_of(name, "atom")].encode())
        assert not gone.keys() & {e.text for e in root.iter(f"{ATOM}id")}
        for key, when in gone.items():
            assert entries[key].updated == datetime.datetime.fromisoformat(when)


def test_a_consultation_reads_like_none_of_an_award(site: Site) -> None:
    """Each says that it is no award; one that was withdrawn is deleted, and says why."""
    entries = told(site, "lay-y-kien")
    base = site.reference.site.url
    for record in site.reference.of("consultation"):
        entry = entries.get(f"{base}lay-y-kien/{record.id}/")
        if record.opens.first > site.reference.as_of.last:
            assert entry is None
            continue
        assert entry is not None
        assert "chưa phải là khen thưởng" in entry.summary
        gone = record.outcome and record.outcome.state == "withdrawn"
        assert entry.title.startswith("[Đã rút đề nghị] ") == bool(gone)
        assert (entry.id in deleted(site, "lay-y-kien")) == bool(gone)
        assert (entry.id in told(site, "dinh-chinh")) == bool(gone)
        people = [proposal.name for proposal in record.proposed if proposal.kind == "person"]
        assert not [name for name in people if name in f"{entry.title} {entry.summary}"]


def test_corrections_are_all_there(site: Site) -> None:
    """Every later act and every revised text is in the feed of corrections."""
    base, found = site.reference.site.url, told(site, CORRECTIONS.name)
    acts = {base + address[1:] for address in site.index.changes_at}
    texts = [*site.reference.of("exemplar"), *site.reference.of("movement")]
    acts |= {base + record.address[1:] for record in texts if record.history}
    answers = {"da-sua", "da-giau-ten", "da-go-anh"}
    asked = [c for c in site.reference.of("correction") if c.outcome in answers]
    assert len(found) < NEWEST
    assert acts <= found.keys()
    assert len({key for key in found if "#" in key}) == len(asked)


def test_an_empty_register_has_feeds(province: Site) -> None:
    """Without a record the promised feeds are there, empty, valid, dated by the data."""
    alone = Reference({"site": {"site": province.reference.site}}, PartialDate(2026, 11, 1))
    files = dict(feeds(alone, Index(())))
    assert set(files) == {file_of(stream.name, form) for stream in STREAMS for form in FORMS}
    for name, text in files.items():
        form = name.rpartition(".")[2]
        assert FAULTS[form](text, BASE + name) == []
        assert list(READ[form](text)) == []
    root = etree.fromstring(files["feeds/dinh-chinh.atom"].encode())
    assert root.findtext(f"{ATOM}updated") == "2026-11-01T00:00:00+07:00"


def test_one_edit_changes_few_feeds(province: Site) -> None:
    """A decision's new title is in the feeds that hold it, and in no other."""
    digests = province.index.digests
    old = next(d for d in province.index.decisions if BASE + d.address[1:] == DECISION)
    edited = old._replace(title="Tên khác")

    def edit(found: Digest) -> Digest:
        return replace(found, decisions=tuple(edited if d == old else d for d in found.decisions))

    after = dict(feeds(province.reference, Index(tuple(map(edit, digests)))))
    changed = {name for name, text in after.items() if province.files[name] != text}
    holding = {
        file_of(name, form)
        for name in names(province)
        if DECISION in told(province, name)
        for form in FORMS
    }
    assert changed == holding
    assert len(holding) < len(province.files) / 2


def test_withheld_name_is_not_told(province: Site) -> None:
    """An honour whose name is withheld may be taken back: the entry has no name."""
    digests = province.index.digests

    def hide(honour: HonourEntry) -> HonourEntry:
        gone = honour.address.endswith("/912-qd-ubnd/3/")
        return honour._replace(name="Không công bố tên", named=False) if gone else honour

    hidden = [
        replace(d, by_decision=tuple(tuple(map(hide, found)) for found in d.by_decision))
        for d in digests
    ]
    after = dict(feeds(province.reference, Index(tuple(hidden))))
    assert not [name for name, text in after.items() if "Vàng A Ửng" in text]
    assert "[Đã bị tước] [Minh họa] Không công bố tên: " in after["feeds/dinh-chinh.rss"]


HOSTILE = (
    "</title><script>alert(1)</script>", "]]>", "<![CDATA[x", "&lt;b&gt; & &amp;", "\"'`",
    "🏅👩🏽‍🌾", "\u200fمرحبا\u200e", "Đ" * 500, "một\nhai", "%00", "{{ 7*7 }}", "\u0301", "\u2028",
    "<!-- -->",
)  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")),
)


@given(title=TEXTS, summary=TEXTS, category=TEXTS)
def test_any_text_comes_back(title: str, summary: str, category: str) -> None:
    """Whatever a record says is read back letter by letter from every form."""
    day = PartialDate(2024, 2)
    entry = FeedEntry("/guong/x/", title, summary, category or "x", day, day)
    item = item_of(entry, BASE)
    head = feed_xml.Head(BASE, BASE, title, summary, title, "", item.updated)
    for form, write, piece in zip(FORMS, WRITERS, texts_of(item), strict=True):
        (found,) = READ[form](write(head, [piece]))
        assert (found.title, found.summary) == (title, summary)
        assert found.tags == (category or "x",)
