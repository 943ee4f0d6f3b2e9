"""A map of equal tiles, one a place: where places lie to each other, without their borders.

No free data of the communes' borders since 1 July 2025 comes in a package, and a map that asks a
tile server would tell it who reads what. Units are those of charts.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.lists.charts import LINE, WIDTH, Words
from generator.vietnamese import number

LARGEST = 96
NAMED = 60  # a tile this large has room for its name
SHADES = 5
_GAP = 2
_DIGIT = 9


class Spot(NamedTuple):
    """A place to be drawn: its column and row from 1, names, address, and how many it has."""

    column: int
    row: int
    name: str
    label: str
    address: str
    amount: int


class Tile(NamedTuple):
    """A drawn place: a square with a shade from 0, words in it, and what it tells and leads to."""

    x: int
    y: int
    size: int
    shade: int
    words: tuple[Words, ...]
    label: str
    address: str


class TileMap(NamedTuple):
    """A drawn map; the legend names the amounts of each shade."""

    width: int
    height: int
    tiles: tuple[Tile, ...]
    legend: tuple[tuple[int, str], ...]


def drawn(spots: Sequence[Spot]) -> TileMap:
    """Draw a map.

    Args:
        spots: the places; the order of reading is theirs.
    """
    left, top = min(s.column for s in spots), min(s.row for s in spots)
    columns = max(s.column for s in spots) - left + 1
    size = min(WIDTH // columns, LARGEST)
    limits = _limits([spot.amount for spot in spots])
    tiles = []
    for spot in spots:
        x, y = (spot.column - left) * size, (spot.row - top) * size
        shade = _shade(sum(spot.amount >= limit for limit in limits), len(limits))
        tiles.append(Tile(x, y, size - _GAP, shade, _words(spot, x, y, size - _GAP), spot.label,
                          spot.address))  # fmt: skip
    height = (max(s.row for s in spots) - top + 1) * size
    return TileMap(columns * size, height, tuple(tiles), _legend(limits, spots))


def _limits(amounts: Sequence[int]) -> list[int]:
    """Return the least amount of each shade but the first: quarters of those that have any."""
    some = sorted({amount for amount in amounts if amount})
    shades = min(SHADES - 1, len(some))
    return [some[len(some) * place // shades] for place in range(shades)]


def _legend(limits: Sequence[int], spots: Sequence[Spot]) -> tuple[tuple[int, str], ...]:
    found = [(0, "chưa có")] if any(not spot.amount for spot in spots) else []
    last = max(spot.amount for spot in spots)
    for shade, (low, high) in enumerate(pairwise([*limits, last + 1]), 1):
        top = high - 1
        text = number(low) if low == top else f"{number(low)} đến {number(top)}"
        found.append((_shade(shade, len(limits)), f"{text} lượt"))
    return tuple(found)


def _shade(step: int, steps: int) -> int:
    """Return the shade of a step, the highest always the darkest."""
    return round(step * (SHADES - 1) / steps) if steps else 0


def _words(spot: Spot, x: int, y: int, size: int) -> tuple[Words, ...]:
    told = number(spot.amount) if spot.amount or size >= NAMED else ""
    lines = [*_lines(spot.name), told] if size >= NAMED else [told]
    if max(map(len, lines)) * _DIGIT > size and size < NAMED:
        return ()
    middle, first = x + size // 2, y + size // 2 - (len(lines) - 1) * LINE // 2 + 5
    return tuple(Words(middle, first + LINE * place, line) for place, line in enumerate(lines))


def _lines(name: str) -> list[str]:
    """Return a name on as many lines as it takes: two syllables stand on two if they are long."""
    return [name] if len(name) <= NAMED // _DIGIT + 1 else name.split()
