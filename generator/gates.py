"""The gates that a finished file goes through: private data, hidden names, dead links."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from generator.hidden import Hidden
from generator.kits import opened
from generator.links import dead, foreign, read, target
from generator.privacy import leaks_in_plain, plain
from generator.values import UserError

_SHOWN = 50
_TEXTS = frozenset(
    {".html", ".csv", ".json", ".jsonl", ".xml", ".txt", ".md", ".ics", ".atom", ".rss"}
)


def leaks_told(name: str, text: str, contacts: frozenset[str]) -> list[str]:
    """Return one message for each kind of private data in a text; never the piece itself."""
    return plain_leaks_told(name, plain(text), contacts)


def plain_leaks_told(name: str, bare: str, contacts: frozenset[str]) -> list[str]:
    """Return one message for each kind of private data in a text that is plain already."""
    return [
        f"{name}: BM-002: có {what}; xóa ở dữ liệu hoặc bài viết, đó là dữ liệu riêng tư"
        for what in dict.fromkeys(leak.what for leak in leaks_in_plain(bare, contacts))
    ]


def dead_told(page: str, link: str) -> str:
    """Return the message about a link that leads nowhere."""
    return f"{page}: LK-001: liên kết «{link}» không dẫn tới đâu; sửa liên kết hoặc thêm trang đó"


def texts_told(
    names: Iterable[str],
    text_of: Callable[[str], bytes],
    contacts: frozenset[str],
    hidden: Hidden,
) -> Iterator[str]:
    """Tell of private data and hidden names in files of any kind, their own names included.

    Args:
        names: the files, from the site's root.
        text_of: their bytes.
        contacts: the office's own contacts, which may stand anywhere.
        hidden: the names that may not be shown in full.
    """
    for name in names:
        yield from leaks_told(name, name, frozenset())
        kind = PurePosixPath(name).suffix.lower()
        if kind in _TEXTS:
            text = text_of(name).decode("utf-8", errors="replace")
            yield from text_told(name, text, contacts, hidden)
        elif kind == ".zip":
            within = {f"{name}/{file}": made for file, made in opened(text_of(name)).items()}
            yield from texts_told(within, within.__getitem__, contacts, hidden)


def text_told(name: str, text: str, contacts: frozenset[str], hidden: Hidden) -> list[str]:
    """Return one message for each kind of private data and each hidden name in a text."""
    bare = plain(text)
    return [*plain_leaks_told(name, bare, contacts), *hidden.told_in(name, bare)]


def links_in(
    names: Iterable[str], text_of: Callable[[str], bytes], base: str
) -> tuple[dict[str, str], list[str]]:
    """Return what HTML pages of any origin link to, each with a page that does, and faults.

    Args:
        names: the files, from the site's root; only pages are looked at.
        text_of: their bytes.
        base: the address the site will have.
    """
    found: dict[str, str] = {}
    problems: list[str] = []
    for name in names:
        if not name.endswith(".html"):
            continue
        page = read(text_of(name))
        for link in sorted(page.links):
            goal = target(link, name, base)
            file, _, anchor = (goal or "").partition("#")
            if goal == "//" or (file == name and anchor and anchor not in page.anchors):
                problems.append(dead_told(name, link))
            elif goal is not None and file != name:
                found.setdefault(goal, name)
        problems += [dead_told(name, load) for load in sorted(foreign(page.loads, base))]
    return found, problems


def dead_ends(
    links: Mapping[str, str], files: Callable[[str], bool], text_of: Callable[[str], bytes]
) -> list[str]:
    """Return one message for each link that leads to no file of the site, or to no anchor of it."""
    return [dead_told(links[goal], goal) for goal in dead(sorted(links), files, text_of)]


def refuse(problems: list[str]) -> None:
    """Stop when a gate found anything.

    Raises:
        UserError: the first fifty problems.
    """
    if problems:
        rest = len(problems) - _SHOWN
        more = [f"… và {rest} chỗ nữa"] if rest > 0 else []
        raise UserError("\n".join(problems[:_SHOWN] + more))
