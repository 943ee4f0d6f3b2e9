"""Machine forms of the register: one module a format, each `part(digest)` plus `join(parts)`.

To add a format, write its module and name it here. `calendars` are made of the Reference alone.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from generator.exports import table
from generator.exports.calendar import calendars
from generator.records.digest import Digest

__all__ = ["EXPORTS", "Export", "calendars"]


class Export(NamedTuple):
    """A format: where its file goes, what a volume gives to it, and how the parts become one."""

    name: str
    path: str
    part: Callable[[Digest], str]
    join: Callable[[Iterable[str]], Iterator[str]]


EXPORTS: tuple[Export, ...] = (Export("csv", "du-lieu/vinh-danh.csv", table.part, table.join),)
