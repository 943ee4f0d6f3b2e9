"""Workers on other machines: the same bytes, and a worker that dies costs time, not pages."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.build import How, build
from generator.cluster import workers_at
from generator.files import checksums
from generator.journal import staging_of
from generator.sample import write_sample
from generator.values import UserError
from tests.site.kit import ROOT, Silent
from tests.site.test_commands import free_port


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen]]]:
    """A scheduler and two workers on this machine; its address, and the workers."""
    port = free_port()
    started = []

    def start(module: str, *arguments: str) -> subprocess.Popen:
        command = [sys.executable, "-m", f"distributed.cli.{module}", *arguments]
        process = subprocess.Popen(
            command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        started.append(process)
        return process

    here = ("--no-dashboard", "--host", "127.0.0.1")
    start("dask_scheduler", *here, "--port", str(port))
    workers = [
        start("dask_worker", f"tcp://127.0.0.1:{port}", *here, "--nthreads", "1", "--no-nanny")
        for _ in range(2)
    ]
    yield f"dask://127.0.0.1:{port}", workers
    for process in started:
        process.kill()
        process.wait()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small invented register."""
    root = tmp_path_factory.mktemp("sample") / "sample"
    write_sample(ROOT, root, 900, seed=5)
    return root


def built(root: Path, site: Path, address: str | None) -> dict[str, str]:
    """Build from nothing; return every file with its SHA-256."""
    with workers_at(address) as (executor, jobs):
        build(root, site, Silent(), How(jobs, fresh=True, executor=executor))
    return checksums(site)


def test_other_machines_make_the_same_site(sample, tmp_path, cluster):
    """Two workers elsewhere give the bytes that this process gives."""
    address, _ = cluster
    assert built(sample, tmp_path / "far", address) == built(sample, tmp_path / "near", None)


def test_a_worker_that_dies_costs_no_page(sample, tmp_path, cluster):
    """A worker killed in the middle of its work: another does it."""
    address, workers = cluster
    site = tmp_path / "site"
    killed = []

    def kill() -> None:
        while len(list(staging_of(site).rglob("index.html"))) < 200:
            time.sleep(0.05)
        os.kill(workers[0].pid, signal.SIGKILL)
        killed.append(workers[0].wait())

    killer = threading.Thread(target=kill, daemon=True)
    killer.start()
    far = built(sample, site, address)
    killer.join(1)
    assert killed == [-signal.SIGKILL]
    assert far == built(sample, tmp_path / "near", None)


@pytest.mark.parametrize("address", ["dask://127.0.0.1:1", "ssh://a", "dask://khong co"])
def test_no_scheduler_there(address):
    """An address without a scheduler is told in one sentence."""
    with pytest.raises(UserError, match="dask://"), workers_at(address):
        pass
