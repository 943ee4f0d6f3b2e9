"""Feeds of all that is published: Atom, RSS 2.0 and JSON Feed 1.1, the newest change first.

A kind offers its entries (`Kind.feed`), the decisions come from the Index. An entry has the same
identity in every feed and every form; what is changed rises again under it.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

from generator.exports import feed_acts, feed_xml
from generator.exports.feed_item import Item, as_json, item_of, moment
from generator.exports.feed_xml import Head
from generator.records import KINDS
from generator.records.base import FeedEntry, Reference
from generator.records.digest import Index, natural
from generator.records.feed import (
    CORRECTIONS,
    FORMS,
    NEWEST,
    NEWEST_OF_ONE,
    STREAMS,
    Key,
    file_of,
    name_of,
)

_ABOUT_ONE = "Các quyết định, gương, tin có ghi địa bàn, lĩnh vực hoặc phong trào này."
_TITLES = {"place": "Địa bàn", "topic": "Lĩnh vực", "movement": "Phong trào thi đua"}


class _Feed(NamedTuple):
    """A feed before it has a form: name, what it is called and holds, its page, its entries."""

    name: str
    title: str
    text: str
    home: str
    entries: list[FeedEntry]


class _Pieces(NamedTuple):
    """An entry in the three forms."""

    item: Item
    texts: tuple[str, str, str]


def feeds(reference: Reference, index: Index) -> Iterator[tuple[str, str]]:
    """Yield the files, each with its text; feeds of what has nothing to tell are left out."""
    site, made = reference.site, dict[tuple[str, str], _Pieces]()

    def pieces(entry: FeedEntry) -> _Pieces:
        key = entry.address, entry.part  # the same entry stands in many feeds
        if key not in made:
            item = item_of(entry, site.url)
            made[key] = _Pieces(item, texts_of(item))
        return made[key]

    for feed in _wanted(reference, index):
        found = list(map(pieces, feed.entries))
        updated = max((piece.item.updated for piece in found), default=moment(reference.as_of))
        for place, (form, write) in enumerate(zip(FORMS, WRITERS, strict=True)):
            name = file_of(feed.name, form)
            head = Head(
                own=site.url + name,
                home=site.url + feed.home[1:],
                title=f"{feed.title} – {site.name}",
                subtitle=feed.text,
                author=site.office,
                rights=site.data_licence,
                updated=updated,
            )
            yield name, write(head, (piece.texts[place] for piece in found))


def texts_of(item: Item) -> tuple[str, str, str]:
    """Return an entry in the three forms, in the order of `FORMS`."""
    line = json.dumps(as_json(item), ensure_ascii=False)
    return feed_xml.atom_entry(item), feed_xml.rss_item(item), line


def _wanted(reference: Reference, index: Index) -> Iterator[_Feed]:
    offered = _offered(reference, index)
    for stream in STREAMS:
        if stream == CORRECTIONS:
            found = (entry for _, entry in offered if entry.state != "usable")
        else:
            found = (entry for kind, entry in offered if kind in stream.kinds)
        newest = list(islice(found, NEWEST))
        yield _Feed(stream.name, stream.title, stream.text, stream.page, newest)
    groups: dict[Key, list[FeedEntry]] = defaultdict(list)
    for _, entry in offered:
        for key in entry.keys:
            if len(groups[key]) < NEWEST_OF_ONE:
                groups[key].append(entry)
    for key, chosen in sorted(groups.items()):
        record = reference.find(*key)
        title = f"{_TITLES[key[0]]}: {getattr(record, 'title', record.called)}"
        yield _Feed(name_of(key), title, _ABOUT_ONE, record.address, chosen)


def _offered(reference: Reference, index: Index) -> list[tuple[str, FeedEntry]]:
    """Return all entries, what changed last before, each with the kind that offers it."""
    found = [
        (kind.name, entry)
        for kind in KINDS
        if kind.feed
        for record in reference.of(kind.name)
        for entry in kind.feed(record, reference)
    ]
    found += [("decision", entry) for entry in feed_acts.decisions(index)]
    found += [("honour", entry) for entry in feed_acts.honours(index)]
    found.sort(key=lambda pair: (natural(pair[1].address), pair[1].part))
    return sorted(found, key=lambda pair: _days(pair[1]), reverse=True)


def _days(entry: FeedEntry) -> tuple[date, date]:
    return max(entry.updated.first, entry.published.first), entry.published.first


def _json(head: Head, items: Iterable[str]) -> str:
    """Return a JSON Feed around items, a line each."""
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": head.title,
        "home_page_url": head.home,
        "feed_url": head.own,
        "description": head.subtitle,
        "language": "vi",
        "authors": [{"name": head.author}],
    }
    before = json.dumps(told, ensure_ascii=False).removesuffix("}")
    lines = ",\n".join(items)
    return f'{before}, "items": [\n{lines}\n]}}\n'


WRITERS: tuple[Callable[[Head, Iterable[str]], str], ...] = (feed_xml.atom, feed_xml.rss, _json)
