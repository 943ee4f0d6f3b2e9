"""An edit tried before it is written: what `check` will say, and what it does to the pages."""

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator.build import alone
from generator.cache import FOLDER, Store
from generator.check import stops
from generator.effect import PageChange, changes
from generator.files import VOLUME_KIND
from generator.reading import Read, read_register
from generator.records.base import VolumeKey
from generator.records.decision import volume_of
from generator.tree import list_pages, volume_pages
from generator.values import Fault, Page
from generator.volumes import stored
from generator.workers import Crew

VOLUME_FOLDER = VOLUME_KIND.where.partition("/*")[0]


class Outcome(NamedTuple):
    """What an edit would bring.

    Attributes:
        faults: what `check` would tell, and does not tell now.
        pages: the pages that would change; None when a fault, old or new, keeps them from being
            made.
    """

    faults: tuple[Fault, ...]
    pages: tuple[PageChange, ...] | None

    @property
    def sound(self) -> bool:
        """Whether the edit brings no fault."""
        return not stops(self.faults)

    @property
    def private(self) -> bool:
        """Whether the edit holds private data, which is not even to be kept."""
        return any(fault.code.startswith("BM-") for fault in self.faults)


def tried(root: Path, files: Mapping[str, bytes]) -> Outcome:
    """Return what would be if some files of `data/` and `content/` were these; nothing is written.

    Args:
        root: the project's root.
        files: the bytes of each file, by its path from the root.

    Raises:
        UserError: another command is at work.
    """
    store = Store(root / FOLDER / "store")
    with alone(root / FOLDER / "lock"), Crew() as crew, _copy(root, files) as copy:
        before = read_register(root, store, crew, _nothing)
        # Made before the copy is read: that leaves its own records in the store.
        old = None if stops(before.faults) else list(_pages(before, files))
        after = read_register(copy, store, crew, _nothing)
        faults = _new(before.faults, after.faults)
        if old is None or stops(after.faults):
            return Outcome(faults, None)
        return Outcome(faults, changes(old, _pages(after, files)))


def _new(before: Iterable[Fault], after: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return the faults that were not there before, on whatever line they stood."""
    known = Counter(_off_its_line(fault) for fault in before)
    found = []
    for fault in after:
        if known[_off_its_line(fault)] > 0:
            known[_off_its_line(fault)] -= 1
        else:
            found.append(fault)
    return tuple(found)


def _off_its_line(fault: Fault) -> Fault:
    return fault._replace(position=fault.position._replace(line=0))


def _volumes(files: Iterable[str]) -> frozenset[VolumeKey]:
    """Return the volumes that some files belong to, whether they are there yet or not."""
    paths = (PurePosixPath(name) for name in files)
    found = (path.parts for path in paths if path.match(f"{VOLUME_FOLDER}/*/*/*"))
    return frozenset(
        volume_of(int(year), issuer, name.partition(".")[0])
        for *_, year, issuer, name in found
        if year.isdecimal()
    )


def _pages(read: Read, files: Iterable[str]) -> Iterator[Page]:
    """Yield the pages that an edit of some files may change: their own, and all that gather."""
    touched = _volumes(files)
    sources = {str(PurePosixPath(name).with_suffix(".yml")) for name in files}
    for task in read.tasks:
        if task.volume in touched:
            pages = volume_pages(stored("records", task), read.reference)
            yield from (page for page in pages if page.source in sources)
    yield from list_pages(read.reference, read.short)


@contextmanager
def _copy(root: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """Make a register that shares all its files with another one, but for some; take it away."""
    for left in (root / FOLDER).glob("thu-*"):  # by a command that was killed
        shutil.rmtree(left, ignore_errors=True)
    copy = Path(tempfile.mkdtemp(prefix="thu-", dir=root / FOLDER))
    try:
        for folder in ("data", "content"):
            shutil.copytree(root / folder, copy / folder, symlinks=True, copy_function=_link)
        for name, content in files.items():
            path = copy / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)  # never written through: the other register has it too
            path.write_bytes(content)
        yield copy
    finally:
        shutil.rmtree(copy, ignore_errors=True)


def _link(source: str, target: str) -> None:
    """Give a file a second name, or copy it where the disk has no such thing."""
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(source, target, follow_symlinks=False)


def _nothing() -> None:
    """Show nothing: a trial is short."""
