"""The figures to reach: what was promised, what was measured, and whether it was reached."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from bench.results import (
    EDIT,
    HUGO,
    HUGO_SEARCH,
    MKDOCS,
    OURS,
    Sized,
    Summary,
    per_second,
    summaries,
)

_SMALL, _LARGE, _MILLION = 10_000, 100_000, 1_000_000
_All = Mapping[int, Mapping[str, Summary]]


class Figure(NamedTuple):
    """A figure to reach.

    Attributes:
        what: what is compared.
        target: what was promised.
        found: what was measured, or why nothing was.
        reached: None if it was not measured.
    """

    what: str
    target: str
    found: str
    reached: bool | None


class NotMeasuredError(Exception):
    """A figure cannot be told; the message says why."""


def figures(sizes: Mapping[int, Sized]) -> list[Figure]:
    """Compare what was measured with what was promised."""
    found: _All = {honours: summaries(sized) for honours, sized in sizes.items()}
    return [_figure(found, *row) for row in _ROWS]


def _figure(
    found: _All, what: str, target: str, tell: Callable[[_All], tuple[str, bool]]
) -> Figure:
    try:
        return Figure(what, target, *tell(found))
    except NotMeasuredError as error:
        why = str(error)
        return Figure(what, target, why, False if why.startswith("failed") else None)


def _of(found: _All, honours: int, name: str) -> Summary:
    """Return what was measured of a contender.

    Raises:
        NotMeasuredError: nothing was, or it failed.
    """
    one = found.get(honours, {}).get(name)
    if one is None:
        raise NotMeasuredError(f"not measured: {name} at {honours:,}")
    if not one.rounds:
        raise NotMeasuredError(f"failed: {name} at {honours:,}: {one.failed[0]}")
    return one


def _searched(one: Summary) -> float:
    if one.search is None:
        raise NotMeasuredError("failed: the build names no step of making the search index")
    return one.search


def _times(ours: float, theirs: float, least: float) -> tuple[str, bool]:
    ratio = ours / theirs
    return f"{ratio:.2f} × ({ours:,.0f} and {theirs:,.0f} pages/s)", ratio >= least


def _pages_only(found: _All, honours: int) -> float:
    ours = _of(found, honours, OURS)
    _searched(ours)
    return per_second(ours.pages, ours.pages_only)


def _rate(found: _All, honours: int, name: str) -> float:
    one = _of(found, honours, name)
    return per_second(one.pages, one.seconds)


def _beside_mkdocs(found: _All) -> tuple[str, bool]:
    ours, theirs = _pages_only(found, _SMALL), _rate(found, _SMALL, MKDOCS)
    text, reached = _times(ours, theirs, 8)
    whole = _rate(found, _SMALL, OURS) / theirs
    return f"{text}; {whole:.2f} × with search on our side alone", reached


def _edit(found: _All) -> tuple[str, bool]:
    cold, edit = _of(found, _LARGE, OURS).seconds, _of(found, _LARGE, EDIT).seconds
    return f"{edit / cold:.1%} ({edit:.1f} s of {cold:.1f} s)", edit / cold <= 0.03


def _index(found: _All) -> tuple[str, bool]:
    """Count the whole steps, though workers write data meanwhile, and the feeds are in one."""
    ours = _of(found, _LARGE, OURS)
    search = _searched(ours)
    share = search / ours.seconds
    parts = "the parts made while records are read are not told and not counted"
    return f"{share:.1%} ({search:.1f} s; {parts})", share <= 0.15


def _memory(found: _All) -> tuple[str, bool]:
    ours = _of(found, _MILLION, OURS)
    return f"{ours.memory / 1e9:.2f} GB", ours.memory <= 4e9


def _time(found: _All) -> tuple[str, bool]:
    one, other = _of(found, _LARGE, OURS), _of(found, _MILLION, OURS)
    if one.commit != other.commit:
        raise NotMeasuredError(f"measured on two commits: {one.commit} and {other.commit}")
    large, million = one.seconds, other.seconds
    return f"{million / large:.1f} × ({million:.0f} s, {large:.0f} s)", million / large <= 11


def _finished(found: _All) -> tuple[str, bool]:
    ours = _of(found, _MILLION, OURS)
    return f"finished: {ours.pages:,} pages in {ours.seconds:.0f} s", True


_ROWS: tuple[tuple[str, str, Callable[[_All], tuple[str, bool]]], ...] = (
    ("cold, pages only, 100,000 honours: pages/s beside Hugo's", "at least 1.5 ×",
     lambda f: _times(_pages_only(f, _LARGE), _rate(f, _LARGE, HUGO), 1.5)),
    ("cold, search on both sides, 100,000: pages/s beside Hugo's with Pagefind", "at least 2 ×",
     lambda f: _times(_rate(f, _LARGE, OURS), _rate(f, _LARGE, HUGO_SEARCH), 2)),
    ("cold, pages only on both sides, 10,000: pages/s beside `mkdocs build`", "at least 8 ×",
     _beside_mkdocs),
    ("one decision edited, 100,000: part of the cold time", "at most 3 %", _edit),
    ("making the search index, 100,000: part of the cold time", "at most 15 %", _index),
    ("1,000,000 honours: the build ends", "finishes", _finished),
    ("1,000,000: peak memory (PSS)", "at most 4 GB", _memory),
    ("1,000,000: time beside that of 100,000", "at most 11 ×", _time),
)  # fmt: skip
