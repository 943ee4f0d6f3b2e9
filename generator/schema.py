"""JSON Schemas for editors, from the very models: VS Code completes and checks while one types.

A field that names another record lists the ids there are, as `examples`: an editor offers them,
and a new id that is not in the schema yet is still right.
"""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from generator.records import KINDS
from generator.records.base import Kind, Reference
from generator.records.forms import MEANINGS

FOLDER = "data/.schema"
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schemas(reference: Reference) -> Iterator[tuple[str, str]]:
    """Yield a file name and the schema for each record kind; ids are those of the Reference."""
    for kind in KINDS:
        text = json.dumps(schema(kind, reference), ensure_ascii=False, indent=1, sort_keys=True)
        yield f"{kind.name}.json", text + "\n"


def schema(kind: Kind, reference: Reference) -> dict[str, Any]:
    """Return the schema of a kind's files, as they are laid out: one record, or a table of many."""
    record = deepcopy(kind.model.model_json_schema(by_alias=True))
    parts = record.pop("$defs", {})
    for part in (record, *parts.values()):
        _plainer(part)
        for field in part.get("properties", {}).values():
            _offer_ids(field, reference)
            _explain_words(field)
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


def _explain_words(schema: Any) -> None:
    """Give each word of a closed list its meaning, which editors show beside it."""
    if isinstance(schema, list):
        for item in schema:
            _explain_words(item)
    elif isinstance(schema, dict):
        if "enum" in schema:
            schema["enumDescriptions"] = [MEANINGS.get(word, "") for word in schema["enum"]]
        for inner in ("anyOf", "items"):
            _explain_words(schema.get(inner))


def _offer_ids(schema: Any, reference: Reference) -> None:
    """Give each field that names a record of the vocabulary the ids to choose from."""
    if isinstance(schema, list):
        for item in schema:
            _offer_ids(item, reference)
    elif isinstance(schema, dict):
        kind = schema.pop("x-ref", None)
        if kind is not None:
            schema["examples"] = [record.id for record in reference.of(kind)]
        for inner in ("anyOf", "items"):
            _offer_ids(schema.get(inner), reference)
