"""A thing as JSON: all its published facts, by the schema that it names (`/du-lieu/schema/`)."""

import json
from typing import Any

from generator.formats.form import ALL, Form, Print
from generator.records.citation_forms import press_line
from generator.records.published import Thing

encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def make(thing: Thing, fill: Print) -> str:
    """Return a thing as a JSON object; letters are as they are, not escaped."""
    schema = f"{thing.citation.site}du-lieu/schema/{thing.kind}.json"
    return written({"$schema": schema, **thing.facts, "cite_as": press_line(thing.citation)})


def written(value: Any) -> str:
    """Return a value as JSON, as short as can be, with a line's end."""
    return encode(value) + "\n"


FORM = Form("index.json", "JSON", "application/json", ALL, make)
