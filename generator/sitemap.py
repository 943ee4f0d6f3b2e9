"""The lists of all pages for search engines, by sitemaps.org, each with the date of its facts."""

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape
from urllib.parse import quote

from generator.dates import PartialDate
from generator.formats.card import is_card
from generator.records.digest import DecisionEntry, Index
from generator.values import Page

SITEMAP = "sitemap.xml"
PER_SITEMAP = 50_000  # sitemaps.org: no more addresses in one file
_PLAIN = re.compile(r"[a-z0-9/-]*")  # an address that needs no signs of percent
_DECISION = 4  # vinh-danh/<year>/<issuer>/<decision>
_DIGITS = re.compile(r"[0-9]+")


class Dates:
    """When the facts on a page changed last; "" where nothing tells it.

    The pages of the volumes, nearly all of a big register, are told from the digests: nothing is
    kept for each of them.
    """

    def __init__(self, pages: Iterable[Page], index: Index, as_of: PartialDate) -> None:
        """Begin.

        Args:
            pages: all pages that belong to no volume.
            index: the register in short.
            as_of: the date of the data; no fact is newer.
        """
        self._index = index
        self._told = {page.address[1:]: page.updated.iso for page in pages
                      if page.updated and page.updated.first <= as_of.last}  # fmt: skip
        # Most decisions never change: all their pages have one date, found by the folder above.
        self._still = {act.address[1:]: act.date.iso for act in index.decisions
                       if act.address not in index.changes_at}  # fmt: skip

    def __call__(self, page: str) -> str:
        """Return the date of a page, `guong/x/`, as precise as the data has it: `2024-02`."""
        found = self._told.get(page) or self._still.get(page[: page.rfind("/", 0, -1) + 1])
        if found is None:
            parts = page.split("/")
            act = self._index.acts.get(f"/{'/'.join(parts[:_DECISION])}/")
            found = _date_of(act[0], parts[_DECISION], self._index).iso if act else ""
        return found


def _date_of(decision: DecisionEntry, part: str, index: Index) -> PartialDate:
    """Return the date of a decision's page, or of the honour's of that number."""
    changes = index.changes_at.get(decision.address, ())
    if not changes or not _DIGITS.fullmatch(part):
        return decision.updated
    honour = f"{decision.address}{part}/"
    return next((c.date for c in changes if c.concerns(honour)), decision.date)


def sitemaps(
    names: Iterable[str], base: str, date_of: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    """Yield the sitemaps: name and text. More than fifty thousand pages make an index of several.

    Args:
        names: the files of the site that search engines may keep.
        base: the address the site will have.
        date_of: tells when a page changed last, "" when it is not known.
    """
    pages = (name for name in names if name.endswith("index.html") and not is_card(name))
    found = sorted(page.removesuffix("index.html") for page in pages)
    parts = [found[at : at + PER_SITEMAP] for at in range(0, len(found), PER_SITEMAP)] or [[]]
    base = escape(base)
    files = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    newest = []
    for file, part in zip(files, parts, strict=True):
        dates = [date_of(page) for page in part]
        newest.append(max(dates, key=_last, default=""))
        addresses = (page if _PLAIN.fullmatch(page) else quote(page) for page in part)
        text = _sitemap("urlset", "url", (base + page for page in addresses), dates)
        yield file if len(parts) > 1 else SITEMAP, text
    if len(parts) > 1:
        yield SITEMAP, _sitemap("sitemapindex", "sitemap", (base + f for f in files), newest)


def _last(date: str) -> str:
    """Return a sort key: a month without a day counts as its end."""
    return f"{date}-99" if date else ""


def _sitemap(root: str, entry: str, addresses: Iterable[str], dates: Iterable[str]) -> str:
    lines = [
        f"<{entry}><loc>{address}</loc>{f'<lastmod>{date}</lastmod>' if date else ''}</{entry}>"
        for address, date in zip(addresses, dates, strict=True)
    ]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'{head}<{root} xmlns="{space}">\n' + "\n".join(lines) + f"\n</{root}>\n"
