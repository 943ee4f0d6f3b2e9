"""Conservation: nothing of a source is lost. The program itself asks before it writes.

Every row that is not empty is a recipient, refused with its reason, or named as what it is; the
three numbers add up; and the letters of what was made are the letters that were read.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from generator.importer.entries import Unit
from generator.importer.table import Row, wrong
from generator.values import Fault


class Balance(NamedTuple):
    """How many rows there are, and what became of them; a row may be of several sorts."""

    rows: int
    pieces: int
    results: int
    refused: int
    named: int


def balance(rows: Iterable[Row], units: Iterable[Unit]) -> Balance:
    """Count rows, and the pieces they were read in, by what became of them."""
    fates = Counter("named" if u.fate in ("heading", "total", "note") else u.fate for u in units)
    return Balance(
        len({row.key for row in rows}), fates.total(),
        fates["result"], fates["refused"], fates["named"],
    )  # fmt: skip


def imbalance(rows: Iterable[Row], units: Iterable[Unit]) -> tuple[Fault, ...]:
    """Find rows and recipients of which something is lost, or was made of nothing.

    Args:
        rows: the rows of the sources as they were read, without the columns that were left.
        units: what became of them.
    """
    read, made = list(rows), list(units)
    told: dict[object, list[str]] = {row.key: [] for row in read}
    texts: dict[int, list[str]] = {}
    for unit in made:
        told.setdefault(unit.row.key, []).append(unit.text)
        if unit.entry:
            texts.setdefault(id(unit.entry), []).append(unit.text)
    whole = {unit.row.key: unit.row for unit in made}
    lost = [row for row in read if _differ(whole.get(row.key, row).text, told.pop(row.key))]
    strange = [unit.row for unit in made if unit.row.key in told]
    entries = {id(unit.entry): unit.entry for unit in made if unit.entry}
    torn = [
        entry.row
        for place, entry in entries.items()
        if _differ("".join(piece.text for piece in entry.pieces), texts[place])
    ]
    return tuple(
        wrong(
            row, "NHAP-001", "chương trình đọc dòng này mà không giữ đủ chữ",
            "lỗi của chương trình, chưa ghi gì: gửi tệp này cho người phát triển",
        )
        for row in [*lost, *strange, *torn]
    )  # fmt: skip


def _differ(one: str, others: list[str]) -> bool:
    return letters(one) != letters("".join(others))


def letters(text: str) -> str:
    """Return the letters and figures of a text in order of their codes: what must not be lost."""
    return "".join(sorted(char for char in text if char.isalnum()))
