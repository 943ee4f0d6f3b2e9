"""A sheet as its reader gives it → rows: values as text, what merged cells give, what is hidden."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from generator.importer.table import Row, column_name, place_name
from generator.values import Fault, Position
from generator.vietnamese import nfc, squeeze

Given = dict[int, dict[int, str]]
Merged = list[tuple[tuple[int, int], tuple[int, int]]]


@dataclass
class Looks:
    """What a sheet shows beside its values, by row and column from 0."""

    hidden: set[int] = field(default_factory=set)
    fonts: dict[int, dict[int, str]] = field(default_factory=dict)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    veiled: frozenset[int] = frozenset()  # columns that are hidden
    remarks: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


class Grid(NamedTuple):
    """A sheet: its name, whether it is shown, its values, its merged cells (first and last)."""

    name: str
    shown: bool
    table: list[list[Any]]
    merged: Merged
    looks: Looks


def is_old(font: str) -> bool:
    """Whether a font shows the letters of an old encoding as Vietnamese."""
    return font.lower().startswith((".vn", "vni-"))


def rows_of(source: str, grid: Grid, block: int) -> Iterator[Row]:
    """Yield the rows of a sheet that hold anything."""
    above, left = _given(grid.table, grid.merged)
    looks = grid.looks
    for place, values in enumerate(grid.table):
        cells = tuple(map(_text, values))
        if not any(cells):
            continue
        hidden = "dòng ẩn" if place in looks.hidden else ""
        yield Row(
            source, nfc(grid.name), place + 1, cells, block,
            hidden if grid.shown else "trang tính ẩn",
            above.get(place, {}), left.get(place, {}), looks.fonts.get(place, {}),
            veiled=looks.veiled,
        )  # fmt: skip


def faults_of(source: str, grid: Grid) -> Iterator[Fault]:
    """Tell the cells whose formula failed: their value is not known."""
    for (row, column), text in grid.looks.errors.items():
        letter = column_name(column)
        problem = f"công thức ở cột {letter} báo lỗi {text}"
        cure = "sửa công thức, hoặc gõ giá trị đúng vào ô"
        where = Position(place_name(source, grid.name), row + 1)
        yield Fault(where, "NHAP-015", letter, problem, cure)


def _given(table: list[list[Any]], merged: Merged) -> tuple[Given, Given]:
    """Return what merged cells give to those they cover: from above, and from the left."""
    above: Given = {}
    left: Given = {}
    width = max(map(len, table), default=0)
    for (top, first), (bottom, last) in merged:
        if top >= len(table) or first >= len(table[top]):
            continue
        text = _text(table[top][first])
        for row in range(top, min(bottom, len(table) - 1) + 1) if text else ():
            for column in range(first, min(last, width - 1) + 1):
                if column > first:
                    left.setdefault(row, {})[column] = text
                elif row > top:
                    above.setdefault(row, {})[column] = text
    return above, left


def _text(value: Any) -> str:
    """Return a cell's value as one would type it: whole numbers without a point, dd/mm/yyyy."""
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime | datetime.date):
        return f"{value.day:02}/{value.month:02}/{value.year}"
    lines = (squeeze(line) for line in nfc(str(value)).splitlines())
    return "\n".join(line for line in lines if line)
