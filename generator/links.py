"""The link gate: every link of the built site leads somewhere."""

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

_LINKS = {"a": "href", "link": "href", "img": "src", "script": "src", "form": "action"}


class _Page(HTMLParser):
    """Collects the links and the anchors of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if target := values.get(_LINKS.get(tag, "")):
            self.links.append(target)
        self.anchors.update(v for k in ("id", "name") if (v := values.get(k)))


def dead_links(site: Path, base: str) -> Iterator[tuple[str, str]]:
    """Find links that lead nowhere.

    Args:
        site: the built site.
        base: the address the site will have; links that begin with it count as its own.

    Yields:
        The page, from the site's root, and the link.
    """
    pages = {p.relative_to(site).as_posix(): _read(p) for p in sorted(site.rglob("*.html"))}
    for name, page in pages.items():
        for link in page.links:
            loose = link.startswith("//")  # another host, by a slip with slashes
            if loose or not _answers(site, pages, urljoin(base + name, link), base):
                yield name, link


def _read(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text("utf-8"))
    return page


def _answers(site: Path, pages: Mapping[str, _Page], address: str, base: str) -> bool:
    """Whether an address of this site is a file of it, and its anchor stands there."""
    parts = urlsplit(address)
    own = urlsplit(base)
    if (parts.scheme, parts.netloc) != (own.scheme, own.netloc):
        return True
    if not parts.path.startswith(own.path):
        return False
    name = unquote(parts.path.removeprefix(own.path))
    file = f"{name}index.html" if not name or name.endswith("/") else name
    if not (site / file).is_file():
        return False
    anchor = unquote(parts.fragment)
    return not anchor or file not in pages or anchor in pages[file].anchors
