"""YAML text → plain values, with the line of each. The only module that knows PyYAML.

Stricter than YAML: no repeated key, no anchors, one document, text stays text. `2023-10-17`,
`0017` and `12:30` are text; a bare `no` is neither text nor a truth value but `Ambiguous`.
"""

import re
from decimal import Decimal
from typing import Any, NamedTuple

import yaml

from generator.slips import slip_in
from generator.values import Ambiguous, FieldPath
from generator.vietnamese import nfc

MAX_DEPTH = 12
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")
_TRUTH = {"true": True, "True": True, "false": False, "False": False}
_AMBIGUOUS = re.compile(r"y|n|yes|no|on|off|TRUE|FALSE", re.IGNORECASE)
_NULL = {"", "~", "null", "Null", "NULL"}
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class YamlError(Exception):
    """The text cannot be taken: line, code, what is wrong and the cure, in Vietnamese."""

    def __init__(self, line: int, code: str, problem: str, cure: str) -> None:
        super().__init__(problem)
        self.line, self.code, self.problem, self.cure = line, code, problem, cure


class Tree(NamedTuple):
    """The values of a text: mappings, tuples and scalars; the line of each path, from 1."""

    value: Any
    lines: dict[FieldPath, int]
    repeated: tuple[tuple[FieldPath, int], ...]


def read(text: str) -> Tree:
    """Read one YAML document.

    Raises:
        YamlError: the text is no YAML, or uses what the register does not take.
    """
    if tab := re.search(r"^ *\t", text, re.MULTILINE):
        raise YamlError(
            text.count("\n", 0, tab.start()) + 1,
            "YML-002",
            "dòng thụt vào bằng phím Tab",
            "thay mỗi Tab bằng hai dấu cách",
        )
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise _slip(text, error) from error
    except yaml.YAMLError as error:
        strange = _UNPRINTABLE.search(text)
        raise YamlError(
            text.count("\n", 0, strange.start() if strange else 0) + 1,
            "YML-001",
            "có ký tự mà YAML không nhận",
            "lưu lại tệp bằng UTF-8, xóa ký tự lạ",
        ) from error
    return Tree(builder.root, builder.lines, tuple(builder.repeated))


class _Builder:
    """Turns the parser's events into values, without recursion."""

    def __init__(self) -> None:
        self.root: Any = None
        self.lines: dict[FieldPath, int] = {}
        self.repeated: list[tuple[FieldPath, int]] = []
        self._open: list[_Open] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        line = event.start_mark.line + 1 if event.start_mark else 1
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise YamlError(
                        line, "YML-005", "tệp có hai tài liệu, ngăn bởi ---", "tách thành hai tệp"
                    )
            case yaml.AliasEvent():
                raise _anchors(line)
            case yaml.ScalarEvent() | yaml.MappingStartEvent() | yaml.SequenceStartEvent() if (
                event.anchor or (event.tag and event.tag != "!")
            ):
                raise _anchors(line)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._begin({} if isinstance(event, yaml.MappingStartEvent) else [], line)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._end()
            case yaml.ScalarEvent():
                self._scalar(event, line)

    def _begin(self, container: dict[str, Any] | list[Any], line: int) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise YamlError(
                line, "YML-004", "các nhóm lồng nhau quá sâu", "xem lại khoảng thụt đầu dòng"
            )
        if self._open and self._open[-1].wants_key:
            raise YamlError(
                line, "YML-001", "tên trường phải là chữ", "xem lại dấu hai chấm và dấu ngoặc"
            )
        path = self._path(line)
        self._open.append(_Open(container, path))

    def _end(self) -> None:
        closed = self._open.pop()
        value = closed.container
        self._put(tuple(value) if isinstance(value, list) else value)

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        top = self._open[-1] if self._open else None
        if top is not None and top.wants_key:
            key = nfc(event.value)
            top.key = key
            if key in top.container:
                self.repeated.append(((*top.path, key), line))
            return
        self._path(line)
        plain = event.style is None or event.style == ""
        self._put(_resolve(event.value) if plain else nfc(event.value))

    def _path(self, line: int) -> FieldPath:
        """Return the path of the value that begins here, and remember its line."""
        if not self._open:
            path: FieldPath = ()
        else:
            top = self._open[-1]
            last = top.key if isinstance(top.container, dict) else len(top.container)
            path = (*top.path, last if last is not None else "")
        self.lines.setdefault(path, line)
        return path

    def _put(self, value: Any) -> None:
        if not self._open:
            self.root = value
            return
        top = self._open[-1]
        if isinstance(top.container, dict):
            top.container.setdefault(top.key or "", value)
            top.key = None
        else:
            top.container.append(value)


class _Open:
    """A mapping or a sequence that has begun and not yet ended."""

    def __init__(self, container: dict[str, Any] | list[Any], path: FieldPath) -> None:
        self.container = container
        self.path = path
        self.key: str | None = None

    @property
    def wants_key(self) -> bool:
        return isinstance(self.container, dict) and self.key is None


def _resolve(text: str) -> Any:
    """Give a bare scalar its type: whole number, decimal, true/false, nothing, or text."""
    if text in _NULL:
        return None
    if text in _TRUTH:
        return _TRUTH[text]
    if _AMBIGUOUS.fullmatch(text):
        return Ambiguous(text)
    if _INT.fullmatch(text):
        return int(text)
    # A decimal keeps its last zeros (1.10), so that a fault can show what was written.
    return Decimal(text) if _DECIMAL.fullmatch(text) else nfc(text)


def _slip(text: str, error: yaml.MarkedYAMLError) -> YamlError:
    """Say what a clerk most likely meant where the parser stopped."""
    stopped, begun = error.problem_mark or error.context_mark, error.context_mark
    line = stopped.line + 1 if stopped else 1
    found = slip_in(text, line, begun.line + 1 if begun else None)
    if found:
        return YamlError(found.line, "YML-001", found.problem, found.cure)
    return YamlError(
        line,
        "YML-001",
        "không đọc được YAML từ dòng này",
        "xem lại dấu hai chấm, dấu nháy, khoảng thụt đầu dòng ở đây và dòng ngay trên; chữ có "
        "dấu hai chấm hoặc bắt đầu bằng * & ! % @ phải đặt trong dấu nháy kép",
    )


def _anchors(line: int) -> YamlError:
    return YamlError(
        line,
        "YML-003",
        "dấu &, * hoặc ! ở đầu chữ có nghĩa riêng trong YAML",
        "đặt cả chữ trong dấu nháy kép; không dùng neo, bí danh, thẻ kiểu",
    )
