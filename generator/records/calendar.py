"""What a record puts into a calendar; the export makes files of it."""

import datetime
from collections.abc import Iterable
from typing import Literal, NamedTuple

ALONE = "lich.ics"  # the name of a page's own calendar, which lies beside it
CalendarStatus = Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]


class CalendarEntry(NamedTuple):
    """Something that takes place on a day, or on some days.

    Attributes:
        address: the page that tells of it.
        title: its name.
        first, last: its days, both included.
        opens, closes: its hours on the first day, by the clock of Việt Nam; none for whole days.
        place: where it is, in words.
        text: what it is, in a sentence.
        yearly: whether it comes again every year, from the first day on.
        status: whether it will be.
        illustrative: whether it is invented, which its title then says.
        part: tells the entries of one page from each other.
    """

    address: str
    title: str
    first: datetime.date
    last: datetime.date
    opens: datetime.time | None = None
    closes: datetime.time | None = None
    place: str = ""
    text: str = ""
    yearly: bool = False
    status: CalendarStatus = "CONFIRMED"
    illustrative: bool = False
    part: str = ""

    def ahead(self, today: datetime.date) -> bool:
        """Whether it will be, from a day on: neither over nor cancelled nor postponed."""
        return self.status == "CONFIRMED" and (self.yearly or self.last >= today)


def own_calendar(entries: Iterable[CalendarEntry], today: datetime.date) -> str:
    """Return the address of a page's own calendar, or "" where nothing of it lies ahead."""
    return next((f"{e.address}{ALONE}" for e in entries if e.ahead(today)), "")
