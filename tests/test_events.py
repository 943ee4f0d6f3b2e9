"""Events and anniversaries: states, the order of honour, the years that are kept."""

import datetime
import re
from pathlib import Path

import pytest

from generator.dates import PartialDate
from generator.load import Register, load
from generator.records.anniversary import Anniversary
from generator.records.base import Reference
from generator.records.ceremony import order_of_honour
from generator.records.decision_entries import digest
from generator.records.digest import Index
from generator.records.event import STATES, Event
from generator.tree import pages
from tests.test_rules import AS_OF, made

ROOT = Path(__file__).parents[1]
SHIPPED = "/su-kien/minh-hoa-le-trao-tang-2024/"


@pytest.fixture(scope="module")
def shipped() -> Register:
    """The records that come with the program."""
    return load(ROOT)


def index_of(register: Register) -> Index:
    """A register in short."""
    return Index(tuple(digest(volume, register.reference) for volume in register.volumes))


def event(begins: str, ends: str | None = None, **data: object) -> Event:
    """Return an event."""
    given = {"ends": ends, **data} if ends else data
    return made("event", name="Thử", type="hoi-nghi", summary="Thử", begins=begins, **given)


@pytest.mark.parametrize(
    ("begins", "ends", "change", "state"),
    [
        ("2026-10-31", None, None, "đã qua ngày dự kiến"),
        ("2026-11-01", None, None, "đang diễn ra"),
        ("2026-11-02", None, None, "sắp diễn ra"),
        ("2026-10-30", "2026-11-01", None, "đang diễn ra"),
        ("2026-10", None, None, "đã qua ngày dự kiến"),
        ("2026-11", None, None, "đang diễn ra"),
        ("2026-10-31", None, "postponed", "đã hoãn"),
        ("2027-01-01", None, "cancelled", "đã hủy"),
    ],
)
def test_state_of_an_event(begins: str, ends: str | None, change: str | None, state: str) -> None:
    """An event is ahead, on or over as of the data, unless somebody put it off."""
    found = event(begins, ends, **({"change": change} if change else {})).state(AS_OF)
    assert found == state
    assert found in STATES


def test_an_event_was_held_when_something_tells_so() -> None:
    """A past day alone proves nothing; a recording, results or what was handed over does."""
    for told in ({"recording": "https://xem.example/"}, {"transcript": "Lời."}):
        assert event("2026-10-31", **told).state(AS_OF) == "đã diễn ra"
    assert event("2026-10-31", story="Dự kiến.").state(AS_OF) == "đã qua ngày dự kiến"


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        ({}, ""),
        ({"opens": "08:00"}, "8 giờ"),
        ({"opens": "00:05", "closes": "14:30"}, "0 giờ 05 – 14 giờ 30"),
    ],
)
def test_hours_in_words(hours: dict[str, str], words: str) -> None:
    """Hours are said as Vietnamese say them."""
    assert event("2026-11-01", **hours).hours == words


def called(register: Register, keys: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return who is called at a ceremony, and for what."""
    index = index_of(register)
    acts = [index.acts[f"/vinh-danh/{key}/"] for key in keys]
    steps = order_of_honour(acts, register.reference)
    turns = [turn for step in steps for turn in step.turns]
    assert [turn.number for turn in turns] == list(range(1, len(turns) + 1))
    return [(step.award, turn.entry.name) for step in steps for turn in step.turns]


def by_another_road(register: Register, keys: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the same from the decisions themselves: rank, class, act, place in the list."""
    decisions = {d.address: d for volume in register.volumes for d in volume.decisions}
    rows = []
    for nth, key in enumerate(keys):
        decision = decisions[f"/vinh-danh/{key}/"]
        for place, honour in enumerate(decision.honours):
            award = register.reference.find("award", honour.award)
            status = decision.status(honour).code
            if honour.display == "withheld" or status in ("cancelled", "stripped"):
                continue
            grade = award.classes.index(honour.grade) if honour.grade else -1
            order = (award.rank, award.id, grade, nth, place)
            words = f"{award.name} hạng {honour.grade}" if honour.grade else award.name
            rows.append((order, (words, honour.shown_name)))
    return [row for _, row in sorted(rows)]


def test_the_order_of_honour(shipped: Register) -> None:
    """The highest award first, then the acts as named, then the lists as printed."""
    keys = shipped.reference.find("event", "minh-hoa-le-trao-tang-2024").decisions
    found = called(shipped, keys)
    assert found == by_another_road(shipped, keys)
    assert found[0] == ("Huân chương Lao động hạng Ba", "Hợp tác xã Chè Nà Mẫu")
    # Row 8 is printed before row 7: the list decides, not the number of the address.
    names = [name for _, name in found]
    assert names.index("Lý A Thí") + 1 == names.index("Gia đình ông Sùng A Họa")
    assert "P.T.M." in names
    assert not {"Phùng Thị Mẫu", "Đặng Văn Thí", "Không công bố tên"} & set(names)


def test_the_order_of_every_act_of_the_register(shipped: Register, province: Path) -> None:
    """All acts of a register at once are called as their lists say."""
    for register in (shipped, load(province)):
        keys = tuple(
            decision.address.removeprefix("/vinh-danh/").rstrip("/")
            for volume in register.volumes
            for decision in volume.decisions
        )
        assert called(register, keys) == by_another_road(register, keys)


def test_who_lost_an_honour_is_not_called(shipped: Register) -> None:
    """Stripped and cancelled honours are handed to nobody; the family takes a posthumous one."""
    key = "2022/nguoi-co-tham-quyen-cap-nha-nuoc-minh-hoa/31-qd-mh"
    names = [name for _, name in called(shipped, (key,))]
    assert names == ["Triệu Thị Mẫu", "Vàng Thị Thí", "Nông Văn Dụ"]
    _, entries = index_of(shipped).acts[f"/vinh-danh/{key}/"]
    assert [entry.name for entry in entries if entry.posthumous] == ["Nông Văn Dụ"]


def test_a_long_ceremony_is_on_one_page(shipped: Register) -> None:
    """Four hundred are called one after the other, on a page that is printed whole."""
    acts = index_of(shipped).acts
    decision, entries = acts["/vinh-danh/2023/chu-tich-ubnd-tinh-minh-hoa/512-qd-ubnd/"]
    many = decision, entries * 16
    [step] = order_of_honour([many], shipped.reference)
    assert len(step.turns) == 400
    assert step.turns[-1].number == 400


def test_pages_of_a_ceremony(shipped: Register) -> None:
    """A ceremony has its list of names and its cards, for the same names; a talk has neither."""
    found = {page.address: page for page in pages(shipped.reference, shipped.volumes)}
    calling, cards = found[f"{SHIPPED}goi-ten/"], found[f"{SHIPPED}the-ten/"]
    assert calling.context["steps"] == cards.context["steps"]
    assert found[SHIPPED].context["total"] == 14
    assert found[SHIPPED].context["unnamed"] == 1
    talk = "/su-kien/minh-hoa-toa-dam-hoc-tu-nguoi-lam/"
    assert [address for address in found if address.startswith(talk)] == [talk]


def test_a_decision_leads_to_what_names_it(province: Path) -> None:
    """From a decision one finds the ceremony that handed it over, and the day it was given for."""
    register = load(province)
    found = {page.address: page for page in pages(register.reference, register.volumes)}
    links = found["/vinh-danh/2023/chu-tich-ubnd-tinh-thanh-son/912-qd-ubnd/"].context["leads"]
    assert {link.address for link in links} == {
        "/su-kien/le-trao-tang-cuoi-nam/",
        "/ky-niem/ngay-trong-rung/",
    }
    assert all(link.address in found for link in links)


def test_a_ceremony_that_is_off_calls_nobody(province: Path) -> None:
    """A cancelled ceremony has no list of names."""
    register = load(province)
    addresses = {page.address for page in pages(register.reference, register.volumes)}
    assert "/su-kien/le-trao-tang-cuoi-nam/goi-ten/" in addresses
    assert "/su-kien/le-trao-tang-huy/goi-ten/" not in addresses


def kept(date: str, from_day: str, count: int = 3) -> list[tuple[str, int]]:
    """Return the next days on which a day is kept, with the years."""
    anniversary: Anniversary = made("anniversary", name="Thử", date=date)
    days = anniversary.kept_from(datetime.date.fromisoformat(from_day))
    return [(day.iso, years) for (day, years), _ in zip(days, range(count), strict=False)]


def test_days_on_which_an_anniversary_is_kept() -> None:
    """The day itself counts; 29/02 is kept on 28/02 in other years; the first day is none."""
    assert kept("1948-06-11", "2026-06-11", 2) == [("2026-06-11", 78), ("2027-06-11", 79)]
    assert kept("1948-06-11", "2026-06-12", 1) == [("2027-06-11", 79)]
    assert kept("1976-02-29", "2026-03-01", 2) == [("2027-02-28", 51), ("2028-02-29", 52)]
    assert kept("2026-01-01", "2025-06-01", 1) == [("2027-01-01", 1)]


@pytest.mark.parametrize("today", ["2026-11-01", "2028-06-11", "2028-06-12"])
def test_round_years_end_in_nought(today: str) -> None:
    """A round year is one whose number ends in 0, and none is left out."""
    anniversary: Anniversary = made("anniversary", name="Thử", date="1948-06-11")
    day = datetime.date.fromisoformat(today)
    found = anniversary.round_years(day)
    years = [y for y in range(1949, 2100) if str(y - 1948).endswith("0")]
    expected = [y for y in years if datetime.date(y, 6, 11) >= day][:3]
    assert [(k.day, k.years) for k in found] == [
        (PartialDate(y, 6, 11), y - 1948) for y in expected
    ]


def test_the_plan_is_kept(shipped: Register) -> None:
    """The anniversaries of the founding plan are there, on the right days."""
    reference: Reference = shipped.reference
    days = {a.date.iso for a in reference.of("anniversary")}
    assert {"1948-06-11", "1948-07-25", "1943-09-22"} <= days


def test_a_real_event_has_a_source(shipped: Register) -> None:
    """No real event is told without a source, and none names a person."""
    real = [e for e in shipped.reference.of("event") if not e.illustrative]
    assert real
    for found in real:
        assert found.sources, found.id
        assert not re.search(r"\b(?:ông|bà) [A-ZĐ]", f"{found.summary} {found.story}"), found.id
