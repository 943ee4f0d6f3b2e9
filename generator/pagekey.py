"""A page's key: the same for two pages that would look the same, found without rendering them."""

from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import blake2b

from generator.records.base import Part, Record
from generator.records.digest import DecisionEntry, HonourEntry
from generator.values import Page


def page_key(page: Page) -> bytes:
    """Return a digest of all that a page is made of.

    Raises:
        TypeError: its context holds a kind of value whose look this module cannot tell.
    """
    words = (page.address, page.template, page.title, page.description, page.source, page.kind)
    others = (page.cite, page.card, page.crumbs, page.listed, page.section)
    digest = blake2b(repr((*words, *others)).encode(), digest_size=16)
    for piece in _pieces(page.context):
        digest.update(piece)
    return digest.digest()


def _pieces(value: object) -> Iterator[bytes]:
    """Yield a value as bytes, with signs between the values so that none runs into the next."""
    match value:
        case HonourEntry() | DecisionEntry() if value.mark:
            yield b"\x01" + value.mark
        case Record():
            yield _record(value)
        case str() | int() | float() | None | date() | Part():
            yield f"\x03{value!r}".encode()
        case Mapping():
            yield b"\x04"
            for name, item in value.items():
                yield f"\x05{name!r}".encode()
                yield from _pieces(item)
            yield b"\x06"
        case tuple() | list() if value and all(map(_is_entry, value)):
            yield b"\x09" + b"".join([entry.mark for entry in value])  # each eight bytes
        case tuple() | list():
            yield b"\x07"
            for item in value:
                yield from _pieces(item)
            yield b"\x08"
        case _:
            raise TypeError(f"no key for {type(value)}")


def _record(record: Record) -> bytes:
    found = _records.get(id(record))
    if found is None or found[0] is not record:
        words = f"\x02{record.origin.file}\x1f{record!r}".encode()
        found = _records[id(record)] = record, blake2b(words, digest_size=16).digest()
    return found[1]


# Digests of records: each stands on many pages. The record is kept beside, so that its id stays.
_records: dict[int, tuple[Record, bytes]] = {}


def _is_entry(value: object) -> bool:
    return isinstance(value, HonourEntry | DecisionEntry) and bool(value.mark)
