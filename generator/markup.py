"""Markdown fields of records → safe HTML. The only module that knows Markdown and nh3.

What an office writes in a story goes through the same `markdown` as the rest of the site, with
few extensions, and then through an allow-list of tags, attributes and addresses.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any, NamedTuple

import markdown
import nh3

_TAGS = frozenset({
    "p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote", "h2", "h3", "h4", "hr",
    "table", "thead", "tbody", "tr", "th", "td", "sup", "sub",
})  # fmt: skip
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, "td": {"align"}, "th": {"align"}}
_SCHEMES = frozenset({"http", "https"})


def to_html(text: str, link: Callable[[str], str]) -> str:
    """Return a Markdown text as HTML that holds nothing but harmless prose.

    Args:
        text: Markdown as the record keeps it.
        link: turns an address of the site (`/phong-trao/x/`) into the one to print.
    """

    def address(tag: str, name: str, value: str) -> str | None:
        local = name == "href" and value.startswith("/") and not value.startswith("//")
        return link(value) if local else value

    return nh3.clean(
        _html(text),
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        url_schemes=set(_SCHEMES),
        attribute_filter=address,
        link_rel=None,
    )


@lru_cache(maxsize=1024)
def _html(text: str) -> str:
    return markdown.markdown(
        text,
        extensions=["tables", "sane_lists"],
        output_format="html",
        extension_configs={"tables": {"use_align_attribute": True}},
    )


def refused(text: str) -> str:
    """Return the first piece of a Markdown text that the allow-list would drop, or ""."""
    finder = _Refused()
    finder.feed(_html(text))
    return finder.found


def links_of(text: str) -> list[str]:
    """Return where the links of a Markdown text lead, in their order."""
    finder = _Links()
    finder.feed(_html(text))
    return finder.found


class Extensions(NamedTuple):
    """Markdown extensions of a host, and the settings of each."""

    names: tuple[str, ...]
    settings: Mapping[str, Mapping[str, Any]]


class Converter:
    """Converts the bodies of pages as a host with these extensions does, one after the other."""

    def __init__(self, extensions: Extensions) -> None:
        self._markdown = markdown.Markdown(
            extensions=list(extensions.names),
            extension_configs={name: dict(v) for name, v in extensions.settings.items()},
        )

    def convert(self, text: str) -> str:
        """Return a page's body as HTML."""
        return self._markdown.reset().convert(text)


class _Links(HTMLParser):
    """Finds the addresses of links."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if tag == "a" and name == "href" and value]


class _Refused(HTMLParser):
    """Finds the first tag, attribute or address that may not be published."""

    found = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        allowed = _ATTRIBUTES.get(tag, set())
        bad = [value or name for name, value in attrs if not self._fine(name, value or "", allowed)]
        if tag not in _TAGS or bad:
            self.found = self.found or (bad[0] if tag in _TAGS else f"<{tag}>")

    @staticmethod
    def _fine(name: str, value: str, allowed: set[str]) -> bool:
        scheme = value.partition(":")[0].strip().lower()
        local = value.startswith(("/", "#")) and not value.startswith("//")
        return name in allowed and (name != "href" or local or scheme in _SCHEMES)
