"""The columns that the import may read: an allow-list. Any other stops it, by its name alone."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.importer.answers import Question
from generator.importer.table import Row, column_name, safe, wrong
from generator.importer.titles import PRIVATE, field_of
from generator.importer.words import key
from generator.values import Fault


class Column(NamedTuple):
    """A column of a list: where it stands, which field it gives (empty if unknown), its title."""

    place: int
    field: str
    title: str


class Layout(NamedTuple):
    """The columns of a list, and the block of rows for which they hold."""

    columns: tuple[Column, ...]
    width: int

    def places(self, field: str) -> tuple[int, ...]:
        """Return where a field stands: a name may take two columns."""
        return tuple(column.place for column in self.columns if column.field == field)


def header_of(row: Row, below: Row | None) -> tuple[Layout, bool] | None:
    """Read a row as a list's header.

    Args:
        row: the row.
        below: the row under it, which may be the header's second line.

    Returns:
        The layout and whether it took two rows; None if the row is no header.
    """
    single = _layout(row, None)
    if below is not None and _continues(row, below):
        return _layout(row, below), True
    known = [column for column in single.columns if column.field]
    named = any(column.field in ("name", "unit") for column in known)
    numbered = bool(single.places("stt"))
    if not named or len(known) < 2 or not (numbered or len(known) * 2 >= len(single.columns)):
        return None
    return _named(single), False


def _continues(row: Row, below: Row) -> bool:
    """Whether the row under a header is a part of it: titles below a title over several columns."""
    if not row.left and not below.above:
        return False
    both = _layout(row, below)
    known = [column for column in both.columns if column.field]
    over = set(row.left) | {place - 1 for place in row.left}
    inside = [place for place in below.filled if place in over or not _cell(row, place)]
    titled = all(field_of(below.cells[place]) or len(below.cells[place]) < 40 for place in inside)
    first = below.cells[0] if below.cells else ""
    named = any(column.field == "name" for column in known)
    return bool(inside) and titled and not first and named and len(known) >= 2


def _layout(row: Row, below: Row | None) -> Layout:
    width = max(len(row.cells), len(below.cells) if below else 0)
    columns = []
    for place in range(width):
        title, under = _cell(row, place), _cell(below, place) if below else ""
        whole = f"{title} {under}".strip() if under != title else title
        if whole:
            field = field_of(whole) or (under and field_of(under)) or field_of(title)
            columns.append(Column(place, field, whole))
    return Layout(tuple(columns), width)


def _named(layout: Layout) -> Layout:
    """Let the units be the names where a list of units has no column of names."""
    if layout.places("name"):
        return layout
    columns = [c._replace(field="name") if c.field == "unit" else c for c in layout.columns]
    return layout._replace(columns=tuple(columns))


def _cell(row: Row, place: int) -> str:
    own = row.cells[place] if place < len(row.cells) else ""
    return own or row.left.get(place, "") or row.above.get(place, "")


def unread(
    layout: Layout, header: Row, without: frozenset[str], *, take_hidden: bool
) -> Iterator[Question]:
    """Ask to leave every column that may not be read, or that is hidden; never what is in it.

    Args:
        layout: the list's columns.
        header: the row of their titles.
        without: the columns that the clerk said to leave, by `key` or by letter.
        take_hidden: whether the clerk said to read what is hidden.
    """
    for column in _left(layout, without):
        if not column.field:
            private = PRIVATE.search(key(column.title))
            what = "là dữ liệu riêng tư, không được đọc" if private else "không có trong danh mục"
            yield _leave(header, column, "NHAP-011" if private else "NHAP-010", what)
        elif column.place in header.veiled and column.field != "aside" and not take_hidden:
            yield _leave(header, column, "NHAP-016", "bị ẩn trong tệp")


def _leave(header: Row, column: Column, code: str, what: str) -> Question:
    letter, title = column_name(column.place), safe(column.title)
    option = f'--without "{title}" để không đọc cột này, hoặc xóa cột khỏi tệp'
    if code == "NHAP-016":
        option = f'--without "{title}" để không đọc cột này, hoặc --take-hidden để đọc'
    return Question(
        "without", code, f"cột {letter} «{title}» {what}", (), option, header.position,
        column.title, letter,
    )  # fmt: skip


def _left(layout: Layout, without: frozenset[str]) -> Iterator[Column]:
    """Yield the columns that the clerk did not say to leave."""
    for column in layout.columns:
        if not {key(column.title), column_name(column.place).lower()} & without:
            yield column


def doubled(layout: Layout, header: Row, without: frozenset[str]) -> Iterator[Fault]:
    """Tell every column that means the same as one before it."""
    seen: dict[str, Column] = {}
    for column in _left(layout, without):
        letter, title = column_name(column.place), safe(column.title)
        twin = seen.setdefault(column.field, column)
        if column.field not in ("", "aside") and twin is not column and twin.title != column.title:
            yield wrong(
                header, "NHAP-012",
                f"cột {letter} «{title}» cùng nghĩa với cột {column_name(twin.place)}",
                "gộp hai cột, hoặc bỏ một cột bằng --without", letter,
            )  # fmt: skip


def kept(layout: Layout, without: frozenset[str]) -> Layout:
    """Return a layout without the columns that are never read, or that the clerk said to leave."""
    columns = tuple(
        column._replace(field="")
        if column.field == "aside"
        or key(column.title) in without
        or column_name(column.place).lower() in without
        else column
        for column in layout.columns
    )
    return layout._replace(columns=columns)
