"""Claims of a whole corpus, a folder of files of any size: in processes or on a cluster, restartable, in constant memory."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from sco_timeline.descriptor import read_package
from sco_timeline.errors import BadArgumentError, Problem
from sco_timeline.extracting.batches import Batch, batches_of
from sco_timeline.extracting.documents import files_of, publication_day, require_readers
from sco_timeline.extracting.outputs import ERRORS, Counts, Origin, Output, Target, counts_made, remove_unfinished
from sco_timeline.extracting.pooling import Pool, in_order, opened_pool, usable_cores


@dataclass(frozen=True)
class Progress:
    """How far a run has come: what it has counted, which share of the bytes it had to read lies behind, and for how long it has run."""

    counts: Counts
    share: float
    seconds: float

    @property
    def rate(self) -> float:
        """Documents per second."""
        return self.counts.documents / self.seconds if self.seconds else 0.0

    @property
    def seconds_left(self) -> float | None:
        """Seconds that the rest will take if it is like what lies behind; None before anything does."""
        return self.seconds * (1 - self.share) / self.share if self.share else None


@dataclass(frozen=True)
class Extracted:
    """What a folder of claims holds after a run, and how many of its files an earlier run had made."""

    out: Path
    files: int
    kept: int
    documents: int
    claims: int
    errors: int


def extract_corpus(
    source: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    out: str | os.PathLike[str],
    published: str | None = None,
    workers: int | None = None,
    scheduler: str | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> Extracted:
    """Write the claims of a corpus, a Parquet file for each of its files.

    Parameters
    ----------
    source : path, or several
        Files, or folders of files anywhere in them: Parquet and JSONL with the columns id, text, published, url, title and
        language (all but text may be absent), plain text in UTF-8, HTML.
    out : path
        Folder of the claims. Of ``a/b.parquet`` or ``a/b.jsonl`` in a folder ``a/b.parquet`` is made, with the columns of
        `extract_frame` and the SHA-256 of the text, in the order of the documents. ``_errors/a/b.parquet`` has a row for each
        document that could not be read, with its id, file, row and what is wrong; it is there only if there are such.
    published : str, optional
        When the documents were published, YYYY-MM-DD, for those that do not say so themselves.
    workers : int, optional
        Number of processes, by default that of the cores; 1 is this process alone. A script that asks for more must call
        this function under ``if __name__ == "__main__":``.
    scheduler : str, optional
        Address of a Dask scheduler, as ``tcp://host:8786``, whose workers have the same version of this package, or
        ``local`` for a Dask cluster on this machine. What is written is the same.
    progress : callable, optional
        Called with a `Progress` after each batch of documents.

    Returns
    -------
    Extracted
        Number of files, of those that an earlier run had made and that were kept, and of documents, claims and errors in all
        of them.

    Raises
    ------
    BadArgumentError
        If there is nothing to read, if two files would be written to one, or if arguments do not fit each other.
    MissingDependencyError
        If there is HTML to read, or a cluster to be used, and the library for that is not installed.

    Notes
    -----
    Files are written beside their place and moved there when they are whole, so a run that was stopped, or killed, can be
    started again: a file of claims is kept if it was made of a file of the same size and time of change by the same version
    of the package with the same `published`. Delete it to have it made anew. One run at a time may write to a folder.

    A text of more than 5 million characters costs an error, as does any document that makes a rule fail or a process end.

    Examples
    --------
    >>> import tempfile
    >>> from pathlib import Path
    >>> import pandas as pd
    >>> from sco_timeline.extracting import extract_corpus
    >>> folder = Path(tempfile.mkdtemp())
    >>> articles = pd.DataFrame({"id": ["a", "b"], "text": ["Iran joined the SCO in 2023.", None]})
    >>> articles.to_parquet(folder / "articles.parquet")
    >>> done = extract_corpus(folder, folder / "claims", workers=1)
    >>> (done.documents, done.claims, done.errors)
    (2, 1, 1)
    >>> pd.read_parquet(folder / "claims" / "articles.parquet")[["doc", "party", "date"]].values.tolist()
    [['a', 'IRN', '2023']]
    """
    day, processes = publication_day(published), _workers(workers, scheduler)
    folder = Path(out)
    targets = _targets([Path(source)] if isinstance(source, str | os.PathLike) else [Path(path) for path in source], folder)
    version = read_package().version
    origins = {target: Origin.of(target.source, version, day) for target in targets}
    made = {target: counts for target, origin in origins.items() if (counts := counts_made(target, origin)) is not None}
    todo = {target: origin for target, origin in origins.items() if target not in made}
    require_readers(target.source for target in todo)
    counts = sum(made.values(), Counts())
    if todo:
        remove_unfinished(folder)
        try:
            with _pool(processes, scheduler) as pool:
                counts += _run(pool, todo, day, progress or (lambda _: None))
        finally:
            remove_unfinished(folder)
    return Extracted(folder, len(targets), len(made), counts.documents, counts.claims, counts.errors)


def _workers(workers: int | None, scheduler: str | None) -> int:
    if workers is None:
        return usable_cores()
    if workers < 1:
        raise BadArgumentError(f"workers={workers}; there must be one at least")
    if scheduler not in (None, "local"):
        raise BadArgumentError(f"workers={workers} does not fit scheduler={scheduler!r}, whose cluster has workers of its own")
    return workers


def _pool(workers: int, scheduler: str | None) -> AbstractContextManager[Pool]:
    if scheduler is None:
        return opened_pool(workers)
    from sco_timeline.extracting.distributing import opened_cluster

    return opened_cluster(scheduler, workers)


def _targets(paths: Iterable[Path], out: Path) -> list[Target]:
    """Return what is to be made of each file; files of an earlier run that lie within what is read are passed over."""
    own = out.resolve()
    targets = []
    for path in paths:
        for file in files_of([path]):
            if isinstance(file, Problem):
                raise BadArgumentError(str(file))
            if not file.exists():
                raise BadArgumentError(f"{file}: there is no such file or folder")
            if path.is_dir() and own != path.resolve() and file.resolve().is_relative_to(own):
                continue
            name = file.relative_to(path) if path.is_dir() else Path(file.name)
            made = name.with_suffix(".parquet")
            targets.append(Target(file, name.as_posix(), out / made, out / ERRORS / made))
    _require_distinct(targets)
    return targets


def _require_distinct(targets: Iterable[Target]) -> None:
    """Raise `BadArgumentError` if a file would be written twice, or in the place of one that is read."""
    read = {target.source.resolve() for target in targets}
    made_of: dict[Path, Path] = {}
    for target in targets:
        for path in (target.claims.resolve(), target.errors.resolve()):
            other = path if path in read else made_of.setdefault(path, target.source)
            if path in read or other is not target.source:
                raise BadArgumentError(
                    f"what is found in {target.source} has no place of its own beside {other}; rename one, or choose another folder"
                )


def _run(pool: Pool, todo: Mapping[Target, Origin | None], published: str | None, progress: Callable[[Progress], None]) -> Counts:
    sizes = [1 + (origin.bytes if origin else 0) for origin in todo.values()]
    begun, behind, total = time.monotonic(), 0, sum(sizes)
    counts = Counts()
    found = in_order(pool, _batches(todo, published))
    for (target, origin), size in zip(todo.items(), sizes, strict=True):
        with Output(target, origin) as output:
            for batch, part in found:
                output.add(part)
                now = counts + output.counts
                if batch.is_last:
                    output.finish()
                progress(Progress(now, (behind + batch.share * size) / total, time.monotonic() - begun))
                if batch.is_last:
                    break
        counts, behind = counts + output.counts, behind + size
    return counts


def _batches(targets: Iterable[Target], published: str | None) -> Iterator[Batch]:
    for target in targets:
        yield from batches_of(target.source, target.name, published)
