"""Site: everything that an office which adopts the register must replace, in one file."""

from collections.abc import Iterator

from generator.records.base import (
    Date,
    Fault,
    Field,
    Kind,
    Record,
    Reference,
    SiteUrl,
    Text,
    Url,
)
from generator.records.contact import Contact, offices_alone


class PressContact(Contact):
    """Whom the press asks: a post of the office, never a person's own number."""

    role: Text | None = Field(None, title="trả lời về việc gì")
    hours: Text | None = Field(None, title="giờ trả lời")


class Site(Record):
    """The office's settings, `data/site.yml`."""

    name: Text = Field(title="tên trang")
    tagline: Text = Field(title="dòng giới thiệu")
    office: Text = Field(title="cơ quan chủ quản")
    url: SiteUrl = Field(title="địa chỉ trang")
    repository: Url | None = Field(None, title="kho dữ liệu, để sửa trang")
    demonstration: bool = Field(title="bản trình diễn")
    decision_pictures: bool = Field(False, title="ảnh chia sẻ riêng cho từng quyết định")
    as_of: Date | None = Field(None, title="dữ liệu tính đến")
    count_first_day: bool = Field(False, title="tính cả ngày đầu khi đếm thời hạn")
    press_kits: bool = Field(True, title="bộ báo chí của từng quyết định")
    contact: Contact = Field(title="liên hệ")
    press: tuple[PressContact, ...] = Field((), title="nơi trả lời báo chí")
    data_licence: Text = Field(title="giấy phép dữ liệu")

    @property
    def contacts(self) -> frozenset[str]:
        """The office's own contacts, those for the press too."""
        return self.contact.texts.union(*(contact.texts for contact in self.press))

    @property
    def answering(self) -> tuple[Contact, ...]:
        """Whom the press asks: the posts named for it, else the office itself."""
        return self.press or (self.contact,)


def press_offices(site: Site, reference: Reference) -> Iterator[Fault]:
    """Who answers the press is an office."""
    yield from offices_alone(site, ((("press", n), c) for n, c in enumerate(site.press)))


KIND = Kind(
    name="site",
    label="thiết lập của trang",
    model=Site,
    layout="single",
    where="data/site.yml",
    rules=(press_offices,),
)
