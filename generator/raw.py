"""One file → raw records: values with their lines, not yet checked.

Each kind says by its layout how its files are laid out; nothing here knows a record by name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from generator import yaml_tree
from generator.files import name_of, read_text, whole_file
from generator.raw_csv import rows_of
from generator.records.base import Kind, Origin
from generator.values import Fault, FieldPath, Position
from generator.vietnamese import nfc


class Raw(NamedTuple):
    """A record before it is checked: its id, its values, where each stands."""

    key: str
    data: Any
    origin: Origin


@dataclass
class Reading:
    """What a file gave: its raw records and its faults."""

    raws: list[Raw] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_file(root: Path, path: Path, kind: Kind) -> Reading:
    """Read one file of a kind."""
    reading = Reading()
    file = name_of(root, path)
    text = read_text(root, path)
    if text.fault:
        reading.faults.append(text.fault)
        return reading
    front, body = (text.text, None) if kind.layout != "markdown" else _front_matter(text.text)
    offset = 0 if body is None else 1
    tree = _tree(file, front, offset, reading)
    if tree is None:
        return reading
    positions = {at: Position(file, line + offset) for at, line in tree.lines.items()}
    origin = Origin(file, positions)
    if kind.layout == "table":
        reading.raws += _table(tree.value, origin, reading)
    elif kind.layout == "volume":
        reading.raws += _decision(root, path, Raw(path.stem, dict(tree.value), origin), reading)
    else:
        extra = {} if body is None else {"body": nfc(body)}
        data = _with_id(path.stem, {**tree.value, **extra}, origin, reading)
        reading.raws.append(Raw(path.stem, data, origin))
    return reading


def _tree(file: str, text: str, offset: int, reading: Reading) -> yaml_tree.Tree | None:
    """Read YAML; note its faults. None when there is no group of fields to go on with."""
    try:
        tree = yaml_tree.read(text)
    except yaml_tree.YamlError as error:
        position = Position(file, error.line + offset)
        reading.faults.append(Fault(position, error.code, "", error.problem, error.cure))
        return None
    for path, line in tree.repeated:
        position = Position(file, line + offset)
        problem = f"trường «{path[-1]}» viết hai lần"
        name = ".".join(map(str, path))
        reading.faults.append(Fault(position, "YML-007", name, problem, "giữ một dòng"))
    if isinstance(tree.value, dict):
        return tree
    reading.faults.append(
        whole_file(file, "YML-006", "tệp không có trường nào", "viết theo mẫu «tên: giá trị»")
    )
    return None


def _front_matter(text: str) -> tuple[str, str]:
    """Return the YAML between the two `---` lines of a Markdown file, and the text after it."""
    front, _, body = text.removeprefix("---\n").partition("\n---\n")
    return (front, body) if text.startswith("---\n") else ("", text)


def _with_id(key: str, data: dict[str, Any], origin: Origin, reading: Reading) -> dict[str, Any]:
    """Return a record's values with its id, which only the name of its file or entry may tell."""
    if data.get("id", key) != key:
        problem = f"mã «{data['id']}» khác với tên «{key}»"
        cure = "xóa dòng id: mã lấy theo tên tệp, hoặc theo tên mục trong danh mục"
        reading.faults.append(Fault(origin.at(("id",)), "TRG-012", "id", problem, cure))
    return {**data, "id": key}


def _table(table: Mapping[str, Any], origin: Origin, reading: Reading) -> list[Raw]:
    """Return the records of a table: each key is an id, what stands below it the record."""
    inner: dict[str, dict[FieldPath, Position]] = {key: {} for key in table}
    for path, position in origin.positions.items():
        if path:
            inner[str(path[0])][path[1:]] = position
    raws = []
    for key, data in table.items():
        entry = Origin(origin.file, inner[key])
        value = _with_id(key, data, entry, reading) if isinstance(data, dict) else data
        raws.append(Raw(key, value, entry))
    return raws


def _decision(root: Path, path: Path, raw: Raw, reading: Reading) -> list[Raw]:
    """Return a decision, with the rows of the CSV beside it when there is one."""
    table = path.with_suffix(".csv")
    if not table.is_file():
        return [_defaults_located(raw)]
    file = name_of(root, table)
    text = read_text(root, table)
    if text.fault or "honours" in raw.data:
        problem = "danh sách có cả trong tệp YAML lẫn tệp CSV"
        reading.faults.append(
            text.fault or whole_file(file, "CSV-001", problem, "giữ danh sách ở một nơi")
        )
        return []
    rows, positions, faults = rows_of(text.text, file)
    reading.faults += faults
    if rows is None:
        return []
    origin = Origin(raw.origin.file, {**raw.origin.positions, **positions})
    return [_defaults_located(Raw(raw.key, {**raw.data, "honours": rows}, origin))]


def _defaults_located(raw: Raw) -> Raw:
    """Let what a row takes from `defaults` point there, so that one slip is told once."""
    defaults, rows = raw.data.get("defaults"), raw.data.get("honours")
    positions = dict(raw.origin.positions)
    if isinstance(defaults, dict) and isinstance(rows, tuple):
        for place, row in enumerate(rows):
            for name in defaults.keys() - (row.keys() if isinstance(row, dict) else ()):
                positions["honours", place, name] = raw.origin.at(("defaults", name))
    return Raw(raw.key, raw.data, Origin(raw.origin.file, positions))
