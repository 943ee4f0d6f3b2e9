"""The releases of the register: what was published when, a file each, kept in git.

A release is a promise: what it names stays, with its state, as long as the register does.
"""

from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from generator.dates import PartialDate
from generator.exports.changes import in_release
from generator.files import matching, name_of
from generator.records.base import VolumeKey
from generator.records.decision import volume_of
from generator.values import Fault, Position

FOLDER = "data/releases"
_SHOWN = 20


def releases(root: Path) -> dict[str, Path]:
    """Return the file of each release by its name, the date of the data; the oldest first."""
    return {path.stem: path for path in matching(root, f"{FOLDER}/*.csv")}


def vanished(root: Path, addresses: Iterable[str], unsure: Container[VolumeKey]) -> Iterator[Fault]:
    """Find releases that are not as they were written, and honours that were published and lack.

    Args:
        root: the project's root.
        addresses: of all honours.
        unsure: volumes that have faults, of which nothing can be said.
    """
    found = releases(root)
    known = {a.removeprefix("/vinh-danh/").rstrip("/") for a in addresses} if found else set()
    for path in found.values():
        newest = path == [*found.values()][-1]
        try:
            PartialDate.parse(path.stem)
            with path.open(encoding="utf-8-sig") as file:
                places = [place for place, _ in in_release(file)]
        except (ValueError, OSError) as error:
            yield _broken(root, path, error)
            continue
        lacking = [
            (number, place)
            for number, place in enumerate(places, 2)
            if newest and place not in known and _volume(place) not in unsure
        ]
        yield from (_gone(root, path, number, place) for number, place in lacking[:_SHOWN])


def _volume(place: str) -> VolumeKey:
    year, issuer, decision, _ = place.split("/")
    return volume_of(int(year), issuer, decision)


def _broken(root: Path, path: Path, error: Exception) -> Fault:
    line = error.args[0] if error.args and isinstance(error.args[0], int) else 1
    return Fault(
        Position(name_of(root, path), line),
        "DP-002",
        "",
        "tệp của đợt công bố không còn như khi được ghi",
        "lấy lại tệp từ git; không sửa tay",
    )


def _gone(root: Path, path: Path, line: int, place: str) -> Fault:
    return Fault(
        Position(name_of(root, path), line),
        "DP-001",
        "",
        f"lượt khen {place} đã công bố trong đợt {path.stem}, nay không còn trong dữ liệu",
        "đưa lại dòng đó; lượt không còn hiệu lực thì dùng tuyenduong revoke, "
        "tên cần giấu thì ghi display: withheld",
    )
