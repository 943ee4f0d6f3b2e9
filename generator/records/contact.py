"""Contact (liên hệ): how to reach an office. Only these pass the gate of private data."""

import re
from collections.abc import Iterable, Iterator

from generator.records.base import Fault, Field, FieldPath, Part, Record, Text

# A landline (all begin with 02) or a service number; what begins otherwise is somebody's own.
_OFFICE_PHONE = re.compile(r"02\d{8,9}|1[89]00\d{4,6}")
_SIGNS = re.compile(r"[ .()\-]")
_OFFICE_MAIL = re.compile(
    r"[\w.+\-]+@(?!(?:gmail|yahoo|outlook|hotmail|icloud)\.)[\w\-]+(?:\.[\w\-]+)+"
)
_SHORTEST_ADDRESS = 12  # letters; a piece of a few would let pass what is not meant


class Contact(Part):
    """How to reach an office: its own address, landline and mailbox, never a person's."""

    office: Text = Field(title="tên cơ quan")
    address: Text | None = Field(None, title="địa chỉ trụ sở")
    phone: Text | None = Field(None, title="điện thoại cơ quan")
    email: Text | None = Field(None, title="thư điện tử cơ quan")

    @property
    def dialled(self) -> str:
        """The phone number as it is dialled: figures alone; "" without one."""
        return _SIGNS.sub("", self.phone or "")

    @property
    def texts(self) -> frozenset[str]:
        """What the gate of private data lets pass, exactly as it is written."""
        return frozenset(t for t in (self.phone, self.dialled, self.email, self.address) if t)


def offices_alone(record: Record, contacts: Iterable[tuple[FieldPath, Contact]]) -> Iterator[Fault]:
    """A contact is an office's and complete, since the gate lets through whatever stands there."""
    for path, contact in contacts:
        if contact.phone and not _OFFICE_PHONE.fullmatch(contact.dialled):
            yield record.fault(
                "LYK-008",
                (*path, "phone"),
                "không phải một số máy bàn đầy đủ của cơ quan",
                "ghi một số bắt đầu bằng 02 (hoặc 1800, 1900); không ghi số di động của cá nhân",
            )
        if contact.email and not _OFFICE_MAIL.fullmatch(contact.email):
            yield record.fault(
                "LYK-008",
                (*path, "email"),
                "không phải hộp thư của cơ quan",
                "ghi một hộp thư ở tên miền của cơ quan; không ghi hộp thư cá nhân",
            )
        if contact.address and len(contact.address) < _SHORTEST_ADDRESS:
            yield record.fault(
                "LYK-008", (*path, "address"), "địa chỉ trụ sở chưa đầy đủ", "ghi cả phường, tỉnh"
            )
