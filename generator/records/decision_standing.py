"""What still stands of a decision, and the one note that tells what does not.

Whoever tells of a decision tells the note with it: citations, forms, cards and kits all take it
from here, by way of the citation.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from generator.records.base import Reference
from generator.records.decision import COUNTED_KINDS, Decision, counts
from generator.records.digest import IN_FORCE
from generator.records.honour import HistoryEntry, status_of
from generator.records.terms import STATUSES


def fallen(decision: Decision) -> dict[str, int]:
    """Return how many recipients of each kind the list names whose honour is in force no more."""
    states = ((h.kind, decision.status(h).code) for h in decision.honours if decision.history)
    gone: Counter[str] = Counter(kind for kind, code in states if code not in IN_FORCE)
    return {kind: gone[kind] for kind, _ in COUNTED_KINDS}


def standing(decision: Decision) -> dict[str, int]:
    """Return how many recipients of each kind are honoured by an act now.

    Whom the act counts, without those whose honour fell; of an act that fell as a whole, whom the
    list names and a later act restored.
    """
    alive = decision.status_code in IN_FORCE
    return _less(decision.stated_counts if alive else decision.listed_counts, fallen(decision))


def listed_standing(decision: Decision) -> dict[str, int]:
    """Return how many recipients of each kind the list names whose honour is in force."""
    return _less(decision.listed_counts, fallen(decision))


def _less(numbers: Mapping[str, int], gone: Mapping[str, int]) -> dict[str, int]:
    return {kind: number - gone[kind] for kind, number in numbers.items()}


def ended(decision: Decision) -> bool:
    """Whether nothing may be told of a decision as an honour: it fell, or each honour of it did."""
    if decision.status_code not in IN_FORCE:
        return True
    return any(fallen(decision).values()) and not any(standing(decision).values())


def became(act: HistoryEntry, reference: Reference) -> str:
    """Return what a later act made of an honour, and which act: "đã bị tước theo Văn bản …"."""
    return f"{STATUSES[act.change].lower()} theo {act.paper(reference)}"


def note(decision: Decision, reference: Reference) -> str:
    """Return what became of a decision, as one says it; "" while all of it stands.

    It names the papers; where some honours alone fell, also what the act itself counts.
    """
    whole = status_of(0, decision.history)
    others = "; ".join(
        f"{number} lượt khen {became(act, reference)}" for number, act in _apart(decision)
    )
    if whole.cause and whole.code not in IN_FORCE:
        return became(whole.cause, reference) + (f"; riêng {others}" if others else "")
    if not others:
        return ""
    act = decision.act[:1].lower() + decision.act[1:]
    return f"{act} ghi {counts(decision.stated_counts)}, trong đó {others}"


def ending(decision: Decision) -> list[HistoryEntry]:
    """Return the acts by which a decision that has ended did: one, or those on its honours."""
    whole = status_of(0, decision.history)
    if whole.cause and whole.code not in IN_FORCE:
        return [whole.cause]
    return [act for _, act in _apart(decision)]


def _apart(decision: Decision) -> Iterator[tuple[int, HistoryEntry]]:
    """Yield how many honours a later act made other than the decision is as a whole, and the act.

    Of a decision in force those that fell; of one that fell those that were restored.
    """
    alive = decision.status_code in IN_FORCE
    states = [decision.status(honour) for honour in decision.honours if decision.history]
    apart = [state.cause for state in states if (state.code in IN_FORCE) != alive]
    for act in sorted(decision.history, key=lambda act: act.date.last):
        if number := sum(cause is act for cause in apart):
            yield number, act


def gap_of(facts: Mapping[str, Any]) -> str:
    """Return from published facts that a list lacks names, and why; "" for any other thing.

    >>> two = {"person": 2}
    >>> facts = {"stated": {"person": 3}, "listed": two, "standing": two, "partial": "Mất một tờ."}
    >>> gap_of(facts)
    'Danh sách trong sổ chưa đủ: văn bản ghi 3 cá nhân, sổ có 2 cá nhân. Mất một tờ.'
    """
    if "partial" not in facts:
        return ""
    stated, listed, alive = (counts(facts[name]) for name in ("stated", "listed", "standing"))
    known = f"sổ có {listed}" if listed else "sổ chưa có tên nào"
    left = f", còn hiệu lực {alive or 'không lượt nào'}" if alive != listed else ""
    return f"Danh sách trong sổ chưa đủ: văn bản ghi {stated}, {known}{left}. {facts['partial']}"
