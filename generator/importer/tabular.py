"""Rows under a header → what each is, by its columns."""

import re

from generator.importer import preamble
from generator.importer.columns import Layout, doubled, kept, unread
from generator.importer.entries import Kinds, entry_of_cells
from generator.importer.headings import is_end, is_note, is_total
from generator.importer.items import items_of
from generator.importer.lines import Line
from generator.importer.table import Row, column_name, wrong
from generator.importer.walk import UNKNOWN_KIND, Walk

_NUMBERS = re.compile(r"\(?(?:\d{1,2}|[A-H])\)?")
_NO_NAME = "không có tên"


def read_header(walk: Walk, line: Line, second: Line | None, layout: Layout) -> None:
    """Take the columns that a header names."""
    walk.questions += unread(layout, line.row, walk.without, take_hidden=walk.take_hidden)
    walk.faults += doubled(layout, line.row, walk.without)
    walk.layout, walk.block = kept(layout, walk.without), line.row.block
    walk.opened, walk.ended = True, False
    for one in filter(None, (line, second)):
        walk.name(one, "heading", "tiêu đề cột")
        preamble.marks(walk.facts, one.row.text, one.row)


def read_row(walk: Walk, line: Line, layout: Layout) -> None:
    """Read a row under a header."""
    row = _seen(line.row, layout)
    line = Line(row, (row,) if len(line.members) == 1 else line.members)
    filled, stt, name = row.filled, _cell(row, layout, "stt"), _cell(row, layout, "name")
    alone = {*layout.places("stt"), *layout.places("name")} >= set(filled)
    if not filled:
        walk.name(line, "note", "chỉ có chữ ở cột không đọc")
    elif len(filled) > 2 and all(_NUMBERS.fullmatch(row.cells[place]) for place in filled):
        walk.name(line, "heading", "số thứ tự cột")
    elif is_total(row.text) and (alone or not stt):
        walk.total(line)
    elif alone and not stt and (walk.ended or is_end(name)):
        walk.ended = True
        walk.name(line, "note", "sau danh sách")
    elif (alone or not name) and (heading := walk.heading(name or row.text, stt)):
        walk.section(line, heading, f"{stt} {name or row.text}")
    elif not name:
        only_number = filled[0] in layout.places("stt") and not is_note(row.text)
        lacking = only_number or (len(filled) > 1 and not is_note(row.text))
        walk.ended = walk.ended or is_end(row.text)
        lacking = lacking and not walk.ended
        walk.name(line, "refused" if lacking else "note", _NO_NAME if lacking else "")
        preamble.marks(walk.facts, row.text, row)
    elif alone and not stt and is_note(name):
        walk.name(line, "note")
    else:
        _recipients(walk, line, layout, name)


def _recipients(walk: Walk, line: Line, layout: Layout, name: str) -> None:
    """Make the recipients of a row; the first takes the other cells with it."""
    row, section = line.row, walk.outline.section
    _titled(walk, row, layout)
    kinds = Kinds(walk.lexicon.kind_in(_cell(row, layout, "kind")), walk.kind)
    names = items_of(name, one_by_one=True)
    made = [
        entry_of_cells(row, layout, section, one, kinds, first=place == 0)
        for place, one in enumerate(names)
    ]
    if None in made:
        walk.name(line, "refused", UNKNOWN_KIND)
    elif len(line.members) > 1:
        for member in line.members:
            walk.item(member, member.text, made[0])
    else:
        named = layout.places("name")
        rest = [cell for place, cell in enumerate(row.cells) if cell and place not in named]
        for place, (one, entry) in enumerate(zip(names, made, strict=True)):
            text = row.text if len(names) == 1 else one if place else " ".join([one, *rest])
            walk.item(row, text, entry)


def _cell(row: Row, layout: Layout, name: str) -> str:
    cells = (row.cells[place] for place in layout.places(name) if place < len(row.cells))
    return " ".join(cell for cell in cells if cell)


def _seen(row: Row, layout: Layout) -> Row:
    """Return a row without the cells of columns that are not to be read."""
    aside = {column.place for column in layout.columns if not column.field}
    cells = tuple("" if place in aside else cell for place, cell in enumerate(row.cells))
    return row._replace(cells=cells)


def _titled(walk: Walk, row: Row, layout: Layout) -> None:
    """Tell, once a column, that a recipient's row has words where no title stands."""
    for place in sorted(set(row.filled) - {column.place for column in layout.columns}):
        where = (row.source, row.sheet, place)
        if where not in walk.untitled:
            walk.untitled.add(where)
            problem = f"cột {column_name(place)} có chữ mà không có tiêu đề"
            cure = "ghi tiêu đề cho cột, hoặc xóa cột"
            walk.faults.append(wrong(row, "NHAP-012", problem, cure, column_name(place)))
