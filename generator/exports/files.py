"""What a file of the register as data is."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

FOLDER = "du-lieu"

Parts = Callable[[str], Iterable[str]]  # the name of a part → that part of each volume, in order
Text = Callable[[Parts], Iterable[str]]


class About(NamedTuple):
    """What a file says of the register: its name, its address, the terms of its use."""

    name: str
    url: str
    licence: str

    @property
    def licence_url(self) -> str:
        """Where the terms are told."""
        return f"{self.url}{FOLDER}/#giay-phep"


class DataFile(NamedTuple):
    """A file, and how it is made.

    Attributes:
        name: of the file, in `FOLDER`.
        needs: the parts that it is made of.
        write: writes it; gets where, the parts, and what the register is; returns its rows where
            only the writing tells how many there are.
        year: the year whose volumes it is made of; None for all of them.
        text: its text, where it is one.
    """

    name: str
    needs: tuple[str, ...]
    write: Callable[[Path, Parts, About], int | None]
    year: int | None = None
    text: Text | None = None

    @property
    def path(self) -> str:
        """Where it is, from the site's root."""
        return f"{FOLDER}/{self.name}"
