"""What is wrong with a file as a whole: its place, its name, its encoding."""

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from generator.files import (
    IGNORED,
    kept_as_markdown,
    matching,
    name_of,
    read_text,
    whole_file,
)
from generator.records import KINDS
from generator.records.embargo import embargoed, means_embargo
from generator.records.fields import DEVICE
from generator.releases import releases
from generator.values import Fault, Position

_PART = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:yml|csv|md))?")
_FIELD = re.compile(r"^(\w[\w -]*?) *:(.*)$")
SAMPLES = "mau"  # data/mau/ holds commented sample records, which are never read as data


def _aside(path: Path) -> bool:
    """Whether a file of `data/` is hidden, a guide or a sample."""
    return path.parts[0] == SAMPLES or any(IGNORED.fullmatch(part) for part in path.parts)


def misplaced(root: Path) -> Iterator[Fault]:
    """Find files that nothing would read, and names that cannot be addresses."""
    found = {kind: matching(root, kind.where) for kind in KINDS}
    known = {str(path): path for paths in found.values() for path in paths}
    tables = {
        f"{str(path).removesuffix(path.suffix)}.csv"
        for kind, paths in found.items()
        if kind.layout == "volume"
        for path in paths
    }
    tables |= {str(path) for path in releases(root).values()}
    for entry in _entries(str(root / "data")):
        if (entry.path in known or entry.path in tables) and not entry.is_symlink():
            continue
        path = Path(entry.path)
        if entry.is_symlink():
            yield whole_file(
                name_of(root, path),
                "TEP-005",
                "là liên kết tới nơi khác",
                "chép chính tệp đó vào đây",
            )
        elif entry.is_file() and not _aside(path.relative_to(root / "data")):
            yield whole_file(
                name_of(root, path),
                "TEP-004",
                "tệp nằm ngoài những chỗ được đọc",
                "chuyển đến đúng thư mục (xem data/README.md) hoặc đưa ra khỏi data/",
            )
    for name, path in known.items():
        bad = [part for part in name.removeprefix(f"{root}/").split("/") if _no_address(part)]
        if bad:
            yield whole_file(
                name_of(root, path),
                "TEP-003",
                f"tên «{bad[0]}» không dùng làm địa chỉ được",
                "đổi tên: chữ thường không dấu, chữ số, dấu gạch ngang",
            )


def _entries(folder: str) -> Iterator[os.DirEntry[str]]:
    """Yield all that lies below a folder; a register has a hundred thousand files."""
    with os.scandir(folder) as entries:
        for entry in entries:
            yield entry
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(entry.path)


@lru_cache(maxsize=4096)
def _no_address(part: str) -> bool:
    return not _PART.fullmatch(part) or bool(DEVICE.fullmatch(part.partition(".")[0]))


def unreadable(root: Path) -> Iterator[Fault]:
    """Find pages of `content/` that are no UTF-8 text, or may not be public yet."""
    records = kept_as_markdown(root)
    for path in sorted((root / "content").rglob("*.md"), key=lambda p: p.as_posix()):
        if path.name.startswith("."):
            continue
        text, fault = read_text(root, path)
        if fault:
            yield fault
        front = text.split("\n---", 1)[0] if text.startswith("---\n") else ""
        for number, line in enumerate(front.split("\n") if path not in records else (), 1):
            if (found := _FIELD.match(line)) and means_embargo(found[1]):
                code, problem, cure = embargoed(found[2].strip())
                yield Fault(Position(name_of(root, path), number), code, found[1], problem, cure)


def unclaimed(root: Path, claimed: frozenset[str]) -> Iterator[Fault]:
    """Find files of `content/` that would be published though no record and no page asks for them.

    Args:
        root: the project's root.
        claimed: the files that records publish, told from the root.
    """
    records = kept_as_markdown(root)
    for path in sorted((root / "content").rglob("*"), key=lambda p: p.as_posix()):
        file = name_of(root, path)
        written = path.suffix == ".md" and not file.startswith("content/tin-tuc/")
        known = path in records or written or file in claimed
        if path.is_dir() or known or path.name.startswith("."):
            continue
        yield whole_file(
            file,
            "TEP-004",
            "tệp nằm trong content/ mà không trang nào dùng",
            "tệp quyết định ghi ở mục file, ảnh ghi ở mục photos; tệp khác đưa ra khỏi content/",
        )
