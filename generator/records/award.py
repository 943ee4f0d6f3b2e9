"""Award (danh hiệu thi đua, hình thức khen thưởng): an entry of the legal taxonomy."""

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from generator.dates import overlaps
from generator.records.base import (
    Date,
    Fault,
    Field,
    Kind,
    Link,
    Page,
    Part,
    PartialDate,
    RecipientKind,
    Record,
    Reference,
    RefTo,
    Slug,
    Text,
)
from generator.records.digest import invented
from generator.records.paging import paged
from generator.records.terms import AUTHORITIES, FAMILIES, RECIPIENT_KINDS, Authority, Family

if TYPE_CHECKING:
    from generator.records.digest import Index


class Provision(Part):
    """What one law says of an award, while that law is in force."""

    law: Annotated[Slug, RefTo("document")] = Field(title="luật")
    name: Text | None = Field(None, title="tên gọi trong luật")
    article: Text | None = Field(None, title="điều quy định")
    valid_from: Date = Field(title="có hiệu lực từ")
    valid_to: Date | None = Field(None, title="hết hiệu lực")
    recipients: tuple[RecipientKind, ...] = Field(title="đối tượng")
    deciders: tuple[Authority, ...] = Field(title="người quyết định")
    decider_article: Text | None = Field(None, title="điều về thẩm quyền")
    doubtful_deciders: tuple[Authority, ...] = Field((), title="người quyết định còn nghi vấn")
    note: Text | None = Field(None, title="ghi chú")

    def covers(self, first: datetime.date, last: datetime.date) -> bool:
        """Whether the law was in force on any day of the interval, its ends included."""
        return overlaps(self.valid_from, self.valid_to, first, last)


class Award(Record):
    """A title or form of commendation, with its legal basis by date."""

    name: Text = Field(title="tên gọi")
    family: Family = Field(title="nhóm")
    classes: tuple[Text, ...] = Field((), title="các hạng")
    rank: int = Field(title="thứ bậc khi trình bày, nhỏ là cao")
    summary: Text | None = Field(None, title="mô tả")
    provisions: tuple[Provision, ...] = Field(title="căn cứ theo thời kỳ")
    replaced_by: Annotated[Slug, RefTo("award")] | None = Field(None, title="được thay bằng")

    @property
    def statutory(self) -> bool:
        """Whether the award is one of the law's own; other forms are shown but not counted."""
        return self.family != "ngoai-luat"

    @property
    def address(self) -> str:
        """Where the award's page is."""
        return f"/danh-hieu/{self.id}/"

    def named(self, grade: str | None) -> str:
        """Return the award's name with its class: "Huân chương Lao động hạng Ba"."""
        return f"{self.name} hạng {grade}" if grade else self.name

    def provisions_on(self, date: PartialDate) -> tuple[Provision, ...]:
        """Return what the law said on any day that a date may mean."""
        return tuple(p for p in self.provisions if p.covers(date.first, date.last))

    def lawful_throughout(self, date: PartialDate) -> bool:
        """Whether the law knew the award on every day that a date may mean."""
        day = date.first
        for provision in self.provisions_on(date):
            if provision.valid_from.first > day:
                return False
            if provision.valid_to is None or provision.valid_to.last >= date.last:
                return True
            day = provision.valid_to.last + datetime.timedelta(days=1)
        return False


def provisions_in_order(award: Award, reference: Reference) -> Iterator[Fault]:
    """The periods of an award's legal basis do not overlap, and none ends before it begins."""
    end: datetime.date | None = None
    for place, provision in enumerate(award.provisions):
        path = ("provisions", place, "valid_from")
        starts = provision.valid_from.first
        if place and (end is None or starts <= end):
            yield award.fault(
                "DH-001",
                path,
                f"thời kỳ bắt đầu {provision.valid_from.text} gối lên thời kỳ trước",
                "xếp các thời kỳ theo thứ tự và ghi valid_to cho thời kỳ trước",
            )
        end = provision.valid_to.last if provision.valid_to else None
        if end and end < starts:
            yield award.fault(
                "DH-002", path, "thời kỳ kết thúc trước khi bắt đầu", "sửa valid_from hoặc valid_to"
            )


def pages(award: Award, reference: Reference, index: "Index") -> Iterator[Page]:
    """Make the page of an award: what it is, by which article, who gives it when; its honours."""
    page = Page(
        address=award.address,
        template="award.md.jinja",
        title=award.name,
        description=f"{award.name}: căn cứ pháp lý qua các thời kỳ, ai quyết định, tặng cho ai, "
        "và những tập thể, cá nhân đã được tặng.",
        context={
            "award": award,
            "family": FAMILIES[award.family],
            "periods": [_period(each, reference) for each in reversed(award.provisions)],
            "procedures": [p for p in reference.of("procedure") if award.id in p.awards],
            "replaced_by": reference.find("award", award.replaced_by),
            "samples": invented(index.honours_of("award", award.id)),
        },
        source=award.origin.file,
        crumbs=(Link("Danh hiệu, hình thức khen thưởng", "/danh-hieu/"),),
        kind=FAMILIES[award.family] if award.statutory else "Hình thức biểu dương",
        section="danh-hieu",
        listed=False,
    )
    yield from paged(page, "honours", index.honours_of("award", award.id))


def _period(provision: Provision, reference: Reference) -> dict[str, object]:
    law = reference.find("document", provision.law)
    end = f"đến {provision.valid_to.text}" if provision.valid_to else "đến nay"
    return {
        "law": law,
        "when": f"Từ {provision.valid_from.text} {end}",
        "name": provision.name,
        "article": provision.article,
        "decider_article": provision.decider_article,
        "deciders": [AUTHORITIES[item] for item in provision.deciders],
        "recipients": [RECIPIENT_KINDS[item] for item in provision.recipients],
        "note": provision.note,
    }


KIND = Kind(
    name="award",
    label="danh hiệu, hình thức khen thưởng",
    model=Award,
    layout="table",
    where="data/vocabulary/awards*.yml",
    rules=(provisions_in_order,),
    pages=pages,
)
