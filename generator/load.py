"""Text → records: the first step of the path.

Nothing here knows a record by name: it goes through `KINDS` by their layout. A faulty record is
left out and its faults are told; its id is remembered, so that no one reports it as unknown.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from generator import yaml_tree
from generator.dates import PartialDate
from generator.files import matching, misplaced, name_of, read_text, whole_file
from generator.records import KINDS
from generator.records.base import Kind, Origin, Record, Reference, Volume, VolumeKey, walk
from generator.records.fields import Happened
from generator.records.honour import Honour
from generator.records.validation import build
from generator.values import Fault, FieldPath, Position
from generator.vietnamese import nfc

OLDEST = PartialDate(1945, 9, 2)
VOLUME_KIND = next(kind for kind in KINDS if kind.layout == "volume")
HONOUR_COLUMNS = frozenset(info.alias or name for name, info in Honour.model_fields.items())
_YES_NO = {"true": True, "x": True, "có": True, "false": False, "không": False}


class Raw(NamedTuple):
    """A record before it is checked: its id, its values, where each stands."""

    key: str
    data: Any
    origin: Origin


@dataclass(frozen=True)
class Register:
    """All that was read: the frozen records, the faults so far, and the ids that failed."""

    reference: Reference
    volumes: tuple[Volume, ...]
    faults: tuple[Fault, ...]
    broken: frozenset[tuple[str, str]]


def load(root: Path) -> Register:
    """Read the whole register below a project's root."""
    faults = list(misplaced(root))
    broken: set[tuple[str, str]] = set()
    records: dict[str, dict[str, Record]] = {}
    for kind in KINDS:
        if kind.layout != "volume":
            found = records.setdefault(kind.name, {})
            for record in _records(root, kind, matching(root, kind.where), faults, broken):
                if record.id in found:
                    faults.append(_taken(record, found[record.id]))
                found.setdefault(record.id, record)
    decisions = tuple(
        _records(root, VOLUME_KIND, matching(root, VOLUME_KIND.where), faults, broken)
    )
    reference = Reference(
        {name: dict(sorted(found.items())) for name, found in records.items()},
        _as_of(records, decisions),
    )
    if not records["site"]:
        faults += _no_site(faults)
    return Register(reference, _volumes(decisions), tuple(faults), frozenset(broken))


def _records(
    root: Path,
    kind: Kind,
    paths: Iterable[Path],
    faults: list[Fault],
    broken: set[tuple[str, str]],
) -> Iterator[Any]:
    """Yield the sound records of some files; note the faults of the others."""
    for path in paths:
        raws = list(_raw(root, path, kind, faults))
        if not raws:
            broken.add((kind.name, path.stem))
        for raw in raws:
            record, wrong = build(kind, raw.data, raw.origin)
            faults.extend(wrong)
            if record is None:
                broken.add((kind.name, raw.key))
            else:
                yield record


def _raw(root: Path, path: Path, kind: Kind, faults: list[Fault]) -> Iterator[Raw]:
    """Yield the raw records of one file, by the kind's layout."""
    file = name_of(root, path)
    text = read_text(root, path)
    if text.fault:
        faults.append(text.fault)
        return
    front, body = (text.text, None) if kind.layout != "markdown" else _front_matter(text.text)
    offset = 0 if body is None else 1
    tree = _tree(file, front, offset, faults)
    if tree is None:
        return
    if not isinstance(tree.value, dict):
        faults.append(
            whole_file(file, "YML-006", "tệp không có trường nào", "viết theo mẫu «tên: giá trị»")
        )
        return
    positions = {path_: Position(file, line + offset) for path_, line in tree.lines.items()}
    origin = Origin(file, positions)
    if kind.layout == "table":
        yield from _rows(tree.value, origin, faults)
        return
    data = dict(tree.value)
    if body is not None:
        data["body"] = nfc(body)
    if kind.layout == "volume":
        yield from _with_list(root, path, Raw(path.stem, data, origin), faults)
        return
    yield Raw(path.stem, _with_id(path.stem, data, origin, faults), origin)


def _with_id(
    key: str, data: Mapping[str, Any], origin: Origin, faults: list[Fault]
) -> dict[str, Any]:
    """Return a record's values with its id, which is the name of its file or entry alone."""
    if data.get("id", key) != key:
        faults.append(
            Fault(
                origin.at(("id",)), "TRG-012", "id", f"mã «{data['id']}» khác với tên «{key}»",
                "xóa dòng id: mã lấy theo tên tệp, hoặc theo tên mục trong danh mục",
            )
        )  # fmt: skip
    return {**data, "id": key}


def _tree(file: str, text: str, offset: int, faults: list[Fault]) -> yaml_tree.Tree | None:
    try:
        tree = yaml_tree.read(text)
    except yaml_tree.YamlError as error:
        position = Position(file, error.line + offset)
        faults.append(Fault(position, error.code, "", error.problem, error.cure))
        return None
    for path, line in tree.repeated:
        faults.append(
            Fault(
                Position(file, line + offset), "YML-007", ".".join(map(str, path)),
                f"trường «{path[-1]}» viết hai lần", "giữ một dòng",
            )
        )  # fmt: skip
    return tree


def _front_matter(text: str) -> tuple[str, str]:
    """Return the YAML between the two `---` lines of a Markdown file, and the text after it."""
    front, _, body = text.removeprefix("---\n").partition("\n---\n")
    return (front, body) if text.startswith("---\n") else ("", text)


def _rows(table: Mapping[str, Any], origin: Origin, faults: list[Fault]) -> Iterator[Raw]:
    """Yield the records of a table: each key is an id, what stands below it the record."""
    for key, data in table.items():
        inner = {
            path[1:]: position for path, position in origin.positions.items() if path[:1] == (key,)
        }
        entry = Origin(origin.file, inner)
        value = _with_id(key, data, entry, faults) if isinstance(data, dict) else data
        yield Raw(key, value, entry)


def _with_list(root: Path, path: Path, raw: Raw, faults: list[Fault]) -> Iterator[Raw]:
    """Yield a decision, with the rows of the CSV beside it when there is one."""
    table = path.with_suffix(".csv")
    if not table.is_file():
        yield _defaults_located(raw)
        return
    text = read_text(root, table)
    if text.fault:
        faults.append(text.fault)
        return
    if "honours" in raw.data:
        faults.append(
            whole_file(
                name_of(root, table), "CSV-001", "danh sách có cả trong tệp YAML lẫn tệp CSV",
                "giữ một nơi",
            )
        )  # fmt: skip
        return
    positions = dict(raw.origin.positions)
    rows = _csv_rows(text.text, name_of(root, table), positions, faults)
    if rows is None:
        return
    whole = {**raw.data, "honours": rows}
    yield _defaults_located(Raw(raw.key, whole, Origin(raw.origin.file, positions)))


def _defaults_located(raw: Raw) -> Raw:
    """Let what a row takes from `defaults` point there, so that one slip is told once."""
    defaults, rows = raw.data.get("defaults"), raw.data.get("honours")
    positions = dict(raw.origin.positions)
    if isinstance(defaults, dict) and isinstance(rows, tuple):
        for place, row in enumerate(rows):
            for name in defaults.keys() - (row.keys() if isinstance(row, dict) else ()):
                positions["honours", place, name] = raw.origin.at(("defaults", name))
    return Raw(raw.key, raw.data, Origin(raw.origin.file, positions))


def _csv_rows(
    text: str, file: str, positions: dict[FieldPath, Position], faults: list[Fault]
) -> tuple[dict[str, Any], ...] | None:
    """Return the rows of a list, their columns those of an honour; None if it is no table."""
    reader = csv.DictReader(io.StringIO(text), strict=True)
    rows = []
    try:
        columns = list(reader.fieldnames or ())
        if len(columns) == 1 and any(mark in columns[0] for mark in ";\t"):
            faults.append(
                whole_file(
                    file, "CSV-005", "các cột không ngăn cách bằng dấu phẩy",
                    "lưu lại tệp CSV với dấu phẩy giữa các cột",
                )
            )  # fmt: skip
            return None
        faults.extend(_csv_columns(columns, file))
        for place, row in enumerate(reader):
            positions["honours", place] = position = Position(file, reader.line_num)
            if None in row:
                faults.append(
                    Fault(
                        position, "CSV-003", "", "dòng có nhiều ô hơn số cột",
                        "đặt ô có dấu phẩy trong dấu nháy kép",
                    )
                )  # fmt: skip
            rows.append({c: _cell(c, v) for c, v in row.items() if c in HONOUR_COLUMNS and v})
    except csv.Error:
        faults.append(
            Fault(
                Position(file, reader.line_num), "CSV-004", "", "không đọc được dòng này",
                "xem lại dấu nháy kép và dấu phẩy",
            )
        )  # fmt: skip
        return None
    return tuple(rows)


def _csv_columns(columns: list[str], file: str) -> Iterator[Fault]:
    """Find columns that no honour has, and columns that stand twice."""
    for place, column in enumerate(columns):
        if column not in HONOUR_COLUMNS:
            yield whole_file(file, "CSV-002", f"cột «{column}» không được phép", "xóa cột này")
        elif column in columns[:place]:
            yield whole_file(file, "CSV-002", f"cột «{column}» có hai lần", "giữ một cột")


def _cell(column: str, value: str) -> Any:
    """Give a cell its type by its column: numbers and yes/no where an honour has them."""
    if column == "id" and value.strip().isdecimal():
        return int(value)
    if column == "posthumous":
        return _YES_NO.get(nfc(value).strip().lower(), value)
    return nfc(value)


def _taken(record: Record, first: Record) -> Fault:
    return record.fault(
        "TRG-011",
        (),
        f"mã «{record.id}» đã dùng ở {first.origin.at(()).file}",
        "đặt mã khác cho một trong hai",
    )


def _no_site(faults: Iterable[Fault]) -> list[Fault]:
    """Tell that `data/site.yml` is missing, unless its own faults are told already."""
    if any(fault.position.file == "data/site.yml" for fault in faults):
        return []
    return [
        whole_file(
            "data/site.yml", "TEP-007", "thiếu tệp thiết lập của trang",
            "tạo tệp theo mẫu trong data/README.md",
        )
    ]  # fmt: skip


def _as_of(records: Mapping[str, Mapping[str, Record]], decisions: Iterable[Record]) -> PartialDate:
    """Return the date of the data: the one set in `data/site.yml`, else the newest of the past."""
    site: Any = records["site"].get("site")
    if site is not None and site.as_of:
        return PartialDate(*site.as_of)
    everything = [record for found in records.values() for record in found.values()]
    dates = [OLDEST]
    for record in [*everything, *decisions]:
        dates += [
            value
            for _, value, marks in walk(record)
            if isinstance(value, PartialDate) and Happened() in marks
        ]
    return max(dates, key=lambda date: date.last)


def _volumes(decisions: Iterable[Any]) -> tuple[Volume, ...]:
    groups: dict[VolumeKey, list[Any]] = defaultdict(list)
    for decision in decisions:
        groups[decision.volume].append(decision)
    return tuple(
        Volume(key, tuple(sorted(found, key=lambda d: (d.date, d.id))))
        for key, found in sorted(groups.items())
    )
