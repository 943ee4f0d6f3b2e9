"""The rules of the records that more than one case must show: law and time, status, places."""

from typing import Any

import pytest

from generator.dates import PartialDate
from generator.records import KINDS
from generator.records.award import Award
from generator.records.base import Origin, Reference, VolumeKey, walk
from generator.records.decision import Decision, volume_of
from generator.records.decision_rules import no_duplicates
from generator.records.definition import Meanings, definition_on
from generator.records.digest import natural
from generator.records.honour import HistoryEntry, status_of
from generator.records.law_rules import awards_lawful
from generator.records.movement import Movement
from generator.records.paging import paged
from generator.records.place import Place
from generator.records.validation import build
from generator.values import Page

AS_OF = PartialDate(2026, 11, 1)
OLD_LAW = {
    "law": "luat-cu",
    "valid_from": "2004-07-01",
    "valid_to": "2023-06-30",
    "recipients": ("person", "collective"),
    "deciders": ("chu-tich-ubnd-tinh",),
}
NEW_LAW = {
    "law": "luat-moi",
    "valid_from": "2023-07-01",
    "recipients": ("person", "household"),
    "deciders": ("chu-tich-ubnd-tinh", "bo-nganh"),
    "doubtful_deciders": ("thu-tuong",),
}


def made(kind_name: str, **data: Any) -> Any:
    """Return a record of a kind; its fields must be right."""
    kind = next(kind for kind in KINDS if kind.name == kind_name)
    record, faults = build(kind, {"id": "thu", **data}, Origin("thu.yml", {}))
    assert not faults
    return record


def award(*provisions: dict[str, Any]) -> Award:
    """Return an award with these periods of law."""
    return made("award", name="Cờ thử", family="bang-khen", rank=1, provisions=provisions)


def decision(date: str, kind: str = "person", **data: Any) -> Decision:
    """Return a decision that gives the award `thu` to one recipient."""
    honour = {"id": 1, "award": "thu", "kind": kind, "name": "Lý Thị Thử"}
    given = {"issuer": "thu", "title": "Thử", "stated": {}, "honours": (honour,), **data}
    return made("decision", date=date, **given)


def place(key: str, **data: Any) -> Place:
    """Return a commune."""
    return made("place", **{"id": key, "name": key.title(), "type": "xa", **data})


def entry(change: str, date: str, *honours: int) -> HistoryEntry:
    """Return a later act."""
    fields = {"change": change, "date": date, "honours": honours, "reason": "Thử"}
    return HistoryEntry.model_validate(fields)


def reference(**kinds: Any) -> Reference:
    """Return a Reference that holds these records: a list for each kind."""
    return Reference({kind: {r.id: r for r in found} for kind, found in kinds.items()}, AS_OF)


@pytest.mark.parametrize(
    ("date", "kind", "authority", "expected"),
    [
        ("2003", "person", "chu-tich-ubnd-tinh", [("QD-005", "lỗi")]),
        ("2004-06-30", "person", "chu-tich-ubnd-tinh", [("QD-005", "lỗi")]),
        ("2004-07-01", "person", "chu-tich-ubnd-tinh", []),
        ("2004", "person", "chu-tich-ubnd-tinh", [("QD-005", "cảnh báo")]),
        ("2004-06", "person", "chu-tich-ubnd-tinh", [("QD-005", "lỗi")]),
        ("2023", "person", "chu-tich-ubnd-tinh", []),
        ("2023-06", "household", "chu-tich-ubnd-tinh", [("QD-006", "lỗi")]),
        ("2023", "household", "chu-tich-ubnd-tinh", [("QD-006", "cảnh báo")]),
        ("2023-07", "household", "chu-tich-ubnd-tinh", []),
        ("2023", "collective", "chu-tich-ubnd-tinh", [("QD-006", "cảnh báo")]),
        ("2023-07-01", "collective", "chu-tich-ubnd-tinh", [("QD-006", "lỗi")]),
        ("2023-06-30", "person", "bo-nganh", [("QD-007", "lỗi")]),
        ("2023", "person", "bo-nganh", [("QD-007", "cảnh báo")]),
        ("2024", "person", "bo-nganh", []),
        ("2024", "person", "thu-tuong", [("QD-007", "cảnh báo")]),
        ("2020", "person", "thu-tuong", [("QD-007", "lỗi")]),
        ("2020", "household", "to-chuc-khac", [("QD-006", "lỗi"), ("QD-007", "lỗi")]),
        ("2024", "person", None, [("QD-007", "lỗi")]),
    ],
)
def test_law_on_the_days_a_date_may_mean(
    date: str, kind: str, authority: str | None, expected: list[tuple[str, str]]
) -> None:
    """What no law of those days allows is a fault; what only some allow is a warning."""
    issuer = made("unit", name="Thử", **({"authority": authority} if authority else {}))
    law = reference(award=[award(OLD_LAW, NEW_LAW)], unit=[issuer])
    faults = awards_lawful(decision(date, kind), law)
    assert [(fault.code, fault.severity) for fault in faults] == expected


def test_gap_between_two_laws_is_a_doubt() -> None:
    """A year in which the law once did not know the award is not wholly covered."""
    early = {**OLD_LAW, "valid_to": "2023-03-31"}
    assert award(OLD_LAW, NEW_LAW).lawful_throughout(PartialDate(2023))
    assert not award(early, NEW_LAW).lawful_throughout(PartialDate(2023))
    assert award(early, NEW_LAW).lawful_throughout(PartialDate(2023, 8))
    assert not award(early).lawful_throughout(PartialDate(2024))


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        ([], "in_force"),
        ([("corrected", "2023")], "corrected"),
        ([("cancelled", "2023")], "cancelled"),
        ([("cancelled", "2023"), ("corrected", "2024")], "cancelled"),
        ([("stripped", "2023"), ("corrected", "2024")], "stripped"),
        ([("corrected", "2024"), ("cancelled", "2023")], "cancelled"),
        ([("corrected", "2023"), ("cancelled", "2024")], "cancelled"),
        ([("stripped", "2023"), ("restored", "2024")], "restored"),
        ([("stripped", "2023"), ("restored", "2024"), ("corrected", "2025")], "corrected"),
        ([("cancelled", "2023"), ("restored", "2024"), ("cancelled", "2025")], "cancelled"),
        ([("restored", "2023-06"), ("stripped", "2023-05-31")], "restored"),
    ],
)
def test_status_is_told_by_the_newest_act(history: list[tuple[str, str]], expected: str) -> None:
    """The newest act decides, in whatever order they are kept; no correction restores."""
    assert status_of(1, tuple(entry(*item) for item in history)).code == expected


def test_act_concerns_the_honours_it_names() -> None:
    """An act that names honours leaves the others alone; one that names none is for all."""
    history = (entry("stripped", "2023", 2), entry("corrected", "2024"))
    assert [status_of(number, history).code for number in (1, 2)] == ["corrected", "stripped"]
    cause = status_of(2, history).cause
    assert cause is not None
    assert cause.change == "stripped"


@pytest.mark.parametrize(
    ("begins", "ends", "state", "period"),
    [
        ("2027-01", None, "chưa bắt đầu", "từ tháng 1/2027"),
        ("2026-11-01", None, "đang diễn ra", "từ ngày 01/11/2026"),
        ("2026", "2030", "đang diễn ra", "giai đoạn 2026–2030"),
        ("2021", "2026", "đang diễn ra", "giai đoạn 2021–2026"),
        ("2021", "2025", "đã kết thúc", "giai đoạn 2021–2025"),
        ("2021", "2026-10-31", "đã kết thúc", "từ năm 2021 đến ngày 31/10/2026"),
        ("2026-11-01", "2026-11-01", "đang diễn ra", "từ ngày 01/11/2026 đến ngày 01/11/2026"),
    ],
)
def test_state_of_a_movement(begins: str, ends: str | None, state: str, period: str) -> None:
    """A movement runs from the first day it may begin to the last it may end, as of the data."""
    dates = {"begins": begins, **({"ends": ends} if ends else {})}
    found: Movement = made("movement", name="Thử", launcher="thu", summary="Thử", **dates)
    assert (found.state(AS_OF), found.period) == (state, period)


@pytest.mark.parametrize(
    ("key", "part"),
    [
        ("1870-qd-ubnd", "3"),
        ("499-qd-ubnd", "0"),
        ("500-qd-ubnd-1705", "1"),
        ("0007-qd", "0"),
        ("12a-qd", "x"),
        ("khong-so-thu-khen", "x"),
        ("99999999999-qd", "x"),
    ],
)
def test_volume(key: str, part: str) -> None:
    """A volume is told by the decision alone: year, issuer, number by five hundreds."""
    assert volume_of(2023, "thu", key) == VolumeKey(2023, "thu", part)


def test_decision_without_symbol_is_called_by_its_date() -> None:
    """A letter is known by its kind and date; a decision says that its number is not known."""
    assert decision("2019", act="Thư khen").label == "Thư khen năm 2019"
    assert decision("2019-05-17").label == "Quyết định chưa rõ số, ngày 17/05/2019"


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("2024-05-01", "2024-06-01"), []),
        (("2024-05-01", "2024-05-01"), ["lỗi"]),
        (("2024-05", "2024-05"), ["lỗi"]),
        (("2024-05-01", "2024"), ["cảnh báo"]),
    ],
)
def test_duplicates(dates: tuple[str, str], expected: list[str]) -> None:
    """One symbol twice is one act on one date, two acts on two, and a doubt where unknown."""
    acts = [decision(date, symbol=s) for date, s in zip(dates, ("9/QĐ-X", "9/QD-X"), strict=True)]
    assert [fault.severity for fault in no_duplicates(acts, reference())] == expected


def test_acts_without_symbol_are_no_duplicates() -> None:
    """Two letters of one day are two letters."""
    assert not list(no_duplicates([decision("2024"), decision("2024")], reference()))


def test_place_old_and_new() -> None:
    """A place that is gone tells where it belongs now, over several rearrangements."""
    places = reference(
        place=[
            place("tinh", type="tinh"),
            place("lau", parent="tinh", valid_to="2010", successors=("cu",)),
            place("cu", parent="tinh", valid_to="2025", successors=("mot", "hai")),
            place("mot", parent="tinh"),
            place("hai", parent="tinh"),
        ]
    )
    oldest: Place = places.find("place", "lau")
    now = "xã Mot, tỉnh Tinh; xã Hai, tỉnh Tinh"
    assert oldest.now(places) == now
    assert oldest.with_now(places) == f"xã Lau, tỉnh Tinh (nay thuộc {now})"
    assert places.find("place", "mot").with_now(places) == "xã Mot, tỉnh Tinh"
    assert set(oldest.reach(places)) == {"lau", "cu", "mot", "hai", "tinh"}


def test_a_district_dissolved_within_its_province_names_no_other_place() -> None:
    """It never "now belongs" to what it always belonged to; its communes go where they went."""
    places = reference(
        place=[
            place("tinh", type="tinh"),
            place("huyen", parent="tinh", valid_to="2025", successors=("tinh",)),
            place("cu", parent="huyen", valid_to="2025", successors=("moi",)),
            place("moi", parent="tinh"),
        ]
    )
    assert places.find("place", "huyen").now(places) == ""
    assert places.find("place", "cu").now(places) == "xã Moi, tỉnh Tinh"


def test_chain_of_places_ends() -> None:
    """Places that lie in each other by mistake do not hang the check that will tell it."""
    places = reference(place=[place("mot", parent="hai"), place("hai", parent="mot")])
    assert [p.id for p in places.find("place", "mot").chain(places)] == ["mot", "hai"]


def test_addresses_sort_by_number() -> None:
    """The second row of a list stands before the tenth."""
    addresses = ["/a/10/", "/a/2/", "/a/", "/a/b/"]
    assert sorted(addresses, key=natural) == ["/a/", "/a/b/", "/a/2/", "/a/10/"]


def cut(count: int, *, newest_first: bool) -> dict[str, list[int]]:
    """Return the pages of a list of numbers that counts down, by address."""
    page = Page("/x/", "letter.md.jinja", "X", "X", {})
    found = paged(page, "honours", range(count, 0, -1), newest_first=newest_first)
    return {page.address: list(page.context["honours"]) for page in found}


@pytest.mark.parametrize(
    ("count", "newest_first", "sizes"),
    [
        (0, True, [0]),
        (100, True, [100]),
        (150, True, [150]),
        (151, True, [51, 100]),
        (199, True, [99, 100]),
        (200, True, [100, 100]),
        (342, True, [142, 100, 100]),
        (0, False, [0]),
        (100, False, [100]),
        (101, False, [100, 1]),
    ],
)
def test_pages_of_a_list(count: int, newest_first: bool, sizes: list[int]) -> None:
    """A list is cut at a hundred, nothing twice or left out; an empty one still has its page."""
    found = cut(count, newest_first=newest_first)
    assert [len(entries) for entries in found.values()] == sizes
    assert [n for entries in found.values() for n in entries] == list(range(count, 0, -1))


def test_a_list_grows_at_its_first_page() -> None:
    """New entries leave the further pages of a list where and as they are."""
    before, after = cut(1234, newest_first=True), cut(1240, newest_first=True)
    assert {a for a in after if after[a] != before[a]} == {"/x/"}


def test_a_pager_reaches_far_with_few_links() -> None:
    """The pager of a very long list leads near and far, to the first and the last page."""
    page = Page("/x/", "letter.md.jinja", "X", "X", {})
    pager = list(paged(page, "honours", range(1_000_000)))[4999].context["pager"]
    numbers = [link.text for link in pager.links if link.address]
    assert numbers[:2] == ["1", "4000"]
    assert {"4990", "4999", "5000", "5001", "6000", "10000"} <= set(numbers)
    assert len(pager.links) < 25


def test_walk_tells_paths_and_marks() -> None:
    """Every value of a record is reached, by the names that a clerk writes, with its marks."""
    honour = {"id": 1, "award": "thu", "class": "Ba", "kind": "person", "name": "Thử"}
    found = {path: marks for path, _, marks in walk(decision("2024", honours=(honour,)))}
    assert ("honours", 0, "class") in found
    assert [mark.kind for mark in found["honours", 0, "award"] if hasattr(mark, "kind")] == [
        "award"
    ]


def definition(key: str, **data: Any) -> Any:
    """Return a definition of the direct workers."""
    given = {"text": "Thử", "counts": ("nong-dan",), "basis": "Thử", "confirmed": False, **data}
    return made("definition", id=key, measure="lao-dong-truc-tiep", **given)


@pytest.mark.parametrize(
    ("date", "found"),
    [("2019", "cu"), ("2022-12-31", "cu"), ("2022", "cu"), ("2023-01-01", "moi"), ("2026", "moi")],
)
def test_the_definition_of_the_day(date: str, found: str) -> None:
    """An honour is told by the definition of its decision's day."""
    old = definition("cu", valid_to="2022-12-31")
    new = definition("moi", valid_from="2023-01-01")
    known = reference(definition=[new, old])
    measured = definition_on(known, "lao-dong-truc-tiep", PartialDate.parse(date))
    assert measured is not None
    assert measured.id == found
    assert definition_on(known, "tap-the-nho", PartialDate.parse(date)) is None


def test_a_vague_date_takes_the_later_definition() -> None:
    """Where a date of low precision may mean two definitions, the later one counts."""
    old = definition("cu", valid_to="2022-06-30")
    new = definition("moi", valid_from="2022-07-01", counts=("cong-nhan",))
    meanings = Meanings(reference(definition=[old, new]))
    sides = [meanings.side("lao-dong-truc-tiep", PartialDate(2022), code)
             for code in ("cong-nhan", "nong-dan", "")]  # fmt: skip
    assert sides == ["yes", "no", ""]


@pytest.mark.parametrize(
    ("date", "basis", "feat", "days"),
    [
        ("2024-06-10", "signed", "2024-06-07", 3),
        ("2024-06-10", "signed", "2024-06-10", 0),
        ("2024-06-10", "posted", "2024-06-07", None),
        ("2024-06", "signed", "2024-06-07", None),
        ("2024-06-10", "signed", "2024-05", None),
    ],
)
def test_days_after_the_feat(date: str, basis: str, feat: str, days: int | None) -> None:
    """Days are counted only between two days that are known for sure."""
    found = decision(date, date_basis=basis, feat_date=feat)
    assert found.days_after_feat(found.honours[0]) == days
