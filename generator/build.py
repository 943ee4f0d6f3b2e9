"""The main job, from the records to a changed `site/`; nothing changes until all has passed."""

import shutil
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Protocol

from filelock import FileLock, Timeout

from generator import journal
from generator.cache import FOLDER, Store
from generator.check import in_order, stops
from generator.closing import Closing
from generator.dataset import Dataset
from generator.drawing import Drawing
from generator.leads import dead_leads
from generator.making import Making
from generator.reading import read_register, sound
from generator.tray import Tray
from generator.values import Fault, UserError
from generator.workers import Crew, calm


class BusyError(UserError):
    """Another command is at work in the same project."""


class Watcher(Protocol):
    """What is told of a build while it runs."""

    def step(self, name: str, total: int | None) -> Callable[[], None]:
        """Begin a step of so many parts; the answer is called after each part."""


class How(NamedTuple):
    """How a build is done; the site is the same every way.

    Attributes:
        jobs: how many processes work, all cores when None.
        fresh: whether to make everything anew, whatever is kept of the last build.
        executor: workers from elsewhere.
    """

    jobs: int | None = None
    fresh: bool = False
    executor: Executor | None = None


_USUAL = How()


@dataclass
class Report:
    """What a build did: seconds by step, warnings, the size of the site, and what changed of it.

    `bytes` counts the files that were written.
    """

    seconds: dict[str, float] = field(default_factory=dict)
    warnings: tuple[Fault, ...] = ()
    pages: int = 0
    files: int = 0
    bytes: int = 0
    changed: int = 0


def build(root: Path, site: Path, watcher: Watcher, how: How = _USUAL) -> Report:
    """Build a project's site and put it in the place of the old one.

    Args:
        root: the project's root.
        site: the directory of the site; made if it is not there.
        watcher: is told of each step.
        how: how it is done.

    Raises:
        DataError: faults in the data.
        UserError: anything else that the user can mend. The old site stays as it was.
    """
    root, site = root.resolve(), site.resolve()
    site.parent.mkdir(parents=True, exist_ok=True)
    with (
        alone(site.parent / f".{site.name}.lock"),
        alone(root / FOLDER / "lock"),
        Crew(how.jobs, how.executor) as crew,
    ):
        return _build(root, site, watcher, crew, fresh=how.fresh)


def check(root: Path, jobs: int | None = None) -> tuple[Fault, ...]:
    """Return every fault and warning of a register, in the order of files and lines.

    Args:
        root: the project's root.
        jobs: how many processes work, all cores when None.
    """
    root = root.resolve()
    with alone(root / FOLDER / "lock"), Crew(jobs) as crew:
        read = read_register(root, Store(root / FOLDER / "store"), crew, lambda: None)
        return in_order([*read.faults, *(() if stops(read.faults) else dead_leads(root, read))])


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Keep other builds out.

    Raises:
        BusyError: another one is at work.
    """
    lock.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(lock, timeout=0):
            yield
    except Timeout:
        raise BusyError("một lệnh khác đang kiểm tra hoặc dựng trang; chờ lệnh đó xong") from None


def _build(root: Path, site: Path, watcher: Watcher, crew: Crew, *, fresh: bool) -> Report:
    calm()
    report = Report()
    staging = _staging(site)
    store = Store(root / FOLDER / "store")
    if fresh:
        store.clear()
    try:
        with _timed(report, watcher, "Đọc và kiểm tra dữ liệu") as tick:
            register = sound(read_register(root, store, crew, tick))
            report.warnings = register.faults
        tray = Tray(site, trusting=not fresh)
        making = Making(root, store, crew, register, tray)
        closing = Closing(root, store, register, tray, making)
        data = Dataset(store, crew, register, tray)
        for name, step, parts in (
            ("Bắt đầu ghi tệp dữ liệu", data.begin, None),
            ("Dựng khung trang", making.render_shells, None),
            ("Ghi chỉ mục của sổ", closing.join, None),
            ("Dựng trang của các quyết định", making.make_volumes, len(register.tasks)),
            ("Dựng danh sách và các trang khác", making.make_lists, None),
            ("Vẽ ảnh để chia sẻ", Drawing(store, crew, register.engine, tray, making).draw, None),
            ("Ghi xong tệp dữ liệu", data.end, None),
            ("Soát liên kết và dữ liệu riêng tư", closing.close_gates, None),
            ("Lập chỉ mục tìm kiếm", closing.index, None),
            ("Lập bản kê", closing.sum_up, None),
        ):
            with _timed(report, watcher, name, parts) as tick:
                step(tick)
        changed = tray.changed()
        report.files, report.pages = len(tray.files), sum(map(_is_page, tray.files))
        report.bytes = sum((staging / name).stat().st_size for name in changed)
        with _timed(report, watcher, "Thay trang cũ"):
            report.changed = journal.publish(site, changed, tray.removed()) if changed else 0
    finally:
        crew.rest()  # nobody writes into the folder that is cleared
        if not journal.pending(site):
            shutil.rmtree(staging, ignore_errors=True)
    return report


def _staging(site: Path) -> Path:
    """Return an empty folder beside a site that is as some build left it whole."""
    journal.recover(site)
    journal.refuse_foreign(site)
    staging = journal.staging_of(site)
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir()
    return staging


def _is_page(name: str) -> bool:
    return name.endswith(".html")


@contextmanager
def _timed(
    report: Report, watcher: Watcher, name: str, parts: int | None = None
) -> Iterator[Callable[[], None]]:
    start = time.perf_counter()
    yield watcher.step(name, parts)
    report.seconds[name] = time.perf_counter() - start
