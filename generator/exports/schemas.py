"""The published facts as JSON Schemas (2020-12): what a program may rely on.

A document is an `index.json`: the facts, the schema it names, and how it is cited. A row is a line
of the register in JSON Lines: the columns of its table.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin, is_typeddict

from generator.exports.columns import Table, meant
from generator.exports.files import FOLDER
from generator.records.published import (
    Meaning,
    PublishedDecision,
    PublishedHonour,
    PublishedMovement,
    PublishedStory,
)

Schema = dict[str, Any]
DRAFT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN: Mapping[type, str] = {str: "string", int: "integer", bool: "boolean"}
# The kinds of things that have an `index.json`: facts, title.
DOCUMENTS: Mapping[str, tuple[type, str]] = {
    "honour": (PublishedHonour, "Lượt khen"),
    "decision": (PublishedDecision, "Quyết định"),
    "story": (PublishedStory, "Gương điển hình"),
    "movement": (PublishedMovement, "Phong trào thi đua"),
}


def schemas(base: str) -> Iterator[tuple[str, str]]:
    """Yield the schema of each kind of document, path and text.

    Args:
        base: the site's address.
    """
    for kind in DOCUMENTS:
        path = path_of(kind)
        yield path, as_text({"$schema": DRAFT, "$id": base + path, **document(kind, base)})


def path_of(kind: str) -> str:
    """Return where the schema of a kind of document is, from the site's root."""
    return f"{FOLDER}/schema/{kind}.json"


def document(kind: str, base: str) -> Schema:
    """Return the schema of a kind of document; `base` is the site's address."""
    facts, title = DOCUMENTS[kind]
    found = _record(facts)
    first = {"$schema": {"title": "lược đồ của tệp này", "const": base + path_of(kind)}}
    last = {"cite_as": {"title": "cách trích dẫn", "type": "string"}}
    found["properties"] = {**first, **found["properties"], **last}
    found["required"] = [*first, *found["required"], *last]
    return {"title": title, **found}


def row(table: Table) -> Schema:
    """Return the schema of a table's row: what is not known is left out."""
    columns = table.columns
    return {
        "title": f"{table.title}: một dòng",
        "type": "object",
        "properties": {c.name: _told(c.title, c.more, _type(c.type, c.codes)) for c in columns},
        "required": [column.name for column in columns if column.required],
        "additionalProperties": False,
    }


def as_text(value: object) -> str:
    """Return a document as JSON that people can read too."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _record(facts: type) -> Schema:
    fields = list(meant(facts))
    return {
        "type": "object",
        "properties": {name: _field(value, meaning) for name, value, meaning, _ in fields},
        "required": [name for name, _, _, required in fields if required],
        "additionalProperties": False,
    }


def _field(value: Any, meaning: Meaning) -> Schema:
    return _told(meaning.title, meaning.more, _type(value, meaning.codes))


def _told(title: str, more: str, kind: Schema) -> Schema:
    return {"title": title, **({"description": more} if more else {}), **kind}


def _type(value: Any, codes: Mapping[str, str]) -> Schema:
    """Return what a value may be: one of its codes, each with its words, or any of its type."""
    if get_origin(value) is list:
        return {"type": "array", "items": _type(get_args(value)[0], codes)}
    if get_origin(value) is dict:
        inner = _type(get_args(value)[1], {})
        if not codes:
            return {"type": "object", "additionalProperties": inner}
        named = {code: {"title": words, **inner} for code, words in codes.items()}
        return {"type": "object", "properties": named, "additionalProperties": False}
    if is_typeddict(value):
        return _record(value)
    if codes:
        return {"oneOf": [{"const": code, "title": words} for code, words in codes.items()]}
    return {"type": _PLAIN[value]}
