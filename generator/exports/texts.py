"""The register as text: JSON Lines for programs, CSV for people. A file is its parts, in order."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.exports.columns import Table
from generator.exports.files import About, Parts, Text
from generator.exports.rows import CSV, LINES, header, part_of


def lines(table: Table, parts: Parts) -> Iterable[str]:
    """Yield a table as JSON Lines: names and codes, nothing for what is not known."""
    return parts(part_of(table, LINES))


def words(table: Table, parts: Parts) -> Iterator[str]:
    """Yield a table as CSV that Excel opens right: headings and words."""
    yield header(table)
    yield from parts(part_of(table, CSV))


def write(text: Text, target: Path, parts: Parts, about: About) -> None:
    """Write a text, piece by piece."""
    with target.open("wb") as file:
        file.writelines(piece.encode("utf-8") for piece in text(parts))
