"""The values that a source gives: rows, with the sheet and the number where each stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.privacy import leaks
from generator.values import Fault, Position
from generator.vietnamese import squeeze

_LONG_NUMBER = 6  # figures in one run that no title, no name and no heading has


class Row(NamedTuple):
    """A row of a sheet, a row of a document's table, a paragraph, a line.

    Attributes:
        source: the file's name.
        sheet: the sheet's name, empty where the format has none.
        number: the row's number in its sheet, from 1, as its program shows it.
        cells: the text of each cell.
        block: rows of one table share it; a paragraph has that of the text around it.
        hidden: why a reader does not see the row, in Vietnamese; empty for the others.
        above: what a merged cell gives from a row above, by column.
        left: what a merged cell gives from a column to the left, by column.
        fonts: the fonts of cells that have one of an old Vietnamese encoding, by column.
        item: whether the document itself numbers the paragraph as one of a list.
        veiled: the columns that a reader does not see.
    """

    source: str
    sheet: str
    number: int
    cells: tuple[str, ...]
    block: int = 0
    hidden: str = ""
    above: Mapping[int, str] = {}
    left: Mapping[int, str] = {}
    fonts: Mapping[int, str] = {}
    item: bool = False
    veiled: frozenset[int] = frozenset()

    @property
    def position(self) -> Position:
        """The file, the sheet and the row's number, for faults."""
        return Position(place_name(self.source, self.sheet), self.number)

    @property
    def key(self) -> tuple[str, str, int]:
        """What tells a row from all others."""
        return self.source, self.sheet, self.number

    @property
    def filled(self) -> tuple[int, ...]:
        """The columns that hold something."""
        return tuple(place for place, cell in enumerate(self.cells) if cell)

    @property
    def text(self) -> str:
        """The row as one text."""
        return squeeze(" ".join(cell for cell in self.cells if cell))


@dataclass(frozen=True)
class Source:
    """What a file gave.

    Attributes:
        name: the file's name.
        rows: its rows that are not empty.
        faults: what is wrong with it.
        remarks: what could not be seen, or was not read and can hardly matter.
        unread: what holds words beside the rows; nobody may pass over it without knowing.
    """

    name: str
    rows: tuple[Row, ...] = ()
    faults: tuple[Fault, ...] = ()
    remarks: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def place_name(source: str, sheet: str) -> str:
    """Return the name of a sheet in its file, as faults show it."""
    return f"{source} «{safe(sheet)}»" if sheet else source


def column_name(place: int) -> str:
    """Return the letters of a column: 0 gives A, 26 gives AA."""
    name = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        name = chr(65 + letter) + name
    return name


def safe(text: str) -> str:
    """Return a text of the source as a message may quote it: short, and nothing private in it."""
    figures = longest = 0
    for char in text:
        figures = figures + 1 if char.isdigit() else 0 if char not in " .-" else figures
        longest = max(longest, figures)
    if longest >= _LONG_NUMBER or any(leaks(text)):
        return "…"
    return squeeze(text)[:60]


def wrong(row: Row, code: str, problem: str, cure: str, column: str = "") -> Fault:
    """Return a fault of a row."""
    return Fault(row.position, code, column, problem, cure)


def wrong_file(name: str, code: str, problem: str, cure: str) -> Fault:
    """Return a fault of a source as a whole."""
    return Fault(Position(name, 0), code, "", problem, cure)
