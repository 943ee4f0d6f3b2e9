"""The search index as bytes: codes that are read back, parts that join in any way, few changes."""

import hashlib
import json
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import finder
from generator.finder import codec
from generator.load import Register, load
from generator.records.decision_entries import digest

ROOT = Path(__file__).parents[1]
EVERY_TIME = ("so/so.json", "so/goi-y.txt", "thu-tu/ten.bin")  # they sum up all volumes
rows_of_words = st.dictionaries(st.integers(0, 4000), st.integers(0, 20), min_size=1)
runs = st.lists(st.tuples(st.integers(0, 50), st.integers(1, 300)), min_size=1, max_size=20)


class Bits:
    """Reads what `codec` wrote; written apart from it and from the browser's reader."""

    def __init__(self, data: bytes) -> None:
        self.text = "".join(f"{byte:08b}" for byte in data)
        self.at = 0

    def take(self, count: int) -> int:
        self.at += count
        return int(self.text[self.at - count : self.at] or "0", 2)

    def varint(self) -> int:
        value = shift = 0
        while True:
            byte = self.take(8)
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    def rice(self, k: int) -> int:
        end = self.text.index("0", self.at)
        upper, self.at = end - self.at, end + 1
        return (upper << k) + self.take(k)


def read_stream(data: bytes) -> tuple[list[int], list[int]]:
    """Return the rows and the symbols of a stream."""
    bits = Bits(data)
    head, count = bits.take(8), bits.varint()
    k, length_k = head & 31, bits.varint() if head & codec.RUNS else 0
    common = bits.varint() if head & codec.NAMED else 0
    low, width = (bits.varint(), bits.varint()) if head & codec.MIXED else (0, 0)
    rows: list[int] = []
    for _ in range(count):
        gap = bits.rice(k)
        rows.append((rows[-1] + 1 if rows else 0) + gap + (1 if head & codec.RUNS and rows else 0))
        if head & codec.RUNS:
            rows += [rows[-1] + step + 1 for step in range(bits.rice(length_k))]
    if not head & codec.NAMED:
        return rows, []
    symbols = [
        common if not head & codec.MIXED or bits.take(1) else low + bits.take(width) for _ in rows
    ]
    assert len(bits.text) - bits.at < 8
    return rows, symbols


@given(rows_of_words)
def test_postings_are_read_back(found):
    """Rows and positions come out as they went in."""
    rows, symbols = sorted(found), [found[row] for row in sorted(found)]
    assert read_stream(codec.stream(rows, symbols)) == (rows, symbols)
    assert read_stream(codec.stream(rows)) == (rows, [])


@given(runs)
def test_runs_of_rows_are_read_back_and_short(found):
    """Neighbouring rows come out as they went in, and cost next to nothing."""
    rows, at = [], 0
    for gap, length in found:
        rows += range(at + gap, at + gap + length)
        at += gap + length + 1
    told = codec.stream(rows)
    assert read_stream(told) == (rows, [])
    assert len(told) <= 8 + 4 * len(found)


@given(st.lists(st.integers(0, 40), min_size=1), st.integers(1, 5))
def test_columns_are_read_back(values, times):
    """A value for each row, packed or as runs."""
    values = [value for value in values for _ in range(times**3)]
    bits = Bits(codec.column(values, 41))
    form = bits.take(8)
    if form == codec.RUN_LENGTHS:
        pairs = [(bits.varint(), bits.varint()) for _ in range(bits.varint())]
        assert [value for value, count in pairs for _ in range(count)] == values
    else:
        assert [bits.take(form) for _ in values] == values


@given(st.integers(0, 2**40))
def test_varints_are_read_back(value):
    """Small or large, a whole number comes out as it went in."""
    assert Bits(codec.varint(value)).varint() == value


@pytest.fixture(scope="module")
def register(province: Path) -> Register:
    """The records of the province."""
    return load(province)


def parts(register: Register) -> Iterator[finder.Part]:
    """The parts of a register."""
    reference = register.reference
    yield finder.records_part(reference)
    for volume in register.volumes:
        yield finder.part(digest(volume, reference), reference)


def test_parts_join_in_any_order_and_after_a_journey(register: Register) -> None:
    """Whoever made the parts, wherever and in whatever order: the files are the same."""
    found = list(parts(register))
    sent = [pickle.loads(pickle.dumps(part)) for part in reversed(found)]
    assert sent[::-1] == found
    assert list(finder.join(sent)) == list(finder.join(found))


def test_the_same_bytes_in_another_process(province: Path, register: Register) -> None:
    """Neither the process nor its hash seed is in the files."""
    script = (
        "import sys, hashlib; from tests.test_finder import *; "
        "print(fingerprint(load(Path(sys.argv[1]))))"
    )
    for seed in ("0", "1234"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", script, str(province)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        assert done.stdout.strip() == fingerprint(register)


def fingerprint(register: Register) -> str:
    """Return a digest of all files of an index."""
    whole = hashlib.sha256()
    for name, content in finder.join(parts(register)):
        whole.update(name.encode() + b"\0" + content + b"\0")
    return whole.hexdigest()


def test_an_edit_changes_only_what_tells_of_it(register: Register) -> None:
    """Another name in one volume: the other volumes' rows, dates and words stay as they were."""
    reference = register.reference
    digests = [digest(volume, reference) for volume in register.volumes]
    before = dict(finder.join(_joined(digests, register)))
    edited = max(digests, key=lambda item: len(item.by_decision[0]))
    (first, *others), *rest = edited.by_decision
    changed = replace(edited, by_decision=((first._replace(name="Wòng Xíu"), *others), *rest))
    after = dict(finder.join(_joined([changed if d is edited else d for d in digests], register)))
    differing = {
        name for name in before.keys() | after.keys() if before.get(name) != after.get(name)
    }
    own = f"tra-cuu/so/hang/{'/'.join(map(str, edited.key))}/"
    old = {"muc-" + word[:2] for word in _folded(first.name)} | {"muc-wo", "muc-xi"}
    lists = {"tu-" + word for word in _folded(first.name)} | {"tu-wong", "tu-xiu"}
    for name in differing:
        last = name.rpartition("/")[2].removesuffix(".bin")
        told = name.startswith(own) or name.endswith(EVERY_TIME)
        assert told or last in old | lists, name
    assert own + "0.json" in differing


def _joined(digests: list, register: Register) -> Iterator[finder.Part]:
    yield finder.records_part(register.reference)
    for item in digests:
        yield finder.part(item, register.reference)


def _folded(name: str) -> list[str]:
    from generator.vietnamese import fold

    return fold(name).split()


def test_a_withheld_name_is_in_no_file(register: Register) -> None:
    """What an honour does not show is nowhere in the index, not in pieces either."""
    hidden = {
        honour.name
        for volume in register.volumes
        for decision in volume.decisions
        for honour in decision.honours
        if honour.display == "withheld"
    }
    everything = b"\n".join(content for _, content in finder.join(parts(register))).decode(
        errors="replace"
    )
    assert hidden
    assert not [name for name in hidden if name.lower() in everything.lower()]
    assert "quách" not in everything


def test_names_of_files_suit_every_system(register: Register) -> None:
    """Plain ASCII, no name that Windows keeps for itself ("con" is a syllable)."""
    names = [name for name, _ in finder.join(parts(register))]
    assert len(names) == len({name.lower() for name in names})
    for name in names:
        assert name.isascii()
        assert not {"con", "aux", "nul", "prn"} & {piece.split(".")[0] for piece in name.split("/")}
    table = json.loads(dict(finder.join(parts(register)))["tra-cuu/so/so.json"])
    assert sum(rows for *_, rows in table["volumes"]) > 20
