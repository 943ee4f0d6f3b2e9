"""One cell of a decision's list set right, in its YAML or CSV file; no other row changes a byte."""

import csv
import io
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from generator.answers import answer
from generator.files import name_of
from generator.raw_csv import delimiter_of
from generator.records.base import PartialDate, Reference
from generator.records.decision import Decision
from generator.records.forms import form_of
from generator.records.honour import Honour, HonourBefore
from generator.values import UserError
from generator.yaml_edit import replaced

_MARKS = ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))


class Mend(NamedTuple):
    """What is to be set right: of which honour, which field, to what."""

    honour: int
    field: str
    value: Any


def mends(given: Iterable[str], reference: Reference) -> Iterator[Mend]:
    """Read what a clerk wants set right: `2.role=Hiệu trưởng`.

    Raises:
        UserError: it names no field of an honour, or the value will not do.
    """
    form = {field.name: field for field in form_of(Honour) if field.name != "id"}
    seen: set[tuple[str, str]] = set()
    for text in given:
        path, _, words = text.partition("=")
        number, _, name = path.strip().partition(".")
        if not number.isdecimal() or name not in form:
            known = ", ".join(f"{field.name} ({field.title})" for field in form.values())
            raise UserError(f"--fix {path}: viết --fix mã_lượt.trường=giá trị; các trường: {known}")
        value, problem = answer(form[name], words, reference)
        if problem:
            raise UserError(f"--fix {path}: {problem}")
        if (number, name) in seen:
            raise UserError(f"--fix {path}: đã ghi ở trên; mỗi trường của một lượt ghi một lần")
        seen.add((number, name))
        yield Mend(int(number), name, value)


def kept(decision: Decision, wanted: Collection[Mend]) -> dict[str, Any]:
    """Return what the history has to keep of what is set right: the old values, as a file has them.

    How a name is shown is no part of it.

    Returns:
        The field `before` of an entry; none when nothing is set right.

    Raises:
        UserError: the list says already what is wanted.
    """
    told = {field.name for field in form_of(HonourBefore)}
    names = {info.alias or name: name for name, info in Honour.model_fields.items()}
    honours = {honour.id: honour for honour in decision.honours}
    rows: dict[int, dict[str, Any]] = {}
    for mend in wanted:
        old = _plain(getattr(honours[mend.honour], names[mend.field]))
        if old == mend.value:
            field = f"{mend.honour}.{mend.field}"
            raise UserError(f"--fix {field}: danh sách đã ghi đúng như thế; không có gì để sửa")
        if mend.field in told:
            rows.setdefault(mend.honour, {"id": mend.honour})[mend.field] = old
    before = {"honours": tuple(rows.values())} if rows else {}
    return {"before": before} if wanted else {}


def _plain(value: Any) -> Any:
    if isinstance(value, PartialDate):
        return value.iso if value.month else value.year
    return value


def mended(root: Path, path: Path, wanted: Iterable[Mend]) -> dict[str, bytes]:
    """Return the files of a decision with some fields of its honours set right.

    Args:
        root: the project's root.
        path: the decision's YAML file; it has no faults.
        wanted: what is to be set right; each honour is in the list.
    """
    table = path.with_suffix(".csv")
    files = {name_of(root, p): p.read_bytes() for p in (path, table) if p.is_file()}
    name = name_of(root, table if table.is_file() else path)
    encoding = next((e for mark, e in _MARKS if files[name].startswith(mark)), "utf-8")
    text = files[name].decode(encoding)
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    for mend in wanted:
        if table.is_file():
            text = _cell(text, mend)
        else:
            text = replaced(text, "honours", ("id", mend.honour), mend.field, mend.value)
    return {**files, name: (mark + text).encode(encoding)}


def _cell(text: str, mend: Mend) -> str:
    """Return a CSV text with one cell changed; all rows but its own stay as they are."""
    delimiter = delimiter_of(text)
    pieces = list(_rows(text, delimiter))
    header = pieces[0][0]
    if mend.field not in header:
        raise UserError(f"tệp CSV không có cột «{mend.field}»; thêm cột đó rồi làm lại")
    at, place = header.index("id"), header.index(mend.field)
    written = []
    for row, lines in pieces:
        if row is not header and row and row[at].strip() == str(mend.honour):
            row += [""] * (place + 1 - len(row))
            row[place] = _word(mend.value)
            cells = io.StringIO()
            csv.writer(cells, delimiter=delimiter, lineterminator="").writerow(row)
            lines = cells.getvalue() + lines[len(lines.rstrip("\r\n")) :]
        written.append(lines)
    return "".join(written)


def _word(value: Any) -> str:
    words: Mapping[Any, str] = {True: "có", False: "không"}
    return words[value] if isinstance(value, bool) else str(value)


def _rows(text: str, delimiter: str) -> Iterator[tuple[list[str], str]]:
    """Yield the rows of a CSV text, each with the very lines that it stands on."""
    taken: list[str] = []

    def lines() -> Iterator[str]:
        for line in io.StringIO(text, newline=""):
            taken.append(line)
            yield line

    for row in csv.reader(lines(), delimiter=delimiter, strict=True):
        yield row, "".join(taken)
        taken.clear()
