"""Work shared out: to this process, to all cores of the machine, or to other machines."""

import gc
import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Self, TypeVar

from generator.values import UserError

Task = TypeVar("Task")
Result = TypeVar("Result")
AHEAD = 3  # tasks given out for each worker: none waits for the next, few wait in memory


def calm() -> None:
    """Look for garbage seldom: a build makes millions of small values, and hardly a cycle."""
    gc.set_threshold(200_000, 50, 100)


class Crew:
    """Workers that stay for the whole build; they are called only when there is much to do."""

    def __init__(self, jobs: int | None = None, executor: Executor | None = None) -> None:
        """Make a crew.

        Args:
            jobs: how many processes, all cores when None; 1 works in this process.
            executor: workers from elsewhere, as many as `jobs` tells.
        """
        self._jobs = jobs or os.cpu_count() or 1
        self._executor = executor
        self._own = executor is None

    def run(
        self, work: Callable[[Task], Result], tasks: Iterable[Task], *, much: bool = True
    ) -> Iterator[Result]:
        """Do a piece of work for each task; yield the results as they come, in their order.

        Args:
            work: a function that other processes can import.
            tasks: values that can be sent to them; drawn only a few ahead.
            much: whether there is so much to do that other processes are worth their start.

        Raises:
            UserError: a worker was stopped from outside.
        """
        if self._own and (self._jobs == 1 or not much):
            yield from map(work, tasks)
            return
        waiting: deque[Future[Result]] = deque()
        executor = self._called()
        try:
            for task in tasks:
                waiting.append(executor.submit(work, task))
                if len(waiting) > AHEAD * self._jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool:
            raise UserError(
                "một tiến trình làm việc bị dừng từ bên ngoài (có thể do thiếu bộ nhớ); "
                "chạy lại, nếu cần với --jobs 1"
            ) from None
        finally:
            for future in waiting:
                future.cancel()

    def _called(self) -> Executor:
        if self._executor is None:
            context = multiprocessing.get_context("spawn")  # forking beside threads may hang
            self._executor = ProcessPoolExecutor(self._jobs, context, calm)
        return self._executor

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._own and self._executor is not None:
            self._executor.shutdown(cancel_futures=True)
