"""A cluster as a page: its members, and each year with its leader, pledge and results."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from generator.records import cluster_rules
from generator.records.base import Kind, Link, Page, PartialDate, Reference
from generator.records.cluster import Cluster, ClusterYear, Member
from generator.records.registered import registered
from generator.records.telling import numbered, sources_known

if TYPE_CHECKING:
    from generator.records.digest import Index


def member_link(key: str, reference: Reference) -> Link:
    """Return a member as a link to its unit, or its bare name where it has no page."""
    unit = reference.find("unit", key)
    return Link(unit.short, unit.address) if unit else Link(key, "")


def _member(member: Member, as_of: PartialDate, reference: Reference) -> dict[str, Any]:
    """Return a member as its row: printed name first, its time only where it is not all time."""
    link = member_link(member.key, reference)
    times = [
        f"từ {member.valid_from.text}" if member.valid_from else "",
        f"đến {member.valid_to.text}" if member.valid_to else "",
    ]
    return {
        "link": Link(member.name or link.text, link.address),
        "time": " ".join(filter(None, times)),
        "gone": member.valid_to is not None and member.valid_to.last < as_of.last,
    }


def _year(item: ClusterYear, reference: Reference, index: "Index") -> dict[str, Any]:
    """Return a year as its part of the page, the best result first."""
    ranked = sorted(item.results, key=lambda result: (result.rank is None, result.rank or 0))
    return {
        "told": item,
        "leader": member_link(item.leader, reference) if item.leader else None,
        "deputies": [member_link(key, reference) for key in item.deputies],
        "results": [
            {
                "told": result,
                "member": member_link(result.member, reference),
                "entry": registered(result.honour, index) if result.honour else None,
            }
            for result in ranked
        ],
    }


def pages(cluster: Cluster, reference: Reference, index: "Index") -> Iterator[Page]:
    """Make the page of a cluster."""
    years = sorted(cluster.years, key=lambda item: item.year, reverse=True)
    yield Page(
        address=cluster.address,
        template="cluster.md.jinja",
        title=cluster.name,
        description=cluster.summary,
        context={
            "cluster": cluster,
            "state": cluster.state(reference.as_of),
            "as_of": reference.as_of,
            "organiser": reference.find("unit", cluster.organiser),
            "members": [_member(m, reference.as_of, reference) for m in cluster.members],
            "years": [_year(item, reference, index) for item in years],
            "news": sorted(
                reference.having("news", "cluster", cluster.id),
                key=lambda news: (news.date, news.id),
                reverse=True,
            ),
            "numbers": numbered(cluster.sources),
        },
        source=cluster.origin.file,
        crumbs=(Link("Công tác", "/cong-tac/"), Link("Cụm, khối thi đua", "/cum-khoi/")),
        kind=cluster.label,
        section="cong-tac",
    )


KIND = Kind(
    name="cluster",
    label="cụm, khối thi đua",
    model=Cluster,
    layout="file",
    where="data/clusters/*.yml",
    rules=(*cluster_rules.RULES, sources_known),
    pages=pages,
)
