"""The published facts as JSON Schemas (2020-12): what a program may rely on in `index.json`."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin, is_typeddict

from generator.exports.columns import meant
from generator.exports.files import FOLDER
from generator.records.published import (
    Meaning,
    PublishedDecision,
    PublishedHonour,
    PublishedMovement,
    PublishedStory,
)

Schema = dict[str, Any]
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
        path = f"{FOLDER}/schema/{kind}.json"
        head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": base + path}
        yield path, as_text({**head, **document(kind)})


def document(kind: str) -> Schema:
    """Return the schema of a kind of document."""
    facts, title = DOCUMENTS[kind]
    return {"title": title, **_record(facts)}


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
    told = {"title": meaning.title}
    if meaning.more:
        told["description"] = meaning.more
    return {**told, **_type(value, meaning.codes)}


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
