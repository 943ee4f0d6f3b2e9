"""The register as data: what a volume gives, and the files that are made of what all of them give.

A volume gives parts: the rows of each table of `columns`, as JSON Lines and as CSV. A file of the
site is written of the parts of all volumes, or of those of a year, and of nothing else; so it is
made again only when a part has changed. To add a format, write its module and name it in `FILES`,
or in `data_files` when each year has one.

What needs the whole register at once but little of it is a maker: a function of the Reference and
the Index that yields files, named in `MAKERS`. A build keeps what they made until a record, a
decision or a published file changes.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path

from generator.exports import changes, columnar, database, openapi, package, sheets, texts
from generator.exports.calendar import calendars
from generator.exports.columns import HONOURS, TABLES, Table
from generator.exports.feeds import feeds
from generator.exports.files import FOLDER, About, DataFile, Parts, Text
from generator.exports.news_sitemap import news_sitemap
from generator.exports.package import Counts, Finished, Written, row_counts
from generator.exports.rows import CSV, LINES, PARTS, part_of, parts_of, texts_in
from generator.exports.schemas import schemas
from generator.records.base import Reference, Volume, VolumeKey
from generator.records.digest import Digest, Index
from generator.vietnamese import squeeze

__all__ = [
    "FOLDER",
    "PARTS",
    "ROWS",
    "About",
    "DataFile",
    "Parts",
    "Written",
    "about",
    "changes",
    "data_files",
    "described",
    "make_all",
    "of_volumes",
    "package",
    "parts_of",
    "parts_of_all",
    "row_counts",
    "texts_in",
    "version",
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
    DataFile("so-vinh-danh.sqlite", ROWS, database.write),  # takes longest, and so begins first
    *(file for table in TABLES for file in _forms(table)),
)


def data_files(reference: Reference, years: Iterable[int]) -> tuple[DataFile, ...]:
    """Return the files of a register that has honours in some years."""
    since = (
        DataFile(
            changes.path_of(release),
            (part_of(HONOURS, LINES),),
            partial(changes.write, path, reference.site.url),
            text=partial(changes.text, path, reference.site.url),
        )
        for release, path in reference.releases.items()
    )
    by_year = (
        DataFile(f"vinh-danh-{year}.xlsx", ROWS, partial(sheets.write, year), year)
        for year in sorted(set(years))
    )
    return (*FILES, *by_year, *since)


def write_all(
    folder: Path, made: Mapping[VolumeKey, Mapping[str, str]], reference: Reference
) -> None:
    """Write every file of a register whose volumes' parts are all at hand.

    Args:
        folder: the site's root.
        made: the parts of each volume.
        reference: the Reference.
    """
    files: list[tuple[DataFile, Written]] = []
    for file in data_files(reference, (key.year for key in made)):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        rows = file.write(path, of_volumes(made, file.year), about(reference))
        digest = sha256(path.read_bytes()).hexdigest()
        files.append((file, Written(digest, path.stat().st_size, rows)))
    counts: Counts = defaultdict(Counter)
    for key, parts in made.items():
        counts[key.year].update({t.name: parts[part_of(t, LINES)].count("\n") for t in TABLES})
    (folder / package.PATH).write_text(described(reference, files, counts), "utf-8", newline="")


def described(reference: Reference, files: Finished, counts: Counts) -> str:
    """Return the Data Package of finished files, of tables with so many rows."""
    day = reference.as_of.last.isoformat()
    return package.text_of(about(reference), version(reference), day, files, counts)


def descriptions(reference: Reference, index: Index) -> Iterator[tuple[str, str]]:
    """Yield what describes the files of the data: path and text."""
    yield from schemas(reference.site.url)
    yield openapi.PATH, openapi.text_of(about(reference), version(reference))


def version(reference: Reference) -> str:
    """Return the version of the data: its date, which is the name of its release if it has one."""
    return reference.as_of.iso


def about(reference: Reference) -> About:
    """Return what the files say of the register."""
    site = reference.site
    return About(site.name, site.url, squeeze(site.data_licence))


def parts_of_all(
    volumes: Iterable[Volume], digests: Iterable[Digest], reference: Reference
) -> dict[VolumeKey, dict[str, str]]:
    """Return the parts of volumes that are all at hand; `digests` are the same in short."""
    pairs = zip(volumes, digests, strict=True)
    return {volume.key: parts_of(volume, short, reference) for volume, short in pairs}


def of_volumes(made: Mapping[VolumeKey, Mapping[str, str]], year: int | None) -> Parts:
    """Return the parts of volumes that are all at hand, or of those of a year."""
    chosen = [parts for key, parts in made.items() if year in (None, key.year)]
    return lambda name: (parts[name] for parts in chosen)


Maker = Callable[[Reference, Index], Iterator[tuple[str, str]]]
MAKERS: tuple[Maker, ...] = (calendars, feeds, news_sitemap, descriptions)


def make_all(reference: Reference, index: Index) -> Iterator[tuple[str, str]]:
    """Yield the files that the makers make, each with its text."""
    for make in MAKERS:
        yield from make(reference, index)
