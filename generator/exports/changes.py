"""What changed since a release: its rows told by marks, and those that are new or other now.

A release is a list of marks: `2024/nguoi-ky/37-qd-ubnd/8,0123456789ab`, where the honour is, and a
digest of all that was published of it, whatever the site's address. Years ascend, so that a year is
all that has to be held. The last line seals all others.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import groupby
from pathlib import Path

from generator.exports.columns import HONOURS
from generator.exports.files import FOLDER, About, Parts
from generator.exports.rows import LINES, part_of
from generator.spreadsheet import BEGINNING, rows

CHANGES = "thay-doi"
HEAD = "lượt,dấu"
_END = "tổng số "  # the last line: how many, and a digest of all lines: none can go unseen
_SIZE = 6  # bytes of a digest
_MARK = re.compile(r"(\d{4}(?:/[a-z0-9-]+){2}/\d+),([0-9a-f]{12})")
_BEGINS = f'{{"{HONOURS.columns[0].name}":"'  # every row begins with its address
CHANGE, NEW, OTHER = "thay đổi", "mới", "đổi"


def marks(parts: Iterable[str], base: str) -> Iterator[tuple[str, str]]:
    """Yield where each honour of some parts is, and its mark.

    Args:
        parts: parts of honours, in JSON Lines.
        base: the site's address.
    """
    for part in parts:
        for line in part.split("\n")[:-1]:
            yield _place(line, base), _mark(line, base)


def as_release(found: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield the text of a release, of marks in the order of volumes."""
    yield f"{HEAD}\n"
    count, seal = 0, blake2b(digest_size=_SIZE)
    for place, mark in found:
        line = f"{place},{mark}"
        count += 1
        seal.update(line.encode())
        yield f"{line}\n"
    yield f"{_END}{count},{seal.hexdigest()}\n"


def in_release(text: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield what a release tells: where each honour was, and its mark.

    Raises:
        ValueError: it is not as it was written; carries the number of the line.
    """
    year, number, seal, ended = "", 1, blake2b(digest_size=_SIZE), False
    for number, line in enumerate(text, 1):
        line = line.rstrip("\r\n")
        if number == 1 and line == HEAD:
            continue
        found = _MARK.fullmatch(line)
        if found and not ended and number > 1 and found[1][:4] >= year:
            year = found[1][:4]
            seal.update(line.encode())
            yield found[1], found[2]
        elif year and not ended and line == f"{_END}{number - 2},{seal.hexdigest()}":
            ended = True
        else:
            raise ValueError(number)
    if not ended:  # a line is gone, or all of them
        raise ValueError(number)


def text(release: Path, base: str, parts: Parts) -> Iterator[str]:
    """Yield the rows that are new since a release, or other, as CSV.

    Args:
        release: the file of the release.
        base: the site's address.
        parts: the parts of all volumes.
    """
    yield BEGINNING + rows([[CHANGE, *(column.title for column in HONOURS.columns)]])
    with release.open(encoding="utf-8-sig") as file:
        before = _Years(in_release(file))
        for part in parts(part_of(HONOURS, LINES)):
            for line in part.split("\n")[:-1]:
                place = _place(line, base)
                was = before.of(place[:4]).get(place)
                if was != _mark(line, base):
                    row = json.loads(line)
                    what = OTHER if was else NEW
                    yield rows([[what, *(column.words(row) for column in HONOURS.columns)]])


def write(release: Path, base: str, target: Path, parts: Parts, about: About) -> int:
    """Write these rows; return how many there are."""
    with target.open("wb") as file:
        pieces = sum(bool(file.write(row.encode("utf-8"))) for row in text(release, base, parts))
    return pieces - 1  # the first are the headings


def path_of(release: str) -> str:
    """Return where the changes since a release are, below the folder of the data."""
    return f"{CHANGES}/{release}.csv"


def address_of(release: str) -> str:
    """Return the address of the changes since a release."""
    return f"/{FOLDER}/{path_of(release)}"


class _Years:
    """A release, asked for one year after the other; the years asked for ascend."""

    def __init__(self, found: Iterator[tuple[str, str]]) -> None:
        self._groups = groupby(found, key=lambda pair: pair[0][:4])
        self._year, self._marks = "", dict[str, str]()

    def of(self, year: str) -> Mapping[str, str]:
        """Return the marks of a year."""
        while self._year < year:
            self._year, pairs = next(self._groups, ("9999", iter(())))
            self._marks = dict(pairs)
        return self._marks if self._year == year else {}


def _place(line: str, base: str) -> str:
    """Return where the honour of a line is: year/issuer/decision/honour."""
    start = len(_BEGINS) + len(base) + len("vinh-danh/")
    return line[start : line.index('"', start)].rstrip("/")


def _mark(line: str, base: str) -> str:
    return blake2b(line.replace(base, "/").encode("utf-8"), digest_size=_SIZE).hexdigest()
