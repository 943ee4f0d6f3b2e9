"""Unit × year: which unit of the clusters has an exemplar, honours, plans, and which has none.

The roll of a year is made of the members of the clusters in that year that have an id; everything
is counted by ids (`unit_work`), nothing is guessed from equal names.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from generator.lists.catalogue import catalogue
from generator.lists.organisation import WORK
from generator.records.base import Reference
from generator.records.digest import Index
from generator.records.unit_work import Work, work_of
from generator.spreadsheet import BEGINNING
from generator.spreadsheet import rows as csv_rows
from generator.values import Link, Page
from generator.vietnamese import text_key

GRID = "/don-vi-nam/"
TITLE = "Đơn vị theo năm"
WIDE = 5  # years side by side
SHEET = "don-vi-nam.csv"  # beside each page, what it counts
_HEAD = ("Năm", "Đơn vị", "Gương điển hình", "Lượt khen", "Đề nghị khen", "Kế hoạch hưởng ứng",
         "Sáng kiến", "Minh họa")  # fmt: skip


class Row(NamedTuple):
    """A unit in a year: how many of each the register holds."""

    unit: Any
    exemplars: int
    honours: int
    proposed: int
    responses: int
    initiatives: int


class Year(NamedTuple):
    """The roll of a year; `unknown` are members that are known by their printed names alone."""

    year: int
    rows: tuple[Row, ...]
    unknown: tuple[str, ...]

    @property
    def address(self) -> str:
        """Where the year's page is."""
        return f"{GRID}{self.year}/"

    @property
    def samples(self) -> int:
        """How many of the units are invented."""
        return sum(row.unit.illustrative for row in self.rows)

    @property
    def without(self) -> list[Any]:
        """The units that have no exemplar in that year."""
        return [row.unit for row in self.rows if not row.exemplars]


def grid(reference: Reference, index: Index) -> Iterator[Page]:
    """Make the page of all years, and one for each year of which a cluster tells."""
    clusters = reference.of("cluster")
    if not clusters:
        return
    told = {item.year for cluster in clusters for item in cluster.years}
    works: dict[str, Work] = {}
    years = [
        _year(year, reference, index, works)
        for year in sorted(told, reverse=True)
        if year <= reference.as_of.year
    ]
    yield _years_page(years)
    yield from map(_year_page, years)


def _years_page(years: list[Year]) -> Page:
    columns = [year for year in years if year.rows][:WIDE]
    units = {row.unit.id: row.unit for year in columns for row in year.rows}
    rows = [(u, [_cell(u, y) for y in columns]) for u in sorted(units.values(), key=_by_name)]
    page = catalogue(
        GRID,
        "grid",
        TITLE,
        "Đơn vị nào đã có gương điển hình, lượt khen, kế hoạch hưởng ứng trong từng năm.",
        {
            "years": [(y, len(y.rows), len(y.without)) for y in years],
            "columns": [y.year for y in columns],
            "rows": rows,
            "sheet": GRID + SHEET,
        },
        section="cong-tac",
        crumbs=WORK,
    )
    return replace(page, beside={SHEET: _sheet(years)} if rows else {})


def _year_page(year: Year) -> Page:
    page = catalogue(
        year.address,
        "grid_year",
        f"{TITLE}: {year.year}",
        f"Các đơn vị thuộc cụm, khối thi đua năm {year.year}: gương, khen thưởng, kế hoạch.",
        {
            "year": year.year,
            "rows": year.rows,
            "without": year.without,
            "unknown": year.unknown,
            "samples": year.samples,
            "sheet": year.address + SHEET,
        },
        section="cong-tac",
        crumbs=(*WORK, Link(TITLE, GRID)),
    )
    return replace(page, beside={SHEET: _sheet([year])} if year.rows else {})


def _sheet(years: Iterable[Year]) -> str:
    """Return the units of some years with all that is counted, for spreadsheets."""
    cells = (
        (str(y.year), row.unit.name, *map(str, row[1:]), "có" if row.unit.illustrative else "")
        for y in years
        for row in y.rows
    )
    return BEGINNING + csv_rows([_HEAD, *cells])


def _by_name(unit: Any) -> tuple[Any, str]:
    return text_key(unit.name), unit.id


def _year(year: int, reference: Reference, index: Index, works: dict[str, Work]) -> Year:
    """Return the roll of a year; `works` keeps what is known of each unit."""
    members = [m for cluster in reference.of("cluster") for m in cluster.members_in(year)]
    units = {m.unit: reference.find("unit", m.unit) for m in members if m.unit}
    rows = []
    for unit in sorted(units.values(), key=_by_name):
        if unit.id not in works:
            works[unit.id] = work_of(unit.id, reference, index)
        rows.append(Row(unit, *map(len, works[unit.id].of_year(year))))
    unknown = sorted({m.name for m in members if not m.unit}, key=text_key)
    return Year(year, tuple(rows), tuple(unknown))


def _cell(unit: Any, year: Year) -> str:
    """Return a unit's year in words."""
    row = next((row for row in year.rows if row.unit.id == unit.id), None)
    if row is None:
        return "không thuộc cụm, khối"
    words = ("gương", "lượt khen", "đề nghị khen", "kế hoạch", "sáng kiến")
    told = (f"{count} {word}" for count, word in zip(row[1:], words, strict=True) if count)
    return ", ".join(told) or "chưa có"
