"""The home page and the search page."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from generator.lists.consultations import open_now
from generator.lists.events import ahead
from generator.lists.llms import llms
from generator.records.base import Reference
from generator.records.decision import COUNTED_KINDS
from generator.records.definition import WORKERS, Meanings
from generator.records.digest import HonourEntry, Index
from generator.records.event_pages import EventRow
from generator.records.linked import website
from generator.values import Page
from generator.vietnamese import number

NEW_DECISIONS = 5
NEW_STORIES = 3
NEXT_EVENTS = 2
ENDED_MOVEMENTS = 3


class Figure(NamedTuple):
    """A figure of the home page: how many, of what, and the list behind it."""

    value: str
    word: str
    address: str


def home(reference: Reference, index: Index) -> Iterator[Page]:
    """Make the home page: search, what is new, the movements, the register in figures."""
    site = reference.site
    movements = [(m, m.state(reference.as_of)) for m in reference.of("movement")]
    newest = sorted(
        movements, key=lambda pair: (not pair[0].illustrative, pair[0].begins), reverse=True
    )
    yield Page(
        address="/",
        template="home.md.jinja",
        title=site.name,
        description=f"{site.name}: {site.tagline.lower()}.",
        context={
            "site": site,
            "as_of": reference.as_of,
            "figures": _figures(index, Meanings(reference)),
            "consultations": open_now(reference),
            "decisions": _real_first(index.decisions)[:NEW_DECISIONS],
            "running": [m for m, state in newest if state == "đang diễn ra"],
            "ended": [m for m, state in newest if state == "đã kết thúc"][:ENDED_MOVEMENTS],
            "exemplars": _newest(reference, "exemplar"),
            "news": _newest(reference, "news"),
            "anniversary": _next_anniversary(reference),
            "ahead": _next_events(reference),
        },
        beside={"llms.txt": llms(reference, index)},
        linked=website(site),
        source="data/site.yml",
        listed=False,
        section="trang-chu",
        updated=reference.as_of,
    )


def _newest(reference: Reference, kind: str) -> list[Any]:
    found = sorted(reference.of(kind), key=lambda r: (r.date, r.id), reverse=True)
    return _real_first(found)[:NEW_STORIES]


def _next_anniversary(reference: Reference) -> dict[str, Any] | None:
    """Return the anniversary that comes next after the date of the data, real ones first."""
    today = reference.as_of.last
    kept = [(next(a.kept_from(today)), a) for a in reference.of("anniversary")]
    if not kept:
        return None
    (day, years), found = min(kept, key=lambda pair: (pair[1].illustrative, pair[0].day))
    return {"record": found, "day": day, "years": years}


def _next_events(reference: Reference) -> list[EventRow]:
    """Return the next events after the date of the data, real ones first."""
    found = [row for row in ahead(reference) if not row.event.change]
    return sorted(found, key=lambda row: row.event.illustrative)[:NEXT_EVENTS]


def _real_first(entries: Iterable[Any]) -> list[Any]:
    """Return entries with the invented ones, which a demonstration has, behind the real ones."""
    return sorted(entries, key=lambda entry: entry.illustrative)


def _figures(index: Index, meanings: Meanings) -> list[tuple[str, list[Figure]]]:
    """The register in figures, the newest year first: real, statutory honours in force alone."""
    real = [entry for entry in index.honours if entry.in_figures]
    if not real:
        return []
    newest, oldest = (find(entry.date.year for entry in real) for find in (max, min))
    year = [entry for entry in real if entry.date.year == newest]
    found = [(f"Năm {newest}", _counted(year, f"/vinh-danh/{newest}/", meanings))]
    if newest != oldest:
        found.append((f"Từ năm {oldest} đến nay", _counted(real, "/vinh-danh/", meanings)))
    return found


def _counted(honours: list[HonourEntry], address: str, meanings: Meanings) -> list[Figure]:
    """Count decisions, recipients of each kind, and the share of direct workers among people."""
    kinds = Counter[str](entry.recipient_kind for entry in honours)
    figures = [Figure(number(len({entry.decision for entry in honours})), "quyết định", address)]
    figures += [
        Figure(number(kinds[kind]), word, address) for kind, word in COUNTED_KINDS if kinds[kind]
    ]
    grouped = [entry for entry in honours if entry.recipient_kind == "person" and entry.group]
    if grouped:
        sides = Counter(meanings.side(WORKERS, entry.date, entry.group) for entry in grouped)
        share = f"{round(100 * sides['yes'] / len(grouped))}%"
        word = f"là người lao động trực tiếp, trong {number(len(grouped))} cá nhân đã ghi nhóm"
        figures.append(Figure(share, word, "/thong-ke/doi-tuong/"))
    return figures


def search(reference: Reference, index: Index) -> Iterator[Page]:
    """Make the search page; without scripts it shows the ways to browse."""
    yield Page(
        address="/tra-cuu/",
        template="search.md.jinja",
        title="Tra cứu",
        description="Tìm tập thể, cá nhân, địa bàn, danh hiệu, số quyết định trong sổ vinh danh.",
        context={},
        source="data/site.yml",
        listed=False,
        section="tra-cuu",
    )
