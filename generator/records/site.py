"""Site: everything that an office which adopts the register must replace, in one file."""

from generator.records.base import Date, Field, Kind, Record, SiteUrl, Text, Url
from generator.records.contact import Contact


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
    contact: Contact = Field(title="liên hệ")
    data_licence: Text = Field(title="giấy phép dữ liệu")

    @property
    def contacts(self) -> frozenset[str]:
        """The office's own contacts."""
        return self.contact.texts


KIND = Kind(
    name="site", label="thiết lập của trang", model=Site, layout="single", where="data/site.yml"
)
