"""What becomes of a source: each piece of a row is a recipient, refused, or named as what it is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from generator.importer.beginnings import is_title, kind_of, marked
from generator.importer.columns import Layout
from generator.importer.outline import Section
from generator.importer.pieces import Piece, pieces_of, role_pieces
from generator.importer.table import Row
from generator.importer.words import key

Fate = Literal["result", "refused", "heading", "total", "note"]
FATES: Mapping[Fate, str] = {
    "result": "lượt khen",
    "refused": "để lại",
    "heading": "đề mục, lời dẫn",
    "total": "dòng tổng",
    "note": "ghi chú",
}


@dataclass(frozen=True)
class Entry:
    """A recipient as read.

    Attributes:
        row: where it stands.
        kind: person, collective or household.
        pieces: its pieces, as written.
        section: the headings above it.
        given: what merged cells and neighbours of the same row say of it, by field.
        doubts: what a person should look at, in Vietnamese.
    """

    row: Row
    kind: str
    pieces: tuple[Piece, ...]
    section: Section
    given: Mapping[str, str] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()

    def words(self, role: str) -> str:
        """Return what was written of a field, or given from elsewhere."""
        own = ", ".join(piece.text for piece in self.pieces if piece.role == role)
        return own or self.given.get(role, "")


class Kinds(NamedTuple):
    """What a column says of a row's kind, and what the clerk says where nothing else tells."""

    told: str
    otherwise: str


class Unit(NamedTuple):
    """A row, or a piece of one, and what became of it."""

    row: Row
    text: str
    fate: Fate
    why: str = ""
    entry: Entry | None = None


def entry_of_cells(
    row: Row, layout: Layout, section: Section, name: str, kinds: Kinds, *, first: bool
) -> Entry | None:
    """Make a recipient of a table's row.

    Args:
        row: the row.
        layout: its columns.
        section: the headings above it.
        name: the text of its name, one of several where a cell holds more.
        kinds: what is said of its kind elsewhere.
        first: whether it is the row's first, which the other cells are counted to.

    Returns:
        The recipient, or None where nothing tells whether it is a person or a body.
    """
    others = {
        column: row.cells[column.place]
        for column in layout.columns
        if column.field not in ("", "name") and column.place < len(row.cells)
    }
    told = {column.field for column, text in others.items() if text}
    written = kind_of(marked(name)[1])
    hinted = "person" if {"honorific", "role"} & told and written != "collective" else ""
    kind = kinds.told or section.kind or written or hinted or kinds.otherwise
    if not kind:
        return None
    pieces = list(pieces_of(name, kind))
    given = {f: row.above[p] for f, p in _covered(layout) if p in row.above}
    for column, text in others.items():
        if not text:
            continue
        if first:
            pieces += _cell(column.field, column.title, text)
        else:
            given[column.field] = text
    return Entry(
        row, kind, tuple(pieces), section, given, tuple(_doubts(kind, written, section, pieces))
    )


def _covered(layout: Layout) -> list[tuple[str, int]]:
    return [(c.field, c.place) for c in layout.columns if c.field not in ("", "name", "stt")]


def _cell(field_name: str, title: str, text: str) -> list[Piece]:
    """Return the pieces of a cell beside the name, under the roles that `pieces` uses too."""
    if field_name == "role" and ("don vi" in key(title) or "noi cong tac" in key(title)):
        return list(role_pieces(text))
    if field_name == "honorific" and is_title(text):
        return [Piece("role", text)]
    one_line = ", ".join(text.split("\n")) if field_name != "stt" else text.strip(" .)/")
    role = "place_text" if field_name == "place" else field_name
    return [Piece(role, one_line)]


def entry_of_text(row: Row, text: str, section: Section, kind_wanted: str) -> Entry | None:
    """Make a recipient of a line, or of an item of a list that runs on."""
    written = kind_of(marked(text)[1])
    kind = section.kind or written or kind_wanted
    if not kind:
        return None
    pieces = pieces_of(text, kind)
    return Entry(row, kind, pieces, section, {}, tuple(_doubts(kind, written, section, pieces)))


def _doubts(kind: str, written: str, section: Section, pieces: Sequence[Piece]) -> Iterator[str]:
    """Tell what a person should look at: a kind that the name belies, a name with a title in it."""
    if section.kind and written and {written, kind} == {"person", "collective"}:
        yield "tên không giống với loại đối tượng của đề mục"
    name = next((piece.text for piece in pieces if piece.role == "name"), "")
    first, *others = name.split() or [""]
    if kind == "person" and len(first) > 1 and first.isupper() and not name.isupper() and others:
        yield f"«{first}» có thể không thuộc tên"
