"""A long list as several pages: the first at its promised address, the others at `trang/<n>/`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from generator.values import Link, Page

PAGE_SIZE = 100


class Pager(NamedTuple):
    """Where a page stands in its list."""

    number: int
    last: int
    links: tuple[Link, ...]


def paged(page: Page, name: str, entries: Sequence[Any]) -> Iterator[Page]:
    """Cut a list into pages.

    Args:
        page: the first page; its context gets the first entries under `name`, and a `pager`.
        name: what the template calls the list.
        entries: the whole list, in its order.

    Yields:
        The page itself, then the further ones, which show the list alone (`more.md.jinja`).
    """
    chunks = [entries[i : i + PAGE_SIZE] for i in range(0, len(entries), PAGE_SIZE)] or [()]
    addresses = [page.address] + [f"{page.address}trang/{n}/" for n in range(2, len(chunks) + 1)]
    links = tuple(Link(str(n), address) for n, address in enumerate(addresses, 1))
    total = {"total": len(entries)}
    for number, chunk in enumerate(chunks, 1):
        pager = Pager(number, len(chunks), links)
        if number == 1:
            yield replace(page, context={**page.context, **total, name: chunk, "pager": pager})
            continue
        yield replace(
            page,
            address=addresses[number - 1],
            template="more.md.jinja",
            title=f"{page.title} – trang {number}",
            description=f"{page.title}: trang {number} trên {len(chunks)}.",
            context={name: chunk, "pager": pager, "list": name, **total},
            crumbs=(*page.crumbs, Link(page.title, page.address)),
            listed=False,
        )
