"""Clusters, councils, initiatives, tasks, units by year: their rules, and figures recounted."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from generator.dates import PartialDate
from generator.lists.grid import grid
from generator.lists.works import initiatives
from generator.load import Loaded, Register, load
from generator.records.base import Reference
from generator.records.cluster_rules import led_every_year, members_told, only_members
from generator.records.council import names_published, terms_in_order
from generator.records.decision_entries import digest
from generator.records.digest import IN_FORCE, Index
from generator.records.registered import registered
from generator.records.task import Task
from generator.sound import any_record
from tests.test_rules import AS_OF, made, reference


@pytest.fixture(scope="module")
def register(province: Path) -> Register:
    """The province's records."""
    return load(province)


@pytest.fixture(scope="module")
def index(register: Register) -> Index:
    """The province in short."""
    return Index(tuple(digest(volume, register.reference) for volume in register.volumes))


def cluster(*years: dict[str, Any], **data: Any) -> Any:
    """Return a cluster of two communes, the second of which leaves at the end of 2024."""
    members = ({"name": "Xã Một"}, {"name": "Xã Hai", "valid_to": "2024"})
    given = {"name": "Cụm", "kind": "cum", "summary": "Thử", "members": members, **data}
    return made("cluster", years=years, **given)


@pytest.mark.parametrize(
    ("year", "codes"),
    [
        ({"year": 2024, "leader": "Xã Hai"}, []),
        ({"year": 2025, "leader": "Xã Hai"}, ["CK-002"]),
        ({"year": 2024, "leader": "xã một"}, ["CK-002"]),
        ({"year": 2024, "leader": "Xã Một", "deputies": ("Xã Ba", "Xã Hai")}, ["CK-002"]),
        ({"year": 2024}, ["CK-001"]),
        ({"year": 2024, "leader_note": "nguồn không nêu"}, []),
        ({"year": 2024, "leader": "Xã Một",
          "results": ({"member": "Xã Ba", "text": "Dẫn đầu"},)}, ["CK-004"]),
    ],
)  # fmt: skip
def test_who_leads_belongs_to_the_cluster(year: dict[str, Any], codes: list[str]) -> None:
    """Leaders, deputies and results are of members of that year; a silence needs its reason."""
    found = cluster(year)
    rules = (led_every_year, only_members, members_told)
    assert [fault.code for rule in rules for fault in rule(found, reference())] == codes


def test_a_cluster_that_has_ended_has_no_members() -> None:
    """After its last day a cluster has no member, whatever is told of them."""
    ended = cluster(valid_from="2020", valid_to="2023-06-30")
    assert [len(ended.members_in(year)) for year in (2019, 2020, 2023, 2024)] == [0, 2, 2, 0]
    assert (ended.state(AS_OF), cluster().state(AS_OF)) == ("đã kết thúc", "đang hoạt động")


@pytest.mark.parametrize(
    ("begins", "due", "done", "state"),
    [
        (None, None, None, "không ghi hạn"),
        (None, "2026-10-31", None, "quá hạn"),
        (None, "2026-11-01", None, "chưa đến hạn"),
        (None, "2026-11", None, "chưa đến hạn"),
        (None, "2026", None, "chưa đến hạn"),
        (None, "2025", None, "quá hạn"),
        ("2026-11-01", None, None, "đang làm"),
        ("2026-11-02", None, None, "chưa đến hạn"),
        ("2026-01", "2026-12", None, "đang làm"),
        ("2026-01", "2026-09", None, "quá hạn"),
        ("2026-01", "2026-09", "2026-10-01", "đã xong"),
    ],
)
def test_state_of_a_task(begins: str | None, due: str | None, done: str | None, state: str) -> None:
    """A state is told from the date of the data; a month is over only after its last day."""
    dates = {"begins": begins, "due": due, "done": done}
    given = {name: PartialDate.parse(text) for name, text in dates.items() if text}
    assert Task(text="Thử", owner="Thử", **given).state(AS_OF) == state


def test_terms_of_a_council_follow_each_other() -> None:
    """An open term is the last; a term may begin in the year in which the one before ended."""

    def codes(*terms: dict[str, Any]) -> list[str]:
        record = made("council", name="Thử", kind="sang-kien", summary="Thử", terms=terms)
        return [fault.code for fault in terms_in_order(record, reference())]

    assert codes({"begins": "2020", "ends": "2022"}, {"begins": "2022"}) == []
    assert codes({"begins": "2020"}, {"begins": "2022"}) == ["HD-001"]
    assert codes({"begins": "2020", "ends": "2022-06"}, {"begins": "2022-05"}) == ["HD-001"]


def test_a_name_needs_a_published_decision() -> None:
    """Who sits in a council is told by post; by name only with the source that published it."""
    seats = ({"seat": "Ủy viên", "post": "Giám đốc", "name": "Lò Văn Thử"},)

    def codes(**decision: str) -> list[str]:
        term = {"begins": "2020", "seats": seats, "decision": {"title": "Quyết định", **decision}}
        record = made("council", name="Thử", kind="sang-kien", summary="Thử", terms=(term,))
        return [fault.code for fault in names_published(record, reference())]

    assert codes() == ["HD-002"]
    assert codes(source="cong") == []


@pytest.mark.parametrize(
    ("unit", "movement", "mixed"),
    [(False, False, False), (True, False, True), (False, True, True), (True, True, True)],
)
def test_real_and_invented_are_kept_apart(unit: bool, movement: bool, mixed: bool) -> None:
    """A real record names nothing invented; an invented one may name a real unit, and no more."""
    launcher = made("unit", name="Thử", illustrative=unit)
    told = made("movement", name="Thử", launcher="thu", begins="2024", summary="Thử",
                illustrative=movement)  # fmt: skip
    records = reference(unit=[launcher], movement=[told])
    real = made("exemplar", title="Thử", kind="mo-hinh", date="2024", topic="thu", unit="thu",
                movement="thu", standfirst="Thử", story="Thử")  # fmt: skip
    loaded = Loaded(records, (), frozenset())
    assert ("MH-001" in {f.code for f in any_record(real, loaded)}) is mixed
    invented = real.model_copy(update={"illustrative": True})
    assert ("MH-001" in {f.code for f in any_record(invented, loaded)}) is not movement


def test_an_address_of_the_register(index: Index) -> None:
    """An address leads to its decision or honour, tells when that is gone, or stays an address."""
    decision = "/vinh-danh/2023/chu-tich-ubnd-tinh-thanh-son/912-qd-ubnd/"
    assert registered(decision, index).text == "Quyết định số 912/QĐ-UBND"
    assert [registered(f"{decision}{n}/", index).gone for n in (1, 2, 3, 4)] == [
        False, True, True, False,
    ]  # fmt: skip
    for nowhere in (f"{decision}99/", decision.replace("912", "913")):
        assert registered(nowhere, index) == (nowhere, nowhere, False, False)


def recounted(register: Register, unit: str, year: int) -> tuple[int, ...]:
    """Count a unit's year from the records themselves: by another road than the grid's."""
    records: Reference = register.reference
    own = {r.id for r in records.of("recipient") if r.unit == unit}
    decisions = [d for v in register.volumes for d in v.decisions if d.date.year == year]
    return (
        sum(e.unit == unit and e.date.year == year for e in records.of("exemplar")),
        sum(
            h.recipient in own and d.status(h).code in IN_FORCE
            for d in decisions
            for h in d.honours
        ),
        sum(unit in d.proposers and d.status_code in IN_FORCE for d in decisions),
        sum(
            paper.unit == unit and paper.date.year == year
            for movement in records.of("movement")
            for paper in movement.responses
        ),
        sum(i.unit == unit and i.recognition.date.year == year for i in records.of("initiative")),
    )


def test_units_by_year_recounted(register: Register, index: Index) -> None:
    """Every cell of the grid is what the records say; units of no cluster are not in it."""
    whole, *years = grid(register.reference, index)
    assert [page.address for page in years] == [row[0].address for row in whole.context["years"]]
    seen: list[tuple[int, ...]] = []
    for page in years:
        year = page.context["year"]
        for row in page.context["rows"]:
            assert tuple(row[1:]) == recounted(register, row.unit.id, year)
            seen.append(tuple(row[1:]))
        members = {
            member.unit
            for cluster in register.reference.of("cluster")
            for member in cluster.members_in(year)
        } - {None}
        assert {row.unit.id for row in page.context["rows"]} == members
        assert page.context["without"] == [r.unit for r in page.context["rows"] if not r.exemplars]
        told = list(csv.reader(io.StringIO("".join(page.beside.values()).lstrip("\ufeff"))))[1:]
        assert [tuple(map(int, row[2:7])) for row in told] == [
            tuple(row[1:]) for row in page.context["rows"]
        ]
        assert [row[1] for row in told] == [row.unit.name for row in page.context["rows"]]
    assert all(any(column) for column in zip(*seen, strict=True))  # none is always nought
    [sheet] = whole.beside.values()
    assert len(list(csv.reader(io.StringIO(sheet)))) == 1 + len(seen)
    assert not all(any(row) for row in seen)


def test_initiatives_by_year_and_level(register: Register, index: Index) -> None:
    """The counts of each year add up to the initiatives."""
    page, *_ = initiatives(register.reference, index)
    for year, words, total, samples in page.context["years"]:
        found = [i for i in register.reference.of("initiative") if i.year == year]
        assert total == len(found) == sum(int(part.split()[0]) for part in _parts(words))
        assert samples == sum(i.illustrative for i in found)


def _parts(words: str) -> list[str]:
    """Split "1 cấp cơ sở, 2 cấp bộ, ban, ngành, tỉnh" where a number begins."""
    return [part for part in words.split(", ") if part[0].isdigit()]
