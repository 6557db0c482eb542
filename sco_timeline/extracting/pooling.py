"""Where the batches of a corpus are worked on: in this process, in processes of this machine, or on a Dask cluster.

All three do the same work and give what is found in the order of the batches, so that nobody can tell from the result
where it was made. Only so many batches are under way that no process waits for the next.
"""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.synchronize import Event
from typing import Protocol

from sco_timeline.errors import BadArgumentError
from sco_timeline.extracting.batches import Batch, Found, extract_batch, found_nothing

_SPAWN = get_context("spawn")  # processes are started anew, not forked: the same on every system, and safe beside threads


class Pending(Protocol):
    """What will be found in a batch that was sent."""

    def result(self) -> Found:
        """Wait for it."""


class Pool(Protocol):
    """Works on batches that it is sent."""

    ahead: int
    """How many batches may be under way."""

    breaks: tuple[type[Exception], ...]
    """What is raised for a batch that took the process with it that worked on it."""

    def submit(self, batch: bytes) -> Pending:
        """Send a batch, pickled: not every pool passes on objects as they are."""

    def renew(self) -> bool:
        """Make the pool usable again after a break; say whether all that was sent is lost."""


def work(batch: bytes) -> Found:
    """Return what is found in a pickled batch."""
    return extract_batch(pickle.loads(batch))


def _work_unless_stopped(batch: bytes) -> Found:
    if _stopped is not None and _stopped.is_set():
        raise CancelledError
    return work(batch)


_stopped: Event | None = None  # in a process of a pool, what it shares with the one that started it


def usable_cores() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Done:
    def __init__(self, found: Found) -> None:
        self._found = found

    def result(self) -> Found:
        return self._found


class Here:
    """The process that asks."""

    ahead = 1
    breaks: tuple[type[Exception], ...] = ()

    def submit(self, batch: bytes) -> Pending:
        return _Done(work(batch))

    def renew(self) -> bool:
        return False


class Processes:
    """Processes of this machine."""

    breaks: tuple[type[Exception], ...] = (BrokenProcessPool,)

    def __init__(self, workers: int) -> None:
        self._workers, self.ahead = workers, 2 * workers + 1
        self._stopped = _SPAWN.Event()
        self._executor = self._start()

    def submit(self, batch: bytes) -> Pending:
        try:
            return self._executor.submit(_work_unless_stopped, batch)
        except BrokenProcessPool as error:
            failed: Future[Found] = Future()
            failed.set_exception(error)
            return failed

    def renew(self) -> bool:
        self._executor.shutdown(cancel_futures=True)
        self._executor = self._start()
        return True

    def close(self) -> None:
        self._stopped.set()  # shutting down cancels what no process has taken yet, and waits for the rest
        self._executor.shutdown(cancel_futures=True)

    def _start(self) -> ProcessPoolExecutor:
        """Return running processes, before anything is read or written: a script that starts itself again comes no further."""
        executor = ProcessPoolExecutor(self._workers, _SPAWN, initializer=_begin, initargs=(self._stopped,))
        try:
            with _interrupts_held():
                running = [executor.submit(os.getpid) for _ in range(self._workers)]
            running[0].result()
        except BrokenProcessPool:
            remedy = 'a script calls extract_corpus under `if __name__ == "__main__":`, or asks for one worker'
            raise BadArgumentError(f"processes that should read documents end as soon as they start; {remedy}") from None
        except BaseException:
            executor.shutdown(cancel_futures=True)
            raise
        return executor


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back for a moment; processes that are started in it never see one, not even while they begin."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def leave_interrupts() -> None:
    """Leave Ctrl-C to the process that started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _begin(stopped: Event) -> None:
    """Leave Ctrl-C to the process that started this one, and end when that does, even if it was killed."""
    global _stopped
    _stopped = stopped
    leave_interrupts()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def opened_pool(workers: int) -> Iterator[Pool]:
    """Give a pool of so many processes; one is this process itself."""
    if workers == 1:
        yield Here()
        return
    pool = Processes(workers)
    try:
        yield pool
    finally:
        pool.close()


class _Sent:
    """A batch under way: itself without its documents, itself pickled, and what will be found in it."""

    def __init__(self, batch: Batch, pool: Pool) -> None:
        self.head, self.batch = batch._replace(items=()), pickle.dumps(batch, pickle.HIGHEST_PROTOCOL)
        self.pending = pool.submit(self.batch)


def in_order(pool: Pool, batches: Iterable[Batch]) -> Iterator[tuple[Batch, Found]]:
    """Yield what is found in batches, in their order, each with its batch without the documents."""
    waiting: deque[_Sent] = deque()
    for batch in batches:
        waiting.append(_Sent(batch, pool))
        if len(waiting) >= pool.ahead:
            yield _next(pool, waiting)
    while waiting:
        yield _next(pool, waiting)


def _next(pool: Pool, waiting: deque[_Sent]) -> tuple[Batch, Found]:
    first = waiting.popleft()
    try:
        return first.head, first.pending.result()
    except pool.breaks:
        is_lost = pool.renew()
        found = [_alone(pool, first.head._replace(items=(item,))) for item in pickle.loads(first.batch).items]
        for sent in waiting if is_lost else ():
            sent.pending = pool.submit(sent.batch)
        return first.head, _together(found)


def _alone(pool: Pool, batch: Batch) -> Found:
    """Return what is found in a batch of one document, which may be the one that breaks pools."""
    try:
        return _Sent(batch, pool).pending.result()
    except pool.breaks:
        pool.renew()
        return found_nothing(batch, "the process that read it ended")


def _together(found: list[Found]) -> Found:
    import pyarrow as pa

    documents = sum(part.documents for part in found)
    return Found(documents, pa.concat_tables([part.claims for part in found]), pa.concat_tables([part.errors for part in found]))
