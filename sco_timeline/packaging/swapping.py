"""Puts a finished set of files in place of the old one, so that a kill at any moment leaves old or new.

New files are written into a folder of their own. Renaming that folder to ``data/.next`` is the one moment at which
the new set counts: before it the old files stand untouched, after it any later command completes the move. Each step
of the move can be repeated, by two processes at once even.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from sco_timeline.descriptor import FILE_NAME

_PROCESSED = Path("data") / "processed"
_NEXT = Path("data") / ".next"
_STAGING = ".staging-"


def swap_in(root: Path, files: Mapping[str, bytes]) -> None:
    """Replace data/processed and the descriptor under `root` by `files`; one build at a time.

    Parameters
    ----------
    root : Path
        Folder of the package.
    files : mapping of str to bytes
        Content by path relative to `root`; published files of other names are deleted.
    """
    recover(root)
    for abandoned in (root / "data").glob(f"{_STAGING}*"):
        shutil.rmtree(abandoned, ignore_errors=True)
    staging = Path(tempfile.mkdtemp(prefix=_STAGING, dir=root / "data"))
    try:
        for name, content in files.items():
            path = staging / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        os.replace(staging, root / _NEXT)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    recover(root)


def recover(root: Path) -> bool:
    """Complete what an interrupted build left; say whether there was anything to do.

    A set that was not finished is dropped at the next build, a finished one is moved into place.
    """
    ready = root / _NEXT
    if not ready.is_dir():
        return False
    fresh = ready / _PROCESSED
    (root / _PROCESSED).mkdir(parents=True, exist_ok=True)
    if (ready / FILE_NAME).exists():
        _move_all(fresh, root / _PROCESSED)
        _move(ready / FILE_NAME, root / FILE_NAME)
    shutil.rmtree(ready, ignore_errors=True)
    return True


def _move_all(fresh: Path, target: Path) -> None:
    """Move every file; delete files that no new file replaces, told by a list made before the first move."""
    names = fresh / ".names"
    if not names.exists():
        listed = "\n".join(sorted(path.name for path in fresh.iterdir() if path.name != names.with_suffix(".tmp").name))
        names.with_suffix(".tmp").write_text(listed, encoding="utf-8")
        os.replace(names.with_suffix(".tmp"), names)
    keep = set(names.read_text(encoding="utf-8").split("\n"))
    for path in target.iterdir():
        if path.is_file() and path.name not in keep:
            path.unlink(missing_ok=True)
    for name in sorted(keep):
        _move(fresh / name, target / name)


def _move(source: Path, target: Path) -> None:
    try:
        os.replace(source, target)
    except FileNotFoundError:
        if not target.exists():
            raise
