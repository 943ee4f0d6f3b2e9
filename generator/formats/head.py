"""What the head of a page tells software: linked data, Dublin Core, the other forms of the page."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.formats import alternates, linked
from generator.formats.form import Form
from generator.formats.json_form import encode
from generator.records.citation import Citation
from generator.records.feed import FORMS, file_of
from generator.values import Page


class Head(NamedTuple):
    """What the head of a page tells.

    Attributes:
        linked: JSON-LD, safe to stand in a script element.
        terms: Dublin Core terms, each with its value.
        forms: the forms that lie beside the page.
        feeds: the page's own feed in each form: media type, address from the page, title.
    """

    linked: str
    terms: tuple[tuple[str, str], ...]
    forms: tuple[Form, ...]
    feeds: tuple[tuple[str, str, str], ...]


def head(page: Page) -> Head:
    """Return what the head of a page with a thing, linked data or a feed of its own tells."""
    return Head(
        linked=_linked(page) if page.thing or page.linked else "",
        terms=tuple(_terms(page.thing.citation)) if page.thing else (),
        forms=tuple(alternates(page)),
        feeds=tuple(_feeds(page)) if page.feed else (),
    )


def _linked(page: Page) -> str:
    node = linked.node_of(page.thing) if page.thing else dict(page.linked or {})
    base = node["url"].removesuffix(page.address[1:])
    graph = [node, _trail(page, base)] if page.crumbs else [node]
    return _script({"@context": linked.CONTEXT, "@graph": graph})


def _feeds(page: Page) -> Iterator[tuple[str, str, str]]:
    root = "../" * page.path.count("/")
    for form, (label, media) in FORMS.items():
        yield media, root + file_of(page.feed, form), f"{page.title} ({label})"


def _script(value: Mapping[str, Any]) -> str:
    """Return a value as JSON in which no browser sees the end of a script, or a comment."""
    return encode(value).replace("<", "\\u003c")


def _trail(page: Page, base: str) -> dict[str, Any]:
    steps = [{"name": link.text, "item": base + link.address[1:]} for link in page.crumbs]
    steps.append({"name": page.title, "item": base + page.address[1:]})
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, **step} for place, step in enumerate(steps, 1)
        ],
    }


def _terms(citation: Citation) -> Iterator[tuple[str, str]]:
    """Yield the Dublin Core terms that reference managers read.

    No `creator`: Zotero would cut an office's name in two as if it were a person's.
    """
    yield "title", citation.title
    yield "publisher", citation.container
    yield "issued", citation.issued.iso
    yield "modified", citation.updated.iso
    yield "identifier", citation.url
    yield "language", "vi"
    yield "type", "Text"
    yield "bibliographicCitation", citation.told
