"""The first half of a build: the whole register read and checked, volume by volume.

What did not change is not read again: a volume's sheet is kept under the key of its files, and
holds as long as all that it looked up in the Reference is what it was.
"""

from collections.abc import Callable
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from generator.cache import Store, key_of
from generator.cache import engine as program
from generator.check import check_reference, in_order, stops
from generator.desk import Common, Task, share
from generator.facts import acts_among, claimed, completed, newest
from generator.files import volumes
from generator.load import Loaded, load_reference
from generator.placement import unclaimed
from generator.records.base import Reference
from generator.records.digest import Index
from generator.releases import vanished
from generator.uses import Marks
from generator.values import DataError, Fault
from generator.volumes import Sheet, read_volume
from generator.workers import Crew

MUCH = 400_000  # bytes of records; below, starting the workers costs more than they save


class Read(NamedTuple):
    """A register that was read.

    Attributes:
        engine: the key of the program.
        loaded: the Reference as it was read, before the whole register was known.
        reference: the Reference with what only the whole register tells.
        sheets: the sheet of each volume.
        tasks: how each volume is read again.
        faults: what is wrong, warnings too, in order.
    """

    engine: bytes
    loaded: Loaded
    reference: Reference
    sheets: tuple[Sheet, ...]
    tasks: tuple[Task, ...]
    faults: tuple[Fault, ...]

    @property
    def short(self) -> Index:
        """The register in short: the digests of all volumes."""
        return Index(tuple(sheet.digest for sheet in self.sheets if sheet.digest))


def read_register(root: Path, store: Store, crew: Crew, after_volume: Callable[[], None]) -> Read:
    """Read and check the whole register.

    Args:
        root: the project's root.
        store: finished work.
        crew: who does the work.
        after_volume: called for each volume.
    """
    engine = program()
    loaded = load_reference(root)
    tasks = _tasks(root, store, engine, share(store.folder, Common(loaded, None)))
    sheets = _sheets(tasks, store, Marks(loaded), crew, after_volume)
    reference = completed(
        loaded.reference,
        max((sheet.newest for sheet in sheets), default=newest(()), key=lambda d: d.last),
        frozenset[str]().union(*(sheet.honoured for sheet in sheets)),
        acts_among(
            (entry for sheet in sheets if sheet.digest for entry in sheet.digest.decisions),
            loaded.reference.acts,
        ),
    )
    published = claimed(loaded.reference).union(*(sheet.claimed for sheet in sheets))
    faults = [
        *loaded.faults,
        *unclaimed(root, published),
        *check_reference(replace(loaded, reference=reference)),
        *(fault for sheet in sheets for fault in sheet.faults),
        *vanished(
            root,
            (h.address for sheet in sheets if sheet.digest for h in sheet.digest.honours),
            {sheet.key for sheet in sheets if not sheet.digest},
        ),
    ]
    return Read(engine, loaded, reference, sheets, tasks, in_order(faults))


def sound(read: Read) -> Read:
    """Return a register that can be published.

    Raises:
        DataError: it has faults; carries all of them, warnings included.
    """
    if stops(read.faults):
        raise DataError(read.faults)
    return read


def _tasks(root: Path, store: Store, engine: bytes, shared: bytes) -> tuple[Task, ...]:
    """Return what it takes to read each volume, with the key of its files."""
    tasks = []
    for volume, paths in volumes(root).items():
        tables = filter(Path.is_file, (path.with_suffix(".csv") for path in paths))
        marks = [(path.relative_to(root).as_posix(), *_mark(path)) for path in (*paths, *tables)]
        names = tuple(name for name, _, _ in marks[: len(paths)])
        size = sum(size for _, _, size in marks)
        key = key_of(engine, volume, marks)
        tasks.append(Task(store.folder, shared, root, volume, names, key, size))
    return tuple(tasks)


def _mark(path: Path) -> tuple[bytes, int]:
    """Return the digest and the size of a file; nothing of one that cannot be read."""
    try:
        content = path.read_bytes()
    except OSError:  # told, with its cure, when the volume is read
        return b"", 0
    return blake2b(content, digest_size=16).digest(), len(content)


def _sheets(
    tasks: tuple[Task, ...],
    store: Store,
    marks: Marks,
    crew: Crew,
    after_volume: Callable[[], None],
) -> tuple[Sheet, ...]:
    found: dict[str, Sheet] = {}
    for task in tasks:
        kept: Sheet | None = store.get(f"sheets/{task.name}", task.key)
        if kept is not None and marks.same(kept.uses):
            found[task.name] = kept
            after_volume()
    missing = sorted((t for t in tasks if t.name not in found), key=lambda t: -t.size)
    much = sum(task.size for task in missing) > MUCH
    for task, sheet in zip(missing, crew.run(read_volume, missing, much=much), strict=True):
        found[task.name] = sheet
        after_volume()
    return tuple(found[task.name] for task in tasks)
