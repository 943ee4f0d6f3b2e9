"""Honour (lượt khen thưởng): one row of a decision's list, the unit of everything."""

from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from generator.records.base import (
    Field,
    Part,
    PastDate,
    RecipientKind,
    Reference,
    RefTo,
    Slug,
    Text,
    before_of,
)
from generator.records.terms import CHANGES, Commendation, Group, Size
from generator.vietnamese import initials

if TYPE_CHECKING:
    from generator.records.decision import DecisionBefore

WITHHELD_NAME = "Không công bố tên"


class Honour(Part):
    """One recipient honoured by one decision, as printed then.

    `id` is the address: never reused, never shifted. `stt` is the number printed in the list,
    which may repeat in another section or be missing.
    """

    id: int = Field(title="mã lượt", ge=1)
    stt: Text | None = Field(None, title="số thứ tự như đã in")
    award: Annotated[Slug, RefTo("award")] = Field(title="danh hiệu, hình thức")
    grade: Text | None = Field(None, title="hạng", alias="class")
    kind: RecipientKind = Field(title="loại đối tượng")
    name: Text = Field(title="tên như đã in")
    role: Text | None = Field(None, title="chức vụ khi được khen")
    unit: Text | None = Field(None, title="đơn vị khi được khen")
    place: Annotated[Slug, RefTo("place")] | None = Field(None, title="địa bàn")
    place_text: Text | None = Field(None, title="địa bàn như đã in")
    recipient: Annotated[Slug, RefTo("recipient")] | None = Field(
        None, title="đối tượng đã đăng ký"
    )
    achievement: Text | None = Field(None, title="thành tích")
    commendation: Commendation | None = Field(None, title="loại hình khen thưởng")
    group: Group | None = Field(None, title="nhóm đối tượng")
    size: Size | None = Field(None, title="quy mô tập thể")
    feat_date: PastDate | None = Field(None, title="ngày lập thành tích")
    posthumous: bool = Field(False, title="truy tặng")
    child: bool | None = Field(None, title="trẻ em dưới 16 tuổi")
    consent: Text | None = Field(None, title="sự đồng ý hiện đủ tên: của ai, ở văn bản nào")
    display: Literal["full", "initials", "withheld"] = Field("full", title="cách hiện tên")
    note: Text | None = Field(None, title="ghi chú")

    @property
    def shown_name(self) -> str:
        """The name as it may be shown; the only way to a name that leaves the records."""
        if self.display == "withheld":
            return WITHHELD_NAME
        return initials(self.name) if self.display == "initials" else self.name

    @property
    def named(self) -> bool:
        """Whether the name is shown in full."""
        return self.display == "full"

    @property
    def placed(self) -> bool:
        """Whether place and its words may be shown: never a village of a child without consent."""
        return self.open and not (self.child and not self.consent)

    @property
    def open(self) -> bool:
        """Whether role, unit and achievement may be shown: they would tell who is withheld."""
        return self.display != "withheld"


# How a name is shown is what it is now: one that is withheld is in no earlier version either.
HonourBefore = before_of(Honour, ("child", "consent", "display"), ("id",))


class HistoryEntry(Part):
    """A later act that changed a decision, or some of its honours."""

    change: Literal["corrected", "cancelled", "stripped", "restored"] = Field(title="thay đổi")
    date: PastDate = Field(title="ngày")
    honours: tuple[int, ...] = Field((), title="mã các lượt, để trống là cả quyết định")
    added: tuple[int, ...] = Field((), title="mã các lượt nay mới có trong danh sách")
    symbol: Text | None = Field(None, title="số, ký hiệu văn bản")
    issuer: Annotated[Slug, RefTo("unit")] | None = Field(None, title="cơ quan ban hành")
    reason: Text = Field(title="lý do hoặc nội dung")
    legal_basis: Text | None = Field(None, title="căn cứ pháp lý")
    before: "DecisionBefore | None" = Field(None, title="điều đã công bố trước đó, nay khác")

    @property
    def rows(self) -> tuple[int, ...]:
        """The honours that the act names; none when it is about the whole decision."""
        return self.honours + self.added

    def concerns(self, honour: int) -> bool:
        """Whether the act changed an honour that was there."""
        return not self.rows or honour in self.honours

    @property
    def unkept(self) -> bool:
        """Whether it changed words of which the register does not say what they were."""
        fuller = self.added and not self.honours  # only rows are new: all others are as they were
        return self.change == "corrected" and self.before is None and not fuller

    @property
    def told(self) -> str:
        """What it changed and why, in words."""
        word = "" if self.change == "corrected" else f"{CHANGES[self.change]} – "
        return word + self.reason.rstrip(".")

    def paper(self, reference: Reference) -> str:
        """Return the act in words: "Văn bản số … của …"."""
        issuer = reference.find("unit", self.issuer)
        number = f"Văn bản số {self.symbol}" if self.symbol else "Văn bản"
        return number + (f" của {issuer.name}" if issuer else "") + f", {self.date.on}"


class Status(NamedTuple):
    """The state of an honour, and the act that brought it (None when nothing ever changed)."""

    code: str
    cause: HistoryEntry | None


def acts_on(honour: int, history: tuple[HistoryEntry, ...]) -> list[HistoryEntry]:
    """Return the later acts on an honour, the oldest first: those since it is in the list."""
    acts = sorted(history, key=lambda act: act.date.last)
    since = max((place for place, act in enumerate(acts, 1) if honour in act.added), default=0)
    return [act for act in acts[since:] if act.concerns(honour)]


def status_of(honour: int, history: tuple[HistoryEntry, ...]) -> Status:
    """Return the state of an honour after all later acts, the newest of them deciding.

    An act known to the month counts as one of the month's last day; of two with the same last day
    the later one in the file decides. A correction does not bring back what was cancelled or
    stripped; only a restoration does.
    """
    status = Status("in_force", None)
    for act in acts_on(honour, history):
        gone = status.code in ("cancelled", "stripped")
        if not (gone and act.change == "corrected"):
            status = Status(act.change, act)
    return status
