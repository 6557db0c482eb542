"""Puts finished files in place: all are written in a folder beside, then moved; all of them or none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from sco_timeline.errors import BadArgumentError


def deliver(folder: Path, write: Callable[[Path], None]) -> list[Path]:
    """Have files written and move them into a folder.

    Parameters
    ----------
    folder : Path
        Where the files belong; made if missing.
    write : callable
        Writes every file into the empty folder that it is given.

    Returns
    -------
    list of Path
        The files in their place, sorted. If anything fails, `folder` is as it was before.
    """
    made = _make(folder)
    try:
        with TemporaryDirectory(prefix=".sco_timeline-", dir=folder) as beside:
            fresh, replaced = Path(beside, "fresh"), Path(beside, "replaced")
            fresh.mkdir()
            replaced.mkdir()
            write(fresh)
            return _move_all(fresh, replaced, folder)
    except BaseException:
        for path in made:
            with suppress(OSError):
                path.rmdir()
        raise


def _make(folder: Path) -> list[Path]:
    """Make a folder and those above it; return the ones that were missing, the deepest first."""
    missing = []
    for path in (folder, *folder.parents):
        if path.is_dir():
            break
        if path.exists():
            raise BadArgumentError(f"{path} is a file; give a folder")
        missing.append(path)
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _move_all(fresh: Path, replaced: Path, folder: Path) -> list[Path]:
    """Move every file into `folder`; when one cannot be moved, put back what stood there."""
    names = sorted(path.name for path in fresh.iterdir())
    for name in names:
        if (folder / name).is_dir():
            raise BadArgumentError(f"{folder / name} is a folder; a file of that name is to be written")
    moved: list[str] = []
    try:
        for name in names:
            if (folder / name).exists():
                shutil.copy2(folder / name, replaced / name)
            os.replace(fresh / name, folder / name)
            moved.append(name)
    except BaseException:
        _put_back(moved, replaced, folder)
        raise
    return [folder / name for name in names]


def _put_back(names: Iterable[str], replaced: Path, folder: Path) -> None:
    for name in names:
        if (replaced / name).exists():
            os.replace(replaced / name, folder / name)
        else:
            (folder / name).unlink()
