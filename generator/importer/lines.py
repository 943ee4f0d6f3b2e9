"""Rows → lines to be read: tables that were copied one cell a line are put together again."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.importer.beginnings import marked
from generator.importer.columns import header_of
from generator.importer.table import Row
from generator.importer.titles import field_of

_WRAPPED = 50  # letters that a line has at least where its text goes on in the next
_ENDS = re.compile(r"[.;:!?/]\s*$")


class Line(NamedTuple):
    """A row as it is to be read, and the rows of the source that it is made of.

    `rest` are rows that only go on with the text of the one before them.
    """

    row: Row
    members: tuple[Row, ...]
    rest: tuple[Row, ...] = ()


def lines_of(rows: Sequence[Row]) -> tuple[Line, ...]:
    """Return the lines of a sheet."""
    found: list[Line] = []
    place = 0
    while place < len(rows):
        width = _titles(rows, place)
        if width == 0:
            end = _goes_on(rows, place)
            row = rows[place]
            if end - place > 1:
                row = row._replace(cells=(" ".join(one.text for one in rows[place:end]),))
            found.append(Line(row, (row,), tuple(rows[place + 1 : end])))
            place = end
            continue
        block = -1 - place  # no other table has it
        while place < len(rows) and (place + width <= len(rows)):
            group = tuple(rows[place : place + width])
            first = group[0].text.strip(" .")
            if found and found[-1].row.block == block and not first.isdecimal():
                break
            cells = tuple(row.text for row in group)
            found.append(Line(group[0]._replace(cells=cells, block=block), group))
            place += width
    return tuple(found)


def _goes_on(rows: Sequence[Row], start: int) -> int:
    """Return where a text ends that is broken over several lines of running text."""
    end = start + 1
    while end < len(rows):
        before, after = rows[end - 1], rows[end]
        running = not (before.sheet or after.item) and len(before.cells) == len(after.cells) == 1
        broken = len(before.text) >= _WRAPPED and not _ENDS.search(before.text)
        if not (running and broken and after.text[0].islower() and not marked(after.text)[2]):
            break
        end += 1
    return end


def _titles(rows: Sequence[Row], start: int) -> int:
    """Return how many rows from one on are the titles of a table, one a row; 0 for none."""
    fields = []
    for row in rows[start : start + 12]:
        field = field_of(row.text) if len(row.filled) == 1 else ""
        if not field or field in fields:
            break
        fields.append(field)
    whole = len(fields) >= 3 and fields[0] == "stt" and "name" in fields
    return len(fields) if whole else 0


def with_list(rows: Sequence[Row]) -> bool:
    """Whether a sheet has a list's header."""
    return any(header is not None for header in _headers(rows))


def _headers(rows: Sequence[Row]) -> Iterator[object]:
    for place, row in enumerate(rows):
        if len(row.filled) > 1:
            yield header_of(row, rows[place + 1] if place + 1 < len(rows) else None)


def by_sheet(rows: Sequence[Row]) -> dict[tuple[str, str], list[Row]]:
    """Return rows by source and sheet, in their order."""
    sheets: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        sheets.setdefault((row.source, row.sheet), []).append(row)
    return sheets
