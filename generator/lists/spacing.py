"""Which columns of a chart are named below it, so that no two names touch."""

from itertools import pairwise

APART = 44  # between the middles of two years on one line
_LETTER = 8  # the room of one in a sum


def named(middles: dict[int, int], letters: int) -> dict[int, int]:
    """Return which columns are named, and on which line below: all if two lines hold them.

    Args:
        middles: where each column stands that has something to show, from left to right.
        letters: of the longest sum, which is written above each column that is named.
    """
    two = _on_lines(middles, 2)
    room = all(b - a >= _LETTER * letters for a, b in pairwise(middles.values()))
    return two if room and len(two) == len(middles) else _on_lines(middles, 1)


def _on_lines(middles: dict[int, int], lines: int) -> dict[int, int]:
    ends: list[int | None] = [None] * lines
    found: dict[int, int] = {}
    for place, middle in reversed(middles.items()):  # the last column is always named
        for line, end in enumerate(ends):
            if end is None or end - middle >= APART:
                ends[line], found[place] = middle, line + 1
                break
    return found
