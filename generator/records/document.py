"""Document (văn bản): a text that the office works by, from when until when, and who says so.

What is printed of a document is what Điều 4 Nghị định 42/2022/NĐ-CP asks for: form, issuer, symbol,
date, effect, summary, the file. A fact that stands on weak ground is a claim with a doubt: it is
shown with the doubt, never as if it were certain.
"""

from typing import Annotated, Literal

from generator.records.base import (
    Date,
    Field,
    Part,
    PartialDate,
    PastDate,
    Record,
    Reference,
    RefTo,
    Slug,
    Text,
    Url,
)
from generator.records.paper import Paper

Form = Literal[
    "luat",
    "nghi-dinh",
    "nghi-quyet",
    "thong-tu",
    "chi-thi",
    "quyet-dinh",
    "chuong-trinh",
    "ke-hoach",
    "huong-dan",
]
FORMS = {
    "luat": "Luật",
    "nghi-dinh": "Nghị định",
    "nghi-quyet": "Nghị quyết",
    "thong-tu": "Thông tư",
    "chi-thi": "Chỉ thị",
    "quyet-dinh": "Quyết định",
    "chuong-trinh": "Chương trình",
    "ke-hoach": "Kế hoạch",
    "huong-dan": "Hướng dẫn",
}
Fact = Literal["date", "valid_from", "valid_to", "replaces", "amends", "guides"]
FACTS = {
    "date": "ngày ban hành",
    "valid_from": "ngày có hiệu lực",
    "valid_to": "ngày hết hiệu lực",
    "replaces": "việc thay thế",
    "amends": "việc sửa đổi, bổ sung",
    "guides": "việc hướng dẫn thi hành",
}
IN_FORCE, AHEAD, UNDATED, UNSURE, ENDED = STATES = (
    "còn hiệu lực",
    "chưa có hiệu lực",
    "không ghi thời hạn áp dụng",
    "chưa xác minh được hiệu lực",
    "hết hiệu lực",
)
LINKS = ("replaces", "amends", "guides")


class Claim(Part):
    """Who says a fact of a document, and why it may be doubted."""

    about: Fact = Field(title="điều được nói tới")
    source: Text = Field(title="mã nguồn")
    doubt: Text | None = Field(None, title="vì sao chưa chắc")


class Document(Record):
    """A legal text, a plan, a directive: its form, its dates, and what it does to others."""

    form: Form = Field(title="hình thức")
    symbol: Text | None = Field(None, title="số, ký hiệu")
    title: Text = Field(title="trích yếu")
    cited_as: Text | None = Field(None, title="cách gọi khi viện dẫn")
    issuer: Text = Field(title="cơ quan ban hành")
    unit: Annotated[Slug, RefTo("unit")] | None = Field(None, title="cơ quan ban hành có trang")
    date: PastDate | None = Field(None, title="ngày ban hành")
    valid_from: Date | None = Field(None, title="có hiệu lực từ")
    valid_to: Date | None = Field(None, title="ngày cuối cùng còn hiệu lực")
    summary: Text | None = Field(None, title="tóm tắt")
    replaces: tuple[Annotated[Slug, RefTo("document")], ...] = Field((), title="thay thế")
    amends: tuple[Annotated[Slug, RefTo("document")], ...] = Field((), title="sửa đổi, bổ sung")
    guides: tuple[Annotated[Slug, RefTo("document")], ...] = Field((), title="hướng dẫn thi hành")
    claims: tuple[Claim, ...] = Field((), title="ai nói điều gì")
    link: Url | None = Field(None, title="nơi đọc toàn văn")
    file: Paper | None = Field(None, title="tệp văn bản")

    @property
    def files(self) -> tuple[str, ...]:
        """The document's own file."""
        return (f"content/tep/{self.file.name}",) if self.file else ()

    @property
    def address(self) -> str:
        """Where the document's page is."""
        return f"/van-ban/{self.id}/"

    @property
    def label(self) -> str:
        """The form and the symbol: "Luật số 06/2022/QH15"; the title of one without a symbol."""
        return f"{FORMS[self.form]} số {self.symbol}" if self.symbol else self.title

    @property
    def cited(self) -> str:
        """How other pages name the document."""
        return self.cited_as or self.label

    @property
    def since(self) -> PartialDate | None:
        """The day it applies from, or else the day it was signed."""
        return self.valid_from or self.date

    @property
    def host(self) -> str:
        """The web host that has the whole text."""
        return (self.link or "").partition("://")[2].partition("/")[0]

    @property
    def uncertain(self) -> bool:
        """Whether any fact stands on weak ground."""
        return any(claim.doubt for claim in self.claims)

    def doubted(self, fact: Fact) -> bool:
        """Whether a fact stands on weak ground."""
        return any(claim.about == fact and claim.doubt for claim in self.claims)

    def state(self, as_of: PartialDate) -> str:
        """Return one of `STATES`, as of a date of the data.

        A doubt about the beginning leaves the state open; one about the end does so where the
        end is unknown, or lies in the past.
        """
        ended = self.valid_to is not None and self.valid_to.last < as_of.last
        open_end = self.doubted("valid_to") and (ended or self.valid_to is None)
        if self.doubted("valid_from") or open_end:
            return UNSURE
        if ended:
            return ENDED
        if self.valid_from is None:
            return UNDATED
        return IN_FORCE if self.valid_from.first <= as_of.last else AHEAD


class Basis(Part):
    """A document that a duty of the office is done by, and its articles."""

    document: Annotated[Slug, RefTo("document")] = Field(title="mã văn bản")
    article: Text | None = Field(None, title="điều, khoản")


def legal(bases: tuple[Basis, ...], reference: Reference) -> list[tuple[Document, str]]:
    """Return the documents of some bases, each with its articles."""
    found = [(reference.find("document", basis.document), basis.article or "") for basis in bases]
    return [(document, article) for document, article in found if document is not None]
