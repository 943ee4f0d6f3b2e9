"""How another site embeds a thing, found by its address (oEmbed 1.0)."""

from generator.formats.card import FOLDER, HEIGHT, WIDTH
from generator.formats.form import FEW, Form, Print
from generator.formats.json_form import written
from generator.records.citation import Citation
from generator.records.published import Thing


def frame(citation: Citation, fill: Print) -> str:
    """Return what shows a thing's card on another site."""
    facts = {"address": citation.url + FOLDER, "title": _title(citation)}
    return fill("frame.html.jinja", {**facts, "width": WIDTH, "height": HEIGHT}).strip()


def make(thing: Thing, fill: Print) -> str:
    """Return the answer of an oEmbed provider; the card is fluid, since nobody hears `maxwidth`."""
    citation = thing.citation
    return written(
        {
            "version": "1.0",
            "type": "rich",
            "provider_name": citation.container,
            "provider_url": citation.site,
            "title": _title(citation),
            "width": WIDTH,
            "height": HEIGHT,
            "html": frame(citation, fill),
            "cache_age": 86400,
        }
    )


def _title(citation: Citation) -> str:
    """Return the title of a thing with what became of it."""
    return " – ".join(filter(None, (citation.title, citation.status)))


FORM = Form("oembed.json", "oEmbed", "application/json+oembed", FEW, make)
