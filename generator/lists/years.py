"""The register by year: all years, and the decisions of each."""

from collections import Counter
from collections.abc import Iterator

from generator.records.base import Reference
from generator.records.digest import DecisionEntry, Index
from generator.records.paging import paged
from generator.values import Link, Page


def years(reference: Reference, index: Index) -> Iterator[Page]:
    """Make the page of all years and one for each year."""
    honours = Counter(entry.date.year for entry in index.honours)
    samples = Counter(entry.date.year for entry in index.honours if entry.illustrative)
    by_year: dict[int, list[DecisionEntry]] = {}
    for entry in index.decisions:
        by_year.setdefault(entry.date.year, []).append(entry)
    yield Page(
        address="/vinh-danh/",
        template="years.md.jinja",
        title="Vinh danh theo năm",
        description="Các quyết định khen thưởng trong sổ vinh danh, xếp theo năm.",
        context={
            "years": [
                (y, sum(d.in_force for d in found), honours[y], samples[y])
                for y, found in by_year.items()
            ],
            "revoked": index.revoked,
        },
        listed=False,
        section="vinh-danh",
        source="data/site.yml",
    )
    for year, found in by_year.items():
        page = Page(
            address=f"/vinh-danh/{year}/",
            template="year.md.jinja",
            title=f"Vinh danh năm {year}",
            description=f"{len(found)} văn bản khen thưởng năm {year}.",
            context={"honour_count": honours[year], "sample_count": samples[year]},
            crumbs=(Link("Vinh danh", "/vinh-danh/"),),
            listed=False,
            section="vinh-danh",
            source="data/site.yml",
        )
        yield from paged(page, "decisions", found)
