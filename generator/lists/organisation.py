"""How the work is organised: clusters of units, councils."""

from collections.abc import Iterator

from generator.lists.catalogue import catalogue
from generator.records.base import Reference
from generator.records.cluster_pages import member_link
from generator.records.digest import Index
from generator.records.terms import CLUSTER_KINDS, COUNCIL_KINDS
from generator.values import Link, Page
from generator.vietnamese import text_key

WORK = (Link("Công tác", "/cong-tac/"),)


def clusters(reference: Reference, index: Index) -> Iterator[Page]:
    """All clusters by kind, those that have ended last; each with who led it last."""
    found = sorted(
        reference.of("cluster"),
        key=lambda c: (c.state(reference.as_of) == "đã kết thúc", text_key(c.name), c.id),
    )
    if not found:
        return
    groups = []
    for kind, label in CLUSTER_KINDS.items():
        rows = []
        for item in (c for c in found if c.kind == kind):
            year = item.last_led
            leader = member_link(year.leader, reference).text if year else ""
            rows.append((item, item.state(reference.as_of), year, leader))
        groups.append((label, rows))
    yield catalogue(
        "/cum-khoi/",
        "clusters",
        "Cụm, khối thi đua",
        "Các cụm, khối thi đua: thành viên, cụm trưởng, khối trưởng từng năm, giao ước, kết quả.",
        {"groups": [(label, rows) for label, rows in groups if rows]},
        section="cong-tac",
        crumbs=WORK,
    )


def councils(reference: Reference, index: Index) -> Iterator[Page]:
    """All councils by kind, those that have ended last."""
    found = sorted(
        ((item, item.state(reference.as_of)) for item in reference.of("council")),
        key=lambda pair: (pair[1] == "đã kết thúc", text_key(pair[0].name), pair[0].id),
    )
    if not found:
        return
    groups = [
        (label, [pair for pair in found if pair[0].kind == kind])
        for kind, label in COUNCIL_KINDS.items()
    ]
    yield catalogue(
        "/hoi-dong/",
        "councils",
        "Hội đồng",
        "Hội đồng Thi đua - Khen thưởng và Hội đồng sáng kiến: thành viên theo chức vụ, kỳ họp.",
        {"groups": [(label, rows) for label, rows in groups if rows]},
        section="cong-tac",
        crumbs=WORK,
    )
