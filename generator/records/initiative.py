"""Initiative (sáng kiến): what somebody found out, who recognised it, and what it brought."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

from generator.records.base import (
    Fault,
    Field,
    Kind,
    Link,
    Page,
    Part,
    PastDate,
    Prose,
    Record,
    Reference,
    RefTo,
    Slug,
    Text,
)
from generator.records.registered import RegisterAddress, registered
from generator.records.telling import Figure, numbered, sources_known
from generator.records.terms import INITIATIVE_LEVELS

if TYPE_CHECKING:
    from generator.records.digest import Index


class Author(Part):
    """Who found it out: by name only where the decision is public with it."""

    name: Text | None = Field(None, title="họ tên")
    role: Text | None = Field(None, title="chức vụ")
    unit: Text | None = Field(None, title="đơn vị khi đó")

    @property
    def words(self) -> str:
        """The author in words; "" when nothing is told."""
        return ", ".join(filter(None, (self.name, self.role, self.unit)))


class Recognition(Part):
    """The act that recognised the initiative."""

    by: Text = Field(title="người, cơ quan công nhận")
    council: Annotated[Slug, RefTo("council")] | None = Field(None, title="hội đồng xét")
    symbol: Text | None = Field(None, title="số, ký hiệu")
    date: PastDate = Field(title="ngày công nhận")
    source: Text | None = Field(None, title="mã nguồn")


class Initiative(Record):
    """A recognised initiative, with its effect as its sources tell it."""

    title: Text = Field(title="tên sáng kiến")
    level: Literal["co-so", "tinh-bo", "toan-quoc"] = Field(title="phạm vi ảnh hưởng")
    summary: Text = Field(title="tóm tắt")
    authors: tuple[Author, ...] = Field((), title="tác giả")
    unit: Annotated[Slug, RefTo("unit")] | None = Field(None, title="mã đơn vị của tác giả")
    topic: Annotated[Slug, RefTo("topic")] | None = Field(None, title="lĩnh vực")
    place: Annotated[Slug, RefTo("place")] | None = Field(None, title="địa bàn áp dụng")
    recognition: Recognition = Field(title="quyết định công nhận")
    effects: tuple[Figure, ...] = Field((), title="hiệu quả")
    story: Prose | None = Field(None, title="cách làm")
    awards: tuple[RegisterAddress, ...] = Field((), title="khen thưởng tiếp theo, địa chỉ trong sổ")
    exemplar: Annotated[Slug, RefTo("exemplar")] | None = Field(None, title="gương điển hình")

    @property
    def address(self) -> str:
        """Where the initiative's page is."""
        return f"/sang-kien/{self.id}/"

    @property
    def level_label(self) -> str:
        """How far it reaches, in words."""
        return INITIATIVE_LEVELS[self.level]

    @property
    def year(self) -> int:
        """The year in which it was recognised."""
        return self.recognition.date.year

    @property
    def author_words(self) -> tuple[str, ...]:
        """The authors of whom anything is told, in words."""
        return tuple(filter(None, (author.words for author in self.authors)))


def has_authors(initiative: Initiative, reference: Reference) -> Iterator[Fault]:
    """An initiative is somebody's: authors by name, by post, or at least a unit."""
    if not initiative.author_words and not initiative.unit:
        yield initiative.fault(
            "SKN-001",
            ("authors",),
            "sáng kiến không có tác giả, cũng không có đơn vị",
            "ghi authors; tác giả không muốn hiện tên thì chỉ ghi chức vụ, đơn vị",
        )


def has_a_source(initiative: Initiative, reference: Reference) -> Iterator[Fault]:
    """A real initiative was read somewhere."""
    if not initiative.sources and not initiative.illustrative:
        yield initiative.fault(
            "SKN-002",
            ("sources",),
            "sáng kiến không có nguồn nào",
            "ghi ít nhất một nguồn, hoặc ghi illustrative: true nếu là dữ liệu minh họa",
        )


def pages(initiative: Initiative, reference: Reference, index: "Index") -> Iterator[Page]:
    """Make the page of an initiative."""
    place = reference.find("place", initiative.place)
    yield Page(
        address=initiative.address,
        template="initiative.md.jinja",
        title=initiative.title,
        description=initiative.summary,
        context={
            "initiative": initiative,
            "unit": reference.find("unit", initiative.unit),
            "council": reference.find("council", initiative.recognition.council),
            "topic": reference.find("topic", initiative.topic),
            "exemplar": reference.find("exemplar", initiative.exemplar),
            "place": place,
            "where": place.with_now(reference) if place else "",
            "awards": [registered(address, index) for address in initiative.awards],
            "numbers": numbered(initiative.sources),
        },
        source=initiative.origin.file,
        crumbs=(Link("Công tác", "/cong-tac/"), Link("Sáng kiến", "/sang-kien/")),
        kind="Sáng kiến",
        section="cong-tac",
    )


KIND = Kind(
    name="initiative",
    label="sáng kiến",
    model=Initiative,
    layout="file",
    where="data/initiatives/*.yml",
    rules=(has_authors, has_a_source, sources_known),
    pages=pages,
)
