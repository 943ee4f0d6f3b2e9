"""What the clerk's guide says is done, step by step, on a copy of the project."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from generator.build import build
from tests import guide
from tests.site.kit import ROOT, Silent
from tests.site.test_clerk import clerk, typed


@pytest.fixture
def office(tmp_path) -> Path:
    """A copy of the project with its site published, where a clerk begins."""
    project = guide.copy_of_project(tmp_path / "office")
    build(project, project / "site", Silent())
    return project


def done(project: Path, step: guide.Step) -> str:
    """Do one step; return what was said."""
    if step.file[0]:
        (project / step.file[0]).write_text(step.file[1], "utf-8")
        return clerk(project, "check").stdout
    program, *arguments = step.command
    assert program == "tuyenduong"
    if step.answers:
        code, said = typed(project, list(step.answers), *arguments)
        assert code == 0, said
        return said
    finished = clerk(project, *arguments)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stdout


def test_the_guide_does_what_it_says(office):
    """Every command of the guide runs in its order and says what the guide shows."""
    told = guide.steps()
    assert len(told) >= 9
    for step in told:
        said = done(office, step)
        for line in step.told:
            words = re.escape(line).replace("…", ".+")  # figures that grow with the data
            assert re.search(words, said), f"{shlex.join(step.command)}: «{line}» in\n{said}"
        if step.file[0]:
            assert "Dữ liệu dùng được" in said, said


def test_every_command_that_the_guide_names_is_there():
    """No command stands in the guide that the program does not know."""
    text = guide.GUIDE.read_text("utf-8")
    known = subprocess.run(
        ["make", "-qp"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout
    for target in set(re.findall(r"`make ([a-z-]+)`", text)):
        assert re.search(rf"^{target}:", known, re.M), target
    for words in set(re.findall(r"`tuyenduong ([a-z]+)", text)):
        assert clerk(ROOT, words, "--help").returncode == 0, words
