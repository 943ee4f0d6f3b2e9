"""Rule on consultation (quy định lấy ý kiến): what the law asks before a state-level award."""

from collections.abc import Iterator
from typing import Annotated

from generator.dates import overlaps
from generator.records.award import Award
from generator.records.base import (
    Date,
    Fault,
    Field,
    Kind,
    PartialDate,
    Record,
    Reference,
    RefTo,
    Slug,
    Text,
)
from generator.records.terms import Family


class ConsultationLaw(Record):
    """What one act asks while it is in force: for which awards, and for how long at least."""

    law: Text = Field(title="văn bản")
    article: Text = Field(title="điều khoản")
    valid_from: Date = Field(title="có hiệu lực từ")
    valid_to: Date | None = Field(None, title="hết hiệu lực")
    working_days: int | None = Field(None, title="ít nhất mấy ngày làm việc", ge=1, le=366)
    families: tuple[Family, ...] = Field((), title="nhóm phải lấy ý kiến")
    awards: tuple[Annotated[Slug, RefTo("award")], ...] = Field((), title="danh hiệu khác")
    doubtful: tuple[Annotated[Slug, RefTo("award")], ...] = Field((), title="còn nghi vấn")
    note: Text | None = Field(None, title="ghi chú")

    @property
    def name(self) -> str:
        """The article and the act."""
        return f"{self.article} {self.law}"

    def asks_for(self, award: Award) -> bool:
        """Whether an award needs consultation."""
        return award.family in self.families or award.id in self.awards


def law_on(reference: Reference, date: PartialDate) -> ConsultationLaw | None:
    """Return the rule in force on a date; the one in force last where two share it."""
    found: list[ConsultationLaw] = [
        law
        for law in reference.of("consultation-law")
        if overlaps(law.valid_from, law.valid_to, date.first, date.last)
    ]
    return max(found, key=lambda law: law.valid_from.first, default=None)


def period_in_order(law: ConsultationLaw, reference: Reference) -> Iterator[Fault]:
    """A rule ends after it begins."""
    if law.valid_to and law.valid_to.last < law.valid_from.first:
        yield law.fault(
            "LYK-010",
            ("valid_to",),
            "hết hiệu lực trước khi có hiệu lực",
            "sửa valid_from, valid_to",
        )


KIND = Kind(
    name="consultation-law",
    label="quy định lấy ý kiến",
    model=ConsultationLaw,
    layout="table",
    where="data/vocabulary/consultation-laws.yml",
    rules=(period_in_order,),
    named_by=(("law",),),
)
