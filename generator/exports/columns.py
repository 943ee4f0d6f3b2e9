"""The tables of the register as data: their columns, as the published facts tell them.

A column is a field of `PublishedHonour` or `PublishedDecision` with its `Meaning`; nothing else has
to be said of it for any format.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, NamedTuple, NotRequired, get_args, get_origin, get_type_hints

from generator.records.published import Meaning, PublishedDecision, PublishedHonour

Row = Mapping[str, Any]
YES, NO = "có", ""


class Column(NamedTuple):
    """A column.

    Attributes:
        name: its stable name, for programs.
        title: its heading, for people.
        more: what else must be known of it.
        codes: the words of its codes; empty where it holds words or figures already.
        type: str, int or bool.
        required: whether every row has it.
        path: where it stands in the published facts.
    """

    name: str
    title: str
    more: str
    codes: Mapping[str, str]
    type: type
    required: bool
    path: tuple[str, ...]

    def words(self, row: Row) -> str:
        """Return what a cell tells people: words for codes, "có" for true, nothing for nothing."""
        value = row.get(self.name)
        if value is None:
            return ""
        if self.type is bool:
            return YES if value else NO
        return self.codes.get(value, value) if self.codes else str(value)


class Table(NamedTuple):
    """A table: the stable name of its files, what it is called, and its columns."""

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]

    @property
    def sql(self) -> str:
        """Its name where no hyphen may stand."""
        return self.name.replace("-", "_")

    def flat(self, facts: Row) -> Row:
        """Return the row of published facts: its columns alone, those without a value left out."""
        found = {}
        for column in self.columns:
            value: Any = facts
            for name in column.path:
                value = value.get(name) if value is not None else None
            if value is not None:
                found[column.name] = value
        return found


def meant(facts: type) -> Iterator[tuple[str, Any, Meaning, bool]]:
    """Yield the fields of published facts: name, type, meaning, whether it is always there."""
    for name, hint in get_type_hints(facts, include_extras=True).items():
        required = get_origin(hint) is not NotRequired
        kept = hint if required else get_args(hint)[0]
        assert get_origin(kept) is Annotated, f"{facts.__name__}.{name} has no Meaning"
        value, meaning = get_args(kept)[:2]
        yield name, value, meaning, required


def _columns(facts: type) -> Iterator[Column]:
    """Yield the columns of published facts; counts by kind are a column each, lists are none."""
    for name, value, meaning, required in meant(facts):
        if value in (str, int, bool):
            yield Column(name, meaning.title, meaning.more, meaning.codes, value, required, (name,))
        elif get_origin(value) is dict:
            for code, word in meaning.codes.items():
                title = f"{meaning.title}: {word}"
                yield Column(f"{name}_{code}", title, meaning.more, {}, int, False, (name, code))


HONOURS = Table(
    "vinh-danh",
    "Lượt khen",
    "Mỗi dòng là một lượt khen: một người, một tập thể hoặc một hộ có tên trong một quyết định.",
    tuple(_columns(PublishedHonour)),
)
DECISIONS = Table(
    "quyet-dinh",
    "Quyết định",
    "Mỗi dòng là một quyết định hoặc văn bản khen thưởng khác.",
    tuple(_columns(PublishedDecision)),
)
TABLES = (HONOURS, DECISIONS)
