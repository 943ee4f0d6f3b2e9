"""Where the links of the office's own texts lead, told with file and line, and without a build.

The gate over the finished site sees every link of every page; this sees those that a clerk wrote.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.files import by_hand, name_of, read_text
from generator.links import target
from generator.markup import links_of
from generator.reading import Read
from generator.records.base import MarkdownText, walk
from generator.records.marks import ToPage
from generator.tree import list_pages
from generator.values import Fault, Position


def dead_leads(root: Path, read: Read) -> Iterator[Fault]:
    """Find links of records, stories, news and hand-written pages that lead to no page.

    Args:
        root: the project's root.
        read: a register without faults.
    """
    wanted = list(_leads(root, read))
    pages = _pages(root, read) if wanted else frozenset()
    for goal, link, position, field in wanted:
        page = goal.partition("#")[0]  # the gate looks for anchors, when there are pages
        if page.endswith("index.html") and page not in pages:
            yield Fault(
                position, "LK-001", field, f"liên kết «{link}» không dẫn tới trang nào",
                "sửa liên kết, hoặc thêm trang đó",
            )  # fmt: skip


def _leads(root: Path, read: Read) -> Iterator[tuple[str, str, Position, str]]:
    """Yield where links lead, the links, where they stand and in which field."""
    base = read.reference.site.url
    for records in read.reference.records.values():
        for record in records.values():
            for path, value, marks in walk(record):
                for link in _links_in(value, marks):
                    file, line = record.origin.at(path)
                    # In a record a link that begins with a slash begins at the site's root.
                    goal = target(link.lstrip("/") if link[0] == "/" else link, "", base)
                    name = next(str(part) for part in reversed(path) if isinstance(part, str))
                    yield goal or "", link, _where(root, file, line, link), name
    for page in by_hand(root):
        if page.suffix == ".md":
            file = name_of(root, page)
            html = _html_of(page.relative_to(root / "content"))
            for link in links_of(read_text(root, page).text):
                if not link.partition("#")[0].endswith(".md"):  # the host looks after those
                    goal = target(link, html, base)
                    yield goal or "", link, _where(root, file, 1, link), ""


def _links_in(value: object, marks: tuple[object, ...]) -> Iterable[str]:
    """Return where a field of a record leads: a text by its links, an address by itself."""
    if isinstance(value, str) and ToPage() in marks:
        return (value,)
    if isinstance(value, str) and MarkdownText() in marks:
        return (link for link in links_of(value) if not link.startswith("#"))
    return ()


def _html_of(path: Path) -> str:
    """Return the file that a hand-written page becomes."""
    folder = path.with_suffix("").as_posix()
    return f"{folder}.html" if path.stem in ("index", "404") else f"{folder}/index.html"


def _where(root: Path, file: str, line: int, link: str) -> Position:
    """Return the line on which a link stands, at or after another."""
    lines = read_text(root, root / file).text.split("\n")
    found = (n for n, text in enumerate(lines, 1) if n >= line and link in text)
    return Position(file, next(found, line))


def _pages(root: Path, read: Read) -> frozenset[str]:
    """Return the files of all pages that the register will have."""
    own = {page.html for page in list_pages(read.reference, read.short)}
    for digest in read.short.digests:
        own |= {f"{entry.address[1:]}index.html" for entry in digest.decisions}
        own |= {f"{entry.address[1:]}index.html" for entry in digest.honours}
    written = (path.relative_to(root / "content") for path in by_hand(root))
    return frozenset(own | {_html_of(path) for path in written if path.suffix == ".md"})
