"""Sources in old encodings → Unicode: noticed cell by cell, shown before and after, and asked."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.importer.answers import Answers, Question
from generator.importer.legacy import encoding_of, to_unicode
from generator.importer.table import Row, Source, safe


class Old(NamedTuple):
    """A cell in an old encoding: where, which, and the text before and after."""

    row: Row
    encoding: str
    before: str
    after: str


def convert(
    sources: Sequence[Source], answers: Answers
) -> tuple[tuple[Source, ...], tuple[Old, ...], tuple[Question, ...]]:
    """Convert what is in an old encoding, if the clerk agrees.

    Returns:
        The sources, the cells that are of an old encoding, and what must be asked.
    """
    found: list[Old] = []
    made = []
    for source in sources:
        rows = tuple(_row(row, found, keep=answers.encoding == "keep") for row in source.rows)
        made.append(replace(source, rows=rows))
    if not found or answers.encoding:
        return tuple(made), tuple(found), ()
    first = next((old for old in found if "…" not in safe(old.before) + safe(old.after)), found[0])
    text = (
        f"{len(found)} ô có vẻ viết bằng bảng mã cũ {first.encoding}: "
        f"«{safe(first.before)}» đổi thành «{safe(first.after)}»"
    )
    choices = (("convert", "đúng, đổi sang Unicode"), ("keep", "không, giữ nguyên chữ"))
    question = Question(
        "encoding", "NHAP-026", text, choices, "--encoding convert hoặc --encoding keep",
        first.row.position,
    )  # fmt: skip
    return tuple(made), tuple(found), (question,)


def _row(row: Row, found: list[Old], *, keep: bool) -> Row:
    if all(cell.isascii() for cell in row.cells):
        return row
    cells = []
    for place, cell in enumerate(row.cells):
        font = row.fonts.get(place, "")
        encoding = encoding_of(cell, font)
        after = to_unicode(cell, encoding, font) if encoding else cell
        if encoding:
            found.append(Old(row, encoding, cell, after))
        cells.append(cell if keep else after)
    above, left = ({p: _given(t, keep=keep) for p, t in m.items()} for m in (row.above, row.left))
    return row._replace(cells=tuple(cells), above=above, left=left)


def _given(text: str, *, keep: bool) -> str:
    encoding = None if keep else encoding_of(text)
    return to_unicode(text, encoding) if encoding else text
