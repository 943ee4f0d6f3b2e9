"""What all tasks of a step have in common.

It lies in the store under a name of its own, so that a task is a few words, for a process of this
machine or of another one that sees the folder.
"""

import pickle
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from generator.cache import Store
from generator.load import Loaded
from generator.press import Job, Press
from generator.uses import Marks


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
