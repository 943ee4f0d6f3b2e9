"""Page → readable Markdown with front matter. The only module that knows Jinja.

Whatever a template prints is escaped for Markdown and for HTML at once, so that a name can never
become markup; only `prose` (cleaned HTML) and addresses pass in another form.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from generator.formats import made
from generator.formats.head import head
from generator.formats.oembed import frame
from generator.kit import Kit
from generator.markup import to_html
from generator.qr import code_of
from generator.records.citation_forms import facts, forms, software
from generator.values import Output, Page
from generator.vietnamese import number, squeeze

TEMPLATES = Path(__file__).parent / "templates"
_SPECIAL = re.compile(r"[&<>\"'\\`*_{}\[\]|~^$#]")  # a # at the end of a heading would vanish
_GAP = re.compile(r"\n{3,}")
_LINE_START = re.compile(r"^(?:[+:=!-]|\d+(?=[.)]))")


def escape_text(value: object) -> str:
    """Return a text that neither Markdown nor HTML reads as anything but letters.

    >>> escape_text("*A* <b> [x](y)")
    '&#42;A&#42; &#60;b&#62; &#91;x&#93;(y)'
    """
    return _escape(str(value))


@lru_cache(maxsize=16384)  # a register says the same words over and over
def _escape(value: str) -> str:
    text = _SPECIAL.sub(lambda match: f"&#{ord(match.group())};", squeeze(value))
    return _LINE_START.sub(_escape_start, text)


def _escape_start(match: re.Match[str]) -> str:
    return f"&#{ord(match.group()[0])};{match.group()[1:]}"


def relative(address: str, base: str) -> str:
    """Return how one page leads to another, or a web address as it is.

    Args:
        address: `/phong-trao/x/`, or a web address.
        base: the address of the page that holds the link.

    >>> relative("/phong-trao/x/", "/guong/y/")
    '../../phong-trao/x/'
    """
    if not address.startswith("/"):
        return quote(address, safe="%/:?#[]@!$&'*+,;=~-._")
    if not address.startswith(base[: base.find("/", 1) + 1]):  # most are: nothing shared
        return "../" * (base.count("/") - 1) + address[1:] or "./"
    here, there = base.split("/"), address.split("/")
    shared = 0
    for one, other in zip(here[:-1], there[:-1], strict=False):
        if one != other:
            break
        shared += 1
    return "../" * (len(here) - 1 - shared) + "/".join(there[shared:]) or "./"


class Printed(str):
    """A piece of a page: printed already, it is never escaped again."""


class Printer:
    """How a template prints what it is given. `base` is the address of the page at hand."""

    base = "/"

    def text(self, value: object) -> str:
        """Print a text, a number, or nothing: escaped, so that it is letters and no markup."""
        return "" if value is None else escape_text(value)

    def address(self, address: str) -> str:
        """Print an address of the site, or of the web, as seen from the page."""
        return escape(relative(address, self.base))

    def verbatim(self, text: str) -> str:
        """Print a text as it is, its lines and spaces too; only where the template writes HTML."""
        return escape(text)

    def drawing(self, svg: str) -> str:
        """Print a drawing of ours, which has no words."""
        return svg

    def prose(self, text: str) -> str:
        """Print a Markdown field of a record as harmless HTML."""
        return to_html(text, lambda address: relative(address, self.base))

    def piece(self, key: tuple[object, ...], text: Callable[[], str]) -> str:
        """Print an inline piece of Markdown that comes many times on a page: a row, a cell.

        Args:
            key: what tells the piece from others, or () for one that comes only here.
            text: makes the piece.
        """
        return text()


def render(page: Page) -> Output:
    """Return a page as Markdown: the front matter that the host reads, then the body."""
    printer, environment = _plain()
    meta = front_matter(page)
    lines = "".join(f"{key}: {json.dumps(v, ensure_ascii=False)}\n" for key, v in meta.items())
    body = body_of(page, printer, environment)
    return Output(page.path, f"---\n{lines}---\n{body}", page.source, meta)


def front_matter(page: Page) -> dict[str, str | bool]:
    """Return the front matter; the host prints these words raw, so they are escaped."""
    citation = page.context.get("citation")
    return {
        "title": escape(squeeze(page.title)),
        "description": escape(squeeze(page.description)),
        "template": "record.html",
        "cite": escape(cited(page)),
        "edition": f", phiên bản {citation.version}" if citation else "",
        "picture": page.picture,
        "kind": escape(page.kind),
        "section": page.section,
        "listed": page.listed,
        "noindex": page.noindex,
        "source": page.source,
        "head": head_of(page),
    }


def cited(page: Page) -> str:
    """Return how a page is cited, before the register's name: by its press line, if it has one."""
    citation = page.context.get("citation")
    return squeeze(f"{citation.told if citation else page.cite or page.title}.")


def files_of(page: Page) -> Mapping[str, str | Kit]:
    """Return the files beside a page, from the root of the site, each with its text, or its kit."""
    return made(page, fragment)


def head_of(page: Page) -> str:
    """Return what the head of a page tells software, as one line of HTML; "" for most pages."""
    if not (page.thing or page.linked or page.feed):
        return ""
    told = head(page)
    return fragment("head.html.jinja", {"head": told, "linked": Printed(told.linked)})


def body_of(page: Page, printer: Printer, environment: Environment) -> str:
    """Return the body of a page as Markdown, printed by an environment made for that printer."""
    printer.base = page.address
    body = environment.get_template(page.template).render(page=page, **page.context)
    return _GAP.sub("\n\n", body).strip() + "\n"


def fragment(template: str, context: Mapping[str, object]) -> str:
    """Return a piece of HTML that is no page of the site; every text in it is escaped."""
    return _plain()[1].get_template(template).render(**context)


@cache
def _plain() -> tuple[Printer, Environment]:
    printer = Printer()
    return printer, environment_of(printer, reload=False)


def environment_of(printer: Printer, *, reload: bool = True) -> Environment:
    """Return the templates, printing as a printer does; `reload` sees when one is changed."""

    @pass_context  # what depends on the page must not be worked out when a template is compiled
    def printed(context: Context, value: Any) -> str:
        return value if type(value) is Printed else printer.text(value)

    @pass_context
    def address(context: Context, value: str) -> Printed:
        return Printed(printer.address(value))

    environment = _Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        finalize=printed,  # escapes all that is printed, twice as fast as autoescape
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=reload,
    )
    environment.filters["rel"] = address
    environment.filters["prose"] = lambda text: Printed(printer.prose(text))
    environment.globals["piece"] = lambda *key, caller: Printed(printer.piece(key, caller))
    environment.filters["number"] = number
    environment.filters["forms"] = forms
    environment.filters["software"] = software
    environment.filters["cited"] = facts
    environment.filters["framed"] = lambda cited: Printed(printer.verbatim(frame(cited, fragment)))
    environment.filters["verbatim"] = lambda text: Printed(printer.verbatim(text))
    environment.filters["qr"] = lambda url: Printed(printer.drawing(code_of(url)))
    return environment


class _Environment(Environment):
    """Templates whose macros give what they have printed as such."""

    @staticmethod
    def concat(pieces: Iterable[str]) -> Printed:
        """Join what a template or a macro printed."""
        return Printed("".join(pieces))
