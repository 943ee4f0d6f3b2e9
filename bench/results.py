"""Measurements as values: kept as JSON, summed up as medians."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from statistics import median
from typing import Any

from bench.printed import search_seconds

OURS = "tuyenduong build"
EDIT = "tuyenduong build, one decision edited"
HUGO = "hugo"
HUGO_SEARCH = "hugo, then pagefind"
MKDOCS = "mkdocs build"
ZENSICAL = "zensical build"
COPY = "cp -r of our site (the floor)"


@dataclass(frozen=True)
class Measured:
    """One contender in one round; what was not measured is zero.

    Attributes:
        others: how many cores everything else on the machine used meanwhile, on average.
        steps: seconds by step, as the command told them.
        note: what was found out besides.
        failed: why there is nothing to tell.
    """

    contender: str
    round: int
    seconds: float = 0.0
    cpu: float = 0.0
    memory: int = 0
    others: float = 0.0
    pages: int = 0
    files: int = 0
    bytes: int = 0
    page_bytes: int = 0
    steps: Mapping[str, float] = field(default_factory=dict)
    note: str = ""
    failed: str = ""


@dataclass(frozen=True)
class Sized:
    """All that was measured on one sample, and on what."""

    honours: int
    seed: int
    rounds: int
    machine: Mapping[str, str]
    measured: tuple[Measured, ...] = ()


@dataclass(frozen=True)
class Summary:
    """One contender on one sample: the medians of the rounds that it ended.

    Attributes:
        pages_only: median of the wall seconds without the steps that make the search index.
        search: median of the seconds of those steps; None if it tells of none.
        others: the most cores that everything else used in any of its rounds.
        rest: median of the wall seconds that no printed step holds.
        spread: the shortest and the longest wall seconds.
        failed: why rounds failed; empty if none did.
        commit: what was measured.
    """

    contender: str
    rounds: int
    seconds: float
    pages_only: float
    search: float | None
    spread: tuple[float, float]
    cpu: float
    memory: int
    others: float
    pages: int
    files: int
    bytes: int
    page_bytes: int
    steps: Mapping[str, float]
    rest: float
    notes: tuple[str, ...]
    failed: tuple[str, ...]
    commit: str = ""

    @property
    def bytes_per_page(self) -> float:
        """The mean length of an HTML page."""
        return self.page_bytes / self.pages if self.pages else 0.0


def summary(measured: Sequence[Measured]) -> Summary:
    """Sum up the rounds of one contender; failed rounds are told and not counted."""
    good = [m for m in measured if not m.failed]
    searched = [search_seconds(m.steps) for m in good]
    told = [seconds for seconds in searched if seconds is not None]
    names = dict.fromkeys(name for m in good for name in m.steps)
    walls = [m.seconds for m in good] or [0.0]
    return Summary(
        contender=measured[0].contender,
        rounds=len(good),
        seconds=median(walls),
        pages_only=median([m.seconds - (s or 0.0) for m, s in zip(good, searched, strict=True)])
        if good
        else 0.0,
        search=median(told) if told else None,
        spread=(min(walls), max(walls)),
        cpu=median([m.cpu for m in good] or [0.0]),
        memory=max((m.memory for m in good), default=0),
        others=max((m.others for m in good), default=0.0),
        pages=max((m.pages for m in good), default=0),
        files=max((m.files for m in good), default=0),
        bytes=max((m.bytes for m in good), default=0),
        page_bytes=max((m.page_bytes for m in good), default=0),
        steps={name: median([m.steps.get(name, 0.0) for m in good]) for name in names},
        rest=median([m.seconds - sum(m.steps.values()) for m in good] or [0.0]),
        notes=tuple(dict.fromkeys(m.note for m in measured if m.note)),
        failed=tuple(dict.fromkeys(m.failed for m in measured if m.failed)),
    )


def summaries(sized: Sized) -> dict[str, Summary]:
    """Sum up every contender of a sample, in the order first measured."""
    names = dict.fromkeys(m.contender for m in sized.measured)
    found = {n: summary([m for m in sized.measured if m.contender == n]) for n in names}
    commit = str(sized.machine.get("commit", ""))
    return {name: replace(one, commit=commit) for name, one in found.items()}


def per_second(pages: int, seconds: float) -> float:
    """Return pages a second; zero if nothing was measured."""
    return pages / seconds if seconds else 0.0


def save(path: Path, sizes: Mapping[int, Sized]) -> None:
    """Write all measurements."""
    data = [asdict(sizes[honours]) for honours in sorted(sizes)]
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")


def load(path: Path) -> dict[int, Sized]:
    """Read what `save` wrote; nothing if there is no such file."""
    if not path.is_file():
        return {}
    data: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))
    made = [Sized(**{**d, "measured": tuple(Measured(**m) for m in d["measured"])}) for d in data]
    return {sized.honours: sized for sized in made}
