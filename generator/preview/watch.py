"""Saved changes: a look at the files from time to time, and no library that differs by system."""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

FOLDERS = ("data", "content", "theme")
PAUSE = 0.5  # seconds between two looks

Look = dict[str, tuple[int, int]]


def followed(root: Path, done: Look, changed: Callable[[], bool], ended: threading.Event) -> None:
    """Call a function whenever files of a project were saved, until it is time to end.

    Args:
        root: the project's root.
        done: how the files looked when the last build began.
        changed: what to call, once the files have come to rest; False when it could not be done,
            so that it is called again.
        ended: tells that it is time.
    """
    before = done
    while not ended.wait(PAUSE):
        now = look(root)
        if now == before and now != done and changed():
            done = now
        before = now


def look(root: Path) -> Look:
    """Return when each file of a project was saved, and its size."""
    found: Look = {}
    for folder in FOLDERS:
        for entry in _files(str(root / folder)):
            try:
                stat = entry.stat()
            except OSError:  # gone meanwhile
                continue
            found[entry.path] = (stat.st_mtime_ns, stat.st_size)
    return found


def _files(folder: str) -> Iterator[os.DirEntry[str]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path)
        else:
            yield entry
