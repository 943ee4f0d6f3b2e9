"""Earlier versions: whatever was corrected, in any order, is told again as it was."""

from hypothesis import given
from hypothesis import strategies as st

from generator.dates import PartialDate
from generator.load import load
from generator.records.decision import Decision
from generator.records.decision_citation import cite_decision, cite_honour
from generator.records.decision_entries import honour_entry
from generator.records.decision_pages import pages
from generator.records.versions import earlier, first_day, versions
from tests.conftest import PROVINCE

REFERENCE = load(PROVINCE).reference
TODAY = {
    "id": "9-qd-ubnd",
    "issuer": "chu-tich-ubnd-tinh-thanh-son",
    "symbol": "9/QĐ-UBND",
    "date": "2020-01-01",
    "title": "Tặng Bằng khen",
    "stated": {"person": 3},
}
ROWS = tuple(
    {"id": n, "award": "bang-khen-tinh", "kind": "person", "name": f"Người {n}"} for n in (1, 2, 5)
)
words = st.sampled_from(["Một", "Hai", "Ba", "Bốn"])
absent = st.one_of(st.none(), words)
of_all = st.fixed_dictionaries({}, optional={"title": words, "occasion": absent})
of_rows = st.dictionaries(
    st.sampled_from([1, 2, 5]),
    st.fixed_dictionaries({}, optional={"name": words, "role": absent}),
    max_size=3,
)
corrections = st.tuples(of_all, of_rows)


def decision(fields: dict, rows: tuple, history: list) -> Decision:
    """A decision of which these fields and rows are known."""
    kept = ({k: v for k, v in row.items() if v is not None} for row in rows)
    given_fields = {k: v for k, v in fields.items() if v is not None}
    return Decision.model_validate(
        {**given_fields, "honours": tuple(kept), "history": tuple(history)}
    )


@given(st.lists(corrections, max_size=5))
def test_every_state_is_told_again(changes: list) -> None:
    """Corrections of any fields and rows, one after the other, are undone to the very words."""
    fields, rows, history = TODAY, ROWS, []
    states = []
    for day, (wanted, wanted_rows) in enumerate(changes, 1):
        states.append(decision(fields, rows, history))
        about = {"honours": tuple(wanted_rows)} if wanted_rows and not wanted else {}
        old = {key: fields.get(key) for key in wanted}
        olds = tuple(
            {"id": row["id"], **{key: row.get(key) for key in wanted_rows[row["id"]]}}
            for row in rows
            if row["id"] in wanted_rows
        )
        entry = {"change": "corrected", "date": f"2020-02-{day:02}", "reason": "Sửa", **about}
        history = [*history, {**entry, "before": {**old, **({"honours": olds} if olds else {})}}]
        fields = {**fields, **wanted}
        rows = tuple({**row, **wanted_rows.get(row["id"], {})} for row in rows)
    today = decision(fields, rows, history)
    assert [was.record for was in earlier(today)] == states


def test_a_version_is_numbered_and_dated_as_it_was_cited() -> None:
    """Numbers and days of versions are those that the citations of their time told."""
    history = [
        {"change": "corrected", "date": "2020-03", "honours": (2,), "reason": "Một", "before": {}},
        {"change": "cancelled", "date": "2021", "honours": (5,), "reason": "Hai"},
        {"change": "corrected", "date": "2020-02-02", "reason": "Ba."},
    ]
    today = decision(TODAY, ROWS, history)
    found = earlier(today)
    told = versions(found, "/x/", REFERENCE, first_day(found, today))
    assert [version.address for version in told] == ["/x/v1/", "/x/v2/", "/x/v3/"]
    assert [version.kept for version in told] == [False, True, True]
    assert [(version.why, version.paper) for version in told] == [
        ("Ba", "Văn bản, ngày 02/02/2020"),
        ("Một", "Văn bản, tháng 3/2020"),
        ("hủy bỏ – Hai", "Văn bản, năm 2021"),
    ]
    for was, version in zip(found, told, strict=True):
        cited = cite_decision(was.record, REFERENCE)
        assert (cited.version, cited.updated) == (version.number, version.since)


def test_an_honour_has_the_versions_that_concern_it() -> None:
    """What was done to others makes no version of an honour, and hides none of its words."""
    history = [
        {"change": "corrected", "date": "2020-02-02", "honours": (1,), "reason": "Một"},
        {"change": "corrected", "date": "2020-03-03", "honours": (2, 5), "reason": "Hai",
         "before": {"honours": ({"id": 2, "name": "Tên cũ"},)}},
        {"change": "stripped", "date": "2020-04-04", "honours": (2,), "reason": "Ba"},
        {"change": "corrected", "date": "2020-05-05", "honours": (1,), "reason": "Bốn"},
    ]  # fmt: skip
    found = [was for was in earlier(decision(TODAY, ROWS, history)) if was.change.concerns(2)]
    told = versions(found, "/x/2/", REFERENCE, PartialDate(2020, 1, 1))
    assert [version.kept for version in told] == [True, True]
    assert told[0].until == told[1].since == PartialDate(2020, 3, 3)
    names = []
    for was, version in zip(found, told, strict=True):
        honour = was.record.honours[1]
        entry = honour_entry(was.record, honour, REFERENCE)
        cited = cite_honour(was.record, honour, entry, REFERENCE)
        assert (cited.version, cited.updated) == (version.number, version.since)
        names.append((honour.name, was.record.status(honour).code))
    assert names == [("Tên cũ", "in_force"), ("Người 2", "corrected")]


def test_an_honour_that_was_added_later_is_in_no_version_before() -> None:
    """It begins with the act that added it; what was done to all before that is not its own."""
    history = [
        {"change": "corrected", "date": "2020-02-02", "reason": "Một", "before": {"title": "Cũ"}},
        {"change": "corrected", "date": "2020-03-03", "added": (5,), "reason": "Hai"},
        {"change": "corrected", "date": "2020-04-04", "honours": (5,), "reason": "Ba",
         "before": {"honours": ({"id": 5, "name": "Tên cũ"},)}},
    ]  # fmt: skip
    today = decision(TODAY, ROWS, history)
    found = earlier(today)
    lists = [[honour.id for honour in was.record.honours] for was in found]
    assert lists == [[1, 2], [1, 2], [1, 2, 5]]
    assert not any(was.change.unkept for was in found)
    assert today.version(5) == (2, PartialDate(2020, 4, 4))
    assert today.version(1) == (2, PartialDate(2020, 2, 2))
    assert today.version() == (4, PartialDate(2020, 4, 4))
    assert found[-1].record.version(5) == (1, PartialDate(2020, 3, 3))
    assert found[-1].record.status(today.honours[2]).code == "in_force"
    made = {page.address: page for page in pages(today, REFERENCE)}
    own = [name for name in made if name.startswith(f"{today.address}5/")]
    assert own == [f"{today.address}5/", f"{today.address}5/v1/"]
    version = made[f"{today.address}5/v1/"].context["version"]
    assert (version.number, version.latest) == (1, 2)
    assert (version.since, version.until) == (PartialDate(2020, 3, 3), PartialDate(2020, 4, 4))
