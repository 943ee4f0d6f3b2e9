"""What an edit does to what is published: which pages, which lines of them, which counts."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from generator.pagekey import page_key
from generator.privacy import plain
from generator.records.digest import natural
from generator.render import render
from generator.values import Output, Page
from generator.vietnamese import squeeze

_LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")
_SIGNS = re.compile(r"\{:[^}]*\}|^(?:#+|-  |:  |[-|: ]+$)|\|", re.MULTILINE)
_CITED = re.compile(r'<details class="td-cite".*?</details>', re.DOTALL)  # says it all again
_TAG = re.compile(r"<[^>]*>")
_NUMBER = re.compile(r"\d+")
_OWN = ("decision.md.jinja", "honour.md.jinja")
# Pages that gather what others say.
_LISTS = re.compile(
    r"/(?:[^/]+/)?|/vinh-danh/\d+/|.*/trang/\d+/"
    r"|/(?:a-z|dia-ban|danh-hieu|co-quan|linh-vuc|thong-ke|van-ban)/.*"
)


class Line(NamedTuple):
    """A line as it was and as it is to be; "" where it is new or gone."""

    before: str
    after: str

    @property
    def counted(self) -> bool:
        """Whether nothing but its numbers changes."""
        same = _NUMBER.sub("#", self.before) == _NUMBER.sub("#", self.after)
        return bool(self.before and self.after) and same

    @property
    def words(self) -> str:
        """The line as it is told: gone, new, or with its numbers from what to what."""
        if self.counted:
            return f"{self.before}  →  {self.after}"
        return f"- {self.before}" if self.before else f"+ {self.after}"


class PageChange(NamedTuple):
    """A page that is new, changed or gone, and its lines that are."""

    address: str
    title: str
    what: Literal["mới", "đổi", "bỏ"]
    lines: tuple[Line, ...]


def changes(before: Iterable[Page], after: Iterable[Page]) -> tuple[PageChange, ...]:
    """Return the pages that two states of the register do not share, records before lists."""
    old, new = ({page.address: page for page in pages} for pages in (before, after))
    found = (_change(old.get(address), new.get(address)) for address in old.keys() | new.keys())
    return tuple(sorted(filter(None, found), key=lambda change: reading_order(change.address)))


def reading_order(address: str) -> tuple[bool, tuple[tuple[int, str], ...]]:
    """Return a sort key: what a record says first, then the lists that repeat it."""
    return bool(_LISTS.fullmatch(address)), natural(address)


def _change(old: Page | None, new: Page | None) -> PageChange | None:
    # What tells two pages apart quickly may not show on them; those of a record have no key.
    if old and new and old.template not in _OWN and page_key(old) == page_key(new):
        return None
    before, after = (page and render(page) for page in (old, new))
    if before == after:
        return None
    page = new or old
    assert page is not None
    what: Mapping[tuple[bool, bool], Literal["mới", "đổi", "bỏ"]] = {
        (False, True): "mới", (True, True): "đổi", (True, False): "bỏ",
    }  # fmt: skip
    lines = _differences(_lines(before), _lines(after)) if before and after else ()
    return PageChange(page.address, page.title, what[bool(old), bool(new)], tuple(lines))


def _lines(page: Output) -> list[str]:
    """Return what a reader sees of a page, line by line."""
    body = _CITED.sub("", page.text.partition("\n---\n")[2])
    bare = (
        plain(_SIGNS.sub(" ", _TAG.sub(" ", _LINK.sub(r"\1", line)))) for line in body.split("\n")
    )
    return [line for line in map(squeeze, bare) if line]


def _differences(old: list[str], new: list[str]) -> Iterator[Line]:
    """Yield the lines that differ; one whose numbers alone change stands beside its old form."""
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, came = ([], []) if what == "equal" else (old[a:b], new[c:d])
        pairs = []
        for line in came:
            twin = next((other for other in gone if Line(other, line).counted), "")
            pairs.append(Line(twin, line))
            gone = [other for other in gone if other != twin]
        yield from (Line(line, "") for line in gone)
        yield from pairs
