"""The batches of a corpus on a Dask cluster: one on this machine, or one that runs elsewhere and has the package installed."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager
from importlib import import_module
from typing import Any

from sco_timeline.descriptor import read_package
from sco_timeline.errors import BadArgumentError, MissingDependencyError
from sco_timeline.extracting.batches import Found
from sco_timeline.extracting.pooling import Pending, Pool, leave_interrupts, work

LOCAL = "local"
"""In the place of an address: a cluster of processes on this machine, for this run only."""

_PATIENCE = 20  # seconds for a scheduler to answer, and for a first worker to be there
_LEAST = 16  # batches under way on a cluster that may grow
_SETTINGS = {
    "distributed.admin.large-graph-warning-threshold": "1GB",  # a batch travels with its task, and is meant to
    "distributed.deploy.lost-worker-timeout": "1 day",  # a worker that starts again is not lost
}


class _Future:
    def __init__(self, future: Any) -> None:
        self._future = future

    def result(self) -> Found:
        try:
            found: Found = self._future.result()
        except CancelledError:
            raise ConnectionError("the Dask scheduler was lost; run it again, what is finished is kept") from None
        return found


class Cluster:
    """The workers of a Dask cluster."""

    def __init__(self, client: Any, breaks: tuple[type[Exception], ...], ahead: int) -> None:
        self._client, self.breaks, self.ahead = client, breaks, ahead

    def submit(self, batch: bytes) -> Pending:
        return _Future(self._client.submit(work, batch, pure=False))

    def renew(self) -> bool:
        return False  # a cluster replaces workers itself, and sends what they had to others


@contextmanager
def opened_cluster(scheduler: str, workers: int) -> Iterator[Pool]:
    """Give the cluster of the scheduler at an address, or one of so many processes here.

    Raises
    ------
    MissingDependencyError
        If Dask is not installed.
    BadArgumentError
        If no scheduler answers, it has no workers, or they have another version of this package or none.
    """
    distributed = _import_distributed()
    with ExitStack() as stack:
        stack.enter_context(import_module("dask").config.set(_SETTINGS))
        for name in ("distributed", "distributed.client"):
            stack.enter_context(_silent(logging.getLogger(name)))
        where = scheduler
        if scheduler == LOCAL:
            where = stack.enter_context(_local_cluster(distributed, workers))
        client = stack.enter_context(_connected(distributed, where))
        _require_same_version(client, scheduler)
        if scheduler == LOCAL:
            client.run(leave_interrupts)
        slots = sum(client.nthreads().values())
        yield Cluster(client, (distributed.KilledWorker,), 2 * slots + 1 if scheduler == LOCAL else max(_LEAST, 2 * slots + 1))


@contextmanager
def _silent(logger: logging.Logger) -> Iterator[None]:
    """Keep a logger from writing of what is raised as well."""
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


def _import_distributed() -> Any:
    try:
        return import_module("distributed")
    except ImportError:
        raise MissingDependencyError("dask", "extraction on a Dask cluster", "scale") from None


def _local_cluster(distributed: Any, workers: int) -> Any:
    return distributed.LocalCluster(
        n_workers=workers, threads_per_worker=1, processes=True, memory_limit=0, dashboard_address=None, silence_logs="CRITICAL"
    )


def _connected(distributed: Any, where: Any) -> Any:
    try:
        return distributed.Client(where, timeout=_PATIENCE, set_as_default=False)
    except Exception as error:  # of many kinds, by what is wrong with the address
        raise BadArgumentError(f"no Dask scheduler answers at {where!r}: {error}; write an address as tcp://host:8786") from None


def _require_same_version(client: Any, scheduler: str) -> None:
    own = read_package().version
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
        versions = set(client.run(_version).values())
    except (OSError, ImportError) as error:
        raise BadArgumentError(f"the cluster at {scheduler} has no worker with sco-timeline {own}: {error}") from None
    if versions != {own}:
        others = ", ".join(sorted(versions - {own}))
        raise BadArgumentError(f"workers of the cluster at {scheduler} have sco-timeline {others}; install {own} there")


def _version() -> str:
    return read_package().version
