"""What a piece of work looked up in the Reference: it is done again only when that has changed."""

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Any

from generator.load import Loaded
from generator.records.base import Link, Record, Reference

Use = tuple[str, str]  # a kind and an id, or "*" for all of the kind
PAPER = "tep"
LEADS = "nhac-toi"


class Watched(Reference):
    """A Reference that notes what is looked up in it."""

    seen: set[Use]

    def __init__(self, reference: Reference) -> None:
        super().__init__(
            reference.records,
            reference.as_of,
            reference.honoured,
            reference.papers,
            reference.photos,
            reference.acts,
            reference.leads,
        )
        object.__setattr__(self, "seen", set())

    def of(self, kind: str) -> tuple[Any, ...]:
        """Return all records of a kind, by id."""
        self.seen.add((kind, "*"))
        return super().of(kind)

    def find(self, kind: str, key: str | None) -> Any:
        """Return the record of that kind and id, or None."""
        if key:
            self.seen.add((kind, key))
        return super().find(kind, key)

    def paper(self, name: str) -> str | None:
        """Return the SHA-256 of a file of `content/tep/`, or None when it is not there."""
        self.seen.add((PAPER, name))
        return super().paper(name)

    def leads_to(self, decision: str) -> tuple[Link, ...]:
        """Return the pages of the records that name a decision."""
        self.seen.add((LEADS, decision))
        return super().leads_to(decision)


class Marks:
    """Digests of what can be looked up, each made once."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._known: dict[Use, bytes] = {}

    def of(self, uses: Iterable[Use]) -> dict[Use, bytes]:
        """Return the digest of each thing that was looked up."""
        return {use: self._one(use) for use in sorted(uses)}

    def same(self, noted: Mapping[Use, bytes]) -> bool:
        """Whether all that was looked up is still what it was."""
        return all(self._one(use) == mark for use, mark in noted.items())

    def _one(self, use: Use) -> bytes:
        if use not in self._known:
            self._known[use] = blake2b(self._text(use).encode("utf-8"), digest_size=16).digest()
        return self._known[use]

    def _text(self, use: Use) -> str:
        kind, key = use
        reference = self._loaded.reference
        if kind == PAPER:
            return repr(reference.paper(key))
        if kind == LEADS:
            return repr(reference.leads_to(key))
        if key == "*":
            return repr([_text_of(record) for record in reference.of(kind)])
        if use in self._loaded.broken:  # no record, yet no reference to it is reported
            return "broken"
        record = reference.find(kind, key)
        return _text_of(record) if record is not None else ""


def _text_of(record: Record) -> str:
    return f"{record.origin.file}\n{record!r}"
