"""What is published as data of a story and of a movement."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from generator.records.base import Record, Reference
from generator.records.citation import Citation
from generator.records.kit_photos import terms
from generator.records.photo import Photo, versions
from generator.records.published import Thing, present
from generator.records.telling import Figure, Goal

if TYPE_CHECKING:
    from generator.records.exemplar import Exemplar
    from generator.records.movement import Movement


def story_published(exemplar: "Exemplar", citation: Citation, reference: Reference) -> Thing:
    """Return a story as data: its text, its figures with their sources, its quotes and photos."""
    place = reference.find("place", exemplar.place)
    movement = reference.find("movement", exemplar.movement)
    base = reference.site.url
    people = (reference.find("recipient", key) for key in exemplar.recipients)
    facts = {
        "url": citation.url,
        "title": exemplar.title,
        "kind": exemplar.kind,
        "date": exemplar.date.iso,
        "standfirst": exemplar.standfirst,
        "story": exemplar.story,
        "topic": exemplar.topic,
        "topic_name": reference.find("topic", exemplar.topic).name,
        "place": exemplar.place,
        "place_text": exemplar.place_text or (place.full_name(reference) if place else ""),
        "movement": exemplar.movement,
        "movement_name": movement.name if movement else "",
        "owner": exemplar.owner,
        "recipients": [
            {"url": base + one.address[1:], "name": one.name, "recipient_kind": one.kind}
            for one in people
        ],
        "results": _figures(exemplar.results),
        "criteria": _goals(exemplar.criteria),
        "quotes": [{"text": quote.text, "speaker": quote.speaker} for quote in exemplar.quotes],
        "photos": [_photo(photo, exemplar.illustrative, reference) for photo in exemplar.photos],
        "sources": _sources(exemplar),
        "illustrative": exemplar.illustrative,
        "version": citation.version,
        "updated": citation.updated.iso,
    }
    return Thing("story", present(facts), citation)


def movement_published(movement: "Movement", citation: Citation, reference: Reference) -> Thing:
    """Return a movement as data: its plan, its period, its goals and its results."""
    plan = movement.plan
    facts = {
        "url": citation.url,
        "name": movement.name,
        "aliases": list(movement.aliases),
        "launcher": movement.launcher,
        "launcher_name": reference.find("unit", movement.launcher).name,
        "plan": plan.symbol if plan else "",
        "begins": movement.begins.iso,
        "ends": movement.ends.iso if movement.ends else "",
        "state": movement.state(reference.as_of),
        "audience": movement.audience,
        "summary": movement.summary,
        "goals": _goals(movement.goals),
        "criteria": _goals(movement.criteria),
        "results": _figures(movement.results),
        "story": movement.story,
        "sources": _sources(movement),
        "illustrative": movement.illustrative,
        "version": citation.version,
        "updated": citation.updated.iso,
    }
    return Thing("movement", present(facts), citation)


def _goals(goals: Iterable[Goal]) -> list[str]:
    return [goal.text for goal in goals]


def _figures(figures: Iterable[Figure]) -> list[dict[str, Any]]:
    return [
        present(
            {
                "label": figure.label,
                "value": figure.value,
                "as_of": figure.as_of.iso if figure.as_of else "",
                "source": figure.source,
            }
        )
        for figure in figures
    ]


def _sources(record: Record) -> list[dict[str, Any]]:
    """Return the sources of a record, each with the key that its figures name."""
    return [
        present(
            {
                "key": key,
                "title": source.title,
                "publisher": source.publisher,
                "url": source.url,
                "date": source.date.iso if source.date else "",
            }
        )
        for key, source in record.sources.items()
    ]


def _photo(photo: Photo, illustrative: bool, reference: Reference) -> dict[str, Any]:
    address, _ = versions(photo, reference)[-1]  # the widest
    return present(
        {
            "url": reference.site.url + address[1:],
            "alt": photo.alt,
            "credit": photo.credit,
            "caption": photo.caption,
            "rights": terms(photo, illustrative=illustrative),
        }
    )
