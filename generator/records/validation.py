"""Raw data → a record, or every fault in it, told in Vietnamese."""

import difflib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.records.base import Kind, Origin, Record
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
        return None, tuple(_fault(kind.model, item, origin) for item in error.errors())


def _fault(model: type[BaseModel], error: ErrorDetails, origin: Origin) -> Fault:
    path: FieldPath = error["loc"]
    name = str(path[-1]) if path else ""
    code, problem, cure = _explain(model, error, path, name)
    if code == "TRG-001" and origin.at(path).file.endswith(".csv"):
        cure = f"điền ô ở cột «{name}»"
    dotted = ".".join(str(part + 1 if isinstance(part, int) else part) for part in path)
    return Fault(origin.at(path), code, dotted, problem, cure)


def _explain(
    model: type[BaseModel], error: ErrorDetails, path: FieldPath, name: str
) -> tuple[str, str, str]:
    """Return code, problem and cure of one of pydantic's errors."""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "fault":
        return context["code"], context["problem"], context["cure"]
    if kind == "missing":
        label = _label(model, path)
        return "TRG-001", f"thiếu trường bắt buộc «{name}»{label}", f"thêm dòng «{name}: …»"
    if kind == "extra_forbidden":
        near = difflib.get_close_matches(name, _field_names(model, path[:-1]), n=1)
        hint = f"có phải «{near[0]}»? Nếu không, xóa dòng này" if near else "xóa dòng này"
        return "TRG-002", f"không có trường nào tên «{name}»", hint
    if kind == "literal_error":
        choices = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
        return (
            "TRG-004",
            f"giá trị {_shown(error)} không có trong danh mục",
            f"chọn một trong: {choices}",
        )
    if kind == "string_pattern_mismatch":
        return "TRG-009", f"giá trị {_shown(error)} không đúng dạng", "xem mẫu trong data/README.md"
    wanted = _WANTED.get(kind)
    if wanted:
        return "TRG-003", *_wrong_type(error, kind, wanted)
    if kind == "greater_than_equal":
        least = context["ge"]
        return "TRG-009", f"giá trị {_shown(error)} quá nhỏ", f"viết số từ {least} trở lên"
    return "TRG-009", f"giá trị {_shown(error)} không đúng dạng", "xem mẫu trong data/README.md"


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


def _model_at(model: type[BaseModel], path: FieldPath) -> type[BaseModel] | None:
    """Return the model of the group of fields at a path."""
    current: type[BaseModel] | None = model
    for part in path:
        if isinstance(part, int) or current is None:
            continue
        by_key = {info.alias or key: info for key, info in current.model_fields.items()}
        if part in by_key:
            current = _inner_model(by_key[str(part)].annotation)
    return current


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        if found := _inner_model(argument):
            return found
    return None


def _field_names(model: type[BaseModel], path: FieldPath) -> list[str]:
    found = _model_at(model, path)
    return [info.alias or key for key, info in found.model_fields.items()] if found else []


def _label(model: type[BaseModel], path: FieldPath) -> str:
    found = _model_at(model, path[:-1])
    for key, info in found.model_fields.items() if found else ():
        if (info.alias or key) == path[-1] and info.title:
            return f" ({info.title})"
    return ""
