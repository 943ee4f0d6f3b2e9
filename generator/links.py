"""The link gate: every link of the built site leads somewhere. The only module that knows lxml."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html

_LINKS = {"a": "href", "link": "href", "img": "src", "script": "src", "form": "action"}


class _Page(NamedTuple):
    """The links and the anchors of a page, and what it loads by itself."""

    links: frozenset[str]
    anchors: frozenset[str]
    loads: frozenset[str]


def dead_links(site: Path, base: str) -> Iterator[tuple[str, str]]:
    """Find links that lead nowhere, and things that a page would load from another host.

    Args:
        site: the built site.
        base: the address the site will have; links that begin with it count as its own.

    Yields:
        The page, from the site's root, and the link.
    """
    files = frozenset(p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file())
    pages = {name: _read(site / name) for name in sorted(files) if name.endswith(".html")}

    @cache
    def answers(address: str) -> bool:
        return _answers(files, pages, address, base)

    for name, page in pages.items():
        for link in sorted(page.links):
            loose = link.startswith("//")  # another host, by a slip with slashes
            if loose or not answers(urljoin(base + name, link)):
                yield name, link
        for load in sorted(page.loads):
            if urlsplit(load).netloc and not load.startswith(base):
                yield name, load


def _read(path: Path) -> _Page:
    text = path.read_bytes()
    if not text.strip():
        return _Page(frozenset(), frozenset(), frozenset())
    document = lxml.html.document_fromstring(text)
    loads = (e.get("src") for e in document.iter("img", "script", "iframe", "source", "video"))
    found = (element.get(_LINKS[element.tag]) for element in document.iter(*_LINKS))
    anchors = (
        element.get("id") or (element.get("name") if element.tag == "a" else None)
        for element in document.iter("*")
    )
    return _Page(*(frozenset(filter(None, items)) for items in (found, anchors, loads)))


def _answers(files: frozenset[str], pages: Mapping[str, _Page], address: str, base: str) -> bool:
    """Whether an address of this site is a file of it, and its anchor stands there."""
    parts = urlsplit(address)
    own = urlsplit(base)
    if (parts.scheme, parts.netloc) != (own.scheme, own.netloc):
        return True
    if not parts.path.startswith(own.path):
        return False
    name = unquote(parts.path.removeprefix(own.path))
    file = f"{name}index.html" if not name or name.endswith("/") else name
    anchor = unquote(parts.fragment)
    return file in files and (not anchor or file not in pages or anchor in pages[file].anchors)
