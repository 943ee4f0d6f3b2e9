"""The numbers that a text states: "39 tập thể", "02 cá nhân", "(12)"."""

import re
from typing import NamedTuple

from generator.importer.table import Row
from generator.vietnamese import fold

_WORDS = {
    "tap the": "collective", "don vi": "collective", "ca nhan": "person", "nguoi": "person",
    "dong chi": "person", "ho gia dinh": "household", "gia dinh": "household", "ho": "household",
}  # fmt: skip
_COUNT = re.compile(rf"(?<![\d/.,])(\d{{1,4}}) ?(?:luot )?({'|'.join(_WORDS)})\b(?! ngheo)")
_LAST = re.compile(r"\b(\d{1,4})\s*$")
_BARE = re.compile(r"\((?:gom )?(\d{1,4})\)|[:\-] ?(\d{1,4})\s*$")


class Claim(NamedTuple):
    """A stated number: where, of which kind ("" for all), of which section (0 is the whole)."""

    row: Row
    kind: str
    number: int
    section: int = 0


def claims_of(text: str, row: Row, section: int = 0, bare_kind: str | None = None) -> list[Claim]:
    """Return the numbers that a text states.

    Args:
        text: any text.
        row: where it stands.
        section: for which section it speaks, 0 for the whole list.
        bare_kind: the kind that a number without a word counts; None if there is none to count.
    """
    plain = fold(text)
    found = [Claim(row, _WORDS[m[2]], int(m[1]), section) for m in _COUNT.finditer(plain)]
    if not found and bare_kind is not None and (bare := _BARE.search(plain)):
        found = [Claim(row, bare_kind, int(bare[1] or bare[2]), section)]
    return found


def total_of(text: str, row: Row) -> list[Claim]:
    """Return the numbers of a total, of which the last may stand in a cell of its own."""
    found = claims_of(text, row, 0, "")
    last = _LAST.search(text)
    return found or ([Claim(row, "", int(last[1]))] if last else [])
