"""Habits that the templates keep."""

import re
from pathlib import Path

import pytest

import generator

TEMPLATES = sorted((Path(generator.__file__).parent / "templates").glob("*.jinja"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_opens_with_what_it_renders(path):
    """The first thing in a template is a comment that says what it renders and needs."""
    assert path.read_text("utf-8").startswith("{# ")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_line_swallows_the_next(path):
    """A line of text that ends in a block tag keeps its newline (`+%}`): Jinja would eat it."""
    lines = path.read_text("utf-8").splitlines()
    swallowing = [line for line in lines if re.match(r"[^{\s].*[^+]%\}$", line)]
    assert swallowing == []


def test_every_template_is_used():
    """No template is left over."""
    package = Path(generator.__file__).parent
    code = "".join(p.read_text("utf-8") for p in (*package.rglob("*.py"), *TEMPLATES))
    names = {path.name.removesuffix(".md.jinja") for path in TEMPLATES}
    unused = [
        name for name in names if f'"{name}.md.jinja"' not in code and f'"{name}"' not in code
    ]
    assert unused == []
