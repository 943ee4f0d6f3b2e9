"""What the guides promise is what there is."""

import re
from pathlib import Path

from generator.cli import commands

ROOT = Path(__file__).parents[1]
CODE = re.compile(r"\b[A-Z]{2,4}-\d{3}\b")


def test_every_fault_code_is_in_the_clerks_guide():
    """A code that a clerk may meet can be looked up, and the guide lists no other."""
    code = "".join(path.read_text("utf-8") for path in (ROOT / "generator").rglob("*.py"))
    used = {found for found in CODE.findall(code) if not found.startswith(("RFC", "UTF", "SHA"))}
    listed = set(
        re.findall(r"^\| ([A-Z]{2,4}-\d{3}) \|", (ROOT / "data/README.md").read_text("utf-8"), re.M)
    )
    assert used == listed


def test_every_command_is_in_the_readme():
    """The README names each command, and each target of the Makefile that it shows is there."""
    readme = (ROOT / "README.md").read_text("utf-8")
    for name in commands.commands:
        assert f"`tuyenduong {name}" in readme, name
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    assert set(re.findall(r"\bmake ([a-z]+)\b", readme)) <= targets


def test_every_path_that_the_readme_names_is_there():
    """No guide leads to a file that is gone."""
    for guide in ("README.md", "data/README.md"):
        text = (ROOT / guide).read_text("utf-8")
        for link in re.findall(r"\]\(([^)#:]+)\)", text):
            assert ((ROOT / guide).parent / link).exists(), link
