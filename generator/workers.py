"""Work shared out: to this process, to all cores of the machine, or to other machines."""

import gc
import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Any, Self, TypeVar

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
        self._given: set[Future[Any]] = set()

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
        if self._in_this_process(much):
            yield from map(work, tasks)
            return
        waiting: deque[Future[Result]] = deque()
        for task in tasks:
            waiting.append(self._give(work, task))
            if len(waiting) > AHEAD * self._jobs:
                yield self._result(waiting.popleft())
        while waiting:
            yield self._result(waiting.popleft())

    def start(
        self, work: Callable[[Task], Result], tasks: Iterable[Task], *, much: bool = True
    ) -> Iterator[Result]:
        """Do as `run` does, but begin now: what is yielded later is made meanwhile."""
        if self._in_this_process(much):
            return map(work, tasks)
        return map(self._result, [self._give(work, task) for task in tasks])

    def rest(self) -> None:
        """Let nobody begin anything more, and wait for what was begun."""
        for future in self._given:
            future.cancel()
        wait(self._given)
        self._given.clear()

    def _in_this_process(self, much: bool) -> bool:
        return self._own and (self._jobs == 1 or not much)

    def _give(self, work: Callable[[Task], Result], task: Task) -> Future[Result]:
        try:
            future = self._called().submit(work, task)
        except BrokenProcessPool:
            raise _stopped() from None
        self._given.add(future)
        return future

    def _result(self, future: Future[Result]) -> Result:
        try:
            return future.result()
        except BrokenProcessPool:
            raise _stopped() from None
        finally:
            self._given.discard(future)

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
        self.rest()
        if self._own and self._executor is not None:
            self._executor.shutdown(cancel_futures=True)


def _stopped() -> UserError:
    return UserError(
        "một tiến trình làm việc bị dừng từ bên ngoài (có thể do thiếu bộ nhớ); "
        "chạy lại, nếu cần với --jobs 1"
    )
