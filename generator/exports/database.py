"""The register as one SQLite file: both tables, their columns and codes explained, full text.

Full text follows the register's own rule: a word with its marks finds that spelling (columns as
written), a word without finds every spelling (`folded`, where đ is d). The same rows give the same
bytes, by one version of SQLite.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.exports.columns import DECISIONS, HONOURS, TABLES, Column, Row, Table
from generator.exports.files import About, Parts
from generator.exports.guide import COUNTING
from generator.exports.rows import LINES, part_of, read
from generator.vietnamese import fold

DECISIONS_OF = "decision"  # the column by which an honour belongs to its decision
_TYPES = {str: "TEXT", int: "INTEGER", bool: "INTEGER"}
_SOUGHT = ("name", "role", "unit", "place_text")  # what somebody may type without marks
_FULL_TEXT = (*_SOUGHT, "achievement", "folded")
_fold = lru_cache(maxsize=65536)(fold)  # a register says the same places and units over and over
_EXPLAINED = f"""
CREATE TABLE columns (in_table TEXT, name TEXT, title TEXT, more TEXT);
CREATE TABLE codes (in_table TEXT, name TEXT, code TEXT, words TEXT);
CREATE TABLE guide (title TEXT, text TEXT);
CREATE VIEW {HONOURS.sql}_counted AS SELECT * FROM {HONOURS.sql} WHERE counted;
CREATE INDEX honours_of_decision ON {HONOURS.sql} (decision);
CREATE VIRTUAL TABLE search USING fts5({", ".join(_FULL_TEXT)},
  content='{HONOURS.sql}', tokenize="unicode61 remove_diacritics 0");
INSERT INTO search (search) VALUES ('rebuild');
INSERT INTO search (search) VALUES ('optimize');
"""  # noqa: S608 - our own words alone


def write(target: Path, parts: Parts, about: About) -> None:
    """Write the file."""
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(target, isolation_level=None)) as file:
        for setting in ("page_size = 4096", "journal_mode = OFF", "synchronous = OFF"):
            file.execute(f"PRAGMA {setting}")
        file.execute("BEGIN")
        for table in (DECISIONS, HONOURS):
            more = ["folded TEXT"] if table is HONOURS else []
            file.execute(f"CREATE TABLE {table.sql} ({', '.join([*_defined(table), *more])})")
            _insert(file, table.sql, _values(table, parts(part_of(table, LINES))))
        for statement in _EXPLAINED.split(";\n"):
            file.execute(statement)
        _insert(file, "columns", _told())
        _insert(file, "codes", _codes())
        _insert(file, "guide", (*COUNTING, ("Nguồn", f"{about.name}, {about.url}"),
                                ("Giấy phép", about.licence)))  # fmt: skip
        file.execute("COMMIT")


def _defined(table: Table) -> Iterator[str]:
    """Yield the definition of each column; `group` and others are words of SQL, hence quotes."""
    for column in table.columns:
        key = " PRIMARY KEY" if column.name == "url" else " NOT NULL" if column.required else ""
        link = f" REFERENCES {DECISIONS.sql} (url)" if column.name == DECISIONS_OF else ""
        yield f'"{column.name}" {_TYPES[column.type]}{key}{link}'


def _values(table: Table, parts: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    names = [column.name for column in table.columns]
    for part in parts:
        for row in read(part):
            found = tuple(map(row.get, names))
            yield (*found, _folded(row)) if table is HONOURS else found


def _folded(row: Row) -> str:
    return " ".join(_fold(row[name]) for name in _SOUGHT if name in row)


def _insert(file: sqlite3.Connection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """Put rows in a table; nothing where there are none."""
    rows = iter(rows)
    if first := next(rows, None):
        statement = f"INSERT INTO {table} VALUES ({', '.join('?' * len(first))})"  # noqa: S608 - ours
        file.execute(statement, first)
        file.executemany(statement, rows)


def _told() -> Iterator[tuple[str, ...]]:
    for table, column in _all():
        yield table.sql, column.name, column.title, column.more


def _codes() -> Iterator[tuple[str, ...]]:
    for table, column in _all():
        for code, words in column.codes.items():
            yield table.sql, column.name, code, words


def _all() -> Iterator[tuple[Table, Column]]:
    return ((table, column) for table in TABLES for column in table.columns)
