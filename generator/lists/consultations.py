"""The consultations: those under way first."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.lists.catalogue import calendars_of, catalogue
from generator.records.base import Reference
from generator.records.consultation import STATES
from generator.records.consultation_pages import summary_of
from generator.records.digest import Index
from generator.values import Page

SHOWN_AT_HOME = 3

Summary = Mapping[str, Any]


def consultations(reference: Reference, index: Index) -> Iterator[Page]:
    """All consultations by state; the navigation leads here, so the page is always there.

    Those under way and to come stand with the soonest end first, those of the past with the newest.
    """
    found = _summaries(reference)
    groups = [
        (text, [item for item in found if item["state"] == state]) for state, text in STATES.items()
    ]
    page = catalogue(
        "/lay-y-kien/",
        "consultations",
        "Lấy ý kiến Nhân dân",
        "Tập thể, cá nhân được đề nghị khen thưởng cấp Nhà nước, đang và đã lấy ý kiến Nhân dân.",
        {
            "groups": [
                (text, items if items[0]["days"] else items[::-1])
                for text, items in groups
                if items
            ],
            "as_of": reference.as_of,
            **calendars_of("consultation", "lay-y-kien", "Hạn cuối gửi ý kiến", reference),
        },
    )
    yield replace(page, noindex=True)


def open_now(reference: Reference) -> list[Summary]:
    """Return the consultations under way as of the date of the data, the soonest end first."""
    return [item for item in _summaries(reference) if item["state"] == "open"][:SHOWN_AT_HOME]


def _summaries(reference: Reference) -> list[Summary]:
    found: list[Summary] = [summary_of(c, reference) for c in reference.of("consultation")]
    return sorted(found, key=lambda s: (s["last"] or s["opens"], s["record"].id))
