"""What a volume gives to the index, prepared so far that joining only puts bytes together."""

import json
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

from generator.dates import PartialDate
from generator.finder.codec import column, varint, varints
from generator.finder.postings import postings
from generator.finder.references import labels, record_rows
from generator.finder.rows import FACETS, KINDS, STATES, Row, register_rows
from generator.records.base import Reference, VolumeKey
from generator.records.digest import Digest

BLOCK = 32  # rows a file: ten results, each in another file, are to cost little
RECORDS = VolumeKey(0, "", "")  # the key of the records that honours refer to
KEY_END = b"\xff"
_Group = tuple[str, str, int, str]
_KIND_CODES = {kind: code for code, kind in enumerate(KINDS)}
_STATE_CODES = {state: code for code, state in enumerate(STATES)}


class Facet(NamedTuple):
    """One facet of a volume: its values there, one a line, and the rows' sets of them."""

    values: str
    rows: bytes


@dataclass(frozen=True, slots=True)
class Part:
    """A volume's share of the index, all in few objects, so that a thousand cost little memory.

    Attributes:
        key: the volume.
        rows: how many rows it has.
        words: its words, one a line, in order; `sizes` and `lists` go with them.
        sizes: the length of each list, as an array of unsigned ints.
        lists: the posting lists, one after the other.
        blocks: the rows as they are shown, `BLOCK` in each.
        dates: runs of rows with one date.
        names: the sort keys of its names, each once, in order, each with `KEY_END` after it.
        order: for each row the place of its name among those.
        facets: for each facet the values of each row.
        labels: for each facet the words for its values; only the part of the records has them.
    """

    key: VolumeKey
    rows: int
    words: str
    sizes: bytes
    lists: bytes
    blocks: tuple[bytes, ...]
    dates: bytes
    names: bytes
    order: bytes
    facets: tuple[Facet, ...]
    labels: dict[str, dict[str, str]] = field(default_factory=dict)


def part(digest: Digest, reference: Reference) -> Part:
    """Return what a volume gives to the index; it depends on these two alone."""
    return _part(digest.key, tuple(register_rows(digest, reference)))


def text_of(part: Part) -> str:
    """Return all that a part publishes in words, for the gates; words of lists stand apart."""
    labels = (text for words in part.labels.values() for text in words.values())
    apart = (*part.words.split("\n"), *labels)
    return "\n".join(block.decode() for block in part.blocks) + " | ".join(apart)


def records_part(reference: Reference) -> Part:
    """Return what the records that honours refer to give to the index, and the facets' words."""
    return _part(RECORDS, tuple(record_rows(reference)), labels(reference))


def _part(
    key: VolumeKey, rows: tuple[Row, ...], words: dict[str, dict[str, str]] | None = None
) -> Part:
    found = postings(rows)
    names, order = _order(rows)
    return Part(
        key=key,
        rows=len(rows),
        words="\n".join(found.words),
        sizes=array("I", map(len, found.lists)).tobytes(),
        lists=b"".join(found.lists),
        blocks=tuple(_blocks(rows)),
        dates=_dates(rows),
        names=names,
        order=order,
        facets=tuple(_facet([row.facets[at] for row in rows]) for at in range(len(FACETS))),
        labels=words or {},
    )


def _dates(rows: Sequence[Row]) -> bytes:
    """Return runs of rows: how many, and 32 × month + day of all of them (0 where unknown)."""
    runs = [(date, sum(1 for _ in same)) for date, same in groupby(rows, lambda row: row.date)]
    return varints(
        number
        for date, count in runs
        for number in (count, 32 * date.month + date.day if date else 0)
    )


def _order(rows: Sequence[Row]) -> tuple[bytes, bytes]:
    """Return the sort keys that occur, in order, and for each row the place of its own."""
    known: dict[tuple[str, bool], bytes] = {}
    keys = []
    for row in rows:
        if (key := known.get((row.name, row.person))) is None:
            key = known[row.name, row.person] = row.order
        keys.append(key)
    ordered = sorted(set(keys))
    place = {key: at for at, key in enumerate(ordered)}
    return KEY_END.join(ordered), column([place[key] for key in keys], len(ordered))


def _facet(sets: Sequence[tuple[str, ...]]) -> Facet:
    """Return a facet: the different sets by the places of their values, and each row's set."""
    kinds = {values: at for at, values in enumerate(dict.fromkeys(sets))}
    values = {value: at for at, value in enumerate(sorted({v for each in kinds for v in each}))}
    told = [varint(len(kinds))]
    for each in kinds:
        told += [varint(len(each)), varints(sorted(values[value] for value in each))]
    told.append(column([kinds[each] for each in sets], len(kinds)))
    return Facet("\n".join(values), b"".join(told))


def _blocks(rows: Sequence[Row]) -> Iterator[bytes]:
    """Yield the rows as they are shown, so many a file; what rows share is written once."""
    for start in range(0, len(rows), BLOCK):
        groups: dict[_Group, int] = {}
        strings: dict[str, int] = {"": 0}
        told = [_shown(row, groups, strings) for row in rows[start : start + BLOCK]]
        block = {"groups": list(groups), "strings": list(strings), "rows": told}
        yield json.dumps(block, ensure_ascii=False, separators=(",", ":")).encode()


def _shown(row: Row, groups: dict[_Group, int], strings: dict[str, int]) -> list[Any]:
    """Return a row: group, tail of the address, name, three strings, kind, status."""
    date: PartialDate | None = row.date
    group = (row.folder, date.text if date else "", int(row.illustrative), row.decision)
    return [
        groups.setdefault(group, len(groups)),
        row.tail,
        row.name,
        *(strings.setdefault(text, len(strings)) for text in (row.award, row.unit, row.place)),
        _KIND_CODES[row.kind],
        _STATE_CODES[row.status],
    ]
