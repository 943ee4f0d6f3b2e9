"""Site: everything that an office which adopts the register must replace, in one file."""

from generator.records.base import Date, Field, Kind, Part, Record, SiteUrl, Text, Url


class Contact(Part):
    """How to reach the office; the only contacts the privacy gate lets through."""

    office: Text = Field(title="tên cơ quan")
    address: Text | None = Field(None, title="địa chỉ trụ sở")
    phone: Text | None = Field(None, title="điện thoại cơ quan")
    email: Text | None = Field(None, title="thư điện tử cơ quan")


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
    contact: Contact = Field(title="liên hệ")
    data_licence: Text = Field(title="giấy phép dữ liệu")

    @property
    def contacts(self) -> frozenset[str]:
        """The texts that the privacy gate must let through: the office's own contacts."""
        contact = self.contact
        return frozenset(t for t in (contact.phone, contact.email, contact.address) if t)


KIND = Kind(
    name="site", label="thiết lập của trang", model=Site, layout="single", where="data/site.yml"
)
