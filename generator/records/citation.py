"""What a citation is made of."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from generator.dates import PartialDate


class Citation(NamedTuple):
    """What every form of a citation is made of.

    Attributes:
        title: of the thing cited.
        author: who answers for it.
        authority: who decided, when that is somebody else; "" otherwise.
        number: the act, "Quyết định số 1870/QĐ-UBND"; "" where there is none.
        issued: the day of the act or of the story.
        container: the register.
        version: its number, from 1.
        updated: since when the version stands.
        status: what became of it, as one says it: "đã bị hủy bỏ theo Văn bản …"; "" while all of
            it is in force.
        press: the sentence that a newspaper can print, without its end.
        site: the register's address.
        address: where it is in the register.
        demonstration: whether the register is nobody's own yet.
        ended: whether nothing of it is in force any more.
    """

    title: str
    author: str
    authority: str
    number: str
    issued: PartialDate
    container: str
    version: int
    updated: PartialDate
    status: str
    press: str
    site: str
    address: str
    demonstration: bool = False
    ended: bool = False

    @property
    def url(self) -> str:
        """Where it is, whole."""
        return self.site + self.address[1:]

    @property
    def key(self) -> str:
        """What bibliographies call it."""
        return self.address.strip("/").replace("/", "-")

    @property
    def shown(self) -> str:
        """The version as a fact of the page: "2, cập nhật ngày 10/05/2024"."""
        since = "từ" if self.version == 1 else "cập nhật"
        return f"{self.version}, {since} {self.updated.on}"

    @property
    def edition(self) -> str:
        """The version in words."""
        first = f"phiên bản {self.version}"
        return first if self.version == 1 else f"{first}, cập nhật {self.updated.on}"

    @property
    def told(self) -> str:
        """The sentence for a newspaper with what became of the thing, without its end."""
        return f"{self.press}. Lưu ý: {self.status}" if self.status else self.press

    @property
    def force(self) -> str:
        """What must stand before a title that goes out alone; "" while all is in force."""
        part = "" if self.ended else " một phần"
        return f"Không còn hiệu lực{part}" if self.status else ""


def labelled(text: str, *, illustrative: bool) -> str:
    """Return a text that goes out alone, as a title or a citation, labelled where it is invented.

    >>> labelled("Gương sáng", illustrative=True)
    '[Minh họa, không có thật] Gương sáng'
    """
    return f"[Minh họa, không có thật] {text}" if illustrative else text


def cite_text(
    site: Any,
    address: str,
    title: str,
    press: str,
    issued: PartialDate,
    changed: Iterable[PartialDate],
    *,
    authority: str = "",
    number: str = "",
    illustrative: bool = False,
) -> Citation:
    """Return how a text of the register itself is cited.

    Args:
        site: the register's settings.
        address: of the text, from the root.
        title, press, authority, number: as in a Citation.
        issued: the day of the text.
        changed: the days on which it was changed since; each makes a new version.
        illustrative: whether it is invented.
    """
    days = (issued, *changed)
    return Citation(
        title=labelled(title, illustrative=illustrative),
        author=site.office,
        authority=authority,
        number=number,
        issued=issued,
        container=site.name,
        version=len(days),
        updated=max(days, key=lambda day: day.last),
        status="",
        press=labelled(press, illustrative=illustrative),
        site=site.url,
        address=address,
        demonstration=site.demonstration,
    )
