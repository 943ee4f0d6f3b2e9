"""Recipient: a person, collective or household that the office follows over time.

Only what the office has registered is one: equal names never make two rows one recipient.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from generator.records.base import (
    Field,
    Kind,
    Link,
    Page,
    Prose,
    RecipientKind,
    Record,
    Reference,
    RefTo,
    Slug,
    Text,
)
from generator.records.linked import profile
from generator.records.paging import paged
from generator.records.terms import RECIPIENT_KINDS
from generator.vietnamese import initials

if TYPE_CHECKING:
    from generator.records.digest import Index

FOLDERS = {"person": "ca-nhan", "collective": "tap-the", "household": "ho-gia-dinh"}

FOLDER_TITLES = {"person": "Cá nhân", "collective": "Tập thể", "household": "Hộ gia đình"}


class Recipient(Record):
    """Someone, or some body, honoured more than once or told about."""

    name: Text = Field(title="tên")
    kind: RecipientKind = Field(title="loại đối tượng")
    other_names: tuple[Text, ...] = Field((), title="tên khác")
    place: Annotated[Slug, RefTo("place")] | None = Field(None, title="địa bàn")
    unit: Annotated[Slug, RefTo("unit")] | None = Field(None, title="mã cơ quan, đơn vị")
    address_text: Text | None = Field(None, title="nơi ở hoặc trụ sở, như đã in")
    role: Text | None = Field(None, title="chức vụ")
    summary: Prose | None = Field(None, title="giới thiệu")

    @property
    def address(self) -> str:
        """Where the recipient's page is."""
        return f"/{FOLDERS[self.kind]}/{self.id}/"


def _mark(recipient: Recipient) -> str:
    """Return the first and the last initial of a person, to stand where a picture would."""
    letters = initials(recipient.name).replace(".", "")
    return letters[:1] + letters[1:][-1:] if recipient.kind == "person" else ""


def pages(recipient: Recipient, reference: Reference, index: "Index") -> Iterator[Page]:
    """Make the page of a recipient: who it is, its honours over the years, its stories."""
    place = reference.find("place", recipient.place)
    label = RECIPIENT_KINDS[recipient.kind]
    honours = index.honours_of("recipient", recipient.id)
    page = Page(
        address=recipient.address,
        template="recipient.md.jinja",
        title=recipient.name,
        description=f"{recipient.name}: {label} trong sổ vinh danh"
        + (f", {place.full_name(reference)}." if place else "."),
        context={
            "recipient": recipient,
            "label": label,
            "mark": _mark(recipient),
            "place": place,
            "unit": reference.find("unit", recipient.unit),
            "where": place.with_now(reference) if place else "",
            "exemplars": [e for e in reference.of("exemplar") if recipient.id in e.recipients],
        },
        linked=profile(reference.site, recipient, honours),
        source=recipient.origin.file,
        crumbs=(Link(FOLDER_TITLES[recipient.kind], f"/{FOLDERS[recipient.kind]}/"),),
        kind=label.capitalize(),
        section="vinh-danh",
        listed=False,
    )
    yield from paged(page, "honours", honours)


KIND = Kind(
    name="recipient",
    label="đối tượng được khen",
    model=Recipient,
    layout="file",
    where="data/recipients/*.yml",
    pages=pages,
)
