"""The contenders: how each is run in a fresh folder, and what is looked at in what it made."""

import sys
from collections.abc import Callable, Iterator
from importlib.metadata import distribution
from typing import NamedTuple

from bench.failed import ContenderError
from bench.folders import remove
from bench.measure import Command, run
from bench.ours import BIN, SMALL, Place, measured, ours
from bench.results import COPY, EDIT, HUGO, HUGO_SEARCH, MKDOCS, OURS, ZENSICAL, Measured


class Contender(NamedTuple):
    """Something to measure.

    Attributes:
        key: what the command line calls it.
        names: the lines of the table that it gives.
        measure: runs it in a round.
        most: the largest sample that it is tried on.
    """

    key: str
    names: tuple[str, ...]
    measure: Callable[[Place, int], Iterator[Measured]]
    most: int | None = None


def hugo(place: Place, number: int) -> Iterator[Measured]:
    """Build with Hugo, then index what it made with Pagefind."""
    project = place.folder / "hugo"
    site, cache = place.folder / "hugo-site", place.folder / "hugo-cache"
    for folder in (site, cache, project / "resources"):
        remove(folder)
    program = str(distribution("hugo").locate_file("hugo/binaries/hugo"))  # without the wrapper
    command: Command = [program, "build", "--quiet", "--noBuildLock", "--source", project]
    built = run([*command, "--destination", site, "--cacheDir", cache], folder=project)
    yield measured(HUGO, number, built, site)
    command = [sys.executable, "-m", "pagefind", "--site", site, "--force-language", "vi"]
    indexed = run([*command, "--quiet"], folder=project)
    note = f"Pagefind alone {indexed.seconds:.1f} s"
    yield measured(HUGO_SEARCH, number, built.then(indexed), site, note)
    remove(site)


def by_settings(program: str, name: str) -> Callable[[Place, int], Iterator[Measured]]:
    """Return how a builder that reads `mkdocs.yml` is measured."""

    def measure(place: Place, number: int) -> Iterator[Measured]:
        project = place.folder / "plain"
        for left in ("site", ".cache"):
            remove(project / left)
        command: Command = [BIN / program, "build", *(["--quiet"] if program == "mkdocs" else [])]
        done = run([*command, "-f", "mkdocs.yml"], folder=project)
        yield measured(name, number, done, project / "site")
        remove(project / "site")

    return measure


def copy(place: Place, number: int) -> Iterator[Measured]:
    """Copy our site: no builder that writes one file after the other can be faster than that."""
    target = place.folder / "copy"
    remove(target)
    if not place.site.is_dir():
        raise ContenderError("there is no site of ours to copy")
    done = run(["cp", "-r", place.site, target], folder=place.folder)
    yield measured(COPY, number, done, target)
    remove(target)


CONTENDERS = (
    Contender("ours", (OURS, EDIT), ours),
    Contender("hugo", (HUGO, HUGO_SEARCH), hugo),
    Contender("mkdocs", (MKDOCS,), by_settings("mkdocs", MKDOCS), SMALL),
    Contender("zensical", (ZENSICAL,), by_settings("zensical", ZENSICAL), SMALL),
    Contender("copy", (COPY,), copy),
)
