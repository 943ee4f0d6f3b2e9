"""Consultation (lấy ý kiến Nhân dân): who is proposed for an award of the State, before it.

A proposal is no honour: it stands in no count and no list of honours, and no search engine keeps
its page.
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from generator.records.base import (
    Date,
    DecisionAt,
    Field,
    FieldPath,
    Part,
    PastDate,
    Prose,
    RecipientKind,
    Record,
    RefTo,
    Slug,
    Text,
)
from generator.records.contact import Contact
from generator.records.terms import RECIPIENT_KINDS
from generator.vietnamese import initials

COUNTINGS = {"working": "ngày làm việc", "plain": "ngày, cả ngày nghỉ"}
OUTCOMES = {
    "closed": "đã hết hạn",
    "decided": "đã có quyết định",
    "withdrawn": "đã rút đề nghị",
}
# The states of a consultation, in the order of the list.
STATES = {"open": "đang lấy ý kiến", "upcoming": "sắp lấy ý kiến", **OUTCOMES}
WITHDRAWALS = {
    "proposer": "cơ quan đề nghị rút hồ sơ",
    "own-wish": "tập thể, cá nhân xin rút",
    "not-met": "không đủ điều kiện, tiêu chuẩn",
    "replaced": "thông báo có sai sót, đã thay bằng thông báo khác",
}


class Proposal(Part):
    """One who is proposed, as the notice prints it."""

    kind: RecipientKind = Field(title="loại đối tượng")
    name: Text = Field(title="tên như thông báo ghi")
    role: Text | None = Field(None, title="chức vụ")
    unit: Text | None = Field(None, title="đơn vị")
    place_text: Text | None = Field(None, title="địa bàn như thông báo ghi")
    award: Annotated[Slug, RefTo("award")] = Field(title="danh hiệu, hình thức đề nghị")
    grade: Text | None = Field(None, title="hạng", alias="class")
    achievement: Text | None = Field(None, title="thành tích tóm tắt")
    child: bool | None = Field(None, title="trẻ em dưới 16 tuổi")
    consent: Text | None = Field(None, title="sự đồng ý hiện đủ tên: của ai, ở văn bản nào")
    display: Literal["full", "initials"] = Field("full", title="cách hiện tên")

    @property
    def shown_name(self) -> str:
        """The name as it may be shown."""
        return initials(self.name) if self.display == "initials" else self.name

    @property
    def placed(self) -> bool:
        """Whether its place may be shown: never a village of a child without consent."""
        return not self.child or bool(self.consent)


class Notice(Part):
    """The paper that asks for opinions, or that proposes the award."""

    name: Text = Field(title="tên văn bản")
    symbol: Text | None = Field(None, title="số, ký hiệu")
    date: PastDate | None = Field(None, title="ngày ban hành")
    source: Text | None = Field(None, title="mã nguồn")


class Outcome(Part):
    """What became of a consultation, where its dates do not tell."""

    state: Literal["closed", "decided", "withdrawn"] = Field(title="kết quả")
    date: PastDate | None = Field(None, title="ngày")
    decision: DecisionAt | None = Field(None, title="quyết định: <năm>/<người ký>/<mã>")
    reason: Literal["proposer", "own-wish", "not-met", "replaced"] | None = Field(
        None, title="lý do rút"
    )


class Consultation(Record):
    """A notice that asks the people for opinions on who is proposed for an award."""

    title: Text = Field(title="tiêu đề")
    office: Text = Field(title="cơ quan lấy ý kiến")
    proposer: Text | None = Field(None, title="người, cơ quan đề nghị khen thưởng")
    papers: tuple[Notice, ...] = Field((), title="văn bản")
    basis: tuple[Text, ...] = Field((), title="căn cứ như thông báo ghi")
    proposed: tuple[Proposal, ...] = Field(title="danh sách đề nghị", min_length=1)
    opens: Date = Field(title="ngày đăng, bắt đầu lấy ý kiến")
    closes: Date | None = Field(None, title="ngày cuối như thông báo ghi")
    days: int | None = Field(None, title="thời hạn như thông báo ghi", ge=1, le=366)
    counting: Literal["working", "plain"] = Field("working", title="cách đếm thời hạn")
    send_to: tuple[Contact, ...] = Field((), title="nơi nhận ý kiến")
    how: Text | None = Field(None, title="cách gửi ý kiến")
    outcome: Outcome | None = Field(None, title="kết quả")
    note: Prose | None = Field(None, title="ghi chú")

    @property
    def address(self) -> str:
        """Where the consultation's page is."""
        return f"/lay-y-kien/{self.id}/"

    @property
    def contacts(self) -> frozenset[str]:
        """Where opinions are sent: the offices' own contacts."""
        return frozenset[str]().union(*(contact.texts for contact in self.send_to))

    @property
    def hidden_names(self) -> frozenset[str]:
        """The names that are shown by initials."""
        return frozenset(p.name for p in self.proposed if p.display == "initials")

    @property
    def places_of_contacts(self) -> Iterator[tuple[FieldPath, Contact]]:
        """The contacts, each with its path in the record."""
        return ((("send_to", place), contact) for place, contact in enumerate(self.send_to))

    @property
    def whom(self) -> str:
        """Who is proposed, in numbers: "1 tập thể, 2 cá nhân"."""
        counts = {
            label: sum(proposal.kind == kind for proposal in self.proposed)
            for kind, label in RECIPIENT_KINDS.items()
        }
        return ", ".join(f"{count} {label}" for label, count in counts.items() if count)
