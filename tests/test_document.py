"""Documents: what they are worth on a day, and what replaces, amends and cites what."""

from typing import Any

import pytest

from generator.dates import PartialDate
from generator.records.decision_pages import _grounds
from generator.records.document import AHEAD, ENDED, IN_FORCE, UNDATED, UNSURE, Document
from generator.records.document_pages import pages
from generator.records.document_rules import end_known, links_sound
from tests.test_rules import award, decision, made, reference

AS_OF = PartialDate(2026, 11, 22)
NEW = {"id": "moi", "valid_from": "2024-01-01", "replaces": ("cu",)}
OLD = {"id": "cu", "valid_from": "2004-07-01", "valid_to": "2023-12-31"}


def document(**data: Any) -> Document:
    """Return a document with these facts."""
    given = {"form": "luat", "title": "Luật thử", "issuer": "Hội đồng thử", **data}
    return made("document", **given)


def doubt(about: str) -> dict[str, str]:
    """Return a claim that a fact may be doubted."""
    return {"about": about, "source": "bao", "doubt": "Một nguồn."}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"valid_from": "2024-01-01"}, IN_FORCE),
        ({"valid_from": "2026-11-22"}, IN_FORCE),
        ({"valid_from": "2026-11-23"}, AHEAD),
        ({"valid_from": "2024", "valid_to": "2026-11-22"}, IN_FORCE),
        ({"valid_from": "2024", "valid_to": "2026-11-21"}, ENDED),
        ({"valid_to": "2023-12-31"}, ENDED),
        ({}, UNDATED),
        ({"date": "2021-07-16"}, UNDATED),
        ({"valid_to": "2030"}, UNDATED),
        ({"claims": (doubt("valid_to"),)}, UNSURE),
        ({"valid_from": "2024", "claims": (doubt("valid_from"),)}, UNSURE),
        ({"valid_from": "2024", "claims": (doubt("valid_to"),)}, UNSURE),
        ({"valid_from": "2024", "valid_to": "2025", "claims": (doubt("valid_to"),)}, UNSURE),
        ({"valid_from": "2024", "valid_to": "2027", "claims": (doubt("valid_to"),)}, IN_FORCE),
        ({"valid_from": "2024", "claims": (doubt("date"),)}, IN_FORCE),
    ],
)
def test_state_is_told_by_what_is_certain(facts: dict[str, Any], expected: str) -> None:
    """A doubt leaves the state open where the state hangs on the doubted fact, and only there."""
    assert document(**facts).state(AS_OF) == expected


def test_a_longer_circle_is_found_at_each_of_its_links() -> None:
    """A replaces B replaces C replaces A: each of the three is told; what leads in is not."""
    ring = [document(id=a, replaces=(b,)) for a, b in ("ab", "bc", "ca")]
    into = document(id="d", replaces=("a",))
    found = reference(document=[*ring, into])
    assert [f.code for d in ring for f in links_sound(d, found)] == ["VB-002"] * 3
    assert not list(links_sound(into, found))


def test_an_end_is_asked_for_once_the_new_text_applies() -> None:
    """What will be replaced next year has no end yet; a doubt about the end answers too."""
    open_end = {key: value for key, value in OLD.items() if key != "valid_to"}
    later = {**NEW, "valid_from": "2027-01-01"}
    for old, new, expected in (
        (OLD, NEW, []),
        (open_end, NEW, ["VB-005"]),
        (open_end, later, []),
        ({**open_end, "claims": (doubt("valid_to"),)}, NEW, []),
    ):
        both = [document(**old), document(**new)]
        assert [f.code for f in end_known(both[0], reference(document=both))] == expected


def test_page_tells_what_applied_when_and_who_works_by_it() -> None:
    """The line of texts is whole from any of them; awards and movements lead back."""
    laws = [
        document(**OLD),
        document(**NEW),
        document(id="sua", valid_from="2026-10-01", amends=("moi",), claims=(doubt("valid_from"),)),
        document(id="rieng", valid_from="2020"),
    ]
    period = {"law": "moi", "valid_from": "2024-01-01", "recipients": ("person",)}
    given = award({**period, "article": "Điều 74", "deciders": ()})
    plan = {"document": "moi"}
    movement = made("movement", name="Thử", launcher="x", begins="2024", summary="Thử", plan=plan)
    kept = reference(document=laws, award=[given], movement=[movement], unit=[])
    contexts = {law.id: next(pages(law, kept, NoDecisions())).context for law in laws}
    shown = {
        key: [(row["document"].id, row["amends"], row["doubtful"]) for row in facts["times"]]
        for key, facts in contexts.items()
    }
    assert shown["moi"] == [("cu", False, False), ("moi", False, False), ("sua", True, True)]
    assert shown["cu"] == shown["sua"] == shown["moi"]
    here = [[row["here"] for row in contexts[key]["times"]] for key in ("cu", "moi", "sua")]
    assert here == [[True, False, False], [False, True, False], [False, False, True]]
    assert shown["rieng"] == []
    amended = {
        key: [(row["document"].id, row["doubtful"]) for row in facts["amended"]]
        for key, facts in contexts.items()
    }
    assert amended == {"moi": [("sua", True)], "cu": [], "sua": [], "rieng": []}
    assert contexts["moi"]["awards"] == [(given, "Điều 74")]
    assert contexts["moi"]["citing"] == [("Phong trào thi đua", [("Thử", "/phong-trao/thu/")])]
    assert not contexts["cu"]["awards"]
    assert not contexts["cu"]["citing"]


def test_times_stand_in_the_order_of_days() -> None:
    """October comes after July."""
    days = {"a": "2004-07-01", "b": "2004-10-02", "c": "2004-09", "d": "2005"}
    laws = [document(id=key, valid_from=day) for key, day in days.items() if key != "d"]
    laws.append(document(id="d", valid_from=days["d"], replaces=("a", "b", "c")))
    times = next(pages(laws[0], reference(document=laws), NoDecisions())).context["times"]
    assert [row["document"].id for row in times] == ["a", "c", "b", "d"]


def test_day_of_signing_is_not_told_as_the_day_it_applies_from() -> None:
    """A text whose beginning is not known says when it was signed, or that nothing is known."""
    facts = ({"date": "2017-07-31", "valid_to": "2023-12-31"}, {}, {"valid_from": "2024-01-01"})
    laws = [document(id=key, **given) for key, given in zip("abc", facts, strict=True)]
    joined = [laws[0], laws[1], document(id="c", replaces=("a", "b"), **facts[2])]
    times = next(pages(laws[0], reference(document=joined), NoDecisions())).context["times"]
    assert {row["document"].id: row["when"] for row in times} == {
        "a": "Ban hành 31/07/2017, áp dụng đến hết 31/12/2023",
        "b": "Không rõ từ khi nào",
        "c": "Từ 01/01/2024",
    }


class NoDecisions:
    """An index without decisions."""

    def decisions_by(self, document: str) -> tuple[()]:
        """Return none."""
        return ()


def test_decision_names_its_documents() -> None:
    """A ground that holds the symbol leads to its document; one not printed is added."""
    laws = [
        document(id="mot", symbol="06/2022/QH15"),
        document(id="hai", symbol="98/2023/NĐ-CP", cited_as="Nghị định hai"),
    ]
    texts = {"grounds": ("Luật số 06/2022/QH15", "Quy chế"), "proposals": ("Tờ trình 1",)}
    found = _grounds(decision("2024", bases=("mot", "hai"), **texts), reference(document=laws))
    assert [tuple(link) for link in found] == [
        ("Luật số 06/2022/QH15", "/van-ban/mot/"),
        ("Quy chế", ""),
        ("Nghị định hai", "/van-ban/hai/"),
        ("Tờ trình 1", ""),
    ]
