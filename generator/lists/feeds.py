"""The page of the feeds: what there is to follow, how, and what newsrooms can count on."""

from collections.abc import Iterator
from typing import Any

from generator.lists.catalogue import catalogue
from generator.lists.rules import CRUMBS
from generator.records.base import Reference
from generator.records.digest import Index
from generator.records.feed import (
    CORRECTIONS,
    FOLDER,
    FORMS,
    NEWEST,
    NEWEST_OF_ONE,
    STREAMS,
    file_of,
    name_of,
)
from generator.values import Link, Page
from generator.vietnamese import text_key


def feeds(reference: Reference, index: Index) -> Iterator[Page]:
    """Make the page that lists all feeds but those of places, to which the places' pages lead."""
    told = {story.topic for story in reference.of("exemplar")}
    topics = [topic for topic in reference.of("topic") if topic.id in told]
    movements = [m for m in reference.of("movement") if m.issued.first <= reference.as_of.last]
    groups = [
        ("Phong trào thi đua", _rows("movement", movements)),
        ("Lĩnh vực", _rows("topic", topics)),
    ]
    yield catalogue(
        f"/{FOLDER}/",
        "feeds",
        "Nguồn tin tự động",
        "Theo dõi quyết định, gương, tin và đính chính bằng Atom, RSS, JSON Feed.",
        {
            "streams": [(s.title, s.text, _links(s.name)) for s in STREAMS],
            "groups": [(name, rows) for name, rows in groups if rows],
            "most": NEWEST,
            "most_of_one": NEWEST_OF_ONE,
            "corrections": reference.site.url + file_of(CORRECTIONS.name, "atom"),
        },
        section="cong-tac",
        crumbs=CRUMBS,
    )


def _rows(kind: str, records: list[Any]) -> list[tuple[str, bool, list[Link]]]:
    """Return the feeds of some movements or fields, by name, and whether each is invented."""
    ordered = sorted(records, key=lambda record: text_key(record.name))
    return [(r.name, r.illustrative, _links(name_of((kind, r.id)))) for r in ordered]


def _links(name: str) -> list[Link]:
    """Return the forms of a feed, each with its address."""
    return [Link(label, f"/{file_of(name, form)}") for form, (label, _) in FORMS.items()]
