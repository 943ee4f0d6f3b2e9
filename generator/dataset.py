"""The register as data: its files written by all workers, each when something in it has changed."""

from collections.abc import Callable
from typing import NamedTuple

from generator.cache import Store, key_of
from generator.desk import FileTask
from generator.exports import DataFile, about, data_files
from generator.reading import MUCH, Read
from generator.tray import Tray
from generator.volumes import write_file
from generator.workers import Crew

_STORE = "data"


class _Written(NamedTuple):
    """A file as it was written: its SHA-256, and its size in bytes."""

    made: str
    size: int


class Dataset:
    """The writing of one site's data."""

    def __init__(self, store: Store, crew: Crew, register: Read, tray: Tray) -> None:
        self._store, self._crew, self._register, self._tray = store, crew, register, tray
        self._about = about(register.reference)

    def write(self, tick: Callable[[], None]) -> None:
        """Write the files, or find them as they were written."""
        files = data_files(task.volume.year for task in self._register.tasks)
        done: dict[str, _Written] = {}
        missing: list[tuple[DataFile, bytes]] = []
        for file in files:
            key = self._key(file)
            kept: _Written | None = self._store.get(f"{_STORE}/{file.name}", key)
            if kept is not None and self._tray.has({file.path: kept.made}):
                done[file.name] = kept
                self._tray.add({file.path: kept.made})
            else:
                missing.append((file, key))
        tasks = (self._task(file) for file, _ in missing)
        much = sum(task.size for task in self._register.tasks) > MUCH
        made = self._crew.run(write_file, tasks, much=much)
        for (file, key), written in zip(missing, made, strict=True):
            done[file.name] = _Written(*written)
            self._tray.adopt(file.path, done[file.name].made)
            self._store.put(f"{_STORE}/{file.name}", key, done[file.name])
            tick()
        self._store.keep_only(_STORE, done)

    def _key(self, file: DataFile) -> bytes:
        """Return the key of all that a file is made of."""
        parts = [
            [sheet.parts[name] for name in file.needs]
            for sheet in self._register.sheets
            if file.year in (None, sheet.key.year)
        ]
        return key_of(self._register.engine, file.name, self._about, parts)

    def _task(self, file: DataFile) -> FileTask:
        tasks = self._register.tasks
        volumes = tuple(task for task in tasks if file.year in (None, task.volume.year))
        return FileTask(file, self._tray.path_of(file.path), volumes, self._about)
