"""Page → readable Markdown with front matter. The only module that knows Jinja.

Whatever a template prints is escaped for Markdown and for HTML at once, so that a name can never
become markup; only `prose` (cleaned HTML) and addresses pass in another form.
"""

import json
import posixpath
import re
from collections.abc import Callable
from functools import cache, partial
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator.markup import to_html
from generator.values import Output, Page
from generator.vietnamese import number, squeeze

TEMPLATES = Path(__file__).parent / "templates"
_SPECIAL = re.compile(r"[&<>\"'\\`*_{}\[\]|~^$#]")  # a # at the end of a heading would vanish
_LINE_START = re.compile(r"^(?:[+:=!-]|\d+(?=[.)]))")


def escape_text(value: object) -> str:
    """Return a text that neither Markdown nor HTML reads as anything but letters.

    >>> escape_text("*A* <b> [x](y)")
    '&#42;A&#42; &#60;b&#62; &#91;x&#93;(y)'
    """
    text = _SPECIAL.sub(lambda match: f"&#{ord(match.group())};", squeeze(str(value)))
    return _LINE_START.sub(_escape_start, text)


def _escape_start(match: re.Match[str]) -> str:
    first = match.group()
    return f"&#{ord(first[0])};{first[1:]}"


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
    found = posixpath.relpath(address, base)
    return f"{found}/" if address.endswith("/") else found


def render(page: Page) -> Output:
    """Return a page as Markdown: the front matter that the host reads, then the body."""
    body = _environment().get_template(page.template).render(page=page, **page.context)
    meta = _front_matter(page)
    lines = "".join(f"{key}: {json.dumps(v, ensure_ascii=False)}\n" for key, v in meta.items())
    return Output(page.path, f"---\n{lines}---\n{_tidy(body)}", page.source, meta)


def _front_matter(page: Page) -> dict[str, str | bool]:
    """Return the front matter; the host prints title and description raw, so they are escaped."""
    return {
        "title": escape(squeeze(page.title)),
        "description": escape(squeeze(page.description)),
        "template": "record.html",
        "kind": escape(page.kind),
        "section": page.section,
        "listed": page.listed,
        "source": page.source,
    }


def _tidy(body: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", body).strip() + "\n"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["rel"] = _rel
    environment.filters["prose"] = _prose
    environment.filters["number"] = number
    return environment


def _printed(value: Any) -> Any:
    """What Jinja prints for an expression: markup as it is, anything else escaped."""
    if hasattr(value, "__html__") or value is None:
        return value or ""
    return Markup(escape_text(value))  # noqa: S704 - escaped just here


@pass_context
def _rel(context: Context, address: str) -> Markup:
    found = relative(address, context["page"].address)
    return Markup(escape(found))  # noqa: S704 - quoted and escaped


@pass_context
def _prose(context: Context, text: str) -> Markup:
    link: Callable[[str], str] = partial(relative, base=context["page"].address)
    return Markup(to_html(text, link))  # noqa: S704 - cleaned by an allow-list
