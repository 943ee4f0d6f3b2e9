"""The home page and the search page."""

from collections.abc import Iterable, Iterator
from typing import Any

from generator.records.base import Reference
from generator.records.digest import Index
from generator.values import Page

NEW_DECISIONS = 5
NEW_STORIES = 3
ENDED_MOVEMENTS = 6


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
            "figures": _figures(index),
            "decisions": _real_first(index.decisions)[:NEW_DECISIONS],
            "running": [m for m, state in newest if state == "đang diễn ra"],
            "ended": [m for m, state in newest if state == "đã kết thúc"][:ENDED_MOVEMENTS],
            "exemplars": _newest(reference, "exemplar"),
            "news": _newest(reference, "news"),
        },
        source="data/site.yml",
        listed=False,
        section="trang-chu",
    )


def _newest(reference: Reference, kind: str) -> list[Any]:
    found = sorted(reference.of(kind), key=lambda r: (r.date, r.id), reverse=True)
    return _real_first(found)[:NEW_STORIES]


def _real_first(entries: Iterable[Any]) -> list[Any]:
    """Return entries with the invented ones, which a demonstration has, behind the real ones."""
    return sorted(entries, key=lambda entry: entry.illustrative)


def _figures(index: Index) -> list[tuple[int, str, str]]:
    """The register in figures: number, word, address. Only real, statutory honours in force."""
    real = [h for h in index.honours if not h.illustrative and h.statutory]
    kinds = ("collective", "tập thể"), ("person", "cá nhân"), ("household", "hộ gia đình")
    counted = [(sum(h.recipient_kind == kind for h in real), word) for kind, word in kinds]
    decisions = len({h.decision for h in real})
    rows = [(decisions, "quyết định", "/vinh-danh/")]
    rows += [(count, word, "/a-z/") for count, word in counted if count]
    return rows


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
