"""The log of corrections: every later act and every answered request, newest first, no names."""

from pathlib import Path

from generator.lists.answers import corrections, feedback
from generator.load import load
from generator.records.decision_entries import digest
from generator.records.digest import Index
from tests.test_rules import made


def test_days_are_counted_where_both_are_known() -> None:
    """The days of an answer need both days; an answer on the same day takes none."""
    given = {"request": "x", "asked": "2024-02-28", "outcome": "da-sua", "summary": "Đã sửa."}
    for answered, expected in (
        ("2024-03-01", 2),
        ("2024-02-28", 0),
        ("2024-03", None),
        (None, None),
    ):
        dates = {"answered": answered} if answered else {}
        assert made("correction", **{**given, **dates}).days == expected


def test_log_holds_every_act_once_newest_first(province: Path) -> None:
    """Each entry of each decision's history is one row, each request another; days never rise."""
    register = load(province)
    index = Index(tuple(digest(volume, register.reference) for volume in register.volumes))
    pages = list(corrections(register.reference, index))
    rows = [row for page in pages for row in page.context["changes"]]
    acts = [entry for v in register.volumes for d in v.decisions for entry in d.history]
    asked = register.reference.of("correction")
    assert acts
    assert asked
    assert len(rows) == len(acts) + len(asked)
    assert sorted(row["text"] for row in rows) == sorted(
        [entry.reason for entry in acts] + [item.summary for item in asked]
    )
    days = [row["date"].last for row in rows]
    assert days == sorted(days, reverse=True)
    concerned = {n: a for row in rows for n, a in row["honours"] if "912" in row["title"]}
    assert set(concerned) == {1, 2, 3, 4}
    assert all(address.endswith(f"/{number}/") for number, address in concerned.items())


def test_log_has_no_name(province: Path) -> None:
    """The rows name decisions and numbers of honours, and nobody who was honoured."""
    register = load(province)
    index = Index(tuple(digest(volume, register.reference) for volume in register.volumes))
    text = repr([page.context for page in corrections(register.reference, index)])
    names = {h.name for v in register.volumes for d in v.decisions for h in d.honours}
    assert not [name for name in names if name in text]


def test_feedback_counts_what_was_answered(province: Path) -> None:
    """The page tells how many requests are kept and how many have an answer."""
    register = load(province)
    facts = next(feedback(register.reference, Index(()))).context
    asked = register.reference.of("correction")
    assert (facts["received"], facts["answered"]) == (
        len(asked),
        sum(item.answered is not None for item in asked),
    )
    laws = {request.id: found for request, found in facts["requests"]}
    assert [(law.id, article) for law, article in laws["dinh-chinh"]] == [
        ("luat-7-2022", "Điều 9"),
        ("luat-3-2003", ""),
    ]
