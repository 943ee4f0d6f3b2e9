"""What is wrong with a file as a whole: its place, its name, its encoding."""

import re
from collections.abc import Iterator
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
from generator.records.fields import DEVICE
from generator.values import Fault

_PART = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:yml|csv|md))?")
SAMPLES = "mau"  # data/mau/ holds commented sample records, which are never read as data


def _aside(path: Path) -> bool:
    """Whether a file of `data/` is hidden, a guide or a sample."""
    return path.parts[0] == SAMPLES or any(IGNORED.fullmatch(part) for part in path.parts)


def misplaced(root: Path) -> Iterator[Fault]:
    """Find files that nothing would read, and names that cannot be addresses."""
    known = {path for kind in KINDS for path in matching(root, kind.where)}
    volumes = (kind.where for kind in KINDS if kind.layout == "volume")
    tables = {path.with_suffix(".csv") for where in volumes for path in matching(root, where)}
    wanted = known | tables
    for path in sorted((root / "data").rglob("*"), key=lambda p: p.as_posix()):
        file = name_of(root, path)
        if path.is_symlink():
            yield whole_file(
                file, "TEP-005", "là liên kết tới nơi khác", "chép chính tệp đó vào đây"
            )
        elif path.is_dir() or _aside(path.relative_to(root / "data")):
            continue
        elif path not in wanted:
            yield whole_file(
                file,
                "TEP-004",
                "tệp nằm ngoài những chỗ được đọc",
                "chuyển đến đúng thư mục (xem data/README.md) hoặc đưa ra khỏi data/",
            )
    for path in sorted(known, key=lambda p: p.as_posix()):
        bad = [
            p
            for p in path.relative_to(root).parts
            if not _PART.fullmatch(p) or DEVICE.fullmatch(p.partition(".")[0])
        ]
        if bad:
            yield whole_file(
                name_of(root, path),
                "TEP-003",
                f"tên «{bad[0]}» không dùng làm địa chỉ được",
                "đổi tên: chữ thường không dấu, chữ số, dấu gạch ngang",
            )


def unreadable(root: Path) -> Iterator[Fault]:
    """Find pages of `content/` that are no UTF-8 text."""
    for path in sorted((root / "content").rglob("*.md"), key=lambda p: p.as_posix()):
        if not path.name.startswith(".") and (fault := read_text(root, path).fault):
            yield fault


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
