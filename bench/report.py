"""Measurements → `results.md`."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bench.figures import figures
from bench.results import (
    EDIT,
    HUGO,
    MKDOCS,
    OURS,
    ZENSICAL,
    Sized,
    Summary,
    per_second,
    summaries,
)

_HEAD = """\
# Benchmark

Written by `make bench`; every single measurement is in [results.json](results.json).

"""
_METHOD = Path(__file__).with_name("method.md")
_MACHINE = (
    "{cores} cores ({processor}), {memory} of memory, {system}, file system {disk}, "
    "Python {python}; {software}"
)
_HEADS = ("contender", "wall s", "(from–to)", "pages/s", "time × ours", "CPU s", "others",
          "peak MB", "pages", "files", "MB", "bytes/page")  # fmt: skip
QUIET = 0.2  # cores that others may use; a plain system needs less
_BUSY = "**The machine was not quiet: others used its cores too, so these times are too long.**"
PLOTS = {
    "pages.svg": "Pages a second by contender and size",
    "edit.svg": "One decision edited, as part of a cold build",
    "memory.svg": "Peak memory by size",
}


def text(sizes: Mapping[int, Sized]) -> str:
    """Return the whole report."""
    parts = [_HEAD, *_machines(sizes.values()), "\n## Figures to reach\n\n", _figures(sizes)]
    parts += ["\n## Plots\n\n", *map(_plot, PLOTS)]
    for honours in sorted(sizes):
        parts += _section(sizes[honours])
    return "".join([*parts, "\n", _METHOD.read_text("utf-8")])


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; the first column is text, the others are figures."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def _machines(sizes: Iterable[Sized]) -> list[str]:
    """Name the machine, once if it was the same for all sizes, and what was run when."""
    said: dict[str, list[str]] = {}
    for sized in sizes:
        words = _MACHINE.format(**sized.machine)
        when = (
            f"{sized.honours:,} honours: rounds {sized.rounds}, seed {sized.seed}, "
            f"commit {sized.machine['commit']}, {sized.machine['day']}"
        )
        said.setdefault(words, []).append(when)
    return [f"Machine: {words}.\n\n- {f'{chr(10)}- '.join(when)}\n" for words, when in said.items()]


def _figures(sizes: Mapping[int, Sized]) -> str:
    words = {True: "**reached**", False: "**not reached**", None: "not measured"}
    rows = [(f.what, f.target, f.found, words[f.reached]) for f in figures(sizes)]
    return table(("what", "to reach", "measured", ""), rows)


def _plot(name: str) -> str:
    return f"![{PLOTS[name]}]({name})\n"


def _section(sized: Sized) -> list[str]:
    """Return the tables of one size."""
    found = summaries(sized)
    ours = found.get(OURS)
    rows = [row for one in found.values() for row in _rows(one, ours)]
    parts = [f"\n## {sized.honours:,} honours\n\n", table(_HEADS, rows)]
    if max((one.others for one in found.values()), default=0.0) > QUIET:
        parts.append(f"\n{_BUSY}\n")
    parts += ["\n", *(f"{line}\n" for line in [*_same_work(found), *_notes(found)])]
    steps = [one for name in (OURS, EDIT) if (one := found.get(name)) and one.steps]
    if steps:
        names = dict.fromkeys(name for one in steps for name in one.steps)
        lines = [(n, *(f"{one.steps.get(n, 0):.1f}" for one in steps)) for n in names]
        lines += [("(starting, and what no step holds)", *(f"{one.rest:.1f}" for one in steps))]
        lines += [("**whole**", *(f"{one.seconds:.1f}" for one in steps))]
        parts += [
            "\n",
            table(("seconds by step, as printed", *(o.contender for o in steps)), lines),
        ]
    return parts


def _rows(one: Summary, ours: Summary | None) -> Iterable[tuple[str, ...]]:
    """Return a contender's lines: what it took, and loudly what failed."""
    if one.rounds:
        yield _row(one, one.contender, one.seconds, ours)
        if one.contender == OURS and one.search is not None:
            yield _row(one, f"{OURS}, pages only", one.pages_only, ours)
    for why in one.failed:
        yield one.contender, f"**failed**: {why}", *[""] * 10


def _row(one: Summary, name: str, seconds: float, ours: Summary | None) -> tuple[str, ...]:
    whole = seconds == one.seconds
    return (
        name,
        f"{seconds:.1f}",
        f"{one.spread[0]:.1f}–{one.spread[1]:.1f}" if whole else "",
        f"{per_second(one.pages, seconds):,.0f}",
        f"{seconds / ours.seconds:.3g}" if ours and ours.rounds else "",
        f"{one.cpu:.1f}" if whole else "",
        f"{one.others:.2f}" if whole else "",
        f"{one.memory / 1e6:,.0f}",
        f"{one.pages:,}",
        f"{one.files:,}" if whole else "",
        f"{one.bytes / 1e6:,.1f}" if whole else "",
        f"{one.bytes_per_page:,.0f}",
    )


def _same_work(found: Mapping[str, Summary]) -> Iterable[str]:
    """Say whether the others really made the same pages: as many, and as long."""
    ours = found.get(OURS)
    if not ours or not ours.rounds:
        return
    for name in (HUGO, MKDOCS, ZENSICAL):
        if (one := found.get(name)) and one.rounds:
            more, share = one.pages - ours.pages, one.bytes_per_page / ours.bytes_per_page - 1
            fair = abs(more) <= SPARE_PAGES and abs(share) <= 0.1
            verdict = "the same work" if fair else "**NOT the same work**"
            yield f"- {name}: {more:+d} pages and {share:+.1%} bytes/page beside ours: {verdict}."


SPARE_PAGES = 5  # an empty list that Hugo makes by itself, a missing-page file


def _notes(found: Mapping[str, Summary]) -> Iterable[str]:
    for one in found.values():
        if one.notes:
            yield f"- {one.contender}: {'; '.join(one.notes)}."
        if one.failed and one.rounds:
            yield f"- **{one.contender}: {one.rounds} rounds ended, others failed.**"
