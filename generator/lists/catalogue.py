"""A page that names all records of a kind: what every such page has in common."""

from collections.abc import Mapping
from typing import Any

from generator.values import Link, Page


def catalogue(
    address: str,
    template: str,
    title: str,
    description: str,
    context: Mapping[str, Any] | None = None,
    *,
    section: str = "",
    crumbs: tuple[Link, ...] = (),
) -> Page:
    """Return a list page, which the search of texts leaves out.

    Args:
        address: where it is.
        template: the name of its template, without ".md.jinja".
        title: its heading.
        description: one sentence for its head.
        context: what its template needs.
        section: the entry of the navigation that it belongs to; its own address when empty.
        crumbs: the pages above it.
    """
    return Page(
        address=address,
        template=f"{template}.md.jinja",
        title=title,
        description=description,
        context=context or {},
        listed=False,
        section=section or address.strip("/"),
        crumbs=crumbs,
        source="data/site.yml",
    )
