"""A thing as a card for other sites: a small page of its own, made to stand in a frame.

Who embeds a card embeds its state: a build after a revocation corrects it wherever it stands.
Honours, which are many, share one card: a script draws it from the honour's JSON (`card.js`).
"""

from typing import Any

from generator.formats.form import FEW, Form, Print
from generator.records.published import Thing
from generator.records.terms import STORY_KINDS

FOLDER = "embed/"
SHARED_CARD = f"{FOLDER}index.html"
WIDTH, HEIGHT = 480, 320  # the notice of a revoked one fits on a phone too
_ROOM = 200  # letters of a status that a card can show
_LABELS = {"decision": "Quyết định", "movement": "Phong trào thi đua"}


def is_card(name: str) -> bool:
    """Return whether a file of the site is a card, which no search engine need keep."""
    return f"/{name}".endswith(f"/{SHARED_CARD}")


def make(thing: Thing, fill: Print) -> str:
    """Return a thing's card."""
    return fill("card.html.jinja", {"card": _card(thing)})


def _card(thing: Thing) -> dict[str, Any]:
    facts, citation = thing.facts, thing.citation
    name, line = _words(thing)
    return {
        "citation": citation,
        "label": _LABELS.get(thing.kind) or STORY_KINDS[facts["kind"]],
        "name": name,
        "line": line,
        "gone": citation.ended,
        "status": _status(thing),
        "illustrative": facts["illustrative"],
        "source": _source(thing),
        "root": "../" * (citation.address.count("/")),
    }


def _status(thing: Thing) -> str:
    """Return what became of a thing; where many papers made it so, how many honours fell."""
    status = thing.citation.status
    if len(status) <= _ROOM:
        return status[:1].upper() + status[1:]
    gone = thing.facts["revoked"]
    return f"{thing.citation.force}: {gone} lượt khen; văn bản nêu ở trang của quyết định"


def _source(thing: Thing) -> str:
    """Return the act that a thing rests on, who decided it, and when."""
    citation = thing.citation
    words = ", ".join(filter(None, (citation.number, citation.authority, citation.issued.text)))
    return words[:1].upper() + words[1:]


def _words(thing: Thing) -> tuple[str, str]:
    """Return a card's name, and the line below it."""
    facts = thing.facts
    match thing.kind:
        case "decision":
            return facts["label"], facts["title"]
        case "movement":
            return facts["name"], facts["summary"]
        case _:
            return facts["title"], facts["standfirst"]


FORM = Form(f"{FOLDER}index.html", "thẻ nhúng", "", FEW, make)
