"""The clerk's guide as something that can be run: its commands, its files, its tables."""

import re
import shlex
import shutil
from pathlib import Path
from typing import NamedTuple

from generator.blank import Blank
from generator.records import KINDS
from generator.records.base import Kind
from generator.records.forms import form_of, model_at

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "data" / "README.md"
_BLOCK = re.compile(r"^```(console|yaml)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FIELDS = re.compile(r"(?<=<!-- fields -->\n).*(?=<!-- /fields -->)", re.DOTALL)
_NEEDS = {"bắt buộc": "có", "nên có": "nên có", "tùy chọn": ""}


class Step(NamedTuple):
    """One thing that the guide tells a clerk to do.

    Attributes:
        command: the words of a command; () for a file.
        answers: the questions that the guide shows, each with its answer.
        told: the lines that the guide shows of what the command says.
        file: the path and the text of a file to write.
    """

    command: tuple[str, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    told: tuple[str, ...] = ()
    file: tuple[str, str] = ("", "")


def steps() -> list[Step]:
    """Return what the guide tells to do, in its order."""
    found: list[Step] = []
    for language, text in _BLOCK.findall(GUIDE.read_text("utf-8")):
        if language == "console":
            found += (_step(part) for part in text.split("$ ")[1:])
        elif text.startswith("# data/"):
            path = text.split("\n", 1)[0].removeprefix("# ")
            found.append(Step(file=(path, text)))
    return found


def _step(text: str) -> Step:
    command, *lines = text.strip().split("\n")
    answers, told = [], []
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        if after.startswith("> "):
            answers.append((line, after.removeprefix("> ").replace("(Enter)", "")))
        elif not line.startswith("> "):
            told.append(line)
    return Step(tuple(shlex.split(command)), tuple(answers), tuple(told))


def copy_of_project(folder: Path) -> Path:
    """Copy all that a clerk works with to a folder."""
    for name in ("data", "content", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def tables() -> str:
    """Return the reference of the fields, as the commented samples tell them."""
    parts = []
    for kind in KINDS:
        rows = [
            f"| `{path}` | {_NEEDS[field.need]} | {field.help or _title(kind, path)} |"
            for path, field in Blank.of(ROOT, kind).fields.items()
            if field.need
        ]
        head = f"### {kind.label.capitalize()}\n\n| Trường | Cần | Là gì |\n|---|---|---|\n"
        parts.append(head + "\n".join(rows) + "\n")
    return "\n" + "\n".join(parts) + "\n"


def _title(kind: Kind, path: str) -> str:
    """Return what the model calls a field that its sample leaves to its name."""
    *above, name = path.split(".")
    model = model_at(kind.model, tuple(part for part in above if part != "*"))
    return next(field.title for field in form_of(model) if field.name == name)


def shown_tables() -> str:
    """Return the reference of the fields, as the guide has it."""
    return _FIELDS.search(GUIDE.read_text("utf-8"))[0]


def renew_tables() -> None:
    """Write the reference of the fields into the guide."""
    GUIDE.write_text(_FIELDS.sub(lambda _: tables(), GUIDE.read_text("utf-8")), "utf-8")
