"""Workers of other machines, by Dask. The only module that knows it.

All that the machines must share is the folder of the project, at the same path, and this program.
"""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from generator.values import UserError

PREFIX = "dask://"


@contextmanager
def workers_at(address: str | None) -> Iterator[tuple[Executor | None, int | None]]:
    """Give the workers of a Dask scheduler, and how many tasks they do at once.

    Args:
        address: `dask://host:port`; None for no workers but one's own.

    Raises:
        UserError: there is no scheduler at the address, or no Dask in this environment.
    """
    if address is None:
        yield None, None
        return
    if not address.startswith(PREFIX):
        raise UserError(f"--executor {address}: phải có dạng {PREFIX}máy:cổng")
    try:
        from distributed import Client  # an extra: most builds need one machine alone
    except ImportError:
        raise UserError("chưa cài Dask; chạy: pip install 'tuyenduong[cluster]'") from None
    try:
        client = Client(f"tcp://{address.removeprefix(PREFIX)}", timeout=10)
    except (OSError, ValueError) as error:
        raise UserError(f"không có bộ điều phối Dask ở {address}") from error
    with client:
        # `pure`: two tasks that look alike are still two; a task whose worker died is done again.
        yield client.get_executor(pure=False, retries=2), sum(client.nthreads().values()) or 1
