"""What was settled → the decision's own fields, in the order in which a person writes them."""

from typing import Any

from generator.importer.answers import Answers
from generator.importer.counted import WORDS
from generator.importer.settled import Settled


def facts_of(
    settled: Settled, answers: Answers, stated: dict[str, int], shared: dict[str, Any], count: int
) -> dict[str, Any]:
    """Return the decision's own fields.

    Args:
        settled: what is known of it.
        answers: what only the clerk can say.
        stated: the numbers that it states, by kind.
        shared: what all rows of its list have in common.
        count: how many rows there are; fewer than stated make the list a partial one.
    """
    date = settled.date
    counts = {kind: stated[kind] for kind in WORDS if kind in stated}
    listed = ", ".join(f"{n} {WORDS[kind]}" for kind, n in counts.items())
    facts: dict[str, Any] = {
        "id": settled.id,
        "illustrative": answers.illustrative,
        "issuer": settled.issuer,
        "symbol": settled.symbol,
        "date": (date.year if not date.month else date.iso) if date else "",
        "date_basis": answers.date_basis,
        "title": settled.title,
        "commendation": settled.commendation,
        "movement": settled.movement,
        "occasion": settled.occasion,
        "stated": counts,
    }
    if sum(counts.values()) != count:
        facts["listed"] = "partial"
        facts["listed_reason"] = f"Nguồn ghi {listed}, danh sách đọc được {count}."
    return {name: value for name, value in {**facts, "defaults": shared}.items() if value}
