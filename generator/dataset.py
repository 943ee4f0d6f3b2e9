"""The register as data: its files written by all workers, each when something in it has changed."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from generator import exports
from generator.cache import Store, key_of
from generator.desk import FileTask
from generator.exports import DataFile, Written
from generator.files import checksum
from generator.reading import MUCH, Read
from generator.tray import Tray
from generator.volumes import write_file
from generator.workers import Crew

STORE = "data"


class Dataset:
    """The writing of one site's data."""

    def __init__(self, store: Store, crew: Crew, register: Read, tray: Tray) -> None:
        self._store, self._crew, self._register, self._tray = store, crew, register, tray
        self._about = exports.about(register.reference)
        years = (task.volume.year for task in register.tasks)
        self._files = exports.data_files(register.reference, years)
        self._done: dict[str, Written] = {}
        self._missing: list[tuple[DataFile, bytes]] = []
        self._made: Iterator[Written] = iter(())

    def begin(self, tick: Callable[[], None]) -> None:
        """Find the files as they were written; let the others be written while pages are made."""
        for file in self._files:
            key = self._key(file)
            kept: Written | None = self._store.get(_kept(file), key)
            if kept is not None and self._tray.has({file.path: kept.made}):
                self._done[file.name] = kept
                self._tray.add({file.path: kept.made})
            else:
                self._missing.append((file, key))
        tasks = [self._task(file) for file, _ in self._missing]
        much = sum(of.size for task in tasks for of in task.volumes) > MUCH
        self._made = self._crew.start(write_file, tasks, much=much)

    def end(self, tick: Callable[[], None]) -> None:
        """Take the files that were written, and write what describes them all."""
        for (file, key), written in zip(self._missing, self._made, strict=True):
            self._done[file.name] = written
            self._tray.adopt(file.path, written.made)
            self._store.put(_kept(file), key, written)
            tick()
        self._store.keep_only(STORE, (Path(_kept(file)).name for file in self._files))
        self._describe()

    def _describe(self) -> None:
        reference, sheets = self._register.reference, self._register.sheets
        files = ((file, self._done[file.name]) for file in self._files)
        counts = exports.row_counts((s.key.year, s.digest) for s in sheets if s.digest)
        package = exports.described(reference, files, counts)
        self._tray.put(exports.package.PATH, package.encode("utf-8"))

    def _key(self, file: DataFile) -> bytes:
        """Return the key of all that a file is made of."""
        parts: list[Any] = [
            [sheet.parts[name] for name in file.needs]
            for sheet in self._register.sheets
            if file.year in (None, sheet.key.year)
        ]
        release = self._register.reference.releases.get(Path(file.name).stem)
        marks = checksum(release) if release else ""
        return key_of(self._register.engine, file.name, self._about, parts, marks)

    def _task(self, file: DataFile) -> FileTask:
        tasks = self._register.tasks
        volumes = tuple(task for task in tasks if file.year in (None, task.volume.year))
        return FileTask(file, self._tray.path_of(file.path), volumes, self._about)


def _kept(file: DataFile) -> str:
    """Return where the store keeps what is known of a file."""
    return f"{STORE}/{file.name.replace('/', '_')}"
