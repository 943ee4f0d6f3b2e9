"""What every record is made of.

A record is frozen, refuses fields that it does not know and never guesses a type. It remembers
its origin, the file and line of each of its values, so that a rule can point at the line.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, Self, get_args

from pydantic import BaseModel, ConfigDict, PrivateAttr, create_model, model_validator

from generator.dates import PartialDate
from generator.photos import Size
from generator.records.calendar import CalendarEntry
from generator.records.feed import FeedEntry
from generator.records.fields import (
    Date,
    DecisionAt,
    Field,
    MarkdownText,
    PastDate,
    Prose,
    RecipientKind,
    RefTo,
    SiteUrl,
    Slug,
    Text,
    Url,
    refuse,
)
from generator.values import Fault, FieldPath, Link, Page, Position

if TYPE_CHECKING:
    from generator.records.digest import Index

__all__ = [
    "Before",
    "CalendarEntry",
    "Date",
    "DecisionAt",
    "Fault",
    "FeedEntry",
    "Field",
    "FieldPath",
    "GroupRule",
    "Kind",
    "Link",
    "MarkdownText",
    "NamedAct",
    "Origin",
    "Page",
    "Part",
    "PartialDate",
    "PastDate",
    "Position",
    "Prose",
    "RecipientKind",
    "Record",
    "RefTo",
    "Reference",
    "Rule",
    "SiteUrl",
    "Slug",
    "Source",
    "Text",
    "Url",
    "Volume",
    "VolumeKey",
    "before_of",
    "before_validation",
    "marks_within",
    "refuse",
    "walk",
]

# Marks a class method that sees a record's raw data before its fields are read.
before_validation = model_validator(mode="before")


class Origin(NamedTuple):
    """Where a record was read: its file, and the position of each value in it."""

    file: str
    positions: Mapping[FieldPath, Position]

    def at(self, path: FieldPath) -> Position:
        """Return the position of a value, or of the nearest thing around it."""
        for length in range(len(path), -1, -1):
            if position := self.positions.get(path[:length]):
                return position
        return Position(self.file, 0)


class Part(BaseModel):
    """A frozen group of fields inside a record."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, populate_by_name=True, hide_input_in_errors=True
    )


class Before(Part):
    """What some fields said until a later act changed them; the others are as they are now."""

    @property
    def given(self) -> dict[str, Any]:
        """The fields that were otherwise, with what they said: None for one that was empty."""
        return {name: getattr(self, name) for name in self.model_fields_set}


def before_of(
    model: type[Part], lasting: Collection[str] = (), keys: Collection[str] = (), **others: Any
) -> type[Before]:
    """Return the group of fields that says what those of a model said before.

    Args:
        model: the record, or a part of one.
        lasting: the fields that no later act changes, or of which no older state is shown.
        keys: the fields that tell which part is meant.
        others: fields of another type than the model's.

    Returns:
        A class that its module has to call `<model>Before`, so that records can be kept.
    """
    fields: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        kind = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
        told = Field(
            ... if name in keys else None,
            title=info.title,
            alias=info.alias,
            json_schema_extra=info.json_schema_extra,
        )
        if name not in lasting:
            fields[name] = others.get(name, kind), told
    name = f"{model.__name__}Before"
    return create_model(name, __base__=Before, __module__=model.__module__, **fields)


class Source(Part):
    """Where a fact was read."""

    title: Text = Field(title="tên nguồn")
    publisher: Text | None = Field(None, title="nơi đăng")
    url: Url | None = Field(None, title="địa chỉ")
    date: PastDate | None = Field(None, title="ngày của nguồn")


class Record(Part):
    """A thing the office keeps, with an identity of its own."""

    id: Slug = Field(title="mã")
    illustrative: bool = Field(False, title="dữ liệu minh họa")
    sources: Mapping[str, Source] = Field(default_factory=dict, title="nguồn")

    _origin: Origin = PrivateAttr(default=Origin("", {}))

    @property
    def files(self) -> tuple[str, ...]:
        """The files of `content/` that the record publishes, told from the project's root."""
        return ()

    @property
    def contacts(self) -> frozenset[str]:
        """The contacts of offices in it, which the gate of private data must let through."""
        return frozenset()

    @property
    def hidden_names(self) -> frozenset[str]:
        """The names in it that no page may show in full."""
        return frozenset()

    @property
    def called(self) -> str:
        """What the record is called: its name, its title, or its id."""
        return str(getattr(self, "name", None) or getattr(self, "title", None) or self.id)

    @property
    def origin(self) -> Origin:
        """The file and the lines this record was read from."""
        return self._origin

    def located(self, origin: Origin) -> Self:
        """Return the same record, knowing where it was read."""
        self._origin = origin
        return self

    def fault(
        self,
        code: str,
        path: FieldPath,
        problem: str,
        cure: str,
        severity: Literal["lỗi", "cảnh báo"] = "lỗi",
    ) -> Fault:
        """Return a fault that points at one of this record's fields."""
        dotted = ".".join(str(part + 1 if isinstance(part, int) else part) for part in path)
        return Fault(self._origin.at(path), code, dotted, problem, cure, severity)


class NamedAct(NamedTuple):
    """What a record may ask of a decision that it names."""

    date: PartialDate
    illustrative: bool


@dataclass(frozen=True)
class Reference:
    """Everything of the register that is small and always in memory; look-ups by kind and id.

    Attributes:
        records: the records by kind and id.
        as_of: the date of the data; without bounds until all of the register is read.
        honoured: the registered recipients that have an honour; empty until then.
        papers: the SHA-256 of the files of `content/tep/`, by name.
        acts: the decisions that other records name, by year/issuer/id; None for one that is there
            but was not read yet, or is faulty.
        leads: what names these decisions: the page of each record that does.
        releases: the files of `data/releases/`, by the date that each tells of; the oldest first.
        photos: the sizes of the files of `content/anh/`, by name; None for what is no photo.
        photos: the sizes of the files of `content/anh/`, by name; None for what is no photo.
    """

    records: Mapping[str, Mapping[str, Record]]
    as_of: PartialDate
    honoured: frozenset[str] = frozenset()
    papers: Mapping[str, str] = field(default_factory=dict)
    photos: Mapping[str, Size | None] = field(default_factory=dict)
    acts: Mapping[str, NamedAct | None] = field(default_factory=dict)
    leads: Mapping[str, tuple[Link, ...]] = field(default_factory=dict)
    releases: Mapping[str, Path] = field(default_factory=dict)
    _groups: dict[tuple[str, str], dict[object, list[Any]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def of(self, kind: str) -> tuple[Any, ...]:
        """Return all records of a kind, by id."""
        return tuple(self.records.get(kind, {}).values())

    def find(self, kind: str, key: str | None) -> Any:
        """Return the record of that kind and id, or None."""
        return self.records.get(kind, {}).get(key or "")

    def having(self, kind: str, name: str, value: object) -> tuple[Any, ...]:
        """Return the records of a kind whose field of that name has a value, by id."""
        groups = self._groups.get((kind, name))
        if groups is None:
            groups = self._groups.setdefault((kind, name), {})
            for record in self.of(kind):
                groups.setdefault(getattr(record, name), []).append(record)
        return tuple(groups.get(value, ()))

    def paper(self, name: str) -> str | None:
        """Return the SHA-256 of a file of `content/tep/`, or None when it is not there."""
        return self.papers.get(name)

    def leads_to(self, decision: str) -> tuple[Link, ...]:
        """Return the pages of the records that name a decision, told as year/issuer/id."""
        return self.leads.get(decision, ())

    @property
    def site(self) -> Any:
        """The office's own settings, `data/site.yml`."""
        return self.find("site", "site")

    @cached_property
    def contacts(self) -> frozenset[str]:
        """The contacts of offices that pages may show: the site's own, and where opinions go."""
        everything = (record for found in self.records.values() for record in found.values())
        return frozenset[str]().union(*(record.contacts for record in everything))


class VolumeKey(NamedTuple):
    """A volume's place in the register: year / issuer / number // 500, "x" without a number."""

    year: int
    issuer: str
    part: str


@dataclass(frozen=True)
class Volume:
    """A part of the register: decisions with their honours, the unit of parallel work."""

    key: VolumeKey
    decisions: tuple[Any, ...]


Layout = Literal["file", "table", "markdown", "volume", "single"]
Rule = Callable[[Any, Reference], Iterator[Fault]]
GroupRule = Callable[[tuple[Any, ...], Reference], Iterator[Fault]]


@dataclass(frozen=True)
class Kind:
    """A record kind, as the rest of the program sees it.

    Attributes:
        name: the key in the Reference, and the word in `RefTo`.
        label: what a clerk calls it, in Vietnamese.
        model: its record class.
        layout: one record a file, a table of many, Markdown with front matter, one single file,
            or the decisions of the volumes.
        where: the glob of its files, from the project's root.
        rules: each sees one record; `group_rules` see all records of the kind (or of a volume).
        folders: which of a record's values the folders of `where` are; `date` gives its year.
        named_by: which values an id is made of, the first way that gives one; a word with a hyphen
            stands for itself.
        pages: the pages of one record of the Reference; the Index holds the honours it may list.
        volume_pages: the pages of one record of a volume; they depend on it and the Reference only.
        calendar: what of a record of the Reference stands in a calendar.
        feed: what of it stands in the feeds.
    """

    name: str
    label: str
    model: type[Record]
    layout: Layout
    where: str
    rules: tuple[Rule, ...] = ()
    group_rules: tuple[GroupRule, ...] = ()
    folders: tuple[str, ...] = ()
    named_by: tuple[tuple[str, ...], ...] = (("short_name",), ("name",), ("title",))
    pages: "Callable[[Any, Reference, Index], Iterator[Page]] | None" = None
    volume_pages: Callable[[Any, Reference], Iterator[Page]] | None = None
    calendar: Callable[[Any, Reference], Iterator[CalendarEntry]] | None = None
    feed: Callable[[Any, Reference], Iterator[FeedEntry]] | None = None


def walk(
    value: object, path: FieldPath = ()
) -> Iterator[tuple[FieldPath, object, tuple[Any, ...]]]:
    """Go through every value of a record, with its path and the marks of its field."""
    if isinstance(value, BaseModel):
        for name, key, marks in _fields(type(value)):
            found = getattr(value, name)
            if type(found) is str:  # most of them; a register has millions
                yield (*path, key), found, marks
            elif found is not None:
                for inner, item, deeper in walk(found, (*path, key)):
                    yield inner, item, deeper or marks
    elif isinstance(value, PartialDate):
        yield path, value, ()
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from walk(item, (*path, place))
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from walk(item, (*path, name))
    elif value is not None:
        yield path, value, ()


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str, tuple[Any, ...]], ...]:
    """Return the fields of a model: name, name in the file, marks."""
    return tuple(
        (name, info.alias or name, (*info.metadata, *_marks(info.annotation)))
        for name, info in model.model_fields.items()
    )


@cache
def marks_within(model: type[BaseModel]) -> frozenset[Any]:
    """Return the marks of all fields of a model, and of the groups of fields inside it."""
    found = frozenset(mark for *_, marks in _fields(model) for mark in marks if _hashable(mark))
    inner = (part for info in model.model_fields.values() for part in _models(info.annotation))
    return found.union(*map(marks_within, inner))


def _hashable(mark: object) -> bool:
    return type(mark).__hash__ is not None


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models inside an annotation: `tuple[Step, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)


def _marks(annotation: Any) -> tuple[Any, ...]:
    """Return the marks inside an annotation: `tuple[Annotated[str, RefTo("place")], ...]`."""
    found = tuple(getattr(annotation, "__metadata__", ()))
    return found + tuple(mark for arg in get_args(annotation) for mark in _marks(arg))
