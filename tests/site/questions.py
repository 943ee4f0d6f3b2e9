"""The questions that the search is held to: 200 names and 50 others, with what must be found.

    .venv/bin/python -m tests.site.questions

writes them to `questions.json`, from the records of a sample and never from what a search found.
"""

import json
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

from generator.load import load
from generator.records.base import Reference
from generator.records.decision_entries import digest
from generator.records.digest import DecisionEntry, Digest, HonourEntry
from generator.sample import write_sample
from generator.vietnamese import fold

FILE = Path(__file__).with_name("questions.json")
ROOT = Path(__file__).parents[2]
SAMPLE = {"honours": 10000, "seed": 5}
NAMES, EACH = 200, 5
_TONES = (("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("ọa", "oạ"), ("ủy", "uỷ"), ("úy", "uý"),
          ("ùy", "uỳ"), ("óe", "oé"), ("ỏe", "oẻ"))  # fmt: skip

Question = dict[str, Any]


def sample(folder: Path) -> tuple[Reference, list[Digest]]:
    """Write the sample; return its records."""
    write_sample(ROOT, folder, **SAMPLE)
    register = load(folder)
    return register.reference, [digest(each, register.reference) for each in register.volumes]


def older(name: str) -> str:
    """A name with its tones placed the other way: Hoà for Hòa."""
    for new, old in _TONES:
        name = name.replace(new, old)
    return name


def names(chance: Random, honours: list[HonourEntry]) -> Iterator[Question]:
    """Names of persons, collectives and households, each asked with its marks and without."""
    every = sorted({entry.name for entry in honours if entry.named and len(entry.name.split()) > 1})
    for name in sorted(chance.sample(every, NAMES)):
        yield {"q": name, "name": name, "within": 1}
        yield {"q": fold(name), "name": name, "within": 5}


def others(
    chance: Random, reference: Reference, decisions: list[DecisionEntry], honours: list[HonourEntry]
) -> Iterator[Question]:
    """The other questions, some of each sort."""
    people = [entry for entry in honours if entry.recipient_kind == "person" and entry.named]

    def some(fits: Callable[[HonourEntry], bool]) -> list[HonourEntry]:
        return chance.sample([entry for entry in people if fits(entry)], EACH)

    for entry in some(lambda entry: "đ" in entry.name.lower()):
        yield _of(entry, entry.name.lower().replace("đ", "d"), 5)
    for entry in some(lambda entry: older(entry.name) != entry.name):
        yield _of(entry, older(entry.name), 1)
    for entry in some(lambda entry: len(entry.name.split()) > 2):
        yield _of(entry, f"{_turned(entry.name)} {entry.unit}", 5, whole=True)
    for entry in some(lambda entry: bool(entry.unit)):
        yield _of(entry, fold(f"{entry.name}, {entry.unit}").upper(), 5, whole=True)
    for entry in some(lambda entry: True):
        yield _of(entry, f"{entry.name} {entry.award_name} {entry.date.year}", 5, whole=True)
    moved = [entry for entry in people if _other_places(entry, reference)]
    for entry in chance.sample(moved, 2 * EACH):
        yield _of(entry, f"{entry.name} {chance.choice(_other_places(entry, reference))}", 5, True)
    for entry in some(lambda entry: len(entry.name.split()[-1]) > 3):
        yield _of(entry, f"{entry.unit} {entry.name}"[:-1], 5, whole=True)
    numbers = sorted({entry.label.split()[-1] for entry in decisions if "/QĐ" in entry.label})
    for number in chance.sample(numbers, 2 * EACH):
        written = chance.choice((number, fold(number), f"so {fold(number)}", number.split("/")[0]))
        yield {"q": written, "number": number.split("/")[0], "within": 1}


def _of(entry: HonourEntry, q: str, within: int, whole: bool = False) -> Question:
    found = {"address": entry.address} if whole else {"name": entry.name}
    return {"q": q, **found, "within": within}


def _turned(name: str) -> str:
    return " ".join(reversed(name.split()))


def _other_places(entry: HonourEntry, reference: Reference) -> list[str]:
    """The names of the communes, old or new, that the honour's own words do not hold."""
    labels = (reference.find("place", key).label for key in entry.places)
    communes = (label for label in labels if label.startswith(("xã ", "phường ", "thị trấn ")))
    return [label for label in communes if label not in f"{entry.place_text} {entry.unit}"]


def main() -> None:
    """Write the questions."""
    with tempfile.TemporaryDirectory() as folder:
        reference, digests = sample(Path(folder))
    decisions = [entry for each in digests for entry in each.decisions]
    honours = [entry for each in digests for entry in each.honours]
    chance = Random(SAMPLE["seed"])
    found = {
        "names": list(names(chance, honours)),
        "others": list(others(chance, reference, decisions, honours)),
    }
    lists = (
        f'"{name}": [\n'
        + ",\n".join(json.dumps(one, ensure_ascii=False) for one in found[name])
        + "\n]"
        for name in ("names", "others")
    )
    FILE.write_text("{\n" + ",\n".join(lists) + "\n}\n", "utf-8")


if __name__ == "__main__":
    main()
