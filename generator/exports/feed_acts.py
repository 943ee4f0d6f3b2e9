"""What the feeds tell of the register: decisions, and honours taken back or given back."""

from collections.abc import Iterable, Iterator

from generator.records.base import FeedEntry
from generator.records.change import Change
from generator.records.digest import DecisionEntry, HonourEntry, Index
from generator.records.feed import FeedState, Key
from generator.records.terms import STATUSES

_SHOWN_CHANGES = 5
_SINGLE = frozenset({"cancelled", "stripped", "restored"})


def decisions(index: Index) -> Iterator[FeedEntry]:
    """Yield an entry for each decision; of who was taken off its list it gives the numbers."""
    for decision, entries in index.acts.values():
        changes = index.changes_at.get(decision.address, ())
        facts = ": ".join(filter(None, (decision.date.on, decision.count_text)))
        yield FeedEntry(
            address=decision.address,
            title=f"{decision.label}: {decision.title}",
            summary="\n".join(
                [f"{decision.issuer_name}, {facts}.", *map(_told_of_list, changes[:_SHOWN_CHANGES])]
            ),
            category="Quyết định khen thưởng",
            published=decision.date,
            # A day counts from its first hour: an act known to the year hides none within it.
            updated=max((decision.date, *(c.date for c in changes)), key=lambda day: day.first),
            state=_state(decision, changes),
            word=_word(decision, changes),
            keys=tuple(_keys(decision, entries)),
            illustrative=decision.illustrative,
        )


def _state(decision: DecisionEntry, changes: tuple[Change, ...]) -> FeedState:
    if not decision.in_force:
        return "withdrawn"
    return "corrected" if changes else "usable"


def _word(decision: DecisionEntry, changes: tuple[Change, ...]) -> str:
    """Return what became of a decision; an act on a part of its list says nothing of the whole."""
    if not changes:
        return ""
    whole = next((c for c in changes if not c.honours), None)
    if whole and not decision.in_force:
        return whole.word
    return changes[0].word if len(changes) == 1 and not changes[0].honours else "Có thay đổi"


def _told(change: Change, whom: str = "") -> str:
    """Return a later act in a sentence, with the words for whom it concerns."""
    return f"{change.word}{whom}: {change.reason.rstrip('.')}. {change.paper}."


def _told_of_list(change: Change) -> str:
    """Return a later act in a sentence, with the numbers of the honours that it concerns."""
    numbers = ", ".join(str(number) for number, _ in change.honours)
    return _told(change, f" (lượt {numbers})" if numbers else "")


def _keys(decision: DecisionEntry, entries: Iterable[HonourEntry]) -> Iterator[Key]:
    places = dict.fromkeys(place for honour in entries for place in honour.places)
    yield from (("place", place) for place in places)
    if decision.movement:
        yield "movement", decision.movement


def honours(index: Index) -> Iterator[FeedEntry]:
    """Yield an entry for each honour that was taken back, or given back, while others stayed.

    An act on a whole decision is told by the decision's own entry.
    """
    for address, changes in index.changes_at.items():
        decision, entries = index.acts[address]
        for honour in entries:
            if honour.status not in _SINGLE:
                continue
            word = STATUSES[honour.status]
            cause = next(c for c in changes if c.word == word and c.concerns(honour.address))
            if cause.honours:
                yield _honour(honour, decision, cause)


def _honour(honour: HonourEntry, decision: DecisionEntry, cause: Change) -> FeedEntry:
    now = "có hiệu lực trở lại" if honour.counted else "không còn hiệu lực"
    return FeedEntry(
        address=honour.address,
        title=f"{honour.name}: {honour.award_name}",
        summary=f"Lượt khen thưởng này {now}. {_told(cause)}\n"
        f"Lượt khen theo {decision.label} của {decision.issuer_name}, {decision.date.on}.",
        category="Lượt khen thưởng",
        published=decision.date,
        updated=cause.date,
        state="corrected" if honour.counted else "withdrawn",
        word=cause.word,
        illustrative=honour.illustrative,
    )
