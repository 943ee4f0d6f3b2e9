"""Stories and movements as feeds tell them, with what was changed of their texts since."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generator.records.base import FeedEntry, Reference
from generator.records.feed import keys_of
from generator.records.telling import Revision
from generator.records.terms import STORY_KINDS

if TYPE_CHECKING:
    from generator.records.exemplar import Exemplar
    from generator.records.movement import Movement


def exemplar_in_feeds(exemplar: "Exemplar", reference: Reference) -> Iterator[FeedEntry]:
    """Yield the story's entry."""
    entry = FeedEntry(
        address=exemplar.address,
        title=exemplar.title,
        summary=exemplar.standfirst,
        category=STORY_KINDS[exemplar.kind],
        published=exemplar.date,
        updated=exemplar.date,
        keys=keys_of(reference, exemplar.place, exemplar.movement, exemplar.topic),
        illustrative=exemplar.illustrative,
    )
    yield _revised(entry, exemplar.history)


def movement_in_feeds(movement: "Movement", reference: Reference) -> Iterator[FeedEntry]:
    """Yield the movement's entry, once it was launched."""
    day = movement.issued
    if day.first > reference.as_of.last:
        return
    launcher = reference.find("unit", movement.launcher)
    entry = FeedEntry(
        address=movement.address,
        title=f"Phong trào thi đua “{movement.name}”",
        summary=f"{movement.summary}\n{launcher.name} phát động, {movement.period}.",
        category="Phong trào thi đua",
        published=day,
        updated=day,
        keys=(("movement", movement.id),),
        illustrative=movement.illustrative,
    )
    yield _revised(entry, movement.history)


def _revised(entry: FeedEntry, history: Sequence[Revision]) -> FeedEntry:
    """Return an entry with what was changed of its text, the newest first."""
    if not history:
        return entry
    changes = sorted(history, key=lambda change: change.date.last, reverse=True)
    lines = [f"Sửa {change.date.on}: {change.text}" for change in changes]
    return entry._replace(
        summary="\n".join([entry.summary, *lines]),
        updated=changes[0].date,
        state="corrected",
        word="Đã sửa",
    )
