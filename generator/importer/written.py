"""A decision's values → the text of its files, in the shape that a person would have written."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from typing import Any

from generator.raw_csv import rows_of
from generator.records.honour import Honour
from generator.values import Ambiguous
from generator.yaml_tree import read

ROWS_IN_YAML = 20
_PLAIN = re.compile(r"[^\W_](?:[^:#\n\"'\[\]{},&*!|>%@`\\]|:(?=\S)|(?<=\S)#)*")
_COLUMNS = tuple(info.alias or name for name, info in Honour.model_fields.items())
_LINE = 100
_HEAD = "# yaml-language-server: $schema=../../../.schema/decision.json\n"
_ASIDE = "# Danh sách dài nằm trong tệp CSV cùng tên.\n"


def files_of(facts: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> tuple[str, str]:
    """Return the YAML of a decision, and the CSV of its list ("" for a short one).

    Raises:
        AssertionError: what was written would not be read as it was meant.
    """
    short = len(rows) <= ROWS_IN_YAML
    values = {**facts, "honours": tuple(rows)} if short else dict(facts)
    text = _HEAD + ("" if short else _ASIDE) + _yaml(values)
    table = "" if short else _csv(rows)
    assert read(text).value == values
    if table:
        assert rows_of(table, "").rows == tuple(rows)
    return text, table


def _yaml(values: Mapping[str, Any]) -> str:
    lines = []
    for name, value in values.items():
        if name == "honours":
            lines += ["honours:" if value else "honours: []", *map(_honour, value)]
        elif isinstance(value, Mapping):
            lines.append(f"{name}: {_flow(value)}")
        else:
            lines.append(f"{name}: {_scalar(value)}")
    return "\n".join(lines) + "\n"


def _honour(row: Mapping[str, Any]) -> str:
    """Return a row on one line if it fits there, else a field a line."""
    line = f"  - {_flow(row)}"
    if len(line) <= _LINE:
        return line
    fields = [f"{name}: {_scalar(value)}" for name, value in row.items()]
    return "\n".join([f"  - {fields[0]}", *(f"    {field}" for field in fields[1:])])


def _flow(values: Mapping[str, Any]) -> str:
    return "{" + ", ".join(f"{name}: {_scalar(value)}" for name, value in values.items()) + "}"


def _scalar(value: Any) -> str:
    """Return a value as YAML: text without quotes wherever it can be read in one way only."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    text = str(value)
    if _PLAIN.fullmatch(text) and _is_text(text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _is_text(text: str) -> bool:
    found = read(f"a: {text}").value["a"]
    return found == text and not isinstance(found, Ambiguous | bool | int)


def _csv(rows: Sequence[Mapping[str, Any]]) -> str:
    used = {field for row in rows for field in row}
    file = io.StringIO()
    writer = csv.DictWriter(file, [c for c in _COLUMNS if c in used], lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({f: "x" if value is True else value for f, value in row.items()})
    return file.getvalue()
