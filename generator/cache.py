"""Finished work kept on disk, each piece under a name and the key of all that went into it.

A piece that is damaged, or was made of anything else, is as good as not there: it is never
trusted, and made anew.
"""

import os
import pickle
import platform
import shutil
from collections.abc import Iterable
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from sqlite3 import sqlite_version
from typing import Any

FOLDER = ".tuyenduong"
_SIZE = 16
# The libraries whose next release may make other pages of the same records.
_LIBRARIES = (
    "duckdb", "jinja2", "markupsafe", "lxml", "markdown", "mkdocs", "mkdocs-material", "nh3",
    "pagefind", "pillow", "pydantic", "python-docx", "pyyaml", "segno", "xlsxwriter",
)  # fmt: skip


def key_of(*parts: object) -> bytes:
    """Return a key made of the values of some parts, whose `repr` must tell them wholly."""
    return blake2b(repr(parts).encode("utf-8"), digest_size=_SIZE).digest()


def engine() -> bytes:
    """Return the key of the program itself: its code, its templates, its libraries, Python."""
    package = Path(__file__).parent
    paths = sorted(p for p in package.rglob("*") if p.suffix in (".py", ".jinja", ".json"))
    code = [(path.relative_to(package).as_posix(), path.read_bytes()) for path in paths]
    libraries = [(name, version(name)) for name in _LIBRARIES]
    return key_of(code, libraries, platform.python_version(), sqlite_version)


class Store:
    """A folder of finished work. `folder` is where it lies."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, name: str, key: bytes) -> Any:
        """Return the work of that name and key, or None when it is not there as it was put."""
        try:
            found = (self.folder / name).read_bytes()
        except OSError:
            return None
        told, digest, payload = found[:_SIZE], found[_SIZE : 2 * _SIZE], found[2 * _SIZE :]
        if told != key or digest != _digest(key, payload):
            return None
        return pickle.loads(payload)  # noqa: S301 - our own, whole, and made by this very code

    def put(self, name: str, key: bytes, value: object) -> None:
        """Keep a piece of work; whoever reads it meanwhile sees the old one or the new one."""
        payload = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}.new")
        draft.write_bytes(key + _digest(key, payload) + payload)
        os.replace(draft, path)

    def keep_only(self, folder: str, names: Iterable[str]) -> None:
        """Drop the pieces of a sub-folder that nothing asks for any more."""
        kept = set(names)
        for path in (self.folder / folder).glob("*"):
            if path.name not in kept:
                path.unlink()

    def clear(self) -> None:
        """Drop everything."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _digest(key: bytes, payload: bytes) -> bytes:
    return blake2b(key + payload, digest_size=_SIZE).digest()
