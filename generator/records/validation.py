"""Raw data → a record, or every fault in it, told in Vietnamese."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.records.base import Kind, Origin, Part, Record
from generator.records.embargo import embargoed, means_embargo
from generator.records.forms import form_of, group_of, model_at, slip_of, told, translated
from generator.values import Ambiguous, Fault, FieldPath

_WANTED = {
    "string_type": "một dòng chữ",
    "int_type": "một số nguyên",
    "bool_type": "true hoặc false",
    "tuple_type": "một danh sách",
    "dict_type": "một nhóm trường",
    "mapping_type": "một nhóm trường",
    "model_type": "một nhóm trường",
    "model_attributes_type": "một nhóm trường",
    "is_instance_of": "một nhóm trường",
}
_HOW = {
    "một dòng chữ": "viết lại thành một dòng chữ",
    "một số nguyên": "viết một số nguyên, không có dấu nháy",
    "true hoặc false": "viết true hoặc false, không có dấu nháy",
    "một danh sách": "viết mỗi mục trên một dòng, bắt đầu bằng dấu gạch ngang",
    "một nhóm trường": "viết các trường con ở những dòng dưới, thụt vào thêm hai dấu cách",
}


def build(kind: Kind, data: Any, origin: Origin) -> tuple[Record | None, tuple[Fault, ...]]:
    """Make a record of raw data.

    Args:
        kind: the record kind.
        data: mappings, tuples and scalars, as the reader of the file gives them.
        origin: the file and the position of each value.

    Returns:
        The record and no fault, or no record and all faults that the model finds.
    """
    try:
        return kind.model.model_validate(data).located(origin), ()
    except ValidationError as error:
        return None, tuple(_fault(kind.model, item, origin, data) for item in error.errors())


def _fault(model: type[Part], error: ErrorDetails, origin: Origin, data: Any) -> Fault:
    path: FieldPath = error["loc"]
    name = str(path[-1]) if path else ""
    code, problem, cure = _explain(model, error, path, data)
    if code == "TRG-001" and origin.at(path).file.endswith(".csv"):
        cure = f"điền ô ở cột «{name}»"
    dotted = ".".join(str(part + 1 if isinstance(part, int) else part) for part in path)
    return Fault(origin.at(path), code, dotted, problem, cure)


def _explain(
    model: type[Part], error: ErrorDetails, path: FieldPath, data: Any
) -> tuple[str, str, str]:
    """Return code, problem and cure of one of pydantic's errors."""
    name = str(path[-1]) if path else ""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "fault":
        return context["code"], context["problem"], context["cure"]
    if kind == "missing":
        label = _label(model, path)
        return "TRG-001", f"thiếu trường bắt buộc «{name}»{label}", f"thêm dòng «{name}: …»"
    if kind == "extra_forbidden" and means_embargo(name):
        return embargoed(_text(error.get("input")))
    if kind == "extra_forbidden":
        return "TRG-002", *_unknown_field(model, error, path, data)
    if kind == "literal_error":
        choices = ", ".join(map(told, re.findall(r"'([^']*)'", context.get("expected", ""))))
        problem = f"giá trị {_shown(error)} không có trong danh mục"
        return "TRG-004", problem, f"chọn một trong: {choices}"
    if kind == "string_pattern_mismatch":
        return "TRG-009", f"giá trị {_shown(error)} không đúng dạng", "xem mẫu trong data/README.md"
    wanted = _WANTED.get(kind)
    if wanted:
        return "TRG-003", *_wrong_type(error, kind, wanted)
    if kind == "greater_than_equal":
        least = context["ge"]
        return "TRG-009", f"giá trị {_shown(error)} quá nhỏ", f"viết số từ {least} trở lên"
    return "TRG-009", f"giá trị {_shown(error)} không đúng dạng", "xem mẫu trong data/README.md"


def _unknown_field(
    model: type[Part], error: ErrorDetails, path: FieldPath, data: Any
) -> tuple[str, str]:
    """Tell of a field that no record has: a slip of the pen, of a comma, or of a colon."""
    name = str(path[-1])
    if error.get("input") is None and (cut := _cut_by_comma(path, data)):
        problem = f"dấu phẩy trong {{…}} đã cắt giá trị của «{cut[0]}» làm hai"
        return problem, f'đặt cả giá trị trong dấu nháy kép: {cut[0]}: "{cut[1]}"'
    before, colon, _ = name.partition(":")
    if error.get("input") is None and colon and before.isidentifier():
        return f"thiếu dấu cách sau dấu hai chấm của «{before}»", f"viết «{before}: …»"
    group, hint = model_at(model, path[:-1]), "xóa dòng này"
    if near := slip_of(name, group):
        hint = f"có phải «{near}»? Nếu không, xóa dòng này"
    elif home := group_of(name, group):
        hint = f"trường đó thuộc về một mục của «{home}»; chuyển vào đó"
    elif word := translated(name, group):
        hint = f"tên trường đó viết là «{word}»"
    return f"không có trường nào tên «{name}»", hint


def _cut_by_comma(path: FieldPath, data: Any) -> tuple[str, str] | None:
    """Return the field whose value a bare comma has cut, and what is left of the value.

    `{name: Tổ A, thôn B}` is read as two fields, the second without a value.
    """
    if not re.search(r"[^\w:]|[^\x00-\x7f]|[A-Z]", str(path[-1])) or ":" in str(path[-1]):
        return None
    for part in path[:-1]:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    field, pieces = "", list[str]()
    for name, value in data.items() if isinstance(data, dict) else ():
        if value is None and pieces:
            pieces.append(name)
        elif path[-1] in pieces[1:]:
            break
        else:
            field, pieces = name, [value] if isinstance(value, str) else []
    return (field, ", ".join(pieces)) if path[-1] in pieces[1:] else None


def _wrong_type(error: ErrorDetails, kind: str, wanted: str) -> tuple[str, str]:
    value = error.get("input")
    if kind == "string_type" and isinstance(value, Ambiguous | int | Decimal):
        meaning = "đúng/sai" if isinstance(value, Ambiguous | bool) else "số"
        return (
            f"cần {wanted}, nhưng {_shown(error)} không có dấu nháy nên được hiểu là {meaning}",
            f'đặt trong dấu nháy kép: "{_text(value)}"',
        )
    if value is None:
        return "để trống", f"điền {wanted}, hoặc xóa dòng này"
    found = f"{_shown(error)} là chữ" if isinstance(value, str) else f"gặp {_shown(error)}"
    return f"cần {wanted}, nhưng {found}", _HOW[wanted]


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _shown(error: ErrorDetails) -> str:
    value = error.get("input")
    if isinstance(value, Mapping):
        return "một nhóm trường"
    if isinstance(value, tuple):
        return "một danh sách"
    return f"«{_text(value)[:60]}»"


def _label(model: type[Part], path: FieldPath) -> str:
    found = model_at(model, path[:-1])
    titles = {field.name: field.title for field in (form_of(found) if found else ())}
    title = titles.get(str(path[-1]), "")
    return f" ({title})" if title else ""
