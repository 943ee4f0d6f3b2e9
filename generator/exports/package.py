"""The Data Package (version 2.0 of the standard): which files there are, and what is in them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from generator.exports.columns import DECISIONS, HONOURS, TABLES, YES, Column, Table
from generator.exports.files import FOLDER, About
from generator.exports.rows import CSV, LINES, part_of
from generator.exports.schemas import as_text

PATH = f"{FOLDER}/datapackage.json"
_PROFILE = "https://datapackage.org/profiles/2.0"
_TYPES: Mapping[type, str] = {str: "string", int: "integer", bool: "boolean"}
_MEDIA = {
    "csv": "text/csv",
    "jsonl": "application/jsonl",
    "parquet": "application/vnd.apache.parquet",
    "sqlite": "application/vnd.sqlite3",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class Written(NamedTuple):
    """A finished file: its SHA-256, and its size in bytes."""

    made: str
    size: int


def text_of(
    about: About, version: str, day: str, files: Mapping[str, Written], rows: Mapping[str, int]
) -> str:
    """Return the descriptor.

    Args:
        about: what the register is.
        version: that of the data.
        day: the date of the data, ISO 8601.
        files: the files by their names, as they are finished.
        rows: how many rows each table has.
    """
    return as_text(
        {
            "$schema": f"{_PROFILE}/datapackage.json",
            "name": "so-vinh-danh",
            "id": f"{about.url}{FOLDER}/",
            "title": about.name,
            "description": " ".join(table.about for table in TABLES),
            "homepage": f"{about.url}{FOLDER}/",
            "version": version,
            "created": f"{day}T00:00:00Z",
            "licenses": [{"title": about.licence, "path": about.licence_url}],
            "resources": list(_resources(files, rows)),
        }
    )


def _resources(files: Mapping[str, Written], rows: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    tables = {part_of(table, form): table for table in TABLES for form in (CSV, LINES)}
    for name, written in files.items():
        ending = name.rpartition(".")[2]
        yield {
            "name": name.replace(".", "-").replace("/", "-"),
            "path": name,
            "format": ending,
            "mediatype": _MEDIA[ending],
            "bytes": written.size,
            "hash": f"sha256:{written.made}",
            **(_table(tables[name], ending, rows) if name in tables else {}),
        }


def _table(table: Table, form: str, rows: Mapping[str, int]) -> dict[str, Any]:
    """Return what is said of a file that is a table of text."""
    words = form == CSV
    key, of = ("title", _headed) if words else ("name", _coded)
    url, decision = (next(c for c in HONOURS.columns if c.name == n) for n in ("url", "decision"))
    schema: dict[str, Any] = {
        "$schema": f"{_PROFILE}/tableschema.json",
        "fields": [of(column) for column in table.columns],
        "primaryKey": [getattr(url, key)],
    }
    if table is HONOURS:
        target = {"resource": f"{DECISIONS.name}-{form}", "fields": [getattr(url, key)]}
        schema["foreignKeys"] = [{"fields": [getattr(decision, key)], "reference": target}]
    names = [column.name for column in table.columns]
    dialect = {} if words else {"dialect": {"itemType": "object", "itemKeys": names}}
    return {
        "type": "table",
        **dialect,
        "title": table.title,
        "description": table.about,
        "encoding": "utf-8",
        "rows": rows[table.name],
        "schema": schema,
    }


def _headed(column: Column) -> dict[str, Any]:
    """Return a column of the CSV: headings and words; nothing there means no."""
    found = _field(column, column.title, column.codes.values())
    if column.type is bool:
        return {**found, "trueValues": [YES], "constraints": {}}
    return found


def _coded(column: Column) -> dict[str, Any]:
    """Return a column of the JSON Lines: names and codes."""
    found = _field(column, column.name, column.codes)
    if column.codes:
        labels = [{"value": code, "label": words} for code, words in column.codes.items()]
        found["categories"] = labels
    return {**found, "title": column.title}


def _field(column: Column, name: str, values: Iterable[str]) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.codes:
        constraints["enum"] = list(values)
    more = {"description": column.more} if column.more else {}
    return {"name": name, "type": _TYPES[column.type], **more, "constraints": constraints}
