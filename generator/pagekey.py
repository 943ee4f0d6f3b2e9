"""A page's key: the same for two pages that would look the same, found without rendering them."""

from collections.abc import Mapping
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
    others = (page.cite, page.card, page.crumbs, page.listed, page.section, page.noindex, page.feed)
    made = (sorted(page.beside.items()), page.thing, page.linked)
    pieces = [repr((*words, *others, *made)).encode()]
    _put(page.context, pieces)
    return blake2b(b"".join(pieces), digest_size=16).digest()


def _put(value: object, pieces: list[bytes]) -> None:
    """Put down a value as bytes, with signs between the values so that none runs into the next."""
    match value:
        case HonourEntry() | DecisionEntry() if value.mark:
            pieces.append(b"\x01" + value.mark)
        case Record():
            pieces.append(_record(value))
        case str() | int() | float() | None | date() | Part():
            pieces.append(f"\x03{value!r}".encode())
        case Mapping():
            pieces.append(b"\x04")
            for name, item in value.items():
                pieces.append(f"\x05{name!r}".encode())
                _put(item, pieces)
            pieces.append(b"\x06")
        case tuple() | list() if value and all(map(_is_entry, value)):
            pieces += [b"\x09", *[entry.mark for entry in value]]  # each eight bytes
        case tuple() | list():
            pieces.append(b"\x07")
            for item in value:
                _put(item, pieces)
            pieces.append(b"\x08")
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
