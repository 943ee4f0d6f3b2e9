"""Thống kê: the register in figures, a page a question, the real apart from the invented."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.lists.acts import by_commendation, by_level
from generator.lists.by_place import by_place
from generator.lists.catalogue import catalogue
from generator.lists.coverage import coverage
from generator.lists.maps import by_map
from generator.lists.shares import recipients
from generator.lists.tables import Number, Topic, count
from generator.lists.tally import Tally, tallies
from generator.lists.timeliness import timeliness
from generator.lists.topics import by_award, by_field, by_year
from generator.records.base import Reference
from generator.records.decision import COUNTED_KINDS
from generator.records.digest import Index
from generator.values import Link, Page

HOME, SAMPLES = "/thong-ke/", "/thong-ke/minh-hoa/"
TOPICS = (
    by_year,
    by_award,
    by_level,
    by_commendation,
    recipients,
    by_place,
    by_map,
    by_field,
    timeliness,
)


def statistics(reference: Reference, index: Index) -> Iterator[Page]:
    """Make the pages of statistics: of the real honours, and apart from them of invented ones."""
    counted = tallies(reference, index)
    samples = any(decision.illustrative for decision in index.decisions)
    for illustrative in (False, True) if samples else (False,):
        topics = _topics(counted[illustrative], reference, index, illustrative)
        yield from _pages(counted[illustrative], topics, reference, illustrative, samples)


def _topics(tally: Tally, reference: Reference, index: Index, illustrative: bool) -> list[Topic]:
    found = [make(tally, reference) for make in TOPICS] if tally.total else []
    found.append(coverage(reference, index, illustrative=illustrative))
    return [topic for topic in found if topic.tables]


def _figures(tally: Tally, base: str) -> list[tuple[str, Number]]:
    """Return how many acts and honours are counted, and how many of each recipient kind."""
    kinds = tally.by("kind")
    found = [("văn bản khen thưởng", tally.decisions.total()), ("lượt khen", tally.total)]
    found += [(word, kinds[kind,]) for kind, word in COUNTED_KINDS]
    return [(word, count(number, f"{base}nam/")) for word, number in found if number]


def _pages(
    tally: Tally, topics: list[Topic], reference: Reference, illustrative: bool, samples: bool
) -> Iterator[Page]:
    base = SAMPLES if illustrative else HOME
    method = {
        "as_of": reference.as_of,
        "site": reference.site.name,
        "illustrative": illustrative,
        "outside": tally.outside.total(),
        "revoked": tally.revoked.total(),
        "counted": tally.total,
    }
    ways_in = {
        "topics": [Link(topic.title, f"{base}{topic.slug}/") for topic in topics],
        "leads": [topic.lead for topic in topics],
        "figures": _figures(tally, base),
        "samples": SAMPLES if samples and not illustrative else "",
    }
    yield _entrance(base, {**method, **ways_in}, illustrative)
    above = (Link("Thống kê", HOME),) + ((Link("Dữ liệu minh họa", SAMPLES),) * illustrative)
    for topic in topics:
        page = catalogue(
            f"{base}{topic.slug}/",
            "topic_figures",
            f"{topic.title} (dữ liệu minh họa)" if illustrative else topic.title,
            topic.lead,
            {**method, "topic": topic},
            section="thong-ke",
            crumbs=above,
        )
        yield replace(page, beside=topic.beside)


def _entrance(base: str, context: Mapping[str, Any], illustrative: bool) -> Page:
    return catalogue(
        base,
        "statistics",
        "Thống kê trên dữ liệu minh họa" if illustrative else "Thống kê",
        "Sổ vinh danh bằng số: lượt khen theo năm, danh hiệu, cấp quyết định, đối tượng, địa bàn; "
        "mỗi con số dẫn tới danh sách của nó.",
        context,
        section="thong-ke",
        crumbs=(Link("Thống kê", HOME),) if illustrative else (),
    )
