"""Bits and bytes of the index: varints, Rice codes, packed columns.

Bits are written from the most significant one on; the last byte of a stream is filled with zeros.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby, pairwise
from typing import NamedTuple

NAMED, RUNS, MIXED = 0x80, 0x40, 0x20  # flags of a stream's first byte; below them the parameter k
RUN_LENGTHS = 0xFF  # the form of a column that is kept as runs; other forms are widths in bits
_TABLE = 512


def varint(value: int) -> bytes:
    """Return a whole number in groups of seven bits, the lowest first (LEB128).

    >>> varint(300).hex()
    'ac02'
    """
    if value < 0x80:
        return _BYTE[value]
    found = bytearray()
    while value >= 0x80:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    found.append(value)
    return bytes(found)


_BYTE = [bytes([value]) for value in range(0x80)]


def varints(values: Iterable[int]) -> bytes:
    """Return whole numbers one after the other."""
    return b"".join(map(varint, values))


def to_bytes(bits: str) -> bytes:
    """Return a text of 0 and 1 as bytes."""
    size = (len(bits) + 7) // 8
    return int(bits.ljust(size * 8, "0"), 2).to_bytes(size, "big") if bits else b""


def rice(value: int, k: int) -> str:
    """Return a Rice code: the value's upper part as so many ones and a zero, then k bits."""
    return "1" * (value >> k) + "0" + (format(value & (1 << k) - 1, f"0{k}b") if k else "")


@cache
def _codes(k: int) -> tuple[str, ...]:
    return tuple(rice(value, k) for value in range(_TABLE))


def _rices(values: Sequence[int], k: int) -> str:
    codes = _codes(k)
    return "".join([codes[v] if v < _TABLE else rice(v, k) for v in values])


def parameter(values: Sequence[int]) -> int:
    """Return a good Rice parameter: 2^k is near 0.69 of the mean (the geometric law's optimum)."""
    return (69 * sum(values) // (100 * len(values))).bit_length()


def _cost(values: Sequence[int], k: int) -> int:
    return len(values) * (k + 1) + (sum(values) >> k)


class Positions(NamedTuple):
    """Where a word stands in names: one symbol a posting, 2 × position + 1 if the name ends there.

    Most words keep to one position ("Thị" is second, "Trường" first): a posting with the common
    symbol costs one bit, or none where all have it.
    """

    symbols: Sequence[int]

    def head(self) -> bytes:
        """The common symbol; when there are others, also the lowest and the width of the rest."""
        common, others = self._common()
        if not others:
            return varint(common)
        return varint(common) + varint(min(others)) + varint(self._width(others))

    def bits(self) -> str:
        """A bit for each posting, and after a zero the symbol itself."""
        common, others = self._common()
        if not others:
            return ""
        low, width = min(others), self._width(others)
        return "".join(
            "1" if s == common else "0" + (format(s - low, f"0{width}b") if width else "")
            for s in self.symbols
        )

    def _common(self) -> tuple[int, list[int]]:
        counts = {symbol: self.symbols.count(symbol) for symbol in set(self.symbols)}
        common = min(counts, key=lambda symbol: (-counts[symbol], symbol))
        return common, [symbol for symbol in counts if symbol != common]

    @staticmethod
    def _width(others: list[int]) -> int:
        return (max(others) - min(others)).bit_length()


def stream(rows: Sequence[int], symbols: Sequence[int] = ()) -> bytes:
    """Return the postings of a word in a volume: rising row numbers, with positions if in names.

    Args:
        rows: at least one row number, each once.
        symbols: for postings in names, one symbol a row (see `Positions`).
    """
    positions = Positions(symbols) if symbols else None
    head, numbers, bits = _rows(rows)
    if positions:
        tail = positions.bits()
        head, bits = head | NAMED | (MIXED if tail else 0), bits + tail
        numbers += positions.head()
    return bytes([head]) + numbers + to_bytes(bits)


def _rows(rows: Sequence[int]) -> tuple[int, bytes, str]:
    """Return the shorter of two forms: gaps between rows, or gaps between runs of rows."""
    gaps = [rows[0], *[b - a - 1 for a, b in pairwise(rows)]]
    k = parameter(gaps)
    if 2 * gaps.count(0) < len(gaps):  # few neighbours: runs cannot be shorter
        return k, varint(len(gaps)), _rices(gaps, k)
    starts = [at for at, gap in enumerate(gaps) if gap or not at]
    lengths = [b - a - 1 for a, b in pairwise([*starts, len(gaps)])]
    steps = [gaps[at] - (at > 0) for at in starts]  # two runs never touch
    step_k, length_k = parameter(steps), parameter(lengths)
    if _cost(gaps, k) <= _cost(steps, step_k) + _cost(lengths, length_k) + 8:
        return k, varint(len(gaps)), _rices(gaps, k)
    bits = "".join(
        rice(step, step_k) + rice(length, length_k)
        for step, length in zip(steps, lengths, strict=True)
    )
    return RUNS | step_k, varint(len(starts)) + varint(length_k), bits


def column(values: Sequence[int], count: int) -> bytes:
    """Return a value for each row: packed in as many bits as needed, or as runs, if shorter.

    Args:
        values: numbers below `count`.
        count: how many different values there are.
    """
    width = max(count - 1, 0).bit_length()
    runs = [(value, sum(1 for _ in same)) for value, same in groupby(values)]
    if len(runs) * 3 < len(values) * width // 8:
        return bytes([RUN_LENGTHS]) + varint(len(runs)) + varints(n for run in runs for n in run)
    table = [format(value, f"0{width}b") for value in range(count)] if width else [""]
    return bytes([width]) + to_bytes("".join([table[value] for value in values]))
