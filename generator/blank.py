"""The commented sample of a kind (`data/mau/`) as a form: its comments, and records written by it.

The sample is the one place where a clerk reads what a field is for. A field that it marks
«nên có» is asked for though a record can do without it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from generator.placement import SAMPLES
from generator.records.base import Kind
from generator.records.forms import form_of
from generator.values import UserError
from generator.yaml_edit import in_line

_LINE = re.compile(r"( *)(- )?([\w-]+):(.*)")
_COMMENT = re.compile(r"\s+# (?:\((bắt buộc|nên có|tùy chọn)[^)]*\) ?)?(.*)$")
_WIDTH = 38  # where comments begin, as in the samples
_PROGRAM = Path(__file__).parents[1]


class _Field(NamedTuple):
    """A field of the sample: how needed it is, what it is for, and its lines."""

    need: str
    help: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Blank:
    """The form of one kind: the fields of its sample by dotted path, list numbers left out."""

    kind: Kind
    fields: Mapping[str, _Field]

    @classmethod
    def of(cls, root: Path, kind: Kind) -> "Blank":
        """Return the form of a kind, from the project's own sample if it has one."""
        name = f"data/{SAMPLES}/{sample_name(kind)}"
        path = next((p / name for p in (root, _PROGRAM) if (p / name).is_file()), None)
        if path is None:
            raise UserError(f"không có mẫu {name}; chép lại tệp đó từ bản gốc của chương trình")
        front = path.read_text("utf-8").removeprefix("---\n").partition("\n---\n")[0]
        form = cls(kind, dict(_fields(front.split("\n"))))
        if kind.layout == "table":  # below the entry's own name
            form = form.below(next(iter(form.fields)))
        free = {field.name for field in form_of(kind.model) if field.keyed}
        return cls(kind, {_starred(path, free): f for path, f in form.fields.items()})

    def below(self, path: str) -> "Blank":
        """Return the part of the form below a field."""
        parts = {k: f for k, f in self.fields.items() if k.startswith(f"{path}.")}
        return Blank(self.kind, {k.removeprefix(f"{path}."): f for k, f in parts.items()})

    @property
    def help(self) -> dict[str, str]:
        """What each field is for."""
        return {path: field.help for path, field in self.fields.items()}

    @property
    def wanted(self) -> frozenset[str]:
        """The fields to ask for."""
        return frozenset(path for path, field in self.fields.items() if field.need == "nên có")

    def written(self, record: Mapping[str, Any]) -> str:
        """Return a record as YAML in the order of the sample, with its comments.

        A field that has no value stands as a comment, so that it can be filled later.
        """
        lines: list[str] = []
        shown = {path: field for path, field in self.fields.items() if "." not in path}
        for name in dict.fromkeys([*shown, *record]):
            if name in record:
                lines += self._lines(name, name, record[name], "")
            elif shown[name].need:
                lines.append(self._empty(name, shown[name]))
        return "\n".join(lines) + "\n"

    def _empty(self, name: str, field: _Field) -> str:
        if len(field.lines) == 1:
            return f"# {field.lines[0].strip()}"
        shown = f"cách ghi: data/{SAMPLES}/{sample_name(self.kind)}"
        where = f"{field.help}; {shown}" if field.help else shown
        return _commented(f"# {name}:", f"({field.need}) {where}")

    def _lines(self, path: str, name: str, value: Any, indent: str) -> Iterator[str]:
        """Yield the lines of a field; `path` is where the sample tells of it."""
        help_ = self.fields[path].help if path in self.fields else ""
        head = f"{indent}{name}:"
        match value:
            case dict():
                yield _commented(head, help_)
                for key, inner in value.items():
                    below = f"{path}.*" if f"{path}.*" in self.fields else f"{path}.{key}"
                    yield from self._lines(below, key, inner, f"{indent}  ")
            case tuple() if any(isinstance(item, dict) for item in value):
                yield _commented(head, help_)
                for number, item in enumerate(value):
                    yield from self._item(path if not number else "", item, f"{indent}  ")
            case tuple():
                yield _commented(f"{head} [{', '.join(map(in_line, value))}]", help_)
            case str() if "\n" in value:
                yield _commented(f"{head} |", help_)
                yield from (f"{indent}  {line}".rstrip() for line in value.splitlines())
            case _:
                yield _commented(f"{head} {in_line(value)}", help_)

    def _item(self, path: str, item: Mapping[str, Any], indent: str) -> Iterator[str]:
        """Yield the lines of one group of a list; only the first is commented."""
        for place, (key, value) in enumerate(item.items()):
            below = f"{path}.{key}" if path else ""
            for number, line in enumerate(self._lines(below, key, value, f"{indent}  ")):
                yield f"{indent}- {line.lstrip()}" if place == 0 and number == 0 else line


def _starred(path: str, free: set[str]) -> str:
    """Return a path with a star for the name that a sample gives to one of many."""
    first, *rest = path.split(".")
    return ".".join([first, "*", *rest[1:]]) if first in free and rest else path


def sample_name(kind: Kind) -> str:
    """Return the name of a kind's sample in `data/mau/`."""
    return f"{kind.name}.{'md' if kind.layout == 'markdown' else 'yml'}"


def _commented(line: str, comment: str) -> str:
    return f"{line.ljust(_WIDTH - 1)} # {comment}" if comment else line


def _fields(lines: list[str]) -> Iterator[tuple[str, _Field]]:
    """Yield the fields of a sample by path; the first place that says what one is for counts."""
    found: dict[str, _Field] = {}
    above: list[tuple[int, str]] = []
    for number, line in enumerate(lines):
        match = _LINE.match(line)
        if not match:
            continue
        depth = len(match[1]) + len(match[2] or "")
        above = [(at, name) for at, name in above if at < depth]
        above.append((depth, match[3]))
        path = ".".join(name for _, name in above)
        comment = _COMMENT.search(match[4])
        if path not in found or (comment and not found[path].help):
            need, help_ = (comment[1] or "", comment[2]) if comment else ("", "")
            found[path] = _Field(need, help_, tuple(_block(lines, number, depth)))
    yield from found.items()


def _block(lines: list[str], start: int, depth: int) -> Iterator[str]:
    """Yield a field's line and those that belong to it."""
    yield lines[start]
    for line in lines[start + 1 :]:
        if not line.strip() or len(line) - len(line.lstrip()) <= depth:
            return
        yield line
