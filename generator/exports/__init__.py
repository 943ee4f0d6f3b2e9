"""Machine forms of the register: one module a format, each `part(digest)` plus `join(parts)`.

To add a format, write its module and name it in `EXPORTS`. What needs the whole register at once
but little of it is a maker: a function of the Reference and the Index that yields files, named in
`MAKERS`. A build keeps what they made until a record, a decision or a published file changes.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from generator.exports import table
from generator.exports.calendar import calendars
from generator.exports.feeds import feeds
from generator.exports.news_sitemap import news_sitemap
from generator.records.base import Reference
from generator.records.digest import Digest, Index

Maker = Callable[[Reference, Index], Iterator[tuple[str, str]]]


class Export(NamedTuple):
    """A format: where its file goes, what a volume gives to it, and how the parts become one."""

    name: str
    path: str
    part: Callable[[Digest], str]
    join: Callable[[Iterable[str]], Iterator[str]]


EXPORTS: tuple[Export, ...] = (Export("csv", "du-lieu/vinh-danh.csv", table.part, table.join),)
MAKERS: tuple[Maker, ...] = (calendars, feeds, news_sitemap)


def made(reference: Reference, index: Index) -> Iterator[tuple[str, str]]:
    """Yield the files that the makers make, each with its text."""
    for make in MAKERS:
        yield from make(reference, index)
