"""A long list as several pages: the first at its promised address, the others at `trang/<n>/`.

A list that grows at its beginning is cut from its end, so that a new entry changes the first page
and leaves the others as they are.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from generator.dates import PartialDate
from generator.values import Link, Page

PAGE_SIZE = 100
# What belongs to the whole list alone.
_ALONE: Any = {"listed": False, "card": None, "beside": {}, "thing": None, "linked": None}
_STEPS = (1, 10, 100, 1000, 10_000)  # how far the links of a pager reach to both sides


class Pager(NamedTuple):
    """Where a page stands in its list, and the pages that it leads to; "" for those left out."""

    number: int
    last: int
    links: tuple[Link, ...]


def paged(
    page: Page, name: str, entries: Sequence[Any], *, newest_first: bool = True
) -> Iterator[Page]:
    """Cut a list into pages.

    Args:
        page: the first page; its context gets the first entries under `name`, and a `pager`.
        name: what the template calls the list.
        entries: the whole list, in its order.
        newest_first: whether new entries come first, or anywhere (as in an A–Z).

    Yields:
        The page itself, then the further ones, which show the list alone (`more.md.jinja`).
    """
    first = _first(len(entries), newest_first)
    starts = [0, *range(first, len(entries), PAGE_SIZE)]
    last = len(starts)
    # A list cut from its end counts its pages from there, so that their addresses stay.
    own = [last - n if newest_first else n + 1 for n in range(last)]
    addresses = [page.address] + [f"{page.address}trang/{n}/" for n in own[1:]]
    for number, start in enumerate(starts, 1):
        chunk = entries[start : first if number == 1 else start + PAGE_SIZE]
        context = {name: chunk, "pager": _pager(number, addresses)}
        if number == 1:
            whole = {**page.context, **context, "total": len(entries)}
            yield replace(page, context=whole, updated=newest([page, *chunk]))
            continue
        further = _further(page, addresses[number - 1], number, last)
        date = newest(chunk) or page.updated
        yield replace(further, context={**context, "list": name}, updated=date)


def _further(page: Page, address: str, number: int, last: int) -> Page:
    """Return a further page of a list, before it has its part of it."""
    return replace(
        page,
        address=address,
        template="more.md.jinja",
        title=f"{page.title} – trang {number}",
        cite=f"{page.cite or page.title}, trang {number}",
        description=f"{page.title}: trang {number} trên {last}.",
        crumbs=(*page.crumbs, Link(page.title, page.address)),
        **_ALONE,
    )


def newest(things: Iterable[object]) -> PartialDate | None:
    """Return the newest date on which one of some things changed; None when none tells it."""
    dates = (getattr(t, "updated", None) or getattr(t, "date", None) for t in things)
    return max(filter(None, dates), key=lambda date: date.last, default=None)


def _first(count: int, newest_first: bool) -> int:
    """Return how many entries the first page has: what is left over, and at least half a page."""
    if not newest_first:
        return PAGE_SIZE
    left = count % PAGE_SIZE
    return min(count, left if left > PAGE_SIZE // 2 else PAGE_SIZE + left)


def _pager(number: int, addresses: Sequence[str]) -> Pager:
    last = len(addresses)
    near = {number + sign * step for step in _STEPS for sign in (-1, 1)}
    wanted = sorted({1, number, last} | {n for n in near if 0 < n <= last})
    links = []
    for before, here in zip([0, *wanted], wanted, strict=False):
        links += [Link("…", "")] if here > before + 1 else []
        links.append(Link(str(here), addresses[here - 1]))
    return Pager(number, last, tuple(links))
