"""What a statistics page is made of: tables whose figures link to the list behind them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from generator.lists.charts import Chart
from generator.lists.tiles import TileMap
from generator.records.base import Record
from generator.spreadsheet import BEGINNING, rows
from generator.vietnamese import number

UNCLASSIFIED = "Chưa phân loại"
MANY_ZEROS = 6  # places without anything that stand on a page folded
_FACETS = {"person": "ca-nhan", "collective": "tap-the", "household": "ho-gia-dinh"}


class Number(NamedTuple):
    """A cell: its text, the same for a spreadsheet, and the list behind it ("" for none)."""

    text: str
    plain: str
    address: str = ""


class Row(NamedTuple):
    """A row: what it is about, the page of that, and its cells."""

    label: str
    address: str
    numbers: tuple[Number, ...]


class Table(NamedTuple):
    """Figures, also as a picture and as a file beside the page.

    Attributes:
        name: its anchor; `<name>.csv` is its file.
        title: its heading.
        head: the names of its columns, that of the rows first.
        rows: its rows.
        chart: its picture, or None.
        about: what the picture shows, for those who do not see it.
        notes: what must be known to read it.
        map: its picture as a map, or None.
    """

    name: str
    title: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    chart: Chart | None = None
    about: str = ""
    notes: tuple[str, ...] = ()
    map: TileMap | None = None

    @property
    def empty(self) -> tuple[Row, ...]:
        """The rows that a page folds: the places of a map, if many, that have nothing."""
        found = tuple(row for row in self.rows if all(n.plain == "0" for n in row.numbers))
        return found if self.map and len(found) >= MANY_ZEROS else ()

    @property
    def shown(self) -> tuple[Row, ...]:
        """The rows that a page does not fold."""
        empty = frozenset(self.empty)
        return tuple(row for row in self.rows if row not in empty)

    @property
    def csv(self) -> str:
        """The same figures as a file for spreadsheets."""
        cells = [(row.label, *(n.plain for n in row.numbers)) for row in self.rows]
        return BEGINNING + rows([self.head, *cells])


class Topic(NamedTuple):
    """A page of statistics.

    Attributes:
        slug: its place below `/thong-ke/`.
        title, lead: its heading, and what it tells in one sentence.
        tables: what it shows.
        notes: how it was counted, beyond what holds for every page.
        definitions: what its measures mean, and when: name and record.
    """

    slug: str
    title: str
    lead: str
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()
    definitions: tuple[tuple[str, Record], ...] = ()

    @property
    def beside(self) -> Mapping[str, str]:
        """The files that lie beside its page."""
        return {f"{table.name}.csv": table.csv for table in self.tables}


def count(value: int, address: str = "") -> Number:
    """Return a counted number; nothing stands behind a zero."""
    return Number(number(value), str(value), address if value else "")


def words(text: str, address: str = "") -> Number:
    """Return a cell of words."""
    return Number(text, text, address)


def share(part: int, whole: int, address: str = "") -> Number:
    """Return a share in whole per cent, "–" where there is nothing to have a share of."""
    if not whole:
        return Number("–", "")
    text = f"{round(100 * part / whole)}%"
    return Number(text, text, address)


def search(year: object = None, kind: str = "", **facets: str) -> str:
    """Return the address of the search that shows the honours of a figure.

    >>> search(2023, "person", dia_ban="xa-yen-cu")
    '/tra-cuu/?tu=2023&den=2023&loai=ca-nhan&dia-ban=xa-yen-cu'
    """
    asked = {} if year is None else {"tu": str(year), "den": str(year)}
    asked |= {"loai": _FACETS[kind]} if kind else {}
    asked |= {name.replace("_", "-"): value for name, value in facets.items()}
    return f"/tra-cuu/?{urlencode(asked)}"


def year_page(year: object) -> str:
    """Return the address of a year."""
    return f"/vinh-danh/{year}/"


def totals(rows_: Sequence[Row], behind: Sequence[str]) -> Row:
    """Return the row that adds up columns of counted numbers, with the list behind each sum."""
    columns = zip(*(row.numbers for row in rows_), strict=True)
    sums = (sum(int(number.plain) for number in column) for column in columns)
    return Row("Cộng", "", tuple(map(count, sums, behind)))
