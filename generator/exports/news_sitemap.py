"""The sitemap of news: what was published in the last two days of the data."""

from collections.abc import Iterator

from generator.exports import feed_xml
from generator.exports.feed_item import item_of
from generator.records import KINDS
from generator.records.base import Reference
from generator.records.digest import Index

PATH = "news-sitemap.xml"
MOST = 1000  # the form allows no more in a file
_DAYS = 2
_KINDS = frozenset({"news", "exemplar"})


def news_sitemap(reference: Reference, index: Index) -> Iterator[tuple[str, str]]:
    """Yield the file, which is there without news too: search engines ask for it again."""
    entries = [
        entry
        for kind in KINDS
        if kind.name in _KINDS and kind.feed
        for record in reference.of(kind.name)
        for entry in kind.feed(record, reference)
    ]
    today = reference.as_of.last
    new = [e for e in entries if e.published.day and 0 <= (today - e.published.first).days <= _DAYS]
    new.sort(key=lambda entry: entry.address)
    new.sort(key=lambda entry: entry.published, reverse=True)
    items = (item_of(entry, reference.site.url) for entry in new[:MOST])
    yield PATH, feed_xml.news_sitemap(reference.site.name, items)
