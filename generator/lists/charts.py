"""Numbers → the geometry of a chart; a template prints it as SVG.

Templates and not a plotting library: tried with ten years and two series, altair and vl-convert
gave 15 kB of SVG with fixed colours (`fill="#4c78a8"`, a white ground, letters of 10 px) and came
with 100 MB. These charts weigh a fifth of that, and their classes take the colours of the tokens,
in both schemes.

Units are those of the drawing, `WIDTH` across, which is what a phone of 360 px leaves: letters of
14 units are 14 px there. All are whole numbers.
"""

from collections.abc import Sequence
from typing import NamedTuple

from generator.lists.spacing import named

WIDTH = 320
LINE = 18  # from one line of text to the next
BAR = 14
GAP = 16
_LETTERS = 40  # that fit into the width
_COLUMN, _PLOT, _TOP, _MARGIN = 40, 130, 22, 14


class Piece(NamedTuple):
    """A rectangle of a series; its number makes its colour, 0 for what is not known."""

    x: int
    y: int
    width: int
    height: int
    series: int


class Words(NamedTuple):
    """A text, and the point that it begins at, is centred on, or ends at."""

    x: int
    y: int
    text: str


class Chart(NamedTuple):
    """A finished drawing.

    Attributes:
        shape: "bars" or "columns".
        legend: the series: number and name.
        starts, middles, ends: texts by what their point is.
    """

    shape: str
    width: int
    height: int
    pieces: tuple[Piece, ...]
    starts: tuple[Words, ...]
    middles: tuple[Words, ...]
    ends: tuple[Words, ...]
    legend: tuple[tuple[int, str], ...]


class Amounts(NamedTuple):
    """One bar or column: its name, the amount of each series, and what is written at its end."""

    name: str
    amounts: tuple[int, ...]
    value: str


def bars(
    rows: Sequence[Amounts], series: Sequence[str], *, shares: bool = False, unknown: bool = False
) -> Chart:
    """Return horizontal bars, each with its name above it.

    Args:
        rows: the bars; one longer than the width of a line has its name on two.
        series: the names of the pieces that a bar is made of.
        shares: whether every bar is a whole of its own, so that shares can be compared.
        unknown: whether the last series holds what is not known.
    """
    numbers = _numbers(series, unknown)
    longest = max((sum(row.amounts) for row in rows), default=0)
    pieces: list[Piece] = []
    starts: list[Words] = []
    ends: list[Words] = []
    y = 0
    for row in rows:
        lines = _broken(row.name, _LETTERS - len(row.value) - 1)
        for number, line in enumerate(lines, 1):
            starts.append(Words(0, y + LINE * number - 4, line))
        ends.append(Words(WIDTH, y + LINE - 4, row.value))
        y += LINE * len(lines) + 2
        whole = (sum(row.amounts) if shares else longest) or 1
        pieces += _side_by_side(row.amounts, whole, y, numbers)
        y += BAR + GAP
    return Chart("bars", WIDTH, max(y - GAP, 1), tuple(pieces), tuple(starts), (), tuple(ends),
                 _legend(series, numbers))  # fmt: skip


def _side_by_side(
    amounts: Sequence[int], whole: int, y: int, numbers: Sequence[int]
) -> list[Piece]:
    found, before = [], 0
    for number, amount in zip(numbers, amounts, strict=True):
        left, right = (round(WIDTH * part / whole) for part in (before, before + amount))
        if amount:  # what is there is seen, however small
            found.append(Piece(min(left, WIDTH - 2), y, max(right - left, 2), BAR, number))
        before += amount
    return found


def columns(rows: Sequence[Amounts], series: Sequence[str]) -> Chart:
    """Return columns in time, the pieces of each one above the other."""
    slot = (WIDTH - 2 * _MARGIN) / max(len(rows), 1)
    width = max(min(round(slot * 0.7), _COLUMN), 1)
    highest = max((sum(row.amounts) for row in rows), default=0) or 1
    centres = [round(_MARGIN + slot * (place + 0.5)) for place in range(len(rows))]
    seen = {place: centres[place] for place, row in enumerate(rows) if any(row.amounts)}
    written = named(seen, max((len(row.value) for row in rows), default=0))
    bottom = _TOP + _PLOT
    pieces: list[Piece] = []
    middles: list[Words] = []
    for place, (middle, row) in enumerate(zip(centres, rows, strict=True)):
        before = 0
        for number, amount in enumerate(row.amounts, 1):
            low, high = (round(_PLOT * part / highest) for part in (before, before + amount))
            if amount:
                height = max(high - low, 2)
                pieces.append(Piece(middle - width // 2, bottom - low - height, width, height,
                                    number))  # fmt: skip
            before += amount
        if place in written:
            middles.append(Words(middle, bottom - round(_PLOT * before / highest) - 6, row.value))
            middles.append(Words(middle, bottom + LINE * written[place], row.name))
    lines = max(written.values(), default=1)
    return Chart("columns", WIDTH, bottom + LINE * lines + 6, tuple(pieces), (), tuple(middles), (),
                 _legend(series, _numbers(series, unknown=False)))  # fmt: skip


def _numbers(series: Sequence[str], unknown: bool) -> list[int]:
    numbers = list(range(1, len(series) + 1))
    return [*numbers[:-1], 0] if unknown else numbers


def _legend(series: Sequence[str], numbers: Sequence[int]) -> tuple[tuple[int, str], ...]:
    return tuple(zip(numbers, series, strict=True)) if len(series) > 1 else ()


def _broken(text: str, room: int) -> list[str]:
    """Return a text on one line or two, cut if it needs more."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > room:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".lstrip()
    return lines if len(lines) <= 2 else [lines[0], f"{lines[1][: room - 1].rstrip()}…"]
