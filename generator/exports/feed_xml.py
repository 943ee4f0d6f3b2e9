"""Atom (RFC 4287, with the deletions of RFC 6721) and RSS 2.0: an entry, and a feed around some;
and the news sitemap.

With `links` the only module that knows lxml.
"""

import datetime
from collections.abc import Iterable
from email.utils import format_datetime
from html import escape
from typing import Any, NamedTuple

from lxml import etree

from generator.exports.feed_item import STATE_WORDS, Item

_ATOM = "http://www.w3.org/2005/Atom"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
_DELETED = "http://purl.org/atompub/tombstones/1.0"
# lxml's types know no name space without a prefix
_OWN: Any = {None: _ATOM}
_SPACES: Any = {**_OWN, "at": _DELETED}
_NEWS_SPACES: Any = {None: _SITEMAP, "news": _NEWS}
_GONE = "khong-con-hieu-luc"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


class Head(NamedTuple):
    """What a feed tells of itself.

    Attributes:
        own: its whole address.
        home: the page whose feed it is.
        updated: when anything in it changed last.
    """

    own: str
    home: str
    title: str
    subtitle: str
    author: str
    rights: str
    updated: datetime.datetime


def atom_entry(item: Item) -> str:
    """Return an entry of an Atom feed.

    What stands no more is deleted, and an entry with an identity of its own says why: a newer one
    with the identity of the deleted would bring it back (RFC 6721, section 3).
    """
    found = etree.Element(f"{{{_ATOM}}}entry", nsmap=_OWN)
    _put(found, "title", item.title)
    _put(found, "link", rel="alternate", type="text/html", href=item.link)
    _put(found, "id", _told_at(item.id) if item.gone else item.id)
    _put(found, "published", item.published.isoformat())
    _put(found, "updated", item.updated.isoformat())
    _put(found, "category", term=item.category)
    if item.state:
        _put(found, "category", term=item.state, label=STATE_WORDS[item.state])
    _put(found, "summary", item.summary)
    return (_deleted(item.id, item.gone) if item.gone else "") + _text(found, _ATOM)


def _told_at(ref: str) -> str:
    """Return the identity of the entry that tells of a deletion."""
    return f"{ref}{'-' if '#' in ref else '#'}{_GONE}"


def _deleted(ref: str, when: datetime.datetime) -> str:
    found = etree.Element(
        f"{{{_DELETED}}}deleted-entry", nsmap={"at": _DELETED}, ref=ref, when=when.isoformat()
    )
    return (
        etree.tostring(found, encoding="unicode").replace(f' xmlns:at="{_DELETED}"', "", 1) + "\n"
    )


def atom(head: Head, entries: Iterable[str]) -> str:
    """Return an Atom feed around entries."""
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap=_SPACES)
    root.set("{http://www.w3.org/XML/1998/namespace}lang", "vi")
    _put(root, "title", head.title)
    _put(root, "subtitle", head.subtitle)
    _put(root, "link", rel="self", type="application/atom+xml", href=head.own)
    _put(root, "link", rel="alternate", type="text/html", href=head.home)
    _put(root, "id", head.own)
    _put(root, "updated", head.updated.isoformat())
    _put(_put(root, "author"), "name", head.author)
    _put(root, "rights", head.rights)
    return _around(root, "</feed>", entries)


def rss_item(item: Item) -> str:
    """Return an item of an RSS channel; its description is HTML, as readers take it."""
    found = etree.Element("item", nsmap={"atom": _ATOM})
    etree.SubElement(found, "title").text = item.title
    etree.SubElement(found, "link").text = item.link
    etree.SubElement(found, "description").text = escape(item.summary).replace("\n", "<br>")
    etree.SubElement(found, "guid", isPermaLink=str(item.id == item.link).lower()).text = item.id
    etree.SubElement(found, "pubDate").text = format_datetime(item.published)
    etree.SubElement(found, f"{{{_ATOM}}}updated").text = item.updated.isoformat()
    for tag in item.tags:
        etree.SubElement(found, "category").text = tag
    return _text(found, _ATOM, ":atom")


def rss(head: Head, items: Iterable[str]) -> str:
    """Return an RSS channel around items."""
    root = etree.Element("rss", version="2.0", nsmap={"atom": _ATOM})
    channel = etree.SubElement(root, "channel")
    etree.SubElement(channel, "title").text = head.title
    etree.SubElement(channel, "link").text = head.home
    etree.SubElement(channel, "description").text = head.subtitle
    etree.SubElement(channel, "language").text = "vi"
    etree.SubElement(channel, "copyright").text = head.rights
    etree.SubElement(channel, "lastBuildDate").text = format_datetime(head.updated)
    _put(channel, "link", rel="self", type="application/rss+xml", href=head.own)
    return _around(root, "</channel></rss>", items)


def news_sitemap(publication: str, items: Iterable[Item]) -> str:
    """Return a sitemap of news (Google's form 0.9): of each its page, day and title."""
    space = f"{{{_NEWS}}}"
    root = etree.Element(f"{{{_SITEMAP}}}urlset", nsmap=_NEWS_SPACES)
    for item in items:
        url = etree.SubElement(root, f"{{{_SITEMAP}}}url")
        etree.SubElement(url, f"{{{_SITEMAP}}}loc").text = item.link
        news = etree.SubElement(url, f"{space}news")
        of = etree.SubElement(news, f"{space}publication")
        etree.SubElement(of, f"{space}name").text = publication
        etree.SubElement(of, f"{space}language").text = "vi"
        etree.SubElement(news, f"{space}publication_date").text = f"{item.published:%Y-%m-%d}"
        etree.SubElement(news, f"{space}title").text = item.title
    etree.indent(root, "")
    return _HEAD + etree.tostring(root, encoding="unicode") + "\n"


def _put(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    """Add an element of Atom."""
    found = etree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    found.text = text or None
    return found


def _text(element: etree._Element, space: str, prefix: str = "") -> str:
    """Return an entry as text, without the name space that the feed around it declares."""
    text = etree.tostring(element, encoding="unicode")
    return text.replace(f' xmlns{prefix}="{space}"', "", 1) + "\n"


def _around(root: etree._Element, end: str, pieces: Iterable[str]) -> str:
    """Return a feed: what it tells of itself, then its entries, a line each."""
    before = etree.tostring(root, encoding="unicode").removesuffix(end)
    return f"{_HEAD}{before}\n{''.join(pieces)}{end}\n"
