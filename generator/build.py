"""The main job, from the records to a changed `site/`; nothing changes until all has passed."""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout

from generator import assemble, journal, stamp
from generator.check import read
from generator.load import Register
from generator.tree import clashes, outputs
from generator.values import Fault, Output, UserError


class Watcher(Protocol):
    """What is told of a build while it runs."""

    def step(self, name: str, total: int | None) -> Callable[[], None]:
        """Begin a step of so many parts; the answer is called after each part."""


@dataclass
class Report:
    """What a build did: seconds by step, warnings, and the size of the site."""

    seconds: dict[str, float] = field(default_factory=dict)
    warnings: tuple[Fault, ...] = ()
    pages: int = 0
    files: int = 0
    bytes: int = 0
    changed: int = 0


def build(root: Path, site: Path, watcher: Watcher) -> Report:
    """Build a project's site and put it in the place of the old one.

    Args:
        root: the project's root.
        site: the directory of the site; made if it is not there.
        watcher: is told of each step.

    Raises:
        DataError: faults in the data.
        UserError: anything else that the user can mend. The old site stays as it was.
    """
    site = site.resolve()
    site.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(site.parent / f".{site.name}.lock", timeout=0)
    try:
        with lock:
            return _build(root, site, watcher)
    except Timeout:
        raise UserError("một lệnh dựng trang khác đang chạy; chờ lệnh đó xong") from None


def _build(root: Path, site: Path, watcher: Watcher) -> Report:
    report = Report()
    journal.recover(site)
    journal.refuse_foreign(site)
    staging = journal.staging_of(site)
    shutil.rmtree(staging, ignore_errors=True)
    with _timed(report, watcher, "Đọc và kiểm tra dữ liệu"):
        register, report.warnings = read(root)
    reference = register.reference
    try:
        with _timed(report, watcher, "Soạn trang"):
            everything = tuple(outputs(reference, register.volumes))
        with _timed(report, watcher, "Dựng trang", sum(map(_is_page, everything))) as tick:
            _render(root, staging, register, everything, tick)
        with _timed(report, watcher, "Soát liên kết và dữ liệu riêng tư"):
            assemble.close_gates(staging, register)
        with _timed(report, watcher, "Lập chỉ mục tìm kiếm"):
            assemble.add_files(staging, register)
        _measure(report, staging)
        with _timed(report, watcher, "Thay trang cũ"):
            report.changed = journal.publish(site)
    except BaseException:
        if not journal.pending(site):
            shutil.rmtree(staging, ignore_errors=True)
        raise
    return report


def _render(
    root: Path,
    staging: Path,
    register: Register,
    everything: tuple[Output, ...],
    tick: Callable[[], None],
) -> None:
    """Let the host render what only it can, and shells; stamp all other pages into those."""
    from generator import host  # MkDocs takes half a second to import: only when it is needed

    content = root / "content"
    by_hand = (path.relative_to(content).as_posix() for path in content.rglob("*.md"))
    sources = {output.source for output in everything}
    written = (path for path in by_hand if f"content/{path}" not in sources)
    if faults := list(clashes(written, (output.path for output in everything))):
        raise UserError("\n".join(faults))
    by_host = host.in_navigation(root) | {"index.md"}
    stamped = [o for o in everything if _is_page(o) and o.path not in by_host]
    frames = sorted({stamp.frame_of(output) for output in stamped})
    shells = {frame: stamp.shell_page(frame, n) for n, frame in enumerate(frames)}
    rest = tuple(o for o in everything if not _is_page(o) or o.path in by_host)
    extensions = host.build_site(root, staging, register, (*rest, *shells.values()))
    made = {frame: _take(staging, page) for frame, page in shells.items()}
    stamp.write(stamped, made, staging, extensions, tick)


def _take(staging: Path, page: Output) -> stamp.Shell:
    """Take a rendered shell out of the site."""
    folder = staging / Path(page.path).parent
    html = (folder / "index.html").read_text("utf-8")
    shutil.rmtree(staging / Path(page.path).parts[0])
    return stamp.cut(html, Path(page.path).parent.as_posix())


def _is_page(output: Output) -> bool:
    return output.path.endswith(".md")


@contextmanager
def _timed(
    report: Report, watcher: Watcher, name: str, total: int | None = None
) -> Iterator[Callable[[], None]]:
    start = time.perf_counter()
    yield watcher.step(name, total)
    report.seconds[name] = time.perf_counter() - start


def _measure(report: Report, site: Path) -> None:
    sizes = [(path.suffix, path.stat().st_size) for path in site.rglob("*") if path.is_file()]
    report.files, report.bytes = len(sizes), sum(size for _, size in sizes)
    report.pages = sum(suffix == ".html" for suffix, _ in sizes)
