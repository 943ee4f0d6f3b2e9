"""The forms of one thing: of an honour, a decision, a story, a movement. One module a form.

Each is made of the `Thing` alone, which holds all that is published of it; to add a form, write
its module and name it here. (`exports/` makes the forms of the register as a whole.)
"""

from collections.abc import Iterator, Mapping

from generator.formats import card, citations, json_form, linked, markdown_form, ninjs, oembed
from generator.formats.form import Form, Print
from generator.kit import Kit
from generator.values import Page

__all__ = ["FORMS", "Form", "Print", "alternates", "made", "names"]

FORMS: tuple[Form, ...] = (
    json_form.FORM,
    markdown_form.FORM,
    linked.FORM,
    ninjs.FORM,
    *citations.FORMS,
    oembed.FORM,
    card.FORM,
)


def forms_of(page: Page) -> Iterator[Form]:
    """Yield the forms that lie beside a page."""
    if page.thing:
        yield from (form for form in FORMS if page.thing.kind in form.kinds)


def names(page: Page) -> Iterator[str]:
    """Yield the files beside a page, from the root of the site."""
    yield from page.files
    yield from (f"{page.address[1:]}{form.file}" for form in forms_of(page))


def made(page: Page, fill: Print) -> Mapping[str, str | Kit]:
    """Return the files beside a page, from the root of the site, each with its text.

    Args:
        page: the page.
        fill: fills a template of HTML.
    """
    found = dict(page.files)
    for form in forms_of(page):
        found[f"{page.address[1:]}{form.file}"] = form.make(page.thing, fill)
    return found


def alternates(page: Page) -> Iterator[Form]:
    """Yield the forms that the page's head offers to software."""
    return (form for form in forms_of(page) if form.media)
