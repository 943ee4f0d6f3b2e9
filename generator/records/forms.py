"""What a model's fields are called and take, for messages to a clerk and for questions."""

import difflib
from collections.abc import Mapping
from functools import cache
from types import NoneType
from typing import Any, Literal, NamedTuple, get_args, get_origin

from generator.records.base import MarkdownText, Part, PartialDate, RefTo
from generator.records.column import MEDIA
from generator.records.consultation import COUNTINGS, WITHDRAWALS
from generator.records.consultation import OUTCOMES as ENDINGS
from generator.records.correction import OUTCOMES
from generator.records.document import FACTS, FORMS
from generator.records.event import EVENT_CHANGES, EVENT_TYPES
from generator.records.holiday import DAY_KINDS
from generator.records.place import TYPES
from generator.records.procedure import PROCEDURE_LEVELS
from generator.records.terms import (
    AUTHORITIES,
    CHANGES,
    CLUSTER_KINDS,
    COMMENDATIONS,
    COUNCIL_KINDS,
    DATE_BASES,
    DISPLAYS,
    FAMILIES,
    GROUPS,
    INITIATIVE_LEVELS,
    LISTINGS,
    MEASURES,
    RECIPIENT_KINDS,
    SIZES,
    STEP_STATES,
    STORY_KINDS,
)
from generator.values import FieldPath
from generator.vietnamese import slugify

MEANINGS = {
    **AUTHORITIES, **CHANGES, **CLUSTER_KINDS, **COMMENDATIONS, **COUNCIL_KINDS, **COUNTINGS,
    **DATE_BASES, **DAY_KINDS, **DISPLAYS, **ENDINGS, **EVENT_CHANGES, **EVENT_TYPES, **FACTS,
    **FAMILIES, **FORMS, **GROUPS, **INITIATIVE_LEVELS, **LISTINGS, **MEASURES, **MEDIA,
    **OUTCOMES, **PROCEDURE_LEVELS, **RECIPIENT_KINDS, **SIZES, **STEP_STATES, **STORY_KINDS,
    **TYPES, **WITHDRAWALS,
}  # fmt: skip
# What lists call a field, where its title has other words.
_HABITS = {"ho-ten": "ten", "ho-va-ten": "ten", "tt": "so-thu-tu", "so-tt": "so-thu-tu"}

ValueType = Literal["text", "number", "truth", "date", "prose"]


class FormField(NamedTuple):
    """A field as a form shows it.

    Attributes:
        name: as it is written in a file.
        title: what a clerk calls it.
        required: whether a record must have it.
        choices: the words it takes, none when it takes any.
        refers: the kind whose ids it takes, or "".
        inner: the model of the group that it holds.
        many: whether it is a list.
        keyed: whether it holds such groups by names that the record gives.
        type: what one value is, apart from groups.
    """

    name: str
    title: str
    required: bool
    choices: tuple[str, ...]
    refers: str
    inner: type[Part] | None
    many: bool
    keyed: bool
    type: ValueType


@cache
def form_of(model: type[Part]) -> tuple[FormField, ...]:
    """Return the fields of a model, in its order."""
    return tuple(_field(info.alias or name, info) for name, info in model.model_fields.items())


def _field(name: str, info: Any) -> FormField:
    parts = list(_parts(info.annotation))
    marks = [
        *info.metadata,
        *(mark for part in parts for mark in getattr(part, "__metadata__", ())),
    ]
    choices = next((get_args(part) for part in parts if get_origin(part) is Literal), ())
    inner = next((p for p in parts if isinstance(p, type) and issubclass(p, Part)), None)
    return FormField(
        name=name,
        title=info.title or name,
        required=info.is_required(),
        choices=choices,
        refers=next((mark.kind for mark in marks if isinstance(mark, RefTo)), ""),
        inner=inner,
        many=any(get_origin(part) is tuple for part in parts),
        keyed=any(get_origin(part) is Mapping for part in parts),
        type=_type(parts, marks),
    )


def _type(
    parts: list[Any], marks: list[Any]
) -> Literal["text", "number", "truth", "date", "prose"]:
    if bool in parts:
        return "truth"
    if int in parts:
        return "number"
    if PartialDate in parts:
        return "date"
    return "prose" if MarkdownText() in marks else "text"


def _parts(annotation: Any) -> Any:
    """Yield an annotation and all that it is made of."""
    yield annotation
    if get_origin(annotation) is not Literal:
        for argument in get_args(annotation):
            if argument not in (Ellipsis, NoneType):
                yield from _parts(argument)


def model_at(model: type[Part], path: FieldPath) -> type[Part] | None:
    """Return the model of the group of fields at a path, or None when there is no such group."""
    current: type[Part] | None = model
    for part in path:
        if current is not None and not isinstance(part, int):
            inner = {field.name: field.inner for field in form_of(current)}
            current = inner.get(part, current)
    return current


def slip_of(name: str, model: type[Part] | None) -> str | None:
    """Return the field whose name a slip of the pen has turned into another, or None."""
    names = [field.name for field in form_of(model)] if model else []
    return next(iter(difflib.get_close_matches(name, names, n=1)), None)


def group_of(name: str, model: type[Part] | None) -> str | None:
    """Return the one group of a record that has a field of that name, or None."""
    groups = [field for field in form_of(model) if field.inner] if model else []
    homes = [g.name for g in groups if g.inner and name in {f.name for f in form_of(g.inner)}]
    return homes[0] if len(homes) == 1 else None


def translated(name: str, model: type[Part] | None) -> str | None:
    """Return the field that a Vietnamese name means, or None.

    >>> from generator.records.honour import Honour
    >>> translated("Họ và tên", Honour), translated("chuc_vu", Honour)
    ('name', 'role')
    """
    word = slugify(name)
    word = _HABITS.get(word, word)
    titles = {field.name: slugify(field.title) for field in (form_of(model) if model else ())}
    for fits in (str.__eq__, lambda title, word: title.startswith(f"{word}-")):
        found = [key for key, title in titles.items() if word and fits(title, word)]
        if found:
            return found[0]
    return None


def told(choice: str) -> str:
    """Return a word of a closed list with its meaning: "person (cá nhân)"."""
    meaning = MEANINGS.get(choice)
    return f"{choice} ({meaning})" if meaning else choice
