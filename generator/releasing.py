"""A new release: what the register publishes now, so that changes can be told later."""

from pathlib import Path
from typing import NamedTuple

from generator.build import alone
from generator.cache import FOLDER as KEPT
from generator.cache import Store
from generator.exports.changes import as_release, in_release, marks
from generator.exports.columns import HONOURS
from generator.exports.rows import LINES, part_of
from generator.reading import read_register, sound
from generator.releases import FOLDER, releases
from generator.values import UserError
from generator.volumes import stored
from generator.workers import Crew


class Release(NamedTuple):
    """A release that can be written.

    Attributes:
        path: its file, told from the project's root.
        before: the release before it, or "".
        new, other: how many honours are new since then, and of how many something has changed.
        marks: where each honour is, and its mark.
    """

    path: str
    before: str
    new: int
    other: int
    marks: tuple[tuple[str, str], ...]

    def write(self, root: Path) -> int:
        """Write the file; return how many bytes it has."""
        path = root / self.path
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.write_bytes("".join(as_release(self.marks)).encode("utf-8"))


def next_release(root: Path, jobs: int | None = None) -> Release:
    """Return the release of the data as they are.

    Args:
        root: the project's root.
        jobs: how many processes work, all cores when None.

    Raises:
        DataError: faults in the data.
        UserError: there is one of this date or a later one, or nothing has changed since.
    """
    root = root.resolve()
    with alone(root / KEPT / "lock"), Crew(jobs) as crew:
        read = sound(read_register(root, Store(root / KEPT / "store"), crew, lambda: None))
        parts = (stored(part_of(HONOURS, LINES), task) for task in read.tasks)
        found = tuple(marks(parts, read.reference.site.url))
    name, (last, before) = read.reference.as_of.iso, _newest(root)
    if last >= name:
        raise UserError(
            f"đã có đợt công bố {last}, mà ngày của dữ liệu là {name}; đợt mới phải sau đợt đó: "
            "xem lại as_of trong data/site.yml"
        )
    new = sum(place not in before for place, _ in found)
    other = sum(before.get(place, mark) != mark for place, mark in found)
    if not new and not other:
        raise UserError(
            f"không có gì thay đổi từ đợt {last}; không cần đợt mới"
            if last
            else "sổ chưa có lượt khen nào để công bố"
        )
    return Release(f"{FOLDER}/{name}.csv", last, new, other, found)


def _newest(root: Path) -> tuple[str, dict[str, str]]:
    """Return the newest release, its name and its marks."""
    name, path = next(reversed(releases(root).items()), ("", None))
    if path is None:
        return "", {}
    with path.open(encoding="utf-8-sig") as file:
        return name, dict(in_release(file))
