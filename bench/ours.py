"""Our own build, as it is measured: cold, and with one decision edited."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bench import printed
from bench.edit import edited, pages_with
from bench.failed import ContenderError
from bench.folders import contents, difference, remove
from bench.measure import Command, Run, run
from bench.results import EDIT, OURS, Measured

BIN = Path(sys.executable).parent
SMALL = 10_000  # honours; up to here an edited site is compared with a cold build of the same


class Place(NamedTuple):
    """Where a sample of one size is worked on.

    Attributes:
        root: the project.
        folder: holds everything below; the sample's records lie in `sample`.
    """

    root: Path
    folder: Path
    honours: int
    rounds: int

    @property
    def sample(self) -> Path:
        """The records."""
        return self.folder / "sample"

    @property
    def site(self) -> Path:
        """Our site; what else a build keeps lies beside it."""
        return self.folder / "ours" / "site"


def tuyenduong(*arguments: str | Path) -> Command:
    """Return a call of our command."""
    return [BIN / "tuyenduong", *arguments]


def measured(name: str, number: int, done: Run, site: Path, note: str = "") -> Measured:
    """Put a run and what it made into one line."""
    made = contents(site)
    if not made.pages:
        raise ContenderError("it made no page")
    return Measured(
        name,
        number,
        seconds=done.seconds,
        cpu=done.cpu,
        memory=done.memory,
        others=done.others,
        **made._asdict(),
        steps=printed.steps(done.output),
        note=note,
    )


def ours(place: Place, number: int) -> Iterator[Measured]:
    """Build cold, then again with one decision edited."""
    cold = build_cold(place, place.site)
    yield measured(OURS, number, cold, place.site)
    yield _edit(place, number)


def build_cold(place: Place, site: Path) -> Run:
    """Build without anything that an earlier build left; the site's parent folder is its own."""
    remove(site.parent)
    remove(place.sample / ".tuyenduong")
    site.parent.mkdir(parents=True)
    known = run(tuyenduong("build", "--help"), folder=place.root).output
    fresh = ["--fresh"] if "--fresh" in known else []
    command = tuyenduong("build", "--root", place.sample, "--out", site, *fresh)
    return run(command, folder=place.root)


def _edit(place: Place, number: int) -> Measured:
    command = tuyenduong("build", "--root", place.sample, "--out", place.site)
    with edited(place.sample, number, place.rounds) as edit:
        done = run(command, folder=place.root)
        changed = printed.changed_files(done.output)
        note = f"the edit is told on {pages_with(edit, place.site)} pages, {changed} files changed"
        if place.honours <= SMALL and number == 1:
            again = place.folder / "again" / "site"
            build_cold(place, again)
            if other := difference(place.site, again):
                raise ContenderError(f"{len(other)} files differ from a cold build, as {other[0]}")
            note += ", every byte as a cold build of the edited records makes it"
            remove(again.parent)
        return measured(EDIT, number, done, place.site, note)
