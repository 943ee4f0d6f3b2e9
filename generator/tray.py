"""The files of a site in the making: known as they are in the site, or staged beside it."""

import os
from collections.abc import Iterable, Mapping
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from generator.files import checksum
from generator.journal import staging_of
from generator.manifest import read


class Tray:
    """Finished files, from the site's root, each with its SHA-256.

    Attributes:
        staging: where new files lie until the site is changed.
        files: all files of the site to be.
    """

    def __init__(self, site: Path, *, trusting: bool) -> None:
        """Begin with nothing.

        Args:
            site: the site as it is.
            trusting: whether its files are what its manifest says; else all are staged anew.
        """
        self._site = site
        self.staging = staging_of(site)
        self.files: dict[str, str] = {}
        self._told = read(site)
        there, root = os.path.isfile, str(site)
        told = self._told.items() if trusting else ()
        self._known = {name: made for name, made in told if there(f"{root}/{name}")}

    def has(self, files: Mapping[str, str]) -> bool:
        """Whether the site has these files already, as they are to be."""
        return all(self._known.get(name) == made for name, made in files.items())

    def known(self, names: Iterable[str]) -> dict[str, str]:
        """Return those of some files that the site has, with their SHA-256."""
        return {name: made for name in names if (made := self._known.get(name))}

    def known_below(self, folder: str) -> Mapping[str, str]:
        """Return what the site has in a folder two levels below the first: `a/b/c/`."""
        return self._by_folder.get(folder, {})

    @cached_property
    def _by_folder(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for name, made in self._known.items():
            parts = name.split("/", 3)
            found.setdefault("/".join([*parts[:3], ""]), {})[name] = made
        return found

    def add(self, files: Mapping[str, str]) -> None:
        """Take files that are staged already, or that the site has."""
        self.files.update(files)

    def put(self, name: str, content: bytes) -> None:
        """Stage a file, unless the site has it as it is."""
        self.files[name] = sha256(content).hexdigest()
        if self._known.get(name) != self.files[name]:
            self._new(name).write_bytes(content)

    def adopt(self, name: str, digest: str) -> None:
        """Take a file that was staged by others, unless the site has it as it is."""
        self.files[name] = digest
        if self._known.get(name) == digest:
            self.path_of(name).unlink()

    def path_of(self, name: str) -> Path:
        """Return where a file is staged."""
        return self.staging / name

    def _new(self, name: str) -> Path:
        path = self.path_of(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def take(self, folder: Path) -> dict[str, str]:
        """Stage the files of another folder, at the same places; return them."""
        found: dict[str, str] = {}
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = path.relative_to(folder).as_posix()
            found[name] = checksum(path)
            if self._known.get(name) != found[name]:
                path.replace(self._new(name))
        self.files.update(found)
        return found

    def text_of(self, name: str) -> bytes:
        """Return the bytes of a file of the site to be."""
        staged = self.staging / name
        return (staged if staged.is_file() else self._site / name).read_bytes()

    def changed(self) -> list[str]:
        """Return the staged files; the manifest is one of them when any file comes or goes."""
        found = [name for name, made in self.files.items() if self._known.get(name) != made]
        return found if len(found) > 1 or len(self.files) != len(self._known) + 1 else []

    def removed(self) -> set[str]:
        """Return the files that the site had, by its manifest, and has no more."""
        return self._told.keys() - self.files.keys()
