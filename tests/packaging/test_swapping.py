"""A build that is killed: old or new, never a mixture, whichever step it was killed at."""

from __future__ import annotations

import errno
import os
import random
import shutil
import subprocess
import sys
import time
from itertools import count
from pathlib import Path

import pytest

import sco_timeline
from sco_timeline.descriptor import read_package
from sco_timeline.errors import PackageStateError
from sco_timeline.loading import load_from
from sco_timeline.packaging import build, derive, published_files, recover, swap_in

OLD = {
    "datapackage.json": b"the old descriptor",
    "data/processed/changed.csv": b"old rows",
    "data/processed/same.csv": b"rows",
    "data/processed/dropped.csv": b"rows of a table that is no more",
}
NEW = {
    "datapackage.json": b"the new descriptor",
    "data/processed/changed.csv": b"new rows",
    "data/processed/same.csv": b"rows",
    "data/processed/added.csv": b"rows of a new table",
}


class Killed(BaseException):
    """What a process that is killed does not live to see."""


class Mortal:
    """Counts the steps that change files, and dies at one: that step and all later ones do nothing but raise.

    A file whose writing is the step of death is left half written.
    """

    STEPS = ("replace", "rename", "mkdir", "unlink", "remove", "rmdir")
    WRITES = ("write_bytes", "write_text")

    def __init__(self, monkeypatch, dies_at):
        self.taken, self.dies_at = 0, dies_at
        for name in self.STEPS:
            monkeypatch.setattr(os, name, self.step(getattr(os, name)))
        for name in self.WRITES:
            monkeypatch.setattr(Path, name, self.write(getattr(Path, name)))

    def step(self, function):
        def mortal(*args, **options):
            self.taken += 1
            if self.taken >= self.dies_at:
                raise Killed
            return function(*args, **options)

        return mortal

    def write(self, function):
        def mortal(path, content, *args, **options):
            self.taken += 1
            if self.taken == self.dies_at:
                function(path, content[: len(content) // 2], *args, **options)
            if self.taken >= self.dies_at:
                raise Killed
            return function(path, content, *args, **options)

        return mortal


def dies(work, at):
    """Do `work`, dying at a step; say whether it came to that."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        Mortal(monkeypatch, at)
        try:
            work()
        except Killed:
            return True
    return False


def put(root, files):
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)


def published(root):
    found = [root / "datapackage.json", *(path for path in (root / "data" / "processed").rglob("*") if path.is_file())]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def hidden(root):
    return sorted(path.name for path in (root / "data").iterdir() if path.name.startswith("."))


@pytest.fixture
def fresh(tmp_path):
    """Makes another folder that holds the old files."""
    numbers = count()

    def make():
        root = tmp_path / str(next(numbers))
        put(root, OLD)
        return root

    return make


def test_swap_puts_new_files_in_place_and_deletes_those_that_are_no_more(fresh):
    root = fresh()
    swap_in(root, NEW)
    assert published(root) == NEW
    assert hidden(root) == []


def test_swap_into_an_empty_folder(tmp_path):
    (tmp_path / "data").mkdir()
    swap_in(tmp_path, NEW)
    assert published(tmp_path) == NEW


def test_nothing_to_recover(fresh):
    root = fresh()
    assert recover(root) is False
    assert published(root) == OLD


def kills(fresh, work):
    """Yield, for every step at which `work` on a folder can be killed, its number and the folder left behind."""
    for step in count(1):
        root = fresh()
        if not dies(lambda root=root: work(root), step):
            return
        yield step, root


def test_killed_at_any_step_then_recovered_it_is_old_or_new(fresh):
    ends = []
    for step, root in kills(fresh, lambda root: swap_in(root, NEW)):
        if published(root) != OLD:
            assert (root / "data" / ".next").is_dir(), f"a mixture that looks whole, after step {step}"
        recover(root)
        state = published(root)
        assert state in (OLD, NEW), f"a mixture after step {step}"
        assert not (root / "data" / ".next").exists()
        ends.append("old" if state == OLD else "new")
    assert ends == sorted(ends, reverse=True), "once it is new it stays new"
    assert set(ends) == {"old", "new"}


def test_killed_at_any_step_the_next_build_makes_it_new(fresh):
    for step, root in kills(fresh, lambda root: swap_in(root, NEW)):
        swap_in(root, NEW)
        assert published(root) == NEW, f"after step {step}"
        assert hidden(root) == []


def test_killed_at_any_step_and_again_while_recovering(fresh):
    def killed_once(at):
        def make():
            root = fresh()
            dies(lambda: swap_in(root, NEW), at)
            return root

        return make

    steps = sum(1 for _ in kills(fresh, lambda root: swap_in(root, NEW)))
    for first in range(1, steps + 1):
        for second, root in kills(killed_once(first), recover):
            recover(root)
            assert published(root) in (OLD, NEW), f"a mixture after steps {first} and {second}"
            assert not (root / "data" / ".next").exists()


def test_full_disk_leaves_the_old_files_and_no_litter(fresh, monkeypatch):
    root = fresh()

    def full(path, content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        swap_in(root, NEW)
    assert published(root) == OLD
    assert hidden(root) == []


def test_staging_folders_of_killed_builds_are_removed(mini):
    stale = mini.root / "data" / ".staging-killed" / "data" / "processed"
    stale.mkdir(parents=True)
    (stale / "people.csv").write_bytes(b"half a ro")
    before = mini.published()
    mini.build()
    assert mini.unfinished() == []
    assert set(mini.published()) == {name for name in before if ".staging" not in name}


def test_files_that_no_table_publishes_are_deleted(mini):
    before = mini.published()
    for name in ("retired.csv", "retired.parquet", ".names", "people.csv.bak"):
        (mini.root / "data" / "processed" / name).write_bytes(b"of an older version")
    mini.build()
    assert mini.published() == before


def test_loading_from_a_killed_build_gives_old_rows_or_new_ones_or_names_the_way_out(mini, tmp_path):
    old = mini.published()
    mini.set_cell("people", 2, "name", "Z. Jiang")
    new = published_files(derive(mini.package()))
    told, numbers = set(), count()

    def copied():
        return Path(shutil.copytree(mini.root, tmp_path / f"killed-{next(numbers)}"))

    for step, root in kills(copied, lambda root: swap_in(root, new)):
        try:
            told.add(load_from(read_package(root), "people").loc[0, "name"])
        except PackageStateError as error:
            told.add(str(error).rpartition("; ")[2])
        recover(root)
        assert published(root) in (old, new), f"a mixture after step {step}"
        shutil.rmtree(root)
    assert told == {"Jiang Zemin", "run `sco-timeline build` to make the published files anew"}


LOOP = """
import sys
from pathlib import Path
from sco_timeline.packaging import swap_in
root, sets = Path(sys.argv[1]), []
for folder in sys.argv[2:]:
    paths = [path for path in Path(folder).rglob("*") if path.is_file() and "raw" not in path.parts]
    sets.append({path.relative_to(folder).as_posix(): path.read_bytes() for path in paths})
print("ready", flush=True)
while True:
    for files in sets:
        swap_in(root, files)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kill -9 is of Unix")
def test_process_killed_for_real_while_it_swaps_in_a_loop(mini, tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    shutil.copytree(mini.root, one)
    mini.set_cell("people", 2, "name", "Z. Jiang")
    mini.build()
    shutil.copytree(mini.root, other)
    either = (published(one), published(other))
    environment = os.environ | {"PYTHONPATH": str(Path(sco_timeline.__file__).parent.parent)}
    chance = random.Random(20010615)
    for _ in range(8):
        command = [sys.executable, "-c", LOOP, str(mini.root), str(one), str(other)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:
            assert process.stdout.readline() == b"ready\n"
            time.sleep(chance.uniform(0.0, 0.1))
            process.kill()
        recover(mini.root)
        assert published(mini.root) in either
    build(mini.root)
    assert published(mini.root) == either[1]
    assert mini.unfinished() == []
