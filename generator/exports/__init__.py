"""The register as data: what a volume gives, and the files that are made of what all of them give.

A volume gives parts: the rows of each table of `columns`, as JSON Lines and as CSV. A file of the
site is written of the parts of all volumes, or of those of a year, and of nothing else; so it is
made again only when a part has changed. To add a format, write its module and name it in `FILES`
or, for one that each year has, in `BY_YEAR`. `calendars` are made of the Reference alone.
"""

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from generator.exports import columnar, database, sheets, texts
from generator.exports.calendar import calendars
from generator.exports.columns import TABLES, Table
from generator.exports.files import FOLDER, About, DataFile, Parts, Text
from generator.exports.rows import CSV, LINES, PARTS, part_of, parts_of, texts_in
from generator.records.base import Reference, VolumeKey
from generator.vietnamese import squeeze

__all__ = [
    "FOLDER",
    "PARTS",
    "ROWS",
    "About",
    "DataFile",
    "Parts",
    "about",
    "calendars",
    "data_files",
    "of_volumes",
    "parts_of",
    "texts_in",
    "write_all",
]

ROWS = tuple(part_of(table, LINES) for table in TABLES)  # the parts that say everything


def _text(name: str, need: str, text: Text) -> DataFile:
    return DataFile(name, (need,), partial(texts.write, text), text=text)


def _forms(table: Table) -> tuple[DataFile, ...]:
    """Return the files that hold one table each."""
    lines, words = part_of(table, LINES), part_of(table, CSV)
    return (
        _text(words, words, partial(texts.words, table)),
        _text(lines, lines, partial(texts.lines, table)),
        DataFile(f"{table.name}.parquet", (lines,), partial(columnar.write, table)),
    )


FILES: tuple[DataFile, ...] = (
    *(file for table in TABLES for file in _forms(table)),
    DataFile("so-vinh-danh.sqlite", ROWS, database.write),
)


def data_files(years: Iterable[int]) -> tuple[DataFile, ...]:
    """Return the files of a register that has honours in some years."""
    by_year = (
        DataFile(f"vinh-danh-{year}.xlsx", ROWS, partial(sheets.write, year), year)
        for year in sorted(set(years))
    )
    return (*FILES, *by_year)


def write_all(
    folder: Path, made: Mapping[VolumeKey, Mapping[str, str]], reference: Reference
) -> None:
    """Write every file of a register whose volumes' parts are all at hand.

    Args:
        folder: the site's root.
        made: the parts of each volume.
        reference: the Reference.
    """
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    for file in data_files(key.year for key in made):
        file.write(folder / file.path, of_volumes(made, file.year), about(reference))


def about(reference: Reference) -> About:
    """Return what the files say of the register."""
    site = reference.site
    return About(site.name, site.url, squeeze(site.data_licence))


def of_volumes(made: Mapping[VolumeKey, Mapping[str, str]], year: int | None) -> Parts:
    """Return the parts of volumes that are all at hand, or of those of a year."""
    chosen = [parts for key, parts in made.items() if year in (None, key.year)]
    return lambda name: (parts[name] for parts in chosen)
