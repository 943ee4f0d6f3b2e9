"""Consultations: their time, state and law, and that a proposal is nowhere taken for an honour."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.check import check
from generator.dates import PartialDate
from generator.gates import leaks_told
from generator.load import Register, load
from generator.records import KINDS
from generator.records.base import Origin, Reference
from generator.records.consultation import Consultation
from generator.records.consultation_law import law_on
from generator.records.consultation_rules import asked_by_law, long_enough, outcome_told
from generator.records.consultation_time import period_of, state_of
from generator.records.contact import Contact, offices_alone
from generator.records.decision_entries import digest
from generator.records.digest import Index
from generator.records.validation import build
from generator.tree import outputs, pages

ROOT = Path(__file__).parents[1]
PROPOSED = {
    "kind": "collective",
    "name": "Tập thể Thử",
    "award": "huan-chuong-lao-dong",
    "class": "Ba",
}
Rule = Callable[[Consultation, Reference], Any]


@pytest.fixture(scope="module")
def shipped() -> Register:
    """The shipped data, as of 22/11/2026."""
    return load(ROOT)


@pytest.fixture(scope="module")
def invented(province: Path) -> Register:
    """The invented province."""
    return load(province)


def asked(opens: str, **data: Any) -> Consultation:
    """Return a consultation that opens on a day."""
    fields = {"title": "Thử", "office": "Thử", "proposed": (PROPOSED,), "opens": opens, **data}
    kind = next(kind for kind in KINDS if kind.name == "consultation")
    record, faults = build(kind, {"id": "thu", **fields}, Origin("thu.yml", {}))
    assert not faults
    return record


def told(rule: Rule, consultation: Consultation, reference: Reference) -> list[tuple[str, str]]:
    """Return codes and severities of what a rule finds."""
    return [(fault.code, fault.severity) for fault in rule(consultation, reference)]


def with_first_day(reference: Reference) -> Reference:
    """Return a Reference whose site counts the first day."""
    site = reference.site.model_copy(update={"count_first_day": True})
    return replace(reference, records={**reference.records, "site": {"site": site}})


@pytest.mark.parametrize(
    ("opens", "data", "last", "with_first"),
    [
        ("2024-12-31", {"days": 10}, "2025-01-15", "2025-01-14"),
        ("2024-11-26", {"days": 10}, "2024-12-10", "2024-12-09"),
        ("2025-08-20", {"days": 10, "closes": "2025-09-04"}, "2025-09-04", "2025-09-04"),
        ("2025-12-25", {"days": 10}, "2026-01-10", "2026-01-09"),  # by data/lich-nghi.yml
        ("2022-09-21", {"days": 7, "counting": "plain"}, "2022-09-28", "2022-09-27"),
        ("2020-01-09", {}, None, None),
    ],
)
def test_the_last_day(shipped, opens, data, last, with_first):
    """A stated last day stands; else it is counted, by the site's rule on the first day."""
    consultation = asked(opens, **data)
    for reference, expected in (
        (shipped.reference, last),
        (with_first_day(shipped.reference), with_first),
    ):
        found = period_of(consultation, reference).last
        assert (found.isoformat() if found else None) == expected


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        ("2026-11-17", "upcoming"),
        ("2026-11-18", "open"),
        ("2026-12-03", "open"),
        ("2026-12-04", "closed"),
    ],
)
def test_the_state_by_the_date_of_the_data(shipped, as_of, state):
    """Open from the first day to the last, both included; an outcome goes before the dates."""
    reference = replace(shipped.reference, as_of=PartialDate.parse(as_of))
    assert state_of(asked("2026-11-18", days=10), reference) == state
    decided = {"state": "decided", "decision": "2026/chu-tich-nuoc/1-qd-ctn"}
    assert state_of(asked("2026-11-18", days=10, outcome=decided), reference) == "decided"


def test_the_shipped_cases(shipped):
    """The three real cases are over, without a fault; the invented one is open."""
    states = {c.id: state_of(c, shipped.reference) for c in shipped.reference.of("consultation")}
    real = {"thanh-pho-bac-kan-2024", "thanh-pho-thai-nguyen-2022", "lang-son-2020"}
    assert {key for key, state in states.items() if state == "closed"} == real
    assert list(states.values()).count("open") == 1
    assert [f for f in check(shipped) if "consultation" in f.position.file] == []
    lang_son = shipped.reference.find("consultation", "lang-son-2020")
    assert lang_son.opens.first.weekday() == 3, "the page prints T5, month before day"
    assert lang_son.whom == "11 tập thể"
    last = period_of(
        shipped.reference.find("consultation", "thanh-pho-bac-kan-2024"), shipped.reference
    ).last
    assert last is not None
    assert last.isoformat() == "2025-01-15"


@pytest.mark.parametrize(
    ("date", "law", "least"),
    [
        ("2020-01-09", "khoản 10 Điều 45 Nghị định số 91/2017/NĐ-CP", None),
        ("2023-12-31", "khoản 10 Điều 45 Nghị định số 91/2017/NĐ-CP", None),
        ("2024-01-01", "khoản 2 Điều 46 Nghị định số 98/2023/NĐ-CP", 10),
        ("2025-07-01", "khoản 2 Điều 44 Nghị định số 152/2025/NĐ-CP", 10),
    ],
)
def test_the_law_of_a_date(shipped, date, law, least):
    """Which rule holds is told by the first day."""
    found = law_on(shipped.reference, PartialDate.parse(date))
    assert found is not None
    assert (found.name, found.working_days) == (law, least)


@pytest.mark.parametrize(
    ("opens", "closes", "strict", "counting_first"),
    [
        ("2026-11-23", "2026-12-08", [], []),
        # 24/11 is a holiday: ten days with the first, nine without it.
        ("2026-11-23", "2026-12-07", [("LYK-002", "cảnh báo")], []),
        ("2026-11-23", "2026-12-04", [("LYK-002", "lỗi")], [("LYK-002", "lỗi")]),
        # Over: what happened is told as it was.
        ("2025-03-22", "2025-04-01", [("LYK-002", "cảnh báo")], [("LYK-002", "cảnh báo")]),
        ("2025-08-20", "2025-09-04", [("LYK-002", "cảnh báo")], []),
        # No number of days in the law of 2017.
        ("2019-09-20", "2019-09-23", [], []),
    ],
)
def test_long_enough(shipped, opens, closes, strict, counting_first):
    """A stated period holds the working days that its law asks for."""
    consultation = asked(opens, closes=closes)
    assert told(long_enough, consultation, shipped.reference) == strict
    assert told(long_enough, consultation, with_first_day(shipped.reference)) == counting_first


@pytest.mark.parametrize(
    ("opens", "award", "expected"),
    [
        ("2022-06-10", "chien-si-thi-dua-toan-quoc", []),
        ("2024-11-26", "chien-si-thi-dua-toan-quoc", [("LYK-003", "cảnh báo")]),
        ("2024-11-26", "bang-khen-tinh", [("LYK-003", "lỗi")]),
        ("2024-11-26", "anh-hung-lao-dong", []),
        ("2024-11-26", "giai-thuong-nha-nuoc", []),
        ("2016-01-04", "anh-hung-lao-dong", [("LYK-004", "cảnh báo")]),
    ],
)
def test_which_awards_ask_for_it(shipped, opens, award, expected):
    """The rule of the date names the awards; where practice goes further, it is a warning."""
    proposed = {"kind": "person", "name": "Lý Thị Thử", "award": award}
    consultation = asked(opens, days=10, proposed=(proposed,))
    assert told(asked_by_law, consultation, shipped.reference) == expected


def test_an_outcome_is_whole(shipped):
    """A decision only with "decided"; a withdrawal with day and reason."""
    withdrawn = {"state": "withdrawn", "date": "2025-01-10", "reason": "proposer"}
    assert told(outcome_told, asked("2025-01-02", outcome=withdrawn), shipped.reference) == []
    del withdrawn["date"]
    found = told(outcome_told, asked("2025-01-02", outcome=withdrawn), shipped.reference)
    assert found == [("LYK-006", "lỗi")]


@pytest.mark.parametrize(
    ("field", "text", "fits"),
    [
        ("phone", "0209.3870.702", True),
        ("phone", "(024) 3825 3536", True),
        ("phone", "1900 6899", True),
        ("phone", "0986.669.269", False),
        ("phone", "0209 3870", False),
        ("phone", "0209.3870.702 hoặc 0986.669.269", False),
        ("email", "bantdkt@backan.gov.vn", True),
        ("email", "ly.thi@gmail.com", False),
        ("email", "@backan", False),
        ("address", "số 152 đường Trường Chinh, thành phố Bắc Kạn", True),
        ("address", "số 152", False),
    ],
)
def test_only_offices_are_contacts(shipped, field, text, fits):
    """A private number, a private mailbox, or a piece of either is refused."""
    contact = Contact.model_validate({"office": "Thử", field: text})
    assert (not list(offices_alone(asked("2025-01-02"), [((), contact)]))) == fits


def test_contacts_pass_the_gate_and_no_other(invented):
    """What a consultation names as an office's passes; a number beside it does not."""
    contacts = invented.reference.contacts
    words = (
        "0200 3000 789, y-kien@thanh-son.example, số 12 đường Tưởng Tượng, phường Ước Lâm, tỉnh "
    )
    assert leaks_told("x", f"{words}Thanh Sơn", contacts) == []
    assert leaks_told("x", f"{words}Thanh Sơn; 0912 345 678", contacts)
    assert leaks_told("x", "0200 3000 780", contacts)
    assert leaks_told("x", f"{words}Thanh Sơn", invented.reference.site.contacts)


def test_a_proposal_is_no_honour(invented):
    """Who is proposed is in no list, no count and no file but the consultation's own pages."""
    words = ("Lầu Thị Đề Nghị", "Hoàng Sắp Tới", "Triệu Đã Hết Hạn", "Đàm Đã Quyết")
    tree = {out.path: out.text for out in outputs(invented.reference, invented.volumes)}
    found = {path for path, text in tree.items() if any(word in text for word in words)}
    assert found == {
        f"lay-y-kien/{key}/index.md"
        for key in ("dang-lay-y-kien", "sap-lay-y-kien", "het-han", "da-co-quyet-dinh")
    }
    index = Index(tuple(digest(volume, invented.reference) for volume in invented.volumes))
    assert not {entry.name for entry in index.honours} & set(words)


def test_names_are_protected(invented):
    """A child is shown by initials without a village; who withdrew, if a person, not at all."""
    tree = {out.path: out.text for out in outputs(invented.reference, invented.volumes)}
    everything = "".join(tree.values())
    page = tree["lay-y-kien/dang-lay-y-kien/index.md"]
    assert "V.V.N.T." in page
    assert page.count("thôn Đầu Suối") == 1
    for word in ("Nhỏ Tuổi", "Phùng Đã Rút", "Hội Rút Hồ Sơ", "Thành tích đã rút", "Ma Đăng Lại"):
        assert word not in everything
    assert "Tập thể Rút Hồ Sơ" in tree["lay-y-kien/rut-vi-co-quan/index.md"]


def test_search_engines_keep_no_page_of_it(invented):
    """The pages of consultations and their list say `noindex`; so do earlier versions alone."""
    everything = pages(invented.reference, invented.volumes)
    found = {
        page.address for page in everything if page.noindex and not page.context.get("version")
    }
    wanted = {c.address for c in invented.reference.of("consultation")} | {"/lay-y-kien/"}
    assert found == wanted


def test_it_looks_unlike_an_award(invented):
    """No certificate, no eyebrow of an honour; a notice says what it is; where it leads is told."""
    tree = {out.path: out.text for out in outputs(invented.reference, invented.volumes)}
    for consultation in invented.reference.of("consultation"):
        page = tree[f"{consultation.address.strip('/')}/index.md"]
        assert "td-certificate" not in page
        assert "td-eyebrow" not in page
        assert "không phải là khen thưởng" in page or "chưa phải là khen thưởng" in page
        assert 'kind: "Lấy ý kiến"' in page
    decided = tree["lay-y-kien/da-co-quyet-dinh/index.md"]
    assert "vinh-danh/2025/chu-tich-ubnd-tinh-thanh-son/208-qd-ubnd/" in decided


def test_nothing_open_nothing_on_the_home_page(invented):
    """The home page shows what is open as of the date of the data, and only then."""
    later = replace(invented.reference, as_of=PartialDate(2026, 11, 24))
    texts = [
        next(out.text for out in outputs(reference, invented.volumes) if out.path == "index.md")
        for reference in (invented.reference, later)
    ]
    assert ["Đang lấy ý kiến Nhân dân" in text for text in texts] == [True, False]


def test_the_list_is_there_without_a_consultation(invented):
    """The navigation leads to the list, so it is there from the first day."""
    bare = replace(invented.reference, records={**invented.reference.records, "consultation": {}})
    text = next(
        out.text for out in outputs(bare, invented.volumes) if out.path == "lay-y-kien/index.md"
    )
    assert "Chưa có lần lấy ý kiến nào" in text
