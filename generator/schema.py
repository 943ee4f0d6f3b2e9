"""JSON Schemas for editors, from the very models: VS Code completes and checks while one types."""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from generator.records import KINDS
from generator.records.base import Kind

FOLDER = "data/.schema"
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> Iterator[tuple[str, str]]:
    """Yield a file name and the schema for each record kind."""
    for kind in KINDS:
        text = json.dumps(schema(kind), ensure_ascii=False, indent=2, sort_keys=True)
        yield f"{kind.name}.json", text + "\n"


def schema(kind: Kind) -> dict[str, Any]:
    """Return the schema of a kind's files, as they are laid out: one record, or a table of many."""
    record = deepcopy(kind.model.model_json_schema(by_alias=True))
    parts = record.pop("$defs", {})
    for part in (record, *parts.values()):
        _plainer(part)
    if kind.layout != "volume":
        _without(record, "id")
    if kind.layout == "markdown":
        _without(record, "body")
    if "defaults" in record["properties"]:
        # What `defaults` gives, a row need not repeat.
        row = parts["Honour"]
        record["properties"]["defaults"] = {**_optional(row), "title": "giá trị chung"}
        record["properties"]["honours"]["items"] = _optional(row, "id")
    record["title"] = kind.label
    if kind.layout == "table":
        record = {"type": "object", "additionalProperties": record, "title": kind.label}
    return {"$schema": _DRAFT, "$defs": parts, **record}


def _optional(part: dict[str, Any], *required: str) -> dict[str, Any]:
    return {**part, "required": list(required)}


def _without(record: dict[str, Any], name: str) -> None:
    """Take a field out that the file does not hold: its name or its text gives it."""
    record["properties"].pop(name, None)
    record["required"] = [key for key in record.get("required", ()) if key != name]


def _plainer(part: dict[str, Any]) -> None:
    """Drop what only a programmer reads: English descriptions and empty defaults."""
    part.pop("description", None)
    for field in part.get("properties", {}).values():
        field.pop("description", None)
        if field.get("default") in (None, [], {}):
            field.pop("default", None)
