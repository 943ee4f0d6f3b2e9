"""Reading an .xls in a process of its own, with a bound on memory and time.

A small damaged or hostile file can ask xlrd for any amount of memory; then that process ends, and
not the command. Windows knows no bound on the memory of a process: there only the time is bound.
"""

import os
import pickle
import subprocess
import sys

from generator.importer.grid import Grid
from generator.importer.xls import encrypted, grids_of_xls

MEGABYTES = 1_500  # of addresses; a sound file of the greatest size that is taken needs a third
SECONDS = 120


class NotReadError(Exception):
    """A file that could not be read; its word says why: locked, big, broken."""


def grids_apart(raw: bytes) -> tuple[Grid, ...]:
    """Return the sheets of an .xls.

    Raises:
        NotReadError: it could not be read.
    """
    command = [sys.executable, "-P", "-m", __name__, str(MEGABYTES)]
    place = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(  # noqa: S603
            command, input=raw, capture_output=True, timeout=SECONDS, check=False, env=place
        )
    except subprocess.TimeoutExpired:
        raise NotReadError("big") from None
    if done.returncode:  # it was ended before it could say anything
        raise NotReadError("big")
    grids = pickle.loads(done.stdout)  # noqa: S301 - what this module wrote
    if isinstance(grids, str):
        raise NotReadError(grids)
    return tuple(grids)


def _bound(megabytes: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    asked = megabytes << 20
    resource.setrlimit(resource.RLIMIT_AS, (min(asked, hard) if hard > 0 else asked, hard))


def _read(raw: bytes) -> tuple[Grid, ...] | str:
    try:
        return tuple(grids_of_xls(raw))
    except MemoryError:
        return "big"
    except Exception as error:  # damaged files fail in many ways
        return "locked" if encrypted(error) else "broken"


if __name__ == "__main__":
    _bound(int(sys.argv[1]))
    sys.stdout.buffer.write(pickle.dumps(_read(sys.stdin.buffer.read())))
