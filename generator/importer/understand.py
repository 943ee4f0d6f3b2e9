"""Sources → what they mean: every row once, as a recipient, as refused, or named as what it is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.importer.answers import Question
from generator.importer.columns import Layout, header_of
from generator.importer.entries import Entry, Unit
from generator.importer.lines import by_sheet, lines_of, with_list
from generator.importer.preamble import Facts
from generator.importer.prose import read_line
from generator.importer.table import Row, Source
from generator.importer.tabular import read_header, read_row
from generator.importer.walk import Walk
from generator.importer.words import key
from generator.values import Fault

_GUIDE, _NO_LIST = "trang hướng dẫn", "trang tính không có danh sách"
ASIDE = frozenset({_GUIDE, _NO_LIST})  # why the rows of whole sheets are not read as a list


@dataclass(frozen=True)
class Understood:
    """What some sources mean.

    Attributes:
        rows: the rows of the sources that are not empty.
        units: what became of each of them, piece by piece.
        entries: the recipients, in order.
        facts: what was read of the decision.
        faults: what stops the import already.
        questions: what must be asked of the columns.
    """

    rows: tuple[Row, ...]
    units: tuple[Unit, ...]
    entries: tuple[Entry, ...]
    facts: Facts
    faults: tuple[Fault, ...]
    questions: tuple[Question, ...] = ()


def _nothing() -> None:
    """What is called after each row where nobody looks on."""


def understand(
    sources: Sequence[Source], walk: Walk, moved: Callable[[], None] = _nothing
) -> Understood:
    """Read the rows of all sources as one list.

    Args:
        sources: what the files gave.
        walk: a new walk, with what the clerk said.
        moved: called after each row.
    """
    rows = tuple(row for source in sources for row in source.rows)
    for source in sources:
        sheets = by_sheet(source.rows)
        listed = {place: with_list(sheet) for place, sheet in sheets.items()}
        for place, sheet in sheets.items():
            walk.begin()
            if why := _aside(place[1], sheet, listed):
                walk.units += [Unit(row, row.text, "note", why) for row in sheet]
                continue
            _read(sheet, walk, moved)
    return Understood(
        rows, tuple(walk.units), _entries(walk.units), walk.facts, tuple(walk.faults),
        tuple(walk.questions),
    )  # fmt: skip


def _aside(name: str, sheet: Sequence[Row], listed: Mapping[tuple[str, str], bool]) -> str:
    """Return why a sheet is not read as a list, if it is not: a guide, or no list's header."""
    if key(name) in ("huong dan", "vi du", "mau"):
        return _GUIDE
    here = listed[sheet[0].source, name]
    without = name and not here and (any(listed.values()) or all(row.hidden for row in sheet))
    return _NO_LIST if without else ""


def _read(sheet: Sequence[Row], walk: Walk, moved: Callable[[], None]) -> None:
    """Read the lines of a sheet; a header may take two of them."""
    lines = lines_of(sheet)
    after = [*lines[1:], None]
    taken = False
    for line, below in zip(lines, after, strict=True):
        moved()
        walk.units += [Unit(row, row.text, "note", "nối vào dòng trên") for row in line.rest]
        if taken:
            taken = False
            continue
        row = line.row
        if row.hidden and not walk.take_hidden:
            walk.name(line, "refused", row.hidden)
            continue
        header = header_of(row, below.row if below else None) if len(row.filled) > 1 else None
        if header:
            taken = header[1]
            read_header(walk, line, below if taken else None, header[0])
        elif walk.layout and _under(row, walk.layout, walk.block):
            walk.block = row.block
            read_row(walk, line, walk.layout)
        else:
            read_line(walk, line)


def _under(row: Row, layout: Layout, block: int) -> bool:
    """Whether a row stands under a header: in its table, or in one that goes on with it."""
    return row.block == block or len(row.cells) == layout.width


def _entries(units: Sequence[Unit]) -> tuple[Entry, ...]:
    """Return the recipients of some units, each once, in order."""
    return tuple({id(unit.entry): unit.entry for unit in units if unit.entry}.values())
