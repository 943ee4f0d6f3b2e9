"""A table as Parquet, for researchers' tools: one file, read by columns. Knows DuckDB, which reads
JSON Lines and writes Parquet in one pass of bounded memory.

The same rows give the same bytes, by one version of DuckDB: one thread, no time stamps.
"""

from collections.abc import Mapping
from functools import partial
from glob import escape
from pathlib import Path

from generator.exports import texts
from generator.exports.columns import Table
from generator.exports.files import About, Parts

_TYPES: Mapping[type, str] = {str: "VARCHAR", int: "INTEGER", bool: "BOOLEAN"}
_GROUP = 100_000  # rows that a reader takes at once
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": "1",
    "memory_limit": "512MB",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}


def write(table: Table, target: Path, parts: Parts, about: About) -> None:
    """Write the file; its rows lie beside it meanwhile, since no register is held whole."""
    import duckdb  # takes a while to load: only when needed

    rows = target.with_suffix(".rows")
    texts.write(partial(texts.lines, table), rows, parts, about)
    columns = {column.name: _TYPES[column.type] for column in table.columns}
    try:
        with duckdb.connect(config=_SETTINGS) as engine:
            found = engine.read_json(escape(str(rows)), columns=columns, format="newline_delimited")
            found.write_parquet(str(target), compression="zstd", row_group_size=_GROUP)
    finally:
        rows.unlink()
