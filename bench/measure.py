"""Running a command and measuring it: wall and processor time, and the memory of its whole tree."""

import os
import resource
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import psutil

from bench.failed import ContenderError

INTERVAL = 0.2  # seconds between two looks at the memory
_SHARE = 0.05  # of one core at most goes into looking; a look at a large process takes longer
_TOLD = 600  # characters of what a failed command said


Command: TypeAlias = list[str | Path]


class Run(NamedTuple):
    """What a command took.

    Attributes:
        seconds: wall time.
        cpu: processor seconds of the command and of every process that it waited for.
        memory: the largest proportional set size of the whole process tree that was seen, in bytes.
        others: how many cores everything else on the machine used meanwhile, on average.
        output: what it printed.
    """

    seconds: float
    cpu: float
    memory: int
    others: float
    output: str

    def then(self, next_one: "Run") -> "Run":
        """Return what both took, one after the other."""
        return Run(
            self.seconds + next_one.seconds,
            self.cpu + next_one.cpu,
            max(self.memory, next_one.memory),
            max(self.others, next_one.others),
            self.output + next_one.output,
        )


class _Watch(threading.Thread):
    """Looks at a process tree's memory until told to stop."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self.done = threading.Event()
        self._root = pid

    def run(self) -> None:
        """Look, then rest: twenty times as long as the look took, or longer."""
        rest = 0.0
        while not self.done.wait(rest):
            start = time.perf_counter()
            self.peak = max(self.peak, tree_memory(self._root))
            rest = max(INTERVAL, (time.perf_counter() - start) / _SHARE)


def tree_memory(pid: int) -> int:
    """Return the proportional set size of a process and all below it, in bytes.

    Pages that several of them share are counted once in the sum, not once for each.
    """
    try:
        root = psutil.Process(pid)
        family = [root, *root.children(recursive=True)]
    except psutil.Error:
        return 0
    return sum(map(_memory, family))


def _memory(process: psutil.Process) -> int:
    try:
        return int(process.memory_full_info().pss)
    except psutil.Error:  # it ended between the two looks
        return 0


def run(
    command: Command,
    *,
    folder: Path,
    hours: float = 4,
    environment: Mapping[str, str] | None = None,
) -> Run:
    """Run a command to its end; nothing else that belongs to the measuring runs meanwhile.

    Args:
        command: the program and its arguments.
        folder: where it runs.
        hours: when it is stopped and counted as failed.
        environment: what it gets besides our own.

    Raises:
        ContenderError: it is not there, did not end in time, or ended badly.
    """
    os.sync()  # what an earlier contender wrote is not written at this one's expense
    before = _spent()
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        start = time.perf_counter()
        try:
            process = subprocess.Popen(
                command,
                cwd=folder,
                env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **(environment or {})},
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        except OSError as error:
            raise ContenderError(f"cannot be started: {error.strerror}") from error
        watch = _Watch(process.pid)
        watch.start()
        try:
            code = process.wait(hours * 3600)
        except subprocess.TimeoutExpired:
            raise ContenderError(f"not done after {hours:g} hours") from None
        finally:
            seconds = time.perf_counter() - start
            _end(process, watch)
        said.seek(0)
        output = said.read()
    if code:
        took = f"after {seconds:.0f} s, at most {watch.peak / 1e9:.1f} GB"
        raise ContenderError(f"ended with {code} {took}: {output[-_TOLD:].strip() or 'no word'}")
    cpu, looking, all_of_it = (now - then for now, then in zip(_spent(), before, strict=True))
    others = max(0.0, all_of_it - cpu - looking) / seconds
    return Run(seconds, cpu, watch.peak, others, output)


def _spent() -> tuple[float, float, float]:
    """Return processor seconds: of commands that were waited for, of this process, of all."""
    who = resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF
    children, this = (one.ru_utime + one.ru_stime for one in map(resource.getrusage, who))
    return children, this, _busy()


def _busy() -> float:
    """Return the processor seconds that the machine spent on anything since it started."""
    times = psutil.cpu_times()
    parts = ("user", "nice", "system", "irq", "softirq", "steal")
    return float(sum(getattr(times, part, 0.0) for part in parts))


def _end(process: subprocess.Popen[Any], watch: _Watch) -> None:
    """Stop looking; if the command still runs, end it with every process it started."""
    watch.done.set()
    watch.join()
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
