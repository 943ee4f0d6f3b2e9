"""The bars that a build shows at a terminal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)


class Bars:
    """Shows a build's steps as they run."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task: TaskID | None = None

    def step(self, name: str, total: int | None) -> Callable[[], None]:
        """Begin a step; the answer moves its bar by one."""
        self.end()
        task = self._progress.add_task(name, total=total)
        self._task = task
        return lambda: self._progress.advance(task)

    def end(self) -> None:
        """Mark the running step as done."""
        if self._task is not None:
            self._progress.update(self._task, total=1, completed=1)


class Quiet:
    """Shows nothing of a build."""

    def step(self, name: str, total: int | None) -> Callable[[], None]:
        """Begin a step."""
        return lambda: None


@contextmanager
def progress() -> Iterator[Bars]:
    """Show bars at a terminal; elsewhere nothing."""
    console = Console(stderr=True)
    columns = SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn()
    with Progress(*columns, console=console, disable=not console.is_terminal) as shown:
        yield Bars(shown)
