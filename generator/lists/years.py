"""The register by year: all years, and the decisions of each."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from generator.records.base import Reference
from generator.records.decision import counts
from generator.records.digest import DecisionEntry, Index
from generator.records.feed import FEED_OF
from generator.records.paging import paged
from generator.records.terms import LEVELS, OTHER_LEVEL
from generator.values import Link, Page


class Told(NamedTuple):
    """The honours of a year in words: by recipients, by level; and how many are invented."""

    named: str
    levels: str
    samples: int


def years(reference: Reference, index: Index) -> Iterator[Page]:
    """Make the page of all years and one for each year."""
    told = _told(reference, index)
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
                (year, *_acts([act for act in found if act.in_force]), told[year])
                for year, found in by_year.items()
            ],
            "revoked": index.revoked,
        },
        feed=FEED_OF["/vinh-danh/"],
        listed=False,
        section="vinh-danh",
        source="data/site.yml",
    )
    for year, found in by_year.items():
        total, samples = _acts(found)
        page = Page(
            address=f"/vinh-danh/{year}/",
            template="year.md.jinja",
            title=f"Vinh danh năm {year}",
            description=f"{total} văn bản khen thưởng năm {year}.",
            context={"told": told[year], "invented": samples},
            crumbs=(Link("Vinh danh", "/vinh-danh/"),),
            listed=False,
            section="vinh-danh",
            source="data/site.yml",
        )
        yield from paged(page, "decisions", found)


def _acts(found: list[DecisionEntry]) -> tuple[int, int]:
    """Count decisions, and the invented ones among them."""
    return len(found), sum(act.illustrative for act in found)


def _told(reference: Reference, index: Index) -> dict[int, Told]:
    """Count the honours in force of each year."""
    kinds: dict[int, Counter[str]] = defaultdict(Counter)
    levels: dict[int, Counter[str]] = defaultdict(Counter)
    samples: Counter[int] = Counter()
    authorities = {unit.id: unit.authority for unit in reference.of("unit")}
    for entry in index.honours:
        year = entry.date.year
        kinds[year][entry.recipient_kind] += 1
        levels[year][LEVELS.get(authorities[entry.issuer] or "", OTHER_LEVEL)] += 1
        samples[year] += entry.illustrative
    return {
        year: Told(counts(kinds[year]), _in_words(levels[year]), samples[year])
        for year in {decision.date.year for decision in index.decisions}
    }


def _in_words(levels: Counter[str]) -> str:
    order = dict.fromkeys(LEVELS.values())
    return ", ".join(f"{level} {levels[level]}" for level in order if levels[level])
