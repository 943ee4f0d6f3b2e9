"""What a volume gives to the register as data: its rows, in the two forms that are kept.

A row never changes its form after that: a file of text is its parts one after the other, every
other file is made of the rows in JSON Lines.
"""

import json
from collections.abc import Iterable, Iterator

from generator.exports.columns import DECISIONS, HONOURS, TABLES, Row, Table
from generator.records.base import Reference, Volume
from generator.records.decision_citation import cite_decision
from generator.records.decision_published import decision_published, honours_published
from generator.records.digest import Digest
from generator.spreadsheet import BEGINNING, rows

LINES, CSV = "jsonl", "csv"
# Stands between two texts; its middle is a letter to a pattern, so that none runs over it.
_BETWEEN = " \x1f _ \x1f "
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def part_of(table: Table, form: str) -> str:
    """Return the name of a table's part in a form: that of the file which it is a part of."""
    return f"{table.name}.{form}"


PARTS = tuple(part_of(table, form) for table in TABLES for form in (LINES, CSV))


def parts_of(volume: Volume, short: Digest, reference: Reference) -> dict[str, str]:
    """Return the parts of a volume by their names; revoked honours are rows like the others.

    Args:
        volume: the volume.
        short: the same in short.
        reference: the Reference.
    """
    found: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    for decision, entries in zip(volume.decisions, short.by_decision, strict=True):
        honours = tuple(honours_published(decision, entries, reference))
        citation = cite_decision(decision, reference)
        thing = decision_published(decision, citation, honours, reference)
        found[DECISIONS.name].append(DECISIONS.flat(thing.facts))
        found[HONOURS.name] += (HONOURS.flat(part.facts) for part in thing.parts)
    made: dict[str, str] = {}
    for table in TABLES:
        made[part_of(table, LINES)] = as_lines(found[table.name])
        made[part_of(table, CSV)] = as_csv(table, found[table.name])
    return made


def as_lines(found: Iterable[Row]) -> str:
    """Return rows as JSON Lines: names and codes, nothing for what is not known."""
    return "".join(f"{_encode(row)}\n" for row in found)


def header(table: Table) -> str:
    """Return what stands in a table's CSV before its first part: the mark, and the headings."""
    return BEGINNING + rows([[column.title for column in table.columns]])


def as_csv(table: Table, found: Iterable[Row]) -> str:
    """Return rows as CSV for people: words instead of codes, no header."""
    return rows([column.words(row) for column in table.columns] for row in found)


def read(part: str) -> Iterator[Row]:
    """Yield the rows of a part in JSON Lines, read as one list: quicker than one by one."""
    found: list[Row] = json.loads("[" + part[:-1].replace("\n", ",") + "]")
    return iter(found)


def texts_in(parts: Iterable[str]) -> str:
    """Return all that parts in JSON Lines say, each text once, for the gates."""
    values = (v for part in parts for row in read(part) for v in row.values())
    return _BETWEEN.join(dict.fromkeys(value for value in values if isinstance(value, str)))
