"""Measurements → plots, as SVG whose bytes depend on the figures alone."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, LogLocator

from bench.report import PLOTS
from bench.results import (
    COPY,
    EDIT,
    HUGO,
    HUGO_SEARCH,
    MKDOCS,
    OURS,
    ZENSICAL,
    Sized,
    Summary,
    per_second,
    summaries,
)

_All = Mapping[int, Mapping[str, Summary]]
_COLOURS = {
    OURS: "#a3171d",
    EDIT: "#e08a1e",
    HUGO: "#1f5fa8",
    HUGO_SEARCH: "#6fa8dc",
    MKDOCS: "#3c7d3c",
    ZENSICAL: "#8a5aa8",
    COPY: "#888888",
}
_SETTINGS = {
    "svg.hashsalt": "tuyenduong",
    "svg.fonttype": "none",
    "font.family": "sans-serif",
    "axes.spines.top": False,
    "axes.spines.right": False,
}


def write(folder: Path, sizes: Mapping[int, Sized]) -> None:
    """Write every plot into a folder."""
    found: _All = {honours: summaries(sizes[honours]) for honours in sorted(sizes)}
    drawn: dict[str, Callable[[Axes, _All], None]] = {
        "pages.svg": _pages,
        "edit.svg": _edit,
        "memory.svg": _memory,
    }
    with mpl.rc_context(_SETTINGS):
        for name, draw in drawn.items():
            figure = Figure(figsize=(9, 4), layout="constrained")
            axes = figure.add_subplot()
            draw(axes, found)
            _finish(axes, PLOTS[name], found)
            figure.savefig(folder / name, format="svg", metadata={"Date": None, "Creator": None})


def _finish(axes: Axes, title: str, found: _All) -> None:
    axes.set_title(title)
    axes.set_xlabel("honours")
    axes.set_xscale("log")
    axes.set_xticks(list(found), [f"{honours:,}" for honours in found])
    axes.minorticks_off()  # of both axes
    axes.grid(alpha=0.3)
    if axes.get_legend_handles_labels()[0]:
        axes.legend(fontsize="small", loc="upper left", bbox_to_anchor=(1.01, 1), frameon=False)


def _lines(
    axes: Axes, found: _All, value: Callable[[Summary], float], but: tuple[str, ...] = ()
) -> None:
    """Draw a line for each contender over the sizes that it ended."""
    for name in dict.fromkeys(name for one in found.values() for name in one):
        points = [
            (n, value(one[name])) for n, one in found.items() if name in one and one[name].rounds
        ]
        if points and name not in but:
            _line(axes, points, name, name)


def _line(
    axes: Axes, points: Sequence[tuple[int, float]], name: str, label: str, style: str = "-"
) -> None:
    xs, ys = zip(*points, strict=True)
    axes.plot(xs, ys, style, marker="o", color=_COLOURS[name], label=label)


def _log(axes: Axes) -> None:
    """Let one step up be a doubling or more, in plain numbers."""
    axes.set_yscale("log")
    axes.yaxis.set_major_locator(LogLocator(10, (1, 2, 5)))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,g}"))


def _pages(axes: Axes, found: _All) -> None:
    _lines(axes, found, lambda one: per_second(one.pages, one.seconds), but=(EDIT,))
    points = [
        (honours, per_second(ours.pages, ours.pages_only))
        for honours, one in found.items()
        if (ours := one.get(OURS)) and ours.search is not None
    ]
    if points:
        label = f"{OURS}, pages only"
        axes.plot(
            *zip(*points, strict=True),
            marker="o",
            linestyle="--",
            color=_COLOURS[OURS],
            label=label,
        )
    _log(axes)
    axes.set_ylabel("pages a second")


def _edit(axes: Axes, found: _All) -> None:
    points = [
        (honours, 100 * one[EDIT].seconds / one[OURS].seconds)
        for honours, one in found.items()
        if OURS in one and EDIT in one and one[OURS].rounds and one[EDIT].rounds
    ]
    if points:
        axes.plot(
            *zip(*points, strict=True), marker="o", color=_COLOURS[OURS], label="edited / cold"
        )
    axes.axhline(3, linestyle=":", color="black", label="3 %, to reach at 100,000")
    axes.set_ylim(bottom=0)
    axes.set_ylabel("% of the cold time")


def _memory(axes: Axes, found: _All) -> None:
    _lines(axes, found, lambda one: one.memory / 1e9, but=(COPY,))
    axes.axhline(4, linestyle=":", color="black", label="4 GB, to reach at 1,000,000")
    _log(axes)
    axes.set_ylabel("GB (PSS)")
