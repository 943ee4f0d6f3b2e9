"""Changing `site/`: a journal of renames and removals, rolled forward after a crash.

Every file is at all times wholly old or wholly new. Pages come before the lists that link to
them, removals after both. Files that the last build did not write are left alone.
"""

import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from generator.manifest import MANIFEST, is_ours
from generator.values import UserError


def staging_of(site: Path) -> Path:
    """Return where the next site is built: beside the old one, on the same disk."""
    return site.parent / f".{site.name}.staging"


def _journal_of(site: Path) -> Path:
    return site.parent / f".{site.name}.journal"


def pending(site: Path) -> bool:
    """Whether a change was written down and not finished."""
    return _journal_of(site).is_file()


def refuse_foreign(site: Path) -> None:
    """Make sure that a directory may become the site.

    Raises:
        UserError: it holds files and no manifest, so it is not a site of our making.
    """
    if site.is_dir() and any(site.iterdir()) and not is_ours(site):
        raise UserError(
            f"thư mục {site} đã có tệp mà không phải do lệnh này dựng nên; "
            "chọn thư mục khác bằng --out, hoặc tự dọn thư mục đó"
        )


def publish(site: Path, put: Iterable[str], removed: Iterable[str]) -> int:
    """Make the staged files part of the site, and take away those that it has no more.

    Args:
        site: the site.
        put: the staged files.
        removed: files of the site, by its manifest.

    Returns:
        How many files were put or removed.
    """
    staging = staging_of(site)
    wanted, gone = list(put), sorted(removed, reverse=True)
    if not site.exists() or not any(site.iterdir()):
        os.replace(staging, site)  # all of it at once
        return len(wanted)
    text = json.dumps({"put": _in_order(wanted), "remove": gone}, ensure_ascii=False)
    _write_durably(_journal_of(site), text)
    recover(site)
    return len(wanted) + len(gone)


def recover(site: Path) -> None:
    """Finish a change that was written down: what is done already is passed over."""
    journal, staging = _journal_of(site), staging_of(site)
    if not journal.is_file():
        return
    work = json.loads(journal.read_text("utf-8"))
    for name in work["put"]:
        if (staging / name).is_file():
            if (site / name).is_dir():  # what was a folder becomes a file
                _remove(site, (old for old in work["remove"] if old.startswith(f"{name}/")))
            _make_room(site, site / name)
            os.replace(staging / name, site / name)
    _remove(site, work["remove"])
    journal.unlink()
    shutil.rmtree(staging, ignore_errors=True)


def _remove(site: Path, names: Iterable[str]) -> None:
    """Remove files that the new site has no more; where one became a folder, it is gone already."""
    for name in names:
        if (site / name).is_file():
            (site / name).unlink()
            _drop_empty(site, (site / name).parent)


def _in_order(names: Iterable[str]) -> list[str]:
    """Sort names so that nothing links to what is not there yet: the deepest pages first."""

    def rank(name: str) -> tuple[int, int, str]:
        page = name.endswith(".html")
        return (2 if name == MANIFEST else int(page), -name.count("/") if page else 0, name)

    return sorted(names, key=rank)


def _make_room(site: Path, target: Path) -> None:
    """Make the folders of a file; an old file that stands where a folder must be goes."""
    for part in reversed(PurePosixPath(target.relative_to(site)).parents):
        if (site / part).is_file():
            (site / part).unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir():  # only files that no build wrote are left in it: they stay, aside
        os.replace(target, target.with_name(f"{target.name}.cu"))


def _drop_empty(site: Path, folder: Path) -> None:
    while folder != site and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _write_durably(path: Path, text: str) -> None:
    """Write a file so that after a crash it is there whole or not at all."""
    draft = path.with_name(path.name + ".new")
    with draft.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, path)
