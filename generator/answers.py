"""What a clerk is asked, and what the words of an answer mean for a field.

A choice is told by its number, code or meaning, a record by words of its name without marks, a
date as Vietnamese write it.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from generator.dates import PartialDate
from generator.records.base import Kind, Reference
from generator.records.forms import MEANINGS, FormField, told
from generator.values import UserError
from generator.vietnamese import fold, nfc, slugify, squeeze

_DAY_FIRST = re.compile(r"(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})")
_TRUTH = {"co": True, "true": True, "khong": False, "false": False}
_NONE = ("khong", "khong co")
_MANY = 20  # candidates that are shown at once


class Question(NamedTuple):
    """What a clerk is asked.

    Attributes:
        path: the dotted path of the field, as `--set` names it.
        title: what a clerk calls it.
        help: what the commented sample says of it.
        choices: the answers there are; none when any text will do.
        proposal: what an empty answer means, or "".
        required: whether an empty answer without a proposal will not do.
        problem: why the last answer would not do.
        empty: what no answer at all means, in Vietnamese.
    """

    path: str
    title: str
    help: str = ""
    choices: tuple[str, ...] = ()
    proposal: str = ""
    required: bool = True
    problem: str = ""
    empty: str = "bỏ qua"


Ask = Callable[[Question], str]


def dialogue(item: FormField, question: Question, ask: Ask, reference: Reference) -> Any:
    """Ask until the answer will do; return its value, or None where none is needed."""
    while True:
        text = squeeze(ask(question)) or question.proposal
        known = item.refers or item.choices  # there «không» is no answer, and part of many names
        if not item.required and (not text or (known and fold(text) in _NONE)):
            return None
        value, problem = answer(item, text, reference)
        if not problem:
            return value
        question = question._replace(problem=problem)


def asked_for(item: FormField) -> str:
    """Say what a field is, with the choices that it has."""
    return f"{item.title} ({', '.join(map(told, item.choices))})" if item.choices else item.title


def agreed(text: str) -> bool:
    """Whether an answer to a yes-or-no question, the first choice of which is yes, is yes."""
    return _TRUTH.get(fold(text.strip()), text.strip().lower() in ("1", "c", "y", "yes"))


def answer(item: FormField, text: str, reference: Reference) -> tuple[Any, str]:
    """Return the value that a clerk's words mean for a field, and why they will not do, or ""."""
    text = squeeze(nfc(text)) if item.type != "prose" else nfc(text)
    if item.many:
        parts = [part.strip() for part in text.split(";") if part.strip()]
        found = [answer(item._replace(many=False), part, reference) for part in parts]
        return tuple(value for value, _ in found), "; ".join(filter(None, (p for _, p in found)))
    if not text.strip():
        return None, "chưa có câu trả lời"
    if item.choices:
        return _choice(item.choices, text)
    if item.refers:
        return find(reference, item.refers, text)
    match item.type:
        case "number":
            return (int(text), "") if re.fullmatch(r"\d{1,9}", text) else (None, "cần một số")
        case "truth":
            truth = _TRUTH.get(fold(text))
            return truth, "" if truth is not None else "trả lời có hoặc không"
        case "date":
            return _date(text)
    return text, ""


def _choice(choices: tuple[str, ...], text: str) -> tuple[Any, str]:
    if text.isdecimal() and 1 <= int(text) <= len(choices):
        return choices[int(text) - 1], ""
    words = slugify(text)
    names = {c: (slugify(c), slugify(MEANINGS.get(c, ""))) for c in choices}
    for fits in (str.__eq__, str.startswith, str.__contains__):
        found = [c for c, own in names.items() if words and any(fits(name, words) for name in own)]
        if len(found) == 1:
            return found[0], ""
    return None, f"chọn một trong: {', '.join(map(told, choices))}"


def _date(text: str) -> tuple[Any, str]:
    """Read a date as Vietnamese write it, or as the data keeps it; a bare year is a number."""
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = match.groups()
        text = "-".join(f"{int(p):02}" for p in (year, month, day) if p)
    try:
        parsed = PartialDate.parse(text)
    except ValueError:
        return None, "không phải ngày; viết 17/10/2023, 10/2023 hoặc 2023"
    return (parsed.year if not parsed.month else parsed.iso), ""


def find(reference: Reference, kind: str, text: str) -> tuple[str | None, str]:
    """Return the id of the one record that words mean, with marks or without.

    Args:
        reference: where to look.
        kind: of which kind the record is.
        text: its id, or words of its name; "?" means any.
    """
    if reference.find(kind, text):
        return text, ""
    words = fold(text) if text != "?" else ""  # which stands in every name
    names = {record.id: _names_of(record) for record in reference.of(kind)}
    exact = [key for key, own in names.items() if words in own]
    found = exact or [key for key, own in names.items() if any(words in name for name in own)]
    if len(found) == 1 and words:
        return found[0], ""
    if not found:
        return None, f"không có mã hay tên nào là «{text}»"
    shown = "; ".join(f"{key} ({reference.find(kind, key).called})" for key in found[:_MANY])
    rest = f"; và {len(found) - _MANY} nữa" if len(found) > _MANY else ""
    return None, f"«{text}» có thể là: {shown}{rest}"


def _names_of(record: Any) -> list[str]:
    words = (getattr(record, name, None) for name in ("name", "short_name", "title"))
    others = getattr(record, "aliases", ()) + getattr(record, "other_names", ())
    return [fold(word) for word in (*words, *others) if word] + [record.id.replace("-", " ")]


def kind_meant(words: str, kinds: Sequence[Kind], ask: Ask | None) -> Kind:
    """Return the record kind that a clerk names, in English or in Vietnamese.

    Raises:
        UserError: there is none of that name; tells those that there are.
    """
    known = "\n".join(f"  {kind.name:<10} {kind.label}" for kind in kinds)
    if not words and ask:
        words = ask(Question("", "loại hồ sơ", known.strip()))
    for kind in kinds:
        if slugify(words) in (kind.name, slugify(kind.label)):
            return kind
    raise UserError(f"không có loại hồ sơ «{words}»; các loại là:\n{known}")
