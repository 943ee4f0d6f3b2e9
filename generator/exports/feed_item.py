"""A feed's entry with all that its three forms need, worked out once."""

import datetime
from collections.abc import Mapping
from typing import NamedTuple

from generator.exports.calendar import VIETNAM
from generator.records.base import FeedEntry, PartialDate

STATE_WORDS = {"corrected": "Đã đính chính", "withdrawn": "Không còn hiệu lực"}


class Item(NamedTuple):
    """An entry as it is printed.

    Attributes:
        id: its identity, a whole address that never changes.
        link: the page that tells of it.
        title, summary: plain texts.
        published, updated: by the clock of Việt Nam.
        category: what it is.
        state: "corrected", "withdrawn", or "" for what stands as it was published.
        gone: since when it stands no more.
    """

    id: str
    link: str
    title: str
    summary: str
    published: datetime.datetime
    updated: datetime.datetime
    category: str
    state: str
    gone: datetime.datetime | None

    @property
    def tags(self) -> tuple[str, ...]:
        """What a reader sorts by: what it is, and what became of it, for machines and in words."""
        return (
            (self.category, self.state, STATE_WORDS[self.state]) if self.state else (self.category,)
        )


def item_of(entry: FeedEntry, base: str) -> Item:
    """Return an entry as it is printed; `base` is the address the site has."""
    link = base + entry.address[1:]
    published = moment(entry.published)
    updated = max(published, moment(entry.updated))
    gone = updated if entry.state == "withdrawn" else None
    marks = [entry.word, "Minh họa" if entry.illustrative else ""]
    return Item(
        id=f"{link}#{entry.part}" if entry.part else link,
        link=link,
        title=" ".join([*(f"[{mark}]" for mark in marks if mark), entry.title]),
        summary=entry.summary,
        published=published,
        updated=updated,
        category=entry.category,
        state="" if entry.state == "usable" else entry.state,
        gone=gone,
    )


def moment(date: PartialDate) -> datetime.datetime:
    """Return the first moment that a date may mean: a feed knows no month without a day."""
    return datetime.datetime.combine(date.first, datetime.time(), VIETNAM)


def as_json(item: Item) -> Mapping[str, object]:
    """Return an entry as JSON Feed 1.1 has it."""
    return {
        "id": item.id,
        "url": item.link,
        "title": item.title,
        "content_text": item.summary,
        "date_published": item.published.isoformat(),
        "date_modified": item.updated.isoformat(),
        "tags": list(item.tags),
    }
