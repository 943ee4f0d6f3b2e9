"""Known decision (quyết định đã biết): an act that some source tells of and the register may lack.

It is no honour and stands in no list of honours: it serves to tell how much the register holds.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from generator.records.base import (
    Fault,
    Field,
    Kind,
    PastDate,
    Record,
    Reference,
    RefTo,
    Slug,
    Text,
)
from generator.records.decision import Stated
from generator.records.terms import RECIPIENT_KINDS
from generator.vietnamese import slugify

if TYPE_CHECKING:
    from generator.records.digest import DecisionEntry


class KnownDecision(Record):
    """An act of commendation as a source names it."""

    issuer: Annotated[Slug, RefTo("unit")] | None = Field(None, title="người, cơ quan quyết định")
    symbol: Text | None = Field(None, title="số, ký hiệu")
    date: PastDate = Field(title="ngày")
    title: Text = Field(title="nội dung")
    award: Annotated[Slug, RefTo("award")] | None = Field(None, title="danh hiệu, hình thức")
    stated: Stated = Field(title="số lượng nguồn nêu")
    held: Slug | None = Field(None, title="mã quyết định trong sổ, khi sổ đã có")

    @property
    def label(self) -> str:
        """The act in short: its number, or its date."""
        return f"Quyết định số {self.symbol}" if self.symbol else f"Văn bản {self.date.on}"

    @property
    def total(self) -> int:
        """How many recipients the source names."""
        return sum(getattr(self.stated, kind) for kind in RECIPIENT_KINDS)

    def found_in(self, entry: "DecisionEntry") -> bool:
        """Whether an entry of the register is this act."""
        if entry.issuer != self.issuer or entry.date.year != self.date.year:
            return False
        key = entry.address.rstrip("/").rpartition("/")[2]
        wanted = self.held or slugify(self.symbol or "")
        twin = f"{wanted}-{self.date.day:02}{self.date.month:02}"
        return bool(wanted) and key in (wanted, twin)


def sourced(known: KnownDecision, reference: Reference) -> Iterator[Fault]:
    """An act that the register does not hold is known from somewhere."""
    if not known.sources:
        yield known.fault(
            "BP-001",
            (),
            "không ghi biết quyết định này từ đâu",
            "thêm sources: tên nguồn, nơi đăng, địa chỉ",
        )


KIND = Kind(
    name="known",
    label="quyết định đã biết",
    model=KnownDecision,
    layout="table",
    where="data/known-decisions*.yml",
    named_by=(("symbol",), ("title",)),
    rules=(sourced,),
)
