"""A thing as ninjs 3.1, the JSON of news agencies (IPTC, 2025).

Its times need an hour; a day of the register is told as its midnight in Vietnam.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.dates import PartialDate
from generator.formats.form import FEW, Form, Print
from generator.formats.json_form import written
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
    gone = facts.get("status", "in_force") not in IN_FORCE
    sample = "Dữ liệu minh họa, không phải tin có thật. " if facts["illustrative"] else ""
    item = {
        "uri": citation.url,
        "type": "text",
        "standard": {"name": "ninjs", "version": VERSION, "schema": SCHEMA},
        "version": str(citation.version),
        "firstCreated": _time(citation.issued),
        "versionCreated": _time(citation.updated),
        "pubStatus": "canceled" if gone else "usable",
        "language": "vi",
        "by": citation.author,
        "edNote": f"{sample}{citation.status}".strip(),
        "headlines": [_text("main", citation.title)],
        "descriptions": [_text("summary", _summary(facts) or citation.press)],
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
        "renditions": [_photo(photo) for photo in facts.get("photos", ())] or None,
    }
    return written({key: value for key, value in present(item).items() if value != []})


def _text(role: str, text: str) -> dict[str, str]:
    return {"role": role, "contentType": "text/plain", "value": text}


def _time(day: PartialDate) -> str:
    return f"{day.first.isoformat()}T00:00:00+07:00"


def _summary(facts: Mapping[str, Any]) -> str:
    return str(facts.get("standfirst") or facts.get("summary") or "")


def _honoured(thing: Thing) -> Iterator[Mapping[str, Any]]:
    """Yield who is told of: the recipients of honours in force, or of a story."""
    yield from (part.facts for part in thing.parts if part.facts["status"] in IN_FORCE)
    yield from thing.facts.get("recipients", ())


def _named(one: Mapping[str, Any]) -> dict[str, str]:
    return {"name": one["name"], "rel": "recipient", "uri": one.get("recipient", one["url"])}


def _paragraphs(thing: Thing) -> Iterator[str]:
    """Yield a thing in plain sentences, a paragraph each."""
    yield f"{thing.citation.press}."
    if thing.citation.status:
        yield f"Lưu ý: {thing.citation.status}."
    if story := thing.facts.get("story"):
        yield from paragraphs(story)
    for part in thing.parts:
        if part.facts["status"] in IN_FORCE:
            yield f"{part.facts['name']}: {part.facts['award_name']}."
    for quote in thing.facts.get("quotes", ()):
        yield f"“{quote['text']}” – {quote['speaker']}"


def _photo(photo: Mapping[str, str]) -> dict[str, str]:
    credit = f" (Ảnh: {photo['credit']})"
    title = f"{photo.get('caption') or photo['alt']}{credit}"
    return {"name": photo["url"].rpartition("/")[2], "href": photo["url"], "title": title}


FORM = Form("index.ninjs.json", "ninjs", "application/vnd.iptc.ninjs+json", FEW, make)
