"""What the register already knows by name: awards, who decides, places, the terms of lists."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from generator.dates import PartialDate
from generator.importer.words import closed, key, mended
from generator.records.base import Reference
from generator.records.place import TYPES
from generator.records.terms import COMMENDATIONS, GROUPS

_SILENT = re.compile(r"\b(?:cua|cap|danh hieu|chu tich|hinh thuc)\b ?")
_CLASS = re.compile(r"\bhang (nhat|nhi|ba)\b")
_CLASSES = {"nhat": "Nhất", "nhi": "Nhì", "ba": "Ba", "1": "Nhất", "2": "Nhì", "3": "Ba"}
_KINDS = {
    "tap the": "collective", "don vi": "collective", "to chuc": "collective",
    "ca nhan": "person", "nguoi": "person", "ho gia dinh": "household", "gia dinh": "household",
    "ho": "household",
}  # fmt: skip
# The classes of persons in offices' software that mean one group; its class of those who work
# "trực tiếp" holds officials, pupils and soldiers too, so it means none.
_CLASSES_OF_PERSONS = dict.fromkeys(
    (
        "lanh dao cap bo cap tinh va tuong duong tro len",
        "lanh dao cap vu so nganh va tuong duong",
        "cac cap lanh dao tu pho phong tro len",
        "cac cap lanh dao khac",
    ),
    "lanh-dao-quan-ly",
)


class Named(NamedTuple):
    """An award as a text names it: its id (empty for a bare form), its class, the words."""

    award: str
    grade: str
    words: str


@dataclass(frozen=True)
class Lexicon:
    """Looks up what a text names; never by likeness, only by the whole name."""

    reference: Reference

    @cached_property
    def _awards(self) -> Mapping[str, str]:
        """Awards by their names, the longest first; names of every law, and the bare forms."""
        found: dict[str, str] = {}
        for award in self.reference.of("award"):
            names = [award.name, *(p.name for p in award.provisions if p.name)]
            for name in names:
                found.setdefault(_quiet(name), award.id)
        for form in ("bang khen", "giay khen", "co thi dua", "thu khen", "ky niem chuong"):
            found.setdefault(form, "")
        return dict(sorted(found.items(), key=lambda item: -len(item[0])))

    def award_in(self, text: str) -> Named | None:
        """Return the award that a text names, the longest name deciding."""
        words = f" {_quiet(mended(text))} "
        for name, award in self._awards.items():
            if f" {name} " in words:
                grade = _CLASS.search(words)
                return Named(award, _CLASSES[grade[1]] if grade else "", name)
        return None

    def award_of(self, named: Named, issuer: str, date: PartialDate | None) -> str:
        """Return the award that a bare form ("Bằng khen") is, given who gives it; "" if unsure."""
        if named.award:
            return named.award
        unit = self.reference.find("unit", issuer)
        if unit is None or unit.authority is None:
            return ""
        found = [
            award.id
            for award in self.reference.of("award")
            if f"{_quiet(award.name)} ".startswith(f"{named.words} ")
            and any(
                unit.authority in p.deciders
                for p in (award.provisions_on(date) if date else award.provisions)
            )
        ]
        return found[0] if len(found) == 1 else ""

    @cached_property
    def _issuers(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for unit in self.reference.of("unit"):
            if unit.authority:
                for name in {unit.name, unit.short}:
                    found.setdefault(closed(name), unit.id)
        return dict(sorted(found.items(), key=lambda item: -len(item[0])))

    def issuer_in(self, text: str) -> str:
        """Return who decides by a text that names them in full, letter-spaced or not; or ""."""
        words = closed(text)
        return next((unit for name, unit in self._issuers.items() if name in words), "")

    @cached_property
    def _places(self) -> Mapping[str, tuple[Any, ...]]:
        found: dict[str, list[Any]] = {}
        for place in self.reference.of("place"):
            found.setdefault(key(place.label), []).append(place)
        return {name: tuple(places) for name, places in found.items()}

    def place_in(self, text: str, date: PartialDate | None) -> str:
        """Return the one place that a text names from small to large and that stood on the date.

        Every part that names a known kind of unit must agree; a doubt gives "".
        """
        parts = [key(part) for part in text.split(",")]
        labels = tuple(TYPES.values())
        units = [part for part in parts if part.startswith(tuple(map(key, labels)))]
        if not units:
            return ""
        found = []
        for place in self._places.get(units[0], ()):
            chain = {key(one.label) for one in place.chain(self.reference)}
            stood = date is None or place.stood(date.first, date.last)
            if stood and all(unit in chain for unit in units):
                found.append(place.id)
        return found[0] if len(found) == 1 else ""

    def kind_in(self, text: str) -> str:
        """Return the kind of recipient that a cell names, or ""."""
        return _KINDS.get(key(text).removeprefix("khen thuong "), "")

    def group_in(self, text: str) -> str:
        """Return the group of persons that a cell names, or ""."""
        return _term(GROUPS, text) or _CLASSES_OF_PERSONS.get(key(text), "")

    def commendation_in(self, text: str) -> str:
        """Return the kind of commendation that a cell names, or ""."""
        return _term(COMMENDATIONS, text) or _term(COMMENDATIONS, f"Khen thưởng {text}")

    def class_in(self, text: str) -> str:
        """Return the class that a cell names, or ""."""
        return _CLASSES.get(key(text).removeprefix("hang "), "")


def _quiet(text: str) -> str:
    return " ".join(_SILENT.sub("", key(text)).split())


def _term(terms: Mapping[str, str], text: str) -> str:
    wanted = key(text)
    return next((code for code, words in terms.items() if wanted in (key(words), key(code))), "")
