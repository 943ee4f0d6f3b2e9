"""What another record tells of the register: a decision or an honour, by its address."""

from typing import TYPE_CHECKING, Annotated, NamedTuple

from generator.records.base import Field, Text
from generator.records.digest import HonourEntry
from generator.records.marks import ToPage

if TYPE_CHECKING:
    from generator.records.digest import Index

RegisterAddress = Annotated[
    Text, Field(pattern=r"^/vinh-danh/\d{4}/[a-z0-9-]+/[a-z0-9-]+/(\d+/)?$"), ToPage()
]


class Registered(NamedTuple):
    """A decision or an honour as a link; `gone` when it is not in force any more.

    An honour that is gone is reached through its decision, which tells what happened to it.
    """

    text: str
    address: str
    gone: bool
    illustrative: bool


def registered(address: str, index: "Index") -> Registered:
    """Return what stands at an address of the register.

    Nothing there: the link shows its address, `check` tells it, and the gate over links (LK-001)
    stops the build.
    """
    found = index.at(address)
    if found is None:
        return Registered(address, address, gone=False, illustrative=False)
    if isinstance(found, HonourEntry):
        text = f"{found.award_name} ({found.decision_label})"
        where = address if found.counted else found.decision
        return Registered(text, where, not found.counted, found.illustrative)
    return Registered(found.label, address, not found.in_force, found.illustrative)
