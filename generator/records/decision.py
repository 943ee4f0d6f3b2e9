"""Decision (quyết định; also letters of praise and other acts without a number): the act itself."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal

from generator.records.base import (
    Before,
    Field,
    Part,
    PartialDate,
    PastDate,
    Record,
    RefTo,
    Slug,
    Source,
    Text,
    VolumeKey,
    before_of,
    before_validation,
)
from generator.records.honour import (
    HistoryEntry,
    Honour,
    HonourBefore,
    Status,
    acts_on,
    status_of,
)
from generator.records.paper import Paper
from generator.records.terms import Commendation
from generator.vietnamese import slugify

VOLUME_SIZE = 500
NUMBERED = "Quyết định"  # an act that has a number, even where no source tells it
COUNTED_KINDS = (("collective", "tập thể"), ("person", "cá nhân"), ("household", "hộ gia đình"))


class Stated(Part):
    """The counts that the decision itself gives."""

    collective: int = Field(0, title="số tập thể", ge=0)
    person: int = Field(0, title="số cá nhân", ge=0)
    household: int = Field(0, title="số hộ gia đình", ge=0)


class Signer(Part):
    """Who signed, in which office; a name only where the decision is public with it."""

    role: Text = Field(title="chức vụ")
    name: Text | None = Field(None, title="họ tên")
    on_behalf: Text | None = Field(None, title="ký thay, thừa lệnh")

    @property
    def words(self) -> str:
        """The signer in words: "KT. Chủ tịch – Phó Chủ tịch …"."""
        before = f"{self.on_behalf} – " if self.on_behalf else ""
        return before + self.role + (f" {self.name}" if self.name else "")


class Decision(Record):
    """An act of commendation with the list of its honours."""

    issuer: Annotated[Slug, RefTo("unit")] = Field(title="người, cơ quan quyết định")
    act: Text = Field(NUMBERED, title="loại văn bản")
    symbol: Text | None = Field(None, title="số, ký hiệu như đã in")
    date: PastDate = Field(title="ngày")
    date_basis: Literal["signed", "posted", "handed", "inferred"] = Field(
        "signed", title="căn cứ của ngày"
    )
    title: Text = Field(title="trích yếu")
    signer: Signer | None = Field(None, title="người ký")
    proposals: tuple[Text, ...] = Field((), title="tờ trình")
    proposers: tuple[Annotated[Slug, RefTo("unit")], ...] = Field((), title="mã đơn vị đề nghị")
    grounds: tuple[Text, ...] = Field((), title="căn cứ")
    bases: tuple[Annotated[Slug, RefTo("document")], ...] = Field(
        (), title="căn cứ có ở mục Văn bản"
    )
    commendation: Commendation | None = Field(None, title="loại hình khen thưởng")
    movement: Annotated[Slug, RefTo("movement")] | None = Field(None, title="phong trào")
    occasion: Text | None = Field(None, title="dịp, thành tích chung")
    feat_date: PastDate | None = Field(None, title="ngày lập thành tích")
    stated: Stated = Field(title="số lượng ghi trong văn bản")
    listed: Literal["whole", "partial"] = Field("whole", title="danh sách đủ hay thiếu")
    listed_reason: Text | None = Field(None, title="vì sao danh sách thiếu")
    file: Paper | None = Field(None, title="tệp quyết định")
    history: tuple[HistoryEntry, ...] = Field((), title="lịch sử thay đổi")
    defaults: Mapping[str, Any] = Field(default_factory=dict, title="giá trị chung của danh sách")
    honours: tuple[Honour, ...] = Field((), title="danh sách")
    sources: Mapping[str, Source] = Field(default_factory=dict, title="nguồn")

    @before_validation
    @classmethod
    def _apply_defaults(cls, data: Any) -> Any:
        """Give each honour what `defaults` says and the row itself does not."""
        if not isinstance(data, dict) or not isinstance(data.get("defaults"), dict):
            return data
        rows = data.get("honours")
        if not isinstance(rows, tuple):
            return data
        merged = tuple(
            {**data["defaults"], **row} if isinstance(row, dict) else row for row in rows
        )
        return {**data, "honours": merged}

    @property
    def files(self) -> tuple[str, ...]:
        """The decision's own file."""
        return (f"content/tep/{self.file.name}",) if self.file else ()

    @property
    def address(self) -> str:
        """Where the decision is, for ever."""
        return f"/vinh-danh/{self.place}/"

    @property
    def issued(self) -> PartialDate:
        """Since when its first version stands."""
        return self.date

    @property
    def place(self) -> str:
        """Where other records find the decision: year/issuer/id."""
        return f"{self.date.year}/{self.issuer}/{self.id}"

    def address_of(self, honour: Honour) -> str:
        """Where an honour is, for ever."""
        return f"{self.address}{honour.id}/"

    @property
    def label(self) -> str:
        """The act and its number, or its date: "Quyết định số 1870/QĐ-UBND"."""
        if self.symbol:
            return f"{self.act} số {self.symbol}"
        unknown = " chưa rõ số," if self.act == NUMBERED else ""  # a letter has none
        return f"{self.act}{unknown} {self.dated}"

    @property
    def dated(self) -> str:
        """The date as it may be quoted: never the day of handing over as if it were the act's."""
        before = {"handed": "trao ", "posted": "công bố "}.get(self.date_basis, "")
        return before + self.date.on

    @property
    def wanted_id(self) -> str:
        """The id by the rule: the slug of the symbol; a letter with its slug after `khong-so-`."""
        return slugify(self.symbol) if self.symbol else "khong-so-"

    def version(self, honour: int = 0) -> tuple[int, PartialDate]:
        """Return the version of an honour's page, or of the decision's own (0), and its day.

        A version rises with each later act that concerns it, never with a build; the decision's
        page shows all of them.
        """
        acts = acts_on(honour, self.history) if honour else self.history
        days = (self.listed_on(honour), *(act.date for act in acts))
        return len(days), max(days, key=lambda day: day.last)

    def listed_on(self, honour: int) -> PartialDate:
        """Return since when an honour is in the list: since the act, but for one added later."""
        return next((act.date for act in self.history if honour in act.added), self.date)

    def status(self, honour: Honour) -> Status:
        """The state of one of the decision's honours."""
        return status_of(honour.id, self.history)

    def days_after_feat(self, honour: Honour) -> int | None:
        """How many days the act came after the feat; None unless both days are known for sure."""
        feat = honour.feat_date or self.feat_date
        if self.date_basis != "signed" or not self.date.day or feat is None or not feat.day:
            return None
        return (self.date.first - feat.first).days

    @property
    def status_code(self) -> str:
        """The state of the decision as a whole: what acts on all of it have made of it."""
        return status_of(0, self.history).code

    @property
    def stated_counts(self) -> dict[str, int]:
        """How many recipients of each kind the act itself names."""
        return {kind: getattr(self.stated, kind) for kind, _ in COUNTED_KINDS}

    @property
    def listed_counts(self) -> dict[str, int]:
        """How many recipients of each kind the list names, revoked ones included."""
        return {kind: sum(h.kind == kind for h in self.honours) for kind, _ in COUNTED_KINDS}


if TYPE_CHECKING:
    DecisionBefore = Before
else:
    DecisionBefore = before_of(
        Decision,
        (*Record.model_fields, "issuer", "file", "history", "defaults"),
        honours=tuple[HonourBefore, ...],
    )
    HistoryEntry.model_rebuild(_types_namespace={"DecisionBefore": DecisionBefore})
    Decision.model_rebuild()


def volume_of(year: int, issuer: str, key: str) -> VolumeKey:
    """Return the volume of a decision by what its address says: year, issuer, id."""
    number = key.partition("-")[0]
    part = str(int(number) // VOLUME_SIZE) if number.isdecimal() and len(number) < 10 else "x"
    return VolumeKey(year, issuer, part)


def counts(numbers: Mapping[str, int]) -> str:
    """Return counts in words, leaving out the zeros: "39 tập thể, 2 cá nhân"."""
    return ", ".join(f"{numbers[kind]} {word}" for kind, word in COUNTED_KINDS if numbers.get(kind))
