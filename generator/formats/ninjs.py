"""A thing as ninjs 3.1, the JSON of news agencies (IPTC, 2025).

Its times need a day and an hour: a day of the register is told as its midnight in Vietnam, a date
that is known to the month or the year alone is not told. A photo is an item of its own, with the
rights that were granted in it; one without any is handed to nobody.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.dates import PartialDate
from generator.formats.form import FEW, Form, Print
from generator.formats.json_form import written
from generator.records.citation import Citation, labelled
from generator.records.decision_standing import gap_of
from generator.records.digest import IN_FORCE
from generator.records.plain import paragraphs
from generator.records.published import Thing, present

VERSION = "3.1"
SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"
_AWARD = "http://cv.iptc.org/newscodes/mediatopic/20000498"  # Media Topics: award and prize
_CORRECTIONS = "http://cv.iptc.org/newscodes/trustindicator/correctionsPolicy"


def make(thing: Thing, fill: Print) -> str:
    """Return a thing as a news item; one that was revoked is canceled, so that desks pull it."""
    facts, citation = thing.facts, thing.citation
    item = {
        "uri": citation.url,
        "type": "text",
        "standard": {"name": "ninjs", "version": VERSION, "schema": SCHEMA},
        "version": str(citation.version),
        "firstCreated": _time(citation.issued),
        "versionCreated": _time(citation.updated),
        "pubStatus": "canceled" if citation.ended else "usable",
        "language": "vi",
        "by": citation.author,
        "edNote": " ".join(_notes(thing)),
        "headlines": [_text("main", _headline(citation))],
        "descriptions": [_text("summary", _summary(thing))],
        "bodies": [_text("main", "\n\n".join(_paragraphs(thing)))],
        "people": [_named(one) for one in _honoured(thing) if one["recipient_kind"] == "person"],
        "organisations": [
            _named(one) for one in _honoured(thing) if one["recipient_kind"] != "person"
        ],
        "subjects": [{"name": "award and prize", "uri": _AWARD}],
        "altIds": [{"role": "decision-number", "value": citation.number}]
        if citation.number
        else None,
        "trustIndicators": [
            {"role": _CORRECTIONS, "title": "Đính chính", "href": f"{citation.site}dinh-chinh/"}
        ],
        "rightsInfo": {"linkedRights": f"{citation.site}du-lieu/"},
        "associations": [
            _photo(photo, citation) for photo in facts.get("photos", ()) if "rights" in photo
        ],
    }
    return written({key: value for key, value in present(item).items() if value != []})


def _text(role: str, text: str) -> dict[str, str]:
    return {"role": role, "contentType": "text/plain", "value": text}


def _time(day: PartialDate) -> str:
    return f"{day.iso}T00:00:00+07:00" if day.day else ""


def _headline(citation: Citation) -> str:
    """Return the title; of what is not wholly in force it says so first."""
    return f"[{citation.force}] {citation.title}" if citation.force else citation.title


def _summary(thing: Thing) -> str:
    facts = thing.facts
    if own := facts.get("standfirst") or facts.get("summary"):
        return labelled(own, illustrative=facts["illustrative"])
    return f"{thing.citation.told}. {gap_of(facts)}".strip()


def _notes(thing: Thing) -> Iterator[str]:
    """Yield what a desk must know before it uses the item, a sentence each."""
    facts, status = thing.facts, thing.citation.status
    if facts["illustrative"]:
        yield "Dữ liệu minh họa, không phải tin có thật."
    if status:
        yield f"{status[:1].upper()}{status[1:]}."
    yield from filter(None, (_reason(thing), gap_of(facts)))


def _reason(thing: Thing) -> str:
    """Return why a thing as a whole is in force no more; "" where it is."""
    reason = thing.facts.get("status_reason")
    return f"Lý do: {reason}" if thing.citation.ended and reason else ""


def _honoured(thing: Thing) -> Iterator[Mapping[str, Any]]:
    """Yield who is told of: the recipients of honours in force, or of a story."""
    yield from (part.facts for part in thing.parts if part.facts["status"] in IN_FORCE)
    yield from thing.facts.get("recipients", ())


def _named(one: Mapping[str, Any]) -> dict[str, str]:
    return {"name": one["name"], "rel": "recipient", "uri": one.get("recipient", one["url"])}


def _paragraphs(thing: Thing) -> Iterator[str]:
    """Yield a thing in plain sentences, a paragraph each."""
    yield f"{thing.citation.told}."
    yield from filter(None, (_reason(thing), gap_of(thing.facts)))
    if story := thing.facts.get("story"):
        yield from paragraphs(story)
    for part in thing.parts:
        if part.facts["status"] in IN_FORCE:
            yield f"{part.facts['name']}: {part.facts['award_name']}."
    for quote in thing.facts.get("quotes", ()):
        yield f"“{quote['text']}” – {quote['speaker']}"


def _photo(photo: Mapping[str, str], citation: Citation) -> dict[str, Any]:
    name = photo["url"].rpartition("/")[2]
    return {
        "name": name,
        "uri": photo["url"],
        "type": "picture",
        "language": "vi",
        "by": photo["credit"],
        "copyrightNotice": f"Tác giả: {photo['credit']}",
        "usageTerms": photo["rights"],
        "rightsInfo": {"linkedRights": f"{citation.site}bao-chi/#quyen"},
        "descriptions": [_text("caption", photo.get("caption") or photo["alt"])],
        "renditions": [{"name": name, "href": photo["url"]}],
    }


FORM = Form("index.ninjs.json", "ninjs", "application/vnd.iptc.ninjs+json", FEW, make)
