"""Tasks for workers, and what all tasks of a step have in common.

The latter lies in the store under a name of its own, so that a task is a few words, for a process
of this machine or of another one that sees the folder.
"""

import pickle
from collections.abc import Mapping
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from generator.cache import Store
from generator.exports import About, DataFile
from generator.load import Loaded
from generator.press import Job, Press
from generator.records.base import VolumeKey
from generator.uses import Marks
from generator.values import CardWords, Page


class Common(NamedTuple):
    """What all tasks of a step have in common; no job while volumes are only read."""

    loaded: Loaded
    job: Job | None

    @property
    def key(self) -> bytes:
        """The key under which tasks find it."""
        return blake2b(pickle.dumps(self), digest_size=16).digest()


def share(folder: Path, common: Common) -> bytes:
    """Put what all tasks need where they find it; return its key."""
    key = common.key
    Store(folder).put(f"shared/{key.hex()}", key, common)
    return key


class Desk(NamedTuple):
    """What a worker has at hand."""

    loaded: Loaded
    marks: Marks
    press: Press | None


@lru_cache(maxsize=1)
def desk(folder: Path, key: bytes) -> Desk:
    """Return what a worker needs for each task of a step, made once."""
    common: Common | None = Store(folder).get(f"shared/{key.hex()}", key)
    assert common is not None, "shared before the first task"
    press = Press(common.job) if common.job else None
    return Desk(common.loaded, Marks(common.loaded), press)


class Task(NamedTuple):
    """A volume to be read, or to be made.

    Attributes:
        store: the folder of finished work.
        shared: the key of what all tasks share.
        root: the project's root.
        volume: the volume.
        paths: its files, from the root.
        key: the key of these files, and of the program.
        size: how many bytes these files have.
        known: the files of the site as it is, with their SHA-256.
    """

    store: Path
    shared: bytes
    root: Path
    volume: VolumeKey
    paths: tuple[str, ...]
    key: bytes
    size: int
    known: Mapping[str, str] = {}

    @property
    def name(self) -> str:
        """The volume's name in the store."""
        return "_".join(map(str, self.volume))

    @property
    def files(self) -> list[Path]:
        """The volume's files."""
        return [self.root / path for path in self.paths]

    @property
    def folder(self) -> str:
        """The folder of the site in which the volume's pages lie, with others of the issuer."""
        return f"vinh-danh/{self.volume.year}/{self.volume.issuer}/"


class CardTask(NamedTuple):
    """Pictures for sharing."""

    store: Path
    shared: bytes
    cards: Mapping[str, CardWords]
    known: Mapping[str, str]


class ListTask(NamedTuple):
    """Pages that are no volume's: lists, records of the Reference."""

    store: Path
    shared: bytes
    pages: tuple[Page, ...]
    known: Mapping[str, str]


class FileTask(NamedTuple):
    """A file of the register as data, to be written from the parts of some volumes."""

    file: DataFile
    target: Path
    volumes: tuple[Task, ...]
    about: About
