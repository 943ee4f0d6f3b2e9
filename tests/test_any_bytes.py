"""Whatever stands in a data file: faults, never a traceback, never a hang."""

import shutil
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.check import check
from generator.load import load
from generator.values import Fault

PROVINCE = Path(__file__).parent / "province"
NAMES = sorted(
    path.relative_to(PROVINCE).as_posix()
    for folder in ("data", "content/tin-tuc")
    for path in (PROVINCE / folder).rglob("*")
    if path.suffix in (".yml", ".csv", ".md")
)
# Pieces that YAML, CSV and Markdown give a meaning to, between letters of any kind.
SIGNS = [*":-#&*!|>%@`'\"[]{},?\n\t ~=", "---\n", "...\n", "\r\n", "<b>", "&a ", "*a"]
WORDS = ["name", "id", "honours", "date", "2023", "no", "null", "1e9", "0x1", "!!python"]
PIECES = st.one_of(st.sampled_from(SIGNS), st.sampled_from(WORDS), st.text(max_size=6))
QUICK = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """A copy of the invented province, mended after each try."""
    root = tmp_path_factory.mktemp("bytes") / "project"
    shutil.copytree(PROVINCE, root)
    return root


def faults_with(project: Path, name: str, content: bytes) -> tuple[Fault, ...]:
    """Load and check the province with one file changed."""
    path = project / name
    before = path.read_bytes()
    path.write_bytes(content)
    try:
        return check(load(project))
    finally:
        path.write_bytes(before)


@QUICK
@given(name=st.sampled_from(NAMES), content=st.binary(max_size=300))
def test_any_bytes(project, name, content):
    """Bytes of any kind in place of a file."""
    for fault in faults_with(project, name, content):
        assert str(fault)


@QUICK
@given(name=st.sampled_from(NAMES), pieces=st.lists(PIECES, max_size=40))
def test_any_text(project, name, pieces):
    """Text that is nearly YAML in place of a file."""
    for fault in faults_with(project, name, "".join(pieces).encode("utf-8", "surrogatepass")):
        assert str(fault)


@settings(QUICK, max_examples=80)
@given(name=st.sampled_from(NAMES), at=st.floats(0, 1), cut=st.integers(0, 30), piece=PIECES)
def test_any_slip(project, name, at, cut, piece):
    """A good file with a piece put in or taken out, as a hand slips."""
    text = (PROVINCE / name).read_text("utf-8")
    start = int(at * len(text))
    slipped = text[:start] + piece + text[start + cut :]
    for fault in faults_with(project, name, slipped.encode("utf-8", "surrogatepass")):
        assert str(fault)


@pytest.mark.parametrize(
    "content",
    [
        b"a: [" * 1000,
        b"- " * 1000 + b"x",
        "".join(f"{' ' * n}a:\n" for n in range(1000)).encode(),
        b"{" * 100_000,
        b"a: &a [x]\n" + b"b: [*a, *a]\n",
        b"x" * 10_000_000,
        b"honours:\n" + b"  - {id: 1}\n" * 100_000,
        b"a: '" + b"\n" * 500_000,
        b"\xff\xfe" + "name: x".encode("utf-16-le"),
        b"name: \x00",
        b"? [a]\n: b",
        b"<<: {a: b}",
        b"%YAML 1.1\n---\na: !!python/object/apply:os.system [echo]",
    ],
    ids=["flow", "sequences", "mappings", "braces", "aliases", "ten-megabytes", "many-rows",
         "newlines", "utf-16", "nul", "complex-key", "merge", "tag"],
)  # fmt: skip
def test_hostile_files_are_refused_in_time(project, content):
    """Deep, huge and tricky files are faults within seconds."""
    name = next(name for name in NAMES if "/awards/" in name and name.endswith(".yml"))
    start = time.monotonic()
    faults = faults_with(project, name, content)
    assert any(fault.position.file == name for fault in faults)
    assert time.monotonic() - start < 60
