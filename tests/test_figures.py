"""The figures of the home page and of the years, recounted by another road."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.lists.catalogues import places
from generator.lists.home import home
from generator.lists.years import years
from generator.load import load
from generator.records.base import Reference
from generator.records.decision_entries import digest
from generator.records.digest import Digest, HonourEntry, Index


@pytest.fixture(scope="module")
def reference(province: Path) -> Reference:
    """The records of the province."""
    return load(province).reference


@pytest.fixture(scope="module")
def digests(province: Path) -> tuple[Digest, ...]:
    """The province in short."""
    register = load(province)
    return tuple(digest(volume, register.reference) for volume in register.volumes)


@pytest.fixture(scope="module")
def real(digests: tuple[Digest, ...]) -> Index:
    """The province as if it were real: figures leave out what is invented."""

    def meant(entries: tuple[HonourEntry, ...]) -> tuple[HonourEntry, ...]:
        return tuple(entry._replace(illustrative=False) for entry in entries)

    return Index(tuple(replace(d, by_decision=tuple(map(meant, d.by_decision))) for d in digests))


def figures(reference: Reference, index: Index) -> dict[str, dict[str, str]]:
    """Return the home page's figures: period → word → number."""
    [page] = home(reference, index)
    return {period: {f.word: f.value for f in rows} for period, rows in page.context["figures"]}


def test_the_newest_year_and_all_years(reference: Reference, real: Index) -> None:
    """Decisions and recipients are those in force of the law's own awards."""
    found = figures(reference, real)
    counted = [h for h in real.honours if h.statutory]
    newest = max(h.date.year for h in counted)
    oldest = min(h.date.year for h in counted)
    assert list(found) == [f"Năm {newest}", f"Từ năm {oldest} đến nay"]
    for period, honours in (
        (f"Năm {newest}", [h for h in counted if h.date.year == newest]),
        (f"Từ năm {oldest} đến nay", counted),
    ):
        told = found[period]
        assert int(told["quyết định"]) == len({h.decision for h in honours})
        for kind, word in (("collective", "tập thể"), ("person", "cá nhân")):
            assert int(told.get(word, "0")) == sum(h.recipient_kind == kind for h in honours)


def test_the_share_of_direct_workers(reference: Reference, real: Index) -> None:
    """The share is of the people whose group is known, and the page says of how many."""
    people = [h for h in real.honours if h.statutory and h.recipient_kind == "person" and h.group]
    workers = [h for h in people if h.group in {"cong-nhan", "nong-dan", "lao-dong-truc-tiep-khac"}]
    assert 0 < len(workers) < len(people)
    told = list(figures(reference, real).values())[-1]
    [(word, share)] = [(word, n) for word, n in told.items() if "lao động trực tiếp" in word]
    assert share == f"{round(100 * len(workers) / len(people))}%"
    assert f"trong {len(people)} cá nhân" in word


def test_what_is_invented_is_not_counted(reference: Reference, digests: tuple[Digest, ...]) -> None:
    """The province is invented but for one decision, and so are its figures."""
    counted = [h for h in Index(digests).honours if h.statutory and not h.illustrative]
    told = figures(reference, Index(digests))
    assert [int(rows["quyết định"]) for rows in told.values()] == [
        len({h.decision for h in counted})
    ]


def test_levels_and_samples_of_each_year(reference: Reference, digests: tuple[Digest, ...]) -> None:
    """Each year's counts by recipient and by level add up to its honours in force."""
    index = Index(digests)
    page, *_ = years(reference, index)
    for year, acts, invented, (named, levels, samples) in page.context["years"]:
        honours = [h for h in index.honours if h.date.year == year]
        decisions = [d for d in index.decisions if d.date.year == year and d.in_force]
        assert (acts, invented) == (len(decisions), sum(d.illustrative for d in decisions))
        numbers = [int(part.split(" ")[0]) for part in named.split(", ") if part]
        assert sum(numbers) == len(honours)
        assert sum(int(part.rsplit(" ", 1)[1]) for part in levels.split(", ") if part) == len(
            honours
        )
        assert samples == sum(h.illustrative for h in honours)


def test_provinces_in_order(reference: Reference, digests: tuple[Digest, ...]) -> None:
    """The list of places shows real provinces before invented ones, standing before ended ones."""
    tops = {p.id: p for p in reference.of("place") if p.parent is None}
    real = {key: p.model_copy(update={"illustrative": False}) for key, p in list(tops.items())[:1]}
    records = {**reference.records, "place": {**reference.records["place"], **real}}
    page, *_ = places(replace(reference, records=records), Index(digests))
    shown = [place for depth, place, _ in page.context["places"] if depth == 0]
    assert len(shown) == len(tops) >= 2
    order = [(p.illustrative, p.valid_to is not None) for p in shown]
    assert order == sorted(order)
