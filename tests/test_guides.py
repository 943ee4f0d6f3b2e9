"""What the guides promise is what there is."""

import re
from pathlib import Path

import pytest

from generator.cli import commands
from generator.records import KINDS
from generator.records.forms import form_of
from tests import guide

ROOT = Path(__file__).parents[1]
CODE = re.compile(r"\b[A-Z]{2,4}-\d{3}\b")


def test_every_fault_code_is_in_the_clerks_guide():
    """A code that a clerk may meet can be looked up, and the guide lists no other."""
    code = "".join(path.read_text("utf-8") for path in (ROOT / "generator").rglob("*.py"))
    used = {found for found in CODE.findall(code) if not found.startswith(("RFC", "UTF", "SHA"))}
    guide_text = (ROOT / "data/README.md").read_text("utf-8")
    listed = re.findall(r"^\| ([A-Z]{2,4}-\d{3}) \|", guide_text, re.M)
    assert used == set(listed)
    assert len(listed) == len(set(listed)), "a code means one thing"


def test_every_command_is_in_the_readme():
    """The README names each command, and each target of the Makefile that it shows is there."""
    readme = (ROOT / "README.md").read_text("utf-8")
    for name in commands.commands:
        assert f"`tuyenduong {name}" in readme, name
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    assert set(re.findall(r"\bmake ([a-z]+)\b", readme)) <= targets


def test_every_path_that_the_readme_names_is_there():
    """No guide leads to a file that is gone."""
    for name in ("README.md", "data/README.md"):
        text = (ROOT / name).read_text("utf-8")
        for link in re.findall(r"\]\(([^)#:]+)\)", text):
            assert ((ROOT / name).parent / link).exists(), link


def test_the_fields_of_the_guide_are_those_of_the_samples(bless):
    """The reference tells every field that a sample explains, in the sample's words."""
    if bless:
        guide.renew_tables()
    assert guide.shown_tables() == guide.tables(), "run: make bless"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_reference_leaves_no_field_out(kind):
    """Each field of a record is in the guide's table of its kind."""
    table = guide.shown_tables().split(f"### {kind.label.capitalize()}\n")[1].split("###")[0]
    free = {"id"} if kind.layout != "volume" else set()
    free |= {"body"} if kind.layout == "markdown" else set()
    named = set(re.findall(r"^\| `([\w-]+)", table, re.M))
    assert {field.name for field in form_of(kind.model)} - free <= named


def test_the_guide_leads_to_its_own_headings():
    """Each link inside the guide leads to a heading of it, as GitHub names them."""
    text = guide.GUIDE.read_text("utf-8")
    headings = re.findall(r"^#+ (.+)$", text, re.M)
    anchors = {re.sub(r"[^\w\s-]", "", h.lower()).replace(" ", "-") for h in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= anchors


def test_the_pictures_are_small():
    """A guide must open on a weak line: no picture of it is bigger than 120 kB."""
    for path in (ROOT / "docs" / "huong-dan").glob("*"):
        assert path.suffix in (".png", ".webp")
        assert path.stat().st_size < 120_000, path.name
        assert f"docs/huong-dan/{path.name}" in guide.GUIDE.read_text("utf-8")
