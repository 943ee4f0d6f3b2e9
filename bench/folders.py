"""Folders of built sites: what lies in them, where two differ, away with them."""

import os
import shutil
import tempfile
from pathlib import Path
from typing import NamedTuple

_AWAY = ".away-"


class Contents(NamedTuple):
    """What lies in a built site."""

    pages: int
    files: int
    bytes: int
    page_bytes: int


def contents(site: Path) -> Contents:
    """Count the HTML pages, files and bytes of a folder."""
    pages = files = size = page_size = 0
    for folder, _, names in os.walk(site):
        for name in names:
            length = os.stat(os.path.join(folder, name)).st_size
            files, size = files + 1, size + length
            if name.endswith(".html"):
                pages, page_size = pages + 1, page_size + length
    return Contents(pages, files, size, page_size)


def remove(folder: Path) -> None:
    """Put a folder that may be there out of the way, before any clock runs.

    It is deleted at the end (`clear`): a file system that has just deleted many files makes new
    ones slowly. ext4 looks for five minutes at every inode it has freed: ten times the time a file.
    """
    if folder.exists():
        folder.rename(tempfile.mkdtemp(prefix=_AWAY, dir=folder.parent))


def clear(work: Path) -> None:
    """Delete what was put out of the way in a folder."""
    for left in work.glob(f"{_AWAY}*"):
        shutil.rmtree(left)


def difference(one: Path, other: Path) -> list[str]:
    """Return the files that two folders do not have in common, byte for byte."""
    names = {p.relative_to(f).as_posix() for f in (one, other) for p in f.rglob("*") if p.is_file()}
    return sorted(name for name in names if not _same(one / name, other / name))


def _same(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and one.read_bytes() == other.read_bytes()
