"""The Data Package (version 2.0 of the standard): which files there are, and what is in them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from generator.exports.changes import CHANGE, NEW, OTHER
from generator.exports.columns import DECISIONS, HONOURS, TABLES, YES, Column, Table
from generator.exports.files import FOLDER, About, DataFile
from generator.exports.rows import CSV, LINES
from generator.exports.schemas import as_text
from generator.records.digest import Digest

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


_FOR_PEOPLE = frozenset({CSV, "xlsx"})  # headings and words instead of names and codes
_TOLD = (
    "Ngoài chuẩn, `rows` là số dòng của bảng, `tables` là các bảng trong một tệp, kèm số dòng; "
    "`dialect.json` nói lại `itemKeys` theo cách đọc của frictionless 5. Tệp Parquet không ghi "
    "`bytes`; mã SHA-256 đủ để kiểm."
)


class Written(NamedTuple):
    """A finished file: its SHA-256, its size in bytes; its rows where only the writing tells."""

    made: str
    size: int
    rows: int | None = None


Counts = dict[int, Counter[str]]  # a year → the name of a table → its rows
Finished = Iterable[tuple[DataFile, Written]]


def row_counts(digests: Iterable[tuple[int, Digest]]) -> Counts:
    """Return how many rows each table has in each year, told by the volumes in short."""
    counts: Counts = defaultdict(Counter)
    for year, digest in digests:
        counts[year][HONOURS.name] += sum(len(rows) for rows in digest.by_decision)
        counts[year][DECISIONS.name] += len(digest.decisions)
    return counts


def text_of(about: About, version: str, day: str, files: Finished, counts: Counts) -> str:
    """Return the descriptor.

    Args:
        about: what the register is.
        version: that of the data.
        day: the date of the data, ISO 8601.
        files: the files, as they are finished.
        counts: how many rows each table has.
    """
    return as_text(
        {
            "$schema": f"{_PROFILE}/datapackage.json",
            "name": "so-vinh-danh",
            "id": f"{about.url}{FOLDER}/",
            "title": about.name,
            "description": " ".join((*(table.about for table in TABLES), _TOLD)),
            "homepage": f"{about.url}{FOLDER}/",
            "version": version,
            "created": f"{day}T00:00:00Z",
            "licenses": [{"title": about.licence, "path": about.licence_url}],
            "resources": [_resource(file, written, counts) for file, written in files],
        }
    )


def _resource(file: DataFile, written: Written, counts: Counts) -> dict[str, Any]:
    name, ending = file.name, file.name.rpartition(".")[2]
    chosen = [count for year, count in counts.items() if file.year in (None, year)]
    rows = {table.name: sum(count[table.name] for count in chosen) for table in TABLES}
    return {
        "name": name.replace(".", "-").replace("/", "-"),
        "path": name,
        "format": ending,
        "mediatype": _MEDIA[ending],
        # Frictionless 5 counts no bytes of a Parquet file, and calls any number wrong.
        **({"bytes": written.size} if ending != "parquet" else {}),
        "hash": f"sha256:{written.made}",
        **_held(file, ending, rows if written.rows is None else {HONOURS.name: written.rows}),
    }


def _held(file: DataFile, form: str, rows: Mapping[str, int]) -> dict[str, Any]:
    """Return what is said of the tables in a file."""
    if form == "sqlite":
        return {"tables": [_counted(table, table.sql, rows) for table in TABLES]}
    if file.year:  # a workbook: what its first sheet holds is the resource, the other one is told
        sheet = {"dialect": {"sheetName": HONOURS.title}}
        more = {"tables": [_counted(table, table.title, rows) for table in TABLES]}
        return {**_table(HONOURS, form), **sheet, "rows": rows[HONOURS.name], **more}
    table = next((table for table in TABLES if file.name == f"{table.name}.{form}"), None)
    told = _table(table, form) if table else _changes(form)
    return {**told, "rows": rows[(table or HONOURS).name]}


def _counted(table: Table, name: str, rows: Mapping[str, int]) -> dict[str, Any]:
    return {"name": name, "title": table.title, "rows": rows[table.name]}


def _changes(form: str) -> dict[str, Any]:
    """Return what is said of what changed since a release: a column, then those of the honours."""
    told = _table(HONOURS, form)
    first = {"name": CHANGE, "type": "string", "constraints": {"enum": [NEW, OTHER]}}
    told["schema"]["fields"].insert(0, first)
    return told


def _table(table: Table, form: str) -> dict[str, Any]:
    """Return what is said of a file that is a table, or begins with one."""
    words = form in _FOR_PEOPLE
    key, of = ("title", _headed) if words else ("name", _coded)
    url, decision = (next(c for c in HONOURS.columns if c.name == n) for n in ("url", "decision"))
    schema: dict[str, Any] = {
        "$schema": f"{_PROFILE}/tableschema.json",
        "fields": [of(column) for column in table.columns],
        "primaryKey": [getattr(url, key)],
    }
    if table is HONOURS:
        target = {
            "resource": f"{DECISIONS.name}-{CSV if words else form}",
            "fields": [getattr(url, key)],
        }
        schema["foreignKeys"] = [{"fields": [getattr(decision, key)], "reference": target}]
    told = {"type": "table", "title": table.title, "description": table.about, "schema": schema}
    if form == LINES:
        keys = [column.name for column in table.columns]
        read = {"itemType": "object", "itemKeys": keys, "json": {"keyed": True, "keys": keys}}
        told = {**told, "dialect": read}
    return {**told, "encoding": "utf-8"} if form in (CSV, LINES) else told


def _headed(column: Column) -> dict[str, Any]:
    """Return a column for people: headings and words; nothing there means no."""
    found = _field(column, column.title, column.codes.values())
    if column.type is bool:
        return {**found, "trueValues": [YES], "constraints": {}}
    return found


def _coded(column: Column) -> dict[str, Any]:
    """Return a column for programs: names and codes."""
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
