"""The invented province shows every kind of record, every field with and without, every state."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from generator.load import Register, load
from generator.records import KINDS
from generator.records.base import Before, Part, Record
from generator.records.digest import IN_FORCE
from generator.records.task import STATES
from generator.records.terms import Authority, Family

# Long lists of the law's own terms, which no page treats one by one.
NOT_ALL = (Authority, Family)
# Records that name people or acts; a place or an award is what it is.
NAMING = (
    "recipient", "movement", "exemplar", "decision", "cluster", "council", "initiative", "task",
    "elsewhere",
)  # fmt: skip


@pytest.fixture(scope="module")
def register(province: Path) -> Register:
    """The records of the province."""
    return load(province)


@pytest.fixture(scope="module")
def parts(register: Register) -> dict[type[Part], list[Part]]:
    """Every record and every group of fields within one, by its class."""
    found: dict[type[Part], list[Part]] = defaultdict(list)
    for _, record in records(register):
        for part in parts_of(record):
            found[type(part)].append(part)
    return found


def records(register: Register) -> Iterator[tuple[str, Record]]:
    """Yield every record of the register with the name of its kind."""
    for kind in KINDS:
        yield from ((kind.name, record) for record in register.reference.of(kind.name))
    for volume in register.volumes:
        yield from (("decision", decision) for decision in volume.decisions)


def parts_of(value: object) -> Iterator[Part]:
    """Yield a record and all groups of fields inside it."""
    if isinstance(value, Part):
        yield value
        for name in type(value).model_fields:
            yield from parts_of(getattr(value, name))
    elif isinstance(value, tuple | Mapping):
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from parts_of(item)


def models_in(annotation: Any) -> Iterator[type[Part]]:
    """Yield the classes of groups of fields that an annotation names."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for info in annotation.model_fields.values():
            yield from models_in(info.annotation)
    for argument in get_args(annotation):
        yield from models_in(argument)


# What a `before` may hold, the record itself shows.
MODELS = sorted(
    {m for kind in KINDS for m in models_in(kind.model) if not issubclass(m, Before)},
    key=lambda m: m.__name__,
)
OPTIONAL = [
    pytest.param(model, name, id=f"{model.__name__}.{name}")
    for model in MODELS
    for name, info in model.model_fields.items()
    if not info.is_required() and name not in Record.model_fields
    if (model.__name__, name) != ("Site", "press_kits")  # on; test_press_kit switches it off
]


@pytest.mark.parametrize(("model", "name"), OPTIONAL)
def test_optional_field_is_there_and_is_not(
    parts: dict[type[Part], list[Part]], model: type[Part], name: str
) -> None:
    """Each field that may be left out is written somewhere, and left out somewhere."""
    default = model.model_fields[name].get_default(call_default_factory=True)
    seen = [getattr(part, name) != default for part in parts[model]]
    assert any(seen), "không bản ghi nào có trường này"
    if model.__name__ not in ("Site", "Contact"):  # there is but one of these
        assert not all(name in part.model_fields_set for part in parts[model])


def choices_of(model: type[Part], name: str) -> set[Any]:
    """Return the closed lists of terms that a field chooses from."""
    info = model.model_fields.get(name)
    return set(choices(info.annotation)) if info else set()


def choices(annotation: Any) -> Iterator[Any]:
    """Yield the closed lists of terms within an annotation."""
    if get_origin(annotation) is Literal:
        yield annotation
    for argument in get_args(annotation):
        if get_origin(annotation) is not Literal:
            yield from choices(argument)


CHOICES = [
    pytest.param(model, name, literal, id=f"{model.__name__}.{name}")
    for model in MODELS
    for name in model.model_fields
    for literal in choices_of(model, name)
    if literal not in NOT_ALL
]


@pytest.mark.parametrize(("model", "name", "literal"), CHOICES)
def test_every_term_is_used(
    parts: dict[type[Part], list[Part]], model: type[Part], name: str, literal: Any
) -> None:
    """Each term of a closed list stands in some record, under this name."""
    owners = {owner for owner in MODELS if literal in choices_of(owner, name)}
    values = [getattr(part, name) for owner in owners for part in parts[owner]]
    used = {item for v in values for item in (v if isinstance(v, tuple) else (v,))}
    assert set(get_args(literal)) - used == set()


def test_every_status(register: Register) -> None:
    """Honours in every state a later act can bring."""
    decisions = [decision for volume in register.volumes for decision in volume.decisions]
    found = {d.status(honour).code for d in decisions for honour in d.honours}
    assert found == IN_FORCE | {"cancelled", "stripped"}


def test_every_state_of_a_movement(register: Register) -> None:
    """Movements that run, have ended, have not begun."""
    reference = register.reference
    states = {movement.state(reference.as_of) for movement in reference.of("movement")}
    assert states == {"đang diễn ra", "đã kết thúc", "chưa bắt đầu"}


def test_every_state_of_the_work(register: Register) -> None:
    """Tasks in every state; clusters and councils that work, and that have ended."""
    reference = register.reference
    tasks = [task for year in reference.of("task") for task in year.tasks]
    assert {task.state(reference.as_of) for task in tasks} == set(STATES)
    for kind, silent in (("cluster", set()), ("council", {""})):
        states = {record.state(reference.as_of) for record in reference.of(kind)}
        assert states == {"đang hoạt động", "đã kết thúc"} | silent


def test_all_is_invention(register: Register) -> None:
    """Whatever names people or acts says that it is invented, but for what a test needs real."""
    found = ((kind, record) for kind, record in records(register) if not record.illustrative)
    real = {record.id for kind, record in found if kind in NAMING}
    assert real == {"3-qd-ubnd"}
