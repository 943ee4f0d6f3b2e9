"""What the work aims at and brings: the year's tasks, initiatives, models of other provinces."""

from collections.abc import Iterator
from dataclasses import replace

from generator.lists.catalogue import catalogue
from generator.lists.organisation import WORK
from generator.records.base import PartialDate, Reference
from generator.records.digest import Index
from generator.records.paging import paged
from generator.records.task import OVERDUE
from generator.records.terms import INITIATIVE_LEVELS
from generator.values import Link, Page
from generator.vietnamese import text_key

ELSEWHERE = "/guong-tinh-ban/"
OLDEST = PartialDate(1)  # where a model without a date stands: last


def tasks(reference: Reference, index: Index) -> Iterator[Page]:
    """The tasks of all years, the newest first, with how many are in each state."""
    found = sorted(reference.of("task"), key=lambda t: (-t.year, t.illustrative, t.id))
    if not found:
        return
    yield catalogue(
        "/nhiem-vu/",
        "tasks",
        "Nhiệm vụ trọng tâm",
        "Nhiệm vụ thi đua, khen thưởng từng năm: ai chủ trì, hạn khi nào, làm đến đâu.",
        {
            "rows": [(item, item.counts(reference.as_of)) for item in found],
            "overdue": OVERDUE,
            "as_of": reference.as_of,
        },
        section="cong-tac",
        crumbs=WORK,
    )


def initiatives(reference: Reference, index: Index) -> Iterator[Page]:
    """All initiatives, the newest first, and how many of each level a year has."""
    found = sorted(
        reference.of("initiative"), key=lambda i: (i.recognition.date, i.id), reverse=True
    )
    if not found:
        return
    years = []
    for year in sorted({item.year for item in found}, reverse=True):
        of_year = [item for item in found if item.year == year]
        levels = [item.level for item in of_year]
        words = ", ".join(
            f"{levels.count(level)} {word}"
            for level, word in INITIATIVE_LEVELS.items()
            if level in levels
        )
        years.append((year, words, len(of_year), sum(item.illustrative for item in of_year)))
    page = catalogue(
        "/sang-kien/",
        "initiatives",
        "Sáng kiến",
        "Các sáng kiến đã được công nhận: tác giả, phạm vi ảnh hưởng, hiệu quả, quyết định.",
        {"years": years, "real": not all(item.illustrative for item in found)},
        section="cong-tac",
        crumbs=WORK,
    )
    yield from paged(page, "initiatives", found)


def elsewhere(reference: Reference, index: Index) -> Iterator[Page]:
    """The models of other provinces by topic, the newest first; one page that search finds."""
    found = sorted(reference.of("elsewhere"), key=lambda e: (e.date or OLDEST, e.id), reverse=True)
    if not found:
        return
    topics = sorted(reference.of("topic"), key=lambda t: (text_key(t.name), t.id))
    groups = [(topic, [e for e in found if e.topic == topic.id]) for topic in topics]
    page = catalogue(
        ELSEWHERE,
        "elsewhere",
        "Gương tỉnh bạn",
        "Mô hình, điển hình tiên tiến ở tỉnh khác: làm gì, học được gì, đọc thêm ở đâu.",
        {"groups": [(topic, models) for topic, models in groups if models]},
        section="guong",
        crumbs=(Link("Gương điển hình", "/guong/"),),
    )
    yield replace(page, listed=True, kind="Gương tỉnh bạn")
