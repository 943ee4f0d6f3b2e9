"""The rules of Atom, RSS 2.0 and JSON Feed 1.1, as the W3C's validator and the texts have them.

Each function returns what is wrong with a feed, a line each; nothing of a valid one.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import lxml.html
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
DELETED = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
_RFC822 = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d "
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d [+-]\d{4}"
)
_FEED_PARTS = {"id": 1, "title": 1, "updated": 1, "author": 1, "subtitle": 0, "rights": 0}
_ENTRY_PARTS = {"id": 1, "title": 1, "updated": 1, "published": 0, "summary": 0}
_MANY = {"link", "category", "entry"}
_CHANNEL = {"title": 1, "link": 1, "description": 1, "language": 0, "copyright": 0}
_CHANNEL |= {"lastBuildDate": 0}
_ITEM = {"title": 1, "link": 0, "description": 0, "guid": 0, "pubDate": 0}


def faults_of_atom(text: str, own: str) -> list[str]:
    """Return what is wrong with an Atom feed (RFC 4287, RFC 6721) at an address."""
    root = etree.fromstring(text.encode("utf-8"))
    found = [] if root.tag == f"{ATOM}feed" else [f"root {root.tag}"]
    found += _counted(root, _FEED_PARTS, ATOM)
    found += _self(root, own, "application/atom+xml")
    entries = root.findall(f"{ATOM}entry")
    found += _twice("id", (entry.findtext(f"{ATOM}id") or "" for entry in entries))
    for entry in entries:
        found += _counted(entry, _ENTRY_PARTS, ATOM)
        pages = [e for e in entry.findall(f"{ATOM}link") if e.get("rel") == "alternate"]
        found += [] if len(pages) == 1 else ["no page, or two"]
        dates = [entry.findtext(f"{ATOM}{name}") or "" for name in ("published", "updated")]
        proper = all(map(_RFC3339.fullmatch, dates))  # others are told below
        newer = proper and datetime.fromisoformat(dates[1]) >= datetime.fromisoformat(dates[0])
        found += [] if newer else [f"updated before it was published: {dates}"]
    for parent in (root, *entries):
        found += [
            f"date {e.text}" for e in parent if _is_date(e) and not _RFC3339.fullmatch(_in(e))
        ]
        found += _relative(e.get("href") or "" for e in parent.findall(f"{ATOM}link"))
        found += _relative([parent.findtext(f"{ATOM}id") or ""])
        found += [f"{e.tag} has markup" for e in parent if e.tag in _TEXTS and len(e)]
        found += ["category" for e in parent.findall(f"{ATOM}category") if not e.get("term")]
    deleted = root.findall(DELETED)
    found += _twice("deletion", (f"{e.get('ref')} {e.get('when')}" for e in deleted))
    found += _relative(e.get("ref") or "" for e in deleted)
    found += [f"when {e.attrib}" for e in deleted if not _RFC3339.fullmatch(e.get("when") or "")]
    return found


_TEXTS = {f"{ATOM}{name}" for name in ("title", "subtitle", "rights", "summary")}


def _is_date(element: etree._Element) -> bool:
    return element.tag in (f"{ATOM}updated", f"{ATOM}published")


def _in(element: etree._Element) -> str:
    return element.text or ""


def faults_of_rss(text: str, own: str) -> list[str]:
    """Return what is wrong with an RSS 2.0 channel at an address."""
    root = etree.fromstring(text.encode("utf-8"))
    found = [] if (root.tag, root.get("version")) == ("rss", "2.0") else [f"root {root.tag}"]
    (channel,) = root
    found += _counted(channel, _CHANNEL, "", many={"item"})
    found += _self(channel, own, "application/rss+xml")
    found += _relative([channel.findtext("link") or ""])
    items = channel.findall("item")
    found += _twice("guid", (item.findtext("guid") or "" for item in items))
    for item in items:
        found += _counted(item, _ITEM, "", many={"category"})
        found += _relative([item.findtext("link") or "", item.findtext("guid") or ""])
        html = item.findtext("description") or ""
        tree = lxml.html.fragment_fromstring(html, create_parent="div")
        found += _relative(link for _, _, link, _ in tree.iterlinks())
        tags = {e.tag for e in tree.iterdescendants()} - {"br"}
        found += [f"markup {tags}"] if tags else []
    for element in root.iter("pubDate", "lastBuildDate"):
        proper = _RFC822.fullmatch(_in(element))
        named = f"{parsedate_to_datetime(_in(element)):%a}" if proper else ""
        found += [] if proper and _in(element).startswith(named) else [f"date {element.text}"]
    return found


def faults_of_json(text: str, own: str) -> list[str]:
    """Return what is wrong with a JSON Feed 1.1 at an address."""
    feed = json.loads(text)
    found = [] if feed["version"] == "https://jsonfeed.org/version/1.1" else ["version"]
    found += [] if feed["feed_url"] == own else ["feed_url"]
    found += [] if feed["title"] and isinstance(feed["items"], list) else ["title, items"]
    found += [] if all(set(a) & {"name", "url", "avatar"} for a in feed["authors"]) else ["author"]
    found += _relative([feed["home_page_url"], feed["feed_url"]])
    found += _twice("id", (item["id"] for item in feed["items"]))
    for item in feed["items"]:
        known = {"id", "url", "title", "content_text", "date_published", "date_modified", "tags"}
        found += [f"{name}: not of the format" for name in item.keys() - known]
        found += [] if isinstance(item["id"], str) and item["content_text"] else ["id, content"]
        found += _relative([item["url"]])
        dates = (item["date_published"], item["date_modified"])
        found += [f"date {date}" for date in dates if not _RFC3339.fullmatch(date)]
        found += [] if all(isinstance(tag, str) and tag for tag in item["tags"]) else ["tags"]
    return found


FAULTS = {"atom": faults_of_atom, "rss": faults_of_rss, "json": faults_of_json}


def _counted(
    parent: etree._Element, parts: dict[str, int], space: str, many: Iterable[str] = _MANY
) -> Iterator[str]:
    """Tell what is missing, what stands twice, and what the format does not have."""
    own = [e.tag.removeprefix(space) for e in parent if space or not e.tag.startswith("{")]
    counts = Counter(name for name in own if not name.startswith("{"))
    for name, least in parts.items():
        if not least <= counts[name] <= 1:
            yield f"{parent.tag}: {counts[name]} {name}"
    yield from (f"{parent.tag}: {name}" for name in counts.keys() - parts.keys() - set(many))


def _self(parent: etree._Element, own: str, kind: str) -> Iterator[str]:
    links = [e for e in parent.findall(f"{ATOM}link") if e.get("rel") == "self"]
    if [(e.get("href"), e.get("type")) for e in links] != [(own, kind)]:
        yield f"self link: {[dict(e.attrib) for e in links]}"


def _twice(what: str, values: Iterable[str]) -> Iterator[str]:
    yield from (f"{what} twice: {v}" for v, count in Counter(values).items() if count > 1)


def _relative(addresses: Iterable[str]) -> Iterator[str]:
    for address in addresses:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.netloc or " " in address:
            yield f"address: {address!r}"
